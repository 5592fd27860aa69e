// SPDX-License-Identifier: Apache-2.0
#include "domain/publicity.h"

#include <algorithm>
#include <tuple>

namespace credence::domain {
namespace {

using Periods = std::vector<const PublicityPeriod*>;

// "其他-责令改正" is of the kind 其他.
std::string_view kind_of(std::string_view written) { return written.substr(0, written.find('-')); }

Severity severity_of_fine(const SeverityRule& rule, std::int64_t fen) {
  if (fen >= rule.fine_serious_fen) return Severity::serious;
  return fen >= rule.fine_general_fen ? Severity::general : Severity::minor;
}

bool concerns(const PublicityEdition& edition, const std::string& rule) {
  return std::ranges::count(edition.periods, rule, &PublicityPeriod::rule) > 0;
}

bool in_force(const PublicityEdition& edition, Date day) {
  return edition.from <= day && (!edition.to || day < *edition.to);
}

// The periods for `rule` and `sector` of the editions in force on `day`.
Periods periods_in_force(const std::vector<PublicityEdition>& editions, const std::string& rule,
                         const std::string& sector, Date day) {
  Periods found;
  for (const auto& edition : editions) {
    if (!in_force(edition, day)) continue;
    for (const auto& period : edition.periods) {
      if (period.rule == rule && period.sector == sector) found.push_back(&period);
    }
  }
  return found;
}

// Documents older than every edition follow the earliest one: nothing of theirs stays up longer for
// being old.
Date governed_as_of(const std::vector<PublicityEdition>& editions, const PublicityFacts& facts) {
  std::optional<Date> earliest;
  for (const auto& edition : editions) {
    if (concerns(edition, facts.rule))
      earliest = std::min(earliest.value_or(edition.from), edition.from);
  }
  return std::max(facts.decided_on, earliest.value_or(facts.decided_on));
}

bool names_kind(const PublicityPeriod& period, std::string_view kind) {
  return std::ranges::any_of(period.kinds,
                             [&](const std::string& k) { return kind_of(k) == kind; });
}

bool fits(const PublicityPeriod& period, Severity severity) {
  return !period.severity || *period.severity == severity;
}

// The period for one kind: one that names it, else one that names none; the stated class before any
// class.
const PublicityPeriod* period_for(const Periods& periods, std::string_view kind,
                                  Severity severity) {
  const PublicityPeriod* best = nullptr;
  const auto exactness = [&](const PublicityPeriod& period) {
    return (period.kinds.empty() ? 0 : 2) + (period.severity ? 1 : 0);
  };
  for (const auto* period : periods) {
    if (!fits(*period, severity)) continue;
    if (!period->kinds.empty() && !names_kind(*period, kind)) continue;
    if (best == nullptr || exactness(*period) > exactness(*best)) best = period;
  }
  return best;
}

bool outlasts(const PublicityPeriod& a, const PublicityPeriod& b) {
  const auto length = [](const PublicityPeriod& period) {
    return std::tuple(period.shown, period.months_max == 0, period.months_max,
                      period.until_valid_to, period.months_min);
  };
  return length(a) > length(b);
}

const PublicityPeriod* longest_period(const Periods& periods, const std::vector<std::string>& kinds,
                                      Severity severity) {
  if (kinds.empty()) return period_for(periods, "", severity);
  const PublicityPeriod* longest = nullptr;
  for (const auto& kind : kinds) {
    const auto* period = period_for(periods, kind_of(kind), severity);
    if (period != nullptr && (longest == nullptr || outlasts(*period, *longest))) longest = period;
  }
  return longest;
}

std::string edition_of(const std::vector<PublicityEdition>& editions,
                       const PublicityPeriod* period) {
  for (const auto& edition : editions) {
    for (const auto& own : edition.periods) {
      if (&own == period) return edition.id;
    }
  }
  return {};
}

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

// The first day a validity no longer holds. A register's "for ever" has none.
std::optional<Date> after_validity(const std::optional<Date>& valid_to) {
  if (!valid_to || *valid_to >= forever) return std::nullopt;
  return valid_to->plus_days(1);
}

std::optional<Date> end_of(const PublicityPeriod& period, const PublicityFacts& facts) {
  if (period.months_max == 0) return after_validity(facts.valid_to);
  const Date end = facts.decided_on.plus_months(period.months_max);
  if (!period.until_valid_to || !facts.valid_to) return end;
  const auto valid = after_validity(facts.valid_to);
  return valid ? std::optional(std::max(end, *valid)) : std::nullopt;
}

struct Choice {
  const PublicityPeriod* period = nullptr;
  bool unclassed = false;  // the record has no class; the general one stands in
};

Choice choose(const std::vector<PublicityEdition>& editions, const PublicityFacts& facts,
              Date as_of) {
  Periods periods = periods_in_force(editions, facts.rule, facts.sector, as_of);
  if (periods.empty()) periods = periods_in_force(editions, facts.rule, "", as_of);
  Choice choice{longest_period(periods, facts.kinds, facts.severity), false};
  if (choice.period == nullptr && facts.severity == Severity::none) {
    choice = {longest_period(periods, facts.kinds, Severity::general), true};
  }
  return choice;
}

}  // namespace

Severity PublicityRules::severity_of(const std::vector<std::string>& kinds,
                                     std::optional<std::int64_t> fine_fen) const {
  const auto rule_for = [&](std::string_view kind) {
    return std::ranges::find(
        severities, kind, [](const SeverityRule& rule) -> std::string_view { return rule.kind; });
  };
  Severity gravest = Severity::none;
  for (const auto& written : kinds) {
    auto rule = rule_for(written);
    if (rule == severities.end()) rule = rule_for(kind_of(written));
    if (rule == severities.end()) rule = rule_for("其他");
    const bool known = rule != severities.end();
    const bool by_fine = known && rule->fine_serious_fen > 0 && fine_fen.has_value();
    const Severity one = by_fine ? severity_of_fine(*rule, *fine_fen)
                         : known ? rule->severity
                                 : Severity::general;
    gravest = std::max(gravest, one);
  }
  return gravest;
}

PublicityAnswer PublicityRules::answer(const PublicityFacts& facts) const {
  PublicityAnswer answer;
  // SD-2020 art. 38: five years from the end of the conduct; the day they end is the first hidden
  // day.
  const bool capped = has_ceiling(facts.rule);
  if (capped) {
    answer.disclosure_end =
        facts.conduct_end.value_or(facts.decided_on).plus_months(12 * ceiling_years);
  }
  const Date as_of = governed_as_of(editions, facts);
  const Choice choice = choose(editions, facts, as_of);
  if (choice.period == nullptr) {
    answer.shown = false;
    answer.publicity_end = answer.disclosure_end;
    return answer;
  }
  const PublicityPeriod& period = *choice.period;
  const auto own_end = end_of(period, facts);
  answer.shown = period.shown;
  answer.publicity_end = earlier(own_end, answer.disclosure_end);
  if (capped) {
    answer.earliest_repair =
        earlier(facts.decided_on.plus_months(period.months_min), answer.publicity_end);
  }
  answer.edition = edition_of(editions, &period);
  answer.basis = answer.publicity_end == own_end ? period.basis : ceiling_basis;
  answer.provisional = period.provisional || choice.unclassed || as_of != facts.decided_on;
  return answer;
}

bool PublicityRules::knows(const std::string& rule) const {
  return std::ranges::any_of(editions,
                             [&](const auto& edition) { return concerns(edition, rule); });
}

bool PublicityRules::has_ceiling(const std::string& rule) const {
  return std::ranges::count(ceiling_rules, rule) > 0;
}

}  // namespace credence::domain
