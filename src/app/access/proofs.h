// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/attested.h"
#include "ledger/note.h"
#include "store/log.h"

// Proofs that something stands in the log, and their checking without the platform (C2SP
// tlog-proof). The extra data of a proof is the salt and the statement, so that a proof file says
// in words what it proves.

namespace credence::app {

// What an entry of the log is a commitment to.
struct Attestation {
  domain::Attested kind{};
  std::string salt;
  std::string statement;  // JSON
};

bool attests(std::string_view entry, const Attestation& attestation);

// The proof of an entry in the newest checkpoint. REQUIRES: leaf is below its size.
std::string proof_text(store::Session& sql, store::Lane lane, std::uint64_t leaf,
                       const Attestation& attestation);

struct VerifiedProof {
  domain::Attested kind{};
  std::string statement;  // JSON, as it was said
  std::uint64_t index = 0;
  ledger::Checkpoint checkpoint;
  std::vector<std::string> signed_by;  // key names, with the time of a cosignature
};

// Errors: invalid (not a proof), forbidden: "proof.altered" (what it says is not what was logged),
// "proof.place" (the path does not lead to the root), "ledger.signature". Pure; needs nothing but
// the file and the issuer's keys.
Result<VerifiedProof> verify_proof(std::string_view text,
                                   std::span<const ledger::VerifierKey> keys);

// "row_added"; in words for people.
std::string_view kind_name(domain::Attested kind);
Words kind_words(domain::Attested kind);

}  // namespace credence::app
