// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/register.h"
#include "base/ids.h"
#include "domain/powers.h"

// Who is calling, proven. Only app/accounts makes one of an account or key (CallerMaker), after it
// saw the credentials; everything else starts from the anonymous public or from whoever works on
// the machine itself.

namespace credence::rulebook {
struct RuleBook;
}

namespace credence::app {

// The part of the records somebody may reach. Empty lists do not narrow.
struct Scope {
  std::vector<std::string> items;    // catalogue ids
  std::vector<std::string> regions;  // division codes or their beginnings

  bool has_item(std::string_view item) const;
  bool has_region(std::string_view region) const;
};

struct CallerFacts {
  std::string id;    // "lihua", "key:3f2a…"
  std::string unit;  // credit code
  std::string unit_name;
  std::vector<domain::Power> powers;
  std::vector<std::string> purposes;
  Scope scope;
  std::optional<SubjectId> own_subject;  // whose file is theirs
  bool subject_account = false;          // stands for a subject, not for an office
  std::int64_t per_minute = 0;           // requests; 0: what the rules say
};

class Caller {
 public:
  static Caller anonymous() { return Caller({}); }
  // Whoever can open the data folder from a terminal holds its secrets anyway: intake, receipts and
  // upkeep, and of the records what the public sees. Named "operator:<user>" in the ledger.
  static Caller on_this_machine(std::string_view user);

  // The patrol, which asks as a public body only to see that what has ended is withheld. It has no
  // other power, and it is named in the ledger like everybody should an answer be released to it.
  static Caller patrol(const rulebook::RuleBook& book);

  bool is_anonymous() const { return facts_.id.empty(); }
  const std::string& id() const { return facts_.id; }
  const std::string& unit() const { return facts_.unit; }
  const std::string& unit_name() const { return facts_.unit_name; }
  const Scope& scope() const { return facts_.scope; }
  const std::optional<SubjectId>& own_subject() const { return facts_.own_subject; }
  bool is_subject() const { return facts_.subject_account; }
  std::int64_t per_minute() const { return facts_.per_minute; }
  Actor actor() const { return {facts_.id, facts_.unit}; }

  bool may(domain::Power power) const;
  bool may_ask_for(std::string_view purpose) const;
  // Errors: unidentified ("access.unidentified"), forbidden ("access.power").
  Result<void> require(domain::Power power) const;

 private:
  friend class CallerMaker;
  explicit Caller(CallerFacts facts) : facts_(std::move(facts)) {}
  CallerFacts facts_;
};

Error unidentified();

}  // namespace credence::app
