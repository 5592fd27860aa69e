// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "rulebook/readers.h"

// rules/laws, calendar, names, purposes, denied and clocks: the kinds of rule that are plain lists.

namespace credence::rulebook {
namespace {

void check_order(MapReader& reader, std::string_view later_key, Date earlier,
                 std::optional<Date> later) {
  if (!later || *later > earlier) return;
  reader.refuse(later_key,
                {"“" + std::string(later_key) + "”（" + to_string(*later) + "）不晚于开始的日期 " +
                     to_string(earlier) + "。",
                 "\"" + std::string(later_key) + "\" (" + to_string(*later) +
                     ") is not after the start, " + to_string(earlier) + "."},
                {"请核对日期的先后。", "Check the order of the dates."});
}

void refuse_twice(MapReader& reader, const std::string& id) {
  reader.refuse("id", {"“" + id + "”重复。", "Duplicate id \"" + id + "\"."},
                {"请只保留一处，或改名。", "Keep one of them, or rename one."});
}

std::set<Date> days_of_year(MapReader& reader, std::string_view key, int year) {
  std::set<Date> days;
  for (const Date day : reader.dates(key)) {
    if (day.year() != year) {
      reader.refuse(key,
                    {to_string(day) + " 不在 " + std::to_string(year) + " 年。",
                     to_string(day) + " is not in " + std::to_string(year) + "."},
                    {"请移到所属年份的文件。", "Move it to the file of its own year."});
    }
    if (!days.insert(day).second) {
      reader.refuse(key, {to_string(day) + " 重复。", "Duplicate day " + to_string(day) + "."},
                    {"请只保留一处。", "Keep one of them."});
    }
  }
  return days;
}

void check_apart(MapReader& reader, const std::set<Date>& off, const std::set<Date>& worked) {
  for (const Date day : worked) {
    if (!off.contains(day)) continue;
    reader.refuse("worked",
                  {to_string(day) + " 既是休息日又是上班日。",
                   to_string(day) + " is listed both as a day off and as worked."},
                  {"请核对国务院办公厅通知。", "Check the notice of the State Council office."});
  }
}

bool overlap(Date from_a, std::optional<Date> to_a, Date from_b, std::optional<Date> to_b) {
  return (!to_b || from_a < *to_b) && (!to_a || from_b < *to_a);
}

// Two editions of one id must not be in force on one day.
template <class Rule>
void check_overlap(MapReader& reader, const std::vector<Rule>& known, const Rule& rule) {
  for (const Rule& other : known) {
    if (other.id != rule.id || !overlap(other.from, other.to, rule.from, rule.to)) continue;
    reader.refuse(
        "from",
        {"“" + rule.id + "”的施行期间重叠：另一条自 " + to_string(other.from) + " 起施行。",
         "The dates of \"" + rule.id + "\" overlap: another is in force from " +
             to_string(other.from) + "."},
        {"请给前一条加上 to，或改正日期。", "Give the earlier one a `to`, or correct the dates."});
  }
}

void read_clock(MapReader& reader, RuleBook& book) {
  ClockRule clock;
  clock.id = reader.text("id");
  clock.label = reader.words("label");
  clock.value = static_cast<int>(reader.integer("value", 1, 1000));
  clock.unit = reader.term("unit", unit_terms);
  clock.counted_from = reader.text("counted_from");
  clock.basis = reader.basis();
  clock.from = read_span(reader, clock.to);
  clock.provisional = note_provisional(reader, "clocks/" + clock.id, book);
  check_overlap(reader, book.clocks, clock);
  book.clocks.push_back(std::move(clock));
}

void read_limit(MapReader& reader, RuleBook& book) {
  LimitRule limit;
  limit.id = reader.text("id");
  limit.label = reader.words("label");
  limit.value = reader.integer("value", 0, 1'000'000'000);
  limit.unit = reader.words("unit");
  limit.basis = reader.basis();
  limit.from = read_span(reader, limit.to);
  limit.provisional = note_provisional(reader, "clocks/" + limit.id, book);
  check_overlap(reader, book.limits, limit);
  book.limits.push_back(std::move(limit));
}

void read_purpose(MapReader& reader, RuleBook& book) {
  Purpose purpose;
  purpose.id = reader.text("id");
  purpose.label = reader.words("label");
  purpose.basis = reader.basis();
  purpose.audience = reader.term("audience", audience_terms);
  purpose.persons = reader.flag("persons");
  purpose.matter_required = reader.flag("matter_required", true);
  purpose.submissions_only = reader.flag("submissions_only");
  purpose.case_only = reader.flag("case_only");
  purpose.seal_days = static_cast<int>(reader.integer("seal_days", 0, 3'650, Need::may));
  if (purpose.seal_days > 0) purpose.seal_basis = reader.basis("seal_basis");
  note_provisional(reader, "purposes/" + purpose.id, book);
  if (purpose.persons && purpose.audience == domain::Audience::open) {
    reader.refuse("persons",
                  {"社会公众不得查询自然人的信息（SD-2020/20）。",
                   "The public never opens a person's file (SD-2020/20)."},
                  {"请删去 persons: true。", "Remove persons: true."});
  }
  if (book.purposes.contains(purpose.id)) refuse_twice(reader, purpose.id);
  book.purposes.insert_or_assign(purpose.id, std::move(purpose));
}

// Nobody holds two of the management powers, nor one of them beside other work.
void check_management(MapReader& reader, const RoleRule& role) {
  using domain::Power;
  const auto has = [&](Power power) { return std::ranges::count(role.powers, power) > 0; };
  const bool system = has(Power::manage_accounts), security = has(Power::manage_roles),
             audit = has(Power::read_ledger);
  const auto named = role.management;
  if (system == (named == domain::Management::system) &&
      security == (named == domain::Management::security) &&
      audit == (named == domain::Management::audit)) {
    return;
  }
  reader.refuse("management",
                {"三权分立：系统（manage_accounts）、安全（manage_roles）、审计（read_ledger）各由"
                 "专门的角色持有。",
                 "Three powers apart: manage_accounts belongs to a system role, manage_roles to a "
                 "security role, read_ledger to an audit role, and to no other."},
                {"请拆成几个角色。", "Split it into several roles."});
}

void read_role(MapReader& reader, RuleBook& book) {
  RoleRule role;
  role.id = reader.text("id");
  role.label = reader.words("label");
  role.basis = reader.basis();
  role.management = reader.term("management", management_terms, domain::Management::none);
  role.unit_kinds = reader.term_list("unit_kinds", unit_kind_terms);
  role.powers = reader.term_list("powers", power_terms);
  role.purposes = reader.texts("purposes", Need::may);
  role.second_factor = reader.flag("second_factor");
  role.enrolment = reader.term("granted_by", grant_terms, false);
  note_provisional(reader, "roles/" + role.id, book);
  for (const auto& purpose : role.purposes) {
    if (book.purposes.contains(purpose)) continue;
    reader.refuse(
        "purposes", {"没有查询目的“" + purpose + "”。", "There is no purpose \"" + purpose + "\"."},
        {"请改正，或在 rules/purposes/ 中补上。", "Correct it, or add it in rules/purposes/."});
  }
  check_management(reader, role);
  if (book.roles.contains(role.id)) refuse_twice(reader, role.id);
  book.roles.insert_or_assign(role.id, std::move(role));
}

void read_ground(MapReader& reader, RuleBook& book) {
  ErasureGround ground;
  ground.id = reader.text("id");
  ground.label = reader.words("label");
  ground.basis = reader.basis();
  ground.persons = reader.flag("persons");
  ground.organizations = reader.flag("organizations");
  ground.four_eyes = reader.flag("four_eyes", true);
  note_provisional(reader, "erasure/" + ground.id, book);
  if (book.erasure_grounds.contains(ground.id)) refuse_twice(reader, ground.id);
  book.erasure_grounds.insert_or_assign(ground.id, std::move(ground));
}

void read_denied_field(MapReader& reader, RuleBook& book) {
  DeniedField denied;
  denied.id = reader.text("id");
  denied.label = reader.words("label");
  denied.headers = reader.texts("headers");
  denied.with_consent = reader.flag("with_consent");
  denied.basis = reader.basis();
  note_provisional(reader, "denied/" + denied.id, book);
  const auto same = [&](const DeniedField& other) { return other.id == denied.id; };
  if (std::ranges::any_of(book.denied, same)) refuse_twice(reader, denied.id);
  book.denied.push_back(std::move(denied));
}

}  // namespace

Date read_span(MapReader& reader, std::optional<Date>& to) {
  const Date from = reader.date("from");
  to = reader.date_if_given("to");
  check_order(reader, "to", from, to);
  return from;
}

void read_law(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  Law law;
  law.id = stem_of(source.file);
  law.title = reader.words("title");
  law.number = reader.text("number", Need::may);
  law.issuer = reader.text("issuer");
  law.level = reader.term("level", law_level_terms);
  law.adopted = reader.date("adopted");
  law.in_force = reader.date("in_force");
  law.repealed = reader.date_if_given("repealed");
  law.articles = static_cast<int>(reader.integer("articles", 0, 2000));
  reader.text("source", Need::may);
  law.provisional = note_provisional(reader, "laws/" + law.id, book);
  check_order(reader, "repealed", law.in_force, law.repealed);
  if (law.in_force < law.adopted) {
    reader.refuse("in_force", {"施行日期早于公布日期。", "In force before it was adopted."},
                  {"请核对两个日期。", "Check both dates."});
  }
  book.laws.insert_or_assign(law.id, std::move(law));
}

void read_calendar(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  const int year = static_cast<int>(reader.integer("year", 1949, 2200));
  reader.texts("papers");
  reader.text("source");
  auto off = days_of_year(reader, "off", year);
  auto worked = days_of_year(reader, "worked", year);
  check_apart(reader, off, worked);
  if (book.calendar.announced(year)) {
    reader.refuse("year", {"年份重复。", "Duplicate year."},
                  {"每年一个文件。", "One file per year."});
  }
  book.calendar.announce(year, std::move(off), std::move(worked));
}

void read_names(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  if (reader.has("label")) reader.words("label");
  reader.bases();
  std::ranges::move(reader.texts("legal_forms", Need::may),
                    std::back_inserter(book.names.legal_forms));
  std::ranges::move(reader.texts("industries", Need::may),
                    std::back_inserter(book.names.industries));
  reader.entries("short_forms", Need::may, [&](const Yaml::Entry& form) {
    book.names.short_forms.emplace(form.key, scalar_text(source, form.value).value_or(""));
  });
  note_provisional(reader, "names", book);
}

void read_clocks(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  reader.each("clocks", Need::may, [&](MapReader& one) { read_clock(one, book); });
  reader.each("limits", Need::may, [&](MapReader& one) { read_limit(one, book); });
}

void read_erasure(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  reader.each("grounds", Need::must, [&](MapReader& one) { read_ground(one, book); });
}

void read_purposes(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  reader.each("purposes", Need::must, [&](MapReader& one) { read_purpose(one, book); });
}

void read_roles(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  reader.each("roles", Need::must, [&](MapReader& one) { read_role(one, book); });
}

void read_denied(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  reader.each("denied", Need::must, [&](MapReader& one) { read_denied_field(one, book); });
}

}  // namespace credence::rulebook
