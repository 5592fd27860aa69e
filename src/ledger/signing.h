// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

// The keys of C2SP signed-note (c2sp.org/signed-note) and tlog-cosignature, over OpenSSL. Safe from
// several threads.

namespace credence::ledger {

enum class Algorithm : std::uint8_t {
  ed25519,      // type 0x01: RFC 8032 over the note's text
  cosignature,  // type 0x04: cosignature/v1, Ed25519 over time and text
  sm2,          // type 0xff "sm2-sm3/v1": GB/T 32918.2 over the note's text, SM3, the usual id, DER
};

// Who signed, as anyone may know: "<name>+<key id in hex>+<base64(type, public key)>".
struct VerifierKey {
  std::string name;
  std::uint32_t id = 0;
  Algorithm algorithm = Algorithm::ed25519;
  std::string key;  // 32 bytes; 65 (uncompressed point) for SM2

  std::string text() const;
  bool operator==(const VerifierKey&) const = default;
};

// Errors: invalid ("ledger.key"): form, kind, length, or an id that does not follow from the key.
Result<VerifierKey> parse_verifier_key(std::string_view text);

// Whether `signature` (the bytes after the key id) is the key's over the note's text. Of a
// cosignature, `time` gets the seconds since 1970 it states.
bool verify_signature(const VerifierKey& key, std::string_view text, std::string_view signature,
                      std::int64_t* time = nullptr);

class SigningKey {
 public:
  // `secret` is 32 random bytes. REQUIRES: a name without spaces and plus signs.
  SigningKey(Algorithm algorithm, std::string name, std::string secret);
  // Reads what text() wrote. Errors: invalid ("ledger.key").
  static Result<SigningKey> parse(std::string_view text);

  // "PRIVATE+KEY+<name>+<key id>+<base64(type, secret)>".
  std::string text() const;
  const VerifierKey& verifier() const { return verifier_; }
  // The signature line of a note, with its line end. `now` matters to a cosignature only.
  std::string sign(std::string_view text, Instant now) const;

 private:
  VerifierKey verifier_;
  std::string secret_;
  std::shared_ptr<void> key_;  // EVP_PKEY
};

}  // namespace credence::ledger
