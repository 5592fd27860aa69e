// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/routes.h"

// What tables of routes are written with.

namespace credence::http {

template <class T>
boost::json::value schema(wire::Schemas& schemas) {
  return schemas.of<T>();
}

// A request's body as JSON of a described struct.
template <class T>
Body json() {
  return {Body::Kind::json, schema<T>};
}

inline constexpr Body form_body{Body::Kind::form, nullptr};
inline constexpr Body file_form_body{Body::Kind::file_form, nullptr};

// A handler that answers before it returns.
inline Later now(AtOnce answer) {
  return [answer](const Services& services, const SharedRequest& request, const Reply& reply) {
    reply(answer(services, *request));
  };
}

// Who asks and as of when, for the addresses that show records.
std::vector<Parameter> asking(std::vector<Parameter> more);
// Which records, for the addresses that list them (list_filter).
std::vector<Parameter> listing(std::vector<Parameter> more);

}  // namespace credence::http
