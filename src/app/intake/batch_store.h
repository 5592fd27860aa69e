// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/intake/measures.h"
#include "base/date.h"
#include "base/ids.h"
#include "store/database.h"

// The batch table: one row per submission, from the first byte to the receipt. Its progress is part
// of each chunk's transaction, which is what makes sending again complete a killed submission
// exactly once.

namespace credence::app {

struct BatchTotals {
  std::int64_t sent = 0, added = 0, changed = 0, duplicate = 0, rejected = 0, warned = 0, late = 0;
};

struct Batch {
  std::int64_t number = 0;
  BatchId id;
  std::string provider, provider_name;
  int item = 0;
  std::string file_sha256, file_name;
  std::int64_t file_bytes = 0;
  std::string format, encoding, layout, edition;
  Instant received;
  std::optional<Instant> finished;
  std::int64_t rows_done = 0;     // rows of the file whose fate is committed
  std::int64_t reject_bytes = 0;  // length of the reject journal that belongs to them
  BatchTotals totals;
  Measures measures;
};

// The same provider sending the same bytes for the same item is the same batch.
BatchId batch_id(std::string_view provider, int item, std::string_view file_sha256);

std::optional<Batch> find_batch(store::Session& sql, BatchId id);
std::optional<Batch> find_batch(store::Session& sql, std::int64_t number);
// Newest first. Zero item and empty provider: any.
std::vector<Batch> find_batches(store::Session& sql, std::string_view provider, int item,
                                int limit);

// Adds the batch and gives its number; one that is there already keeps its number and progress.
Batch begin_batch(store::Committer& facts, Batch batch);
// For use inside a chunk's work.
void save_progress(store::Write& write, const Batch& batch);
void finish_batch(store::Write& write, const Batch& batch);

}  // namespace credence::app
