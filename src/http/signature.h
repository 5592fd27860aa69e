// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"

// Signed requests of machines: HTTP Message Signatures (RFC 9421) with hmac-sha256, one signature
// per request, covering "@method", "@path", "@query", "@authority" and, where there is a body,
// "content-digest" (RFC 9530, sha-256); with `created`, `keyid` and `nonce`. Pure.

namespace credence::http {

struct SignatureInput {
  std::string label;                    // "sig1"
  std::vector<std::string> components;  // "@method", …
  std::string parameters;               // as signed: ("@method" …);created=…;keyid="…"
  std::int64_t created = 0;             // seconds since 1970
  std::string key, nonce, algorithm;
  std::string signature;  // bytes
};

// Reads Signature-Input and Signature. Errors: invalid ("signature.malformed",
// "signature.uncovered": a component that must be covered is not).
Result<SignatureInput> read_signature(const Request& request);
// The text that is signed (RFC 9421 section 2.5). REQUIRES: the components are those we know.
std::string signature_base(const Request& request, const SignatureInput& input);
// Whether signature and body's digest fit. Constant time.
bool signature_fits(const Request& request, const SignatureInput& input, std::string_view secret);

// For clients of ours and tests: the three headers of a request signed with a key.
struct SignedHeaders {
  std::string signature_input, signature, content_digest;
};
SignedHeaders sign(const Request& request, std::string_view key, std::string_view secret,
                   std::int64_t created, std::string_view nonce);

}  // namespace credence::http
