// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/lists/holdings.h"
#include "app/lists/subject_facts.h"
#include "base/result.h"
#include "wire/json.h"

// What a change of rules would do, before anybody signs it (wishes E13): who would be newly bound,
// who freed, for whom measures would change, and the cases somebody should look at first. It is
// worked out by the function that decides what is in force (rulebook/standing.h), over the records
// themselves, so what it says is what happens (docs/design/preview.md). The plain structs are the
// JSON of the API.

namespace credence::app {

// A file that replaces one of the rules in force, or is new; without text: is taken away.
struct ChangedFile {
  std::string path;  // below the rules folder: "lists/tax_major.yaml"
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(ChangedFile, (), (path, text))

struct PreviewForm {
  std::vector<ChangedFile> files;
  std::optional<Date> day;  // none: today
};
BOOST_DESCRIBE_STRUCT(PreviewForm, (), (files, day))

struct PreviewTotals {
  std::int64_t bound = 0;    // without a burden before, with one after
  std::int64_t freed = 0;    // the other way round
  std::int64_t changed = 0;  // anything else that is different
  bool operator==(const PreviewTotals&) const = default;
};
BOOST_DESCRIBE_STRUCT(PreviewTotals, (), (bound, freed, changed))

struct PreviewGroup {
  std::string key;  // division code, kind of subject, trade
  Words label;
  PreviewTotals totals;
};
BOOST_DESCRIBE_STRUCT(PreviewGroup, (), (key, label, totals))

// One list or measure, over all subjects.
struct PreviewRule {
  std::string sort;  // "list", "measure"
  std::string id;
  Words label;
  std::int64_t gained = 0, lost = 0, altered = 0;  // subjects; altered: other days, or other force
};
BOOST_DESCRIBE_STRUCT(PreviewRule, (), (sort, id, label, gained, lost, altered))

struct PreviewChange {
  std::string sort, id;
  Words label;
  std::string how;  // "gained", "lost", "altered"
  std::optional<Date> since_before, until_before, since_after,
      until_after;  // until: first day no more
};
BOOST_DESCRIBE_STRUCT(PreviewChange, (),
                      (sort, id, label, how, since_before, until_before, since_after, until_after))

struct PreviewReason {
  std::string
      id;  // "quiet", "long_registered", "honoured", "minor", "disputed", "single", "serious_freed"
  Words words;  // with the numbers behind it
};
BOOST_DESCRIBE_STRUCT(PreviewReason, (), (id, words))

struct PreviewedSubject {
  SubjectId subject;
  std::string code, name, kind, region, trade;
  std::string outcome;  // "bound", "freed", "changed"
  std::vector<PreviewChange> changes;
  std::vector<PreviewReason> surprising;
};
BOOST_DESCRIBE_STRUCT(PreviewedSubject, (),
                      (subject, code, name, kind, region, trade, outcome, changes, surprising))

struct Preview {
  std::string edition_before, edition_after;
  Date day;
  Instant known;                                // with what had been committed by then
  std::int64_t organizations = 0, records = 0;  // looked at
  PreviewTotals totals;
  std::vector<PreviewGroup> by_region, by_kind, by_trade;  // most affected first
  std::vector<PreviewRule> rules;
  std::vector<PreviewedSubject> surprising;  // at most ten, the most surprising first
  std::vector<PreviewedSubject> subjects;    // by subject, at most `limit`
  bool complete = true;                      // nobody was left out of `subjects`
};
BOOST_DESCRIBE_STRUCT(Preview, (),
                      (edition_before, edition_after, day, known, organizations, records, totals,
                       by_region, by_kind, by_trade, rules, surprising, subjects, complete))

// The rules in force with some files changed. Errors: invalid ("preview.nothing": no file;
// "preview.rules": they cannot be read, with file and line of the first fault).
Result<std::shared_ptr<const rulebook::RuleBook>> changed_book(
    const rulebook::RuleBook& now, const std::vector<ChangedFile>& files);
// A whole set of rules. Errors: invalid ("preview.rules").
Result<std::shared_ptr<const rulebook::RuleBook>> book_of(const rulebook::RuleFiles& files);

// What is compared.
struct Compared {
  const rulebook::Consequences& before;
  const rulebook::Consequences& after;
  Date day;
};

// Pure: why a change is worth a look. An organisation is surprising by the number of these reasons
// that fit; each stands on its own, and nothing is weighed. `heads`: its own, of the items either
// book concerns.
std::vector<PreviewReason> reasons_of(const Compared& compared, const SubjectChange& change,
                                      std::span<const domain::RecordHead> heads,
                                      const SubjectFacts& facts);

}  // namespace credence::app
