// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "rulebook/difference.h"
#include "rulebook/standing.h"
#include "store/database.h"
#include "wire/json.h"

// The editions of the rules that were in force here, kept whole, so that an old answer can be given
// again under the law of its day (DESIGN 4).

namespace credence::rulebook {

BOOST_DESCRIBE_STRUCT(KeyDifference, (), (key, before, after))
BOOST_DESCRIBE_STRUCT(FileDifference, (),
                      (path, kind, kind_label, id, label, change, change_label, keys))

}  // namespace credence::rulebook

namespace credence::app {

// An edition and since when it was in force; one that came back stands there again.
struct KeptEdition {
  std::string edition;
  Instant since;
  std::optional<Instant> until;  // when the next one came; none: it is in force
};
BOOST_DESCRIBE_STRUCT(KeptEdition, (), (edition, since, until))

// What an edition changed, compared with another.
struct EditionChanges {
  std::string edition;
  std::optional<std::string> since;  // none: there was none before, and everything is new
  std::vector<rulebook::FileDifference> files;
};
BOOST_DESCRIBE_STRUCT(EditionChanges, (), (edition, since, files))

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
  // Those kept, newest first.
  std::vector<KeptEdition> kept() const;
  // What `edition` changed since another, or, when `since` is empty, since the one before it; since
  // nothing when it was the first. Errors: not_found ("editions.unknown").
  Result<EditionChanges> changes(const std::string& edition, const std::string& since) const;
  const rulebook::Consequences& now() const { return now_->consequences; }

 private:
  Result<std::shared_ptr<const BookInForce>> read(const std::string& edition,
                                                  const std::string& packed) const;
  Result<rulebook::RuleFiles> files_of(const std::string& edition) const;
  store::Database& database_;
  std::shared_ptr<const BookInForce> now_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const BookInForce>> old_;
};

class Audit;
// For fsck: every kept edition against what was attested of it.
void audit_editions(Audit& audit);

}  // namespace credence::app
