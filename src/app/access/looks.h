// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/access/access.h"
#include "store/session.h"

// Reading the access ledger: "who looked at me" for the one a record is about, search for auditors.

namespace credence::app {

// ---- stored looks

// Looks in order of subject, chain and number, after a place; with stored_access() for the columns.
std::unique_ptr<store::Cursor> looks_after(store::Session& sql, std::int64_t subject,
                                           std::int64_t chain, std::int64_t number,
                                           std::int64_t limit);
StoredAccess stored_access(store::Cursor& row);
inline constexpr int access_leaf_column = 18;
inline constexpr int access_salt_column = 19;

// ---- for the subject (SD-2020 art. 37; PIPL arts. 44, 45)

// One look at a subject as the subject sees it: the office, not the official.
struct Look {
  std::int64_t number = 0;  // in its chain, from 1 without a gap
  bool was_sealed = false;  // it was kept back until its unseal day
  Instant at;
  std::string unit, unit_code;
  std::string purpose;
  Words purpose_label;
  std::string matter, consent, channel;
  std::string basis;
  Words article;  // the basis in words
  std::vector<std::string> items;
  std::vector<Words> item_labels;
  int shown = 0, withheld = 0;
};
BOOST_DESCRIBE_STRUCT(Look, (),
                      (number, was_sealed, at, unit, unit_code, purpose, purpose_label, matter,
                       consent, channel, basis, article, items, item_labels, shown, withheld))

// Public pages are counted per day; nobody is named.
struct DayViews {
  Date day;
  std::int64_t views = 0;
};
BOOST_DESCRIBE_STRUCT(DayViews, (), (day, views))

struct LooksAtMe {
  SubjectId subject;
  std::int64_t total = 0;              // open looks, all of them
  std::vector<Look> looks;             // newest first
  std::string next;                    // for older ones; empty at the end
  std::vector<DayViews> public_views;  // the latest ninety days that have any
  bool complete = true;  // the numbers of the open looks have no gap (fsck checks the rest)
};
BOOST_DESCRIBE_STRUCT(LooksAtMe, (), (subject, total, looks, next, public_views, complete))

// ---- for auditors (SD-2020 art. 36)

struct LedgerFilter {
  std::optional<SubjectId> subject;
  std::string asker, unit, purpose, matter;  // empty: any
  std::optional<Date> from, to;              // days, inclusive
  std::uint64_t before = 0;  // entries of the log before this one; 0: from the newest
  int limit = 100;
};

struct LedgerEntry {
  SubjectId subject;
  Instant at;
  std::string asker, unit_code, unit, purpose, matter, basis, consent, channel, request;
  int shown = 0, withheld = 0;
  std::string items;
  std::optional<Date> sealed_until;
  std::int64_t number = 0;
  std::int64_t leaf = 0;  // in the access lane's log
};
BOOST_DESCRIBE_STRUCT(LedgerEntry, (),
                      (subject, at, asker, unit_code, unit, purpose, matter, basis, consent,
                       channel, request, shown, withheld, items, sealed_until, number, leaf))

// An auditor's search is itself kept, in the register.
struct LedgerSearch {
  static constexpr std::string_view kind = "ledger_search";
  std::string id, subject, asker, unit, purpose, matter, from, to, reason;
  std::string key() const { return id; }
  std::string parent() const { return ""; }
  std::string also() const { return ""; }
};
BOOST_DESCRIBE_STRUCT(LedgerSearch, (),
                      (id, subject, asker, unit, purpose, matter, from, to, reason))

// Thread safe.
class Looks {
 public:
  Looks(store::Database& database, const Clock& clock, Random& random);

  // Who looked at the caller's own subject. `after` is LooksAtMe::next. Sealed looks are in it from
  // the day after their last sealed day, and not told before. Errors: forbidden
  // ("access.no_subject"), invalid ("query.cursor").
  Result<LooksAtMe> at_me(const rulebook::RuleBook& book, const Caller& caller,
                          std::string_view after, int limit) const;
  // Errors: those of Caller::require for read_ledger; invalid ("ledger.reason": why it is searched
  // must be said). The search is in the register before anything is shown.
  Result<std::vector<LedgerEntry>> search(const Caller& caller, const LedgerFilter& filter,
                                          std::string_view reason) const;

 private:
  store::Database& database_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace credence::app
