// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"
#include "domain/subject.h"
#include "rulebook/rulebook.h"

namespace credence::app {

// A code with the kind it is of: said by a prefix ("passport:E1234567"), or told by its form;
// nothing when neither.
struct NamedCode {
  std::optional<domain::Scheme> scheme;
  std::string code;  // canonical
};
NamedCode named_code(std::string_view text);

// The subject a code names, known to the platform or not.
struct NamedSubject {
  SubjectId id;
  domain::Scheme scheme{};
  std::string code;  // canonical
  bool person = false;
};
// Errors: invalid ("query.code"). `person_secret`: the vault's.
Result<NamedSubject> named_subject(const rulebook::RuleBook& book, std::string_view person_secret,
                                   std::string_view text);

}  // namespace credence::app
