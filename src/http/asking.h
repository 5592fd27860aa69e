// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/handlers.h"
#include "http/routes.h"
#include "wire/from_json.h"

// What handlers share: reading parameters and bodies, admitting a question, and answering once its
// trace is durable.

namespace credence::http {

inline constexpr int page_rows = 100;
inline constexpr int page_rows_max = 500;

// What a handler throws to be answered with a problem document.
[[noreturn]] void refuse(ErrorCode code, std::string id, Words message, Words remedy,
                         std::string basis = {});

// Whole numbers, days and the two times of an answer, from the query. Throw Failure (invalid).
int number(const Request& request, std::string_view name, int otherwise, int most);
Date day(const Request& request, std::string_view name, Date otherwise);
app::AsOf as_of(const Services& services, const Request& request);
app::AsOf as_of(const Services& services, std::string_view day, std::string_view known);

boost::json::value json_body(const Request& request);
// The body as a described struct. Throws Failure (invalid, "json.shape", "json.syntax").
template <class T>
T body_of(const Request& request) {
  return wire::from_json<T>(json_body(request)).or_throw();
}

// A question whose code must not stand in an address, where proxies and histories keep it: about a
// person, or anybody.
struct LookupForm {
  std::string code;
  std::optional<std::string> purpose, matter, consent, as_of, known;
  std::optional<bool> sealed;
};
BOOST_DESCRIBE_STRUCT(LookupForm, (), (code, purpose, matter, consent, as_of, known, sealed))

app::Question question_of(const Request& request);                          // from the query
app::Question question_of(const Request& request, const LookupForm& form);  // from the body
app::Permit permit_of(const Services& services, const Request& request);
// For a subject's own file.
app::Permit own_permit(const Services& services, const Request& request);

// What anybody may keep a copy of: published, and asked for by nobody in particular.
bool is_open(const app::Permit& permit);
// The filter of a list, from the query.
app::ListFilter list_filter(const Request& request);

// A code from an address. Throws Failure (not_found, "http.personal_code") when it is that of a
// person: those come in a body.
const std::string& code_of(const Request& request);

// Answers with a value once its access entry is durable.
void release_file(const Services& services, const app::Permit& permit, app::PendingFile pending,
                  SharedRequest request, Reply reply);
void release_page(const Services& services, const app::Permit& permit,
                  app::Pending<app::DisclosedPage> pending, SharedRequest request, Reply reply);

template <class T>
Response json_of(const T& value) {
  return json_response(wire::to_line(value));
}

// Answers with what `make` writes of a value, once its access entry is durable.
template <class T>
void release_as(const Services& services, const app::Permit& permit, app::Pending<T> pending,
                Response (*make)(const T&), const SharedRequest& request, const Reply& reply) {
  services.ledger.release_later<Response>(
      permit, std::move(pending).as(make), [reply](Response answer) { reply(std::move(answer)); },
      [request, reply](std::exception_ptr) { reply(not_recorded(request->id)); });
}

}  // namespace credence::http
