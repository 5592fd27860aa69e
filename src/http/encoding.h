// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

// Content codings (RFC 9110 8.4, 12.5.3).

namespace credence::http {

// Whether what was sent as Accept-Encoding takes a coding: "br", "gzip". A weight of 0 refuses it.
bool takes_encoding(std::string_view accepted, std::string_view coding);

// Packs a text that everybody may see, when the asker takes gzip and it is long enough to gain by
// it; sets Content-Encoding, Vary and the form's own ETag. What answers one asker alone is never
// packed: over TLS its length would tell what is in it (BREACH).
void pack(Response& response, const Request& request);

}  // namespace credence::http
