// SPDX-License-Identifier: Apache-2.0
#include "app/patrol/patrol.h"

#include <algorithm>
#include <array>

#include "app/patrol/found.h"
#include "base/text.h"
#include "domain/identifiers.h"
#include "store/journal.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Power;
using rulebook::Detector;
using rulebook::PatrolRule;
using rulebook::RuleBook;

constexpr std::int64_t hour_micros = 3'600'000'000;
constexpr std::size_t subjects_per_query = 5'000;
constexpr std::size_t note_bytes_max = 500;
constexpr auto decisions = std::to_array<std::string_view>({"explained", "confirmed", "passed_on"});
const Actor patrol_actor{"patrol", ""};

bool is_over_looks(const PatrolRule& rule) {
  return rule.detector != Detector::expired_shown && rule.detector != Detector::personal_in_text;
}

const PatrolRule* rule_with(const RuleBook& book, Detector detector) {
  const auto at = std::ranges::find(book.patrol, detector, &PatrolRule::detector);
  return at == book.patrol.end() ? nullptr : &*at;
}

// ---- looks

// The looks from one entry of the access lane's log to another.
struct Span {
  std::int64_t from = 0, to = 0;
};

Span fresh_looks(store::Session& sql, std::int64_t from) {
  const auto row = sql.query("SELECT COALESCE(MAX(leaf), -1) FROM access_entry");
  row->next();
  return {from, std::max(from, row->number(0) + 1)};
}

struct FreshAsker {
  Asker asker;
  Instant first;  // of its fresh looks
};

std::vector<FreshAsker> fresh_askers(store::Session& sql, Span span) {
  const auto rows = sql.query(
      "SELECT asker, MAX(unit_code), MAX(unit), MIN(at) FROM access_entry WHERE leaf >= $1 AND "
      "leaf < $2 GROUP BY asker ORDER BY asker",
      {span.from, span.to});
  std::vector<FreshAsker> all;
  while (rows->next()) {
    all.push_back(
        {{std::string(rows->bytes(0)), std::string(rows->bytes(1)), std::string(rows->bytes(2))},
         Instant(rows->number(3))});
  }
  return all;
}

std::vector<Seen> looks_of(store::Session& sql, const std::string& asker, Instant since,
                           Span span) {
  const auto rows = sql.query(
      "SELECT at, subject_id, purpose, matter, shown, withheld, items, leaf FROM access_entry "
      "WHERE asker = $1 AND at >= $2 AND leaf < $3 ORDER BY at, leaf",
      {std::string_view(asker), since.micros(), span.to});
  std::vector<Seen> looks;
  while (rows->next()) {
    Seen& seen = looks.emplace_back();
    seen.at = Instant(rows->number(0));
    seen.subject = SubjectId(rows->number(1));
    seen.purpose = rows->bytes(2);
    seen.matter = rows->bytes(3);
    seen.missed = rows->number(4) == 0 && rows->number(5) == 0 && rows->bytes(6).empty();
    seen.leaf = rows->number(7);
    seen.fresh = seen.leaf >= span.from;
  }
  return looks;
}

std::map<SubjectId, Party> parties_of(store::Session& sql, const std::vector<SubjectId>& subjects) {
  std::map<SubjectId, Party> parties;
  std::vector<std::int64_t> numbers;
  for (std::size_t from = 0; from < subjects.size(); from += numbers.size()) {
    numbers.clear();
    for (std::size_t i = from; i < subjects.size() && numbers.size() < subjects_per_query; ++i)
      numbers.push_back(subjects[i].value);
    const auto rows = sql.query_among("SELECT subject_id, kind, scheme, code FROM subject",
                                      "subject_id", numbers);
    while (rows->next()) {
      parties[SubjectId(rows->number(0))] = {static_cast<domain::SubjectKind>(rows->number(1)),
                                             static_cast<domain::Scheme>(rows->number(2)),
                                             std::string(rows->bytes(3))};
    }
  }
  return parties;
}

std::vector<const PatrolRule*> rules_for(const RuleBook& book, const std::string& asker) {
  std::vector<const PatrolRule*> rules;
  for (const auto& rule : book.patrol) {
    if (is_over_looks(rule) && concerns(rule, asker)) rules.push_back(&rule);
  }
  return rules;
}

Instant since(Instant first, const std::vector<const PatrolRule*>& rules) {
  std::int64_t hours = 0;
  for (const auto* rule : rules) hours = std::max(hours, hours_back(*rule));
  return Instant(first.micros() - hours * hour_micros);
}

// Everything found in one run, before it is known what is new.
struct Going {
  const RuleBook& book;
  PatrolRun run;
  std::vector<PatrolFinding> found;
};

void go_over_looks(Going& going, store::Database& database) {
  const auto access = database.read_access();
  const auto facts = database.read();
  const auto parties = [&](const std::vector<SubjectId>& subjects) {
    return parties_of(facts.sql(), subjects);
  };
  const Span span = fresh_looks(access.sql(), going.run.access_leaf);
  for (const auto& fresh : fresh_askers(access.sql(), span)) {
    const auto rules = rules_for(going.book, fresh.asker.id);
    const auto looks = looks_of(access.sql(), fresh.asker.id, since(fresh.first, rules), span);
    going.run.looks += std::ranges::count(looks, true, &Seen::fresh);
    for (const auto* rule : rules) {
      for (const auto& signal : detect(going.book, *rule, looks, parties))
        going.found.push_back(finding_of(*rule, fresh.asker, signal));
    }
  }
  going.run.access_leaf = span.to;
}

// ---- records

void go_over_texts(Going& going, store::Database& database, store::Dictionaries& dictionaries) {
  const auto* rule = rule_with(going.book, Detector::personal_in_text);
  if (rule == nullptr) return;
  const auto check = check_texts(going.book, database, dictionaries, going.run.facts_leaf,
                                 rule->threshold("records"));
  for (const auto& field : check.fields) going.found.push_back(finding_of(*rule, field));
  going.run.facts_leaf = check.next_leaf;
  going.run.records = check.records;
}

void go_over_expired(Going& going, const ExpiredChecker& checker, Instant now) {
  const auto* rule = rule_with(going.book, Detector::expired_shown);
  if (rule == nullptr) return;
  const auto check =
      checker.check(going.book, going.run.expired_after, rule->threshold("records"), now.day());
  for (const auto& shown : check.shown) going.found.push_back(finding_of(*rule, shown, now));
  going.run.expired_after = check.after;
  going.run.files = check.files;
}

// Where the last run came to.
PatrolRun next_run(const std::optional<PatrolRun>& last) {
  PatrolRun run;
  if (!last) return run;
  run.access_leaf = last->access_leaf;
  run.facts_leaf = last->facts_leaf;
  run.expired_after = last->expired_after;
  return run;
}

// ---- deciding

Error wrong(ErrorCode code, const char* id, Words message, Words remedy) {
  return make_error(code, id, std::move(message), std::move(remedy), "GBT22239-2019/8.1.5.4");
}

std::optional<Error> unfit(std::string_view decision, std::string_view note) {
  if (std::ranges::find(decisions, decision) == decisions.end()) {
    return wrong(ErrorCode::invalid, "patrol.decision",
                 {"处置结果只能是 explained（已说明）、confirmed（属实）、passed_on（移交）。",
                  "A finding is explained, confirmed or passed_on."},
                 {"请改正处置结果。", "Correct the decision."});
  }
  if (trim(note).empty() || note.size() > note_bytes_max || holds_resident_id(note) ||
      holds_mobile(note)) {
    return wrong(ErrorCode::invalid, "patrol.note",
                 {"处置须写明理由（500 字节以内），且不得写入身份证号码、手机号码。",
                  "A decision says why, in at most 500 bytes, without identity or mobile numbers."},
                 {"请填写 note。", "Give `note`."});
  }
  return std::nullopt;
}

Error no_finding() {
  return wrong(ErrorCode::not_found, "patrol.not_found",
               {"没有这一巡查发现。", "There is no such finding."},
               {"请核对编号。", "Check its number."});
}

Error own_finding() {
  return wrong(ErrorCode::forbidden, "patrol.own",
               {"不得处置关于本人的巡查发现。", "Nobody decides a finding about themselves."},
               {"请由他人处置。", "Let somebody else decide it."});
}

Error decided_already(const PatrolFinding& finding) {
  return wrong(ErrorCode::conflict, "patrol.decided",
               {"该发现已处置：" + finding.state + "。",
                "The finding is decided already: " + finding.state + "."},
               {"无需再次处置。", "It need not be decided again."});
}

std::optional<Error> undecidable(const std::optional<PatrolFinding>& finding,
                                 const Caller& caller) {
  if (!finding) return no_finding();
  if (finding->asker == caller.id()) return own_finding();
  if (finding->state != "open") return decided_already(*finding);
  return std::nullopt;
}

Result<void> may_read(const Caller& caller) {
  if (caller.may(Power::read_ledger)) return {};
  return caller.require(Power::handle_findings);
}

std::vector<PatrolFinding> listed(store::Session& sql, const FindingFilter& filter) {
  if (filter.asker.empty()) {
    return list<PatrolFinding>(sql, filter.state.empty() ? Under::any : Under::also, filter.state,
                               filter.after, filter.limit);
  }
  auto found = list<PatrolFinding>(sql, Under::parent, filter.asker, filter.after, filter.limit);
  std::erase_if(found, [&](const PatrolFinding& one) {
    return !filter.state.empty() && one.state != filter.state;
  });
  return found;
}

}  // namespace

Patrol::Patrol(store::Database& database, const DisclosedReader& reader,
               store::Dictionaries& dictionaries, const Clock& clock, Random& random)
    : database_(database),
      reader_(reader),
      dictionaries_(dictionaries),
      clock_(clock),
      random_(random) {}

PatrolReport Patrol::run(const RuleBook& book, Instant now) {
  Going going{book, next_run(last_run()), {}};
  going.run.at = now;
  database_.journal().settle();
  go_over_looks(going, database_);
  go_over_texts(going, database_, dictionaries_);
  go_over_expired(going, ExpiredChecker(database_, reader_, dictionaries_, clock_), now);
  PatrolReport report;
  database_.access().run([&](store::Write& write) {
    report = {going.run, {}};
    for (PatrolFinding finding : going.found) {
      if (find<PatrolFinding>(write.sql, finding.id)) continue;
      finding.found = write.now;
      put(write, random_, patrol_actor, "find", finding);
      report.found.push_back(std::move(finding));
    }
    report.run.found = static_cast<std::int64_t>(report.found.size());
    put(write, random_, patrol_actor, "patrol", report.run);
  });
  return report;
}

Result<std::vector<PatrolFinding>> Patrol::list(const Caller& caller,
                                                const FindingFilter& filter) const {
  if (auto may = may_read(caller); !may) return may.error();
  const bool known = filter.state.empty() || filter.state == "open" ||
                     std::ranges::find(decisions, filter.state) != decisions.end();
  if (!known) {
    return wrong(ErrorCode::invalid, "patrol.state",
                 {"没有状态“" + filter.state + "”。", "There is no state “" + filter.state + "”."},
                 {"可用 open、explained、confirmed、passed_on。",
                  "Use open, explained, confirmed or passed_on."});
  }
  return listed(database_.read_access().sql(), filter);
}

std::vector<PatrolFinding> Patrol::open(int limit) const {
  return listed(database_.read_access().sql(), {"open", "", "", limit});
}

Result<PatrolFinding> Patrol::decide(const Caller& caller, std::string_view id,
                                     std::string_view decision, std::string_view note) {
  if (auto may = caller.require(Power::handle_findings); !may) return may.error();
  if (auto error = unfit(decision, note)) return std::move(*error);
  std::optional<PatrolFinding> finding;
  std::optional<Error> refused;
  database_.access().run([&](store::Write& write) {
    finding = find<PatrolFinding>(write.sql, id);
    refused = undecidable(finding, caller);
    if (refused) return;
    finding->state = decision;
    finding->note = trim(note);
    finding->decided_by = caller.id();
    finding->decided_unit = caller.unit();
    finding->decided = write.now;
    put(write, random_, caller.actor(), decision, *finding);
  });
  if (refused) return std::move(*refused);
  return *finding;
}

std::optional<PatrolRun> Patrol::last_run() const {
  return find<PatrolRun>(database_.read_access().sql(), "patrol");
}

}  // namespace credence::app
