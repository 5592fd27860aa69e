// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/access.h"
#include "app/lists/preview.h"
#include "app/lists/spread.h"
#include "base/clock.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "store/heads.h"
#include "store/packing.h"

// Who is on lists, whether lists grow too wide, and what a change of rules would do.

namespace credence::app {

// A list with how many are on it today. Public: it counts, and names nobody.
struct ListLine {
  std::string id;
  Words label;
  std::string sort;
  Words area, recognised_by;
  std::vector<std::string> basis;
  std::int64_t on = 0;
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(ListLine, (), (id, label, sort, area, recognised_by, basis, on, provisional))

struct ListMeasureLine {
  std::string id;
  Words label;
  std::string force;
  Words article, lifted_by;
};
BOOST_DESCRIBE_STRUCT(ListMeasureLine, (), (id, label, force, article, lifted_by))

// A list as a page tells it: the rule, and what it leads to.
struct ListView {
  ListLine line;
  std::vector<Words> articles;
  Words conditions, evidence, removal, publicity;
  int term_months = 0;
  Date from;
  std::optional<Date> to;
  std::vector<ListMeasureLine> measures;
};
BOOST_DESCRIBE_STRUCT(ListView, (),
                      (line, articles, conditions, evidence, removal, publicity, term_months, from,
                       to, measures))

// Thread safe. Reads the records themselves, not the standing index, which keeps neither what has
// ended nor what only other rules would count: long work. What was counted last is kept for as long
// as nothing new was committed.
class Lists {
 public:
  Lists(store::Database& database, store::Dictionaries& dictionaries, const Clock& clock);

  // The lists in force, with their numbers of subjects.
  std::vector<ListLine> lines(const rulebook::RuleBook& book) const;
  // Errors: not_found ("lists.not_found").
  Result<ListView> view(const rulebook::RuleBook& book, std::string_view id) const;
  // Errors: unidentified, forbidden ("access.power": stewards and who supervises).
  Result<SpreadReport> spread(const rulebook::RuleBook& book, const Caller& caller) const;

  // `after`: the rules as they would be. It names organisations, to stewards alone, at most `limit`
  // beside the surprising ones; closed until each look at one of them is written down. Errors:
  // forbidden ("preview.audience").
  Result<Pending<Preview>> preview(const rulebook::RuleBook& before,
                                   const rulebook::RuleBook& after, const Permit& permit, Date day,
                                   std::size_t limit) const;
  Date today() const { return clock_.now().day(); }

 private:
  struct Counted {
    std::string edition;
    Date day;
    store::FactsPosition position;
    std::map<std::string, ListMembers> members;
  };
  std::shared_ptr<const Counted> counted(const rulebook::RuleBook& book) const;
  store::Database& database_;
  store::Dictionaries& dictionaries_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  mutable std::shared_ptr<const Counted> counted_;
};

}  // namespace credence::app
