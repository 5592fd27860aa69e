// SPDX-License-Identifier: Apache-2.0
#include "app/intake/correction.h"

#include <algorithm>
#include <memory>
#include <set>

#include "app/access/values.h"
#include "app/intake/batch_store.h"
#include "app/intake/correction_check.h"
#include "app/intake/row_statements.h"
#include "store/session.h"

namespace credence::app {
namespace {

using rulebook::Field;
using rulebook::Item;
using rulebook::RuleBook;

using Texts = std::vector<std::string>;

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

// The values of the record with the changes made, and which those are.
RowWanted row_wanted(const RuleBook& book, const Stored& stored, const CorrectionOrder& order) {
  RowWanted wanted{book, *stored.item, correction_format, stored.layout, stored.values,
                   {},   {},           order.decider};
  wanted.said.resize(wanted.values.size());
  for (const auto& change : order.changes) {
    const auto at = static_cast<std::size_t>(stored.item->field_index(change.code));
    wanted.values[at] = change.value;
    wanted.said[at] = true;
  }
  wanted.noted = {{"record", std::to_string(order.record.value)},
                  {"version", std::to_string(order.version)}};
  return wanted;
}

bool any_asked_for(const CorrectionOrder& order, const std::vector<CorrectedField>& fields) {
  return std::ranges::any_of(order.changes, [&](const FieldChange& change) {
    return std::ranges::find(fields, change.code, &CorrectedField::code) != fields.end();
  });
}

// The subject of the record, which must be as the decider saw it. Throws Failure.
store::KnownSubject require_unchanged(store::Session& sql, const CorrectionOrder& order) {
  const auto versions = store::record_versions(sql, order.subject, order.record);
  auto subject = store::find_subject(sql, order.subject);
  const int now = versions.empty() ? 0 : versions.back().version;
  if (now != order.version || !subject) throw Failure(other_version(now));
  return std::move(*subject);
}

}  // namespace

Corrections::Corrections(store::Database& database, store::Dictionaries& dictionaries,
                         const Vault& vault, const Clock& clock)
    : database_(database),
      dictionaries_(dictionaries),
      vault_(vault),
      clock_(clock),
      rows_(database, dictionaries, vault, clock) {}

Result<PreparedCorrection> Corrections::prepare(const RuleBook& book,
                                                const CorrectionOrder& order) const {
  const auto lease = database_.read();
  RowStatements statements(lease.sql(), dictionaries_, vault_, database_.folder());
  const auto stored = find_stored(lease.sql(), statements, book, order);
  if (!stored) return stored.error();
  const Item& item = *stored->item;
  if (auto wrong = check_order(book, item, order, stored->values)) return std::move(*wrong);
  auto row = rows_.check(lease.sql(), row_wanted(book, *stored, order));
  if (!row) return row.error();
  if (row->row.columns.subject != order.subject || row->row.columns.key != order.record)
    return moves(item, order);
  auto fields = changed_fields(item, row->row.kind, stored->values,
                               merged(item, {row->open_values, row->row.personal}));
  if (!any_asked_for(order, fields)) return no_change();
  rows_.keep(*row);
  return PreparedCorrection{order, std::move(*row), std::move(fields)};
}

Corrected Corrections::store(store::Write& write, const PreparedCorrection& prepared) const {
  const auto& order = prepared.order;
  const auto subject = require_unchanged(write.sql, order);
  const auto batch = rows_.store(write, prepared.row, subject);
  return {order.subject, order.record, order.version + 1, batch, prepared.fields};
}

std::size_t Corrections::sweep() const {
  std::set<std::string> known;
  const auto lease = database_.read();
  const auto rows = lease.sql().query("SELECT file_sha256 FROM batch");
  while (rows->next()) known.emplace(rows->bytes(0));
  return originals(database_.folder()).sweep(known, Instant(clock_.now().micros() - day_micros));
}

CaseHooks::Stores Corrections::decided(const CorrectionWanted& wanted) const {
  auto changes = read_changes(wanted.changes);
  if (!changes) return changes.error();
  const auto versions =
      store::record_versions(database_.read().sql(), wanted.head.subject, wanted.head.record);
  CorrectionOrder order;
  order.subject = wanted.head.subject;
  order.record = wanted.head.record;
  order.version = versions.empty() ? 0 : versions.back().version;
  order.changes = std::move(*changes);
  order.decider = wanted.decider;
  auto checked = prepare(wanted.book, order);
  if (!checked) return checked.error();
  const auto prepared = std::make_shared<PreparedCorrection>(std::move(*checked));
  return std::function<void(store::Write&)>(
      [this, prepared](store::Write& write) { store(write, *prepared); });
}

}  // namespace credence::app
