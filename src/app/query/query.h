// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/disclosed.h"
#include "app/access/named_code.h"
#include "app/query/name_index.h"
#include "base/result.h"
#include "rulebook/rulebook.h"

// Asking: by any code, by name, and lists with filters. Thread safe.

namespace credence::app {

struct CodeFact {
  std::string id;
  Words message;
};
BOOST_DESCRIBE_STRUCT(CodeFact, (), (id, message))

// Three separate facts about a code (wishes d-20), none of which implies the next.
struct CodeAnswer {
  std::string scheme;
  std::string code;  // canonical
  bool well_formed = false;
  std::vector<CodeFact> faults;
  bool known = false;       // its parts (department, category, region) are ones that exist
  bool in_force = false;    // its region is in force on the day
  bool registered = false;  // the platform holds a registration under it
};
BOOST_DESCRIBE_STRUCT(CodeAnswer, (),
                      (scheme, code, well_formed, faults, known, in_force, registered))

struct ListFilter {
  std::string item;      // id, or empty
  std::string region;    // six digits, a prefix of them, or empty
  std::string body;      // code of the issuing body, or empty
  std::string from, to;  // decision days, inclusive, or empty
};

class Query {
 public:
  Query(store::Database& database, const DisclosedReader& reader, NameIndex& names,
        std::string node_secret, const Clock& clock);

  // The file of whoever has this code, whichever kind of code it is; "passport:E1234567" where the
  // form does not tell the kind. Errors: invalid with the code's faults ("query.code"), conflict
  // ("query.ambiguous": a legacy code of several), forbidden ("access.other_subject").
  Result<PendingFile> by_code(const rulebook::RuleBook& book, const Permit& permit,
                              std::string_view code, const AsOf& as_of) const;
  // The file a permit opens alone: the asker's own, or that of who consented. REQUIRES:
  // permit.only().
  Result<PendingFile> own(const rulebook::RuleBook& book, const Permit& permit,
                          const AsOf& as_of) const {
    return reader_.file(book, permit, *permit.only(), as_of);
  }
  // Whom a code names. Errors: invalid ("query.code").
  Result<SubjectId> subject_of(const rulebook::RuleBook& book, std::string_view code) const {
    const auto named = named_subject(book, node_secret_, code);
    if (!named) return named.error();
    return named->id;
  }
  // Organisations by code, piece of name, pinyin or initials; persons are never found by name. What
  // is in a public register is shown to anyone, so these answers are counted by the way in, not per
  // subject.
  NameHits search(std::string_view text, int limit) const;
  std::vector<ScreenHit> screen(std::string_view name, int limit) const;
  // Records across organisations, newest first. Errors: invalid ("query.item", "query.date",
  // "query.cursor").
  Result<Pending<DisclosedPage>> list(const rulebook::RuleBook& book, const Permit& permit,
                                      const ListFilter& filter, int limit, std::string_view after,
                                      const AsOf& as_of) const;
  CodeAnswer explain_code(const rulebook::RuleBook& book, std::string_view code, Date day) const;

  // Brings the name index up to what is committed; called by a job and before a one-off search.
  // Returns how many organisations changed.
  std::size_t follow();
  // When follow() last came to the end.
  Instant followed_at() const { return Instant(followed_at_.load()); }

 private:
  store::Database& database_;
  const DisclosedReader& reader_;
  NameIndex& names_;
  std::string node_secret_;
  const Clock& clock_;
  std::mutex follow_mutex_;  // guards the two below
  Instant followed_;
  SubjectId followed_id_;
  std::atomic<std::int64_t> followed_at_ = 0;
};

}  // namespace credence::app
