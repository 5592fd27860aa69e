// SPDX-License-Identifier: Apache-2.0
#include "app/intake/chunk.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "app/access/row_statement.h"
#include "domain/names.h"
#include "ledger/entry.h"
#include "store/bulk.h"
#include "store/log.h"

namespace credence::app {
namespace {

using domain::Attested;
using domain::Scheme;
using domain::SubjectKind;
using rulebook::Item;
using rulebook::Role;

// A registration says who somebody is; other items only mention them.
bool is_register(const Item& item) { return item.nature == rulebook::Nature::basic; }

bool is_person(const Candidate& candidate) { return candidate.kind == SubjectKind::person; }

// ---- what the store knows already

void number_rows(Chunk& chunk) {
  std::int64_t ordinal = 0;
  for (auto& block : chunk.blocks) {
    for (auto& candidate : block.candidates)
      candidate.ordinal = ordinal + static_cast<std::int64_t>(candidate.position);
    for (std::size_t i = 0; i < block.block.size(); ++i, ++ordinal) {
      const std::int64_t row = block.block.number(i);
      const bool follows = i > 0 && row == chunk.runs.back().first_row + chunk.runs.back().count;
      if (!follows) chunk.runs.push_back({ordinal, row, 0, block.seed});
      ++chunk.runs.back().count;
    }
  }
  chunk.entries.resize(static_cast<std::size_t>(ordinal));
}

void sort_candidates(Chunk& chunk) {
  for (const auto& block : chunk.blocks) {
    for (const auto& candidate : block.candidates) {
      chunk.candidates.push_back(&candidate);
      chunk.entries[static_cast<std::size_t>(candidate.ordinal)].commitment = candidate.commitment;
    }
  }
  std::ranges::sort(chunk.candidates, {}, [](const Candidate* c) {
    return std::tuple(c->columns.subject, c->columns.key, c->row);
  });
}

void read_known(store::Session& sql, Chunk& chunk) {
  std::vector<SubjectId> ids;
  for (const auto* candidate : chunk.candidates) {
    if (ids.empty() || ids.back() != candidate->columns.subject)
      ids.push_back(candidate->columns.subject);
  }
  for (auto& known : store::known_subjects(sql, ids)) {
    const auto id = known.id.value;
    chunk.known.emplace(id, std::move(known));
  }
}

const store::KnownSubject* known_of(const Chunk& chunk, SubjectId id) {
  const auto at = chunk.known.find(id.value);
  return at == chunk.known.end() ? nullptr : &at->second;
}

// ---- name and code must be of one subject (V1)

Finding mismatch(const store::KnownSubject& known, const Candidate& candidate, int field) {
  return {"row.subject_mismatch",
          false,
          field,
          {"代码 " + known.code + " 登记的名称是“" + known.name + "”，与所报“" + candidate.name +
               "”不是同一主体。",
           "Code " + known.code + " is registered to “" + known.name + "”, not to “" +
               candidate.name + "”."},
          {"请核对名称和代码，以登记机关的登记为准；名称确已变更的，请等登记信息更新后再报。",
           "Check name and code against the register; after a change of name, send it once the "
           "register has it."},
          "SD-2020/12"};
}

// A registered subject goes by its registered name, or one it had.
bool names_agree(store::Session& sql, const store::KnownSubject& known,
                 const Candidate& candidate) {
  if (!known.authoritative || candidate.name.empty() || candidate.name == known.name) return true;
  const std::string name = domain::normalize_name(candidate.name);
  if (name == domain::normalize_name(known.name)) return true;
  const auto former = store::former_names(sql, known.id);
  return std::ranges::any_of(
      former, [&](const auto& one) { return name == domain::normalize_name(one.name); });
}

void refuse(CheckedBlock& block, const Candidate& candidate, Finding finding) {
  auto& counters = block.measures.counters;
  ++counters.rows_mismatch;
  if (!candidate.warned) --counters.rows_conforming;
  ++block.measures.findings[finding.id];
  block.refusals.push_back({candidate.position, {std::move(finding)}});
}

// Gives the candidates that are refused, sorted by address.
std::vector<const Candidate*> refuse_mismatches(store::Session& sql, const Item& item,
                                                Chunk& chunk) {
  std::vector<const Candidate*> refused;
  const auto* name_field = item.with_role(Role::subject_name);
  const int field = name_field == nullptr ? -1 : item.field_index(name_field->code);
  for (auto& block : chunk.blocks) {
    for (const auto& candidate : block.candidates) {
      const auto* known = known_of(chunk, candidate.columns.subject);
      if (known == nullptr || is_person(candidate) || names_agree(sql, *known, candidate)) continue;
      refuse(block, candidate, mismatch(*known, candidate, field));
      refused.push_back(&candidate);
    }
    std::ranges::sort(block.refusals, {}, &Refusal::position);
  }
  std::ranges::sort(refused);
  return refused;
}

// ---- refusals

RowStamp stamp_of(const Batch& batch) { return {batch.number, batch.provider, batch.received}; }

void journal_refusals(const Item& item, RejectJournal& journal, Chunk& chunk) {
  Batch& batch = chunk.before;
  const RowStamp stamp = stamp_of(batch);
  Row row;
  std::string statement;
  std::size_t first = 0;  // the block's place in the chunk
  for (const auto& block : chunk.blocks) {
    for (const auto& refusal : block.refusals) {
      block.block.row(refusal.position, row);
      const auto line = journal.add(item, {row.number, row.cells, &refusal.findings});
      refusal_statement(stamp, row.number, line, statement);
      chunk.entries[first + refusal.position] = {
          Attested::row_refused, ledger::commitment(row_salt(block.seed, row.number), statement)};
    }
    first += block.block.size();
    const auto rows = static_cast<std::int64_t>(block.block.size());
    batch.totals.sent += rows;
    batch.rows_done += rows;
    batch.totals.rejected += static_cast<std::int64_t>(block.refusals.size());
    batch.totals.late += block.measures.counters.rows_late;
    batch.measures.add(block.measures);
  }
  batch.totals.warned += std::ranges::count_if(chunk.candidates, &Candidate::warned);
  batch.reject_bytes = journal.flush();
}

// ---- subjects

const std::string& key_of(const Vault& vault, Chunk& chunk, SubjectId id) {
  const auto [at, fresh] = chunk.keys.try_emplace(id.value);
  if (fresh) {
    if (const auto* known = known_of(chunk, id)) at->second = known->wrapped_key;
    if (at->second.empty()) at->second = vault.new_key(id);
  }
  return at->second;
}

store::SubjectRow subject_of(const LoadPlan& plan, Chunk& chunk, const Candidate& candidate) {
  store::SubjectRow row;
  row.id = candidate.columns.subject;
  row.kind = candidate.kind;
  row.scheme = candidate.scheme;
  row.region = candidate.columns.region;
  // Of its own: what is said of a person must not outlive the person's own salts.
  row.salt = chunk.texts.emplace_back(plan.vault.random().bytes(ledger::salt_bytes));
  if (is_person(candidate)) {
    const std::string identity = candidate.code + "\n" + candidate.name;
    row.sealed = chunk.texts.emplace_back(
        plan.vault.seal(row.id, key_of(plan.vault, chunk, row.id), identity));
  } else {
    row.code = candidate.code;
    row.name = candidate.name;
    row.authoritative = is_register(plan.item);
  }
  return row;
}

// One row per subject: the first mention, but of several registrations in one file the last.
void gather_subjects(const LoadPlan& plan, Chunk& chunk) {
  for (const auto* candidate : chunk.candidates) {
    const bool again =
        !chunk.subjects.empty() && chunk.subjects.back().id == candidate->columns.subject;
    if (!again) {
      chunk.subjects.push_back(subject_of(plan, chunk, *candidate));
    } else if (is_register(plan.item)) {
      chunk.subjects.back().name = candidate->name;
    }
  }
  for (auto& subject : chunk.subjects) {
    const auto key = chunk.keys.find(subject.id.value);
    if (key != chunk.keys.end()) subject.wrapped_key = key->second;
  }
}

void add_alias(Chunk& chunk, SubjectId subject, Scheme scheme, std::string_view code) {
  const auto& text = chunk.texts.emplace_back(code);
  chunk.aliases.push_back({domain::organization_id(scheme, text), subject, scheme, text});
}

// A credit code holds the organisation code; any other number is believed to a registration only,
// because linking two numbers on a mention would be a guess.
void gather_aliases(const LoadPlan& plan, Chunk& chunk) {
  for (const auto* candidate : chunk.candidates) {
    const SubjectId id = candidate->columns.subject;
    if (is_person(*candidate)) continue;
    if (candidate->scheme == Scheme::uscc && known_of(chunk, id) == nullptr) {
      add_alias(chunk, id, Scheme::organization_code,
                std::string_view(candidate->code).substr(8, 9));
    }
    if (!is_register(plan.item)) continue;
    for (const auto& [scheme, code] : candidate->aliases) add_alias(chunk, id, scheme, code);
  }
}

// ---- personal fields

void seal_personal(const Vault& vault, Chunk& chunk) {
  chunk.sealed.resize(chunk.candidates.size());
  for (std::size_t i = 0; i < chunk.candidates.size(); ++i) {
    const Candidate& candidate = *chunk.candidates[i];
    if (candidate.personal.empty()) continue;
    const SubjectId id = candidate.columns.subject;
    chunk.sealed[i] = vault.seal(id, key_of(vault, chunk, id), candidate.personal);
  }
}

// Somebody else may have stored a subject, with a key of its own, since we looked.
void seal_again(const LoadPlan& plan, Chunk& chunk,
                const std::vector<store::KnownSubject>& stored) {
  bool changed = false;
  for (const auto& known : stored) {
    const auto key = chunk.keys.find(known.id.value);
    if (key == chunk.keys.end() || key->second == known.wrapped_key) continue;
    key->second = known.wrapped_key;
    changed = true;
  }
  if (changed) seal_personal(plan.vault, chunk);
}

// ---- the transaction

std::vector<store::RecordRow> record_rows(const Chunk& chunk) {
  std::vector<store::RecordRow> rows(chunk.candidates.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Candidate& candidate = *chunk.candidates[i];
    rows[i] = {candidate.columns, candidate.document_number, candidate.fields, chunk.sealed[i],
               candidate.row,     candidate.ordinal};
  }
  return rows;
}

void count_outcomes(const Item& item, const std::vector<store::Outcome>& outcomes, Chunk& chunk) {
  chunk.after = chunk.before;
  auto& totals = chunk.after.totals;
  auto& counters = chunk.after.measures.counters;
  for (const auto outcome : outcomes) {
    totals.added += outcome == store::Outcome::added ? 1 : 0;
    totals.changed += outcome == store::Outcome::changed ? 1 : 0;
    totals.duplicate += outcome == store::Outcome::duplicate ? 1 : 0;
  }
  counters.rows_accepted += static_cast<std::int64_t>(outcomes.size());
  counters.rows_duplicate = totals.duplicate;
  counters.rows_linked += std::ranges::count_if(chunk.candidates, [&](const Candidate* candidate) {
    const auto* known = known_of(chunk, candidate->columns.subject);
    return is_register(item) || (known != nullptr && known->authoritative);
  });
}

Attested kind_of(store::Outcome outcome) {
  switch (outcome) {
    case store::Outcome::added:
      return Attested::row_added;
    case store::Outcome::changed:
      return Attested::row_changed;
    case store::Outcome::duplicate:
      return Attested::row_duplicate;
  }
  return Attested::row_added;
}

constexpr std::array<store::BulkColumn, 6> run_table = {{
    {"first_leaf", store::ColumnType::number64},
    {"batch", store::ColumnType::number64},
    {"first_row", store::ColumnType::number64},
    {"count", store::ColumnType::number64},
    {"seed", store::ColumnType::bytes},
    {"salts", store::ColumnType::bytes},
}};
constexpr std::array<store::BulkColumn, 4> duplicate_table = {{
    {"leaf", store::ColumnType::number64},
    {"subject_id", store::ColumnType::number64},
    {"record_key", store::ColumnType::number64},
    {"columns", store::ColumnType::text},
}};

void put_runs(store::Write& write, const Chunk& chunk, std::int64_t first_leaf) {
  const auto out = store::bulk_insert(write, "row_run", run_table);
  for (const auto& run : chunk.runs) {
    out->number(first_leaf + run.ordinal);
    out->number(chunk.before.number);
    out->number(run.first_row);
    out->number(run.count);
    out->text(run.seed);
    out->null();
    out->end_row();
  }
  out->finish();
}

// A duplicate has no record of its own; what its statement is made of is kept beside.
void put_duplicates(store::Write& write, const Chunk& chunk,
                    const std::vector<store::Outcome>& outcomes, std::int64_t first_leaf) {
  if (std::ranges::find(outcomes, store::Outcome::duplicate) == outcomes.end()) return;
  const auto out = store::bulk_insert(write, "row_duplicate", duplicate_table);
  std::string columns;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (outcomes[i] != store::Outcome::duplicate) continue;
    const Candidate& candidate = *chunk.candidates[i];
    columns.clear();
    append_columns(candidate.columns, columns);
    out->number(first_leaf + candidate.ordinal);
    out->number(candidate.columns.subject.value);
    out->number(candidate.columns.key.value);
    out->text(columns);
    out->end_row();
  }
  out->finish();
}

// Every row of the chunk, in file order, becomes an entry of the log.
void append_rows(store::Write& write, const Chunk& chunk,
                 const std::vector<store::Outcome>& outcomes) {
  if (write.log.unlogged()) return;
  std::vector<RowEntry> entries = chunk.entries;
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    entries[static_cast<std::size_t>(chunk.candidates[i]->ordinal)].kind = kind_of(outcomes[i]);
  const auto first_leaf = static_cast<std::int64_t>(write.log.size());
  for (const auto& entry : entries)
    write.log.append(static_cast<unsigned char>(entry.kind), entry.commitment);
  put_runs(write, chunk, first_leaf);
  put_duplicates(write, chunk, outcomes, first_leaf);
}

}  // namespace

void prepare_chunk(const LoadPlan& plan, RejectJournal& journal, Chunk& chunk) {
  number_rows(chunk);
  sort_candidates(chunk);
  {
    const auto lease = plan.database.read();
    read_known(lease.sql(), chunk);
    if (!is_register(plan.item)) {
      const auto refused = refuse_mismatches(lease.sql(), plan.item, chunk);
      std::erase_if(chunk.candidates,
                    [&](const Candidate* c) { return std::ranges::binary_search(refused, c); });
    }
  }
  journal_refusals(plan.item, journal, chunk);
  seal_personal(plan.vault, chunk);
  gather_subjects(plan, chunk);
  gather_aliases(plan, chunk);
}

void store_chunk(const LoadPlan& plan, store::Write& write, Chunk& chunk) {
  const std::int64_t number = chunk.before.number;
  seal_again(plan, chunk, store::put_subjects(write, number, chunk.subjects));
  std::vector<store::Outcome> outcomes(chunk.candidates.size());
  const auto first_leaf = static_cast<std::int64_t>(write.log.size());
  store::load_records(write, {number, write.now, first_leaf}, record_rows(chunk), outcomes);
  append_rows(write, chunk, outcomes);
  store::put_aliases(write, number, chunk.aliases);
  count_outcomes(plan.item, outcomes, chunk);
  save_progress(write, plan.vault.random(), chunk.after,
                {first_leaf, static_cast<std::int64_t>(chunk.entries.size())});
}

}  // namespace credence::app
