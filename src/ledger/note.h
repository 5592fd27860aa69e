// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "ledger/signing.h"

// Signed notes, checkpoints and proofs in the public formats (C2SP signed-note, tlog-checkpoint,
// tlog-proof). Pure.

namespace credence::ledger {

struct NoteSignature {
  std::string name;
  std::uint32_t id = 0;
  std::string bytes;  // behind the key id
  std::string line;   // as it stood, without its line end
};

struct Note {
  std::string text;  // ends with a line end
  std::vector<NoteSignature> signatures;
};

// Errors: invalid ("ledger.note").
Result<Note> parse_note(std::string_view bytes);

// A signature of a note that holds.
struct GoodSignature {
  const VerifierKey* by = nullptr;
  std::int64_t time = 0;  // of a cosignature: seconds since 1970
};
// Those of the known keys. Errors: forbidden ("ledger.signature") when one of a known key is wrong
// or none is there. REQUIRES: `known` outlives the answer.
Result<std::vector<GoodSignature>> verify_note(const Note& note,
                                               std::span<const VerifierKey> known);

// What a log says it is: its name, how many entries, and the root over them.
struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Digest root{};
  bool operator==(const Checkpoint&) const = default;
};
std::string to_text(const Checkpoint& checkpoint);  // the note's text
// Extension lines are allowed and left aside. Errors: invalid ("ledger.checkpoint").
Result<Checkpoint> parse_checkpoint(std::string_view note_text);

// "<text>\n<signature lines>" by each key.
std::string sign_checkpoint(const Checkpoint& checkpoint, std::span<const SigningKey> keys,
                            Instant now);

// A signed checkpoint whose signature by a known key holds. Errors: those above.
struct OpenedCheckpoint {
  Checkpoint checkpoint;
  Note note;
};
Result<OpenedCheckpoint> open_checkpoint(std::string_view bytes,
                                         std::span<const VerifierKey> known);

// An entry's place in a log, provable offline.
struct Proof {
  std::string extra;  // not authenticated by itself; here: salt and statement
  std::uint64_t index = 0;
  std::vector<Digest> path;
  std::string checkpoint;  // signed, verbatim
};
std::string to_text(const Proof& proof);
// Errors: invalid ("ledger.proof").
Result<Proof> parse_proof(std::string_view text);

// Digest from 32 raw bytes, and a line of base64.
std::optional<Digest> digest_from(std::string_view bytes);
std::optional<Digest> digest_from_base64(std::string_view text);
std::string to_base64(const Digest& digest);
inline std::string_view bytes_of(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
// Decimal without leading zeroes.
std::optional<std::uint64_t> read_number(std::string_view text);

}  // namespace credence::ledger
