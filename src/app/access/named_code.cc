// SPDX-License-Identifier: Apache-2.0
#include "app/access/named_code.h"

#include "base/text.h"
#include "domain/identifiers.h"

namespace credence::app {

NamedCode named_code(std::string_view text) {
  const auto colon = text.find(':');
  if (colon != std::string_view::npos) {
    if (const auto scheme = domain::scheme_from(trim(text.substr(0, colon)))) {
      return {scheme, domain::canonical_code(text.substr(colon + 1))};
    }
  }
  NamedCode named{std::nullopt, domain::canonical_code(text)};
  named.scheme = domain::guess_scheme(named.code);
  if (!named.scheme && domain::is_resident_id(domain::modern_resident_id(named.code))) {
    named.scheme = domain::Scheme::resident_id;
  }
  return named;
}

Result<NamedSubject> named_subject(const rulebook::RuleBook& book, std::string_view person_secret,
                                   std::string_view text) {
  const NamedCode named = named_code(text);
  if (named.scheme) {
    const auto verdict = domain::check_code(*named.scheme, named.code, book.regions, forever);
    if (verdict.well_formed) {
      const bool person = domain::is_personal(*named.scheme);
      return NamedSubject{person
                              ? domain::person_id(person_secret, *named.scheme, verdict.canonical)
                              : domain::organization_id(*named.scheme, verdict.canonical),
                          *named.scheme, verdict.canonical, person};
    }
  }
  return make_error(ErrorCode::invalid, "query.code",
                    {"代码无法识别。", "The code cannot be read."},
                    {"请核对代码；护照等证件请写成 passport:号码。",
                     "Check the code; write other documents as passport:NUMBER."});
}

}  // namespace credence::app
