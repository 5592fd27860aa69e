// SPDX-License-Identifier: Apache-2.0
#include "app/intake/mapping.h"

#include <algorithm>
#include <set>

#include "app/intake/rejects.h"
#include "base/text.h"

namespace credence::app {
namespace {

using rulebook::Field;
using rulebook::Item;
using rulebook::Layout;
using rulebook::Required;

using HeaderTable = std::map<std::string, int, std::less<>>;

// Headers are compared without case, width, spaces, and the marks people put on required columns.
std::string plain_header(std::string_view header) {
  std::string plain;
  for (const char c : upper_ascii(nfkc(trim(header)))) {
    if (c != ' ' && c != '*' && c != '\n' && c != '\r' && c != '\t' && c != '"') plain += c;
  }
  return plain;
}

HeaderTable own_headers(const Item& item) {
  HeaderTable table;
  for (std::size_t i = 0; i < item.fields.size(); ++i) {
    const Field& field = item.fields[i];
    const int at = static_cast<int>(i);
    table.emplace(plain_header(field.code), at);
    table.emplace(plain_header(field.label.zh), at);
    table.emplace(plain_header(field.label.en), at);
    for (const auto& alias : field.aliases) table.emplace(plain_header(alias), at);
  }
  return table;
}

HeaderTable layout_headers(const Item& item, const Layout& layout) {
  HeaderTable table;
  for (const auto& [header, code] : layout.columns) {
    table[plain_header(header)] = item.field_index(code);
  }
  for (const auto& [header, at] : own_headers(item)) table.emplace(header, at);
  return table;
}

struct Candidate {
  const Layout* layout = nullptr;
  HeaderTable table;
  std::size_t matched = 0;
};

std::size_t count_matches(const HeaderTable& table, const std::vector<std::string>& header) {
  return static_cast<std::size_t>(std::ranges::count_if(
      header, [&](const auto& name) { return table.contains(plain_header(name)); }));
}

// The layout that knows most of the headers; the item's own wins a tie.
Candidate best_layout(const Item& item, const std::vector<std::string>& header) {
  Candidate best{nullptr, own_headers(item), 0};
  best.matched = count_matches(best.table, header);
  for (const Layout& layout : item.layouts) {
    Candidate other{&layout, layout_headers(item, layout), 0};
    other.matched = count_matches(other.table, header);
    if (other.matched > best.matched) best = std::move(other);
  }
  return best;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : "、") + part;
  return text;
}

Error header_error(std::string id, Words message, Words remedy, const Item& item) {
  return make_error(ErrorCode::invalid, std::move(id), std::move(message), std::move(remedy),
                    item.basis.empty() ? "" : item.basis.front());
}

// Art. 42: a column that holds what may not be collected stops the whole file, before anything is
// kept.
std::optional<Error> denied_column(const rulebook::RuleBook& book,
                                   const std::vector<std::string>& header) {
  for (const auto& name : header) {
    const rulebook::DeniedField* denied = rulebook::denied_header(book, name);
    if (denied == nullptr) continue;
    Error error = make_error(
        ErrorCode::forbidden, "intake.denied_field",
        {"列“" + name + "”属于禁止采集的个人信息（" + denied->label.zh +
             "），整份文件未接收，也未保存。",
         "Column “" + name + "” holds personal data that must not be collected (" +
             denied->label.en + "); the file was not taken and not kept."},
        {"请删除该列后重新报送。", "Delete the column and send the file again."}, denied->basis);
    error.place.field = name;
    return error;
  }
  return std::nullopt;
}

// Fields every row must have, for which there is neither a column nor a constant nor a default.
std::vector<std::string> missing_fields(const Item& item, const ColumnMap& map) {
  std::set<int> present(map.field_of_column.begin(), map.field_of_column.end());
  if (map.translation != nullptr) {
    for (const auto& [code, value] : map.translation->constants)
      present.insert(item.field_index(code));
  }
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < item.fields.size(); ++i) {
    const Field& field = item.fields[i];
    const bool needed = field.required == Required::always && !field.default_value;
    // An older layout did not have every column of today's; its rows are taken without them.
    if (needed && map.layout.empty() && !present.contains(static_cast<int>(i))) {
      missing.push_back(field.label.zh + "(" + field.code + ")");
    }
  }
  return missing;
}

}  // namespace

Result<ColumnMap> map_columns(const rulebook::RuleBook& book, const Item& item,
                              const std::vector<std::string>& header) {
  if (auto denied = denied_column(book, header)) return std::move(*denied);
  const Candidate best = best_layout(item, header);
  if (best.matched == 0) {
    return header_error(
        "intake.headers_unknown",
        {"第一行不是“" + item.label.zh + "”的表头，也没有可识别的列。",
         "The first row is not a header of “" + item.label.en + "”: no column is known."},
        {"请使用模板：credence ingest --item " + item.id +
             " --template 文件.xlsx，并核对事项是否选对。",
         "Use the template (credence ingest --item " + item.id +
             " --template file.xlsx) and check that the item is the right one."},
        item);
  }
  ColumnMap map;
  map.translation = best.layout;
  map.layout = best.layout == nullptr ? "" : best.layout->id;
  std::map<int, std::string> seen;
  for (const auto& name : header) {
    const auto at = best.table.find(plain_header(name));
    const int field = at == best.table.end() ? -1 : at->second;
    map.field_of_column.push_back(field);
    if (field < 0) {
      if (!trim(name).empty() && !is_reject_column(name)) map.ignored.push_back(name);
      continue;
    }
    const auto [other, fresh] = seen.emplace(field, name);
    if (!fresh) {
      return header_error(
          "intake.headers_doubled",
          {"列“" + name + "”与列“" + other->second + "”是同一字段，重复出现。",
           "Columns “" + other->second + "” and “" + name + "” are the same field twice."},
          {"请只保留一列。", "Keep only one of them."}, item);
    }
  }
  const auto missing = missing_fields(item, map);
  if (!missing.empty()) {
    return header_error("intake.headers_missing",
                        {"缺少必填列：" + joined(missing) + "。",
                         "Required columns are missing: " + joined(missing) + "."},
                        {"请补齐这些列后重新报送；可下载模板对照。",
                         "Add these columns and send the file again; the template shows them all."},
                        item);
  }
  return map;
}

}  // namespace credence::app
