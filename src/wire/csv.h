// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Tables for spreadsheets: UTF-8 with BOM, lines end with CR LF.

namespace credence::wire {

inline constexpr std::string_view csv_begin = "\xEF\xBB\xBF";

// A field. What a spreadsheet would take for a formula is shown as the text it is.
inline std::string csv_cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    text.insert(text.begin(), '\'');
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace credence::wire
