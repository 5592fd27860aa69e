// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// QR codes (ISO/IEC 18004), error correction M: a report is confirmed by holding a telephone over
// it.

namespace credence::app {

struct QrMatrix {
  int size = 0;            // modules on a side, without the quiet zone
  std::vector<bool> dark;  // row by row
  bool at(int row, int column) const { return dark[static_cast<std::size_t>(row * size + column)]; }
};

// The light border a reader needs, in modules.
inline constexpr int qr_quiet_zone = 4;

// Throws Failure ("report.qr") when the text is empty or over 2331 bytes. Thread safe.
QrMatrix qr_matrix(std::string_view text);

// Stands alone inside HTML; `label` says in words what the picture is, unescaped.
std::string qr_svg(const QrMatrix& matrix, std::string_view label);

}  // namespace credence::app
