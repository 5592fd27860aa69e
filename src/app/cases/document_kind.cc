// SPDX-License-Identifier: Apache-2.0
#include "app/cases/document_kind.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/text.h"

namespace credence::app {
namespace {

// Names of ISO 32000 that make a reader do something, or carry other files.
constexpr std::array<std::string_view, 6> active_names = {
    "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Rendition"};
constexpr std::size_t longest_active_name = 13;

constexpr std::string_view zip_entry = "PK\x03\x04", zip_directory = "PK\x01\x02",
                           zip_end = "PK\x05\x06";
constexpr std::size_t end_bytes = 22, directory_bytes = 46, comment_bytes_max = 65'535;

Error wrong_kind(const Words& what) {
  return make_error(
      ErrorCode::invalid, "document.kind",
      {"不接收这种文件（" + what.zh + "）。可接收：PDF、OFD、PNG、JPEG。",
       "This kind of file is not taken (" + what.en + "). Taken are PDF, OFD, PNG and JPEG."},
      {"请另存为 PDF 或 OFD，或拍照上传；改扩展名无效。",
       "Save it as PDF or OFD, or send a picture; another ending of its name does "
       "not help."},
      "SD-2020/39");
}

Error active(const std::string& name) {
  return make_error(ErrorCode::invalid, "document.active",
                    {"该 PDF 含有脚本、启动项或内嵌文件（/" + name + "），未接收。",
                     "This PDF holds a script, a program to launch or an embedded file (/" + name +
                         "); it was not taken."},
                    {"请打印为新的 PDF 后再上传；内嵌的文件请单独上传。",
                     "Print it to a new PDF and send that; send embedded files by themselves."},
                    "SD-2020/39");
}

// ---- PDF

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool ends_name(char c) {
  return static_cast<unsigned char>(c) <= ' ' || contains("()<>[]{}/%", std::string_view(&c, 1));
}

// The name that stands behind a slash, its # escapes resolved; cut where it is too long to matter.
std::string name_at(std::string_view text) {
  std::string name;
  while (!text.empty() && !ends_name(text.front()) && name.size() <= longest_active_name) {
    const bool escape =
        text.size() > 2 && text[0] == '#' && hex_digit(text[1]) >= 0 && hex_digit(text[2]) >= 0;
    name += escape ? static_cast<char>(hex_digit(text[1]) * 16 + hex_digit(text[2])) : text[0];
    text.remove_prefix(escape ? 3 : 1);
  }
  return name;
}

std::optional<Error> activity_of(std::string_view pdf) {
  for (auto at = pdf.find('/'); at != std::string_view::npos; at = pdf.find('/', at + 1)) {
    auto name = name_at(pdf.substr(at + 1));
    if (std::ranges::find(active_names, name) != active_names.end()) return active(name);
  }
  return std::nullopt;
}

// ---- ZIP: its directory alone is read, here and within bounds

std::size_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  std::size_t value = 0;
  for (std::size_t i = count; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// Where the directory ends; nothing when the file does not end there too.
std::optional<std::size_t> end_of_directory(std::string_view zip) {
  const auto at = zip.rfind(zip_end);
  if (at == std::string_view::npos || zip.size() - at < end_bytes) return std::nullopt;
  if (zip.size() - at > end_bytes + comment_bytes_max) return std::nullopt;
  return at + end_bytes + little(zip, at + 20, 2) == zip.size() ? std::optional(at) : std::nullopt;
}

// The names in the directory; none when it is damaged.
std::vector<std::string_view> names_in(std::string_view zip) {
  const auto end = end_of_directory(zip);
  if (!end) return {};
  std::vector<std::string_view> names;
  std::size_t at = little(zip, *end + 16, 4);
  for (std::size_t left = little(zip, *end + 10, 2); left > 0; --left) {
    if (at > *end || *end - at < directory_bytes || zip.substr(at, 4) != zip_directory) return {};
    const std::size_t name = little(zip, at + 28, 2),
                      rest = little(zip, at + 30, 2) + little(zip, at + 32, 2);
    if (*end - at < directory_bytes + name + rest) return {};
    names.push_back(zip.substr(at + directory_bytes, name));
    at += directory_bytes + name + rest;
  }
  return names;
}

Result<std::string> zip_media_type(std::string_view zip) {
  const auto names = names_in(zip);
  const auto holds = [&](std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  };
  // Office files are ZIP files with this entry; one that is both is none of ours.
  if (holds("[Content_Types].xml")) {
    return wrong_kind({"Word、Excel 等办公文档", "a document of Word, Excel or the like"});
  }
  if (holds("OFD.xml")) return std::string("application/ofd");
  return wrong_kind({"压缩包", "an archive"});
}

}  // namespace

Result<std::string> media_type_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("%PDF-")) {
    if (auto refused = activity_of(bytes)) return std::move(*refused);
    return std::string("application/pdf");
  }
  if (bytes.starts_with("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv)) return std::string("image/png");
  if (bytes.starts_with("\xFF\xD8\xFF")) return std::string("image/jpeg");
  if (bytes.starts_with(zip_entry)) return zip_media_type(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return wrong_kind({"旧版 Office 文档", "an old Office document"});
  return wrong_kind({"无法识别", "unknown"});
}

}  // namespace credence::app
