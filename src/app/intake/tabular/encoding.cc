// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/encoding.h"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <vector>

#include "app/intake/tabular/faults.h"
#include "base/text.h"

namespace credence::app {
namespace {

constexpr std::size_t piece_bytes = 256 * 1024;
constexpr std::size_t probe_bytes = 1 << 20;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// How many bytes at the end belong to a code point that is not complete.
std::size_t unfinished(std::string_view bytes) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(4, bytes.size()); ++back) {
    const auto lead = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (is_continuation(bytes[bytes.size() - back])) continue;
    const std::size_t wants = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return wants > back ? back : 0;
  }
  return 0;
}

struct Sequences {
  std::size_t good = 0, wrong = 0;  // of more than one byte; of none
};

// Sequences that are not UTF-8 become U+FFFD.
Sequences append_repaired(std::string_view bytes, std::string& out) {
  Sequences count;
  while (!bytes.empty()) {
    std::size_t good = 0;
    while (good < bytes.size() && static_cast<unsigned char>(bytes[good]) < 0x80) ++good;
    if (good > 0) {
      out.append(bytes.substr(0, good));
      bytes.remove_prefix(good);
      continue;
    }
    std::size_t size = 1;
    while (size < std::min<std::size_t>(4, bytes.size()) && is_continuation(bytes[size])) ++size;
    while (size > 1 && !simdjson::validate_utf8(bytes.data(), size)) --size;
    if (size > 1) {
      out.append(bytes.substr(0, size));
      ++count.good;
    } else {
      out.append(replacement);
      ++count.wrong;
    }
    bytes.remove_prefix(size);
  }
  return count;
}

}  // namespace

bool is_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

std::string repaired(std::string_view bytes) {
  std::string text;
  append_repaired(bytes, text);
  return text;
}

// An ICU converter; it keeps what is unfinished between pieces by itself.
struct Utf8File::Converter {
  explicit Converter(const char* name) {
    UErrorCode fault = U_ZERO_ERROR;
    converter = ucnv_open(name, &fault);
  }
  ~Converter() { ucnv_close(converter); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  void append(std::string_view bytes, bool last, std::string& out) {
    units.resize(bytes.size() + 16);
    const char* from = bytes.data();
    UChar* to = units.data();
    UErrorCode fault = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &to, units.data() + units.size(), &from, bytes.data() + bytes.size(),
                   nullptr, static_cast<UBool>(last), &fault);
    const auto count = static_cast<std::int32_t>(to - units.data());
    const std::size_t before = out.size();
    out.resize(before + 3 * static_cast<std::size_t>(count) + 1);
    std::int32_t written = 0;
    fault = U_ZERO_ERROR;
    u_strToUTF8WithSub(out.data() + before, static_cast<std::int32_t>(out.size() - before),
                       &written, units.data(), count, 0xFFFD, nullptr, &fault);
    out.resize(before + static_cast<std::size_t>(written));
  }

  UConverter* converter = nullptr;
  std::vector<UChar> units;
};

namespace {

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(replacement, at)) != std::string_view::npos;
       at += replacement.size())
    ++count;
  return count;
}

}  // namespace

Utf8File::Utf8File(SharedFile file, std::uint64_t at, std::string encoding,
                   std::unique_ptr<Converter> converter)
    : file_(std::move(file)),
      at_(at),
      encoding_(std::move(encoding)),
      converter_(std::move(converter)) {}
Utf8File::~Utf8File() = default;

void Utf8File::prepare() {
  for (const char* name : {"UTF-16LE", "UTF-16BE", "GB18030"}) {
    std::string out;
    Converter(name).append("ab", true, out);
  }
}

Result<std::unique_ptr<Utf8File>> Utf8File::open(SharedFile file) {
  const std::string probe = file->piece(0, probe_bytes);
  if (trim(probe).empty()) {
    return file_error("empty", {"文件是空的。", "The file is empty."},
                      {"请核对是否选对了文件。", "Check that it is the right file."});
  }
  const auto begin_at = [&](std::size_t skip, const char* name, const char* converter) {
    return std::unique_ptr<Utf8File>(
        new Utf8File(std::move(file), skip, name,
                     converter == nullptr ? nullptr : std::make_unique<Converter>(converter)));
  };
  if (probe.starts_with("\xEF\xBB\xBF")) return begin_at(3, "UTF-8 with BOM", nullptr);
  if (probe.starts_with("\xFF\xFE")) return begin_at(2, "UTF-16LE", "UTF-16LE");
  if (probe.starts_with("\xFE\xFF")) return begin_at(2, "UTF-16BE", "UTF-16BE");
  const std::string_view whole =
      std::string_view(probe).substr(0, probe.size() - unfinished(probe));
  if (simdjson::validate_utf8(whole.data(), whole.size())) return begin_at(0, "UTF-8", nullptr);
  // Not all of it is UTF-8. Chance seldom makes UTF-8 sequences of other text, but GB18030 can be
  // read out of nearly anything: where whole sequences prevail the file is UTF-8 with faulty rows.
  std::string as_utf8, converted;
  const Sequences utf8 = append_repaired(whole, as_utf8);
  if (utf8.good > utf8.wrong) return begin_at(0, "UTF-8", nullptr);
  Converter("GB18030").append(probe, false, converted);
  if (count_replacements(converted) * 20 > length(converted)) {
    return file_error("encoding",
                      {"文件不是 UTF-8、UTF-16 或 GB18030 文本。",
                       "The file is not text in UTF-8, UTF-16 or GB18030."},
                      {"请另存为 UTF-8 的 CSV 或 XLSX 后再报送。",
                       "Save it as a UTF-8 CSV or as XLSX and send again."});
  }
  return begin_at(0, "GB18030", "GB18030");
}

bool Utf8File::read(std::string& out) {
  const std::string piece = file_->piece(at_, piece_bytes);
  at_ += piece.size();
  bytes_read_ += piece.size();
  const bool last = piece.size() < piece_bytes;
  if (piece.empty() && rest_.empty()) return false;
  if (converter_) {
    converter_->append(piece, last, out);
    return true;
  }
  rest_ += piece;
  const std::size_t keep = last ? 0 : unfinished(rest_);
  const std::string_view whole = std::string_view(rest_).substr(0, rest_.size() - keep);
  if (simdjson::validate_utf8(whole.data(), whole.size())) {
    out.append(whole);
  } else {
    append_repaired(whole, out);
  }
  rest_.erase(0, whole.size());
  return true;
}

}  // namespace credence::app
