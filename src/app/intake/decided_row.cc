// SPDX-License-Identifier: Apache-2.0
#include "app/intake/decided_row.h"

#include "app/intake/batch_store.h"
#include "app/intake/chunk.h"
#include "app/intake/correction_check.h"
#include "ledger/entry.h"

namespace credence::app {
namespace {

using rulebook::Item;

constexpr std::int64_t only_row = 1;  // of its original

struct Line {
  std::vector<std::string> header, cells;
  std::string text;
};

// The row as the line its unit would have sent, with why. Fields that are empty stay out, as
// columns that a file does not have.
Line line_of(const RowWanted& wanted) {
  boost::json::object object = wanted.noted;
  object["case"] = wanted.decider.case_number;
  object["unit"] = wanted.decider.unit;
  object["unit_name"] = wanted.decider.unit_name;
  object["by"] = wanted.decider.by;
  object["reason"] = wanted.decider.reason;
  Line line;
  for (std::size_t i = 0; i < wanted.values.size(); ++i) {
    const std::string& value = wanted.values[i];
    const bool said = i < wanted.said.size() && wanted.said[i];
    if (value.empty() && !said) continue;
    object[wanted.item.fields[i].code] = value;
    line.header.push_back(wanted.item.fields[i].code);
    line.cells.push_back(value);
  }
  line.text = boost::json::serialize(object) + "\n";
  return line;
}

RowBlock block_of(const std::vector<std::string>& cells) {
  RowBlock block;
  block.begin_row(only_row);
  for (const auto& cell : cells) block.add_cell(cell);
  block.end_row();
  return block;
}

Batch batch_of(const DecidedRow& row) {
  Batch batch;
  batch.provider = row.decider.unit;
  batch.provider_name = row.decider.unit_name;
  batch.item = row.item->number;
  batch.id = batch_id(batch.provider, batch.item, row.original.sha256);
  batch.file_sha256 = row.original.sha256;
  batch.file_name = row.decider.case_number + ".jsonl";
  batch.file_bytes = static_cast<std::int64_t>(row.original.bytes);
  batch.format = row.format;
  batch.encoding = "UTF-8";
  batch.layout = row.layout;
  batch.edition = row.edition;
  return batch;
}

// What the log attests of the row, now that its receipt is known.
Digest commitment_of(const DecidedRow& decided, const Batch& batch) {
  const Candidate& row = decided.row;
  std::string columns, statement;
  append_columns(row.columns, columns);
  row_statement({batch.number, batch.provider, batch.received},
                {row.row, row.columns.subject, row.columns.key, columns, row.document_number,
                 decided.open_values, row.personal},
                statement);
  return ledger::commitment(row_salt(decided.seed, row.row), statement);
}

// A submission of one row; what became of it is told when it is stored.
Chunk chunk_of(const DecidedRow& decided, const store::KnownSubject& subject, std::string sealed,
               Batch batch) {
  Chunk chunk;
  chunk.entries = {{domain::Attested::row_changed, commitment_of(decided, batch)}};
  chunk.runs = {{0, only_row, 1, decided.seed}};
  chunk.candidates = {&decided.row};
  chunk.sealed = {std::move(sealed)};
  chunk.known.emplace(subject.id.value, subject);
  chunk.before = std::move(batch);
  chunk.before.totals.sent = 1;
  chunk.before.totals.warned = decided.row.warned ? 1 : 0;
  chunk.before.rows_done = 1;
  chunk.before.measures = decided.measures;
  return chunk;
}

Error submitted_already() {
  return make_error(ErrorCode::conflict, "decided.submitted",
                    {"同样的一行已经作为文件报送，未重复记录。",
                     "This very line was submitted as a file; it was not stored again."},
                    {"请查看记录现在的内容。", "Look at the record as it is now."}, "SD-2020/36");
}

}  // namespace

ColumnMap decided_columns(const Item& item, const std::vector<std::string>& header,
                          const std::string& layout) {
  ColumnMap map;
  for (const auto& name : header) map.field_of_column.push_back(item.field_index(name));
  map.layout = layout;  // its values are ours already: nothing is translated again
  return map;
}

DecidedRows::DecidedRows(store::Database& database, store::Dictionaries& dictionaries,
                         const Vault& vault, const Clock& clock)
    : database_(database), dictionaries_(dictionaries), vault_(vault), clock_(clock) {}

Result<DecidedRow> DecidedRows::check(store::Session& sql, const RowWanted& wanted) const {
  const Item& item = wanted.item;
  Line line = line_of(wanted);
  const ColumnMap map = decided_columns(item, line.header, wanted.layout);
  const auto dictionary = dictionaries_.current(sql, item.number);
  // Without its commitment to the log, which waits for the number of the receipt.
  const CheckPlan plan{
      wanted.book,      item,          map, vault_, {0, wanted.decider.unit, clock_.now()},
      dictionary.bytes, dictionary.id, true};
  auto checked = RowChecker(plan).check(block_of(line.cells));
  if (!checked.refusals.empty()) return findings_error(item, checked.refusals.front().findings);
  Candidate& row = checked.candidates.front();
  auto open_values = dictionaries_.unpack(sql, row.fields);
  const FileFacts original = text_facts(line.text);
  return DecidedRow{&item,
                    wanted.decider,
                    std::move(line.text),
                    original,
                    wanted.format,
                    wanted.layout,
                    wanted.book.edition,
                    std::move(checked.seed),
                    std::move(row),
                    std::move(open_values),
                    {{}, std::move(checked.measures.findings)}};
}

void DecidedRows::keep(const DecidedRow& row) const {
  originals(database_.folder()).keep_bytes(vault_, row.line, row.original);
}

std::int64_t DecidedRows::store(store::Write& write, const DecidedRow& row,
                                const store::KnownSubject& subject) const {
  std::string sealed;
  if (!row.row.personal.empty()) {
    const std::string key =
        subject.wrapped_key.empty()
            ? store::keep_wrapped_key(write, subject.id, vault_.new_key(subject.id))
            : subject.wrapped_key;
    sealed = vault_.seal(subject.id, key, row.row.personal);
  }
  Batch batch = begin_batch(write, vault_.random(), batch_of(row));
  if (batch.rows_done > 0) throw Failure(submitted_already());
  Chunk chunk = chunk_of(row, subject, std::move(sealed), std::move(batch));
  store_chunk({database_, vault_, *row.item}, write, chunk);
  finish_batch(write, vault_.random(), chunk.after, {});
  return chunk.after.number;
}

}  // namespace credence::app
