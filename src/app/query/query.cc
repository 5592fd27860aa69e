// SPDX-License-Identifier: Apache-2.0
#include "app/query/query.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "app/access/named_code.h"
#include "base/text.h"
#include "domain/identifiers.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Scheme;
using rulebook::RuleBook;

constexpr int page_max = 500;
constexpr int follow_rows = 10'000;

Error bad_code(std::string_view text, const domain::CodeVerdict* verdict) {
  Words message{"“" + std::string(clip(text, 60)) + "”不是有效代码",
                "“" + std::string(clip(text, 60)) + "” is not a valid code"};
  Words remedy{"请核对代码；护照等证件请写成 passport:号码。",
               "Check the code; write other documents as passport:NUMBER."};
  if (verdict != nullptr && !verdict->faults.empty()) {
    message.zh += "：" + verdict->faults.front().message.zh;
    message.en += ": " + verdict->faults.front().message.en;
    remedy = verdict->faults.front().remedy;
  } else {
    message.zh += "。";
    message.en += ".";
  }
  return make_error(ErrorCode::invalid, "query.code", std::move(message), std::move(remedy),
                    "GB32100-2015");
}

Error ambiguous(const std::string& code, std::size_t count) {
  return make_error(ErrorCode::conflict, "query.ambiguous",
                    {"代码 " + code + " 对应 " + std::to_string(count) + " 个主体。",
                     "Code " + code + " belongs to " + std::to_string(count) + " subjects."},
                    {"请改用统一社会信用代码查询。", "Ask by the unified social credit code."});
}

Error bad_filter(std::string id, Words message, Words remedy) {
  return make_error(ErrorCode::invalid, std::move(id), std::move(message), std::move(remedy));
}

// "37" → 370000–379999, "3701" → 370100–370199, "370102" → itself, "370100" → the whole city.
std::optional<std::pair<int, int>> region_range(std::string text) {
  const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || (text.size() != 2 && text.size() != 4 && text.size() != 6)) return std::nullopt;
  while (text.size() > 2 && text.ends_with("00")) text.resize(text.size() - 2);
  const int value = std::stoi(text);
  int width = 1;
  for (std::size_t i = text.size(); i < 6; ++i) width *= 10;
  return std::pair(value * width, value * width + width - 1);
}

std::optional<Error> read_day(const std::string& text, std::optional<Date>& day) {
  if (text.empty()) return std::nullopt;
  day = parse_date(text);
  if (day) return std::nullopt;
  return bad_filter("query.date", {"“" + text + "”不是日期。", "“" + text + "” is not a day."},
                    {"请写成 2024-03-01。", "Write it as 2024-03-01."});
}

std::optional<Error> read_filter(const RuleBook& book, const ListFilter& asked,
                                 store::RecordFilter& filter) {
  if (!asked.item.empty()) {
    const auto* item = book.catalogue.find(asked.item);
    if (item == nullptr) {
      return bad_filter(
          "query.item",
          {"没有事项“" + asked.item + "”。", "There is no item “" + asked.item + "”."},
          {"可用事项见 /api/v1/items。", "/api/v1/items lists them."});
    }
    filter.items = {item->number};
  } else {
    for (const auto& [number, item] : book.catalogue.items()) filter.items.push_back(number);
  }
  if (!asked.region.empty()) {
    const auto range = region_range(asked.region);
    if (!range) {
      return bad_filter(
          "query.region",
          {"“" + asked.region + "”不是区划代码。", "“" + asked.region + "” is no division code."},
          {"请写两位、四位或六位数字。", "Write two, four or six digits."});
    }
    std::tie(filter.region_from, filter.region_to) = *range;
  }
  if (!asked.body.empty())
    filter.body = domain::organization_id(Scheme::uscc, domain::canonical_code(asked.body)).value;
  if (auto wrong = read_day(asked.from, filter.decided_from)) return wrong;
  return read_day(asked.to, filter.decided_to);
}

}  // namespace

Query::Query(store::Database& database, const DisclosedReader& reader, NameIndex& names,
             std::string node_secret, const Clock& clock)
    : database_(database),
      reader_(reader),
      names_(names),
      node_secret_(std::move(node_secret)),
      clock_(clock) {}

Result<PendingFile> Query::by_code(const RuleBook& book, const Permit& permit,
                                   std::string_view code, const AsOf& as_of) const {
  const NamedCode named = named_code(code);
  if (!named.scheme) return bad_code(code, nullptr);
  const auto verdict = domain::check_code(*named.scheme, named.code, book.regions, as_of.day);
  if (!verdict.well_formed) return bad_code(code, &verdict);
  if (domain::is_personal(*named.scheme)) {
    return reader_.file(book, permit,
                        domain::person_id(node_secret_, *named.scheme, verdict.canonical), as_of);
  }
  const SubjectId own = domain::organization_id(*named.scheme, verdict.canonical);
  if (*named.scheme == Scheme::uscc) return reader_.file(book, permit, own, as_of);
  // A legacy code: its own provisional subject, or the one it was registered to.
  const auto linked = store::subjects_by_alias(database_.read().sql(), own);
  if (linked.size() > 1) return ambiguous(verdict.canonical, linked.size());
  return reader_.file(book, permit, linked.empty() ? own : linked.front(), as_of);
}

NameHits Query::search(std::string_view text, int limit) const {
  return names_.search(text, limit);
}

std::vector<ScreenHit> Query::screen(std::string_view name, int limit) const {
  return names_.screen(name, limit);
}

Result<Pending<DisclosedPage>> Query::list(const RuleBook& book, const Permit& permit,
                                           const ListFilter& asked, int limit,
                                           std::string_view after, const AsOf& as_of) const {
  store::RecordFilter filter;
  if (auto wrong = read_filter(book, asked, filter)) return std::move(*wrong);
  return reader_.page(book, permit, std::move(filter), std::clamp(limit, 1, page_max), after,
                      as_of);
}

CodeAnswer Query::explain_code(const RuleBook& book, std::string_view code, Date day) const {
  const NamedCode named = named_code(code);
  const Scheme scheme = named.scheme.value_or(Scheme::uscc);
  const auto verdict = domain::check_code(scheme, named.code, book.regions, day);
  CodeAnswer answer;
  answer.scheme = domain::to_string(scheme);
  answer.code = verdict.canonical;
  answer.well_formed = verdict.well_formed;
  for (const auto& fault : verdict.faults) answer.faults.push_back({fault.id, fault.message});
  answer.known = verdict.known;
  answer.in_force = verdict.in_force;
  if (verdict.well_formed && !domain::is_personal(scheme)) {
    const auto lease = database_.read();
    const SubjectId own = domain::organization_id(scheme, verdict.canonical);
    const auto known = store::find_subject(lease.sql(), own);
    answer.registered =
        (known && known->authoritative) || !store::subjects_by_alias(lease.sql(), own).empty();
  }
  return answer;
}

std::size_t Query::follow() {
  const std::lock_guard lock(follow_mutex_);
  std::size_t count = 0;
  for (;;) {
    const auto lease = database_.read();
    const auto changes =
        store::organizations_changed(lease.sql(), followed_, followed_id_, follow_rows);
    if (changes.empty()) break;
    std::vector<SubjectId> ids;
    for (const auto& change : changes) ids.push_back(change.organization.id);
    std::ranges::sort(ids);
    std::map<SubjectId, std::vector<std::string>> former;
    for (auto& name : store::former_names(lease.sql(), ids))
      former[name.subject].push_back(std::move(name.name));
    std::vector<domain::Organization> plain;
    for (const auto& change : changes) {
      const auto names = former.find(change.organization.id);
      if (names == former.end()) {
        plain.push_back(change.organization);
      } else {
        names_.put(change.organization, names->second);
      }
    }
    names_.put_all(plain);
    followed_ = changes.back().changed;
    followed_id_ = changes.back().organization.id;
    count += changes.size();
  }
  followed_at_ = clock_.now().micros();
  return count;
}

}  // namespace credence::app
