// SPDX-License-Identifier: Apache-2.0
#include "app/repair/path.h"

#include <algorithm>
#include <array>

#include "rulebook/terms.h"

namespace credence::app {
namespace {

using domain::Audience;
using domain::Visibility;
using rulebook::RuleBook;

// Whom a repair concerns: the public, those who use records, and the subject itself.
constexpr std::array<Audience, 4> concerned = {Audience::open, Audience::public_body,
                                               Audience::consented, Audience::self};

Words label_of(Audience audience) {
  switch (audience) {
    case Audience::open:
      return {"社会公众", "The public"};
    case Audience::public_body:
      return {"公共管理单位", "Public bodies"};
    case Audience::consented:
      return {"经书面授权的单位", "Holders of written consent"};
    case Audience::self:
      return {"信用主体本人", "The subject itself"};
    case Audience::steward:
      return {"公共信用信息机构", "The credit centre"};
    case Audience::auditor:
      break;
  }
  return {"监督检查", "Supervision"};
}

domain::DisclosureFacts disclosure_facts(const RuleBook& book, const DisclosedFile& file,
                                         const RepairFacts& facts) {
  const auto kind = rulebook::value_named(rulebook::subject_terms, file.subject.kind)
                        .value_or(domain::SubjectKind::organization);
  const rulebook::Item* item = book.catalogue.find(facts.item);
  auto mode = domain::DisclosureMode::government;  // the narrowest, of an item no longer known
  if (item != nullptr)
    mode = kind == domain::SubjectKind::person ? item->persons : item->organizations;
  return {kind, mode, facts.publicity};
}

std::vector<Standing> standings(const domain::DisclosureFacts& facts, Date day, Marked marked) {
  std::vector<Standing> all;
  for (const Audience audience : concerned) {
    const auto answer = disclosed_when(facts, audience, day, marked);
    all.push_back({std::string(domain::to_string(audience)), label_of(audience),
                   answer.visibility == Visibility::shown, answer.until, answer.reason,
                   answer.basis});
  }
  return all;
}

// The public and who uses records see it no more.
bool ends_use(const std::vector<Standing>& standings) {
  return std::ranges::none_of(
      standings, [](const Standing& one) { return one.shown && one.audience != "self"; });
}

DryRun try_out(const RuleBook& book, const RepairFacts& facts, Date today, Date from,
               const std::vector<Standing>& afterwards) {
  DryRun run;
  run.passes_that_day = check_repairable(book, facts, from).has_value();
  run.fails_day_before =
      from == today || !check_repairable(book, facts, from.plus_days(-1)).has_value();
  run.withheld_afterwards = ends_use(afterwards);
  run.verified = run.passes_that_day && run.fails_day_before && run.withheld_afterwards;
  return run;
}

RepairStep step_for(const RuleBook& book, const DisclosedFile& file, const ShownRecord& record,
                    const RepairMarks& marks) {
  const Date today = file.as_of.day;
  RepairFacts facts = repair_facts(book, record);
  facts.repaired = std::ranges::count(marks.repaired, record.record) > 0;
  facts.withdrawn = std::ranges::count(marks.withdrawn, record.record) > 0;
  facts.barred_until = marks.barred_until;
  const auto seen = disclosure_facts(book, file, facts);
  RepairStep step;
  step.record = record.record;
  step.item = record.item;
  step.item_label = record.item_label;
  step.caption = record.caption;
  step.document_number = record.document_number;
  step.issuing_body = record.issuing_body;
  step.decided_on = record.decided_on;
  step.publicity_end = facts.publicity.publicity_end;
  step.disclosure_end = facts.publicity.disclosure_end;
  step.today = standings(seen, today, facts.repaired ? Marked::repaired : Marked::no);
  step.repair = repairability(book, facts, today);
  if (step.repair.from) {
    step.afterwards = standings(seen, *step.repair.from, Marked::repaired);
    step.dry_run = try_out(book, facts, today, *step.repair.from, step.afterwards);
  }
  return step;
}

bool acted_on_before(const RepairStep& a, const RepairStep& b) {
  if (!a.repair.from || !b.repair.from) return a.repair.from.has_value() && !b.repair.from;
  return *a.repair.from < *b.repair.from;
}

// Until when the public sees one record, if it is repaired as early as the law allows; nothing:
// for ever.
std::optional<Date> shown_until(const RepairStep& step) {
  const auto end = step.today.front().until;
  if (!step.repair.from) return end;
  return std::min(*step.repair.from, end.value_or(*step.repair.from));
}

Words summary_of(const RepairPath& path) {
  const auto shown = std::ranges::count_if(
      path.steps, [](const RepairStep& step) { return step.today.front().shown; });
  if (shown == 0) {
    return {"目前没有向社会公示的失信信息。",
            "No record of dishonesty is shown to the public at present."};
  }
  const auto now =
      std::ranges::count_if(path.steps, [](const RepairStep& step) { return step.repair.now; });
  Words words = {"目前有 " + std::to_string(shown) +
                     " 条失信信息向社会公示，其中现在可以申请修复的 " + std::to_string(now) +
                     " 条。",
                 "Records of dishonesty shown to the public: " + std::to_string(shown) +
                     "; of all records, " + std::to_string(now) + " may be repaired now."};
  if (path.clear_from) {
    words.zh += "依法尽早修复的，最早 " + to_string(*path.clear_from) + " 起不再有公示的失信信息。";
    words.en += " Repaired as early as the law allows, none is shown from " +
                to_string(*path.clear_from) + " on.";
  }
  return words;
}

void say_when_clear(RepairPath& path) {
  std::optional<Date> last;
  for (const RepairStep& step : path.steps) {
    if (!step.today.front().shown) continue;
    const auto until = shown_until(step);
    if (!until) {
      path.clear_from.reset();
      return;
    }
    last = std::max(last.value_or(*until), *until);
  }
  path.clear_from = last;
}

}  // namespace

domain::Disclosure disclosed_when(const domain::DisclosureFacts& facts, Audience audience, Date day,
                                  Marked marked) {
  domain::DisclosureFacts then = facts;
  then.marks.repaired = then.marks.repaired || marked == Marked::repaired;
  return domain::disclose(then, audience, day);
}

RepairPath path_to_repair(const RuleBook& book, const DisclosedFile& file,
                          const RepairMarks& marks) {
  RepairPath path;
  path.subject = file.subject.id;
  path.day = file.as_of.day;
  path.edition = book.edition;
  for (const ShownRecord& record : file.records) {
    if (record.nature == "dishonesty") path.steps.push_back(step_for(book, file, record, marks));
  }
  std::ranges::stable_sort(path.steps, acted_on_before);
  say_when_clear(path);
  path.summary = summary_of(path);
  return path;
}

}  // namespace credence::app
