// SPDX-License-Identifier: Apache-2.0
#include "app/rights/rights.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "app/access/named_code.h"
#include "app/access/units.h"
#include "base/digest.h"
#include "base/text.h"
#include "domain/identifiers.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Power;
using rulebook::RightsKind;
using rulebook::RuleBook;
using Answer = RightsKind::Answer;

constexpr std::size_t text_bytes_max = 2'000;
constexpr std::size_t evidence_bytes_max = 200;
constexpr int page_size = 1'000;
constexpr auto states =
    std::to_array<std::string_view>({"open", "answered", "refused", "withdrawn"});
constexpr const char* own_file_answer =
    "本人信息随时免费向本人账号开放：请以“本人查询”查阅，以“信用报告”取得副本。 / One's own file "
    "is "
    "open to one's own account at any time and free of charge: ask for the purpose “self” to read "
    "it, and for a report to have a copy.";
constexpr const char* consent_answer =
    "授权已撤回，自撤回之日起不再有效。 / The consent is withdrawn and counts no more from this "
    "day on.";
constexpr const char* erasure_notice =
    "本答复本身不删除任何信息：须按所列理由另行提出销毁（credence erase），经批准后执行。 / This "
    "answer by itself deletes nothing: an erasure is to be proposed on the ground named (credence "
    "erase) and is carried out when approved.";

Error wrong(ErrorCode code, const char* id, Words message, Words remedy, const char* basis) {
  return make_error(code, id, std::move(message), std::move(remedy), basis);
}

Error no_kind(const std::string& right, const RuleBook& book) {
  std::string known;
  for (const auto& [id, kind] : book.rights) known += (known.empty() ? "" : ", ") + id;
  return wrong(ErrorCode::invalid, "rights.kind",
               {"没有权利“" + right + "”。", "There is no right “" + right + "”."},
               {"可用：" + known + "。", "There are: " + known + "."}, "PIPL-2021/44");
}

Error no_request() {
  return wrong(ErrorCode::not_found, "rights.not_found",
               {"没有这一请求。", "There is no such request."},
               {"请核对编号。", "Check its number."}, "PIPL-2021/50");
}

Error closed_already(const RightsRequest& request) {
  return wrong(ErrorCode::conflict, "rights.closed",
               {"该请求已办结：" + request.state + "。",
                "The request is closed already: " + request.state + "."},
               {"如有新情况，请另行提出请求。", "If there is something new, open another one."},
               "PIPL-2021/50");
}

Error own_request() {
  return wrong(ErrorCode::forbidden, "rights.own",
               {"不得办理本人的请求。", "Nobody decides their own request."},
               {"请由他人办理。", "Let somebody else decide it."}, "PIPL-2021/50");
}

Error no_second_clock() {
  return wrong(ErrorCode::invalid, "rights.refer",
               {"这类请求没有协查期限。", "This right has no clock for asking another unit."},
               {"请在原期限内答复。", "Answer it by its day."}, "SD-2020/39");
}

Error no_unit() {
  return wrong(ErrorCode::not_found, "unit.not_found",
               {"协查单位未在平台登记。", "The unit is not in the register."},
               {"请核对单位代码。", "Check its code."}, "SD-2020/39");
}

Error no_state(std::string_view state) {
  const std::string name(state);
  return wrong(
      ErrorCode::invalid, "rights.state",
      {"没有状态“" + name + "”。", "There is no state “" + name + "”."},
      {"可用 open、answered、refused、withdrawn。", "Use open, answered, refused or withdrawn."},
      "PIPL-2021/50");
}

// Free text is kept as it is and outlives an erasure, so no numbers of persons go into it.
bool is_fit(std::string_view text, std::size_t most) {
  return text.size() <= most && !domain::contains_resident_id(nfkc(text));
}

std::optional<Error> unfit_text(const RightsForm& form, bool needed) {
  const bool fit = is_fit(form.text, text_bytes_max) && !(needed && trim(form.text).empty());
  if (fit) return std::nullopt;
  return wrong(ErrorCode::invalid, "rights.text",
               {"请写明请求的内容（2000 字节以内），不要写入身份证号码。",
                "Say what is asked for, in at most 2000 bytes and without identity numbers."},
               {"请填写 text，如哪一条信息、错在哪里。",
                "Give `text`, such as which record and what is wrong with it."},
               "PIPL-2021/50");
}

std::optional<Error> unfit_evidence(const RightsForm& form) {
  if (!trim(form.evidence).empty() && is_fit(form.evidence, evidence_bytes_max))
    return std::nullopt;
  return wrong(ErrorCode::invalid, "rights.evidence",
               {"代为提出请求须写明依据的文书编号（200 字节以内，不含身份证号码）。",
                "A request on a subject's behalf names its paper, in at most 200 bytes and without "
                "identity numbers."},
               {"请填写 evidence，如授权委托书编号。",
                "Give `evidence`, such as the number of the power of attorney."},
               "PIPL-2021/49");
}

std::optional<Error> unfit_consent(const RightsKind& kind, const RightsForm& form) {
  if ((kind.answer == Answer::consent) != form.consent.empty()) return std::nullopt;
  return wrong(ErrorCode::invalid, "rights.consent",
               {"撤回授权须写明授权编号；其他请求不写。",
                "A withdrawal names the consent's number; other requests name none."},
               {"请填写或删去 consent。", "Give `consent`, or leave it out."}, "PIPL-2021/15");
}

std::optional<Error> unfit_decision(const RightsDecision& decision) {
  if (trim(decision.reasons).empty() || !is_fit(decision.reasons, text_bytes_max)) {
    return wrong(ErrorCode::invalid, "rights.reasons",
                 {"决定须说明理由（2000 字节以内，不含身份证号码）。",
                  "A decision gives its reasons, in at most 2000 bytes and without identity "
                  "numbers."},
                 {"请填写 reasons。", "Give `reasons`."}, "PIPL-2021/50");
  }
  const bool answered = !decision.granted || !trim(decision.answer).empty();
  if (answered && is_fit(decision.answer, text_bytes_max)) return std::nullopt;
  return wrong(ErrorCode::invalid, "rights.answer",
               {"同意请求时须写明办理结果（2000 字节以内，不含身份证号码）。",
                "Who grants a request says what was done, in at most 2000 bytes and without "
                "identity numbers."},
               {"请填写 answer。", "Give `answer`."}, "PIPL-2021/50");
}

// A ground belongs to a deletion that is granted, and to nothing else.
std::optional<Error> unfit_ground(const RuleBook& book, const RightsRequest& request,
                                  const RightsDecision& decision) {
  const auto kind = book.rights.find(request.right);
  const bool needed = kind != book.rights.end() && kind->second.erases && decision.granted;
  if (needed ? book.erasure_grounds.contains(decision.ground) : decision.ground.empty())
    return std::nullopt;
  return wrong(ErrorCode::invalid, "rights.ground",
               {"同意删除须写明销毁理由；其他决定不写。",
                "A deletion that is granted names its ground; other decisions name none."},
               {"可用理由见 credence erase --grounds。", "credence erase --grounds lists them."},
               "PIPL-2021/47");
}

std::string number_of(Date day, Random& random) {
  return "QL" + digits_of(day) + "-" + to_hex(random.bytes(4));
}

void run_clock(const RuleBook& book, const std::string& clock, RightsRequest& request) {
  const Date start = request.opened.day();
  const auto due = rulebook::due_day(book, clock, start);
  request.due = due.day;
  request.provisional = due.provisional || book.clock(clock, start).provisional;
}

void close(RightsRequest& request, const char* state, Instant now) {
  request.state = state;
  request.closed = now;
  request.late = now.day() > request.due;
}

void answer_at_once(RightsRequest& request, const char* answer) {
  request.answer = answer;
  close(request, "answered", request.opened);
}

void settle(RightsRequest& request, const RightsDecision& decision, const Caller& caller,
            Instant now) {
  request.answer = trim(decision.answer);
  request.reasons = trim(decision.reasons);
  request.ground = decision.ground;
  if (!decision.ground.empty()) request.answer.append("\n").append(erasure_notice);
  request.by = caller.id();
  request.by_unit = caller.unit();
  close(request, decision.granted ? "answered" : "refused", now);
}

// The office, not the official.
RightsRequest for_subject(RightsRequest request) {
  request.by.clear();
  return request;
}

std::vector<RightsRequest> all_open(store::Session& sql) {
  std::vector<RightsRequest> all;
  for (std::string after;;) {
    auto page = list<RightsRequest>(sql, Under::also, "open", after, page_size);
    const bool last = page.size() < static_cast<std::size_t>(page_size);
    if (!page.empty()) after = page.back().number;
    std::ranges::move(page, std::back_inserter(all));
    if (last) return all;
  }
}

void sort_by_due(std::vector<RightsRequest>& requests) {
  std::ranges::sort(requests, [](const auto& a, const auto& b) {
    return std::tie(a.due, a.number) < std::tie(b.due, b.number);
  });
}

std::int64_t past_due(const std::vector<RightsRequest>& requests, Date today) {
  return std::ranges::count_if(
      requests, [&](const auto& one) { return one.state == "open" && one.due < today; });
}

RightsList own_list(store::Session& sql, SubjectId subject, std::string_view after, int limit,
                    Date today) {
  RightsList own;
  for (auto& one :
       list<RightsRequest>(sql, Under::parent, std::to_string(subject.value), after, limit))
    own.requests.push_back(for_subject(std::move(one)));
  own.open = std::ranges::count(own.requests, "open", &RightsRequest::state);
  own.late = past_due(own.requests, today);
  return own;
}

}  // namespace

Rights::Rights(store::Database& database, Consents& consents, const Vault& vault,
               const Clock& clock)
    : database_(database), consents_(consents), vault_(vault), clock_(clock) {}

Result<SubjectId> Rights::subject_of(const RuleBook& book, const Caller& caller,
                                     const RightsForm& form) const {
  if (caller.own_subject() && form.code.empty()) return *caller.own_subject();
  if (auto may = caller.require(Power::answer_requests); !may) return may.error();
  if (auto error = unfit_evidence(form)) return std::move(*error);
  const auto subject = named_subject(book, vault_.person_secret(), form.code);
  if (!subject) return subject.error();
  return subject->id;
}

Result<RightsRequest> Rights::prepare(const RuleBook& book, const RightsKind& kind,
                                      const Caller& caller, const RightsForm& form) const {
  const auto subject = subject_of(book, caller, form);
  if (!subject) return subject.error();
  const bool own = form.code.empty();
  if (auto error = unfit_text(form, kind.answer == Answer::decision)) return std::move(*error);
  if (auto error = unfit_consent(kind, form)) return std::move(*error);
  RightsRequest request;
  request.opened = clock_.now();
  request.number = number_of(request.opened.day(), vault_.random());
  request.subject = *subject;
  request.right = kind.id;
  request.text = trim(form.text);
  request.consent = form.consent;
  if (!own) request.evidence = trim(form.evidence);
  request.basis = kind.basis;
  run_clock(book, kind.clock, request);
  if (own && kind.answer == Answer::own_file) answer_at_once(request, own_file_answer);
  return request;
}

Result<void> Rights::withdraw_consent(const Caller& caller, const RightsRequest& request) {
  const auto consent = find<Consent>(database_.read_access().sql(), request.consent);
  // Somebody else's is answered like one that does not exist.
  const bool theirs = consent && consent->subject == request.subject;
  const auto done = consents_.withdraw(caller, theirs ? request.consent : "");
  if (!done) return done.error();
  return {};
}

Result<RightsRequest> Rights::open(const RuleBook& book, const Caller& caller,
                                   const RightsForm& form) {
  if (caller.is_anonymous()) return unidentified();
  const auto kind = book.rights.find(form.right);
  if (kind == book.rights.end()) return no_kind(form.right, book);
  auto request = prepare(book, kind->second, caller, form);
  if (!request) return request.error();
  if (kind->second.answer == Answer::consent) {
    if (auto may = caller.require(Power::lodge_consent); !form.code.empty() && !may)
      return may.error();
    if (auto done = withdraw_consent(caller, *request); !done) return done.error();
    answer_at_once(*request, consent_answer);
  }
  database_.access().run(
      [&](store::Write& write) { put(write, vault_.random(), caller.actor(), "open", *request); });
  return request;
}

// A change of an open request; `change` may refuse.
template <class Change>
Result<RightsRequest> Rights::change(const Caller& caller, std::string_view number,
                                     std::string_view act, Change change) {
  std::optional<RightsRequest> request;
  std::optional<Error> refused;
  database_.access().run([&](store::Write& write) {
    request = find<RightsRequest>(write.sql, number);
    refused = request ? change(*request, write) : std::optional(no_request());
    if (!refused) put(write, vault_.random(), caller.actor(), act, *request);
  });
  if (refused) return std::move(*refused);
  return std::move(*request);
}

Result<RightsRequest> Rights::refer(const RuleBook& book, const Caller& caller,
                                    std::string_view number, std::string_view unit) {
  if (auto may = caller.require(Power::answer_requests); !may) return may.error();
  const auto refer = [&](RightsRequest& request, store::Write& write) -> std::optional<Error> {
    if (request.state != "open") return closed_already(request);
    const auto kind = book.rights.find(request.right);
    if (kind == book.rights.end() || kind->second.clock_with_others.empty())
      return no_second_clock();
    if (!find<Unit>(write.sql, unit)) return no_unit();
    request.with_unit = unit;
    run_clock(book, kind->second.clock_with_others, request);
    return std::nullopt;
  };
  return change(caller, number, "refer", refer);
}

Result<RightsRequest> Rights::decide(const RuleBook& book, const Caller& caller,
                                     std::string_view number, const RightsDecision& decision) {
  if (auto may = caller.require(Power::answer_requests); !may) return may.error();
  if (auto error = unfit_decision(decision)) return std::move(*error);
  const auto decide = [&](RightsRequest& request, store::Write& write) -> std::optional<Error> {
    if (request.state != "open") return closed_already(request);
    if (caller.own_subject() == request.subject) return own_request();
    if (auto error = unfit_ground(book, request, decision)) return error;
    settle(request, decision, caller, write.now);
    return std::nullopt;
  };
  return change(caller, number, decision.granted ? "grant" : "refuse", decide);
}

Result<RightsRequest> Rights::withdraw(const Caller& caller, std::string_view number) {
  if (caller.is_anonymous()) return unidentified();
  return change(caller, number, "withdraw",
                [&](RightsRequest& request, store::Write& write) -> std::optional<Error> {
                  if (caller.own_subject() != request.subject) return no_request();
                  if (request.state != "open") return closed_already(request);
                  close(request, "withdrawn", write.now);
                  return std::nullopt;
                });
}

Result<RightsList> Rights::list(const Caller& caller, std::string_view state,
                                std::string_view after, int limit) const {
  if (caller.is_anonymous()) return unidentified();
  const Date today = clock_.now().day();
  const auto lease = database_.read_access();
  if (caller.own_subject())
    return own_list(lease.sql(), *caller.own_subject(), after, limit, today);
  if (auto may = caller.require(Power::answer_requests); !may) return may.error();
  if (!state.empty() && std::ranges::find(states, state) == states.end()) return no_state(state);
  RightsList all;
  all.requests = all_open(lease.sql());
  all.open = static_cast<std::int64_t>(all.requests.size());
  all.late = past_due(all.requests, today);
  if (!state.empty()) {
    all.requests = app::list<RightsRequest>(lease.sql(), Under::also, state, after, limit);
    return all;
  }
  sort_by_due(all.requests);
  if (all.requests.size() > static_cast<std::size_t>(limit))
    all.requests.resize(static_cast<std::size_t>(limit));
  return all;
}

}  // namespace credence::app
