// SPDX-License-Identifier: Apache-2.0
#include "app/check/feedback.h"

#include <algorithm>

#include "app/access/units.h"
#include "app/check/measure_use_store.h"
#include "base/text.h"
#include "domain/identifiers.h"
#include "rulebook/terms.h"
#include "store/journal.h"

namespace credence::app {

using rulebook::RuleBook;

namespace {

constexpr std::int64_t page = 2'000;
// Of one measure: enough to see by what it stands or falls, and to fit the form.
constexpr std::size_t grounds_most = 500;
constexpr std::size_t business_most = 1'000;  // bytes; as the procedure has it

// Those who decide about matters. Banks and agencies report in their own way (app/recall).
bool reports(const Unit& unit) {
  return unit.active && std::ranges::any_of(unit.kinds, [](const std::string& kind) {
           return kind == "counter" || kind == "provider" || kind == "regulator";
         });
}

std::string joined(const std::vector<RecordKey>& grounds) {
  std::string text;
  for (std::size_t i = 0; i < std::min(grounds.size(), grounds_most); ++i)
    text += (i == 0 ? "" : ",") + std::to_string(grounds[i].value);
  return text;
}

}  // namespace

struct MeasureFeedback::Look {
  SubjectId subject;
  std::string unit, purpose, business;
  CheckTrace trace;
};

struct MeasureFeedback::Looks {
  std::vector<Look> checks;
  std::int64_t last = -1;  // entry the page ends with
  bool more = false;
};

MeasureFeedback::MeasureFeedback(store::Database& database, const Editions& editions, Cases& cases)
    : database_(database), editions_(editions), cases_(cases) {}

FeedbackRun MeasureFeedback::run(const RuleBook& book) {
  FeedbackRun run;
  if (rulebook::procedure_in(book, feedback_procedure, cases_.region()) == nullptr) return run;
  const std::scoped_lock lock(running_);
  reporting_.clear();
  database_.journal().settle();  // what was answered a moment ago counts
  // Entries become visible in the order of their numbers, by whichever process they are written
  // (the lane's lock is held to the end of its transaction), so none turns up behind the position.
  std::int64_t position = followed_to(database_.read().sql(), Followed::looks);
  for (bool more = true; more;) {
    const Looks looks = looks_after(position);
    for (const Look& look : looks.checks) {
      if (asks_feedback(book, look)) follow(book, look, run);
    }
    more = looks.more;
    if (looks.last <= position) break;
    position = looks.last;
    database_.facts().run(
        [&](store::Write& write) { follow_to(write, Followed::looks, position); });
  }
  return run;
}

MeasureFeedback::Looks MeasureFeedback::looks_after(std::int64_t leaf) const {
  const auto lease = database_.read_access();
  // A sealed look is told to nobody yet; a case would tell the subject.
  const auto rows = lease.sql().query(
      "SELECT leaf, subject_id, unit_code, purpose, matter, items, shown, chain FROM access_entry "
      "WHERE leaf > $1 ORDER BY leaf LIMIT $2",
      {leaf, page});
  Looks looks;
  looks.last = leaf;
  std::int64_t read = 0;
  for (; rows->next(); ++read) {
    looks.last = rows->number(0);
    const bool open = rows->number(7) == static_cast<std::int64_t>(LookChain::open);
    if (!open || rows->number(6) == 0 || rows->bytes(4).empty()) continue;
    if (auto trace = read_check_trace(rows->bytes(5)))
      looks.checks.push_back({SubjectId(rows->number(1)), std::string(rows->bytes(2)),
                              std::string(rows->bytes(3)), std::string(rows->bytes(4)),
                              std::move(*trace)});
  }
  looks.more = read == page;
  return looks;
}

bool MeasureFeedback::asks_feedback(const RuleBook& book, const Look& look) {
  const auto purpose = book.purposes.find(look.purpose);
  if (purpose == book.purposes.end() || purpose->second.audience != domain::Audience::public_body)
    return false;
  const auto known = reporting_.find(look.unit);
  if (known != reporting_.end()) return known->second;
  const auto unit = find<Unit>(database_.read_access().sql(), look.unit);
  return reporting_.emplace(look.unit, unit && reports(*unit)).first->second;
}

void MeasureFeedback::follow(const RuleBook& book, const Look& look, FeedbackRun& run) {
  const auto told = told_by(database_, editions_, look.subject, look.trace);
  if (!told) {
    ++run.passed_over;
    return;
  }
  if (!told->measures.empty()) ++run.checks;
  for (const ToldMeasure& one : told->measures)
    ++(open(book, look, *told, one) ? run.measures : run.passed_over);
}

Result<std::string> MeasureFeedback::open(const RuleBook& book, const Look& look, const Told& told,
                                          const ToldMeasure& one) {
  const rulebook::Measure& measure = *one.measure;
  const std::string because = "feedback\n" + look.unit + "\n" + std::to_string(look.subject.value) +
                              "\n" + look.business + "\n" + measure.id;
  std::vector<FieldValue> fields = {
      {"unit", look.unit},
      {"matter", std::string(clip(told.matter->label.zh, 100))},
      {"check", look.trace.number},
      {"day", to_string(look.trace.day)},
      {"measure", measure.id},
      {"said", measure.label.zh + "（" + told.rules->book->cite(measure.basis) + "）"},
      {"force", std::string(rulebook::term_of(rulebook::force_terms, measure.force).name)},
      {"grounds", joined(one.grounds)}};
  // No number of a person stands in a case, whatever was given as a matter number.
  if (!domain::contains_resident_id(nfkc(look.business)))
    fields.push_back({"business", std::string(clip(look.business, business_most))});
  return cases_.open_by_platform(
      book, {feedback_procedure, look.subject, {}, because, std::move(fields)});
}

}  // namespace credence::app
