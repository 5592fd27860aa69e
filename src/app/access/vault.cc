// SPDX-License-Identifier: Apache-2.0
#include "app/access/vault.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "base/digest.h"

namespace credence::app {
namespace {

constexpr std::size_t key_size = 32;
constexpr std::size_t nonce_size = 12;
constexpr const char* file_name = "node.secret";

Failure secret_failure(const std::filesystem::path& path, std::string id, Words message,
                       Words remedy) {
  Error error =
      make_error(ErrorCode::unavailable, std::move(id), std::move(message), std::move(remedy));
  error.place.file = path.string();
  return Failure(std::move(error));
}

// Binds a sealed text to its subject and use, so that it cannot be moved to another row.
std::string context_of(SubjectId subject, std::string_view use) {
  return std::string(use) + ":" + std::to_string(subject.value);
}

std::string read_secret(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    throw secret_failure(path, "vault.missing",
                         {"找不到节点密钥文件。", "The node's secret file is missing."},
                         {"请从备份恢复 node.secret；没有它，自然人信息无法读取。",
                          "Restore node.secret from your backup; personal fields cannot be read "
                          "without it."});
  }
  struct stat facts {};
  std::string secret(2 * key_size, '\0');
  const bool whole = ::fstat(file, &facts) == 0 && ::read(file, secret.data(), secret.size()) ==
                                                       static_cast<ssize_t>(secret.size());
  ::close(file);
  if (!whole) {
    throw secret_failure(path, "vault.short",
                         {"节点密钥文件不完整。", "The node's secret file is cut short."},
                         {"请从备份恢复 node.secret。", "Restore node.secret from your backup."});
  }
  if ((facts.st_mode & 077) != 0) {
    throw secret_failure(
        path, "vault.readable",
        {"节点密钥文件可被其他用户读取。", "The node's secret file is readable by others."},
        {"请执行 chmod 600。", "Run chmod 600 on it."});
  }
  return secret;
}

}  // namespace

Vault::Vault(std::string person_secret, std::string wrapping_key, Random& random)
    : person_secret_(std::move(person_secret)),
      wrapping_key_(std::move(wrapping_key)),
      random_(&random) {}

Vault Vault::open(const std::filesystem::path& folder, Random& random) {
  const std::string secret = read_secret(folder / file_name);
  return Vault(secret.substr(0, key_size), secret.substr(key_size), random);
}

void Vault::create(const std::filesystem::path& folder, Random& random) {
  const auto path = folder / file_name;
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const std::string secret = random.bytes(2 * key_size);
  const bool written =
      file >= 0 &&
      ::write(file, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) &&
      ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!written) {
    throw secret_failure(
        path, "vault.create",
        {"无法写入节点密钥文件（可能已存在）。",
         "The node's secret file could not be written; it may exist already."},
        {"请检查目录权限；已有的密钥绝不能覆盖。",
         "Check the folder's permissions; an existing secret must never be replaced."});
  }
}

std::string Vault::new_key(SubjectId subject) const {
  return credence::seal(wrapping_key_, random_->bytes(nonce_size), context_of(subject, "key"),
                        random_->bytes(key_size));
}

std::string Vault::unwrap(SubjectId subject, std::string_view wrapped_key) const {
  std::string key;
  if (!credence::open(wrapping_key_, context_of(subject, "key"), wrapped_key, key)) key.clear();
  return key;
}

std::string Vault::seal(SubjectId subject, std::string_view wrapped_key,
                        std::string_view plain) const {
  const std::string key = unwrap(subject, wrapped_key);
  if (key.empty()) {
    throw Failure(make_error(ErrorCode::unavailable, "vault.damaged",
                             {"信用主体的密钥无法解开。", "A subject's key cannot be unwrapped."}));
  }
  return credence::seal(key, random_->bytes(nonce_size), context_of(subject, "fields"), plain);
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
