// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Addresses of the static log (C2SP tlog-tiles). Pure.

namespace credence::ledger {

inline constexpr std::uint64_t tile_width = 256;
inline constexpr unsigned tile_height = 8;

struct TileAddress {
  bool entries = false;     // an entry bundle instead of hashes
  unsigned level = 0;       // 0–63; 0 for entries
  std::uint64_t index = 0;  // within the level
  unsigned width = 256;     // below 256: a partial one
  bool operator==(const TileAddress&) const = default;
};

// What follows "tile/": "0/x001/234/067", "entries/000.p/17". One address has one form; others give
// nothing.
std::optional<TileAddress> parse_tile_address(std::string_view path);
std::string to_text(const TileAddress& address);

// How many hashes the tile of this level and index has in a log of `size` entries; 0: none yet.
unsigned tile_width_in(std::uint64_t size, unsigned level, std::uint64_t index);

}  // namespace credence::ledger
