// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/cases.h"
#include "ledger/keys.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "store/marks.h"

// Recall (wishes E9; GBF-2025-22: 第三方停止使用): what was handed to a bank, an agency or another
// platform was lent, not given. The access ledger is the list of leases: it says who was shown
// which items of whom. When a record is repaired, withdrawn or corrected, or its time is over, each
// of them gets a case of the procedure `recall` on its desk; acknowledgement, reminders and the
// conduct entry of those who do not answer are then the engine's.

namespace credence::app {

// A recall as the unit fetches it. `note` is a signed note (C2SP) by the key of the node's facts
// log over the lines of the notice, so that the unit can prove what it was told.
struct RecallNotice {
  std::string number;  // of the case; acknowledge it there
  std::string unit;    // credit code of the unit it is for
  SubjectId subject;   // as it stood in the answers the unit was given
  std::string code;    // of an organisation
  std::string item;
  std::string record;  // record key
  std::string ground;  // "repaired", "withdrawn", "corrected", "expired"
  Instant sent;
  std::optional<Date> due;  // to be acknowledged by
  std::string basis;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(RecallNotice, (),
                      (number, unit, subject, code, item, record, ground, sent, due, basis, note))

struct RecallPage {
  std::vector<RecallNotice> recalls;  // oldest number first
  std::string next;                   // for the next page; empty at the end
};
BOOST_DESCRIBE_STRUCT(RecallPage, (), (recalls, next))

// The text that is signed.
std::string recall_text(const RecallNotice& notice);

// Thread safe.
class Recalls {
 public:
  Recalls(store::Database& database, Cases& cases, const ledger::NodeKeys& keys,
          const Clock& clock);

  // Follows the marks put since the last run, and the records whose disclosure ended, to whoever
  // was shown them. Gives how many recalls were opened. Running it twice opens nothing twice.
  std::size_t run(const rulebook::RuleBook& book);
  // Those that wait for the caller's unit. Errors: unidentified, forbidden ("access.power").
  Result<RecallPage> waiting(const rulebook::RuleBook& book, const Caller& caller,
                             std::string_view after, int limit) const;

 private:
  struct Position {
    std::int64_t leaf = -1;
    Date day;
    bool operator==(const Position&) const = default;
  };
  std::optional<Position> position() const;  // none before the first run
  void move_to(const Position& position);
  std::set<std::string> downstream() const;
  // Marks after the position that end a use or change what is said. Moves it past those that are
  // old enough not to be followed again.
  std::vector<store::RecordMark> marks_to_follow(Position& position) const;
  std::size_t follow_expiry(const rulebook::RuleBook& book, const std::set<std::string>& units,
                            const Position& position, Date today);
  std::size_t expire(const rulebook::RuleBook& book, const std::set<std::string>& units,
                     SubjectId subject, const Position& position, Date today);
  std::size_t recall(const rulebook::RuleBook& book, const std::set<std::string>& units,
                     SubjectId subject, RecordKey record, const std::string& ground,
                     const std::string& because);
  std::optional<RecallNotice> notice_of(const rulebook::RuleBook& book, store::Session& sql,
                                        const StoredCase& one) const;

  store::Database& database_;
  Cases& cases_;
  const ledger::NodeKeys& keys_;
  const Clock& clock_;
  std::mutex running_;
};

}  // namespace credence::app
