// SPDX-License-Identifier: Apache-2.0
#include "app/erasure/destruction.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>

#include "app/access/row_runs.h"
#include "base/text.h"
#include "domain/attested.h"
#include "ledger/entry.h"
#include "store/log.h"
#include "store/session.h"

namespace credence::app {
namespace {

using ledger::salt_bytes;

std::vector<std::int64_t> numbers(store::Session& sql, std::string_view text, SubjectId subject) {
  const auto rows = sql.query(text, {subject.value});
  std::vector<std::int64_t> all;
  while (rows->next()) all.push_back(rows->number(0));
  return all;
}

// The salts of a run, one by one, from the time on that one of them must go.
std::string salts_of(const StoredRun& run) {
  std::string salts;
  for (std::int64_t row = run.first_row; row < run.first_row + run.count; ++row) {
    const auto salt = run.salt(row);
    salts += salt.empty() ? std::string(salt_bytes, '\0') : salt;
  }
  return salts;
}

void destroy_salts(store::Write& write, const std::set<std::int64_t>& leaves) {
  for (auto leaf = leaves.begin(); leaf != leaves.end();) {
    const auto run = run_of_leaf(write.sql, *leaf);
    if (!run) {
      ++leaf;
      continue;
    }
    std::string salts = salts_of(*run);
    for (; leaf != leaves.end() && *leaf < run->first_leaf + run->count; ++leaf) {
      const auto at = static_cast<std::size_t>(*leaf - run->first_leaf) * salt_bytes;
      salts.replace(at, salt_bytes, salt_bytes, '\0');
    }
    write.sql.run("UPDATE row_run SET seed = NULL, salts = $1 WHERE first_leaf = $2",
                  {store::Bytes{salts}, run->first_leaf});
  }
}

// The refused rows of a submission: all its row entries of that kind.
void add_refusals(store::Write& write, std::int64_t batch, std::set<std::int64_t>& leaves) {
  const auto rows =
      write.sql.query("SELECT first_leaf, count FROM row_run WHERE batch = $1", {batch});
  std::vector<std::pair<std::int64_t, std::int64_t>> runs;
  while (rows->next()) runs.emplace_back(rows->number(0), rows->number(1));
  for (const auto& [first, count] : runs) {
    for (std::int64_t leaf = first; leaf < first + count; ++leaf) {
      const auto entry =
          store::log_entry(write.sql, store::Lane::facts, static_cast<std::uint64_t>(leaf));
      if (!entry.empty() &&
          static_cast<domain::Attested>(entry.front()) == domain::Attested::row_refused) {
        leaves.insert(leaf);
      }
    }
  }
}

// Reports and their forms go with what the log says of them, but for the commitment.
void destroy_reports(store::Write& write, SubjectId subject, std::set<std::int64_t>& leaves) {
  auto statements = numbers(write.sql, "SELECT leaf FROM report WHERE subject_id = $1", subject);
  for (const auto leaf :
       numbers(write.sql,
               "SELECT f.leaf FROM report_form f JOIN report r ON r.number = f.number WHERE "
               "r.subject_id = $1",
               subject)) {
    statements.push_back(leaf);
  }
  write.sql.run(
      "DELETE FROM report_form WHERE number IN (SELECT number FROM report WHERE subject_id = $1)",
      {subject.value});
  write.sql.run("DELETE FROM report WHERE subject_id = $1", {subject.value});
  for (const auto leaf : statements) {
    write.sql.run("UPDATE statement SET salt = NULL, text = '' WHERE leaf = $1", {leaf});
    leaves.insert(leaf);
  }
}

// Cases about it go whole, with the files attached to them and to no other's.
std::vector<std::string> destroy_cases(store::Write& write, SubjectId subject,
                                       std::set<std::int64_t>& leaves) {
  std::vector<std::string> documents;
  {
    const auto rows = write.sql.query(
        "SELECT DISTINCT d.sha256 FROM case_document d JOIN case_file f ON f.number = "
        "d.case_number WHERE f.subject_id = $1 AND NOT EXISTS (SELECT 1 FROM case_document o JOIN "
        "case_file g ON g.number = o.case_number WHERE o.sha256 = d.sha256 AND g.subject_id <> $2) "
        "ORDER BY d.sha256",
        {subject.value, subject.value});
    while (rows->next()) documents.emplace_back(rows->bytes(0));
  }
  for (const auto leaf : numbers(write.sql,
                                 "SELECT s.leaf FROM case_step s JOIN case_file f ON f.number = "
                                 "s.number WHERE f.subject_id = $1",
                                 subject)) {
    leaves.insert(leaf);
  }
  for (const char* table : {"case_step", "case_deadline", "measure_use", "measure_use_ground"})
    write.sql.run(std::string("DELETE FROM ") + table +
                      " WHERE number IN (SELECT number FROM case_file WHERE subject_id = $1)",
                  {subject.value});
  write.sql.run(
      "DELETE FROM case_document WHERE case_number IN (SELECT number FROM case_file WHERE "
      "subject_id = $1)",
      {subject.value});
  write.sql.run("DELETE FROM case_file WHERE subject_id = $1", {subject.value});
  return documents;
}

// As codes are compared: without width, case, spaces and hyphens.
std::string squeezed(std::string_view line) {
  std::string text = upper_ascii(nfkc(line));
  std::erase_if(text, [](char c) { return c == ' ' || c == '-' || c == '\t'; });
  return text;
}

std::vector<std::string> originals_of(store::Session& sql, const std::set<std::int64_t>& batches) {
  std::vector<std::string> originals;
  for (const auto batch : batches) {
    const auto row = sql.query("SELECT file_sha256 FROM batch WHERE number = $1", {batch});
    if (row->next()) originals.emplace_back(row->bytes(0));
  }
  std::ranges::sort(originals);
  originals.erase(std::unique(originals.begin(), originals.end()), originals.end());
  return originals;
}

}  // namespace

Destroyed destroy(store::Write& write, SubjectId subject,
                  const std::vector<std::int64_t>& journals) {
  auto& sql = write.sql;
  const auto records = numbers(sql, "SELECT leaf FROM record WHERE subject_id = $1", subject);
  const auto duplicates =
      numbers(sql, "SELECT leaf FROM row_duplicate WHERE subject_id = $1", subject);
  std::set<std::int64_t> leaves(records.begin(), records.end());
  leaves.insert(duplicates.begin(), duplicates.end());
  std::set<std::int64_t> batches(journals.begin(), journals.end());
  for (const auto leaf : leaves) {
    if (const auto run = run_of_leaf(sql, leaf)) batches.insert(run->batch);
  }
  for (const auto batch : journals) add_refusals(write, batch, leaves);
  destroy_salts(write, leaves);
  for (const char* text :
       {"SELECT leaf FROM subject WHERE subject_id = $1",
        "SELECT leaf FROM subject_name WHERE subject_id = $1",
        "SELECT leaf FROM record_mark WHERE subject_id = $1",
        "SELECT end_leaf FROM record_mark WHERE subject_id = $1 AND end_leaf IS NOT NULL"}) {
    for (const auto leaf : numbers(sql, text, subject)) leaves.insert(leaf);
  }
  destroy_reports(write, subject, leaves);
  auto documents = destroy_cases(write, subject, leaves);
  for (const char* table :
       {"record", "record_mark", "row_duplicate", "alias", "subject_name", "subject"})
    sql.run(std::string("DELETE FROM ") + table + " WHERE subject_id = $1", {subject.value});
  return {static_cast<std::int64_t>(records.size()),
          {leaves.begin(), leaves.end()},
          originals_of(sql, batches),
          std::move(documents)};
}

std::vector<std::int64_t> journals_naming(const std::filesystem::path& folder,
                                          const std::string& code) {
  std::vector<std::int64_t> found;
  std::error_code none;
  for (const auto& one : std::filesystem::directory_iterator(folder / "submissions", none)) {
    std::ifstream journal(one.path() / "rejects.jsonl", std::ios::binary);
    std::int64_t batch = 0;
    const std::string name = one.path().filename().string();
    std::from_chars(name.data(), name.data() + name.size(), batch);
    for (std::string line; std::getline(journal, line);) {
      if (!contains(squeezed(line), code)) continue;
      found.push_back(batch);
      break;
    }
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace credence::app
