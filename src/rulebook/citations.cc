// SPDX-License-Identifier: Apache-2.0
#include "rulebook/citations.h"

#include <algorithm>
#include <array>

#include "rulebook/readers.h"

namespace credence::rulebook {
namespace {

struct KindName {
  std::string_view folder;
  std::string_view zh, en;
  bool listed = false;  // a file holds several rules, each with an id of its own
};

constexpr auto kind_names = std::to_array<KindName>({
    {"appointments", "任职资格限制", "limit on holding an office"},
    {"calendar", "工作日历", "calendar"},
    {"catalogue", "信息事项", "item of the catalogue"},
    {"clocks", "期限和限额", "time limit or number", true},
    {"denied", "禁止采集的信息", "data that is not collected", true},
    {"erasure", "销毁事由", "ground of erasure", true},
    {"lists", "名单", "list"},
    {"matters", "办理事项", "matter"},
    {"measures", "奖惩措施", "measure"},
    {"names", "名称用词", "words of names"},
    {"patrol", "巡查规则", "rule of the patrol", true},
    {"procedures", "办事程序", "procedure"},
    {"publicity", "公示期限", "publicity period"},
    {"purposes", "查询目的", "purpose of asking", true},
    {"regions", "行政区划", "divisions"},
    {"repair", "信用修复规则", "rule of credit repair"},
    {"rights", "个人信息权利", "right of data subjects", true},
    {"roles", "角色", "role", true},
});

const KindName* kind_named(std::string_view folder) {
  const auto at = std::ranges::find(kind_names, folder, &KindName::folder);
  return at == kind_names.end() ? nullptr : &*at;
}

const Yaml* value_of(const Yaml& map, std::string_view key) {
  const auto at = std::ranges::find(map.entries, key, &Yaml::Entry::key);
  return at == map.entries.end() ? nullptr : &at->value;
}

std::string text_of(const Yaml& map, std::string_view key) {
  const Yaml* found = value_of(map, key);
  return found == nullptr ? "" : found->text;
}

// The basis of a rule, or of one thing it says: "basis", "seal_basis".
bool is_basis(std::string_view key) { return key == "basis" || key.ends_with("_basis"); }

void walk(const Yaml& node, Citation around, std::vector<Citation>& found) {
  for (const Yaml& part : node.items) walk(part, around, found);
  if (node.kind != Yaml::Kind::map) return;
  if (const std::string id = text_of(node, "id"); !id.empty())
    around.id += (around.id.empty() ? "" : "/") + id;
  if (const Yaml* label = value_of(node, "label"); label != nullptr)
    around.label = {text_of(*label, "zh"), text_of(*label, "en")};
  for (const auto& entry : node.entries) {
    if (!is_basis(entry.key)) {
      walk(entry.value, around, found);
      continue;
    }
    Citation one = around;
    one.basis = entry.value.text;
    if (entry.value.kind == Yaml::Kind::scalar) found.push_back(one);
    for (const Yaml& basis : entry.value.items) {
      one.basis = basis.text;
      found.push_back(one);
    }
  }
}

}  // namespace

Words rule_kind_label(std::string_view kind) {
  const KindName* name = kind_named(kind);
  if (name == nullptr) return {std::string(kind), std::string(kind)};
  return {std::string(name->zh), std::string(name->en)};
}

void add_citations(const std::string& file, const Yaml& document, std::vector<Citation>& found) {
  Citation around;
  around.kind = file.substr(0, file.find('/'));
  around.label = rule_kind_label(around.kind);
  const KindName* kind = kind_named(around.kind);
  if (kind == nullptr || !kind->listed) around.id = stem_of(file);
  walk(document, around, found);
}

}  // namespace credence::rulebook
