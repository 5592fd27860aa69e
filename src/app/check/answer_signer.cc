// SPDX-License-Identifier: Apache-2.0
#include "app/check/answer_signer.h"

#include <pthread.h>

#include <utility>

#include "base/text.h"
#include "ledger/keys.h"
#include "ledger/merkle.h"

namespace credence::app {
namespace {

// The hashes of a small tree, level by level.
class Tree {
 public:
  explicit Tree(std::vector<Digest> leaves) {
    levels_.push_back(std::move(leaves));
    while (levels_.back().size() > 1) {
      const auto& below = levels_.back();
      std::vector<Digest> level;
      for (std::size_t i = 0; i + 1 < below.size(); i += 2)
        level.push_back(ledger::node_hash(below[i], below[i + 1]));
      levels_.push_back(std::move(level));
    }
  }
  // Complete subtrees alone, as ledger/merkle.h asks for them.
  ledger::NodeSource nodes() const {
    return [this](unsigned height, std::uint64_t index) { return levels_.at(height).at(index); };
  }
  std::uint64_t size() const { return levels_.front().size(); }

 private:
  std::vector<std::vector<Digest>> levels_;
};

}  // namespace

AnswerSigner::AnswerSigner(ledger::SigningKey key, const Clock& clock)
    : key_(std::move(key)), clock_(clock), thread_([this] { loop(); }) {
  ::pthread_setname_np(thread_.native_handle(), "sign");
}

AnswerSigner::~AnswerSigner() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    wake_.notify_all();
  }
  thread_.join();
}

void AnswerSigner::sign(std::string answer, Done done) {
  const std::lock_guard lock(mutex_);
  waiting_.push_back({std::move(answer), std::move(done)});
  if (waiting_.size() == 1) wake_.notify_one();
}

void AnswerSigner::loop() {
  for (;;) {
    std::vector<Waiting> group;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      group.swap(waiting_);
    }
    sign_together(std::move(group));
  }
}

void AnswerSigner::sign_together(std::vector<Waiting> group) const {
  std::vector<Digest> leaves;
  for (const Waiting& one : group) leaves.push_back(ledger::leaf_hash(one.answer));
  const Tree tree(std::move(leaves));
  const auto nodes = tree.nodes();
  const std::string checkpoint = ledger::sign_checkpoint(
      {key_.verifier().name, tree.size(), ledger::root_of(nodes, tree.size())}, std::span(&key_, 1),
      clock_.now());
  for (std::size_t i = 0; i < group.size(); ++i) {
    ledger::Proof proof;
    proof.index = i;
    proof.path = ledger::inclusion_proof(nodes, i, tree.size());
    proof.checkpoint = checkpoint;
    group[i].done(std::move(group[i].answer), std::move(proof));
  }
}

std::string with_answer(ledger::Proof proof, std::string_view answer) {
  proof.extra = answer;
  return ledger::to_text(proof);
}

bool is_answer_proof(std::string_view text) {
  const auto proof = ledger::parse_proof(text);
  if (!proof) return false;
  const auto note = ledger::parse_note(proof->checkpoint);
  const auto checkpoint = note ? ledger::parse_checkpoint(note->text) : note.error();
  return checkpoint && checkpoint->origin.ends_with(ledger::answers_ending);
}

Result<VerifiedAnswer> verify_answer(std::string_view text,
                                     std::span<const ledger::VerifierKey> keys) {
  auto proof = ledger::parse_proof(text);
  if (!proof) return proof.error();
  const auto opened = ledger::open_checkpoint(proof->checkpoint, keys);
  if (!opened) return opened.error();
  const auto& root = opened->checkpoint;
  if (!ledger::verify_inclusion(proof->index, root.size, ledger::leaf_hash(proof->extra),
                                proof->path, root.root)) {
    return make_error(
        ErrorCode::forbidden, "proof.place",
        {"答复被改动过，或者与签名不符。", "The answer was altered, or is not what was signed."},
        {"请向出具机构重新取得。", "Ask whoever gave it for it again."});
  }
  return VerifiedAnswer{std::move(proof->extra), root.origin};
}

}  // namespace credence::app
