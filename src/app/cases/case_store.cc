// SPDX-License-Identifier: Apache-2.0
#include "app/cases/case_store.h"

#include "domain/attested.h"
#include "ledger/entry.h"
#include "store/log.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

using rulebook::Party;
using rulebook::Running;
using store::Value;

constexpr std::int64_t no_desk = -1;
constexpr const char* columns =
    "SELECT number, procedure_id, procedure_hash, subject_id, record_key, item, provider, "
    "applicant, opened, steps, state, desk, unit, officer, closed, due, edition FROM case_file ";

Value day_or_null(const std::optional<Date>& day) {
  return day ? Value(static_cast<std::int64_t>(day->days())) : Value(std::monostate());
}
Value instant_or_null(const std::optional<Instant>& at) {
  return at ? Value(at->micros()) : Value(std::monostate());
}
std::optional<Date> day_at(store::Cursor& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Date(static_cast<std::int32_t>(row.number(column)));
}
std::int64_t desk_number(const std::optional<Party>& desk) {
  return desk ? static_cast<std::int64_t>(*desk) : no_desk;
}

StoredCase case_at(store::Cursor& row) {
  const auto text = [&](int column) { return std::string(row.bytes(column)); };
  StoredCase found;
  found.head = {text(0),
                text(1),
                text(2),
                SubjectId(row.number(3)),
                RecordKey(row.number(4)),
                static_cast<int>(row.number(5)),
                text(6),
                text(7),
                Instant(row.number(8))};
  CaseStanding& standing = found.standing;
  standing.steps = static_cast<int>(row.number(9));
  standing.state = text(10);
  if (row.number(11) != no_desk) standing.desk = static_cast<Party>(row.number(11));
  standing.unit = text(12);
  standing.officer = text(13);
  if (!row.is_null(14)) standing.closed = Instant(row.number(14));
  standing.due = day_at(row, 15);
  standing.edition = text(16);
  return found;
}

std::vector<StoredCase> cases_at(store::Cursor& rows) {
  std::vector<StoredCase> all;
  while (rows.next()) all.push_back(case_at(rows));
  return all;
}

template <class T>
T read_json(const std::string& text) {
  boost::system::error_code fault;
  const auto json = boost::json::parse(text, fault);
  return wire::from_json<T>(fault ? boost::json::value() : json).or_throw();
}

std::vector<FieldValue> read_secret(const std::string& text) {
  return read_json<StepBody>(text).fields;
}

constexpr const char* body_use = "case";
constexpr const char* secret_use = "case.secret";

}  // namespace

std::optional<StoredCase> find_case(store::Session& sql, std::string_view number) {
  const auto row = sql.query(std::string(columns) + "WHERE number = $1", {number});
  return row->next() ? std::optional(case_at(*row)) : std::nullopt;
}

void put_case(store::Write& write, const CaseHead& head, const CaseStanding& standing) {
  write.sql.run(
      "INSERT INTO case_file (number, procedure_id, procedure_hash, subject_id, record_key, item, "
      "provider, applicant, opened, steps, state, desk, unit, officer, closed, due, edition) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
      {head.number, head.procedure, head.procedure_hash, head.subject.value, head.record.value,
       static_cast<std::int64_t>(head.item), head.provider, head.applicant, head.opened.micros(),
       static_cast<std::int64_t>(standing.steps), standing.state, desk_number(standing.desk),
       standing.unit, standing.officer, instant_or_null(standing.closed), day_or_null(standing.due),
       standing.edition});
}

void update_standing(store::Write& write, const std::string& number, const CaseStanding& standing,
                     const std::vector<Running>& deadlines) {
  write.sql.run(
      "UPDATE case_file SET steps = $1, state = $2, desk = $3, unit = $4, officer = $5, closed = "
      "$6, due = $7, edition = $8 WHERE number = $9",
      {static_cast<std::int64_t>(standing.steps), standing.state, desk_number(standing.desk),
       standing.unit, standing.officer, instant_or_null(standing.closed), day_or_null(standing.due),
       standing.edition, number});
  write.sql.run("DELETE FROM case_deadline WHERE number = $1", {number});
  std::int64_t place = 0;
  for (const Running& one : deadlines) {
    write.sql.run(
        "INSERT INTO case_deadline (number, place, deadline, owed_by, unit, basis, counted_from, "
        "due, provisional, met, passed_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {number, place++, one.deadline, static_cast<std::int64_t>(one.owed_by), one.owed_unit,
         one.basis, static_cast<std::int64_t>(one.counted_from.days()), day_or_null(one.due),
         static_cast<std::int64_t>(one.provisional), day_or_null(one.met),
         day_or_null(one.passed_on)});
  }
}

Running deadline_at(store::Cursor& row, int first) {
  Running one;
  one.deadline = row.bytes(first);
  one.owed_by = static_cast<Party>(row.number(first + 1));
  one.owed_unit = row.bytes(first + 2);
  one.basis = row.bytes(first + 3);
  one.counted_from = Date(static_cast<std::int32_t>(row.number(first + 4)));
  one.due = day_at(row, first + 5);
  one.provisional = row.number(first + 6) != 0;
  one.met = day_at(row, first + 7);
  one.passed_on = day_at(row, first + 8);
  return one;
}

std::vector<Running> stored_deadlines(store::Session& sql, std::string_view number) {
  const auto rows = sql.query(std::string("SELECT ") + deadline_columns +
                                  " FROM case_deadline d WHERE d.number = $1 ORDER BY d.place",
                              {number});
  std::vector<Running> all;
  while (rows->next()) all.push_back(deadline_at(*rows, 0));
  return all;
}

std::vector<CaseStep> case_steps(store::Session& sql, const SecretBox& box,
                                 std::string_view number) {
  const auto rows = sql.query(
      "SELECT step, at, actor, unit, act, body, secret, leaf FROM case_step WHERE number = $1 "
      "ORDER BY step",
      {number});
  std::vector<CaseStep> all;
  while (rows->next()) {
    CaseStep step;
    step.step = static_cast<int>(rows->number(0));
    step.at = Instant(rows->number(1));
    step.actor = rows->bytes(2);
    step.unit = rows->bytes(3);
    step.act = rows->bytes(4);
    if (const auto body = rows->bytes(5); !body.empty())
      step.body = read_json<StepBody>(box.open(body_use, number, body).or_throw());
    if (const auto secret = rows->bytes(6); !secret.empty())
      step.secret = read_secret(box.open(secret_use, number, secret).or_throw());
    step.leaf = rows->number(7);
    all.push_back(std::move(step));
  }
  return all;
}

namespace {

struct StepSaid {
  std::string statement = "case_step";
  std::string number, procedure, procedure_hash;
  SubjectId subject;
  RecordKey record;
  int item = 0;
  std::string provider;
  int step = 0;
  Instant at;
  std::string actor, unit, act;
  StepBody body;
  std::vector<FieldValue> secret;
};
BOOST_DESCRIBE_STRUCT(StepSaid, (),
                      (statement, number, procedure, procedure_hash, subject, record, item,
                       provider, step, at, actor, unit, act, body, secret))

}  // namespace

std::string step_statement(const CaseHead& head, const CaseStep& step) {
  StepSaid said;
  said.number = head.number;
  said.procedure = head.procedure;
  said.procedure_hash = head.procedure_hash;
  said.subject = head.subject;
  said.record = head.record;
  said.item = head.item;
  said.provider = head.provider;
  said.step = step.step;
  said.at = step.at;
  said.actor = step.actor;
  said.unit = step.unit;
  said.act = step.act;
  said.body = step.body;
  said.secret = step.secret;
  return wire::to_line(said);
}

std::int64_t put_step(store::Write& write, const SecretBox& box, const CaseHead& head,
                      const CaseStep& step) {
  const std::string salt = box.random().bytes(ledger::salt_bytes);
  const auto leaf = static_cast<std::int64_t>(
      write.log.append(static_cast<unsigned char>(domain::Attested::case_step),
                       ledger::commitment(salt, step_statement(head, step))));
  const std::string body = box.seal(body_use, head.number, wire::to_line(step.body));
  std::string secret;
  if (!step.secret.empty()) {
    StepBody apart;
    apart.fields = step.secret;
    secret = box.seal(secret_use, head.number, wire::to_line(apart));
  }
  write.sql.run(
      "INSERT INTO case_step (number, step, at, actor, unit, act, body, secret, leaf, salt) VALUES "
      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {head.number, static_cast<std::int64_t>(step.step), step.at.micros(), step.actor, step.unit,
       step.act, body, secret, leaf, store::Bytes{salt}});
  return leaf;
}

void keep_procedure(store::Write& write, const rulebook::Procedure& procedure) {
  if (kept_procedure(write.sql, procedure.hash)) return;
  write.sql.run("INSERT INTO case_procedure (hash, procedure_id, text) VALUES ($1, $2, $3)",
                {procedure.hash, procedure.id, procedure.text});
}

std::optional<std::string> kept_procedure(store::Session& sql, std::string_view hash) {
  const auto row = sql.query("SELECT text FROM case_procedure WHERE hash = $1", {hash});
  return row->next() ? std::optional(std::string(row->bytes(0))) : std::nullopt;
}

std::vector<StoredCase> list_cases(store::Session& sql, const CaseFilter& filter) {
  const std::string rest = std::string(" AND number > $2 AND ($3 = '' OR procedure_id = $4)") +
                           (filter.open_only ? " AND closed IS NULL" : "") +
                           " ORDER BY number LIMIT $5";
  const auto ask = [&](const char* where, Value name) {
    return cases_at(*sql.query(std::string(columns) + where + rest,
                               {name, filter.after, filter.procedure, filter.procedure,
                                static_cast<std::int64_t>(filter.limit)}));
  };
  switch (filter.of) {
    case CasesOf::subject:
      return ask("WHERE subject_id = $1", filter.subject.value);
    case CasesOf::applicant:
      return ask("WHERE applicant = $1", std::string_view(filter.name));
    case CasesOf::desk:
      return ask("WHERE unit = $1 AND closed IS NULL", std::string_view(filter.name));
    case CasesOf::all:
      break;
  }
  return ask("WHERE $1 = ''", std::string_view());
}

std::vector<StoredCase> cases_about(store::Session& sql, SubjectId subject, RecordKey record) {
  return cases_at(*sql.query(
      std::string(columns) + "WHERE subject_id = $1 AND record_key = $2 ORDER BY opened DESC",
      {subject.value, record.value}));
}

}  // namespace credence::app
