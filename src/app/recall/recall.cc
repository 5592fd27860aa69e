// SPDX-License-Identifier: Apache-2.0
#include "app/recall/recall.h"

#include "app/access/record_facts.h"
#include "app/cases/form.h"
#include "app/recall/leases.h"
#include "store/journal.h"
#include "store/records.h"

namespace credence::app {
namespace {

using domain::MarkKind;
using rulebook::RuleBook;
using store::RecordMark;

constexpr const char* kind = "recall";
constexpr int page = 1'000;
// An answer that was read before a decision may be written into the ledger a moment after it: marks
// are followed again until they are older than this.
constexpr std::int64_t looked_again_micros = 10LL * 60 * 1'000'000;

// What of the marks takes a record out of use, or changes what it says.
const char* ground_of(const RecordMark& mark) {
  if (mark.end_leaf >= 0) return nullptr;  // an end gives back; it takes nothing away
  switch (mark.kind) {
    case MarkKind::repaired:
      return "repaired";
    case MarkKind::withdrawn:
      return "withdrawn";
    case MarkKind::corrected:
      return "corrected";
    case MarkKind::disputed:
    case MarkKind::lifted:
    case MarkKind::statement:
      break;
  }
  return nullptr;
}

// The last day of the record's use, as far as the ceiling of SD-2020 art. 38 goes.
std::optional<Date> disclosure_end(const RuleBook& book, const store::StoredRecord& record) {
  const auto* item = book.catalogue.by_number(record.columns.item);
  if (item == nullptr) return std::nullopt;
  return book.publicity.answer(publicity_facts(*item, record)).disclosure_end;
}

}  // namespace

std::string recall_text(const RecallNotice& n) {
  std::string text = "credence recall v1\n";
  for (const std::string& line :
       {n.number, n.unit, std::to_string(n.subject.value), n.code, n.item, n.record, n.ground,
        to_string(n.sent), n.due ? to_string(*n.due) : std::string(), n.basis})
    text += line + "\n";
  return text;
}

Recalls::Recalls(store::Database& database, Cases& cases, const ledger::NodeKeys& keys,
                 const Clock& clock)
    : database_(database), cases_(cases), keys_(keys), clock_(clock) {}

std::optional<Recalls::Position> Recalls::position() const {
  const auto lease = database_.read();
  const auto row = lease.sql().query("SELECT leaf, day FROM recall_run");
  if (!row->next()) return std::nullopt;
  return Position{row->number(0), Date(static_cast<std::int32_t>(row->number(1)))};
}

void Recalls::move_to(const Position& position) {
  database_.facts().run([&](store::Write& write) {
    write.sql.run(
        "INSERT INTO recall_run (one, leaf, day) VALUES (1, $1, $2) ON CONFLICT (one) DO UPDATE "
        "SET "
        "leaf = $1, day = $2",
        {position.leaf, static_cast<std::int64_t>(position.day.days())});
  });
}

std::size_t Recalls::run(const RuleBook& book) {
  if (rulebook::procedure_in(book, kind, cases_.region()) == nullptr) return 0;
  const std::scoped_lock lock(running_);
  const Date today = clock_.now().day();
  const auto before = position();
  Position at = before.value_or(Position{-1, today});
  const auto marks = marks_to_follow(at);
  std::size_t opened = 0;
  if (!marks.empty() || today > at.day) {
    database_.journal().settle();  // what was answered a moment ago counts
    const auto units = downstream();
    for (const RecordMark& mark : marks)
      opened += recall(book, units, mark.subject, mark.record, ground_of(mark),
                       "mark " + std::to_string(mark.leaf));
    if (today > at.day) opened += follow_expiry(book, units, at, today);
    at.day = today;
  }
  if (before != at) move_to(at);
  return opened;
}

std::set<std::string> Recalls::downstream() const {
  const auto lease = database_.read_access();
  return downstream_units(lease.sql());
}

std::vector<RecordMark> Recalls::marks_to_follow(Position& position) const {
  const Instant settled(clock_.now().micros() - looked_again_micros);
  std::vector<RecordMark> wanted;
  std::int64_t after = position.leaf;
  bool all_settled = true;
  for (;;) {
    auto marks = store::marks_after(database_.read().sql(), after, page);
    for (RecordMark& mark : marks) {
      after = store::attested_at(mark);
      all_settled = all_settled && (mark.end_leaf >= 0 ? mark.to : mark.from) < settled;
      if (all_settled) position.leaf = after;
      if (ground_of(mark) != nullptr) wanted.push_back(std::move(mark));
    }
    if (marks.size() < page) return wanted;
  }
}

std::size_t Recalls::recall(const RuleBook& book, const std::set<std::string>& units,
                            SubjectId subject, RecordKey record, const std::string& ground,
                            const std::string& because) {
  const auto versions = store::record_versions(database_.read().sql(), subject, record);
  if (versions.empty()) return 0;
  const auto* item = book.catalogue.by_number(versions.front().columns.item);
  if (item == nullptr) return 0;
  const auto shown_to =
      lessees(database_.read_access().sql(), subject, item->id, versions.front().known_from, units);
  std::size_t opened = 0;
  for (const std::string& unit : shown_to) {
    const auto number = cases_.open_by_platform(
        book, {kind, subject, record, because + " " + unit, {{"unit", unit}, {"ground", ground}}});
    // A unit that left meanwhile is told by whoever ends its agreement, not here.
    if (number) ++opened;
  }
  return opened;
}

std::size_t Recalls::follow_expiry(const RuleBook& book, const std::set<std::string>& units,
                                   const Position& position, Date today) {
  if (units.empty()) return 0;
  std::size_t opened = 0;
  std::optional<SubjectId> after = SubjectId(-1);
  while (after) {
    const auto leased = leased_subjects(database_.read_access().sql(), units, *after, page);
    for (const SubjectId subject : leased.subjects)
      opened += expire(book, units, subject, position, today);
    after = leased.next;
  }
  return opened;
}

// The records of a subject whose disclosure ended since the last run.
std::size_t Recalls::expire(const RuleBook& book, const std::set<std::string>& units,
                            SubjectId subject, const Position& position, Date today) {
  store::RecordFilter filter;
  filter.subject = subject;
  std::size_t opened = 0;
  for (const auto& record :
       store::find_records(database_.read().sql(), filter, page, std::nullopt)) {
    const auto end = disclosure_end(book, record);
    if (!end || *end <= position.day || *end > today) continue;
    opened += recall(book, units, subject, record.columns.key, "expired",
                     "expired " + std::to_string(subject.value) + " " +
                         std::to_string(record.columns.key.value) + " " + to_string(*end));
  }
  return opened;
}

std::optional<RecallNotice> Recalls::notice_of(const RuleBook& book, store::Session& sql,
                                               const StoredCase& one) const {
  const auto steps = case_steps(sql, cases_.box(), one.head.number);
  if (steps.empty()) return std::nullopt;
  RecallNotice notice;
  notice.number = one.head.number;
  notice.unit = one.standing.unit;
  notice.subject = one.head.subject;
  const auto known = store::find_subject(sql, one.head.subject);
  if (known && known->kind != domain::SubjectKind::person) notice.code = known->code;
  if (const auto* item = book.catalogue.by_number(one.head.item)) notice.item = item->id;
  notice.record = std::to_string(one.head.record.value);
  notice.ground = value_in(steps.front().body.fields, "ground");
  notice.sent = one.head.opened;
  notice.due = one.standing.due;
  notice.basis = cases_.procedure_of(book, sql, one.head)->basis;
  const std::string text = recall_text(notice);
  notice.note = text + "\n";
  for (const auto& key : keys_.facts) notice.note += key.sign(text, clock_.now());
  return notice;
}

Result<RecallPage> Recalls::waiting(const RuleBook& book, const Caller& caller,
                                    std::string_view after, int limit) const {
  if (auto may = caller.require(domain::Power::handle_cases); !may) return may.error();
  const auto* procedure = rulebook::procedure_in(book, kind, cases_.region());
  RecallPage found;
  if (procedure == nullptr || caller.unit().empty()) return found;
  CaseFilter filter;
  filter.of = CasesOf::desk;
  filter.name = caller.unit();
  filter.procedure = procedure->id;
  filter.open_only = true;
  filter.after = after;
  filter.limit = limit;
  const auto lease = database_.read();
  const auto cases = list_cases(lease.sql(), filter);
  for (const StoredCase& one : cases) {
    if (auto notice = notice_of(book, lease.sql(), one))
      found.recalls.push_back(std::move(*notice));
  }
  if (cases.size() == static_cast<std::size_t>(limit)) found.next = cases.back().head.number;
  return found;
}

}  // namespace credence::app
