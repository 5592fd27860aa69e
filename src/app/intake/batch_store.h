// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/intake/measures.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/ids.h"
#include "store/database.h"

// The batch table: one row per submission, from the first byte to the receipt. Its progress is part
// of each chunk's transaction, which is what makes sending again complete a killed submission
// exactly once.

namespace credence::app {

// Batch::format of what a case decided (decided_row.h), a correction or a record of its own: one
// row, and no submission of its provider. Stored.
inline constexpr std::string_view correction_format = "correction";
inline constexpr std::string_view decision_format = "decision";
constexpr bool by_case(std::string_view format) {
  return format == correction_format || format == decision_format;
}

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
// By the number in text; nothing when it is none.
std::optional<Batch> find_batch(store::Session& sql, std::string_view number);
// Newest first. Zero item and empty provider: any.
std::vector<Batch> find_batches(store::Session& sql, std::string_view provider, int item,
                                int limit);

// What the log attests of a batch as a whole: when it arrives, with each chunk, and when it is
// done. JSON; the same text again from the stored row (fsck).
struct BatchReceived {
  std::string statement = "batch_received";
  std::int64_t receipt = 0;
  std::string provider, provider_name;
  int item = 0;
  std::string file_name, file_sha256;
  std::int64_t file_bytes = 0;
  std::string format, encoding, layout, edition;
  Instant received;
};
BOOST_DESCRIBE_STRUCT(BatchReceived, (),
                      (statement, receipt, provider, provider_name, item, file_name, file_sha256,
                       file_bytes, format, encoding, layout, edition, received))

struct RowsCommitted {
  std::string statement = "rows_committed";
  std::int64_t receipt = 0;
  std::int64_t first_entry = 0, rows = 0;  // their entries of the log
  std::int64_t rows_done = 0, reject_bytes = 0;
  std::int64_t sent = 0, added = 0, changed = 0, duplicate = 0, rejected = 0, warned = 0, late = 0;
  std::string measures_sha256;
  Instant committed;
};
BOOST_DESCRIBE_STRUCT(RowsCommitted, (),
                      (statement, receipt, first_entry, rows, rows_done, reject_bytes, sent, added,
                       changed, duplicate, rejected, warned, late, measures_sha256, committed))

struct KeptFile {
  std::string name, sha256;
};
BOOST_DESCRIBE_STRUCT(KeptFile, (), (name, sha256))

struct BatchDone {
  std::string statement = "batch_done";
  std::int64_t receipt = 0;
  std::int64_t sent = 0, added = 0, changed = 0, duplicate = 0, rejected = 0, warned = 0, late = 0;
  std::vector<KeptFile> reject_files;
  Instant finished;
};
BOOST_DESCRIBE_STRUCT(BatchDone, (),
                      (statement, receipt, sent, added, changed, duplicate, rejected, warned, late,
                       reject_files, finished))

BatchReceived received_of(const Batch& batch);
RowsCommitted committed_of(const Batch& batch);  // but for its entries and instant
BatchDone done_of(const Batch& batch);           // but for its files

// Adds the batch and gives its number; one that is there already keeps its number and progress.
Batch begin_batch(store::Committer& facts, Random& random, Batch batch);
// For use inside a work.
Batch begin_batch(store::Write& write, Random& random, Batch batch);
struct RowEntries {
  std::int64_t first = 0, count = 0;
};
void save_progress(store::Write& write, Random& random, const Batch& batch, RowEntries entries);
void finish_batch(store::Write& write, Random& random, const Batch& batch,
                  const std::vector<KeptFile>& reject_files);

}  // namespace credence::app
