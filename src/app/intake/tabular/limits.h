// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

// Every limit of reading foreign files, in one place, with its unit and its reason. The readers
// keep the first group by themselves, wherever they run; the second is what the machine enforces on
// a reading child, should a reader be deceived.

namespace credence::app {

struct TableLimits {
  std::size_t cell_bytes = 1 << 20;  // a longer cell is a fault of its row
  std::size_t columns = 4'096;       // of a header; the widest catalogue item has under 100
  std::uint64_t expanded_bytes = 4ULL << 30;  // that come out of a zipped file, and as much again
                                              // handed out as cells (one text may fill many)

  // A row holds no more text than sixteen of the longest cells …
  std::size_t row_bytes() const { return 16 * cell_bytes; }
  // … and no more cells than this: spreadsheets write separators far behind the last column.
  std::size_t row_cells() const { return 16 * columns; }
};

inline constexpr std::size_t shown_bytes = 1'024;    // of a cell that is far too long
inline constexpr std::size_t header_bytes = 1'024;   // of one column name; official ones stay < 100
inline constexpr std::size_t faults_per_row = 16;    // more help nobody, and fill memory
inline constexpr std::size_t named_bytes = 80;       // of a foreign name repeated in a message
inline constexpr std::size_t block_bytes = 8 << 20;  // a block of rows ends early beyond this

// CSV: bytes looked at again because a row could not be told from the next ones (quotation marks).
// An honest file costs 1 MiB for each such row; 2 GiB are some seconds of a processor.
inline constexpr std::uint64_t rescanned_bytes = 2ULL << 30;

// XLSX.
inline constexpr std::uint64_t harmless_bytes = 16 << 20;  // may come out of however little
inline constexpr std::uint64_t expansion = 200;  // times its size; real ones stay under 30
inline constexpr std::size_t strings_bytes = 512ULL << 20;  // the shared strings and their index
inline constexpr std::size_t sheets = 10'000;   // and relations; Excel grows unusable far earlier
inline constexpr std::size_t styles = 1 << 16;  // Excel's own limit is 65 490
inline constexpr std::size_t sheet_name_bytes = 255;      // Excel's own limit is 31 characters
inline constexpr std::size_t xml_token_bytes = 64 << 20;  // a longer text is not a spreadsheet's
inline constexpr std::size_t xml_depth = 256;             // real workbooks nest under 20

// ---- of a reading child

struct SandboxLimits {
  // Shared strings at their limit while their text grows: 1.5 GiB; the program itself 0.3 GiB.
  std::uint64_t address_space_bytes = 2ULL << 30;
  // The largest upload (128 MiB) of the slowest form (XLSX) needs under 60 s on a slow machine.
  std::uint64_t processor_seconds = 120;
  // Altogether spent waiting for the child, for one that sleeps instead of working.
  std::uint64_t waiting_seconds = 300;
};

// A frame from the child: a block (8 MiB), one row more (16 MiB), and what stands around them.
inline constexpr std::size_t frame_bytes = 48 << 20;

}  // namespace credence::app
