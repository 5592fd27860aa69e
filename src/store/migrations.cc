// SPDX-License-Identifier: Apache-2.0
#include "store/migrations.h"

#include <algorithm>

#include "base/text.h"
#include "store/dialect.h"
#include "store/session.h"

namespace credence::store {
namespace {

// Days count from 1970-01-01, instants are microseconds UTC, known_to is the largest number while a
// row is current. Big tables carry subject_id first, so that PostgreSQL can be distributed by it
// (DESIGN 6).
constexpr std::string_view records = R"(
CREATE TABLE subject (
  subject_id BIGINT NOT NULL PRIMARY KEY, kind INTEGER NOT NULL, scheme INTEGER NOT NULL, code TEXT NOT NULL,
  name TEXT NOT NULL, authoritative INTEGER NOT NULL, sealed BLOB, wrapped_key BLOB, region INTEGER NOT NULL,
  batch BIGINT NOT NULL, known_from BIGINT NOT NULL, changed BIGINT NOT NULL,
  leaf BIGINT NOT NULL, salt BLOB NOT NULL);
CREATE INDEX subject_changed ON subject (changed, subject_id);
CREATE TABLE subject_name (
  subject_id BIGINT NOT NULL, name TEXT NOT NULL, batch BIGINT NOT NULL, known_from BIGINT NOT NULL,
  known_to BIGINT NOT NULL, authoritative INTEGER NOT NULL, region INTEGER NOT NULL,
  leaf BIGINT NOT NULL, salt BLOB NOT NULL);
CREATE INDEX subject_name_subject ON subject_name (subject_id, known_to);
CREATE TABLE alias (
  subject_id BIGINT NOT NULL, alias_id BIGINT NOT NULL, scheme INTEGER NOT NULL, code TEXT NOT NULL,
  batch BIGINT NOT NULL, known_from BIGINT NOT NULL, PRIMARY KEY (subject_id, alias_id));
CREATE INDEX alias_alias ON alias (alias_id);
CREATE TABLE record (
  subject_id BIGINT NOT NULL, record_key BIGINT NOT NULL, version INTEGER NOT NULL, item INTEGER NOT NULL,
  body BIGINT NOT NULL, decided_on INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER, conduct_end INTEGER,
  publicity_end INTEGER, severity INTEGER NOT NULL, category INTEGER NOT NULL, region INTEGER NOT NULL, content BIGINT NOT NULL,
  batch BIGINT NOT NULL, row_number BIGINT NOT NULL, known_from BIGINT NOT NULL, known_to BIGINT NOT NULL,
  document_number TEXT NOT NULL, fields BLOB NOT NULL, sealed BLOB, leaf BIGINT NOT NULL);
CREATE UNIQUE INDEX record_identity ON record (subject_id, record_key, version);
CREATE INDEX record_list ON record (item, decided_on);
CREATE INDEX record_leaf ON record (leaf);
CREATE TABLE statement (leaf BIGINT NOT NULL PRIMARY KEY, kind INTEGER NOT NULL, salt BLOB, text TEXT NOT NULL);
CREATE INDEX statement_kind ON statement (kind, leaf);
CREATE TABLE dictionary (
  dictionary_id INTEGER NOT NULL PRIMARY KEY, item INTEGER NOT NULL, bytes BLOB NOT NULL, made BIGINT NOT NULL,
  sum BIGINT NOT NULL))";

constexpr std::string_view batches = R"(
CREATE TABLE batch (
  number BIGINT NOT NULL PRIMARY KEY, batch_id BIGINT NOT NULL UNIQUE, provider TEXT NOT NULL,
  provider_name TEXT NOT NULL, item INTEGER NOT NULL, file_sha256 TEXT NOT NULL, file_name TEXT NOT NULL,
  file_bytes BIGINT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL, layout TEXT NOT NULL,
  edition TEXT NOT NULL, received_at BIGINT NOT NULL, finished_at BIGINT, rows_done BIGINT NOT NULL,
  reject_bytes BIGINT NOT NULL, sent BIGINT NOT NULL, added BIGINT NOT NULL, changed BIGINT NOT NULL,
  duplicate BIGINT NOT NULL, rejected BIGINT NOT NULL, warned BIGINT NOT NULL, late BIGINT NOT NULL,
  measures TEXT NOT NULL);
CREATE INDEX batch_provider ON batch (provider, item);
CREATE TABLE batch_error (
  batch BIGINT NOT NULL, error_id TEXT NOT NULL, count BIGINT NOT NULL, PRIMARY KEY (batch, error_id));
CREATE TABLE row_run (
  first_leaf BIGINT NOT NULL PRIMARY KEY, batch BIGINT NOT NULL, first_row BIGINT NOT NULL, count BIGINT NOT NULL,
  seed BLOB, salts BLOB);
CREATE INDEX row_run_batch ON row_run (batch, first_row);
CREATE TABLE row_duplicate (
  leaf BIGINT NOT NULL PRIMARY KEY, subject_id BIGINT NOT NULL, record_key BIGINT NOT NULL, columns TEXT NOT NULL);
CREATE INDEX row_duplicate_subject ON row_duplicate (subject_id)
)";

constexpr std::string_view reports = R"(
CREATE TABLE report (
  number TEXT NOT NULL PRIMARY KEY, check_code TEXT NOT NULL, subject_id BIGINT NOT NULL,
  subject_name TEXT NOT NULL, made BIGINT NOT NULL, sha256 TEXT NOT NULL, snapshot BLOB NOT NULL,
  leaf BIGINT NOT NULL);
CREATE INDEX report_subject ON report (subject_id);
CREATE TABLE report_form (
  number TEXT NOT NULL, form TEXT NOT NULL, sha256 TEXT NOT NULL, leaf BIGINT NOT NULL, PRIMARY KEY (number, form)))";

constexpr std::string_view access = R"(
CREATE TABLE access_entry (
  subject_id BIGINT NOT NULL, chain INTEGER NOT NULL, number BIGINT NOT NULL, previous BIGINT NOT NULL,
  at BIGINT NOT NULL, asker TEXT NOT NULL, unit_code TEXT NOT NULL, unit TEXT NOT NULL, purpose TEXT NOT NULL,
  matter TEXT NOT NULL, basis TEXT NOT NULL, consent TEXT NOT NULL, channel TEXT NOT NULL, request TEXT NOT NULL,
  shown INTEGER NOT NULL, withheld INTEGER NOT NULL, items TEXT NOT NULL, sealed_until INTEGER NOT NULL,
  leaf BIGINT NOT NULL, salt BLOB NOT NULL, PRIMARY KEY (subject_id, chain, number));
CREATE INDEX access_entry_leaf ON access_entry (leaf);
CREATE INDEX access_entry_asker ON access_entry (asker, at);
CREATE INDEX access_entry_at ON access_entry (at);
CREATE TABLE public_view (
  subject_id BIGINT NOT NULL, day INTEGER NOT NULL, views BIGINT NOT NULL, balance BIGINT NOT NULL,
  PRIMARY KEY (subject_id, day)))";

// The register (app/access/register.h), and what changes at every sign-in and is summed instead of
// attested (app/accounts/sessions.h).
constexpr std::string_view accounts = R"(
CREATE TABLE register (
  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, current INTEGER NOT NULL, parent TEXT NOT NULL,
  also TEXT NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL, unit TEXT NOT NULL, act TEXT NOT NULL, body TEXT NOT NULL,
  leaf BIGINT NOT NULL, salt BLOB NOT NULL, PRIMARY KEY (kind, id, version));
CREATE INDEX register_leaf ON register (leaf);
CREATE INDEX register_parent ON register (kind, parent, current);
CREATE INDEX register_also ON register (kind, also, current);
CREATE INDEX register_actor ON register (actor, at);
CREATE TABLE session (
  session_id TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL, started BIGINT NOT NULL, seen BIGINT NOT NULL,
  second_factor INTEGER NOT NULL, sum BIGINT NOT NULL);
CREATE INDEX session_account ON session (account);
CREATE TABLE sign_in (
  account TEXT NOT NULL PRIMARY KEY, failures BIGINT NOT NULL, locked_until BIGINT NOT NULL, totp_step BIGINT NOT NULL,
  sum BIGINT NOT NULL);
CREATE TABLE confirmation (
  confirmation_id TEXT NOT NULL PRIMARY KEY, session_id TEXT NOT NULL, act TEXT NOT NULL, until BIGINT NOT NULL,
  sum BIGINT NOT NULL);
CREATE TABLE nonce (
  nonce_id TEXT NOT NULL PRIMARY KEY, until BIGINT NOT NULL, sum BIGINT NOT NULL))";

// The log of each lane (store/log.h).
constexpr std::string_view facts_log = R"(
CREATE TABLE log_bundle (number BIGINT NOT NULL PRIMARY KEY, entries BLOB NOT NULL);
CREATE TABLE log_tile (
  level INTEGER NOT NULL, number BIGINT NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, number));
CREATE TABLE log_head (
  one INTEGER NOT NULL PRIMARY KEY, size BIGINT NOT NULL, instant BIGINT NOT NULL, checkpoint TEXT NOT NULL,
  sum BIGINT NOT NULL))";

constexpr std::string_view access_log = R"(
CREATE TABLE access_log_bundle (number BIGINT NOT NULL PRIMARY KEY, entries BLOB NOT NULL);
CREATE TABLE access_log_tile (
  level INTEGER NOT NULL, number BIGINT NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, number));
CREATE TABLE access_log_head (
  one INTEGER NOT NULL PRIMARY KEY, size BIGINT NOT NULL, instant BIGINT NOT NULL, checkpoint TEXT NOT NULL,
  sum BIGINT NOT NULL))";

// Up to where a segment of the journal (store/journal.h) was moved into this lane.
constexpr std::string_view access_journal = R"(
CREATE TABLE access_journal (
  segment TEXT NOT NULL PRIMARY KEY, position BIGINT NOT NULL, at BIGINT NOT NULL, sum BIGINT NOT NULL))";

constexpr std::string_view erasures = R"(
CREATE TABLE erasure (
  number BIGINT NOT NULL PRIMARY KEY, subject_id BIGINT, ground TEXT NOT NULL, reason TEXT NOT NULL,
  proposed_by TEXT NOT NULL, proposed_unit TEXT NOT NULL, proposed_at BIGINT NOT NULL, decided_by TEXT NOT NULL,
  decided_unit TEXT NOT NULL, decided_at BIGINT, records BIGINT NOT NULL, entries BIGINT NOT NULL,
  originals BIGINT NOT NULL, proposal_leaf BIGINT NOT NULL, leaf BIGINT))";

// Marks on records (store/marks.h); few, and read with every file.
constexpr std::string_view marks = R"(
CREATE TABLE record_mark (
  subject_id BIGINT NOT NULL, leaf BIGINT NOT NULL, record_key BIGINT NOT NULL, kind INTEGER NOT NULL,
  case_number TEXT NOT NULL, basis TEXT NOT NULL, text TEXT NOT NULL, put_at BIGINT NOT NULL, ended_at BIGINT NOT NULL,
  salt BLOB NOT NULL, end_leaf BIGINT, end_salt BLOB, PRIMARY KEY (subject_id, leaf));
CREATE INDEX record_mark_leaf ON record_mark (leaf);
CREATE INDEX record_mark_end ON record_mark (end_leaf))";

constexpr std::string_view witness = R"(
CREATE TABLE cosigned (
  origin TEXT NOT NULL PRIMARY KEY, size BIGINT NOT NULL, root TEXT NOT NULL, at BIGINT NOT NULL, leaf BIGINT NOT NULL))";

// Cases (app/cases). The steps are what happened; what stands in case_file and case_deadline beside
// them follows from them.
constexpr std::string_view cases = R"(
CREATE TABLE case_file (
  number TEXT NOT NULL PRIMARY KEY, procedure_id TEXT NOT NULL, procedure_hash TEXT NOT NULL, subject_id BIGINT NOT NULL,
  record_key BIGINT NOT NULL, item INTEGER NOT NULL, provider TEXT NOT NULL, applicant TEXT NOT NULL,
  opened BIGINT NOT NULL, steps INTEGER NOT NULL, state TEXT NOT NULL, desk INTEGER NOT NULL, unit TEXT NOT NULL,
  officer TEXT NOT NULL, closed BIGINT, due INTEGER, edition TEXT NOT NULL);
CREATE INDEX case_file_subject ON case_file (subject_id, opened);
CREATE INDEX case_file_applicant ON case_file (applicant, opened);
CREATE INDEX case_file_unit ON case_file (unit, closed, due);
CREATE TABLE case_step (
  number TEXT NOT NULL, step INTEGER NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL, unit TEXT NOT NULL, act TEXT NOT NULL,
  body TEXT NOT NULL, secret TEXT NOT NULL, leaf BIGINT NOT NULL, salt BLOB NOT NULL, PRIMARY KEY (number, step));
CREATE INDEX case_step_leaf ON case_step (leaf);
CREATE TABLE case_deadline (
  number TEXT NOT NULL, place INTEGER NOT NULL, deadline TEXT NOT NULL, owed_by INTEGER NOT NULL, unit TEXT NOT NULL,
  basis TEXT NOT NULL, counted_from INTEGER NOT NULL, due INTEGER, provisional INTEGER NOT NULL, met INTEGER,
  passed_on INTEGER, PRIMARY KEY (number, place));
CREATE INDEX case_deadline_unit ON case_deadline (owed_by, unit, due);
CREATE INDEX case_deadline_due ON case_deadline (due);
CREATE TABLE case_procedure (hash TEXT NOT NULL PRIMARY KEY, procedure_id TEXT NOT NULL, text TEXT NOT NULL))";

// Up to where marks were followed to whoever was given the records (app/recall).
constexpr std::string_view recalls = R"(
CREATE TABLE recall_run (
  one INTEGER NOT NULL PRIMARY KEY, leaf BIGINT NOT NULL, day INTEGER NOT NULL))";

// The files attached to cases (app/cases/documents.h).
constexpr std::string_view case_documents = R"(
CREATE TABLE case_document (
  case_number TEXT NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL, media TEXT NOT NULL, bytes BIGINT NOT NULL,
  step BIGINT NOT NULL, PRIMARY KEY (case_number, sha256)))";

// Editions of the rules that were in force (app/standing/editions.h), and the units of subjects
// that are no organisations, for reading heads without opening each subject.
constexpr std::string_view standing = R"(
CREATE TABLE rule_edition (
  leaf BIGINT NOT NULL PRIMARY KEY, edition TEXT NOT NULL, in_force_from BIGINT NOT NULL);
CREATE TABLE rule_text (edition TEXT NOT NULL PRIMARY KEY, packed BLOB NOT NULL);
CREATE INDEX subject_other ON subject (subject_id, kind) WHERE kind <> 1)";

// What became of the measures that checks told of (app/check/measure_use.h): what stands in the
// steps of their cases, to be counted quickly; and up to where looks and steps were followed.
constexpr std::string_view measure_use = R"(
CREATE TABLE measure_use (
  number TEXT NOT NULL PRIMARY KEY, measure TEXT NOT NULL, unit TEXT NOT NULL, told INTEGER NOT NULL,
  reason TEXT NOT NULL);
CREATE INDEX measure_use_told ON measure_use (told);
CREATE TABLE measure_use_ground (
  number TEXT NOT NULL, record_key BIGINT NOT NULL, PRIMARY KEY (number, record_key));
CREATE TABLE measure_follow (what TEXT NOT NULL PRIMARY KEY, leaf BIGINT NOT NULL))";

void execute_each(Session& sql, Engine engine, std::string_view text) {
  const std::string schema = schema_text(engine, text);
  for (const auto statement : split(schema, ";\n")) {
    if (!trim(statement).empty()) sql << std::string(statement);
  }
}

Failure newer_schema(int found) {
  return Failure(make_error(
      ErrorCode::conflict, "store.schema_newer",
      {"数据由更新版本的程序写入（结构版本 " + std::to_string(found) + "），本程序不能打开。",
       "The data was written by a newer program (schema " + std::to_string(found) +
           "); this one cannot open it."},
      {"请使用写入它的版本或更新的版本。", "Use the version that wrote it, or a newer one."}));
}

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all = {
      {1, Lane::facts, records},     {2, Lane::access, access},
      {3, Lane::facts, facts_log},   {4, Lane::access, access_log},
      {5, Lane::facts, marks},       {6, Lane::access, access_journal},
      {100, Lane::facts, batches},   {300, Lane::facts, reports},
      {400, Lane::facts, erasures},  {500, Lane::facts, witness},
      {600, Lane::access, accounts}, {700, Lane::facts, case_documents},
      {701, Lane::facts, cases},     {800, Lane::facts, recalls},
      {900, Lane::facts, standing},  {901, Lane::facts, measure_use},
  };
  return all;
}

void migrate(Session& sql, Engine engine, Lane lane) {
  const std::string table = lane == Lane::facts ? "schema_step" : "access_schema_step";
  sql << "CREATE TABLE IF NOT EXISTS " + table + " (number INTEGER NOT NULL PRIMARY KEY)";
  int newest = 0;
  sql << "SELECT COALESCE(MAX(number), 0) FROM " + table, soci::into(newest);
  if (newest > migrations().back().number) throw newer_schema(newest);
  for (const Migration& step : migrations()) {
    if (step.lane != lane) continue;
    int done = 0;
    sql << "SELECT COUNT(*) FROM " + table + " WHERE number = :n", soci::use(step.number),
        soci::into(done);
    if (done > 0) continue;
    execute_each(sql, engine, step.sql);
    sql << "INSERT INTO " + table + " (number) VALUES (:n)", soci::use(step.number);
  }
}

}  // namespace credence::store
