// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "app/intake/batch_store.h"
#include "app/intake/rejects.h"
#include "app/intake/row_checker.h"
#include "rulebook/rulebook.h"
#include "store/database.h"

// The last stage of intake: gathers checked blocks into chunks, compares names with the register,
// seals what is personal, and commits each chunk with the batch's progress in one transaction. The
// reject journal is durable before the chunk that counts its rows, so a kill at any moment leaves a
// state that sending again continues.

namespace credence::app {

struct LoadPlan {
  store::Database& database;
  const Vault& vault;
  const rulebook::Item& item;
};

struct RunningChunk;

class Loader {
 public:
  Loader(const LoadPlan& plan, Batch batch, RejectJournal& journal);
  // Waits for the chunk on its way.
  ~Loader();

  // Takes the next block in file order; commits when a chunk is full. Throws Failure.
  void take(CheckedBlock block);
  // Commits what is left and gives the batch with its final totals. Throws Failure.
  Batch finish();

 private:
  void commit_chunk();
  void wait();

  LoadPlan plan_;
  Batch batch_;  // as of the last durable chunk
  RejectJournal& journal_;
  std::vector<CheckedBlock> blocks_;
  std::size_t rows_ = 0;
  std::shared_ptr<RunningChunk> running_;
};

}  // namespace credence::app
