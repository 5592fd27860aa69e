// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

// A sum on every page of a SQLite database file, so that a flipped bit is found even where a page
// holds no fact (docs/decisions/0007). Kept in the last 8 bytes of each page, which SQLite leaves
// to us when asked to (https://www.sqlite.org/fileformat2.html, "reserved bytes per page"). Any
// SQLite still reads such a file.

namespace credence::store {

inline constexpr int page_sum_bytes = 8;

// Puts a layer over SQLite's access to files (https://www.sqlite.org/vfs.html) that writes the
// sums, in databases which reserve these bytes. For the whole process; repeated calls do nothing.
// Thread safe.
void write_page_sums();

// The pages, counted from 1, whose sum does not fit; at most `most`. The file must not be written
// meanwhile. A file without room for sums, or of a broken length, is one damaged page 1.
std::vector<std::uint32_t> damaged_pages(const std::filesystem::path& database, std::size_t most);

}  // namespace credence::store
