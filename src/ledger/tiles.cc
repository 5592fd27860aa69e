// SPDX-License-Identifier: Apache-2.0
#include "ledger/tiles.h"

#include <algorithm>

#include "base/text.h"
#include "ledger/note.h"

namespace credence::ledger {
namespace {

constexpr unsigned level_max = 63;

std::string three_digits(std::uint64_t value) {
  std::string text = std::to_string(value);
  return std::string(3 - text.size(), '0') + text;
}

std::optional<std::uint64_t> read_three(std::string_view text) {
  if (text.size() != 3) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

}  // namespace

std::optional<TileAddress> parse_tile_address(std::string_view path) {
  TileAddress address;
  const auto partial = path.find(".p/");
  if (partial != std::string_view::npos) {
    const auto width = read_number(path.substr(partial + 3));
    if (!width || *width == 0 || *width >= tile_width) return std::nullopt;
    address.width = static_cast<unsigned>(*width);
    path = path.substr(0, partial);
  }
  const auto parts = split(path, "/");
  if (parts.size() < 2 || parts.size() > 7) return std::nullopt;
  address.entries = parts[0] == "entries";
  if (!address.entries) {
    const auto level = read_number(parts[0]);
    if (!level || *level > level_max) return std::nullopt;
    address.level = static_cast<unsigned>(*level);
  }
  for (std::size_t i = 1; i < parts.size(); ++i) {
    std::string_view part = parts[i];
    const bool last = i + 1 == parts.size();
    if (!last && !part.starts_with('x')) return std::nullopt;
    const auto value = read_three(last ? part : part.substr(1));
    if (!value) return std::nullopt;
    address.index = 1000 * address.index + *value;
  }
  return to_text(address) == (partial == std::string_view::npos
                                  ? std::string(path)
                                  : std::string(path) + ".p/" + std::to_string(address.width))
             ? std::optional(address)
             : std::nullopt;
}

std::string to_text(const TileAddress& address) {
  std::string number = three_digits(address.index % 1000);
  for (std::uint64_t rest = address.index / 1000; rest > 0; rest /= 1000)
    number = "x" + three_digits(rest % 1000) + "/" + number;
  std::string text = (address.entries ? "entries" : std::to_string(address.level)) + "/" + number;
  if (address.width < tile_width) text += ".p/" + std::to_string(address.width);
  return text;
}

unsigned tile_width_in(std::uint64_t size, unsigned level, std::uint64_t index) {
  if (level * tile_height >= 64) return 0;
  const std::uint64_t hashes = size >> (level * tile_height);  // complete subtrees of the level
  const std::uint64_t begin = index * tile_width;
  if (index > UINT64_MAX / tile_width || begin >= hashes) return 0;
  return static_cast<unsigned>(std::min(tile_width, hashes - begin));
}

}  // namespace credence::ledger
