// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/caller.h"
#include "app/access/looks.h"
#include "base/clock.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "store/heads.h"
#include "wire/json.h"

// Counts that name nobody: how many records there are of what and where, how submissions go month
// by month, and how much is asked for which purpose. No count is of one subject or one official.

namespace credence::app {

// ---- records, for everybody

// Of organisations and individual businesses alone, and of items whose records are published
// (SD-2020 art. 20). A record is counted in its version of now, unless it was repaired or
// withdrawn; whether its publicity period still runs is not weighed.
struct RecordCount {
  std::string item;
  Words item_label;
  std::string item_class;  // "03"
  Words class_label;
  std::string nature;  // "dishonesty"
  Words nature_label;
  std::string region;  // code of the city, or of the province where no city is told; may be empty
  std::string region_label;  // "济南市"; empty with the code
  std::int64_t records = 0;
  std::int64_t organizations = 0;  // whose they are
};
BOOST_DESCRIBE_STRUCT(RecordCount, (),
                      (item, item_label, item_class, class_label, nature, nature_label, region,
                       region_label, records, organizations))

struct RecordTotals {
  std::int64_t records = 0;
  std::int64_t organizations = 0;  // each once, however many records it has
};
BOOST_DESCRIBE_STRUCT(RecordTotals, (), (records, organizations))

struct RecordCounts {
  Instant counted;                 // when; a count is kept for some minutes
  std::vector<RecordCount> lines;  // by item and region
  RecordTotals totals;
};
BOOST_DESCRIBE_STRUCT(RecordCounts, (), (counted, lines, totals))

// ---- submissions, for who sends them and the credit centre

struct SubmissionMonth {
  std::string month;  // received: "2026-05"
  std::string provider, provider_name;
  std::string item;
  Words item_label;
  std::int64_t batches = 0;
  std::int64_t sent = 0, added = 0, changed = 0, duplicate = 0, rejected = 0, late = 0;  // rows
};
BOOST_DESCRIBE_STRUCT(SubmissionMonth, (),
                      (month, provider, provider_name, item, item_label, batches, sent, added,
                       changed, duplicate, rejected, late))

struct SubmissionTrend {
  Date from, to;                        // days received, inclusive
  std::vector<SubmissionMonth> months;  // by month, provider and item; those with a submission
};
BOOST_DESCRIBE_STRUCT(SubmissionTrend, (), (from, to, months))

// ---- looks, for the credit centre and auditors (SD-2020 art. 36)

struct PurposeLooks {
  Date day;
  std::string purpose;
  Words purpose_label;
  std::int64_t looks = 0;  // entries of the access ledger, sealed ones too
};
BOOST_DESCRIBE_STRUCT(PurposeLooks, (), (day, purpose, purpose_label, looks))

struct LookCounts {
  Date from, to;                       // inclusive
  std::vector<PurposeLooks> looks;     // by day and purpose; those with a look
  std::vector<DayViews> public_views;  // anonymous ones, by day
};
BOOST_DESCRIBE_STRUCT(LookCounts, (), (from, to, looks, public_views))

inline constexpr int look_days_max = 400;

// Thread safe.
class Statistics {
 public:
  Statistics(store::Database& database, const Clock& clock);

  // What is kept, counted again when it is some minutes old and facts were committed since.
  // Counting takes as long as reading every record: for a worker. Throws Failure: no database.
  std::shared_ptr<const RecordCounts> records(const rulebook::RuleBook& book);

  // Submissions of a provider; of all when it is empty. What a case decided is none. An unknown
  // item gives no months.
  SubmissionTrend submissions(const rulebook::RuleBook& book, std::string_view provider,
                              std::string_view item, Date from, Date to) const;

  // As of every look by now. Errors: unidentified, forbidden ("access.power": neither steward nor
  // auditor), invalid ("statistics.period": the wrong way round, or more than look_days_max days).
  Result<LookCounts> looks(const rulebook::RuleBook& book, const Caller& caller, Date from,
                           Date to) const;

 private:
  struct Kept {
    store::FactsPosition position;  // up to where they were counted
    RecordCounts counts;
  };
  bool is_due(const Kept& kept) const;
  std::shared_ptr<const Kept> kept() const;
  store::Database& database_;
  const Clock& clock_;
  std::mutex counting_;            // held by who counts; others take what is kept meanwhile
  mutable std::mutex kept_mutex_;  // guards the one below
  std::shared_ptr<const Kept> kept_;
};

}  // namespace credence::app
