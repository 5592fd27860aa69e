// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/caller.h"
#include "app/access/vault.h"
#include "base/clock.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "wire/json.h"

// Lawful destruction (PIPL art. 47): everything kept of a subject goes, with the salts of what the
// log says of it and its key. The entries of the log stay, so every proof given before stays valid,
// and nobody can find by guessing what they attested. The destruction is itself an entry, with its
// ground and who decided.

namespace credence::app {

struct Erasure {
  std::int64_t number = 0;
  std::string state;  // "proposed", "done"
  std::string ground;
  Words ground_label;
  std::string basis;
  std::string reason;  // file or request it rests on
  std::string proposed_by, proposed_unit;
  Instant proposed;
  std::string decided_by, decided_unit;
  std::optional<Instant> done;
  std::int64_t records = 0;    // versions destroyed
  std::int64_t entries = 0;    // of the log whose statements are gone
  std::int64_t originals = 0;  // kept files destroyed, because the subject stood in them
};
BOOST_DESCRIBE_STRUCT(Erasure, (),
                      (number, state, ground, ground_label, basis, reason, proposed_by,
                       proposed_unit, proposed, decided_by, decided_unit, done, records, entries,
                       originals))

// What the log attests.
struct ErasureProposed {
  std::string statement = "erasure_proposed";
  std::int64_t number = 0;
  std::string ground, basis, reason, by, unit;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ErasureProposed, (), (statement, number, ground, basis, reason, by, unit, at))
struct ErasureDone {
  std::string statement = "erasure";
  std::int64_t number = 0;
  std::string ground, basis, reason, proposed_by, decided_by, decided_unit;
  Instant at;
  std::int64_t records = 0;
  std::vector<std::int64_t> entries;   // of the facts log, now without statement
  std::vector<std::string> originals;  // SHA-256 of destroyed files
  std::vector<std::string> documents;  // and of those attached to cases
  std::vector<std::int64_t> journals;  // submissions whose reject files named the subject
};
BOOST_DESCRIBE_STRUCT(ErasureDone, (),
                      (statement, number, ground, basis, reason, proposed_by, decided_by,
                       decided_unit, at, records, entries, originals, documents, journals))

class Erasures {
 public:
  Erasures(store::Database& database, const Vault& vault);

  // Proposes to destroy what is kept of whoever has this code; where the ground needs no second
  // pair of eyes it is done at once. Errors: invalid ("query.code", "erasure.ground",
  // "erasure.reason"), those of Caller::require for propose_erasure, forbidden
  // ("erasure.not_for": the ground is not one for this kind of subject), not_found
  // ("subject.not_found"), conflict
  // ("erasure.proposed": already).
  Result<Erasure> propose(const rulebook::RuleBook& book, std::string_view code,
                          std::string_view ground, std::string_view reason, const Caller& by);
  // Another one approves, naming the code again, and it is done. Errors: those above, forbidden
  // ("erasure.four_eyes": the proposer cannot approve), not_found ("erasure.unknown").
  Result<Erasure> approve(const rulebook::RuleBook& book, std::int64_t number,
                          std::string_view code, const Caller& by);
  // Newest first.
  std::vector<Erasure> list(const rulebook::RuleBook& book, int limit) const;
  // Removes files that a done erasure names and a crash left behind. Returns how many.
  std::size_t sweep() const;

 private:
  Result<Erasure> carry_out(const rulebook::RuleBook& book, std::int64_t number, SubjectId subject,
                            const std::string& code, const Caller& by);
  store::Database& database_;
  const Vault& vault_;
};

class Audit;
// For fsck: every erasure against the log, and that what it destroyed is gone.
void audit_erasures(Audit& audit);

}  // namespace credence::app
