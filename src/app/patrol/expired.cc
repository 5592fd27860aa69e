// SPDX-License-Identifier: Apache-2.0
#include "app/patrol/expired.h"

#include <algorithm>
#include <map>
#include <optional>

#include "app/access/record_facts.h"
#include "app/access/shown_marks.h"
#include "app/access/values.h"
#include "base/text.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Audience;
using rulebook::Item;
using rulebook::RuleBook;

// A page that holds any group of a file that one answer carries.
constexpr int page_max = 1'000;

struct Due {
  SubjectId subject;
  RecordKey record;
  domain::SubjectKind kind{};
  int item = 0;
  Date decided_on;  // store::no_day when there is none
  Instant received;
  bool publicity_past = false;   // the public must not see it
  bool disclosure_past = false;  // nobody must, but the archive
};

std::optional<Date> day(store::Cursor& row, int column) {
  return row.is_null(column) ? std::nullopt
                             : std::optional(Date(static_cast<std::int32_t>(row.number(column))));
}

// SD-2020 art. 38 said anew, from the stored days alone: five years from the end of the conduct,
// for every item of dishonesty.
bool is_disclosure_past(const RuleBook& book, const Item& item, Date start, Date today) {
  return item.nature == rulebook::Nature::dishonesty &&
         start.plus_months(12 * book.publicity.ceiling_years) <= today;
}

// The columns of `select_after`.
Due due_of(const RuleBook& book, store::Session& sql, store::Dictionaries& dictionaries,
           store::Cursor& row, Date today) {
  Due due;
  due.subject = SubjectId(row.number(0));
  due.kind = static_cast<domain::SubjectKind>(row.number(1));
  due.item = static_cast<int>(row.number(2));
  due.decided_on = Date(static_cast<std::int32_t>(row.number(3)));
  due.received = Instant(row.number(8));
  due.record = RecordKey(row.number(10));
  const Item* item = book.catalogue.by_number(due.item);
  if (item == nullptr) return due;
  domain::PublicityFacts facts;
  facts.rule = item->validity;
  facts.severity = static_cast<domain::Severity>(row.number(7));
  facts.decided_on = due.decided_on == store::no_day ? due.received.day() : due.decided_on;
  facts.valid_to = day(row, 4);
  facts.conduct_end = day(row, 5);
  const std::string json = dictionaries.unpack(sql, row.bytes(9));
  facts.kinds = penalty_kinds(*item, decode_values(json, item->fields.size()).or_throw());
  const auto by_rule = book.publicity.answer(facts).publicity_end;
  const auto as_sent = day(row, 6);  // the last day, as its provider wrote it
  due.publicity_past = (by_rule && *by_rule <= today) || (as_sent && *as_sent < today);
  due.disclosure_past =
      is_disclosure_past(book, *item, facts.conduct_end.value_or(facts.decided_on), today);
  return due;
}

// Current records in the order of their subjects, and always in the same order.
std::string select_after() {
  return "SELECT r.subject_id, s.kind, r.item, r.decided_on, r.valid_to, r.conduct_end, "
         "r.publicity_end, r.severity, r.known_from, r.fields, r.record_key FROM record r JOIN "
         "subject s ON "
         "s.subject_id = r.subject_id WHERE r.known_to = " +
         std::to_string(end_of_time.micros()) +
         " AND r.subject_id > $1 ORDER BY r.subject_id, r.record_key LIMIT $2";
}

// What was repaired or withdrawn must be seen by neither, whatever its periods say.
void add_marks(store::Session& sql, std::vector<Due>& rows) {
  std::vector<SubjectId> subjects;
  for (const auto& one : rows) {
    if (subjects.empty() || subjects.back() != one.subject) subjects.push_back(one.subject);
  }
  const MarksInForce marks(sql, subjects, end_of_time);
  for (auto& one : rows) {
    if (marks.out_of_use(one.subject, one.record)) one.publicity_past = one.disclosure_past = true;
  }
}

// Drops the last subject when it may be cut, unless it is the only one: a file that is longer than
// a whole run is left out.
void drop_cut(std::vector<Due>& rows) {
  const SubjectId last = rows.back().subject;
  if (rows.front().subject == last) return rows.clear();
  while (rows.back().subject == last) rows.pop_back();
}

struct Group {
  std::vector<const Due*> records;
  int past(bool Due::*which) const {
    return static_cast<int>(
        std::ranges::count_if(records, [&](const Due* one) { return one->*which; }));
  }
};

int shown_in(const std::vector<AccessEntry>& entries) {
  int shown = 0;
  for (const auto& entry : entries) shown += entry.shown;
  return shown;
}

// Asks and looks at the counts alone.
struct Asking {
  const RuleBook& book;
  const DisclosedReader& reader;
  const Permit& permit;
  AsOf as_of;

  int shown_of_group(const Due& one) const {
    store::RecordFilter filter;
    filter.subject = one.subject;
    filter.items = {one.item};
    filter.decided_from = filter.decided_to = one.decided_on;
    return shown_in(
        reader.page(book, permit, std::move(filter), page_max, "", as_of).or_throw().entries());
  }
  int shown_of_file(SubjectId subject) const {
    return shown_in(reader.file(book, permit, subject, as_of).or_throw().entries());
  }
};

using Groups = std::map<std::pair<int, Date>, Group>;

StillShown still_shown(const RuleBook& book, const Due& one, Audience audience, int count) {
  const Item* item = book.catalogue.by_number(one.item);
  return {one.subject, item == nullptr ? "" : item->id, one.decided_on, one.received, audience,
          count};
}

// Lists leave persons out, so a person's file is asked for as a whole.
void check_person(const Asking& asking, const std::vector<const Due*>& records,
                  std::vector<StillShown>& out) {
  const Group all{records};
  const int past = all.past(&Due::disclosure_past);
  if (past == 0 || records.size() > static_cast<std::size_t>(page_max)) return;
  const int over =
      asking.shown_of_file(records.front()->subject) - (static_cast<int>(records.size()) - past);
  const auto* first =
      *std::ranges::find_if(records, [](const Due* one) { return one->disclosure_past; });
  if (over > 0) out.push_back(still_shown(asking.book, *first, asking.permit.audience(), over));
}

void check_groups(const Asking& asking, const Groups& groups, bool Due::*which,
                  std::vector<StillShown>& out) {
  for (const auto& [name, group] : groups) {
    const int past = group.past(which);
    if (past == 0 || group.records.size() > static_cast<std::size_t>(page_max)) continue;
    const int over = asking.shown_of_group(*group.records.front()) -
                     (static_cast<int>(group.records.size()) - past);
    if (over > 0)
      out.push_back(
          still_shown(asking.book, *group.records.front(), asking.permit.audience(), over));
  }
}

void check_subject(const Asking& open, const Asking& body, const std::vector<const Due*>& records,
                   std::vector<StillShown>& out) {
  Groups groups;
  for (const auto* one : records) groups[{one->item, one->decided_on}].records.push_back(one);
  check_groups(open, groups, &Due::publicity_past, out);
  if (records.front()->kind == domain::SubjectKind::person)
    check_person(body, records, out);
  else
    check_groups(body, groups, &Due::disclosure_past, out);
}

// A purpose of a public body that opens persons.
Question as_public_body(const RuleBook& book) {
  Question question;
  for (const auto& [id, purpose] : book.purposes) {
    if (purpose.audience == Audience::public_body && purpose.persons) question.purpose = id;
  }
  question.matter = question.channel = "patrol";
  return question;
}

}  // namespace

ExpiredChecker::ExpiredChecker(store::Database& database, const DisclosedReader& reader,
                               store::Dictionaries& dictionaries, const Clock& clock)
    : database_(database), reader_(reader), dictionaries_(dictionaries), clock_(clock) {}

ExpiredCheck ExpiredChecker::check(const RuleBook& book, SubjectId after, std::int64_t records,
                                   Date today) const {
  std::vector<Due> rows;
  {
    const auto lease = database_.read();
    const auto found = lease.sql().query(select_after(), {after.value, records});
    while (found->next()) rows.push_back(due_of(book, lease.sql(), dictionaries_, *found, today));
    add_marks(lease.sql(), rows);
  }
  ExpiredCheck check;
  const bool more = static_cast<std::int64_t>(rows.size()) == records;
  if (more) {
    check.after = rows.back().subject;
    drop_cut(rows);
    if (!rows.empty()) check.after = rows.back().subject;
  }
  const Gate gate(database_, clock_);
  const Permit open = gate.admit(book, Caller::anonymous(), {}).or_throw();
  const Permit body = gate.admit(book, Caller::patrol(book), as_public_body(book)).or_throw();
  const AsOf as_of{today, end_of_time};
  for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
    std::vector<const Due*> one;
    while (to < rows.size() && rows[to].subject == rows[from].subject) one.push_back(&rows[to++]);
    check_subject({book, reader_, open, as_of}, {book, reader_, body, as_of}, one, check.shown);
    ++check.files;
  }
  return check;
}

}  // namespace credence::app
