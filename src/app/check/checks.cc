// SPDX-License-Identifier: Apache-2.0
#include "app/check/checks.h"

#include <algorithm>

#include "app/access/access_errors.h"
#include "app/access/named_code.h"
#include "app/access/record_facts.h"
#include "app/access/values.h"
#include "base/digest.h"
#include "base/text.h"
#include "domain/disclosure.h"
#include "rulebook/terms.h"
#include "store/journal.h"
#include "store/records.h"

namespace credence::app {
namespace {

using domain::HeadMark;
using domain::RecordHead;
using domain::SubjectKind;
using rulebook::Consequences;
using rulebook::Matter;
using rulebook::Measure;
using rulebook::RuleBook;
using rulebook::Span;

constexpr std::int32_t soon_days = 30;

// ---- what is refused

Error no_matter(const std::string& id) {
  return make_error(ErrorCode::invalid, "check.matter",
                    {"没有办理事项“" + id + "”。", "There is no matter “" + id + "”."},
                    {"可用的事项见 GET /api/v1/matters。", "GET /api/v1/matters lists them."},
                    "SD-2020/27");
}

Error wrong_purpose(const Matter& matter, const std::string& purpose) {
  std::string known;
  for (const auto& one : matter.purposes) known += (known.empty() ? "" : ", ") + one;
  return make_error(ErrorCode::forbidden, "check.purpose",
                    {"不能以“" + purpose + "”为目的核查“" + matter.label.zh + "”。",
                     "“" + matter.label.en + "” is not checked for the purpose “" + purpose + "”."},
                    {"可用的目的：" + known + "。", "Purposes: " + known + "."}, matter.basis);
}

Error narrowed(const Permit& permit) {
  return make_error(
      ErrorCode::forbidden, "check.narrowed",
      {"您的账号或密钥只能查询部分事项或地区，核查须看到全部，否则“未发现”并不真实。",
       "Your account or key reaches some items or regions only; a check must see everything, or "
       "“nothing found” would be untrue."},
      {"请使用查询范围不受限的账号或密钥。", "Use one whose reach is not narrowed."},
      permit.basis());
}

Error ambiguous(const std::string& code) {
  return make_error(ErrorCode::conflict, "query.ambiguous",
                    {"旧代码 " + code + " 属于多个主体。",
                     "The legacy code " + code + " belongs to several subjects."},
                    {"请使用统一社会信用代码核查。", "Check by the unified social credit code."},
                    "GB32100-2015");
}

Error never_asked() {
  return make_error(
      ErrorCode::not_found, "check.not_asked",
      {"没有以这些内容作过的核查。", "No check was made with this question and instant."},
      {"请原样使用答复中的代码、事项、目的、办件编号、日期和时刻。",
       "Give code, matter, purpose, case number, day and instant as the answer says."},
      "SD-2020/36");
}

bool is_asked_for(const Matter& matter, const Permit& permit) {
  // A subject may always ask what restricts it (SD-2020 art. 37), an auditor what was answered.
  return permit.audience() == domain::Audience::self ||
         permit.audience() == domain::Audience::auditor ||
         std::ranges::find(matter.purposes, permit.question().purpose) != matter.purposes.end();
}

// ---- writing an answer

// Everything an answer is worked out from: the same for one of today and one of a past day.
struct Answering {
  const Consequences& rules;
  const Matter& matter;
  store::Session& sql;
  store::Dictionaries& dictionaries;
  Date day;
  Instant known;

  const RuleBook& book() const { return rules.book(); }
  Words article(const std::string& basis) const {
    return {book().cite(basis), book().cite(basis, false)};
  }
  bool ends_soon(const Span& span) const {
    return span.until && *span.until <= day.plus_days(soon_days);
  }
};

// A record with its values, as it was known.
struct Opened {
  const rulebook::Item* item = nullptr;
  std::optional<store::StoredRecord> stored;
  std::vector<std::string> values;
  std::string of(rulebook::Role role) const {
    return stored ? value_of(*item, values, role) : std::string();
  }
};

Opened open(const Answering& answering, const RecordHead& head) {
  Opened opened;
  opened.item = answering.book().catalogue.by_number(head.item);
  for (auto& version : store::record_versions(answering.sql, head.subject, head.record)) {
    if (version.known_from <= answering.known && answering.known < version.known_to)
      opened.stored = std::move(version);
  }
  if (opened.stored)
    opened.values =
        decode_values(answering.dictionaries.unpack(answering.sql, opened.stored->fields),
                      opened.item->fields.size())
            .or_throw();
  return opened;
}

CheckGround ground_of(const Answering& answering, const RecordHead& head,
                      const rulebook::ListRule* list) {
  const Opened opened = open(answering, head);
  CheckGround ground;
  ground.record = head.record;
  ground.item = opened.item->id;
  ground.item_label = opened.item->label;
  if (opened.stored) ground.document_number = opened.stored->document_number;
  ground.issuing_body = opened.of(rulebook::Role::issuing_body);
  ground.decided_on = head.decided_on;
  if (list != nullptr) {
    ground.list = list->id;
    ground.list_label = list->label;
  }
  ground.disputed = head.has(HeadMark::disputed);
  return ground;
}

// 因……（……）列入……，依据……，……。
Words why(const CheckGround& ground, const Words& label, const Words& article) {
  const std::string document =
      ground.document_number.empty() ? "" : "（" + ground.document_number + "）";
  const std::string day = ground.decided_on ? to_string(*ground.decided_on) : "";
  const std::string who_zh = ground.issuing_body.empty() ? "" : ground.issuing_body;
  Words words;
  words.zh = day + " " + who_zh + (who_zh.empty() ? "" : "：") + ground.item_label.zh + document +
             (ground.list.empty() ? "" : "，列入“" + ground.list_label.zh + "”") + "；依据" +
             article.zh + "，" + label.zh + "。";
  words.en = ground.item_label.en + (document.empty() ? "" : " " + document) + " of " + day +
             (who_zh.empty() ? "" : " by " + who_zh) +
             (ground.list.empty() ? "" : ", listed as “" + ground.list_label.en + "”") + "; " +
             article.en + ": " + label.en + ".";
  if (ground.disputed) {
    words.zh += "该记录有异议正在处理。";
    words.en += " An objection to the record is being handled.";
  }
  return words;
}

CheckedMeasure checked(const Answering& answering, const RecordHead& head,
                       const rulebook::Standing::Applied& applied) {
  const Measure& measure = *applied.measure;
  CheckedMeasure out;
  out.measure = measure.id;
  out.label = measure.label;
  out.content = measure.content;
  out.force = rulebook::term_of(rulebook::force_terms, measure.force).name;
  out.basis = measure.basis;
  out.article = answering.article(measure.basis);
  out.carried_out_by = measure.carried_out_by;
  out.since = applied.span.since;
  out.until = applied.span.until;
  out.ends_soon = answering.ends_soon(applied.span);
  out.provisional = measure.provisional || (applied.list != nullptr && applied.list->provisional);
  out.relation = measure.relation;
  out.proportion = measure.proportion;
  out.lifted_by = measure.lifted_by;
  out.ground = ground_of(answering, head, applied.list);
  out.why = why(out.ground, out.label, out.article);
  return out;
}

CheckedLimit checked(const Answering& answering, const RecordHead& head,
                     const rulebook::Standing::Limited& limited) {
  const rulebook::AppointmentLimit& limit = *limited.limit;
  CheckedLimit out;
  out.limit = limit.id;
  out.label = limit.label;
  out.office = limit.office;
  out.role = limit.role;
  out.basis = limit.basis;
  out.article = answering.article(limit.basis);
  out.since = limited.span.since;
  out.until = limited.span.until;
  out.ends_soon = answering.ends_soon(limited.span);
  out.lifted_by = limit.lifted_by;
  out.ground = ground_of(answering, head, nullptr);
  return out;
}

CheckedFact fact_of(const Answering& answering, const RecordHead& head) {
  const Opened opened = open(answering, head);
  CheckedFact fact;
  fact.item = opened.item->id;
  fact.item_label = opened.item->label;
  fact.record = head.record;
  if (opened.stored) fact.document_number = opened.stored->document_number;
  for (const std::string& code : opened.item->caption) {
    if (opened.values.empty()) break;
    const auto& value = opened.values[static_cast<std::size_t>(opened.item->field_index(code))];
    if (!value.empty())
      fact.caption += (fact.caption.empty() ? "" : " · ") + std::string(clip(value, 120));
  }
  fact.state = opened.of(rulebook::Role::status);
  fact.decided_on = head.decided_on;
  fact.valid_to = head.valid_to.get();
  fact.disputed = head.has(HeadMark::disputed);
  return fact;
}

void add(const Answering& answering, const RecordHead& head, CheckAnswer& answer) {
  const auto standing = answering.rules.of(head, answering.day);
  for (const auto& applied : standing.measures) {
    if (!counts_in(*applied.measure, answering.matter)) continue;
    auto& where =
        applied.measure->effect == Measure::Effect::reward ? answer.rewards : answer.constraints;
    where.push_back(checked(answering, head, applied));
  }
  for (const auto& limited : standing.limits) {
    if (counts_in(*limited.limit, answering.matter))
      answer.limits.push_back(checked(answering, head, limited));
  }
  if (head.has(HeadMark::lifted)) {
    for (const auto& applied :
         answering.rules.of(head.without({HeadMark::lifted}), answering.day).measures) {
      if (counts_in(*applied.measure, answering.matter))
        answer.resting.push_back(checked(answering, head, applied));
    }
  }
  const auto* item = answering.book().catalogue.by_number(head.item);
  if (is_fact_of(*item, answering.matter) && standing.usable.holds(answering.day) &&
      head.kind() != SubjectKind::person)
    answer.facts.push_back(fact_of(answering, head));
}

CheckSearched searched_in(const Consequences& rules, const Matter& matter, bool person) {
  const auto& counting = rules.counting_in(matter);
  if (person) return {{}, {}, counting.limits, {}};
  return {counting.lists, counting.measures, {}, matter.facts};
}

Words summary_of(const CheckAnswer& answer) {
  const auto count = [](std::size_t n) { return std::to_string(n); };
  const std::size_t limits = answer.constraints.size() + answer.limits.size();
  if (!answer.found && answer.resting.empty()) {
    return {"就“" + answer.matter_label.zh + "”核查，未发现有效的激励、惩戒措施" +
                (answer.searched.limits.empty() ? "" : "或者任职限制") + "。",
            "Checked for “" + answer.matter_label.en + "”: no reward or constraint is in force."};
  }
  Words words{"就“" + answer.matter_label.zh + "”核查：限制 " + count(limits) + " 项，激励 " +
                  count(answer.rewards.size()) + " 项",
              "Checked for “" + answer.matter_label.en + "”: " + count(limits) +
                  " constraint(s), " + count(answer.rewards.size()) + " reward(s)"};
  if (!answer.resting.empty()) {
    words.zh += "，暂时解除 " + count(answer.resting.size()) + " 项";
    words.en += ", " + count(answer.resting.size()) + " resting";
  }
  words.zh += "。是否采取、如何采取，由承办人员依法决定。";
  words.en += ". An official decides, as the law provides.";
  return words;
}

// The name it had then; empty when it was not known then.
std::string name_at(store::Session& sql, SubjectId subject, Instant known) {
  const auto found = store::find_subject(sql, subject);
  if (!found || found->known_from > known) return {};
  for (const auto& former : store::former_names(sql, subject)) {
    if (former.known_from <= known && known < former.known_to) return former.name;
  }
  return found->name;
}

std::string number_of(const Answering& answering, const CheckQuestion& question) {
  std::string said;
  for (const std::string& part :
       {std::to_string(question.subject.value), answering.matter.id, question.purpose,
        question.business, question.unit, to_string(answering.day),
        std::to_string(answering.known.micros()), answering.book().edition})
    said += part + "\n";
  return "HC" + digits_of(answering.day) + "-" + to_hex(sha256(said)).substr(0, 16);
}

CheckAnswer answer_of(const Answering& answering, const CheckQuestion& question,
                      std::span<const RecordHead> heads) {
  CheckAnswer answer;
  answer.number = number_of(answering, question);
  answer.code = question.code;
  answer.kind = question.person ? "person" : "organization";
  if (!question.person) answer.name = name_at(answering.sql, question.subject, answering.known);
  answer.matter = answering.matter.id;
  answer.matter_label = answering.matter.label;
  answer.purpose = question.purpose;
  answer.business = question.business;
  answer.unit = question.unit;
  answer.day = answering.day;
  answer.known = answering.known;
  answer.edition = answering.book().edition;
  for (const RecordHead& head : heads) add(answering, head, answer);
  answer.found = !answer.constraints.empty() || !answer.rewards.empty() || !answer.limits.empty();
  answer.searched = searched_in(answering.rules, answering.matter, question.person);
  answer.summary = summary_of(answer);
  return answer;
}

CheckedText text_of(const CheckAnswer& answer) {
  return {
      answer.number, wire::to_line(answer),
      static_cast<int>(answer.constraints.size() + answer.rewards.size() + answer.limits.size())};
}

AccessEntry entry_of(const CheckQuestion& question, const CheckAnswer& answer) {
  return {question.subject, check_trace(answer),
          static_cast<int>(answer.constraints.size() + answer.rewards.size() +
                           answer.limits.size() + answer.facts.size() + answer.resting.size()),
          0};
}

}  // namespace

// Enough to ask the same again: "check/<matter>/<number>/<day>/<known>".
std::string check_trace(const CheckAnswer& answer) {
  return "check/" + answer.matter + "/" + answer.number + "/" + to_string(answer.day) + "/" +
         std::to_string(answer.known.micros());
}

Checks::Checks(store::Database& database, store::Dictionaries& dictionaries, StandingIndex& index,
               const Editions& editions, std::string person_secret, const Clock& clock)
    : database_(database),
      dictionaries_(dictionaries),
      index_(index),
      editions_(editions),
      person_secret_(std::move(person_secret)),
      clock_(clock) {}

Result<CheckQuestion> Checks::question_of(const RuleBook& book, std::string_view code,
                                          std::string_view matter) const {
  if (!book.matters.contains(matter)) return no_matter(std::string(matter));
  const auto named = named_subject(book, person_secret_, code);
  if (!named) return named.error();
  CheckQuestion question;
  question.subject = named->id;
  question.person = named->person;
  question.code =
      named->person ? domain::masked(domain::Mask::id_number, named->code) : named->code;
  question.matter = matter;
  if (named->person || named->scheme == domain::Scheme::uscc) return question;
  // A legacy code: its own provisional subject, or the one it was registered to.
  const auto linked = store::subjects_by_alias(database_.read().sql(), named->id);
  if (linked.size() > 1) return ambiguous(named->code);
  if (!linked.empty()) question.subject = linked.front();
  return question;
}

Result<void> Checks::serves(const RuleBook& book, const Permit& permit,
                            std::string_view matter) const {
  const auto found = book.matters.find(matter);
  if (found == book.matters.end()) return no_matter(std::string(matter));
  if (!is_asked_for(found->second, permit))
    return wrong_purpose(found->second, permit.question().purpose);
  if (!permit.scope().items.empty() || !permit.scope().regions.empty() ||
      !permit.provider().empty())
    return narrowed(permit);
  return {};
}

Result<CheckQuestion> Checks::question(const RuleBook& book, const Permit& permit,
                                       std::string_view code, std::string_view matter) const {
  if (auto may = serves(book, permit, matter); !may) return may.error();
  auto question = question_of(book, code, matter);
  if (!question) return question;
  if (question->person && !permit.opens_persons())
    return wrong_purpose(book.matters.find(matter)->second, permit.question().purpose);
  if (permit.only() && *permit.only() != question->subject) return other_subject();
  question->purpose = permit.question().purpose;
  question->business = permit.question().matter;
  question->unit = permit.unit();
  return question;
}

Pending<CheckedText> Checks::check(const RuleBook& book, const Permit& permit,
                                   const CheckQuestion& question) const {
  auto all = check(book, permit, std::span(&question, 1));
  return std::move(all).as<CheckedText>(
      [](const std::vector<CheckedText>& one) { return one.front(); });
}

Pending<std::vector<CheckedText>> Checks::check(const RuleBook& book, const Permit& permit,
                                                std::span<const CheckQuestion> questions) const {
  std::vector<SubjectId> subjects;
  for (const CheckQuestion& one : questions) subjects.push_back(one.subject);
  const auto found = index_.of(subjects);
  const auto lease = database_.read();
  const Date today = clock_.now().day();
  std::vector<CheckedText> texts;
  std::vector<AccessEntry> entries;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const Answering answering{index_.rules(), book.matters.find(questions[i].matter)->second,
                              lease.sql(),    dictionaries_,
                              today,          found[i].position.known};
    const auto answer = answer_of(answering, questions[i], found[i].heads);
    texts.push_back(text_of(answer));
    if (permit.attributed()) entries.push_back(entry_of(questions[i], answer));
  }
  return {std::move(texts), std::move(entries)};
}

Result<CheckAnswer> Checks::worked_out(const CheckQuestion& question, const AsOf& as_of) const {
  const auto then = editions_.at(as_of.known);
  if (!then) return then.error();
  const Consequences& rules = (*then)->consequences;
  const auto matter = rules.book().matters.find(question.matter);
  if (matter == rules.book().matters.end()) return no_matter(question.matter);
  const auto lease = database_.read();
  const auto heads = store::heads_of(lease.sql(), question.subject, rules.items(), as_of.known);
  return answer_of({rules, matter->second, lease.sql(), dictionaries_, as_of.day, as_of.known},
                   question, heads);
}

// A signed answer of a day of one's own choosing would be worth more than it is: what is given
// again must stand in the access ledger.
bool Checks::was_given(SubjectId subject, const CheckAnswer& answer) const {
  database_.journal().settle();
  const auto lease = database_.read_access();
  return lease.sql()
      .query("SELECT 1 FROM access_entry WHERE subject_id = $1 AND items = $2 LIMIT 1",
             {subject.value, check_trace(answer)})
      ->next();
}

Result<Pending<CheckedText>> Checks::replay(const Permit& permit, const CheckQuestion& question,
                                            const AsOf& as_of) const {
  const auto answer = worked_out(question, as_of);
  if (!answer) return answer.error();
  if (!was_given(question.subject, *answer)) return never_asked();
  std::vector<AccessEntry> entries;
  if (permit.attributed()) entries.push_back(entry_of(question, *answer));
  return Pending<CheckedText>(text_of(*answer), std::move(entries));
}

Result<Pending<CheckComparison>> Checks::compare(const Permit& permit,
                                                 const CheckQuestion& question,
                                                 const AsOf& as_of) const {
  auto then = worked_out(question, as_of);
  if (!then) return then.error();
  auto now = worked_out(question, {clock_.now().day(), index_.catch_up().known});
  if (!now) return now.error();
  std::vector<AccessEntry> entries;
  if (permit.attributed()) entries.push_back(entry_of(question, *now));
  return Pending<CheckComparison>(compared(std::move(*then), std::move(*now)), std::move(entries));
}

}  // namespace credence::app
