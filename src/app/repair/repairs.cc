// SPDX-License-Identifier: Apache-2.0
#include "app/repair/repairs.h"

#include "app/access/record_facts.h"
#include "app/access/shown_marks.h"
#include "app/access/values.h"
#include "store/session.h"

namespace credence::app {
namespace {

using rulebook::RuleBook;

// The record as it is stored now; nothing when it is gone or its item is unknown.
std::optional<store::StoredRecord> current_record(store::Session& sql, const CaseHead& head) {
  const auto versions = store::record_versions(sql, head.subject, head.record);
  if (versions.empty() || versions.back().known_to != end_of_time) return std::nullopt;
  return versions.back();
}

RepairFacts stored_facts(const GuardQuestion& question, const rulebook::Item& item,
                         const store::StoredRecord& stored, store::Dictionaries& dictionaries) {
  const auto values =
      decode_values(dictionaries.unpack(question.sql, stored.fields), item.fields.size())
          .or_throw();
  const SubjectId subject = question.head.subject;
  const MarksInForce marks(question.sql, std::span(&subject, 1), end_of_time);
  const auto publicity = publicity_facts(item, stored, values);
  RepairFacts facts;
  facts.item = item.id;
  facts.issuing_body = value_of(item, values, rulebook::Role::issuing_body);
  facts.dishonesty = item.nature == rulebook::Nature::dishonesty;
  facts.severity = publicity.severity;
  facts.kinds = publicity.kinds;
  facts.valid_to = publicity.valid_to;
  facts.publicity = question.book.publicity.answer(publicity);
  facts.repaired = marks.of(subject, question.head.record).repaired;
  facts.withdrawn = marks.of(subject, question.head.record).withdrawn;
  facts.barred_until = bars_of(question.book, question.sql, subject);
  return facts;
}

}  // namespace

std::vector<Date> bars_of(const RuleBook& book, store::Session& sql, SubjectId subject) {
  std::vector<Date> bars;
  const auto rows = sql.query(
      "SELECT s.at FROM case_step s JOIN case_file f ON f.number = s.number WHERE f.subject_id = "
      "$1 "
      "AND s.act = 'find_false' ORDER BY s.at",
      {subject.value});
  while (rows->next()) bars.push_back(barred_until(book, Instant(rows->number(0)).day()));
  return bars;
}

Repairs::Repairs(store::Database& database, store::Dictionaries& dictionaries)
    : database_(database), dictionaries_(dictionaries) {}

std::optional<Error> Repairs::refusal(const GuardQuestion& question) const {
  const auto stored = current_record(question.sql, question.head);
  const auto* item = stored ? question.book.catalogue.by_number(stored->columns.item) : nullptr;
  if (item == nullptr) {
    return make_error(ErrorCode::not_found, "record.not_found",
                      {"没有这一条记录。", "There is no such record."},
                      {"请核对记录编号。", "Check its number."}, "SD-2020/41");
  }
  const auto facts = stored_facts(question, *item, *stored, dictionaries_);
  const auto may = check_repairable(question.book, facts, question.today);
  return may ? std::nullopt : std::optional(may.error());
}

RepairPath Repairs::path(const RuleBook& book, const DisclosedFile& file) const {
  RepairMarks marks;
  marks.barred_until = bars_of(book, database_.read().sql(), file.subject.id);
  return path_to_repair(book, file, marks);
}

}  // namespace credence::app
