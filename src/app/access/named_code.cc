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

}  // namespace credence::app
