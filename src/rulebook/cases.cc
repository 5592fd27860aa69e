// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/money.h"
#include "rulebook/course.h"
#include "rulebook/readers.h"
#include "rulebook/standing.h"

// Cases that stand beside rules: what an official would work out by hand, and what the rules must
// give.
//   clocks/*.case.yaml     name, basis, clock, start → due
//   publicity/*.case.yaml  name, basis, rule, kinds, fine_yuan, sector, decided_on, conduct_end,
//   valid_to →
//                          severity, shown, publicity_end, earliest_repair, disclosure_end, edition
//   procedures/*.case.yaml name, basis, procedure, acts (act, on, fields) →
//                          state, deadlines (id, due, provisional, late), as of the day `on`;
//                          opens (act, from): the first day a guard `after` lets an act pass
//   lists, measures, appointments /*.case.yaml
//                          name, basis, matter, item, category, kind, severity, decided_on,
//                          valid_to, conduct_end, marks, on → listed (of the record), measures and
//                          limits that count in the matter, until (the earliest end of them)

namespace credence::rulebook {
namespace {

// "never" and a missing day are the same thing; texts compare, and read well in a fault.
std::string day_text(const std::optional<Date>& day) { return day ? to_string(*day) : "never"; }

void expect(MapReader& reader, std::string_view key, const std::string& got) {
  if (!reader.has(key)) return;
  const std::string wanted = reader.text(key);
  if (wanted == got) return;
  reader.refuse(key,
                {"规则给出“" + got + "”，案例写的是“" + wanted + "”。",
                 "The rules give \"" + got + "\"; the case says \"" + wanted + "\"."},
                {"请核对规则或案例，哪一个与条文不符就改哪一个。",
                 "Check both against the article and correct the one that is wrong."});
}

void run_clock_case(MapReader& reader, const RuleBook& book) {
  reader.text("name");
  reader.basis();
  const std::string clock = reader.text("clock");
  const Date start = reader.date("start");
  const auto known = std::ranges::find(book.clocks, clock, &ClockRule::id);
  if (known == book.clocks.end()) {
    reader.refuse("clock", {"没有期限“" + clock + "”。", "There is no clock \"" + clock + "\"."},
                  {"请改正名称。", "Correct the name."});
    return;
  }
  const auto due = due_day(book, clock, start);
  expect(reader, "due", to_string(due.day));
  expect(reader, "provisional", due.provisional ? "true" : "false");
}

void run_publicity_case(MapReader& reader, const RuleBook& book) {
  reader.text("name");
  reader.basis();
  domain::PublicityFacts facts;
  facts.rule = reader.text("rule");
  facts.kinds = reader.texts("kinds", Need::may);
  facts.sector = reader.text("sector", Need::may);
  facts.decided_on = reader.date("decided_on");
  facts.conduct_end = reader.date_if_given("conduct_end");
  facts.valid_to = reader.date_if_given("valid_to");
  std::optional<std::int64_t> fine;
  if (reader.has("fine_yuan")) fine = 100 * reader.integer("fine_yuan", 0, 1'000'000'000'000);
  facts.severity = book.publicity.severity_of(facts.kinds, fine);
  const auto answer = book.publicity.answer(facts);
  expect(reader, "severity", std::string(term_of(severity_terms, facts.severity).name));
  expect(reader, "shown", answer.shown ? "true" : "false");
  expect(reader, "publicity_end", day_text(answer.publicity_end));
  expect(reader, "earliest_repair", day_text(answer.earliest_repair));
  expect(reader, "disclosure_end", day_text(answer.disclosure_end));
  expect(reader, "edition", answer.edition);
}

DoneAct read_done(MapReader& reader) {
  DoneAct done{reader.text("act"), reader.date("on"), {}};
  reader.entries("fields", Need::may, [&](const Yaml::Entry& entry) {
    done.fields.insert_or_assign(entry.key, entry.value.text);
  });
  return done;
}

std::string late_text(const Running& running, Date today) {
  return running.is_late(today) ? "true" : "false";
}

// The newest running of the deadline named.
void expect_deadline(MapReader& reader, const Course& course, Date today) {
  const std::string id = reader.text("id");
  const auto at = std::find_if(course.deadlines.rbegin(), course.deadlines.rend(),
                               [&](const Running& running) { return running.deadline == id; });
  if (at == course.deadlines.rend()) {
    expect(reader, "due", "never");
    return;
  }
  expect(reader, "due", day_text(at->due));
  expect(reader, "provisional", at->provisional ? "true" : "false");
  expect(reader, "late", late_text(*at, today));
  expect(reader, "owed_by", std::string(term_of(party_terms, at->owed_by).name));
}

void expect_opening(MapReader& reader, const RuleBook& book, const Procedure& procedure,
                    const std::vector<DoneAct>& acts) {
  const Act* act = procedure.act(reader.text("act"));
  std::optional<Date> first;
  if (act != nullptr) {
    for (const Guard& guard : act->guards) {
      if (guard.kind == Guard::Kind::after) first = first_day(book, guard, acts);
    }
  }
  expect(reader, "from", first ? to_string(*first) : "any");
}

void run_procedure_case(MapReader& reader, const RuleBook& book) {
  reader.text("name");
  reader.basis();
  const auto procedure = book.procedures.find(reader.text("procedure"));
  std::vector<DoneAct> acts;
  reader.each("acts", Need::must, [&](MapReader& one) { acts.push_back(read_done(one)); });
  const Date today =
      reader.date_if_given("as_of").value_or(acts.empty() ? Date() : acts.back().day);
  if (procedure == book.procedures.end()) {
    reader.refuse("procedure", {"没有这一程序。", "There is no such procedure."},
                  {"请改正名称。", "Correct the name."});
    return;
  }
  const auto course = course_of(book, procedure->second, acts);
  expect(reader, "refused", course ? "" : course.error().id);
  if (!course) return;
  expect(reader, "state", course->state);
  reader.each("deadlines", Need::may,
              [&](MapReader& one) { expect_deadline(one, *course, today); });
  reader.each("opens", Need::may,
              [&](MapReader& one) { expect_opening(one, book, procedure->second, acts); });
}

// ---- what a record leads to

inline constexpr auto head_mark_terms = std::to_array<Term<domain::HeadMark>>({
    {domain::HeadMark::disputed, "disputed", ""},
    {domain::HeadMark::repaired, "repaired", ""},
    {domain::HeadMark::withdrawn, "withdrawn", ""},
    {domain::HeadMark::lifted, "lifted", ""},
});

std::string joined(std::vector<std::string> ids) {
  std::ranges::sort(ids);
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text.empty() ? "none" : text;
}

domain::RecordHead read_head(MapReader& reader, const RuleBook& book) {
  domain::RecordHead head;
  const Item* item = book.catalogue.find(reader.text("item"));
  head.item = static_cast<std::uint16_t>(item == nullptr ? 0 : item->number);
  head.category = category_number(reader.text("category", Need::may));
  head.severity = reader.term("severity", severity_terms, domain::Severity::none);
  head.decided_on = reader.date("decided_on");
  head.valid_to = reader.date_if_given("valid_to");
  head.conduct_end = reader.date_if_given("conduct_end");
  std::uint8_t marks = 0;
  if (reader.has("marks")) {
    for (const auto mark : reader.term_list("marks", head_mark_terms))
      marks |= static_cast<std::uint8_t>(mark);
  }
  head.set(reader.term("kind", subject_terms, domain::SubjectKind::organization), marks);
  return head;
}

void run_consequence_case(MapReader& reader, const RuleBook& book) {
  reader.text("name");
  reader.basis();
  const std::string id = reader.text("matter");
  const auto matter = book.matters.find(id);
  const auto head = read_head(reader, book);
  const Date day = reader.date("on");
  if (matter == book.matters.end()) {
    reader.refuse("matter", {"没有办理事项“" + id + "”。", "There is no matter \"" + id + "\"."},
                  {"请改正名称。", "Correct the name."});
    return;
  }
  const auto standing = Consequences(book).of(head, day);
  std::vector<std::string> lists, measures, limits;
  std::optional<Date> until;
  const auto ends = [&](const Span& span) {
    if (span.until && (!until || *span.until < *until)) until = span.until;
  };
  for (const auto& one : standing.lists) lists.push_back(one.list->id);
  for (const auto& one : standing.measures) {
    if (!counts_in(*one.measure, matter->second)) continue;
    measures.push_back(one.measure->id);
    ends(one.span);
  }
  for (const auto& one : standing.limits) {
    if (!counts_in(*one.limit, matter->second)) continue;
    limits.push_back(one.limit->id);
    ends(one.span);
  }
  expect(reader, "listed", joined(std::move(lists)));
  expect(reader, "measures", joined(std::move(measures)));
  expect(reader, "limits", joined(std::move(limits)));
  expect(reader, "until", day_text(until));
}

using RunCase = void (*)(MapReader&, const RuleBook&);

RunCase runner_of(std::string_view path) {
  if (path.starts_with("clocks/")) return run_clock_case;
  if (path.starts_with("publicity/")) return run_publicity_case;
  if (path.starts_with("procedures/")) return run_procedure_case;
  for (const char* folder : {"lists/", "measures/", "appointments/"}) {
    if (path.starts_with(folder)) return run_consequence_case;
  }
  return nullptr;
}

}  // namespace

std::vector<RuleFault> run_cases(const RuleFiles& files, const RuleBook& book) {
  Faults faults;
  for (const auto& [path, content] : files) {
    if (!path.ends_with(".case.yaml")) continue;
    const Source source{path, book, faults};
    const RunCase run = runner_of(path);
    const auto tree = parse_yaml(path, content, faults);
    if (run == nullptr) {
      source.refuse(
          0, {"这一类规则没有案例格式。", "There is no form of case for this kind of rule."},
          {"案例放在 clocks/、publicity/、procedures/、lists/、measures/ 或 appointments/。",
           "Cases stand in clocks/, publicity/, procedures/, lists/, measures/ or "
           "appointments/."});
    } else if (tree) {
      MapReader reader(source, *tree);
      reader.each("cases", Need::must, [&](MapReader& one) { run(one, book); });
    }
  }
  return faults.all();
}

}  // namespace credence::rulebook
