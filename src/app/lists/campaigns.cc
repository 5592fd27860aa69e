// SPDX-License-Identifier: Apache-2.0
#include "app/lists/campaigns.h"

#include <algorithm>
#include <set>

#include "app/access/named_code.h"
#include "app/access/record_facts.h"
#include "app/access/units.h"
#include "app/access/values.h"
#include "app/cases/case_store.h"
#include "app/cases/form.h"
#include "app/lists/holdings.h"
#include "app/standing/index.h"
#include "base/text.h"
#include "rulebook/terms.h"
#include "store/marks.h"
#include "store/records.h"

namespace credence::app {
namespace {

using domain::RecordHead;
using domain::SubjectKind;
using rulebook::RuleBook;

constexpr const char* procedure_kind = "governance_task";
constexpr const char* plan = "SDPLAN-145/四";
constexpr std::size_t longest_id = 40, longest_title = 200, longest_task = 1'000;
constexpr int most_tasks = 100'000;

Error wrong_form(Words message, Words remedy) {
  return make_error(ErrorCode::invalid, "campaign.form", std::move(message), std::move(remedy),
                    plan);
}
Error wrong_id() {
  return wrong_form({"专项治理编号不合规。", "The number of the campaign is not well formed."},
                    {"用大写字母、数字和连字符，如 ZX-2026-01。",
                     "Use capitals, digits and hyphens: ZX-2026-01."});
}
Error wrong_texts() {
  return wrong_form({"标题或者治理内容为空、过长或者不是有效文本。",
                     "Title or task is empty, too long, or no valid text."},
                    {"标题不超过二百字节，内容不超过一千字节。",
                     "At most 200 bytes for the title and 1 000 for the task."});
}
Error unknown(const Words& what, const std::string& name) {
  return wrong_form(
      {what.zh + "“" + name + "”没有找到。", "There is no " + what.en + " “" + name + "”."},
      {"请核对后重试。", "Check it and try again."});
}
Error nobody() {
  return wrong_form(
      {"没有写明治理范围或者承办单位。", "Neither whom it is about nor a unit is given."},
      {"请给出名单、事项或者代码，以及承办单位。", "Give lists, items or codes, and units."});
}
Error about_person() {
  return make_error(ErrorCode::invalid, "campaign.person",
                    {"专项治理只针对法人、非法人组织和个体工商户，不针对自然人。",
                     "Campaigns are about organisations, never about persons."},
                    {"请去掉自然人的证件号码。", "Take out document numbers of persons."},
                    "SD-2020/20");
}
Error no_campaign() {
  return make_error(ErrorCode::not_found, "campaign.not_found",
                    {"没有这项专项治理。", "There is no such campaign."},
                    {"请核对编号。", "Check its number."});
}
Error is_closed() {
  return make_error(ErrorCode::conflict, "campaign.closed",
                    {"这项专项治理已经结束。", "This campaign is closed."},
                    {"请另行启动一项。", "Start another one."});
}
Error exists(const std::string& id) {
  return make_error(ErrorCode::conflict, "campaign.exists",
                    {"专项治理“" + id + "”已经存在。", "There is a campaign “" + id + "” already."},
                    {"请换一个编号；补充下达任务请用归集。",
                     "Choose another number; to add tasks, gather again."});
}

bool is_id(const std::string& id) {
  return !id.empty() && id.size() <= longest_id && std::ranges::all_of(id, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_text(const std::string& text, std::size_t most) {
  return !trim(text).empty() && text.size() <= most && is_valid_utf8(text);
}

bool is_law(const RuleBook& book, const std::string& basis) {
  return book.laws.contains(basis.substr(0, basis.find('/')));
}

std::optional<SubjectId> organization_of(const std::string& code) {
  const auto named = named_code(code);
  if (!named.scheme || domain::is_personal(*named.scheme)) return std::nullopt;
  return domain::organization_id(*named.scheme, named.code);
}

bool begins_any(const std::vector<std::string>& beginnings, int division) {
  const std::string code = division == 0 ? "" : std::to_string(division);
  return beginnings.empty() || std::ranges::any_of(beginnings, [&](const std::string& one) {
           return code.starts_with(one);
         });
}

// The unit of the longest region that fits; empty: none.
std::string unit_for(const std::vector<CampaignUnit>& units, int division) {
  const std::string code = division == 0 ? "" : std::to_string(division);
  const CampaignUnit* best = nullptr;
  for (const CampaignUnit& one : units) {
    if (code.starts_with(one.region) &&
        (best == nullptr || best->region.size() < one.region.size()))
      best = &one;
  }
  return best == nullptr ? "" : best->unit;
}

// Whether a record is one that the campaign looks for.
bool fits(const RuleBook& book, const rulebook::Consequences& rules, const CampaignForm& form,
          const RecordHead& head, Date day) {
  const auto standing = rules.of(head, day);
  const auto wanted = [&](const auto& on) {
    return std::ranges::find(form.lists, on.list->id) != form.lists.end();
  };
  if (std::ranges::any_of(standing.lists, wanted)) return true;
  const auto* item = book.catalogue.by_number(head.item);
  if (item == nullptr || std::ranges::find(form.items, item->id) == form.items.end()) return false;
  const bool severe =
      form.severity.empty() ||
      rulebook::value_named(rulebook::severity_terms, form.severity) == head.severity;
  return severe && standing.usable.holds(day);
}

// Whether anybody may see the record today.
bool is_public(const RuleBook& book, store::Session& sql, store::Dictionaries& dictionaries,
               const CampaignTask& task, Date today) {
  if (task.record == RecordKey()) return false;
  const auto versions = store::record_versions(sql, task.subject, task.record);
  const auto known = store::find_subject(sql, task.subject);
  if (versions.empty() || versions.back().known_to != end_of_time || !known) return false;
  const auto* item = book.catalogue.by_number(versions.back().columns.item);
  if (item == nullptr) return false;
  const auto values =
      decode_values(dictionaries.unpack(sql, versions.back().fields), item->fields.size());
  if (!values) return false;
  domain::DisclosureFacts facts;
  facts.subject = known->kind;
  facts.mode = item->organizations;
  facts.publicity = book.publicity.answer(publicity_facts(*item, versions.back(), *values));
  for (const auto& mark : store::marks_of(sql, task.subject, end_of_time)) {
    if (mark.record != task.record) continue;
    facts.marks.repaired |= mark.kind == domain::MarkKind::repaired;
    facts.marks.withdrawn |= mark.kind == domain::MarkKind::withdrawn;
  }
  return domain::disclose(facts, domain::Audience::open, today).visibility ==
         domain::Visibility::shown;
}

// What was written of a case may name its organisation all the same.
void leave_out(const std::string& name, std::string& text) {
  for (auto at = text.find(name); !name.empty() && at != std::string::npos; at = text.find(name))
    text.replace(at, name.size(), "某单位");
}

CampaignCount& count_of(std::vector<CampaignCount>& counts, const std::string& key,
                        const Words& label) {
  const auto same = std::ranges::find(counts, key, &CampaignCount::key);
  if (same != counts.end()) return *same;
  counts.push_back({key, label, 0, 0, 0});
  return counts.back();
}

Words state_label(const rulebook::Procedure& procedure, const std::string& state) {
  const auto* known = procedure.state(state);
  return known == nullptr ? Words{state, state} : known->label;
}

std::string choice_label(const rulebook::Procedure& procedure, const std::string& id) {
  const auto* act = procedure.act("report");
  if (act == nullptr) return id;
  for (const auto& field : act->fields) {
    const auto choice = std::ranges::find(field.choices, id, &rulebook::FormField::Choice::id);
    if (choice != field.choices.end()) return choice->label.zh;
  }
  return id;
}

// Who may see how a campaign goes.
std::optional<Error> refuse_to_see(const Caller& caller) {
  if (caller.may(domain::Power::supervise_cases)) return std::nullopt;
  const auto may = caller.require(domain::Power::steward);
  return may ? std::nullopt : std::optional(may.error());
}

}  // namespace

Campaigns::Campaigns(store::Database& database, store::Dictionaries& dictionaries, Cases& cases,
                     Random& random, const Clock& clock)
    : database_(database),
      dictionaries_(dictionaries),
      cases_(cases),
      random_(random),
      clock_(clock) {}

std::optional<Error> Campaigns::check(const RuleBook& book, const CampaignForm& form) const {
  if (!is_id(form.id)) return wrong_id();
  if (!is_text(form.title, longest_title) || !is_text(form.task, longest_task))
    return wrong_texts();
  if (!is_law(book, form.basis)) return unknown({"依据", "law"}, form.basis);
  const bool someone = !form.lists.empty() || !form.items.empty() || !form.codes.empty();
  if (!someone || form.units.empty()) return nobody();
  for (const std::string& list : form.lists) {
    if (!book.lists.contains(list)) return unknown({"名单", "list"}, list);
  }
  for (const std::string& item : form.items) {
    if (book.catalogue.find(item) == nullptr) return unknown({"事项", "item"}, item);
  }
  if (!form.severity.empty() && !rulebook::value_named(rulebook::severity_terms, form.severity))
    return unknown({"程度", "severity"}, form.severity);
  for (const std::string& code : form.codes) {
    const auto subject = organization_of(code);
    if (!subject) return about_person();
    if (!store::find_subject(database_.read().sql(), *subject))
      return unknown({"主体", "organisation"}, code);
  }
  const auto lease = database_.read_access();
  for (const CampaignUnit& one : form.units) {
    const auto unit = find<Unit>(lease.sql(), one.unit);
    if (!unit || !unit->active) return unknown({"单位", "unit"}, one.unit);
  }
  return std::nullopt;
}

Campaigns::Gathered Campaigns::gathered(const RuleBook& book, const CampaignForm& form) const {
  Gathered all;
  for (const std::string& code : form.codes) all.emplace(*organization_of(code), RecordKey());
  const rulebook::Consequences rules(book);
  std::set<int> items;
  for (const std::string& list : form.lists) {
    for (const auto& records : book.lists.find(list)->second.entries)
      items.insert(book.catalogue.find(records.item)->number);
  }
  for (const std::string& item : form.items) items.insert(book.catalogue.find(item)->number);
  if (items.empty()) return all;
  store::FactsPosition position;
  const Date day = clock_.now().day();
  for (const RecordHead& head :
       read_all_heads(database_, std::vector<int>(items.begin(), items.end()), position)) {
    if (head.kind() != SubjectKind::person && fits(book, rules, form, head, day))
      all.emplace(head.subject, head.record);
  }
  return all;
}

std::int64_t Campaigns::give_tasks(const RuleBook& book, const Caller& caller,
                                   const CampaignForm& form) {
  const auto wanted = gathered(book, form);
  std::vector<SubjectId> subjects;
  for (const auto& [subject, record] : wanted) subjects.push_back(subject);
  const auto facts = [&] {
    const auto lease = database_.read();
    return subject_facts(lease.sql(), dictionaries_, book, subjects);
  }();
  std::set<std::string> given;
  for (const CampaignTask& task : tasks_of(form.id)) given.insert(task.number);
  std::vector<CampaignTask> fresh;
  std::int64_t without_unit = 0;
  for (const auto& [subject, known] : facts) {
    const RecordKey record = wanted.at(subject);
    if (record != RecordKey() && !begins_any(form.regions, known.division)) continue;
    const std::string unit = unit_for(form.units, known.division);
    if (unit.empty()) {
      ++without_unit;
      continue;
    }
    const auto number = cases_.open_by_platform(
        book, {procedure_kind,
               subject,
               RecordKey(),
               "campaign " + form.id + " " + std::to_string(subject.value),
               {{"unit", unit}, {"campaign", form.id}, {"task", form.task}}});
    const std::string opened = std::move(number).or_throw();
    if (!given.contains(opened)) fresh.push_back({form.id, opened, unit, subject, record});
  }
  if (!fresh.empty()) {
    database_.access().run([&](store::Write& write) {
      for (const CampaignTask& task : fresh) put(write, random_, caller.actor(), "give", task);
    });
  }
  return without_unit;
}

Result<CampaignProgress> Campaigns::start(const RuleBook& book, const Caller& caller,
                                          const CampaignForm& form) {
  if (auto may = caller.require(domain::Power::supervise_cases); !may) return may.error();
  if (auto wrong = check(book, form)) return std::move(*wrong);
  bool fresh = false;
  const Campaign campaign{form, caller.id(), clock_.now().day(), false};
  database_.access().run([&](store::Write& write) {
    fresh = !find<Campaign>(write.sql, form.id);
    if (fresh) put(write, random_, caller.actor(), "start", campaign);
  });
  if (!fresh) return exists(form.id);
  return gather(book, caller, form.id);
}

Result<CampaignProgress> Campaigns::gather(const RuleBook& book, const Caller& caller,
                                           std::string_view id) {
  if (auto may = caller.require(domain::Power::supervise_cases); !may) return may.error();
  const auto campaign = find<Campaign>(database_.read_access().sql(), id);
  if (!campaign) return no_campaign();
  if (campaign->closed) return is_closed();
  // Rules may have changed since it was started.
  if (auto wrong = check(book, campaign->form)) return std::move(*wrong);
  const std::int64_t without_unit = give_tasks(book, caller, campaign->form);
  auto progress = told(book, *campaign);
  progress.without_unit = without_unit;
  return progress;
}

Result<CampaignProgress> Campaigns::close(const RuleBook& book, const Caller& caller,
                                          std::string_view id) {
  if (auto may = caller.require(domain::Power::supervise_cases); !may) return may.error();
  std::optional<Campaign> campaign;
  database_.access().run([&](store::Write& write) {
    campaign = find<Campaign>(write.sql, id);
    if (!campaign || campaign->closed) return;
    campaign->closed = true;
    put(write, random_, caller.actor(), "close", *campaign);
  });
  if (!campaign) return no_campaign();
  return told(book, *campaign);
}

Result<std::vector<CampaignProgress>> Campaigns::list(const RuleBook& book,
                                                      const Caller& caller) const {
  if (auto wrong = refuse_to_see(caller)) return std::move(*wrong);
  std::vector<CampaignProgress> all;
  for (const Campaign& one : app::list<Campaign>(database_.read_access().sql(), Under::any))
    all.push_back(told(book, one));
  return all;
}

Result<CampaignProgress> Campaigns::progress(const RuleBook& book, const Caller& caller,
                                             std::string_view id) const {
  if (auto wrong = refuse_to_see(caller)) return std::move(*wrong);
  const auto campaign = find<Campaign>(database_.read_access().sql(), id);
  if (!campaign) return no_campaign();
  return told(book, *campaign);
}

std::vector<CampaignTask> Campaigns::tasks_of(const std::string& campaign) const {
  return app::list<CampaignTask>(database_.read_access().sql(), Under::parent, campaign, {},
                                 most_tasks);
}

std::string Campaigns::unit_name(const std::string& code) const {
  const auto unit = find<Unit>(database_.read_access().sql(), code);
  return unit ? unit->name : code;
}

CampaignProgress Campaigns::told(const RuleBook& book, const Campaign& campaign) const {
  CampaignProgress out;
  out.form = campaign.form;
  out.article = {book.cite(campaign.form.basis), book.cite(campaign.form.basis, false)};
  out.started = campaign.started;
  out.closed = campaign.closed;
  const Date today = clock_.now().day();
  const auto tasks = tasks_of(campaign.form.id);
  const auto lease = database_.read();
  for (const CampaignTask& task : tasks) {
    const auto stored = find_case(lease.sql(), task.number);
    if (!stored) continue;
    const auto procedure = cases_.procedure_of(book, lease.sql(), stored->head);
    const CaseStanding& standing = stored->standing;
    const bool closed = standing.closed.has_value();
    const bool late = !closed && standing.due && *standing.due < today;
    auto& state = count_of(out.by_state, standing.state, state_label(*procedure, standing.state));
    const std::string name = unit_name(task.unit);
    auto& unit = count_of(out.by_unit, task.unit, {name, name});
    for (CampaignCount* count : {&state, &unit}) {
      ++count->tasks;
      count->closed += closed ? 1 : 0;
      count->late += late ? 1 : 0;
    }
    ++out.tasks;
    out.done += standing.state == "done" ? 1 : 0;
    out.late += late ? 1 : 0;
  }
  return out;
}

std::optional<TypicalCase> Campaigns::typical_of(const RuleBook& book, store::Session& sql,
                                                 const CampaignTask& task) const {
  const auto stored = find_case(sql, task.number);
  if (!stored) return std::nullopt;
  const auto procedure = cases_.procedure_of(book, sql, stored->head);
  TypicalCase out;
  bool chosen = false;
  for (const CaseStep& step : case_steps(sql, cases_.box(), task.number)) {
    if (step.act == "report")
      out.result = choice_label(*procedure, value_in(step.body.fields, "result"));
    if (step.act != "mark_typical") continue;
    chosen = true;
    out.summary = value_in(step.body.fields, "summary");
  }
  if (!chosen) return std::nullopt;
  out.unit_name = unit_name(task.unit);
  const auto subject = store::find_subject(sql, task.subject);
  if (!subject) return out;
  if (is_public(book, sql, dictionaries_, task, clock_.now().day())) {
    out.name = subject->name;
  } else {
    leave_out(subject->name, out.summary);
  }
  return out;
}

Result<std::vector<TypicalCase>> Campaigns::typical(const RuleBook& book,
                                                    std::string_view id) const {
  if (!find<Campaign>(database_.read_access().sql(), id)) return no_campaign();
  std::vector<TypicalCase> all;
  const auto tasks = tasks_of(std::string(id));
  const auto lease = database_.read();
  for (const CampaignTask& task : tasks) {
    if (auto one = typical_of(book, lease.sql(), task)) all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace credence::app
