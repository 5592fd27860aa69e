// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Small text helpers over UTF-8. Unicode knowledge (NFKC, scripts, pinyin) comes from ICU, behind
// one .cc.

namespace credence {

std::string_view trim(
    std::string_view text);  // ASCII and ideographic spaces, tabs, line ends, NBSP, BOM
std::vector<std::string_view> split(std::string_view text, std::string_view separator);
bool contains(std::string_view text, std::string_view part);

// The number of code points. Bytes that are not UTF-8 count one each.
std::size_t length(std::string_view utf8);
bool is_valid_utf8(std::string_view bytes);
std::u32string to_code_points(std::string_view utf8);  // invalid bytes become U+FFFD
std::string to_utf8(std::u32string_view code_points);

// NFKC: full-width letters and digits become ASCII, compatibility forms become plain ones.
std::string nfkc(std::string_view utf8);
// Traditional characters to Simplified, one to one; others unchanged.
std::string to_simplified(std::string_view utf8);
// Toneless pinyin of one Han character ("shan"), empty for other characters. Remembered per
// character.
std::string_view pinyin(char32_t character);
std::string upper_ascii(std::string_view text);

// At most `max` bytes, cut between code points.
std::string_view clip(std::string_view utf8, std::size_t max);

// Valid UTF-8 without control characters or the marks that turn writing direction: a hostile name
// cannot make a line read otherwise than it is kept. Line ends stay.
std::string printable(std::string_view text);
// `printable`, safe between tags and inside quoted attributes of HTML.
std::string escaped(std::string_view text);

}  // namespace credence
