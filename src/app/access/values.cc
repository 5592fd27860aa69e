// SPDX-License-Identifier: Apache-2.0
#include "app/access/values.h"

#include <boost/json.hpp>

namespace credence::app {
namespace {

void escape(std::string_view value, std::string& out) {
  constexpr char digits[] = "0123456789abcdef";
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
}

Error damaged() {
  return make_error(
      ErrorCode::internal, "record.damaged",
      {"存储的记录内容已损坏。", "A stored record is damaged."},
      {"请运行一致性检查并从备份恢复。", "Check the store and restore from a backup."});
}

}  // namespace

void encode_values(std::span<const std::string_view> values, std::string& out) {
  while (!values.empty() && values.back().empty()) values = values.first(values.size() - 1);
  out += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    out += i == 0 ? "\"" : ",\"";
    escape(values[i], out);
    out += '"';
  }
  out += ']';
}

Result<std::vector<std::string>> decode_values(std::string_view json, std::size_t count) {
  boost::system::error_code failed;
  const auto parsed = boost::json::parse(json, failed);
  if (failed || !parsed.is_array() || parsed.get_array().size() > count) return damaged();
  std::vector<std::string> values;
  values.reserve(count);
  for (const auto& value : parsed.get_array()) {
    if (!value.is_string()) return damaged();
    values.emplace_back(value.get_string());
  }
  values.resize(count);
  return values;
}

}  // namespace credence::app
