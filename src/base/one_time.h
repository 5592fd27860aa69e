// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/date.h"

// Codes of an authenticator app, the second factor: TOTP (RFC 6238) with SHA-1, steps of 30
// seconds and six digits, the only form every such app understands. Secrets are raw bytes. Thread
// safe, as far as the Random is.

namespace credence {

// 20 bytes, the length RFC 4226 recommends.
std::string new_totp_secret(Random& random);

// RFC 4648 section 6, upper case, without padding. Reading also takes lower case and spaces, as
// people type it; nothing for any other text.
std::string to_base32(std::string_view bytes);
std::optional<std::string> from_base32(std::string_view text);

// The code shown at `at`.
std::string totp_code(std::string_view secret, Instant at);

// The step (30 seconds since 1970) whose code this is, looking one step back and one ahead, or
// nothing. A code proves something only once: the caller keeps the step and refuses one that is
// not later (RFC 6238 section 5.2). Codes are compared in constant time.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant at);

// The address an authenticator app reads from a QR code:
// "otpauth://totp/<issuer>:<account>?secret=…&issuer=…", percent-encoded.
std::string totp_address(std::string_view issuer, std::string_view account,
                         std::string_view secret);

}  // namespace credence
