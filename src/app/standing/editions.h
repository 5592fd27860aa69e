// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "rulebook/standing.h"
#include "store/database.h"

// The editions of the rules that were in force here, kept whole, so that an old answer can be given
// again under the law of its day (DESIGN 4).

namespace credence::app {

// A book with its consequences.
struct BookInForce {
  std::shared_ptr<const rulebook::RuleBook> book;
  rulebook::Consequences consequences;
};

// Thread safe.
class Editions {
 public:
  // `book`: the rules in force now.
  Editions(store::Database& database, std::shared_ptr<const rulebook::RuleBook> book);

  // Keeps the rules in force, when they are not those kept last; to be called before anything is
  // answered under them. Attested.
  void keep(Random& random);

  // The rules in force at an instant: those now, when none were kept by then. Errors: not_found
  // ("check.edition": they cannot be read by this program any more).
  Result<std::shared_ptr<const BookInForce>> at(Instant instant) const;
  const rulebook::Consequences& now() const { return now_->consequences; }

 private:
  Result<std::shared_ptr<const BookInForce>> read(const std::string& edition,
                                                  const std::string& packed) const;
  store::Database& database_;
  std::shared_ptr<const BookInForce> now_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const BookInForce>> old_;
};

class Audit;
// For fsck: every kept edition against what was attested of it.
void audit_editions(Audit& audit);

}  // namespace credence::app
