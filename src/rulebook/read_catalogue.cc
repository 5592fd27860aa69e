// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/money.h"
#include "base/text.h"
#include "rulebook/readers.h"

// rules/catalogue/<class>/<item>.yaml: the seven statutory elements of an item (SD-2020 art. 10),
// its fields, checks and import layouts.

namespace credence::rulebook {
namespace {

Words unknown_field(const std::string& code) {
  return {"没有字段“" + code + "”。", "There is no field \"" + code + "\"."};
}
const Words correct_field = {"请改为本事项的字段代码，或先定义该字段。",
                             "Use the code of a field of this item, or define it first."};

void check_field_code(const Source& source, int line, const Item& item, const std::string& code) {
  if (!code.empty() && item.field(code) == nullptr) {
    source.refuse(line, unknown_field(code), correct_field);
  }
}

bool is_choice(const Field& field) {
  return field.type == FieldType::choice || field.type == FieldType::choices;
}

// "其他-" admits "其他-<text>".
bool admits(const Field& field, std::string_view value) {
  return std::ranges::any_of(field.choices, [&](const std::string& choice) {
    return choice == value || (choice.ends_with('-') && value.starts_with(choice));
  });
}

void check_value(const Source& source, int line, const Field& field, const std::string& value) {
  if (!is_choice(field) || admits(field, value)) return;
  source.refuse(line,
                {"“" + value + "”不是字段“" + field.code + "”的可选值。",
                 "\"" + value + "\" is not a choice of the field \"" + field.code + "\"."},
                {"请使用可选值之一，或补充可选值。", "Use one of its choices, or add it to them."});
}

// ---- fields

void check_mask(MapReader& reader, const Field& field) {
  if (!field.personal || field.mask != Mask::none) return;
  reader.refuse("personal",
                {"个人字段“" + field.code + "”没有脱敏方式（mask）。",
                 "The personal field \"" + field.code + "\" has no mask."},
                {"请写 mask: hidden、id_number 或 person_name。",
                 "Give it mask: hidden, id_number or person_name."});
}

void check_choices(MapReader& reader, const Field& field) {
  if (is_choice(field) == field.choices.empty()) {
    reader.refuse("choices",
                  {"字段“" + field.code + "”的类型与可选值不一致。",
                   "The type of the field \"" + field.code + "\" and its choices do not agree."},
                  {"choice、choices 类型须列出 choices，其他类型不得列出。",
                   "Types choice and choices list choices; other types must not."});
  }
  if (field.default_value) {
    check_value(reader.source(), reader.line("default"), field, *field.default_value);
  }
}

// SD-2020 art. 42: data on persons that no item may ask for.
void check_denied(MapReader& reader, const Item& item, const Field& field) {
  if (!item.allows(domain::SubjectKind::person)) return;
  std::vector<std::string> headers = field.aliases;
  headers.push_back(field.label.zh);
  for (const std::string& header : headers) {
    const DeniedField* denied = denied_header(reader.source().book, header);
    if (denied == nullptr) continue;
    reader.refuse("label",
                  {"“" + header + "”属于禁止采集的自然人信息（" + denied->label.zh + "，" +
                       denied->basis + "）。",
                   "\"" + header + "\" is personal data that must not be collected (" +
                       denied->label.en + ", " + denied->basis + ")."},
                  {"请删去该字段。", "Remove the field."});
  }
}

Field read_field(MapReader& reader, const Item& item, RuleBook& book) {
  Field field;
  field.code = reader.text("code");
  field.label = reader.words("label");
  field.type = reader.term("type", field_type_terms);
  field.length = static_cast<int>(reader.integer("length", 0, 100'000, Need::may));
  field.required = reader.term("required", required_terms, Required::no);
  field.role = reader.term("role", role_terms, Role::none);
  field.mask = reader.term("mask", mask_terms, Mask::none);
  field.personal = reader.flag("personal");
  field.choices = reader.texts("choices", Need::may);
  field.aliases = reader.texts("aliases", Need::may);
  if (reader.has("default")) field.default_value = reader.text("default");
  if (reader.has("pattern")) field.pattern = reader.text("pattern");
  field.note = reader.text("note", Need::may);
  if (const auto what = reader.provisional()) {
    field.provisional = true;
    const std::string& said = *what == "待核实" && !field.note.empty() ? field.note : *what;
    book.provisional.push_back("catalogue/" + item.id + "/" + field.code + ": " + said);
  }
  check_mask(reader, field);
  check_choices(reader, field);
  check_denied(reader, item, field);
  return field;
}

// A header must lead to one field: code, Chinese label and aliases are each used once in an item.
void check_headers(MapReader& reader, const Item& item, const Field& field) {
  const auto knows = [](const Field& known, const std::string& header) {
    return known.code == header || known.label.zh == header ||
           std::ranges::count(known.aliases, header) > 0;
  };
  std::vector<std::string> headers = field.aliases;
  headers.push_back(field.code);
  headers.push_back(field.label.zh);
  for (const Field& known : item.fields) {
    for (const std::string& header : headers) {
      if (header.empty() || !knows(known, header)) continue;
      reader.refuse(
          "code",
          {"表头“" + header + "”重复：字段“" + known.code + "”已使用。",
           "Duplicate header \"" + header + "\": the field \"" + known.code + "\" has it already."},
          {"请改用另外的代码、名称或别名。", "Give one of them another code, label or alias."});
    }
  }
}

void read_fields(MapReader& reader, Need need, Item& item, RuleBook& book) {
  reader.each("fields", need, [&](MapReader& one) {
    Field field = read_field(one, item, book);
    check_headers(one, item, field);
    item.fields.push_back(std::move(field));
  });
}

// ---- checks

std::optional<Op> find_op(MapReader& reader) {
  std::optional<Op> found;
  for (const auto& term : op_terms) {
    if (!reader.has(term.name)) continue;
    if (found) {
      reader.refuse(
          term.name,
          {"一个条件只能有一种判断，“" + std::string(term.name) + "”多余。",
           "A condition has one test; \"" + std::string(term.name) + "\" is one too many."},
          {"请拆成两个条件。", "Split it into two conditions."});
    }
    found = term.value;
  }
  return found;
}

bool compares_numbers(Op op) { return op == Op::at_most || op == Op::at_least; }
bool compares_fields(Op op) { return op == Op::not_after_field || op == Op::not_before_field; }
bool compares_dates(Op op) { return compares_fields(op) || op == Op::not_after_today; }
bool compares_values(Op op) { return op == Op::equals || op == Op::one_of; }
bool takes_true(Op op) {
  return op == Op::present || op == Op::absent || op == Op::not_after_today;
}
bool takes_list(Op op) {
  return op == Op::one_of || op == Op::contains_any || op == Op::starts_with ||
         op == Op::subject_kind;
}

void refuse_value(MapReader& reader, std::string_view op, Words message) {
  reader.refuse(op, std::move(message),
                {"请改正这个条件的值。", "Correct the value of this condition."});
}

void check_condition_value(MapReader& reader, std::string_view op, const Condition& condition,
                           const Item& item) {
  for (const std::string& value : condition.values) {
    if (compares_numbers(condition.op) && !parse_ten_thousand_yuan(value)) {
      refuse_value(reader, op, {"“" + value + "”不是数。", "\"" + value + "\" is not a number."});
    }
    if (condition.op == Op::subject_kind && !domain::subject_kind_from(value)) {
      refuse_value(
          reader, op,
          {"没有主体类别“" + value + "”。", "There is no subject kind \"" + value + "\"."});
    }
    if (compares_fields(condition.op))
      check_field_code(reader.source(), reader.line(op), item, value);
    const Field* field = item.field(condition.field);
    if (compares_values(condition.op) && field != nullptr) {
      check_value(reader.source(), reader.line(op), *field, value);
    }
  }
}

void check_condition_field(MapReader& reader, const Condition& condition, const Item& item) {
  if (condition.op == Op::subject_kind) return;
  check_field_code(reader.source(), reader.line("field"), item, condition.field);
  const Field* field = item.field(condition.field);
  if (field == nullptr || !compares_dates(condition.op) || field->type == FieldType::date) return;
  reader.refuse("field",
                {"字段“" + field->code + "”不是日期，不能比较先后。",
                 "The field \"" + field->code + "\" is not a date and has no before and after."},
                {"请改用日期字段。", "Use a date field."});
}

std::vector<std::string> condition_values(MapReader& reader, std::string_view key, Op op) {
  if (takes_list(op)) return reader.texts(key);
  const std::string value = reader.text(key);
  if (!takes_true(op)) return {value};
  if (value != "true") {
    refuse_value(reader, key,
                 {"“" + std::string(key) + "”只接受 true。",
                  "\"" + std::string(key) + "\" can only be true."});
  }
  return {};
}

Condition read_condition(MapReader& reader, const Item& item) {
  Condition condition;
  const auto op = find_op(reader);
  if (op != Op::subject_kind) condition.field = reader.text("field");
  if (!op) {
    reader.refuse(
        "field", {"条件没有判断。", "The condition has no test."},
        {"可用：" + names_of(op_terms) + "。", "Use one of: " + names_of(op_terms) + "."});
    return condition;
  }
  condition.op = *op;
  const std::string_view key = term_of(op_terms, *op).name;
  condition.values = condition_values(reader, key, *op);
  check_condition_field(reader, condition, item);
  check_condition_value(reader, key, condition, item);
  return condition;
}

Check read_check(MapReader& reader, const Item& item) {
  Check check;
  check.id = reader.text("id");
  check.warning = reader.flag("warning");
  check.message = reader.words("message");
  check.remedy = reader.words("remedy");
  check.basis = reader.basis();
  reader.each("when", Need::may,
              [&](MapReader& one) { check.when.push_back(read_condition(one, item)); });
  reader.each("then", Need::must,
              [&](MapReader& one) { check.then.push_back(read_condition(one, item)); });
  if (check.then.empty()) {
    reader.refuse("then",
                  {"校验“" + check.id + "”没有要求任何事。",
                   "The check \"" + check.id + "\" asks for nothing."},
                  {"请在 then 下写出应满足的条件。", "List under then what must hold."});
  }
  return check;
}

void read_checks(MapReader& reader, Item& item) {
  reader.each("checks", Need::may,
              [&](MapReader& one) { item.checks.push_back(read_check(one, item)); });
}

// ---- layouts

Layout read_layout(MapReader& reader, const Item& item) {
  const Source& source = reader.source();
  Layout layout;
  layout.id = reader.text("id");
  layout.label = reader.words("label");
  reader.entries("columns", Need::must, [&](const Yaml::Entry& column) {
    const auto code = scalar_text(source, column.value).value_or("");
    check_field_code(source, column.line, item, code);
    layout.columns.emplace(column.key, code);
  });
  reader.entries("values", Need::may, [&](const Yaml::Entry& field) {
    check_field_code(source, field.line, item, field.key);
    each_entry(source, field.value, [&](const Yaml::Entry& value) {
      layout.values[field.key].emplace(value.key, scalar_text(source, value.value).value_or(""));
    });
  });
  reader.entries("constants", Need::may, [&](const Yaml::Entry& constant) {
    const auto value = scalar_text(source, constant.value).value_or("");
    check_field_code(source, constant.line, item, constant.key);
    if (const Field* field = item.field(constant.key))
      check_value(source, constant.line, *field, value);
    layout.constants.emplace(constant.key, value);
  });
  return layout;
}

// ---- shared blocks

struct Block {
  std::string file;
  Yaml tree;
};

std::vector<Block> shared_blocks(MapReader& reader, const SharedBlocks& shared) {
  std::vector<Block> blocks;
  const std::string prefix = reader.text("prefix", Need::may);
  for (const std::string& name : reader.texts("include", Need::may)) {
    const std::string file = "catalogue/" + name + ".yaml";
    const auto block = shared.find(file);
    if (block == shared.end()) {
      reader.refuse(
          "include",
          {"没有共用字段块“" + name + "”。", "There is no shared block \"" + name + "\"."},
          {"请检查 rules/" + file + "。", "Look for rules/" + file + "."});
      continue;
    }
    blocks.push_back({file, with_text_replaced(block->second, "{prefix}", prefix)});
  }
  return blocks;
}

template <class Read>
void each_block(const std::vector<Block>& blocks, const Source& source, Read read) {
  for (const Block& block : blocks) {
    const Source inner{block.file, source.book, source.faults};
    MapReader reader(inner, block.tree);
    for (const char* key : {"fields", "checks"}) reader.has(key);  // each has its turn
    read(reader);
  }
}

// ---- items

void check_art_20(MapReader& reader, const Item& item) {
  if (item.persons != DisclosureMode::open) return;
  reader.refuse(
      "persons",
      {"自然人的公共信用信息不得公开公示（SD-2020/20）。",
       "Public credit information on natural persons is never published (SD-2020/20)."},
      {"请写 persons: authorized 或 government。", "Write persons: authorized or government."});
}

void read_disclosure(MapReader& reader, Item& item) {
  const Yaml* node = reader.node("disclosure", Need::must);
  if (node == nullptr) return;
  MapReader modes(reader.source(), *node);
  item.organizations = modes.term("organizations", disclosure_terms, DisclosureMode::open);
  item.persons = modes.term("persons", disclosure_terms, DisclosureMode::authorized);
  check_art_20(modes, item);
}

void check_validity(MapReader& reader, const Item& item, const RuleBook& book) {
  if (item.validity.empty()) return;
  if (!book.publicity.knows(item.validity)) {
    reader.refuse(
        "validity",
        {"没有公示规则“" + item.validity + "”。",
         "There is no publicity rule \"" + item.validity + "\"."},
        {"请使用 rules/publicity/ 中的规则名。", "Use the name of a rule in rules/publicity/."});
  } else if (item.nature == Nature::dishonesty && !book.publicity.has_ceiling(item.validity)) {
    reader.refuse(
        "validity",
        {"失信信息须受五年披露期限约束（SD-2020/38），公示规则“" + item.validity + "”不受其约束。",
         "Dishonesty information is bound by the five-year ceiling (SD-2020/38); the publicity "
         "rule \"" +
             item.validity + "\" is not."},
        {"请改用 rules/publicity/ceiling.yaml 列出的规则。",
         "Use one of the rules listed in rules/publicity/ceiling.yaml."});
  }
}

void check_class(MapReader& reader, const Item& item) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (item.class_code.size() == 2 && std::ranges::all_of(item.class_code, digit)) return;
  reader.refuse("class", {"“class”应为两位数字。", "\"class\" must be two digits."},
                {"请写成 \"03\" 的形式。", "Write it like \"03\"."});
}

void check_unique(MapReader& reader, const Item& item, const RuleBook& book) {
  const Item* same_number = book.catalogue.by_number(item.number);
  if (same_number != nullptr) {
    reader.refuse(
        "number",
        {"编号 " + std::to_string(item.number) + " 重复，事项“" + same_number->id + "”已使用。",
         "Duplicate number " + std::to_string(item.number) + ": the item \"" + same_number->id +
             "\" has it."},
        {"请另取一个从未用过的编号。", "Take a number that was never used."});
  }
  if (book.catalogue.find(item.id) != nullptr) {
    reader.refuse("number",
                  {"事项“" + item.id + "”重复：另一个文件夹里已有同名文件。",
                   "Duplicate item \"" + item.id + "\": another folder has a file of this name."},
                  {"请改文件名。", "Rename the file."});
  }
}

void check_caption(MapReader& reader, const Item& item) {
  for (const std::string& code : item.caption) {
    check_field_code(reader.source(), reader.line("caption"), item, code);
  }
}

// What says that a record holds no more must be a value its status can have.
void check_ended_when(MapReader& reader, const Item& item) {
  const Field* status = item.with_role(Role::status);
  for (const std::string& value : item.ended_when) {
    if (status != nullptr && std::ranges::count(status->choices, value) > 0) continue;
    reader.refuse("ended_when",
                  {"“" + value + "”不是状态字段（role: status）的选项。",
                   "\"" + value + "\" is no choice of the field of role status."},
                  {"请按状态字段的选项改正。", "Correct it after the choices of that field."});
  }
}

// One field code has one type within a data standard.
void check_types(MapReader& reader, const Item& item, const RuleBook& book) {
  for (const auto& [number, other] : book.catalogue.items()) {
    if (other.standard != item.standard) continue;
    for (const Field& field : item.fields) {
      const Field* same = other.field(field.code);
      if (same == nullptr || same->type == field.type) continue;
      reader.refuse("fields",
                    {"字段“" + field.code + "”的类型与同一数据标准的事项“" + other.id + "”不一致。",
                     "The type of the field \"" + field.code + "\" differs from that in \"" +
                         other.id + "\", which follows the same data standard."},
                    {"请统一类型。", "Make the types agree."});
    }
  }
}

void read_elements(MapReader& reader, Item& item) {
  item.number = static_cast<int>(reader.integer("number", 1, 999'999));
  item.label = reader.words("label");
  item.class_code = reader.text("class");
  item.nature = reader.term("nature", nature_terms);
  item.subjects = reader.term_list("subjects", subject_terms);
  item.standard = reader.text("standard");
  read_disclosure(reader, item);
  item.validity = reader.text("validity");
  item.providers = reader.texts("providers");
  item.basis = reader.bases();
  item.timeliness = reader.flag("timeliness");
  item.simplified_excluded = reader.flag("simplified_excluded");
  item.report_section = reader.text("report_section", Need::may);
  item.caption = reader.texts("caption", Need::may);
  item.ended_when = reader.texts("ended_when", Need::may);
  item.provisional = reader.texts("provisional", Need::may);
}

void read_parts(MapReader& reader, const SharedBlocks& shared, Item& item, RuleBook& book) {
  const Source& source = reader.source();
  const auto blocks = shared_blocks(reader, shared);
  each_block(blocks, source, [&](MapReader& block) { read_fields(block, Need::may, item, book); });
  read_fields(reader, blocks.empty() ? Need::must : Need::may, item, book);
  each_block(blocks, source, [&](MapReader& block) { read_checks(block, item); });
  read_checks(reader, item);
  reader.each("layouts", Need::may,
              [&](MapReader& one) { item.layouts.push_back(read_layout(one, item)); });
}

}  // namespace

void read_item(const Source& source, const Yaml& document, const SharedBlocks& shared,
               RuleBook& book) {
  MapReader reader(source, document);
  Item item;
  item.id = stem_of(source.file);
  read_elements(reader, item);
  for (const std::string& what : item.provisional) {
    book.provisional.push_back("catalogue/" + item.id + ": " + what);
  }
  read_parts(reader, shared, item, book);
  check_class(reader, item);
  check_validity(reader, item, book);
  check_caption(reader, item);
  check_ended_when(reader, item);
  check_types(reader, item, book);
  check_unique(reader, item, book);
  book.catalogue.add(std::move(item));
}

}  // namespace credence::rulebook
