// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/ids.h"
#include "store/database.h"

// What destroying a subject's data does to the tables and files.

namespace credence::app {

struct Destroyed {
  std::int64_t records = 0;
  std::vector<std::int64_t> entries;   // of the facts log, sorted
  std::vector<std::string> originals;  // SHA-256 of the files its rows came in
  std::vector<std::string> documents;  // of files attached to its cases and to no other's
};

// Within the transaction: records, their marks, duplicates, names, aliases, reports, cases, the
// subject's row with its key, and the salts of all statements about it; of the submissions in
// `journals`, the salts of every refusal too.
Destroyed destroy(store::Write& write, SubjectId subject,
                  const std::vector<std::int64_t>& journals);

// Submissions whose journal of refusals holds this code.
std::vector<std::int64_t> journals_naming(const std::filesystem::path& folder,
                                          const std::string& code);

}  // namespace credence::app
