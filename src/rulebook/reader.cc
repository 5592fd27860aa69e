// SPDX-License-Identifier: Apache-2.0
#include "rulebook/reader.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace credence::rulebook {
namespace {

std::string quoted_zh(std::string_view text) { return "“" + std::string(text) + "”"; }
std::string quoted_en(std::string_view text) { return "\"" + std::string(text) + "\""; }

constexpr std::string_view kind_zh(Yaml::Kind kind) {
  switch (kind) {
    case Yaml::Kind::empty:
      return "空";
    case Yaml::Kind::scalar:
      return "文字";
    case Yaml::Kind::sequence:
      return "列表";
    case Yaml::Kind::map:
      break;
  }
  return "映射（键: 值）";
}

constexpr std::string_view kind_en(Yaml::Kind kind) {
  switch (kind) {
    case Yaml::Kind::empty:
      return "nothing";
    case Yaml::Kind::scalar:
      return "a text";
    case Yaml::Kind::sequence:
      return "a list";
    case Yaml::Kind::map:
      break;
  }
  return "a map (key: value)";
}

void refuse_kind(const Source& source, int line, const std::string& what, Yaml::Kind wanted,
                 Yaml::Kind found) {
  source.refuse(
      line,
      {what + "应为" + std::string(kind_zh(wanted)) + "，现为" + std::string(kind_zh(found)) + "。",
       what + " must be " + std::string(kind_en(wanted)) + "; it is " +
           std::string(kind_en(found)) + "."},
      {"请按规则格式改写。", "Write it in that form."});
}

// The article number of "13"; nothing when it is not a plain number.
std::optional<int> article_number(std::string_view text) {
  int number = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong != std::errc() || end != text.data() + text.size() || text.front() == '0') return {};
  return number;
}

void refuse_article(const Source& source, int line, const std::string& basis, const Law& law) {
  source.refuse(line,
                {"依据" + quoted_zh(basis) + "没有指明存在的条款：《" + law.title.zh + "》共 " +
                     std::to_string(law.articles) + " 条。",
                 "Basis " + quoted_en(basis) + " names no article there is: " + law.title.en +
                     " has " + std::to_string(law.articles) + " articles."},
                {"请写成" + quoted_zh(law.id + "/条号") + "，条号为 1 到 " +
                     std::to_string(law.articles) + "。",
                 "Write \"" + law.id + "/<article>\", with an article from 1 to " +
                     std::to_string(law.articles) + "."});
}

}  // namespace

void Source::refuse(int line, Words message, Words remedy) const {
  faults.add({file, line, std::move(message), std::move(remedy)});
}

bool Source::check_basis(int line, const std::string& basis) const {
  const auto slash = basis.find('/');
  const auto law = book.laws.find(basis.substr(0, slash));
  if (law == book.laws.end()) {
    refuse(line,
           {"依据" + quoted_zh(basis) + "不在法规登记册中。",
            "Basis " + quoted_en(basis) + " is not in the register of laws."},
           {"请改正法规编号，或先在 rules/laws/ 登记该法规。",
            "Correct the id, or register the law in rules/laws/ first."});
    return false;
  }
  if (law->second.articles == 0) return true;
  const auto article = slash == std::string::npos || slash + 1 == basis.size()
                           ? std::nullopt
                           : article_number(std::string_view(basis).substr(slash + 1));
  if (article && *article >= 1 && *article <= law->second.articles) return true;
  refuse_article(*this, line, basis, law->second);
  return false;
}

void each_entry(const Source& source, const Yaml& node,
                const std::function<void(const Yaml::Entry&)>& read) {
  if (node.kind != Yaml::Kind::map) refuse_kind(source, node.line, "", Yaml::Kind::map, node.kind);
  for (const auto& entry : node.entries) read(entry);
}

std::optional<std::string> scalar_text(const Source& source, const Yaml& node) {
  if (node.kind == Yaml::Kind::scalar) return node.text;
  refuse_kind(source, node.line, "", Yaml::Kind::scalar, node.kind);
  return std::nullopt;
}

std::optional<Date> strict_date(const Source& source, int line, const std::string& text) {
  const auto date = parse_date(text);
  if (date && to_string(*date) == text) return date;
  source.refuse(line, {quoted_zh(text) + "不是日期。", quoted_en(text) + " is not a date."},
                {"请写成 2020-10-01 的形式。", "Write it like 2020-10-01."});
  return std::nullopt;
}

MapReader::MapReader(const Source& source, const Yaml& node) : source_(source), node_(node) {
  if (node.kind != Yaml::Kind::map) {
    refuse_kind(source, node.line, "", Yaml::Kind::map, node.kind);
  }
}

MapReader::~MapReader() {
  std::string known;
  for (const auto& key : asked_) known += (known.empty() ? "" : ", ") + key;
  for (const auto& entry : node_.entries) {
    if (asked_.contains(entry.key)) continue;
    source_.refuse(
        entry.line,
        {"不认识的键" + quoted_zh(entry.key) + "。", "Unknown key " + quoted_en(entry.key) + "."},
        {"此处可用：" + known + "。", "Known here: " + known + "."});
  }
}

const Yaml* MapReader::find(std::string_view key) {
  asked_.emplace(key);
  const auto at = std::ranges::find(node_.entries, key, &Yaml::Entry::key);
  return at == node_.entries.end() ? nullptr : &at->value;
}

bool MapReader::has(std::string_view key) { return find(key) != nullptr; }

int MapReader::line(std::string_view key) const {
  const auto at = std::ranges::find(node_.entries, key, &Yaml::Entry::key);
  return at == node_.entries.end() ? node_.line : at->line;
}

void MapReader::refuse(std::string_view key, Words message, Words remedy) const {
  source_.refuse(line(key), std::move(message), std::move(remedy));
}

const Yaml* MapReader::node(std::string_view key, Need need) {
  const Yaml* found = find(key);
  if (node_.kind != Yaml::Kind::map) return nullptr;
  const bool empty = found != nullptr && found->kind == Yaml::Kind::empty;
  if (found == nullptr && need == Need::must) {
    refuse(key, {"缺少" + quoted_zh(key) + "。", "Missing " + quoted_en(key) + "."},
           {"请补上这一项。", "Add it."});
  } else if (empty) {
    refuse(key, {quoted_zh(key) + "没有值。", quoted_en(key) + " has no value."},
           {"请填写，或删去这个键。", "Fill it in or remove the key."});
  }
  return empty ? nullptr : found;
}

const Yaml* MapReader::of_kind(std::string_view key, Yaml::Kind kind, Need need) {
  const Yaml* found = node(key, need);
  if (found == nullptr || found->kind == kind) return found;
  refuse_kind(source_, line(key), quoted_en(key), kind, found->kind);
  return nullptr;
}

std::string MapReader::text(std::string_view key, Need need) {
  const Yaml* found = of_kind(key, Yaml::Kind::scalar, need);
  if (found == nullptr) return {};
  if (trim(found->text) != found->text || found->text.empty()) {
    refuse(key,
           {quoted_zh(key) + "为空或首尾有空格。",
            quoted_en(key) + " is empty or padded with spaces."},
           {"请去掉多余的空格。", "Remove the spaces or fill it in."});
  }
  return found->text;
}

Words MapReader::words(std::string_view key) {
  const Yaml* found = of_kind(key, Yaml::Kind::map, Need::must);
  if (found == nullptr) return {};
  MapReader both(source_, *found);
  return {both.text("zh"), both.text("en")};
}

std::int64_t MapReader::integer(std::string_view key, std::int64_t least, std::int64_t most,
                                Need need) {
  const std::string written = text(key, need);
  if (written.empty()) return least;
  std::int64_t value = 0;
  const auto [end, wrong] = std::from_chars(written.data(), written.data() + written.size(), value);
  const bool whole = wrong == std::errc() && end == written.data() + written.size();
  if (whole && std::to_string(value) == written && value >= least && value <= most) return value;
  const std::string range = std::to_string(least) + "–" + std::to_string(most);
  refuse(key,
         {quoted_zh(key) + "应为整数，现为" + quoted_zh(written) + "。",
          quoted_en(key) + " must be a whole number; it is " + quoted_en(written) + "."},
         {"请填写 " + range + " 之间的整数，不带前导零。",
          "Write a whole number in " + range + " without leading zeros."});
  return least;
}

bool MapReader::flag(std::string_view key, bool otherwise) {
  const std::string written = text(key, Need::may);
  if (written.empty()) return otherwise;
  if (written != "true" && written != "false") {
    refuse(key,
           {quoted_zh(key) + "应为 true 或 false，现为" + quoted_zh(written) + "。",
            quoted_en(key) + " must be true or false; it is " + quoted_en(written) + "."},
           {"请改为 true 或 false。", "Write true or false."});
  }
  return written == "true";
}

Date MapReader::date(std::string_view key) {
  const std::string written = text(key);
  if (written.empty()) return {};
  return strict_date(source_, line(key), written).value_or(Date());
}

std::optional<Date> MapReader::date_if_given(std::string_view key) {
  if (!has(key)) return std::nullopt;
  return date(key);
}

std::vector<std::pair<int, std::string>> MapReader::lined_texts(std::string_view key, Need need) {
  const Yaml* found = node(key, need);
  if (found == nullptr) return {};
  if (found->kind == Yaml::Kind::scalar) return {{found->line, text(key)}};
  found = of_kind(key, Yaml::Kind::sequence, need);
  std::vector<std::pair<int, std::string>> all;
  if (found == nullptr) return all;
  for (const Yaml& item : found->items) {
    if (auto one = scalar_text(source_, item)) all.emplace_back(item.line, std::move(*one));
  }
  return all;
}

std::vector<std::string> MapReader::texts(std::string_view key, Need need) {
  std::vector<std::string> all;
  for (auto& [at, one] : lined_texts(key, need)) {
    if (std::ranges::count(all, one) > 0) {
      source_.refuse(at,
                     {quoted_zh(one) + "重复。", quoted_en(one) + " is listed twice (duplicate)."},
                     {"请只保留一处。", "Keep one of them."});
    }
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Date> MapReader::dates(std::string_view key) {
  std::vector<Date> days;
  for (const auto& [at, one] : lined_texts(key, Need::must)) {
    if (const auto day = strict_date(source_, at, one)) days.push_back(*day);
  }
  return days;
}

std::string MapReader::basis(std::string_view key) {
  const std::string written = text(key);
  if (!written.empty()) source_.check_basis(line(key), written);
  return written;
}

std::vector<std::string> MapReader::bases(std::string_view key) {
  std::vector<std::string> all;
  for (auto& [at, one] : lined_texts(key, Need::must)) {
    source_.check_basis(at, one);
    all.push_back(std::move(one));
  }
  const Yaml* found = find(key);
  if (all.empty() && found != nullptr && found->kind == Yaml::Kind::sequence) {
    refuse(key,
           {quoted_zh(key) + "是空列表：没有依据的规则不予装载。",
            quoted_en(key) + " is empty: nothing loads without a legal basis."},
           {"请写明法规和条款。", "Name the law and the article."});
  }
  return all;
}

std::optional<std::string> MapReader::provisional() {
  const std::string written = text("provisional", Need::may);
  if (written.empty() || written == "false") return std::nullopt;
  return written == "true" ? std::string("待核实") : written;
}

void MapReader::each(std::string_view key, Need need, const std::function<void(MapReader&)>& read) {
  const Yaml* found = of_kind(key, Yaml::Kind::sequence, need);
  if (found == nullptr) return;
  for (const Yaml& item : found->items) {
    MapReader reader(source_, item);
    read(reader);
  }
}

void MapReader::entries(std::string_view key, Need need,
                        const std::function<void(const Yaml::Entry&)>& read) {
  const Yaml* found = of_kind(key, Yaml::Kind::map, need);
  if (found == nullptr) return;
  for (const auto& entry : found->entries) read(entry);
}

void MapReader::refuse_term(std::string_view key, const std::string& name,
                            const std::string& known) const {
  refuse(key,
         {quoted_zh(key) + "不接受" + quoted_zh(name) + "。",
          quoted_en(key) + " cannot be " + quoted_en(name) + "."},
         {"可用的值：" + known + "。", "Possible values: " + known + "."});
}

}  // namespace credence::rulebook
