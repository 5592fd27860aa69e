// SPDX-License-Identifier: Apache-2.0
#include "app/access/looks.h"

#include <charconv>

#include "base/digest.h"
#include "base/text.h"
#include "store/journal.h"

namespace credence::app {
namespace {

constexpr const char* columns =
    "subject_id, chain, number, previous, at, asker, unit_code, unit, purpose, matter, basis, "
    "consent, channel, request, shown, withheld, items, sealed_until, leaf, salt";
constexpr int view_days = 90;

std::string select(const char* rest) {
  return std::string("SELECT ") + columns + " FROM access_entry " + rest;
}

Look look_of(const rulebook::RuleBook& book, const StoredAccess& said) {
  Look look;
  look.number = said.number;
  look.was_sealed = said.chain == static_cast<int>(LookChain::sealed);
  look.at = said.at;
  look.unit = said.unit;
  look.unit_code = said.unit_code;
  look.purpose = said.purpose;
  if (const auto purpose = book.purposes.find(said.purpose); purpose != book.purposes.end())
    look.purpose_label = purpose->second.label;
  look.matter = said.matter;
  look.consent = said.consent;
  look.channel = said.channel;
  look.basis = said.basis;
  look.article = {book.cite(said.basis, true), book.cite(said.basis, false)};
  for (const auto id : split(said.items, ",")) {
    if (id.empty()) continue;
    look.items.emplace_back(id);
    const auto* item = book.catalogue.find(id);
    look.item_labels.push_back(item == nullptr ? Words{std::string(id), std::string(id)}
                                               : item->label);
  }
  look.shown = said.shown;
  look.withheld = said.withheld;
  return look;
}

std::vector<DayViews> public_views(store::Session& sql, SubjectId subject) {
  std::vector<DayViews> all;
  const auto rows = sql.query(
      "SELECT day, views FROM public_view WHERE subject_id = $1 ORDER BY day DESC LIMIT $2",
      {subject.value, view_days});
  while (rows->next())
    all.push_back({Date(static_cast<std::int32_t>(rows->number(0))), rows->number(1)});
  return all;
}

// What may be told on `today`: every open look, and sealed ones whose last sealed day is past.
constexpr const char* told = "WHERE subject_id = $1 AND (chain = 0 OR sealed_until < $2) ";

std::int64_t count_told(store::Session& sql, SubjectId subject, Date today) {
  const auto row = sql.query(std::string("SELECT COUNT(*) FROM access_entry ") + told,
                             {subject.value, today.days()});
  row->next();
  return row->number(0);
}

// Whether the open chain has all its numbers; sealed ones come with gaps until all are told.
bool has_no_gap(store::Session& sql, SubjectId subject) {
  const auto row = sql.query(
      "SELECT COUNT(*), COALESCE(MAX(number), 0) FROM access_entry WHERE subject_id = $1 AND chain "
      "= 0",
      {subject.value});
  row->next();
  return row->number(0) == row->number(1);
}

std::optional<std::int64_t> leaf_of(std::string_view cursor) {
  if (cursor.empty()) return INT64_MAX;
  std::int64_t leaf = 0;
  const auto [end, fault] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), leaf);
  return fault == std::errc{} && end == cursor.data() + cursor.size() ? std::optional(leaf)
                                                                      : std::nullopt;
}

Error bad_cursor() {
  return make_error(
      ErrorCode::invalid, "query.cursor",
      {"翻页位置无法识别。", "The page cursor is not one we gave out."},
      {"请原样使用上一页返回的 next。", "Use the `next` of the page before, unchanged."});
}

LedgerEntry entry_of(const StoredAccess& said, std::int64_t leaf) {
  LedgerEntry entry;
  entry.subject = said.subject;
  entry.at = said.at;
  entry.asker = said.asker;
  entry.unit_code = said.unit_code;
  entry.unit = said.unit;
  entry.purpose = said.purpose;
  entry.matter = said.matter;
  entry.basis = said.basis;
  entry.consent = said.consent;
  entry.channel = said.channel;
  entry.request = said.request;
  entry.shown = said.shown;
  entry.withheld = said.withheld;
  entry.items = said.items;
  if (said.sealed_until > 0)
    entry.sealed_until = Date(static_cast<std::int32_t>(said.sealed_until));
  entry.number = said.number;
  entry.leaf = leaf;
  return entry;
}

LedgerSearch search_of(const LedgerFilter& filter, std::string_view reason, Random& random) {
  const auto day = [](const std::optional<Date>& one) { return one ? to_string(*one) : ""; };
  return {to_hex(random.bytes(8)),
          filter.subject ? std::to_string(filter.subject->value) : "",
          filter.asker,
          filter.unit,
          filter.purpose,
          filter.matter,
          day(filter.from),
          day(filter.to),
          std::string(reason)};
}

}  // namespace

std::unique_ptr<store::Cursor> looks_after(store::Session& sql, std::int64_t subject,
                                           std::int64_t chain, std::int64_t number,
                                           std::int64_t limit) {
  return sql.query(select("WHERE subject_id > $1 OR (subject_id = $2 AND (chain > $3 OR (chain = "
                          "$4 AND number > $5))) ORDER BY subject_id, chain, number LIMIT $6"),
                   {subject, subject, chain, chain, number, limit});
}

StoredAccess stored_access(store::Cursor& row) {
  const auto text = [&](int column) { return std::string(row.bytes(column)); };
  return {"access",
          SubjectId(row.number(0)),
          static_cast<int>(row.number(1)),
          row.number(2),
          row.number(3),
          Instant(row.number(4)),
          text(5),
          text(6),
          text(7),
          text(8),
          text(9),
          text(10),
          text(11),
          text(12),
          text(13),
          static_cast<int>(row.number(14)),
          static_cast<int>(row.number(15)),
          text(16),
          row.number(17)};
}

Looks::Looks(store::Database& database, const Clock& clock, Random& random)
    : database_(database), clock_(clock), random_(random) {}

Result<LooksAtMe> Looks::at_me(const rulebook::RuleBook& book, const Caller& caller,
                               std::string_view after, int limit) const {
  if (caller.is_anonymous()) return unidentified();
  if (!caller.own_subject()) {
    return make_error(ErrorCode::forbidden, "access.no_subject",
                      {"该账号不代表任何信用主体。", "This account stands for no subject."},
                      {"请以信用主体本人的账号登录。", "Sign in with the subject's own account."},
                      "SD-2020/37");
  }
  const auto before = leaf_of(after);
  if (!before) return bad_cursor();
  database_.journal().settle();
  const auto lease = database_.read_access();
  const SubjectId subject = *caller.own_subject();
  const Date today = clock_.now().day();
  LooksAtMe answer;
  answer.subject = subject;
  answer.total = count_told(lease.sql(), subject, today);
  answer.complete = has_no_gap(lease.sql(), subject);
  answer.public_views = public_views(lease.sql(), subject);
  const auto rows = lease.sql().query(select(told) + "AND leaf < $3 ORDER BY leaf DESC LIMIT $4",
                                      {subject.value, today.days(), *before, limit});
  while (rows->next()) {
    answer.looks.push_back(look_of(book, stored_access(*rows)));
    answer.next = std::to_string(rows->number(access_leaf_column));
  }
  if (answer.looks.size() < static_cast<std::size_t>(limit)) answer.next.clear();
  return answer;
}

Result<std::vector<LedgerEntry>> Looks::search(const Caller& caller, const LedgerFilter& filter,
                                               std::string_view reason) const {
  if (auto may = caller.require(domain::Power::read_ledger); !may) return may.error();
  if (trim(reason).empty()) {
    return make_error(
        ErrorCode::invalid, "ledger.reason",
        {"查阅查询记录须写明事由。", "Why the ledger is searched must be said."},
        {"请填写 reason，如审计通知书编号。", "Give `reason`, such as the audit notice's number."},
        "SD-2020/36");
  }
  database_.journal().settle();
  const LedgerSearch search = search_of(filter, reason, random_);
  database_.access().run(
      [&](store::Write& write) { put(write, random_, caller.actor(), "search_ledger", search); });
  const std::int64_t before =
      filter.before == 0 ? INT64_MAX : static_cast<std::int64_t>(filter.before);
  const std::int64_t from = filter.from ? start_of(*filter.from).micros() : INT64_MIN;
  const std::int64_t to = filter.to ? start_of(filter.to->plus_days(1)).micros() : INT64_MAX;
  const std::int64_t subject = filter.subject ? filter.subject->value : -1;
  const auto lease = database_.read_access();
  const auto rows = lease.sql().query(
      select("WHERE leaf < $1 AND at >= $2 AND at < $3 AND (CAST($4 AS BIGINT) < 0 OR subject_id = "
             "$5) AND ($6 = "
             "'' OR asker = $7) AND ($8 = '' OR unit_code = $9) AND ($10 = '' OR purpose = $11) "
             "AND ($12 = '' OR matter = $13) ORDER BY leaf DESC LIMIT $14"),
      {before, from, to, subject, subject, std::string_view(filter.asker),
       std::string_view(filter.asker), std::string_view(filter.unit), std::string_view(filter.unit),
       std::string_view(filter.purpose), std::string_view(filter.purpose),
       std::string_view(filter.matter), std::string_view(filter.matter), filter.limit});
  std::vector<LedgerEntry> found;
  while (rows->next())
    found.push_back(entry_of(stored_access(*rows), rows->number(access_leaf_column)));
  return found;
}

}  // namespace credence::app
