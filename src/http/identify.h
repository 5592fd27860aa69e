// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "http/routes.h"

// Who a request comes from, by what it shows: a key, a signature, a client certificate, a session's
// cookie; and whether they may call this address.

namespace credence::http {

// Whether finding out waits for something durable, so that it belongs on a worker.
bool is_slow_to_identify(const Request& request);

// Fills in caller and session. Two kinds of credentials at once are refused. Errors: invalid
// ("access.two_credentials", those of read_signature), unidentified ("key.refused", "key.replayed",
// "signature.old"), forbidden ("account.inactive"). A session that ended leaves an anonymous
// caller: public pages stay open to who has an old cookie.
Result<void> identify(const Services& services, Request& request);

// Errors: unidentified ("access.unidentified"), forbidden ("access.power",
// "account.password_outdated", "csrf", "confirmation.required", "access.people_only").
Result<void> check_guard(const Services& services, const Route& route, const Request& request);

// How many requests a minute the caller has, and under which name they are counted.
struct Quota {
  std::string who;
  std::int64_t per_minute = 0;
};
Quota quota_of(const Services& services, const Request& request);

}  // namespace credence::http
