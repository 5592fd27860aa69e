// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/disclosed.h"
#include "app/query/name_index.h"
#include "base/result.h"
#include "rulebook/rulebook.h"

// Asking: by any code, by name, and lists with filters. Thread safe.

namespace credence::app {

struct Hit {
  SubjectId id;
  std::string code;
  std::string name;
  std::string matched;  // "code", "name", "pinyin", "initials", "former_name"
};
BOOST_DESCRIBE_STRUCT(Hit, (), (id, code, name, matched))

struct Hits {
  std::vector<Hit> hits;
  bool complete = true;  // false: there are more than the search looked at; type more
};
BOOST_DESCRIBE_STRUCT(Hits, (), (hits, complete))

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
  bool known = false;      // its parts (department, category, region) are ones that exist
  bool in_force = false;   // its region is in force on the day
  bool registered = false; // the platform holds a registration under it
};
BOOST_DESCRIBE_STRUCT(CodeAnswer, (),
                      (scheme, code, well_formed, faults, known, in_force, registered))

struct ListFilter {
  std::string item;    // id, or empty
  std::string region;  // six digits, a prefix of them, or empty
  std::string body;    // code of the issuing body, or empty
  std::string from, to;  // decision days, inclusive, or empty
};

class Query {
 public:
  Query(store::Database& database, const DisclosedReader& reader, NameIndex& names,
        std::string node_secret);

  // The file of whoever has this code, whichever kind of code it is. Errors: invalid with the code's faults
  // ("query.code"), not_found ("subject.not_found").
  Result<Pending<DisclosedFile>> by_code(const rulebook::RuleBook& book, const Permit& permit,
                                         std::string_view code, const AsOf& as_of) const;
  // Organisations by code, piece of name, pinyin or initials. Persons are never found by name.
  Hits search(std::string_view text, int limit) const;
  // Records across organisations, newest first. Errors: invalid ("query.item", "query.date", "query.cursor").
  Result<Pending<DisclosedPage>> list(const rulebook::RuleBook& book, const Permit& permit,
                                      const ListFilter& filter, int limit, std::string_view after,
                                      const AsOf& as_of) const;
  CodeAnswer explain_code(const rulebook::RuleBook& book, std::string_view code, Date day) const;

  // Brings the name index up to what is committed; called by a job and before a one-off search. Returns how
  // many organisations changed.
  std::size_t follow();

 private:
  store::Database& database_;
  const DisclosedReader& reader_;
  NameIndex& names_;
  std::string node_secret_;
  Instant followed_;
  SubjectId followed_id_;
};

}  // namespace credence::app
