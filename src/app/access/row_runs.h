// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "store/session.h"

// Where the rows of submissions stand in the log, with the salts of their statements; and where
// what came with them is kept.

namespace credence::app {

// Consecutive rows of a submission with consecutive entries of the log.
struct StoredRun {
  std::int64_t first_leaf = 0, batch = 0, first_row = 0, count = 0;
  std::string seed;   // empty once a salt of it was destroyed
  std::string salts;  // then: 16 bytes a row, zeroes where destroyed

  std::int64_t row_at(std::int64_t leaf) const { return first_row + leaf - first_leaf; }
  std::int64_t leaf_of(std::int64_t row) const { return first_leaf + row - first_row; }
  std::string salt(std::int64_t row) const;  // empty: destroyed
};

std::optional<StoredRun> run_of_row(store::Session& sql, std::int64_t batch, std::int64_t row);
std::optional<StoredRun> run_of_leaf(store::Session& sql, std::int64_t leaf);

// Every run, in the order of the log.
std::vector<StoredRun> all_runs(store::Session& sql);

// The folder of a submission, and its journal of refusals.
std::filesystem::path submission_folder(const std::filesystem::path& folder, std::int64_t batch);
std::filesystem::path journal_path(const std::filesystem::path& folder, std::int64_t batch);

}  // namespace credence::app
