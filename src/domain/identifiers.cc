// SPDX-License-Identifier: Apache-2.0
#include "domain/identifiers.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace credence::domain {
namespace {

constexpr std::string_view uscc_characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // no I O S V Z
constexpr std::size_t uscc_size = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
bool alphanumeric(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_digit(c) || is_upper(c); });
}
int digit(char c) { return c - '0'; }

struct Category {
  char code;
  std::string_view zh;
};
struct Department {
  char code;
  std::string_view zh, en;
  std::array<Category, 4> categories;  // unused ones have code '\0'
};

// GB 32100-2015 and its later additions (domain.md 1.1).
constexpr std::array<Department, 12> departments = {{
    {'1',
     "机构编制",
     "staffing of public institutions",
     {{{'1', "机关"}, {'2', "事业单位"}, {'3', "群众团体"}, {'9', "其他"}}}},
    {'2', "外交", "foreign affairs", {{{'1', "外国常驻新闻机构"}, {'9', "其他"}, {}, {}}}},
    {'3',
     "司法行政",
     "administration of justice",
     {{{'1', "律师执业机构"}, {'2', "公证处"}, {'3', "基层法律服务所"}, {'9', "其他"}}}},
    {'4', "文化", "culture", {{{'1', "外国在华文化中心"}, {'9', "其他"}, {}, {}}}},
    {'5',
     "民政",
     "civil affairs",
     {{{'1', "社会团体"}, {'2', "民办非企业单位"}, {'3', "基金会"}, {'9', "其他"}}}},
    {'6',
     "旅游",
     "tourism",
     {{{'1', "外国旅游部门常驻代表机构"},
       {'2', "港澳台地区旅游部门常驻代表机构"},
       {'9', "其他"},
       {}}}},
    {'7',
     "宗教",
     "religious affairs",
     {{{'1', "宗教活动场所"}, {'2', "宗教院校"}, {'9', "其他"}, {}}}},
    {'8', "工会", "trade unions", {{{'1', "基层工会"}, {'9', "其他"}, {}, {}}}},
    {'9',
     "市场监管",
     "market regulation",
     {{{'1', "企业"}, {'2', "个体工商户"}, {'3', "农民专业合作社"}, {'9', "其他"}}}},
    {'A', "军队编制", "military staffing", {{{'1', "军队事业单位"}, {'9', "其他"}, {}, {}}}},
    {'N',
     "农业",
     "agriculture",
     {{{'1', "组级集体经济组织"},
       {'2', "村级集体经济组织"},
       {'3', "乡镇级集体经济组织"},
       {'9', "其他"}}}},
    {'Y', "其他", "other", {{{'1', "其他"}, {}, {}, {}}}},
}};

// Categories beyond the four that fit the table above.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> more_categories = {{
    {"34", "司法鉴定机构"},
    {"35", "仲裁委员会"},
}};

const Department* department_of(std::string_view code) {
  if (code.empty()) return nullptr;
  const auto at = std::ranges::find(departments, code.front(), &Department::code);
  return at == departments.end() ? nullptr : &*at;
}

void fault(CodeVerdict& verdict, std::string id, Words message, Words remedy) {
  verdict.faults.push_back({std::move(id), std::move(message), std::move(remedy)});
}

const Words read_from_licence = {
    "请对照营业执照或登记证书核对，不要凭记忆更改。",
    "Compare it with the licence or certificate; do not correct it from memory."};
const Words read_from_document = {"请对照证件原件核对。", "Compare it with the document itself."};

void wrong_length(CodeVerdict& verdict, std::size_t wanted, const Words& remedy) {
  fault(verdict, "code.length",
        {"应为 " + std::to_string(wanted) + " 位，现为 " +
             std::to_string(length(verdict.canonical)) + " 位。",
         "It must have " + std::to_string(wanted) + " characters; it has " +
             std::to_string(length(verdict.canonical)) + "."},
        remedy);
}

void wrong_character(CodeVerdict& verdict, std::size_t at, const std::string& hint_zh,
                     const std::string& hint_en) {
  const std::string place = std::to_string(at + 1);
  const std::string written(1, verdict.canonical[at]);
  fault(verdict, "code.character",
        {"第 " + place + " 位“" + written + "”不是该代码允许的字符。" + hint_zh,
         "Character " + place + " (“" + written + "”) is not one this code may have. " + hint_en},
        read_from_licence);
}

void wrong_check(CodeVerdict& verdict, std::string id, std::size_t at, char wanted,
                 const Words& remedy) {
  const std::string place = std::to_string(at + 1);
  fault(verdict, std::move(id),
        {"第 " + place + " 位校验码不符：按其余各位应为“" + std::string(1, wanted) + "”。",
         "Check character " + place + " does not fit: the others call for “" +
             std::string(1, wanted) + "”."},
        remedy);
}

// The first place whose character the standard does not allow.
std::optional<std::size_t> bad_uscc_place(std::string_view code) {
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool division = i >= 2 && i < 8;
    if (division ? !is_digit(code[i]) : uscc_characters.find(code[i]) == std::string_view::npos)
      return i;
  }
  return std::nullopt;
}

void check_uscc(CodeVerdict& verdict) {
  const std::string& code = verdict.canonical;
  if (code.size() != uscc_size || length(code) != uscc_size)
    return wrong_length(verdict, uscc_size, read_from_licence);
  if (is_placeholder_uscc(code)) {
    return fault(verdict, "code.placeholder",
                 {"十七个 0 加 X 是“暂无代码”的占位，不是任何主体的代码。",
                  "Seventeen zeros and X stand for “no code yet” and are nobody's code."},
                 {"请填写真实代码。", "Give the real code."});
  }
  if (const auto bad = bad_uscc_place(code)) {
    const bool letter_o = code[*bad] == 'O' || code[*bad] == 'I';
    return wrong_character(verdict, *bad, letter_o ? "常见于把数字 0、1 写成字母 O、I。" : "",
                           letter_o ? "A digit 0 or 1 is often written as a letter O or I." : "");
  }
  const char body = organization_code_check(std::string_view(code).substr(8, 8));
  if (body != code[16]) wrong_check(verdict, "code.body_check", 16, body, read_from_licence);
  const char whole = uscc_check(std::string_view(code).substr(0, 17));
  if (whole != code[17]) wrong_check(verdict, "code.check", 17, whole, read_from_licence);
}

void check_organization_code(CodeVerdict& verdict) {
  const std::string& code = verdict.canonical;
  if (code.size() != 9) return wrong_length(verdict, 9, read_from_licence);
  for (std::size_t i = 0; i < 9; ++i) {
    if (!is_digit(code[i]) && !is_upper(code[i])) return wrong_character(verdict, i, "", "");
  }
  const char wanted = organization_code_check(std::string_view(code).substr(0, 8));
  if (wanted != code[8]) wrong_check(verdict, "code.check", 8, wanted, read_from_licence);
}

// Before 2007 numbers had 13 digits and no check (domain.md 1.3).
void check_registration(CodeVerdict& verdict) {
  const std::string& code = verdict.canonical;
  if (code.size() == 13 && all_digits(code)) return;
  if (code.size() != 15) return wrong_length(verdict, 15, read_from_licence);
  for (std::size_t i = 0; i < 15; ++i) {
    if (!is_digit(code[i])) return wrong_character(verdict, i, "", "");
  }
  const char wanted = registration_check(std::string_view(code).substr(0, 14));
  if (wanted != code[14]) wrong_check(verdict, "code.check", 14, wanted, read_from_licence);
}

constexpr int oldest_person = 150;

void check_birth(CodeVerdict& verdict, Date on) {
  const auto born = parse_date(std::string_view(verdict.canonical).substr(6, 8));
  if (!born) {
    return fault(verdict, "code.birth",
                 {"第 7–14 位不是真实的出生日期。", "Digits 7–14 are not a real day of birth."},
                 read_from_document);
  }
  if (*born > on) {
    fault(verdict, "code.birth", {"出生日期晚于今天。", "The day of birth is in the future."},
          read_from_document);
  }
  if (born->plus_months(12 * oldest_person) < on) {
    fault(verdict, "code.birth",
          {"出生日期早于 150 年前。", "The day of birth is more than 150 years ago."},
          read_from_document);
  }
}

void check_resident_id(CodeVerdict& verdict, Date on) {
  verdict.canonical = modern_resident_id(verdict.canonical);
  const std::string& code = verdict.canonical;
  if (code.size() != 18) return wrong_length(verdict, 18, read_from_document);
  for (std::size_t i = 0; i < 18; ++i) {
    if (!is_digit(code[i]) && !(i == 17 && code[i] == 'X'))
      return wrong_character(verdict, i, "", "");
  }
  check_birth(verdict, on);
  const char wanted = resident_id_check(std::string_view(code).substr(0, 17));
  if (wanted != code[17]) {
    fault(verdict, "code.check", {"校验码不符。", "The check character does not fit."},
          read_from_document);
  }
}

// What the soft forms of domain.md 1.4–1.7 have in common: letters and digits, within lengths.
struct SoftForm {
  Scheme scheme;
  std::size_t least, most;
};
constexpr std::array<SoftForm, 8> soft_forms = {{
    {Scheme::tax_registration, 13, 20},
    {Scheme::institution, 6, 18},
    {Scheme::social_organization, 3, 50},
    {Scheme::passport, 5, 15},
    {Scheme::hk_macao_permit, 9, 18},
    {Scheme::taiwan_permit, 8, 18},
    {Scheme::foreigner_id, 15, 18},
    {Scheme::other_document, 3, 64},
}};

void check_soft(CodeVerdict& verdict, const SoftForm& form) {
  const std::string& code = verdict.canonical;
  const std::size_t size = length(code);
  if (size < form.least || size > form.most) {
    return fault(
        verdict, "code.length",
        {"长度应为 " + std::to_string(form.least) + "–" + std::to_string(form.most) + " 位，现为 " +
             std::to_string(size) + " 位。",
         "It must have " + std::to_string(form.least) + " to " + std::to_string(form.most) +
             " characters; it has " + std::to_string(size) + "."},
        read_from_document);
  }
  const bool free_text =
      form.scheme == Scheme::social_organization || form.scheme == Scheme::other_document;
  if (!free_text && !alphanumeric(code)) {
    fault(verdict, "code.character", {"只能含字母和数字。", "It may hold letters and digits only."},
          read_from_document);
  }
}

bool known_category(std::string_view code) { return !uscc_category(code).empty(); }

// National authorities register under 100000, which is no division.
constexpr std::string_view national = "100000";

void check_parts(CodeVerdict& verdict, Scheme scheme, const Regions& regions, Date on) {
  if (!verdict.well_formed) return;
  const std::string_view code = verdict.canonical;
  const bool has_division = scheme == Scheme::uscc || scheme == Scheme::resident_id ||
                            (scheme == Scheme::registration && code.size() == 15);
  if (!has_division) {
    verdict.known = verdict.in_force = true;
    return;
  }
  const std::string_view division = code.substr(scheme == Scheme::uscc ? 2 : 0, 6);
  const bool central = division == national && scheme != Scheme::resident_id;
  const bool parts = scheme != Scheme::uscc || known_category(code);
  verdict.known = parts && (central || regions.find(division) != nullptr);
  verdict.in_force = parts && (central || regions.in_force(division, on));
}

template <std::size_t N>
int weighted_sum(std::string_view text, const std::array<int, N>& weights) {
  int sum = 0;
  for (std::size_t i = 0; i < N; ++i) {
    sum += weights[i] * (is_digit(text[i]) ? digit(text[i]) : text[i] - 'A' + 10);
  }
  return sum;
}

}  // namespace

std::string canonical_code(std::string_view text) {
  bool plain = true;
  for (const char c : text) plain = plain && (is_digit(c) || is_upper(c));
  if (plain) return std::string(text);
  std::string code;
  for (const char c : upper_ascii(nfkc(trim(text)))) {
    if (c != ' ' && c != '-' && c != '\'' && c != '\t') code += c;
  }
  return code;
}

CodeVerdict check_code(Scheme scheme, std::string_view code, const Regions& regions, Date on) {
  CodeVerdict verdict;
  verdict.canonical = canonical_code(code);
  if (verdict.canonical.empty()) {
    fault(verdict, "code.empty", {"没有填写。", "It is empty."}, read_from_licence);
  } else if (scheme == Scheme::uscc) {
    check_uscc(verdict);
  } else if (scheme == Scheme::organization_code) {
    check_organization_code(verdict);
  } else if (scheme == Scheme::registration) {
    check_registration(verdict);
  } else if (scheme == Scheme::resident_id) {
    check_resident_id(verdict, on);
  } else {
    check_soft(verdict, *std::ranges::find(soft_forms, scheme, &SoftForm::scheme));
  }
  verdict.well_formed = verdict.faults.empty();
  check_parts(verdict, scheme, regions, on);
  return verdict;
}

bool is_uscc(std::string_view code) {
  return code.size() == uscc_size && !bad_uscc_place(code) && !is_placeholder_uscc(code) &&
         organization_code_check(code.substr(8, 8)) == code[16] &&
         uscc_check(code.substr(0, 17)) == code[17];
}

bool is_organization_code(std::string_view code) {
  return code.size() == 9 && alphanumeric(code) &&
         organization_code_check(code.substr(0, 8)) == code[8];
}

bool is_registration_number(std::string_view code) {
  return code.size() == 15 && all_digits(code) &&
         registration_check(code.substr(0, 14)) == code[14];
}

bool is_resident_id(std::string_view code) {
  if (code.size() != 18 || !all_digits(code.substr(0, 17))) return false;
  return parse_date(code.substr(6, 8)).has_value() &&
         resident_id_check(code.substr(0, 17)) == code[17];
}

bool is_placeholder_uscc(std::string_view code) { return code == "00000000000000000X"; }

bool contains_resident_id(std::string_view text) {
  std::size_t run = 0;  // digits up to here
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] == 'x' ? 'X' : text[i];
    if (run >= 17 && (is_digit(c) || c == 'X')) {
      std::string candidate(text.substr(i - 17, 18));
      candidate.back() = c;
      const bool ends = i + 1 == text.size() || !is_digit(text[i + 1]);
      // A number inside a longer run of digits (an account number) is not one.
      if (run == 17 && ends && is_resident_id(candidate)) return true;
    }
    run = is_digit(c) ? run + 1 : 0;
  }
  return false;
}

char uscc_check(std::string_view first17) {
  int sum = 0, weight = 1;
  for (const char c : first17.substr(0, 17)) {
    sum += static_cast<int>(uscc_characters.find(c)) * weight;
    weight = weight * 3 % 31;
  }
  return uscc_characters[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

char organization_code_check(std::string_view first8) {
  constexpr std::array<int, 8> weights = {3, 7, 9, 10, 5, 8, 4, 2};
  const int rest = 11 - weighted_sum(first8, weights) % 11;
  if (rest == 10) return 'X';
  return rest == 11 ? '0' : static_cast<char>('0' + rest);
}

// ISO 7064 MOD 11,10.
char registration_check(std::string_view first14) {
  int product = 10;
  for (const char c : first14.substr(0, 14)) {
    const int sum = (product + digit(c)) % 10;
    product = 2 * (sum == 0 ? 10 : sum) % 11;
  }
  return static_cast<char>('0' + (11 - product) % 10);
}

char resident_id_check(std::string_view first17) {
  constexpr std::array<int, 17> weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view characters = "10X98765432";
  return characters[static_cast<std::size_t>(weighted_sum(first17, weights) % 11)];
}

std::string modern_resident_id(std::string_view code) {
  if (code.size() != 15 || !all_digits(code)) return std::string(code);
  const std::string body = std::string(code.substr(0, 6)) + "19" + std::string(code.substr(6));
  return body + resident_id_check(body);
}

Words uscc_department(std::string_view code) {
  const auto* department = department_of(code);
  if (department == nullptr) return {};
  return {std::string(department->zh), std::string(department->en)};
}

std::string uscc_category(std::string_view code) {
  const auto* department = department_of(code);
  if (department == nullptr || code.size() < 2) return {};
  for (const auto& [prefix, zh] : more_categories) {
    if (code.starts_with(prefix)) return std::string(zh);
  }
  for (const auto& category : department->categories) {
    if (category.code != '\0' && category.code == code[1]) return std::string(category.zh);
  }
  return {};
}

std::optional<Scheme> guess_scheme(std::string_view canonical) {
  const bool digits = !canonical.empty() && all_digits(canonical);
  if (canonical.size() == 18 && alphanumeric(canonical)) {
    return is_resident_id(canonical) && !is_uscc(canonical) ? std::nullopt
                                                            : std::optional(Scheme::uscc);
  }
  if (canonical.size() == 9 && alphanumeric(canonical)) return Scheme::organization_code;
  if ((canonical.size() == 15 || canonical.size() == 13) && digits) return Scheme::registration;
  if (canonical.size() == 15 && alphanumeric(canonical)) return Scheme::tax_registration;
  if (canonical.size() == 12 && digits) return Scheme::institution;
  return std::nullopt;
}

std::optional<Scheme> document_scheme(std::string_view written) {
  const std::string_view type = trim(written);
  if (type == "身份证" || type == "居民身份证" || type == "公民身份号码")
    return Scheme::resident_id;
  if (type.starts_with("护照")) return Scheme::passport;
  if (type.starts_with("港澳居民来往内地通行证")) return Scheme::hk_macao_permit;
  if (type.starts_with("台湾居民来往大陆通行证")) return Scheme::taiwan_permit;
  if (type.starts_with("外国人永久居留")) return Scheme::foreigner_id;
  if (type.starts_with("其他")) return Scheme::other_document;
  return std::nullopt;
}

}  // namespace credence::domain
