// SPDX-License-Identifier: Apache-2.0
#include "app/accounts/caller_maker.h"

#include <algorithm>

#include "app/access/units.h"
#include "rulebook/terms.h"

namespace credence::app {
namespace {

using domain::Management;
using rulebook::RoleRule;
using rulebook::RuleBook;

constexpr const char* separation = "GBT22239-2019/8.1.5";

Error inactive() {
  return make_error(ErrorCode::forbidden, "account.inactive",
                    {"账号、密钥或其单位已停用。", "The account, key or its unit is not active."},
                    {"请联系系统管理员。", "Ask the system administrator."},
                    "GBT22239-2019/8.1.4.2");
}

Error wrong_grant(const char* id, Words message, Words remedy) {
  return make_error(ErrorCode::invalid, id, std::move(message), std::move(remedy),
                    "GBT22239-2019/8.1.4.2");
}

// Those of its roles that the rules in force know.
std::vector<const RoleRule*> roles_of(const RuleBook& book, const Grant& grant) {
  std::vector<const RoleRule*> roles;
  for (const auto& id : grant.roles) {
    const auto at = book.roles.find(id);
    if (at != book.roles.end()) roles.push_back(&at->second);
  }
  return roles;
}

bool is_narrowed_out(const Grant& grant, const std::string& purpose) {
  return !grant.purposes.empty() &&
         std::ranges::find(grant.purposes, purpose) == grant.purposes.end();
}

void add_grant(const RuleBook& book, const Grant& grant, CallerFacts& facts) {
  for (const RoleRule* role : roles_of(book, grant)) {
    facts.powers.insert(facts.powers.end(), role->powers.begin(), role->powers.end());
    for (const auto& purpose : role->purposes) {
      if (!is_narrowed_out(grant, purpose)) facts.purposes.push_back(purpose);
    }
  }
  facts.scope = {grant.items, grant.regions};
}

Result<void> add_unit(store::Session& sql, const std::string& code, CallerFacts& facts) {
  const auto unit = find<Unit>(sql, code);
  if (!unit || !unit->active) return inactive();
  facts.unit_name = unit->name;
  return {};
}

bool has_kind(const RoleRule& role, const std::vector<std::string>& unit_kinds) {
  return std::ranges::any_of(role.unit_kinds, [&](domain::UnitKind kind) {
    const auto name = rulebook::term_of(rulebook::unit_kind_terms, kind).name;
    return std::ranges::find(unit_kinds, name) != unit_kinds.end();
  });
}

std::optional<Error> unfit_role(const RuleBook& book, const std::string& id,
                                const std::vector<std::string>& unit_kinds) {
  const auto at = book.roles.find(id);
  if (at == book.roles.end()) {
    return wrong_grant("grant.role_unknown",
                       {"没有角色“" + id + "”。", "There is no role “" + id + "”."},
                       {"可用角色见 /api/v1/roles。", "/api/v1/roles lists them."});
  }
  if (at->second.enrolment) {
    return wrong_grant("grant.enrolment",
                       {"“" + at->second.label.zh + "”只能经核验身份后开立。",
                        "“" + at->second.label.en + "” is opened by enrolment only."},
                       {"请由信用中心经办人核验身份后开户。",
                        "Let a clerk of the credit centre enrol the subject."});
  }
  if (has_kind(at->second, unit_kinds)) return std::nullopt;
  return wrong_grant("grant.unit_kind",
                     {"该单位的类别不能持有角色“" + at->second.label.zh + "”。",
                      "A unit of this kind cannot hold the role “" + at->second.label.en + "”."},
                     {"请核对单位类别，或选用适用的角色。",
                      "Check the unit's kinds, or choose a role that fits."});
}

std::optional<Error> unfit_narrowing(const RuleBook& book, const Grant& grant) {
  for (const auto& purpose : grant.purposes) {
    const auto granted = [&](const RoleRule* role) {
      return std::ranges::find(role->purposes, purpose) != role->purposes.end();
    };
    if (std::ranges::any_of(roles_of(book, grant), granted)) continue;
    return wrong_grant("grant.purpose",
                       {"所选角色没有查询目的“" + purpose + "”。",
                        "None of the roles has the purpose “" + purpose + "”."},
                       {"请改正 purposes。", "Correct `purposes`."});
  }
  for (const auto& item : grant.items) {
    if (book.catalogue.find(item) != nullptr) continue;
    return wrong_grant("grant.item",
                       {"没有事项“" + item + "”。", "There is no item “" + item + "”."},
                       {"可用事项见 /api/v1/items。", "/api/v1/items lists them."});
  }
  for (const auto& region : grant.regions) {
    const bool digits = std::ranges::all_of(region, [](char c) { return c >= '0' && c <= '9'; });
    if (digits && (region.size() == 2 || region.size() == 4 || region.size() == 6)) continue;
    return wrong_grant("grant.region",
                       {"“" + region + "”不是区划代码。", "“" + region + "” is no division code."},
                       {"请写两位、四位或六位数字。", "Write two, four or six digits."});
  }
  return std::nullopt;
}

}  // namespace

Result<Caller> CallerMaker::of(const RuleBook& book, store::Session& sql, const Account& account) {
  if (!account.is_active()) return inactive();
  CallerFacts facts;
  facts.id = account.name;
  facts.unit = account.unit;
  facts.own_subject = account.subject;
  facts.subject_account = account.subject.has_value();
  if (facts.subject_account) {
    facts.unit_name = "信用主体本人";
  } else if (auto known = add_unit(sql, account.unit, facts); !known) {
    return known.error();
  }
  add_grant(book, account.grant, facts);
  return Caller(std::move(facts));
}

Result<Caller> CallerMaker::of(const RuleBook& book, store::Session& sql, const Key& key,
                               Date today) {
  if (!key.active || today > key.expires) return inactive();
  CallerFacts facts;
  facts.id = "key:" + key.id;
  facts.unit = key.unit;
  facts.per_minute = key.per_minute;
  if (auto known = add_unit(sql, key.unit, facts); !known) return known.error();
  add_grant(book, key.grant, facts);
  return Caller(std::move(facts));
}

Result<void> check_grant(const RuleBook& book, const Grant& grant,
                         const std::vector<std::string>& unit_kinds) {
  if (grant.roles.empty()) {
    return wrong_grant("grant.empty", {"至少要有一个角色。", "At least one role is needed."},
                       {"请填写 roles。", "Give `roles`."});
  }
  for (const auto& id : grant.roles) {
    if (auto unfit = unfit_role(book, id, unit_kinds)) return std::move(*unfit);
  }
  if (management_of(book, grant) != Management::none && grant.roles.size() > 1) {
    return make_error(
        ErrorCode::invalid, "grant.management",
        {"三权分立：系统、安全、审计管理员不得兼任，也不得兼办其他业务。",
         "Three powers apart: a system, security or audit administrator holds no "
         "other role."},
        {"请只保留一个角色，其余授予他人。", "Keep one role and give the others to other people."},
        separation);
  }
  if (auto unfit = unfit_narrowing(book, grant)) return std::move(*unfit);
  return {};
}

bool needs_second_factor(const RuleBook& book, const Grant& grant) {
  return std::ranges::any_of(roles_of(book, grant),
                             [](const RoleRule* role) { return role->second_factor; });
}

Management management_of(const RuleBook& book, const Grant& grant) {
  for (const RoleRule* role : roles_of(book, grant)) {
    if (role->management != Management::none) return role->management;
  }
  return Management::none;
}

}  // namespace credence::app
