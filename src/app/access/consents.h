// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/caller.h"
#include "app/access/named_code.h"
#include "app/access/register.h"
#include "app/access/vault.h"
#include "rulebook/rulebook.h"

// A subject's written consent that somebody queries what is not public about it (SD-2020 art. 21;
// PIPL arts. 14, 15, 23): to one unit, for a stated use, for a time, withdrawable at any moment.

namespace credence::app {

struct Consent {
  static constexpr std::string_view kind = "consent";
  std::string id;  // "SQ20261125-3f2a91c0"
  SubjectId subject;
  std::string grantee, grantee_name;  // unit it is given to
  std::string use;                    // what for, in the subject's words
  std::vector<std::string> items;     // empty: all that may be queried with consent
  Date from, to;                      // days, inclusive
  std::string given;                  // "session": by the subject's account; "paper"
  std::string document;               // paper: its number
  std::string document_sha256;        // paper: of the scan, in hex
  std::optional<Date> withdrawn;      // from this day on, inclusive, it counts no more

  std::string key() const { return id; }
  std::string parent() const { return std::to_string(subject.value); }
  std::string also() const { return grantee; }
  bool is_live(Date day) const;
};
BOOST_DESCRIBE_STRUCT(Consent, (),
                      (id, subject, grantee, grantee_name, use, items, from, to, given, document,
                       document_sha256, withdrawn))

// What the giver fills in.
struct ConsentForm {
  std::string code;  // paper only: whose consent it is
  std::string grantee, use;
  std::vector<std::string> items;
  Date from, to;
  std::string document, document_sha256;  // paper only
};
BOOST_DESCRIBE_STRUCT(ConsentForm, (),
                      (code, grantee, use, items, from, to, document, document_sha256))

Error consent_not_live();

// Thread safe.
class Consents {
 public:
  Consents(store::Database& database, const Vault& vault, const Clock& clock);

  // By the subject itself when its account calls (the form's code is left empty); else by somebody
  // who may lodge a paper, which must be named with its number and hash. Errors: those of
  // Caller::require; invalid ("consent.use", "consent.days", "consent.items", "consent.document",
  // "query.code"); not_found ("unit.not_found", "subject.not_found").
  Result<Consent> give(const rulebook::RuleBook& book, const Caller& caller,
                       const ConsentForm& form);
  // At once and for good, by the subject or by who may lodge papers. Withdrawing twice is the same
  // as once. Errors: not_found ("consent.not_found": also when it is somebody else's).
  Result<Consent> withdraw(const Caller& caller, std::string_view id);
  // By number after `after`: those the caller gave, all for who lodges papers, or those given to
  // the caller's unit.
  Result<std::vector<Consent>> of(const Caller& caller, std::string_view after = {},
                                  int limit = 1'000) const;

 private:
  Result<SubjectId> subject_of(const rulebook::RuleBook& book, const Caller& caller,
                               const ConsentForm& form) const;
  store::Database& database_;
  const Vault& vault_;
  const Clock& clock_;
};

}  // namespace credence::app
