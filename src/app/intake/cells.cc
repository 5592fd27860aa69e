// SPDX-License-Identifier: Apache-2.0
#include "app/intake/cells.h"

#include <algorithm>
#include <array>

#include "base/money.h"
#include "base/text.h"
#include "domain/identifiers.h"

namespace credence::app {
namespace {

using rulebook::Field;
using rulebook::FieldType;
using rulebook::Required;
using rulebook::Role;

// Written where there is nothing to say (domain.md V7).
constexpr std::array<std::string_view, 18> placeholders = {
    "无", "空", "暂无", "没有", "不详", "未知", "null", "NULL", "Null",
    "/",  "\\", "-",    "--",   "——",   "N/A",  "n/a",  "测试", "test"};

// Free text shorter than this cannot hold a whole identity number and a reason.
constexpr std::size_t identity_number_bytes = 18;

bool is_placeholder(std::string_view value) {
  return value.size() <= 8 && std::ranges::find(placeholders, value) != placeholders.end();
}

bool has_wide(std::string_view value) {
  return std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) >= 0xE2; });
}

class CellCheck {
 public:
  CellCheck(const CellContext& context, int field, Scratch& scratch, std::vector<Finding>& findings)
      : context_(context),
        index_(field),
        field_(context.item.fields[static_cast<std::size_t>(field)]),
        scratch_(scratch),
        findings_(findings) {}

  std::string_view run(std::string_view cell) {
    std::string_view value = trim(cell);
    if (value.empty()) return {};
    if (is_placeholder(value)) return placeholder(value);
    value = by_type(value);
    if (field_.length > 0) check_length(value);
    return value;
  }

 private:
  void fault(std::string id, Words message, Words remedy, std::string basis = {}) {
    if (basis.empty() && !context_.item.basis.empty()) basis = context_.item.basis.back();
    findings_.push_back(
        {std::move(id), false, index_, std::move(message), std::move(remedy), std::move(basis)});
  }
  std::string name_zh() const { return "“" + field_.label.zh + "”"; }
  std::string name_en() const { return "“" + field_.label.en + "”"; }

  // In a field that must be filled, a placeholder is a fault; elsewhere it means "nothing".
  std::string_view placeholder(std::string_view value) {
    if (field_.required == Required::always) {
      fault("cell.placeholder",
            {name_zh() + "填写了占位文字“" + std::string(value) + "”。",
             name_en() + " holds the placeholder “" + std::string(value) + "”."},
            {"请填写真实内容。", "Write what the document says."});
    }
    return {};
  }

  void check_length(std::string_view value) {
    const auto limit = static_cast<std::size_t>(field_.length);
    if (value.size() <= limit || length(value) <= limit) return;
    fault("cell.length",
          {name_zh() + "有 " + std::to_string(length(value)) + " 个字符，超过上限 " +
               std::to_string(limit) + "。",
           name_en() + " has " + std::to_string(length(value)) + " characters; the limit is " +
               std::to_string(limit) + "."},
          {"请按标准缩写或拆分内容。", "Shorten the text to the standard's length."});
  }

  std::string_view by_type(std::string_view value) {
    switch (field_.type) {
      case FieldType::text:
        return text(value);
      case FieldType::date:
        return date(value);
      case FieldType::money:
        return money(value);
      case FieldType::integer:
        return digits(value, false);
      case FieldType::number:
        return digits(value, true);
      case FieldType::choice:
        return choice(value);
      case FieldType::choices:
        return choices(value);
      case FieldType::uscc:
        return uscc(value);
      case FieldType::code:
        return code(value);
    }
    return value;
  }

  std::string_view text(std::string_view value) {
    if (field_.role == Role::subject_name || field_.role == Role::issuing_body) return name(value);
    if (field_.role == Role::person_document_number || field_.personal) return code_text(value);
    if (value.size() >= identity_number_bytes && domain::contains_resident_id(value)) {
      fault(
          "cell.personal",
          {name_zh() + "中含有居民身份证号码，个人信息不得写入公开文本。",
           name_en() +
               " contains a resident identity number; personal data must not stand in free text."},
          {"请删除号码，只在证件号码栏填写。",
           "Remove the number; it belongs in the identity number column only."},
          "PIPL-2021/6");
    }
    return value;
  }

  // Names: width made plain; control characters and line breaks refused (V8).
  std::string_view name(std::string_view value) {
    if (std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x20; })) {
      fault("cell.control",
            {name_zh() + "中有换行、制表符等特殊字符。",
             name_en() + " contains a line break, a tab or another control character."},
            {"请删除特殊字符。", "Remove it."});
    }
    return value;
  }

  std::string_view code_text(std::string_view value) {
    if (!has_wide(value) &&
        std::ranges::none_of(value, [](char c) { return c >= 'a' && c <= 'z'; })) {
      return value;
    }
    return scratch_.keep(domain::canonical_code(value));
  }

  std::string_view code(std::string_view value) {
    value = code_text(value);
    if (field_.role == Role::subject_organization_code && !domain::is_organization_code(value)) {
      std::string plain = domain::canonical_code(value);
      if (domain::is_organization_code(plain)) return scratch_.keep(std::move(plain));
      wrong_code(domain::Scheme::organization_code, plain);
    }
    return value;
  }

  std::string_view uscc(std::string_view value) {
    if (domain::is_uscc(value)) return value;
    const std::string_view plain = scratch_.keep(domain::canonical_code(value));
    if (domain::is_uscc(plain)) return plain;
    // Seventeen zeros and X: allowed only for the party of a record, and never linked by code.
    if (field_.role == Role::subject_uscc && domain::is_placeholder_uscc(plain)) return plain;
    wrong_code(domain::Scheme::uscc, plain);
    return plain;
  }

  void wrong_code(domain::Scheme scheme, std::string_view plain) {
    const auto verdict = domain::check_code(scheme, plain, context_.book.regions, context_.today);
    for (const auto& wrong : verdict.faults) {
      fault("cell.code",
            {name_zh() + "“" + std::string(clip(plain, 60)) + "”有误：" + wrong.message.zh,
             name_en() + " “" + std::string(clip(plain, 60)) + "” is wrong: " + wrong.message.en},
            wrong.remedy, scheme == domain::Scheme::uscc ? "GB32100-2015" : "GB11714-1997");
    }
  }

  std::string_view date(std::string_view value) {
    if (value.size() == 10 && value[4] == '-' && value[7] == '-' && parse_date(value)) return value;
    const bool open_end = field_.role == Role::valid_to || field_.role == Role::publicity_end;
    if (open_end && (value == "长期" || value == "永久" || value == "长期有效")) {
      return scratch_.keep(to_string(forever));
    }
    if (const auto day = parse_date(has_wide(value) ? nfkc(value) : std::string(value))) {
      return scratch_.keep(to_string(*day));
    }
    fault("cell.type",
          {name_zh() + "“" + std::string(clip(value, 60)) + "”不是有效日期。",
           name_en() + " “" + std::string(clip(value, 60)) + "” is not a day of the calendar."},
          {"请按 YYYY/MM/DD 填写，如 2024/03/01。",
           "Write it as YYYY/MM/DD, for example 2024/03/01."});
    return value;
  }

  std::string_view money(std::string_view value) {
    if (const auto amount = parse_ten_thousand_yuan(value)) {
      std::string plain = to_ten_thousand_yuan(*amount);
      return plain == value ? value : scratch_.keep(std::move(plain));
    }
    fault("cell.type",
          {name_zh() + "“" + std::string(clip(value, 60)) + "”不是金额。单位为万元，最多六位小数。",
           name_en() + " “" + std::string(clip(value, 60)) +
               "” is not an amount. The unit is 10 000 yuan, with at most six decimals."},
          {"罚款 2000 元请填 0.2。", "Write 0.2 for 2 000 yuan."});
    return value;
  }

  std::string_view digits(std::string_view value, bool fraction) {
    std::size_t points = 0;
    const bool good = std::ranges::all_of(value, [&](char c) {
      if (c == '.' && fraction) return ++points == 1;
      return c >= '0' && c <= '9';
    });
    if (good) return value;
    fault("cell.type", {name_zh() + "应为数字。", name_en() + " must be a number."},
          {"请只填写数字。", "Write digits only."});
    return value;
  }

  // A choice, or "其他-" with the words that must follow it.
  bool is_choice(std::string_view value) const {
    return std::ranges::any_of(field_.choices, [&](const std::string& choice) {
      if (value == choice) return choice.back() != '-';
      return choice.back() == '-' && value.starts_with(choice) && value.size() > choice.size();
    });
  }

  void wrong_choice(std::string_view value) {
    std::string list;
    for (const auto& choice : field_.choices) list += (list.empty() ? "" : "、") + choice;
    fault("cell.choice",
          {name_zh() + "“" + std::string(clip(value, 60)) + "”不在允许值之内。",
           name_en() + " “" + std::string(clip(value, 60)) + "” is not one of the allowed values."},
          {"可填：" + list + "；“其他-”后须写明具体内容。",
           "Allowed: " + list + "; after “其他-” say what it is."});
  }

  std::string_view choice(std::string_view value) {
    if (!is_choice(value)) {
      const std::string plain = nfkc(value);
      if (is_choice(plain)) return scratch_.keep(plain);
      wrong_choice(value);
    }
    return value;
  }

  std::string_view choices(std::string_view value) {
    if (is_choice(value)) return value;
    std::string list;
    for (const auto part : list_parts(value)) {
      if (!is_choice(part)) {
        wrong_choice(part);
        return value;
      }
      list += (list.empty() ? "" : ";") + std::string(part);
    }
    return list == value ? value : scratch_.keep(std::move(list));
  }

  // The standard joins with ";"; the wide one and the enumeration comma are read as well. Text
  // after 其他- may hold a comma, so it is split by semicolons only.
  std::vector<std::string_view> list_parts(std::string_view value) {
    std::vector<std::string_view> parts;
    for (const auto half : split(value, ";")) {
      for (const auto piece : split(half, "；")) {
        if (contains(piece, "-")) {
          parts.push_back(trim(piece));
          continue;
        }
        for (const auto item : split(piece, "、")) parts.push_back(trim(item));
      }
    }
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    return parts;
  }

  const CellContext& context_;
  int index_;
  const Field& field_;
  Scratch& scratch_;
  std::vector<Finding>& findings_;
};

}  // namespace

std::string_view clean_cell(const CellContext& context, int field, std::string_view cell,
                            Scratch& scratch, std::vector<Finding>& findings) {
  return CellCheck(context, field, scratch, findings).run(cell);
}

}  // namespace credence::app
