// SPDX-License-Identifier: Apache-2.0
#include "app/access/vault.h"

#include <utility>

namespace credence::app {
namespace {

constexpr std::size_t key_size = 32;

// Binds a sealed text to its subject and use, so that it cannot be moved to another row.
std::string context_of(SubjectId subject, std::string_view use) {
  return std::string(use) + ":" + std::to_string(subject.value);
}

}  // namespace

Vault::Vault(NodeSecret secret, Random& random) : secret_(std::move(secret)), random_(&random) {}

Vault Vault::open(const std::filesystem::path& folder, Random& random) {
  return Vault(read_node_secret(folder), random);
}

void Vault::create(const std::filesystem::path& folder, Random& random, SealSuite suite) {
  create_node_secret(folder, suite, random);
}

std::string Vault::seal_with(std::string_view key, std::string_view context,
                             std::string_view plain) const {
  const SealSuite suite = secret_.newest().suite;
  return credence::seal(suite, key, random_->bytes(nonce_bytes(suite)), context, plain);
}

std::string Vault::wrap(SubjectId subject, std::string_view key) const {
  const auto& newest = secret_.newest();
  return static_cast<char>(newest.generation) +
         seal_with(newest.key, context_of(subject, "key"), key);
}

std::string Vault::new_key(SubjectId subject) const {
  return wrap(subject, random_->bytes(key_size));
}

std::uint8_t Vault::generation_of(std::string_view wrapped_key) {
  return wrapped_key.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(wrapped_key.front());
}

std::string Vault::unwrap(SubjectId subject, std::string_view wrapped_key) const {
  for (const auto& one : secret_.wrapping) {
    if (one.generation != generation_of(wrapped_key)) continue;
    std::string key;
    if (credence::open(one.key, context_of(subject, "key"), wrapped_key.substr(1), key)) return key;
  }
  return {};
}

std::string Vault::rewrap(SubjectId subject, std::string_view wrapped_key) const {
  const std::string key = unwrap(subject, wrapped_key);
  return key.empty() ? std::string() : wrap(subject, key);
}

std::string Vault::seal(SubjectId subject, std::string_view wrapped_key,
                        std::string_view plain) const {
  const std::string key = unwrap(subject, wrapped_key);
  if (key.empty()) {
    throw Failure(make_error(ErrorCode::unavailable, "vault.damaged",
                             {"信用主体的密钥无法解开。", "A subject's key cannot be unwrapped."}));
  }
  return seal_with(key, context_of(subject, "fields"), plain);
}

Result<std::string> Vault::open_sealed(SubjectId subject, std::string_view wrapped_key,
                                       std::string_view sealed) const {
  if (wrapped_key.empty()) {
    return make_error(
        ErrorCode::not_found, "vault.forgotten",
        {"该信息的密钥已依法销毁。", "The key of this information was lawfully destroyed."}, {},
        "PIPL-2021/47");
  }
  const std::string key = unwrap(subject, wrapped_key);
  std::string plain;
  if (key.empty() || !credence::open(key, context_of(subject, "fields"), sealed, plain)) {
    return make_error(
        ErrorCode::unavailable, "vault.damaged",
        {"密封的个人信息与密钥不符。", "Sealed personal fields and their key do not agree."});
  }
  return plain;
}

}  // namespace credence::app
