// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

namespace credence {
namespace {

std::string place_text(const Place& place, bool chinese) {
  std::string text = place.file;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (place.row > 0) {
    add(chinese ? "第 " + std::to_string(place.row) + " 行" : "row " + std::to_string(place.row));
  }
  if (place.column > 0) {
    add(chinese ? "第 " + std::to_string(place.column) + " 列"
                : "column " + std::to_string(place.column));
  }
  if (!place.field.empty()) add(place.field);
  return text;
}

}  // namespace

std::string to_text(const Error& error, bool chinese) {
  const auto in = [&](const Words& words) { return chinese ? words.zh : words.en; };
  std::string text = place_text(error.place, chinese);
  if (!text.empty()) text += chinese ? "：" : ": ";
  text += in(error.message);
  if (!in(error.remedy).empty()) text += (chinese ? " " : " ") + in(error.remedy);
  if (!error.basis.empty())
    text += (chinese ? "（依据 " : " (") + error.basis + (chinese ? "）" : ")");
  if (!error.id.empty()) text += " [" + error.id + "]";
  return text;
}

Error make_error(ErrorCode code, std::string id, Words message, Words remedy, std::string basis) {
  return Error{code, std::move(id), std::move(message), std::move(remedy), std::move(basis), {}};
}

}  // namespace credence
