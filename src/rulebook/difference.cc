// SPDX-License-Identifier: Apache-2.0
#include "rulebook/difference.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "rulebook/yaml.h"

namespace credence::rulebook {
namespace {

struct KindName {
  std::string_view folder, zh, en;
};
constexpr std::array<KindName, 19> kind_names = {{
    {"appointments", "任职限制", "Limits on office"},
    {"calendar", "日历", "Calendar"},
    {"catalogue", "数据清单", "Catalogue"},
    {"clocks", "期限和限值", "Time limits and numbers"},
    {"denied", "禁止归集", "Denied data"},
    {"erasure", "销毁依据", "Grounds of erasure"},
    {"laws", "法规", "Laws"},
    {"lists", "名单", "Lists"},
    {"matters", "办理事项", "Matters"},
    {"measures", "措施", "Measures"},
    {"names", "名称用词", "Words of names"},
    {"patrol", "巡查规则", "Patrol"},
    {"procedures", "程序", "Procedures"},
    {"publicity", "公示期限", "Publicity"},
    {"purposes", "查询目的", "Purposes"},
    {"regions", "行政区划", "Divisions"},
    {"repair", "信用修复", "Repair"},
    {"rights", "个人信息权利", "Rights of data subjects"},
    {"roles", "角色", "Roles"},
}};

Words kind_label(const std::string& folder) {
  const auto* known = std::ranges::find(kind_names, folder, &KindName::folder);
  if (known == kind_names.end()) return {folder, folder};
  return {std::string(known->zh), std::string(known->en)};
}

Words change_label(std::string_view change) {
  if (change == "added") return {"新增", "added"};
  if (change == "removed") return {"删去", "removed"};
  return {"修改", "changed"};
}

const Yaml* find(const Yaml& node, std::string_view key) {
  const auto entry = std::ranges::find(node.entries, key, &Yaml::Entry::key);
  return entry == node.entries.end() ? nullptr : &entry->value;
}

std::string text_of(const Yaml& node, std::string_view key) {
  const auto* value = find(node, key);
  return value == nullptr ? std::string() : value->text;
}

// ---- a file as keys with their texts

using Texts = std::map<std::string, std::string>;

// By which key the elements of a sequence name themselves; empty: by none, or not each differently.
std::string_view naming_key(const std::vector<Yaml>& items) {
  for (const std::string_view key : {"id", "code", "name"}) {
    std::set<std::string> names;
    for (const Yaml& item : items) names.insert(text_of(item, key));
    if (names.size() == items.size() && !names.contains("")) return key;
  }
  return {};
}

std::string joined(const std::vector<Yaml>& items) {
  std::string text;
  for (const Yaml& item : items) text += (text.empty() ? "" : ", ") + item.text;
  return text;
}

void gather(const Yaml& node, const std::string& at, Texts& texts);

void gather_items(const std::vector<Yaml>& items, const std::string& at, Texts& texts) {
  const bool plain = std::ranges::all_of(items, [](const Yaml& item) {
    return item.kind == Yaml::Kind::scalar || item.kind == Yaml::Kind::empty;
  });
  if (plain) {
    texts[at] = joined(items);
    return;
  }
  const auto naming = naming_key(items);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string name = naming.empty() ? std::to_string(i) : text_of(items[i], naming);
    gather(items[i], at + "[" + name + "]", texts);
  }
}

void gather(const Yaml& node, const std::string& at, Texts& texts) {
  switch (node.kind) {
    case Yaml::Kind::empty:
    case Yaml::Kind::scalar:
      texts[at] = node.text;
      break;
    case Yaml::Kind::sequence:
      gather_items(node.items, at, texts);
      break;
    case Yaml::Kind::map:
      for (const auto& [key, line, value] : node.entries)
        gather(value, at.empty() ? key : at + "." + key, texts);
      break;
  }
}

std::vector<KeyDifference> key_differences(const Texts& before, const Texts& after) {
  std::vector<KeyDifference> found;
  for (const auto& [key, text] : before) {
    const auto now = after.find(key);
    if (now == after.end()) {
      found.push_back({key, text, std::nullopt});
    } else if (now->second != text) {
      found.push_back({key, text, now->second});
    }
  }
  for (const auto& [key, text] : after) {
    if (!before.contains(key)) found.push_back({key, std::nullopt, text});
  }
  std::ranges::sort(found, {}, &KeyDifference::key);
  return found;
}

// ---- a file

Yaml tree_of(const std::string& path, const std::string& content) {
  Faults faults;
  return parse_yaml(path, content, faults).value_or(Yaml());
}

Texts texts_of(const Yaml& tree) {
  Texts texts;
  if (tree.kind == Yaml::Kind::map) gather(tree, "", texts);
  return texts;
}

Words label_of(const Yaml& tree, const std::string& id) {
  for (const char* key : {"label", "title"}) {
    const auto* words = find(tree, key);
    if (words != nullptr && words->kind == Yaml::Kind::map)
      return {text_of(*words, "zh"), text_of(*words, "en")};
  }
  return {id, id};
}

std::string id_of(const std::string& path) {
  const auto begin = path.rfind('/') + 1;  // 0 where there is no folder
  const auto end = path.rfind(".yaml");
  return path.substr(begin, end == std::string::npos ? end : end - begin);
}

FileDifference difference_of(const std::string& path, const Yaml& tree, std::string change) {
  FileDifference one;
  one.path = path;
  one.kind = path.substr(0, path.find('/'));
  one.kind_label = kind_label(one.kind);
  one.id = id_of(path);
  one.label = label_of(tree, one.id);
  one.change_label = change_label(change);
  one.change = std::move(change);
  return one;
}

FileDifference changed(const std::string& path, const std::string& before,
                       const std::string& after) {
  const Yaml old_tree = tree_of(path, before), new_tree = tree_of(path, after);
  auto one = difference_of(path, new_tree, "changed");
  one.keys = key_differences(texts_of(old_tree), texts_of(new_tree));
  return one;
}

}  // namespace

std::vector<FileDifference> differences(const RuleFiles& before, const RuleFiles& after) {
  std::vector<FileDifference> found;
  for (const auto& [path, content] : after) {
    const auto old = before.find(path);
    if (old == before.end()) {
      found.push_back(difference_of(path, tree_of(path, content), "added"));
    } else if (old->second != content) {
      found.push_back(changed(path, old->second, content));
    }
  }
  for (const auto& [path, content] : before) {
    if (!after.contains(path))
      found.push_back(difference_of(path, tree_of(path, content), "removed"));
  }
  std::ranges::sort(found, {}, &FileDifference::path);
  return found;
}

}  // namespace credence::rulebook
