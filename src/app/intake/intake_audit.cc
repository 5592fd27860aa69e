// SPDX-License-Identifier: Apache-2.0
#include "app/intake/intake_audit.h"

#include <algorithm>
#include <fstream>

#include "app/access/sealed_files.h"
#include "app/intake/batch_store.h"
#include "app/intake/decided_row.h"
#include "app/intake/row_checker.h"
#include "app/intake/row_statements.h"
#include "domain/identifiers.h"
#include "ledger/entry.h"
#include "store/session.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

using domain::Attested;
using store::Lane;

constexpr int page = 5'000;
constexpr int all_batches = 1'000'000'000;

// A chunk as the log attests it.
struct Chunk {
  std::int64_t first = 0, end = 0, batch = 0;
  Instant committed;
};

// Everything the checks share.
struct Checks {
  Audit& audit;
  const IntakeAudit& with;
  RowStatements statements;
  std::map<std::int64_t, Batch> batches;
  std::vector<Chunk> chunks;  // by first entry
  std::vector<StoredRun> runs;
  std::set<std::string> destroyed_originals;
  std::set<std::int64_t> destroyed_journals;
};

std::string numbered(const char* what, std::int64_t number) {
  return std::string(what) + " " + std::to_string(number);
}

std::string record_name(const store::StoredRecord& record) {
  return "record " + std::to_string(record.columns.subject.value) + "/" +
         std::to_string(record.columns.key.value) + " version " + std::to_string(record.version);
}

template <class T>
std::optional<T> parsed(const std::string& text) {
  boost::system::error_code fault;
  const auto value = boost::json::parse(text, fault);
  if (fault) return std::nullopt;
  auto read = wire::from_json<T>(value);
  return read ? std::optional(std::move(*read)) : std::nullopt;
}

// The chunk or run that holds an entry; null when none does.
template <class Ranges, class Begin, class End>
auto* holder_of(Ranges& ranges, std::int64_t leaf, Begin begin, End end) {
  const auto after = std::ranges::upper_bound(ranges, leaf, {}, begin);
  using Range = std::remove_reference_t<decltype(*after)>;
  if (after == ranges.begin()) return static_cast<Range*>(nullptr);
  auto& range = *std::prev(after);
  return leaf < end(range) ? &range : nullptr;
}
const Chunk* chunk_of(const Checks& checks, std::int64_t leaf) {
  return holder_of(checks.chunks, leaf, &Chunk::first, [](const Chunk& c) { return c.end; });
}
const StoredRun* run_of(const Checks& checks, std::int64_t leaf) {
  return holder_of(checks.runs, leaf, &StoredRun::first_leaf,
                   [](const StoredRun& r) { return r.first_leaf + r.count; });
}

// ---- lawful destruction

void read_erasures(Checks& checks) {
  for (const auto& one : checks.audit.said(Attested::erasure)) {
    boost::system::error_code fault;
    const auto value = boost::json::parse(one.text, fault);
    if (fault || !value.is_object()) continue;
    if (const auto* list = value.get_object().if_contains("originals"); list && list->is_array()) {
      for (const auto& name : list->get_array())
        if (name.is_string()) checks.destroyed_originals.emplace(name.get_string());
    }
    if (const auto* list = value.get_object().if_contains("journals"); list && list->is_array()) {
      for (const auto& number : list->get_array())
        if (number.is_int64()) checks.destroyed_journals.insert(number.get_int64());
    }
  }
}

// ---- submissions

void differ_batch(Checks& checks, std::int64_t number) {
  checks.audit.differ(
      "fsck.batch", numbered("batch", number),
      {"回执的登记与日志所证不符。", "The receipt's row is not what the log attests."});
}

void check_reject_files(Checks& checks, const Batch& batch, const BatchDone& done) {
  if (checks.destroyed_journals.contains(batch.number)) return;
  for (const auto& file : done.reject_files) {
    const std::string name = "submissions/" + std::to_string(batch.number) + "/" + file.name;
    if (file_sha256(checks.audit.folder() / name) == file.sha256) continue;
    checks.audit.differ("fsck.reject_file", name,
                        {"拒收清单被改动或缺失。", "The reject file was altered or is missing."});
  }
}

void check_errors(Checks& checks, const Batch& batch) {
  std::map<std::string, std::int64_t> stored;
  const auto rows = checks.audit.facts().query(
      "SELECT error_id, count FROM batch_error WHERE batch = $1", {batch.number});
  while (rows->next()) stored[std::string(rows->bytes(0))] = rows->number(1);
  if (batch.finished ? stored != batch.measures.findings : !stored.empty()) {
    checks.audit.differ("fsck.count", numbered("batch_error of batch", batch.number),
                        {"错误计数与回执不符。", "The counts of errors are not the receipt's."});
  }
}

// As it stands in the table: reading it forgives what it does not know.
std::string stored_measures(Checks& checks, std::int64_t batch) {
  const auto row =
      checks.audit.facts().query("SELECT measures FROM batch WHERE number = $1", {batch});
  return row->next() ? std::string(row->bytes(0)) : std::string();
}

void check_batches(Checks& checks) {
  for (auto& batch : find_batches(checks.audit.facts(), "", 0, all_batches))
    checks.batches.emplace(batch.number, std::move(batch));
  std::map<std::int64_t, std::string> received;
  std::map<std::int64_t, RowsCommitted> latest;
  std::map<std::int64_t, std::pair<BatchDone, std::string>> done;
  for (const auto& one : checks.audit.said(Attested::batch_received)) {
    if (const auto said = parsed<BatchReceived>(one.text)) received[said->receipt] = one.text;
  }
  for (const auto& one : checks.audit.said(Attested::rows_committed)) {
    const auto said = parsed<RowsCommitted>(one.text);
    if (!said) continue;
    checks.chunks.push_back(
        {said->first_entry, said->first_entry + said->rows, said->receipt, said->committed});
    latest[said->receipt] = *said;
  }
  for (const auto& one : checks.audit.said(Attested::batch_done)) {
    if (auto said = parsed<BatchDone>(one.text)) {
      const auto receipt = said->receipt;
      done[receipt] = {std::move(*said), one.text};
    }
  }
  for (const auto& [number, text] : received) {
    if (!checks.batches.contains(number)) differ_batch(checks, number);
  }
  for (const auto& [number, batch] : checks.batches) {
    checks.audit.count("submissions");
    RowsCommitted now = committed_of(batch), said;
    if (const auto at = latest.find(number); at != latest.end()) {
      said = at->second;
    } else {
      said = committed_of(Batch());
      said.receipt = number;
    }
    now.first_entry = said.first_entry;
    now.rows = said.rows;
    now.committed = said.committed;
    const auto finished = done.find(number);
    bool same = received.contains(number) &&
                wire::to_line(received_of(batch)) == received[number] &&
                wire::to_line(now) == wire::to_line(said) &&
                batch.finished.has_value() == (finished != done.end()) &&
                batch.id == batch_id(batch.provider, batch.item, batch.file_sha256);
    if (same && finished != done.end()) {
      BatchDone again = done_of(batch);
      again.reject_files = finished->second.first.reject_files;
      same = wire::to_line(again) == finished->second.second;
      check_reject_files(checks, batch, finished->second.first);
    }
    if (!same || stored_measures(checks, number) != to_text(batch.measures))
      differ_batch(checks, number);
    check_errors(checks, batch);
  }
}

// ---- runs of rows

void check_runs(Checks& checks) {
  checks.runs = all_runs(checks.audit.facts());
  std::size_t at = 0;
  for (const auto& chunk : checks.chunks) {
    std::int64_t next = chunk.first;
    while (at < checks.runs.size() && checks.runs[at].first_leaf < chunk.end) {
      const auto& run = checks.runs[at++];
      if (run.first_leaf != next || run.batch != chunk.batch || run.count <= 0) {
        checks.audit.differ(
            "fsck.run", numbered("row_run", run.first_leaf),
            {"行与日志条目的对应被改动。", "The rows of these entries were altered."});
      }
      next = run.first_leaf + run.count;
    }
    if (next != chunk.end) {
      checks.audit.differ("fsck.run", numbered("row_run before entry", chunk.end),
                          {"行与日志条目的对应缺失。", "Rows of these entries are missing."});
    }
  }
  if (at != checks.runs.size()) {
    checks.audit.differ("fsck.run", numbered("row_run", checks.runs[at].first_leaf),
                        {"多出的行。", "Rows the log does not know."});
  }
}

// ---- records

void check_record(Checks& checks, const store::StoredRecord& record) {
  const std::string name = record_name(record);
  const auto* run = run_of(checks, record.leaf);
  const auto* chunk = chunk_of(checks, record.leaf);
  if (run == nullptr || chunk == nullptr || record.batch != run->batch ||
      record.row != run->row_at(record.leaf) || record.known_from != chunk->committed) {
    return checks.audit.differ(
        "fsck.record", name,
        {"记录的来源（回执、行号、时刻、日志位置）被改动。",
         "Where the record comes from (receipt, row, instant, entry) was altered."});
  }
  const auto kind = record.version == 1 ? Attested::row_added : Attested::row_changed;
  try {
    const auto said = checks.statements.of_record(record);
    checks.audit.expect(Lane::facts, static_cast<std::uint64_t>(record.leaf),
                        {kind, run->salt(record.row), said.value_or("")}, "fsck.record", name);
  } catch (const Failure& failure) {
    checks.audit.differ("fsck.record", name, failure.error().message);
  }
}

// Versions follow each other without gap, each closed when the next was known.
void check_versions(Checks& checks) {
  auto& sql = checks.audit.facts();
  const auto gaps = sql.query(
      "SELECT a.subject_id, a.record_key, a.version FROM record a LEFT JOIN record b ON "
      "b.subject_id = a.subject_id AND b.record_key = a.record_key AND b.version = a.version + 1 "
      "WHERE a.known_to <> COALESCE(b.known_from, $1) ORDER BY a.leaf LIMIT 100",
      {end_of_time.micros()});
  while (gaps->next()) {
    checks.audit.differ(
        "fsck.version",
        "record " + std::to_string(gaps->number(0)) + "/" + std::to_string(gaps->number(1)) +
            " version " + std::to_string(gaps->number(2)),
        {"记录版本的起止不相接。", "A version does not end where the next begins."});
  }
  const auto orphans = sql.query(
      "SELECT r.subject_id, r.record_key, r.version FROM record r LEFT JOIN subject s ON "
      "s.subject_id = r.subject_id WHERE s.subject_id IS NULL LIMIT 100");
  while (orphans->next()) {
    checks.audit.differ("fsck.subject", numbered("subject", orphans->number(0)),
                        {"记录的主体缺失。", "A record's subject is missing."});
  }
}

void check_records(Checks& checks) {
  std::int64_t next = 0;
  for (;;) {
    const auto records = store::records_from_leaf(checks.audit.facts(), next, page);
    for (const auto& record : records) check_record(checks, record);
    checks.audit.count("records", static_cast<std::int64_t>(records.size()));
    if (records.size() < static_cast<std::size_t>(page)) break;
    next = records.back().leaf + 1;
  }
  check_versions(checks);
}

void check_duplicates(Checks& checks) {
  std::vector<std::int64_t> leaves;
  const auto rows = checks.audit.facts().query("SELECT leaf FROM row_duplicate ORDER BY leaf");
  while (rows->next()) leaves.push_back(rows->number(0));
  for (const auto leaf : leaves) {
    const auto duplicate = duplicate_at_leaf(checks.audit.facts(), leaf);
    const auto* run = run_of(checks, leaf);
    std::optional<std::string> said;
    if (run != nullptr) said = checks.statements.of_duplicate(*duplicate, *run);
    checks.audit.expect(Lane::facts, static_cast<std::uint64_t>(leaf),
                        {Attested::row_duplicate,
                         run == nullptr ? "" : run->salt(run->row_at(leaf)), said.value_or("")},
                        "fsck.duplicate", numbered("duplicate at entry", leaf));
    checks.audit.count("duplicates");
  }
}

void check_refusals(Checks& checks, const Batch& batch) {
  if (batch.totals.rejected == 0 || checks.destroyed_journals.contains(batch.number)) return;
  const std::string name = "submissions/" + std::to_string(batch.number) + "/rejects.jsonl";
  std::ifstream journal(checks.audit.folder() / name, std::ios::binary);
  std::int64_t bytes = 0;
  std::string statement;
  for (std::string line; bytes < batch.reject_bytes && std::getline(journal, line);) {
    bytes += static_cast<std::int64_t>(line.size()) + 1;
    const std::int64_t row = row_of_journal_line(line);
    const StoredRun* holder = nullptr;
    for (const auto& run : checks.runs) {
      if (run.batch == batch.number && row >= run.first_row && row < run.first_row + run.count)
        holder = &run;
    }
    refusal_statement(checks.statements.stamp(batch.number), row, line, statement);
    checks.audit.expect(
        Lane::facts,
        holder == nullptr ? UINT64_MAX : static_cast<std::uint64_t>(holder->leaf_of(row)),
        {Attested::row_refused, holder == nullptr ? "" : holder->salt(row), statement},
        "fsck.refusal", name + " row " + std::to_string(row));
    checks.audit.count("refusals");
  }
  journal.clear();
  journal.seekg(0, std::ios::end);
  if (!journal || journal.tellg() < batch.reject_bytes) {
    checks.audit.differ("fsck.refusal", name,
                        {"拒收日记缺失或被截短。", "The journal of refusals is missing or cut."});
  }
}

// ---- subjects

bool known_scheme(domain::Scheme scheme) {
  return domain::scheme_from(domain::to_string(scheme)) == scheme;
}

// Whether an organisation's number follows from its code; a scheme that is none of ours derives
// nothing.
bool derives(std::int64_t scheme, std::string_view code, std::int64_t id) {
  const auto known = static_cast<domain::Scheme>(scheme);
  return scheme >= 0 && scheme <= UINT8_MAX && known_scheme(known) && !domain::is_personal(known) &&
         domain::organization_id(known, code).value == id;
}

void check_subject(Checks& checks, const store::KnownSubject& subject) {
  const std::string name = numbered("subject", subject.id.value);
  checks.audit.expect(Lane::facts, static_cast<std::uint64_t>(subject.leaf),
                      {Attested::subject, subject.salt, subject_statement(subject)}, "fsck.subject",
                      name);
  if (subject.kind != domain::SubjectKind::person) {
    if (!derives(static_cast<int>(subject.scheme), subject.code, subject.id.value)) {
      checks.audit.differ(
          "fsck.subject", name,
          {"主体编号与代码不符。", "The subject's number does not follow from its code."});
    }
    return;
  }
  const auto opened =
      checks.with.vault.open_sealed(subject.id, subject.wrapped_key, subject.sealed);
  const std::string code = opened ? opened->substr(0, opened->find('\n')) : "";
  if (!opened ||
      domain::person_id(checks.with.vault.person_secret(), subject.scheme, code) != subject.id) {
    checks.audit.differ("fsck.subject", name,
                        {"自然人主体的密封身份或编号被改动。",
                         "A person's sealed identity or number was altered."});
  }
}

// Whether a chunk of this batch was committed at this instant.
bool committed_by(const Checks& checks, Instant at, std::int64_t batch) {
  return std::ranges::any_of(checks.chunks, [&](const Chunk& chunk) {
    return chunk.committed == at && chunk.batch == batch;
  });
}

void check_former_names(Checks& checks) {
  const auto rows = checks.audit.facts().query(
      "SELECT subject_id, name, known_from, authoritative, region, leaf, salt, known_to, batch "
      "FROM "
      "subject_name ORDER BY leaf");
  while (rows->next()) {
    auto subject = store::find_subject(checks.audit.facts(), SubjectId(rows->number(0)));
    const std::string name = numbered("former name of subject", rows->number(0));
    if (!subject || !committed_by(checks, Instant(rows->number(7)), rows->number(8))) {
      checks.audit.differ("fsck.subject", name, {"曾用名被改动。", "A former name was altered."});
      continue;
    }
    subject->name = rows->bytes(1);
    subject->changed = Instant(rows->number(2));
    subject->authoritative = rows->number(3) != 0;
    subject->region = static_cast<int>(rows->number(4));
    checks.audit.expect(
        Lane::facts, static_cast<std::uint64_t>(rows->number(5)),
        {Attested::subject, std::string(rows->bytes(6)), subject_statement(*subject)},
        "fsck.subject", name);
  }
}

void check_aliases(Checks& checks) {
  const auto rows = checks.audit.facts().query(
      "SELECT a.subject_id, a.alias_id, a.scheme, a.code, a.batch, s.subject_id, a.known_from FROM "
      "alias a LEFT "
      "JOIN subject s ON s.subject_id = a.subject_id ORDER BY a.subject_id");
  while (rows->next()) {
    checks.audit.count("aliases");
    const auto own =
        domain::organization_id(static_cast<domain::Scheme>(rows->number(2)), rows->bytes(3));
    if (own.value == rows->number(1) && !rows->is_null(5) &&
        committed_by(checks, Instant(rows->number(6)), rows->number(4))) {
      continue;
    }
    checks.audit.differ("fsck.alias", "alias " + std::string(rows->bytes(3)),
                        {"其他代码的编号、主体或来源被改动。",
                         "Another code's number, subject or source was altered."});
  }
}

void check_subjects(Checks& checks) {
  SubjectId last(-1);
  for (;;) {
    const auto subjects = store::subjects_after(checks.audit.facts(), last, page);
    for (const auto& subject : subjects) check_subject(checks, subject);
    checks.audit.count("subjects", static_cast<std::int64_t>(subjects.size()));
    if (subjects.size() < static_cast<std::size_t>(page)) break;
    last = subjects.back().id;
  }
  check_former_names(checks);
  check_aliases(checks);
}

// ---- dictionaries and originals

void check_dictionaries(Checks& checks) {
  const auto rows =
      checks.audit.facts().query("SELECT dictionary_id, item, bytes, made, sum FROM dictionary");
  while (rows->next()) {
    const int id = static_cast<int>(rows->number(0));
    if (store::dictionary_sum(id, static_cast<int>(rows->number(1)), Instant(rows->number(3)),
                              rows->bytes(2)) == rows->number(4)) {
      continue;
    }
    checks.audit.differ("fsck.dictionary", numbered("dictionary", id),
                        {"压缩字典被改动。", "A packing dictionary was altered."});
  }
}

Result<ColumnMap> columns_of(const Checks& checks, const Batch& batch, const rulebook::Item& item,
                             const std::vector<std::string>& header) {
  if (by_case(batch.format)) return decided_columns(item, header, batch.layout);
  return map_columns(checks.with.book, item, header);
}

// Reads the original again: every row that was accepted must give the commitment the log holds.
void recheck_original(Checks& checks, const Batch& batch, const std::filesystem::path& file) {
  const auto* item = checks.with.book.catalogue.by_number(batch.item);
  auto table = checks.with.open(file);
  if (!table && table.error().code == ErrorCode::unavailable) throw Failure(table.error());
  if (item == nullptr || !table) return differ_batch(checks, batch.number);
  const auto map = columns_of(checks, batch, *item, (*table)->header());
  if (!map) return differ_batch(checks, batch.number);
  const CheckPlan plan{checks.with.book,
                       *item,
                       *map,
                       checks.with.vault,
                       {batch.number, batch.provider, batch.received},
                       {},
                       0};
  RowChecker checker(plan);
  const auto run_at = [&](std::int64_t row) {
    return run_of_row(checks.audit.facts(), batch.number, row);
  };
  std::optional<StoredRun> run;
  for (RowBlock block; (*table)->next_block(block, 2'048); block = RowBlock()) {
    const auto checked = checker.check_again(std::move(block), [&](std::int64_t row) {
      if (!run || row < run->first_row || row >= run->first_row + run->count) run = run_at(row);
      return run ? run->salt(row) : std::string();
    });
    for (const auto& candidate : checked.candidates) {
      const auto at = run_at(candidate.row);
      if (!at || at->salt(candidate.row).empty()) continue;
      const auto entry =
          checks.audit.entry(Lane::facts, static_cast<std::uint64_t>(at->leaf_of(candidate.row)));
      if (entry.empty() || static_cast<Attested>(entry.front()) == Attested::row_refused) continue;
      checks.audit.count("rows read again");
      if (entry.substr(1) == ledger::bytes_of(candidate.commitment)) continue;
      checks.audit.differ(
          "fsck.original",
          "receipt " + std::to_string(batch.number) + " row " + std::to_string(candidate.row),
          {"原始文件的这一行与所存记录不符。",
           "This row of the original file gives another record than the one stored."});
    }
  }
}

void check_originals(Checks& checks) {
  const auto& folder = checks.audit.folder();
  const auto kept = originals(folder);
  for (const auto& [number, batch] : checks.batches) {
    if (checks.destroyed_originals.contains(batch.file_sha256)) continue;
    const auto whole = kept.check(checks.with.vault, batch.file_sha256);
    checks.audit.count("originals");
    if (!whole) {
      checks.audit.differ("fsck.original", "originals/" + batch.file_sha256 + ".mxo",
                          whole.error().message);
      continue;
    }
    if (!checks.with.deep || !batch.finished) continue;
    if (batch.edition != checks.with.book.edition) {
      checks.audit.count("originals under an older rule edition, not read again");
      continue;
    }
    const auto file = folder / "fsck.original";
    kept.restore(checks.with.vault, batch.file_sha256, file).or_throw();
    recheck_original(checks, batch, file);
    std::filesystem::remove(file);
  }
}

}  // namespace

void audit_intake(Audit& audit, const IntakeAudit& with) {
  Checks checks{
      audit, with, RowStatements(audit.facts(), with.dictionaries, with.vault, audit.folder()),
      {},    {},   {},
      {},    {}};
  read_erasures(checks);
  check_batches(checks);
  check_runs(checks);
  check_dictionaries(checks);
  check_subjects(checks);
  check_records(checks);
  check_duplicates(checks);
  for (const auto& [number, batch] : checks.batches) check_refusals(checks, batch);
  check_originals(checks);
  audit.check_accounted(Lane::facts, {Attested::row_added, Attested::row_changed,
                                      Attested::row_duplicate, Attested::row_refused});
}

}  // namespace credence::app
