// SPDX-License-Identifier: Apache-2.0
#include "app/intake/correction.h"

#include <algorithm>
#include <memory>
#include <set>

#include "app/access/values.h"
#include "app/intake/batch_store.h"
#include "app/intake/chunk.h"
#include "app/intake/correction_check.h"
#include "app/intake/row_statements.h"
#include "ledger/entry.h"
#include "store/session.h"

namespace credence::app {
namespace {

using rulebook::Field;
using rulebook::Item;
using rulebook::RuleBook;

using Texts = std::vector<std::string>;

constexpr std::int64_t only_row = 1;  // of its original
constexpr std::int64_t day_micros = 24LL * 60 * 60 * 1'000'000;

// ---- the row

// The values of a record, open and sealed together.
Texts merged(const Item& item, const RowStatements::Values& values) {
  auto all = decode_values(values.fields, item.fields.size()).or_throw();
  if (values.personal.empty()) return all;
  auto sealed = decode_values(values.personal, item.fields.size()).or_throw();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!sealed[i].empty()) all[i] = std::move(sealed[i]);
  }
  return all;
}

struct Line {
  Texts header, cells;
  std::string text;
};

// The corrected row as the line its unit would have sent, with why. Fields that are empty stay out,
// as columns that a file does not have.
Line line_of(const Item& item, const CorrectionOrder& order, Texts values) {
  std::set<std::size_t> changed;
  for (const auto& change : order.changes) {
    const auto at = static_cast<std::size_t>(item.field_index(change.code));
    values[at] = change.value;
    changed.insert(at);
  }
  boost::json::object object{{"case", order.case_number},
                             {"record", std::to_string(order.record.value)},
                             {"version", std::to_string(order.version)},
                             {"unit", order.unit},
                             {"unit_name", order.unit_name},
                             {"by", order.by},
                             {"reason", order.reason}};
  Line line;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].empty() && !changed.contains(i)) continue;
    object[item.fields[i].code] = values[i];
    line.header.push_back(item.fields[i].code);
    line.cells.push_back(std::move(values[i]));
  }
  line.text = boost::json::serialize(object) + "\n";
  return line;
}

RowBlock block_of(const Texts& cells) {
  RowBlock block;
  block.begin_row(only_row);
  for (const auto& cell : cells) block.add_cell(cell);
  block.end_row();
  return block;
}

// For the papers of the case, which outlive the record: of a person every value is personal.
std::string shown(const Field& field, domain::SubjectKind kind, const std::string& value) {
  using domain::Mask;
  if (value.empty()) return value;
  const bool personal = field.personal || kind == domain::SubjectKind::person;
  if (field.mask == Mask::none) return personal ? "***" : value;
  return field.mask == Mask::hidden ? "***" : domain::masked(field.mask, value);
}

std::vector<CorrectedField> changed_fields(const Item& item, domain::SubjectKind kind,
                                           const Texts& before, const Texts& after) {
  std::vector<CorrectedField> fields;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i]) continue;
    const Field& field = item.fields[i];
    fields.push_back(
        {field.code, field.label, shown(field, kind, before[i]), shown(field, kind, after[i])});
  }
  return fields;
}

// ---- the order against the record

struct Stored {
  const Item* item = nullptr;
  Texts values;
  std::string layout;
};

// The version the decider saw. Errors: those of prepare().
Result<Stored> find_stored(store::Session& sql, RowStatements& statements, const RuleBook& book,
                           const CorrectionOrder& order) {
  const auto versions = store::record_versions(sql, order.subject, order.record);
  if (versions.empty()) return no_record();
  const auto& record = versions.back();
  if (record.version != order.version) return other_version(record.version);
  Stored stored;
  stored.item = book.catalogue.by_number(record.columns.item);
  if (stored.item == nullptr) return no_record();
  const auto values = statements.values_of(record);
  if (!values) return forgotten();
  stored.values = merged(*stored.item, *values);
  if (const auto batch = find_batch(sql, record.batch)) stored.layout = batch->layout;
  return stored;
}

bool any_asked_for(const CorrectionOrder& order, const std::vector<CorrectedField>& fields) {
  return std::ranges::any_of(order.changes, [&](const FieldChange& change) {
    return std::ranges::find(fields, change.code, &CorrectedField::code) != fields.end();
  });
}

Batch batch_of(const PreparedCorrection& prepared) {
  Batch batch;
  batch.provider = prepared.order.unit;
  batch.provider_name = prepared.order.unit_name;
  batch.item = prepared.item->number;
  batch.id = batch_id(batch.provider, batch.item, prepared.original.sha256);
  batch.file_sha256 = prepared.original.sha256;
  batch.file_name = prepared.order.case_number + ".jsonl";
  batch.file_bytes = static_cast<std::int64_t>(prepared.original.bytes);
  batch.format = correction_format;
  batch.encoding = "UTF-8";
  batch.layout = prepared.layout;
  batch.edition = prepared.edition;
  return batch;
}

// The subject of the record, which must be as the decider saw it. Throws Failure.
store::KnownSubject require_unchanged(store::Session& sql, const CorrectionOrder& order) {
  const auto versions = store::record_versions(sql, order.subject, order.record);
  auto subject = store::find_subject(sql, order.subject);
  const int now = versions.empty() ? 0 : versions.back().version;
  if (now != order.version || !subject) throw Failure(other_version(now));
  return std::move(*subject);
}

// What the log attests of the row, now that its receipt is known.
Digest commitment_of(const PreparedCorrection& prepared, const Batch& batch) {
  const Candidate& row = prepared.row;
  std::string columns, statement;
  append_columns(row.columns, columns);
  row_statement({batch.number, batch.provider, batch.received},
                {row.row, row.columns.subject, row.columns.key, columns, row.document_number,
                 prepared.open_values, row.personal},
                statement);
  return ledger::commitment(row_salt(prepared.seed, row.row), statement);
}

// A submission of one row, whose fate is told when it is stored.
Chunk chunk_of(const PreparedCorrection& prepared, const store::KnownSubject& subject,
               std::string sealed, Batch batch) {
  Chunk chunk;
  chunk.entries = {{domain::Attested::row_changed, commitment_of(prepared, batch)}};
  chunk.runs = {{0, only_row, 1, prepared.seed}};
  chunk.candidates = {&prepared.row};
  chunk.sealed = {std::move(sealed)};
  chunk.known.emplace(subject.id.value, subject);
  chunk.before = std::move(batch);
  chunk.before.totals.sent = 1;
  chunk.before.totals.warned = prepared.row.warned ? 1 : 0;
  chunk.before.rows_done = 1;
  chunk.before.measures = prepared.measures;
  return chunk;
}

}  // namespace

ColumnMap correction_columns(const Item& item, const std::vector<std::string>& header,
                             const std::string& layout) {
  ColumnMap map;
  for (const auto& name : header) map.field_of_column.push_back(item.field_index(name));
  map.layout = layout;  // its values are ours already: nothing is translated again
  return map;
}

Corrections::Corrections(store::Database& database, store::Dictionaries& dictionaries,
                         const Vault& vault, const Clock& clock)
    : database_(database), dictionaries_(dictionaries), vault_(vault), clock_(clock) {}

Result<PreparedCorrection> Corrections::prepare(const RuleBook& book,
                                                const CorrectionOrder& order) const {
  std::string line;
  auto prepared = check(book, order, line);
  if (prepared) originals(database_.folder()).keep_bytes(vault_, line, prepared->original);
  return prepared;
}

Result<PreparedCorrection> Corrections::check(const RuleBook& book, const CorrectionOrder& order,
                                              std::string& original) const {
  const auto lease = database_.read();
  RowStatements statements(lease.sql(), dictionaries_, vault_, database_.folder());
  const auto stored = find_stored(lease.sql(), statements, book, order);
  if (!stored) return stored.error();
  const Item& item = *stored->item;
  if (auto wrong = check_order(book, item, order, stored->values)) return std::move(*wrong);

  Line line = line_of(item, order, stored->values);
  const ColumnMap map = correction_columns(item, line.header, stored->layout);
  const auto dictionary = dictionaries_.current(lease.sql(), item.number);
  // Without its commitment to the log, which waits for the number of the receipt.
  const CheckPlan plan{
      book,          item, map, vault_, {0, order.unit, clock_.now()}, dictionary.bytes,
      dictionary.id, true};
  auto checked = RowChecker(plan).check(block_of(line.cells));
  if (!checked.refusals.empty()) return findings_error(item, checked.refusals.front().findings);
  Candidate& row = checked.candidates.front();
  if (row.columns.subject != order.subject || row.columns.key != order.record)
    return moves(item, order);
  auto open_values = dictionaries_.unpack(lease.sql(), row.fields);
  auto fields =
      changed_fields(item, row.kind, stored->values, merged(item, {open_values, row.personal}));
  if (!any_asked_for(order, fields)) return no_change();
  original = std::move(line.text);
  return PreparedCorrection{stored->item,
                            order,
                            text_facts(original),
                            book.edition,
                            stored->layout,
                            std::move(checked.seed),
                            std::move(row),
                            std::move(open_values),
                            {{}, std::move(checked.measures.findings)},
                            std::move(fields)};
}

Corrected Corrections::store(store::Write& write, const PreparedCorrection& prepared) const {
  const auto& order = prepared.order;
  const auto subject = require_unchanged(write.sql, order);
  std::string sealed;
  if (!prepared.row.personal.empty()) {
    const std::string key =
        subject.wrapped_key.empty()
            ? store::keep_wrapped_key(write, subject.id, vault_.new_key(subject.id))
            : subject.wrapped_key;
    sealed = vault_.seal(subject.id, key, prepared.row.personal);
  }
  Batch batch = begin_batch(write, vault_.random(), batch_of(prepared));
  // Somebody submitted this very line as a file.
  if (batch.rows_done > 0) throw Failure(other_version(order.version));
  Chunk chunk = chunk_of(prepared, subject, std::move(sealed), std::move(batch));
  store_chunk({database_, vault_, *prepared.item}, write, chunk);
  finish_batch(write, vault_.random(), chunk.after, {});
  return {order.subject, order.record, order.version + 1, chunk.after.number, prepared.fields};
}

std::size_t Corrections::sweep() const {
  std::set<std::string> known;
  const auto lease = database_.read();
  const auto rows = lease.sql().query("SELECT file_sha256 FROM batch");
  while (rows->next()) known.emplace(rows->bytes(0));
  return originals(database_.folder()).sweep(known, Instant(clock_.now().micros() - day_micros));
}

Result<std::function<void(store::Write&)>> Corrections::decided(
    const CorrectionWanted& wanted) const {
  auto changes = read_changes(wanted.changes);
  if (!changes) return changes.error();
  const auto versions =
      store::record_versions(database_.read().sql(), wanted.head.subject, wanted.head.record);
  CorrectionOrder order;
  order.subject = wanted.head.subject;
  order.record = wanted.head.record;
  order.version = versions.empty() ? 0 : versions.back().version;
  order.changes = std::move(*changes);
  order.case_number = wanted.head.number;
  order.reason = wanted.head.procedure;
  order.unit = wanted.unit;
  order.unit_name = wanted.unit_name;
  order.by = wanted.by;
  auto checked = prepare(wanted.book, order);
  if (!checked) return checked.error();
  const auto prepared = std::make_shared<PreparedCorrection>(std::move(*checked));
  return std::function<void(store::Write&)>(
      [this, prepared](store::Write& write) { store(write, *prepared); });
}

}  // namespace credence::app
