// SPDX-License-Identifier: Apache-2.0
#include "wire/json.h"

namespace credence::wire {
namespace {

void write_pretty(const json::value& value, std::string& out, std::size_t depth);

void new_line(std::string& out, std::size_t depth) {
  out += '\n';
  out.append(depth * 2, ' ');
}

void write_object(const json::object& object, std::string& out, std::size_t depth) {
  out += '{';
  bool first = true;
  for (const auto& [key, part] : object) {
    if (!std::exchange(first, false)) out += ',';
    new_line(out, depth + 1);
    out += json::serialize(json::value(key)) + ": ";
    write_pretty(part, out, depth + 1);
  }
  new_line(out, depth);
  out += '}';
}

void write_array(const json::array& array, std::string& out, std::size_t depth) {
  out += '[';
  bool first = true;
  for (const auto& part : array) {
    if (!std::exchange(first, false)) out += ',';
    new_line(out, depth + 1);
    write_pretty(part, out, depth + 1);
  }
  new_line(out, depth);
  out += ']';
}

void write_pretty(const json::value& value, std::string& out, std::size_t depth) {
  if (value.is_object() && !value.get_object().empty()) {
    write_object(value.get_object(), out, depth);
  } else if (value.is_array() && !value.get_array().empty()) {
    write_array(value.get_array(), out, depth);
  } else {
    out += json::serialize(value);
  }
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  out += '"';
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out += text.substr(done, i - done);
    done = i + 1;
    switch (text[i]) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
  }
  out += text.substr(done);
  out += '"';
}

std::string pretty(const json::value& value) {
  std::string out;
  write_pretty(value, out, 0);
  return out;
}

}  // namespace credence::wire
