// SPDX-License-Identifier: Apache-2.0
#include "app/access/caller.h"

#include <algorithm>

#include "rulebook/terms.h"

namespace credence::app {

using domain::Power;

bool Scope::has_item(std::string_view item) const {
  return items.empty() || std::ranges::find(items, item) != items.end();
}

bool Scope::has_region(std::string_view region) const {
  const auto begins = [&](const std::string& one) { return region.starts_with(one); };
  return regions.empty() || std::ranges::any_of(regions, begins);
}

Caller Caller::on_this_machine(std::string_view user) {
  CallerFacts facts;
  facts.id = "operator:" + std::string(user);
  facts.unit_name = "平台运行维护（本机）";
  facts.powers = {Power::ask, Power::submit, Power::steward, Power::operate};
  facts.purposes = {"own_submission"};
  return Caller(std::move(facts));
}

Caller Caller::patrol(const rulebook::RuleBook& book) {
  CallerFacts facts;
  facts.id = "patrol";
  facts.unit_name = "常态化巡查（平台自查）";
  facts.powers = {Power::ask};
  for (const auto& [id, purpose] : book.purposes) {
    if (purpose.audience == domain::Audience::public_body) facts.purposes.push_back(id);
  }
  return Caller(std::move(facts));
}

bool Caller::may(Power power) const {
  return std::ranges::find(facts_.powers, power) != facts_.powers.end();
}

bool Caller::may_ask_for(std::string_view purpose) const {
  return may(Power::ask) && std::ranges::find(facts_.purposes, purpose) != facts_.purposes.end();
}

Result<void> Caller::require(Power power) const {
  if (is_anonymous()) return unidentified();
  if (may(power)) return {};
  const auto& term = rulebook::term_of(rulebook::power_terms, power);
  return make_error(ErrorCode::forbidden, "access.power",
                    {"您的账号没有“" + std::string(term.zh) + "”的权限。",
                     "Your account lacks the power “" + std::string(term.name) + "”."},
                    {"请由有此权限的人办理，或向安全管理员申请。",
                     "Let somebody who has it do this, or ask the security administrator."},
                    "GBT22239-2019/8.1.4.2");
}

Error unidentified() {
  return make_error(ErrorCode::unidentified, "access.unidentified",
                    {"这项操作须先证明身份。", "Who you are must be proven first."},
                    {"请登录，或在请求中出示密钥。", "Sign in, or show a key with the request."},
                    "SD-2020/20");
}

}  // namespace credence::app
