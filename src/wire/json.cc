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

std::string pretty(const json::value& value) {
  std::string out;
  write_pretty(value, out, 0);
  return out;
}

}  // namespace credence::wire
