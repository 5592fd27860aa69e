// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "domain/disclosure.h"
#include "domain/subject.h"

// The catalogue (公共信用信息数据清单; Shandong regulation art. 10): what may be collected, in
// which fields, under which checks, and who may see it. Plain values, filled from
// rules/catalogue/**.yaml.

namespace credence::rulebook {

// 信息性质 (arts. 11–14). `good` is the share of 其他信息 that art. 14 names.
enum class Nature : std::uint8_t { basic, dishonesty, good, other };

using domain::DisclosureMode;
using domain::Mask;

enum class FieldType : std::uint8_t {
  text,   // any text
  date,   // kept as YYYY-MM-DD
  money,  // 万元, exact
  integer,
  number,
  choice,   // one of `choices`
  choices,  // several of `choices`, joined with ";"
  uscc,     // 统一社会信用代码
  code,     // letters, digits and hyphens
};

enum class Required : std::uint8_t { no, always, units, persons, units_and_businesses };

// The part a field plays in the common columns and in finding the subject.
enum class Role : std::uint8_t {
  none,
  subject_name,
  subject_kind,
  subject_uscc,
  subject_registration,
  subject_organization_code,
  subject_tax,
  subject_institution,
  subject_social,
  person_document_type,
  person_document_number,
  document_number,  // identifies the decision within the issuing body
  decided_on,
  valid_from,
  valid_to,
  conduct_end,
  publicity_end,
  issuing_body,
  issuing_body_code,
  source_body,
  source_body_code,
  penalty_kinds,  // drives the severity class
  fine,
  confiscation,
  status,
  region,
  category,  // which of several lists or grades it is; kept as category_number()
  ended_on,  // day from which it holds no more: removal, cancellation
};

struct Field {
  std::string code;  // CF_WSH
  Words label;
  FieldType type = FieldType::text;
  int length = 0;  // characters; 0 is unlimited
  Required required = Required::no;
  Role role = Role::none;
  Mask mask = Mask::none;
  bool personal = false;  // sealed at rest, never public
  std::vector<std::string>
      choices;  // for choice(s); a trailing "…" entry "其他-" admits "其他-<text>"
  std::vector<std::string> aliases;  // other headers this field is known by
  std::optional<std::string> default_value;
  std::optional<std::string> pattern;  // a named pattern of intake: "phone", "postcode", …
  bool provisional = false;
  std::string note;
};

// One condition of a cross-field check. Closed set; intake/checks.cc evaluates it.
struct Condition {
  enum class Op : std::uint8_t {
    present,
    absent,
    equals,
    one_of,
    contains_any,
    starts_with,
    not_after_field,
    not_before_field,
    not_after_today,
    at_most,
    at_least,
    subject_kind,
  };
  std::string field;  // field code; empty for subject_kind
  Op op = Op::present;
  std::vector<std::string> values;
};

// A check over the row: when all of `when` hold, all of `then` must hold.
struct Check {
  std::string id;        // "V2"
  bool warning = false;  // reported, but the row is accepted
  Words message;
  Words remedy;
  std::string basis;
  std::vector<Condition> when, then;
};

// A layout other than the item's own, read on import: header → field code.
struct Layout {
  std::string id;  // "2015"
  Words label;
  std::map<std::string, std::string, std::less<>> columns;
  // Values written differently there: field code → (value there → value here).
  std::map<std::string, std::map<std::string, std::string>, std::less<>> values;
  std::map<std::string, std::string> constants;  // field code → value for every row
};

struct Item {
  std::string id;  // "penalty"; the file's name
  int number = 0;  // stored; never renumber
  Words label;
  std::string class_code;  // "03": national class
  Nature nature = Nature::other;
  std::vector<domain::SubjectKind> subjects;
  std::string standard;                                 // 数据标准
  DisclosureMode organizations = DisclosureMode::open;  // 披露方式 for units and businesses
  DisclosureMode persons = DisclosureMode::authorized;  // never `open` (art. 20)
  std::string
      validity;  // 有效期限: id of a publicity rule, e.g. "penalty"; "in_force" for basic facts
  std::vector<std::string> providers;  // 提供单位, as text
  std::vector<std::string> basis;      // "SD-2020/13"
  bool timeliness = false;             // the seven-working-day rule applies
  bool simplified_excluded = false;    // art. 13: simplified-procedure penalties stay out
  std::vector<Field> fields;
  std::vector<Check> checks;
  std::vector<Layout> layouts;
  std::vector<std::string> provisional;  // what could not be confirmed, in words
  std::string report_section;            // id of the report section it is printed in
  std::vector<std::string> caption;      // field codes that tell the record in one line
  std::vector<std::string> ended_when;   // values of its status that say it holds no more

  const Field* field(std::string_view code) const;
  const Field* with_role(Role role) const;       // the first
  int field_index(std::string_view code) const;  // -1 when absent
  bool allows(domain::SubjectKind kind) const;
};

// The number under which a value of the field of role `category` is kept with the record, so that
// rules can name a category without opening the record: 31 bits of SHA-256; 0 for an empty value.
std::int32_t category_number(std::string_view value);

// What a national class of items is called: "行政管理信息" for "03". The code itself when it is
// none.
Words item_class_label(std::string_view class_code);

class Catalogue {
 public:
  void add(Item item);
  const Item* find(std::string_view id) const;
  const Item* by_number(int number) const;
  // In number order.
  const std::map<int, Item>& items() const { return items_; }

 private:
  std::map<int, Item> items_;
  std::map<std::string, int, std::less<>> numbers_;
};

}  // namespace credence::rulebook
