// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "ledger/note.h"
#include "ledger/signing.h"

// Signs answers of checks. What waits together is signed together: the answers become the leaves of
// a tree (RFC 6962), its root is signed once, and each answer gets its path (C2SP tlog-proof). So a
// signature costs each of them a few hashes. Each tree stands for itself: it holds the answers that
// were signed in one moment, and nothing is claimed of one tree and another.

namespace credence::app {

// Thread safe.
class AnswerSigner {
 public:
  AnswerSigner(ledger::SigningKey key, const Clock& clock);
  // Signs what still waits.
  ~AnswerSigner();
  AnswerSigner(const AnswerSigner&) = delete;
  AnswerSigner& operator=(const AnswerSigner&) = delete;

  // Calls `done` with the answer and its proof, without the answer in it, on the signer's thread.
  using Done = std::function<void(std::string answer, ledger::Proof proof)>;
  void sign(std::string answer, Done done);

 private:
  struct Waiting {
    std::string answer;
    Done done;
  };
  void loop();
  void sign_together(std::vector<Waiting> group) const;

  ledger::SigningKey key_;
  const Clock& clock_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<Waiting> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

// The proof as a file that carries its answer.
std::string with_answer(ledger::Proof proof, std::string_view answer);

struct VerifiedAnswer {
  std::string answer;  // JSON, as it was given
  std::string signed_by;
};
// Whether a proof file carries an answer that one of the keys signed. Errors: invalid
// ("ledger.proof"), forbidden ("proof.place": the path does not lead to the root;
// "ledger.signature"). Pure.
Result<VerifiedAnswer> verify_answer(std::string_view text,
                                     std::span<const ledger::VerifierKey> keys);
// Whether a proof file is one of an answer, by the name of its tree.
bool is_answer_proof(std::string_view text);

}  // namespace credence::app
