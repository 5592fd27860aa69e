// SPDX-License-Identifier: Apache-2.0
#include "app/intake/row_statements.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "app/intake/batch_store.h"
#include "ledger/entry.h"
#include "store/session.h"

namespace credence::app {
namespace {

Failure no_batch(std::int64_t batch) {
  return Failure(make_error(ErrorCode::internal, "record.batch_unknown",
                            {"记录所属的回执 " + std::to_string(batch) + " 不存在。",
                             "A record's receipt " + std::to_string(batch) + " is not there."}));
}

}  // namespace

std::optional<StoredDuplicate> duplicate_at_leaf(store::Session& sql, std::int64_t leaf) {
  const auto row = sql.query(
      "SELECT leaf, subject_id, record_key, columns FROM row_duplicate WHERE leaf = $1", {leaf});
  if (!row->next()) return std::nullopt;
  return StoredDuplicate{row->number(0), SubjectId(row->number(1)), RecordKey(row->number(2)),
                         std::string(row->bytes(3))};
}

std::int64_t row_of_journal_line(std::string_view line) {
  std::int64_t row = 0;
  if (!line.starts_with("[\"")) return 0;
  std::from_chars(line.data() + 2, line.data() + line.size(), row);
  return row;
}

RowStatements::RowStatements(store::Session& sql, store::Dictionaries& dictionaries,
                             const Vault& vault, std::filesystem::path folder)
    : sql_(sql), dictionaries_(dictionaries), vault_(vault), folder_(std::move(folder)) {}

const RowStamp& RowStatements::stamp(std::int64_t batch) {
  const auto [at, fresh] = stamps_.try_emplace(batch);
  if (fresh) {
    const auto stored = find_batch(sql_, batch);
    if (!stored) throw no_batch(batch);
    at->second = {stored->number, stored->provider, stored->received};
  }
  return at->second;
}

std::optional<RowStatements::Values> RowStatements::values_of(const store::StoredRecord& record) {
  Values values{dictionaries_.unpack(sql_, record.fields), {}};
  if (record.sealed.empty()) return values;
  const auto subject = store::find_subject(sql_, record.columns.subject);
  if (!subject) throw no_batch(record.batch);
  auto opened = vault_.open_sealed(subject->id, subject->wrapped_key, record.sealed);
  if (!opened && opened.error().code == ErrorCode::not_found) return std::nullopt;
  values.personal = std::move(opened).or_throw();
  return values;
}

std::optional<std::string> RowStatements::of_record(const store::StoredRecord& record) {
  const auto values = values_of(record);
  if (!values) return std::nullopt;
  columns_.clear();
  append_columns(record.columns, columns_);
  row_statement(stamp(record.batch),
                {record.row, record.columns.subject, record.columns.key, columns_,
                 record.document_number, values->fields, values->personal},
                text_);
  return text_;
}

std::optional<std::string> RowStatements::of_duplicate(const StoredDuplicate& duplicate,
                                                       const StoredRun& run) {
  auto versions = store::record_versions(sql_, duplicate.subject, duplicate.record);
  std::erase_if(versions, [&](const auto& version) { return version.leaf > duplicate.leaf; });
  if (versions.empty()) return std::nullopt;
  const auto& same = versions.back();
  const auto values = values_of(same);
  if (!values) return std::nullopt;
  row_statement(stamp(run.batch),
                {run.row_at(duplicate.leaf), duplicate.subject, duplicate.record, duplicate.columns,
                 same.document_number, values->fields, values->personal},
                text_);
  return text_;
}

std::optional<std::string> RowStatements::of_refusal(const StoredRun& run, std::int64_t row) {
  std::ifstream journal(journal_path(folder_, run.batch), std::ios::binary);
  for (std::string line; std::getline(journal, line);) {
    if (row_of_journal_line(line) != row) continue;
    refusal_statement(stamp(run.batch), row, line, text_);
    return text_;
  }
  return std::nullopt;
}

std::optional<Attestation> RowStatements::at(std::int64_t leaf) {
  const auto entry = store::log_entry(sql_, store::Lane::facts, static_cast<std::uint64_t>(leaf));
  const auto run = run_of_leaf(sql_, leaf);
  if (entry.empty() || !run) return std::nullopt;
  Attestation found{static_cast<domain::Attested>(entry.front()), run->salt(run->row_at(leaf)), {}};
  std::optional<std::string> said;
  if (found.kind == domain::Attested::row_refused) {
    said = of_refusal(*run, run->row_at(leaf));
  } else if (const auto duplicate = duplicate_at_leaf(sql_, leaf)) {
    said = of_duplicate(*duplicate, *run);
  } else if (const auto record = store::record_at_leaf(sql_, leaf)) {
    said = of_record(*record);
  }
  if (!said || found.salt.empty()) return std::nullopt;
  found.statement = std::move(*said);
  return found;
}

}  // namespace credence::app
