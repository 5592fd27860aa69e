// SPDX-License-Identifier: Apache-2.0
#include "app/report/snapshot.h"

#include <zstd.h>

namespace credence::app {
namespace {

constexpr int level = 3;
constexpr std::size_t text_max = 256ULL << 20;  // a frame that claims more is damaged

}  // namespace

std::string compressed_snapshot(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), level));
  return out;
}

std::optional<std::string> expanded_snapshot(std::string_view packed) {
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size > text_max) return std::nullopt;
  std::string text(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
  if (got != text.size()) return std::nullopt;
  return text;
}

}  // namespace credence::app
