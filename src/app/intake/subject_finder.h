// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/intake/finding.h"
#include "base/date.h"
#include "domain/subject.h"
#include "rulebook/rulebook.h"

// Who a row is about: its kind, and the best of the codes it gives (credit code first, then the
// legacy numbers; for persons the document number). Nobody is ever found by name.

namespace credence::app {

struct FoundSubject {
  SubjectId id;
  domain::SubjectKind kind = domain::SubjectKind::organization;
  domain::Scheme scheme = domain::Scheme::uscc;
  std::string code;                                             // canonical
  std::vector<std::pair<domain::Scheme, std::string>> aliases;  // the row's other codes
};

class SubjectFinder {
 public:
  SubjectFinder(const rulebook::RuleBook& book, const rulebook::Item& item,
                std::string person_secret, Date today);
  // Adds a finding when no code identifies the subject, or the item is not about this kind of
  // subject. `values` are canonical, in the item's order.
  FoundSubject find(std::span<const std::string_view> values, std::vector<Finding>& findings) const;

 private:
  std::string_view role(std::span<const std::string_view> values, rulebook::Role role) const;
  domain::SubjectKind kind_of(std::span<const std::string_view> values) const;
  void find_organization(std::span<const std::string_view> values, FoundSubject& found,
                         std::vector<Finding>& findings) const;
  void find_person(std::span<const std::string_view> values, FoundSubject& found,
                   std::vector<Finding>& findings) const;
  int position(rulebook::Role role) const;

  const rulebook::RuleBook& book_;
  const rulebook::Item& item_;
  std::string person_secret_;
  Date today_;
};

}  // namespace credence::app
