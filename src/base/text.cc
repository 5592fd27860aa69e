// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

// ICU's UTF-8 macros narrow ints; not ours to mend.
#pragma GCC diagnostic ignored "-Wconversion"
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "base/ensure.h"

namespace credence {
namespace {

constexpr std::array<std::string_view, 4> wide_spaces = {"\u3000", "\u00A0", "\uFEFF", "\u200B"};

bool is_ascii_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Calls `use(code point)` for each code point, U+FFFD for each byte that is not UTF-8.
template <class Use>
void each_code_point(std::string_view utf8, Use use) {
  const char* s = utf8.data();
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(s, i, size, c);
    use(c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
  }
}

std::unique_ptr<icu::Transliterator> transliterator(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance(icu::UnicodeString(id), UTRANS_FORWARD, status));
  ensure(U_SUCCESS(status) != 0 && made != nullptr, "ICU transliterator missing");
  return made;
}

// Han characters are looked up one at a time and remembered per thread: a name is then a few table
// reads.
using CharacterTable = std::unordered_map<char32_t, std::string>;

const std::string& transliterated(CharacterTable& known, icu::Transliterator& by, char32_t c) {
  const auto [at, fresh] = known.try_emplace(c);
  if (fresh) {
    icu::UnicodeString text(static_cast<UChar32>(c));
    by.transliterate(text);
    text.toUTF8String(at->second);
  }
  return at->second;
}

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool turns_direction(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string_view trim(std::string_view text) {
  for (bool changed = true; changed && !text.empty();) {
    changed = false;
    while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1), changed = true;
    while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1), changed = true;
    for (const auto space : wide_spaces) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), changed = true;
      if (text.ends_with(space)) text.remove_suffix(space.size()), changed = true;
    }
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t next = text.find(separator, at);
    parts.push_back(text.substr(at, next - at));
    if (next == std::string_view::npos) return parts;
    at = next + separator.size();
  }
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t length(std::string_view utf8) {
  std::size_t n = 0;
  each_code_point(utf8, [&](char32_t) { ++n; });
  return n;
}

bool is_valid_utf8(std::string_view bytes) {
  const char* s = bytes.data();
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    if (static_cast<unsigned char>(s[i]) < 0x80) {
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(s, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  each_code_point(utf8, [&](char32_t c) { out += c; });
  return out;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 3);
  for (const char32_t c : code_points) {
    char buffer[4];
    std::int32_t n = 0;
    UBool error = 0;
    U8_APPEND(reinterpret_cast<std::uint8_t*>(buffer), n, 4, static_cast<UChar32>(c), error);
    if (error == 0) out.append(buffer, static_cast<std::size_t>(n));
  }
  return out;
}

std::string nfkc(std::string_view utf8) {
  if (is_ascii(utf8)) return std::string(utf8);
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFKCInstance(status);
  ensure(normalizer != nullptr, "ICU NFKC data missing");
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  if (normalizer->isNormalized(text, status) != 0) return std::string(utf8);
  std::string out;
  normalizer->normalize(text, status).toUTF8String(out);
  return out;
}

std::string to_simplified(std::string_view utf8) {
  if (is_ascii(utf8)) return std::string(utf8);
  thread_local CharacterTable known;
  thread_local const auto by = transliterator("Traditional-Simplified");
  std::string out;
  out.reserve(utf8.size());
  each_code_point(utf8, [&](char32_t c) {
    if (is_han(c)) {
      out += transliterated(known, *by, c);
    } else {
      out += to_utf8({&c, 1});
    }
  });
  return out;
}

std::string_view pinyin(char32_t character) {
  if (!is_han(character)) return {};
  thread_local CharacterTable known;
  thread_local const auto by =
      transliterator("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
  return transliterated(known, *by, character);
}

std::string upper_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string_view clip(std::string_view utf8, std::size_t max) {
  if (utf8.size() <= max) return utf8;
  while (max > 0 && (static_cast<unsigned char>(utf8[max]) & 0xC0) == 0x80) --max;
  return utf8.substr(0, max);
}

std::string printable(std::string_view text) {
  std::u32string clean;
  for (const char32_t c : to_code_points(text)) {
    if (turns_direction(c)) continue;
    clean += c != U'\n' && is_control(c) ? U' ' : c;
  }
  return to_utf8(clean);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace credence
