// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// Names of organisations: normalised for comparing, and parsed into region · brand (字号) ·
// industry · legal form (企业名称登记管理规定). The vocabulary is data.

namespace credence::domain {

// Filled by the rule book from rules/names/*.yaml. Const use is safe from many threads.
struct NameVocabulary {
  std::vector<std::string> legal_forms;  // 有限责任公司, 有限公司, 股份有限公司, 合作社, …
  std::vector<std::string> industries;  // 化工, 科技, 餐饮管理, …
  std::vector<std::string> regions;  // 山东省, 山东, 济南市, 济南, 历下区, …: from the regions
  std::unordered_map<std::string, std::string> short_forms;  // 有限责任公司 → 有限公司
};

struct ParsedName {
  std::string region, brand, industry,
      legal_form;                  // concatenated they give the normalised name back,
                                   // with bracketed region kept in `region_in_brackets`
  std::string region_in_brackets;  // 明信（山东）科技 → 山东
  std::string branch;              // 第一分公司, 寿光古城分理处
  bool operator==(const ParsedName&) const = default;
};

// NFKC, width, Traditional → Simplified, brackets to one form, spaces and middle dots removed,
// upper case.
std::string normalize_name(std::string_view name);

// Parses normalised names. Thread safe. Holds a reference-free copy of the vocabulary.
class NameParser {
 public:
  explicit NameParser(const NameVocabulary& vocabulary);
  ParsedName parse(std::string_view normalized) const;

 private:
  std::unordered_set<std::string> forms_, industries_, regions_;
  std::size_t form_max_ = 0, industry_max_ = 0, region_max_ = 0;  // longest entry, bytes
};

}  // namespace credence::domain
