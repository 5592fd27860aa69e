// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

// A consistent copy of a SQLite data folder's databases while another process serves it.

namespace credence::store {

// Copies credence.db, the journal and then access.db of `folder` into `out`, by SQLite's online
// backup (https://www.sqlite.org/backup.html). Does not take the folder's lock: it only reads, each
// file in one read transaction, which in WAL mode neither waits for the writer nor makes it wait;
// until it ends, the write-ahead log grows.
//
// Facts first: whatever answer stands in the copied facts was released after its access entry was
// durable in the journal, so that entry is in the journal copied next or, moved meanwhile, in the
// access lane copied last; what is in both is entered once. The other way round the copy could hold
// an answer without a trace.
//
// Throws Failure (unavailable): a file cannot be read or written, disk full.
void copy_sqlite(const std::filesystem::path& folder, const std::filesystem::path& out);

}  // namespace credence::store
