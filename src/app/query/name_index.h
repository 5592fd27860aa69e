// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "domain/names.h"
#include "domain/subject.h"
#include "wire/json.h"

// Names of organisations in memory, for finding them by a piece of the name, by pinyin or initials,
// by code prefix, and for fuzzy screening (DESIGN 7). It takes an Organization: a person cannot be
// put into it.

namespace credence::app {

struct NameHit {
  SubjectId id;
  std::string code, name;
  std::string matched;  // "code", "name", "former_name", "pinyin", "initials"
};
BOOST_DESCRIBE_STRUCT(NameHit, (), (id, code, name, matched))

struct NameHits {
  std::vector<NameHit> hits;  // best first
  bool complete = true;       // false: more match than were looked at
};
BOOST_DESCRIBE_STRUCT(NameHits, (), (hits, complete))

// One candidate of a fuzzy screening, with its reasons.
struct ScreenHit {
  SubjectId id;
  std::string code, name;
  int likeness = 0;                           // 0..1000
  std::string verdict;                        // "match", "review"
  std::string brand, region, industry, form;  // "same", "similar", "different", "missing"
};
BOOST_DESCRIBE_STRUCT(ScreenHit, (),
                      (id, code, name, likeness, verdict, brand, region, industry, form))

// Thread safe: many readers, one writer at a time.
class NameIndex {
 public:
  explicit NameIndex(const domain::NameVocabulary& vocabulary);
  ~NameIndex();

  // Adds an organisation or replaces it (same id). `former` are its former names.
  void put(const domain::Organization& organization, const std::vector<std::string>& former = {});
  // The same for many at once, taking the lock once per few thousand, so that searches go on
  // meanwhile.
  void put_all(const std::vector<domain::Organization>& organizations);
  std::size_t size() const;

  // A whole or begun code (≥ 4 characters of it), any piece of the name of ≥ 2 characters, several
  // pieces separated by spaces (all must be there), pinyin ("jinanmingxin", "ji nan ming xin"),
  // initials ("jnmx"). Shorter names first within a kind of match.
  NameHits search(std::string_view text, int limit) const;
  // Whose name could this be: at most `limit`, likeness descending. "match" only when brand and
  // form agree.
  std::vector<ScreenHit> screen(std::string_view name, int limit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace credence::app
