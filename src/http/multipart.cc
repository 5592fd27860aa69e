// SPDX-License-Identifier: Apache-2.0
#include "http/multipart.h"

#include <optional>
#include <utility>

#include "base/text.h"

namespace credence::http {
namespace {

constexpr std::string_view media_type = "multipart/form-data";
constexpr std::string_view line_end = "\r\n", head_end = "\r\n\r\n";
constexpr std::size_t boundary_max = 70;  // RFC 2046, 5.1.1

Error unreadable() {
  return make_error(ErrorCode::invalid, "http.multipart",
                    {"提交的表单无法识别。", "The form cannot be read."},
                    {"请刷新页面后重新提交。", "Reload the page and submit again."});
}

Error too_many_parts() {
  return make_error(ErrorCode::limit, "http.parts",
                    {"提交的表单项目过多。", "The form has too many parts."},
                    {"请减少附件。", "Attach fewer files."});
}

// The value of `key="…"` or `key=…` in a header; nothing when it is not there. A quote within the
// value comes percent-encoded (RFC 7578, 2; the HTML standard).
std::optional<std::string_view> attribute(std::string_view header, std::string_view key) {
  const std::string quoted = std::string(key) + "=\"";
  for (std::size_t at = 0; (at = header.find(quoted, at)) != std::string_view::npos; ++at) {
    const bool whole = at > 0 && (header[at - 1] == ' ' || header[at - 1] == ';');
    if (!whole) continue;
    const auto rest = header.substr(at + quoted.size());
    const auto end = rest.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    return rest.substr(0, end);
  }
  return std::nullopt;
}

std::optional<std::string> boundary_of(std::string_view content_type) {
  constexpr std::string_view key = "boundary=";
  const auto at = content_type.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  auto value = content_type.substr(at + key.size());
  value = trim(value.substr(0, value.find(';')));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    value = value.substr(1, value.size() - 2);
  if (value.empty() || value.size() > boundary_max) return std::nullopt;
  return "--" + std::string(value);
}

std::string unescaped(std::string_view text) {
  std::string out(text);
  for (const auto& [from, to] :
       {std::pair{"%22", "\""}, std::pair{"%0D", "\r"}, std::pair{"%0A", "\n"}}) {
    for (std::size_t at = 0; (at = out.find(from, at)) != std::string::npos; ++at)
      out.replace(at, 3, to);
  }
  return out;
}

std::optional<Part> part_of(std::string_view text) {
  const auto end = text.find(head_end);
  if (end == std::string_view::npos) return std::nullopt;
  const auto head = text.substr(0, end);
  const auto name = attribute(head, "name");
  if (!name) return std::nullopt;
  const auto file = attribute(head, "filename");
  return Part{unescaped(*name), unescaped(file.value_or("")), file.has_value(),
              text.substr(end + head_end.size())};
}

}  // namespace

bool is_multipart(std::string_view content_type) { return content_type.starts_with(media_type); }

Result<std::vector<Part>> read_multipart(std::string_view content_type, std::string_view body) {
  const auto boundary = boundary_of(content_type);
  if (!boundary || !body.starts_with(*boundary)) return unreadable();
  const std::string next = std::string(line_end) + *boundary;
  std::vector<Part> parts;
  body.remove_prefix(boundary->size());
  while (!body.starts_with("--")) {
    if (!body.starts_with(line_end)) return unreadable();
    const auto end = body.find(next, line_end.size());
    if (end == std::string_view::npos) return unreadable();
    auto part = part_of(body.substr(line_end.size(), end - line_end.size()));
    if (!part) return unreadable();
    if (parts.size() == parts_max) return too_many_parts();
    parts.push_back(std::move(*part));
    body.remove_prefix(end + next.size());
  }
  return parts;
}

}  // namespace credence::http
