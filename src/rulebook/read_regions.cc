// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "rulebook/readers.h"

// rules/regions/<province>.yaml: division codes with the days they ended; and endings.yaml, from
// which the forms of a region in organisation names are made (山东省 → 山东).

namespace credence::rulebook {
namespace {

bool is_code(std::string_view text) {
  return text.size() == 6 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void add_region(const Source& source, int line, domain::Region region, RuleBook& book) {
  if (!is_code(region.code)) {
    source.refuse(line,
                  {"“" + region.code + "”不是六位区划代码。",
                   "\"" + region.code + "\" is not a six-digit code."},
                  {"请写成加引号的六位数字。", "Write six digits in quotes."});
    return;
  }
  if (book.regions.find(region.code) != nullptr) {
    source.refuse(
        line, {"区划代码 " + region.code + " 重复。", "Duplicate region code " + region.code + "."},
        {"请只保留一处。", "Keep one of them."});
    return;
  }
  book.regions.add(std::move(region));
}

void read_abolished(const Source& source, const Yaml::Entry& entry, RuleBook& book) {
  MapReader reader(source, entry.value);
  domain::Region region{entry.key, reader.text("name"), reader.date("on"),
                        reader.text("successor", Need::may)};
  if (!region.successor.empty() && book.regions.find(region.successor) == nullptr) {
    reader.refuse("successor",
                  {"没有区划代码“" + region.successor + "”。",
                   "There is no region \"" + region.successor + "\"."},
                  {"请写现行代码。", "Name a code in force."});
  }
  note_provisional(reader, "regions/" + entry.key, book);
  add_region(source, entry.line, std::move(region), book);
}

// What names of regions end in, longest first where one ends another.
struct Endings {
  std::vector<std::string> endings, peoples, skip;
};

// Without its last `part`, if at least two characters are left.
bool strip(std::string_view& name, std::string_view part) {
  if (!name.ends_with(part) || length(name.substr(0, name.size() - part.size())) < 2) return false;
  name.remove_suffix(part.size());
  return true;
}

bool strip_any(std::string_view& name, const std::vector<std::string>& parts) {
  return std::ranges::any_of(parts, [&](const std::string& part) { return strip(name, part); });
}

// 恩施土家族苗族自治州 → 恩施.
std::string short_name(std::string_view name, const Endings& how) {
  const bool autonomous = contains(name, "自治");
  if (!strip_any(name, how.endings)) return {};
  while (autonomous && strip_any(name, how.peoples)) {
  }
  return std::string(name);
}

void fill_names(const Endings& how, RuleBook& book) {
  std::set<std::string> names;
  for (const auto& [code, region] : book.regions.all()) {
    if (std::ranges::count(how.skip, region.name) > 0) continue;
    names.insert(region.name);
    names.insert(short_name(region.name, how));
  }
  names.erase("");
  book.names.regions.assign(names.begin(), names.end());
}

void read_endings(MapReader& reader, RuleBook& book) {
  const Endings how{reader.texts("endings"), reader.texts("peoples"), reader.texts("skip")};
  fill_names(how, book);
}

}  // namespace

void read_regions(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  reader.bases();
  reader.text("source", Need::may);
  // Read last: its name sorts behind the provinces' numbers.
  if (stem_of(source.file) == "endings") return read_endings(reader, book);
  reader.entries("codes", Need::must, [&](const Yaml::Entry& entry) {
    add_region(source, entry.line,
               {entry.key, scalar_text(source, entry.value).value_or(""), {}, {}}, book);
  });
  reader.entries("abolished", Need::may,
                 [&](const Yaml::Entry& entry) { read_abolished(source, entry, book); });
}

}  // namespace credence::rulebook
