// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/intake/loader.h"
#include "domain/attested.h"
#include "store/records.h"

// One chunk of a submission on its way into the store. Prepared on the intake's thread, stored on
// the committer's. Owns every byte its rows point to.

namespace credence::app {

// What the log will hold of one row. What an accepted row became is known only once it is stored.
struct RowEntry {
  domain::Attested kind = domain::Attested::row_added;
  Digest commitment{};
};
// Rows whose numbers follow each other, and the seed their salts grow from.
struct RowRun {
  std::int64_t ordinal = 0, first_row = 0, count = 0;
  std::string_view seed;
};

struct Chunk {
  std::vector<CheckedBlock> blocks;
  std::vector<RowEntry> entries;  // of every row, in file order
  std::vector<RowRun> runs;
  std::vector<const Candidate*> candidates;  // accepted, sorted by subject, key, row
  std::vector<std::string> sealed;           // beside candidates
  std::vector<store::SubjectRow> subjects;   // sorted, unique
  std::vector<store::AliasRow> aliases;
  std::unordered_map<std::int64_t, store::KnownSubject> known;  // before this chunk
  std::unordered_map<std::int64_t, std::string> keys;  // wrapped, of subjects with something sealed
  std::deque<std::string> texts;                       // what subjects and aliases point to
  Batch before;  // with the blocks' own measures and refusals counted in
  Batch after;   // with what became of the rows; valid once stored
};

// Everything that needs no transaction: compare with the register, refuse, seal. The refused rows'
// journal entries are added and made durable. `chunk.blocks` and `chunk.before` are set.
void prepare_chunk(const LoadPlan& plan, RejectJournal& journal, Chunk& chunk);
// The transaction. May run again after a rollback.
void store_chunk(const LoadPlan& plan, store::Write& write, Chunk& chunk);

}  // namespace credence::app
