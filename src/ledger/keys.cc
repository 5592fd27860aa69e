// SPDX-License-Identifier: Apache-2.0
#include "ledger/keys.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "base/text.h"

namespace credence::ledger {
namespace {

constexpr const char* secret_name = "log.key";
constexpr const char* public_name = "log.pub";
constexpr std::size_t secret_bytes = 32;
// The origin of a log is the address it is served under, without the scheme (tlog-tiles).
constexpr std::string_view facts_ending = "/log/facts";
constexpr std::string_view access_ending = "/log/access";
constexpr std::string_view witness_ending = "/witness";

Failure key_failure(const std::filesystem::path& path, std::string id, Words message) {
  Error error =
      make_error(ErrorCode::unavailable, std::move(id), std::move(message),
                 {"请从备份恢复 log.key 和 log.pub；没有它，日志不能继续签名。",
                  "Restore log.key and log.pub from your backup; without them the log cannot be "
                  "signed on."});
  error.place.file = path.string();
  return Failure(std::move(error));
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw key_failure(path, "ledger.key_missing",
                      {"找不到日志密钥文件。", "A file of the log's keys is missing."});
  }
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_secret(const std::filesystem::path& path, const std::string& text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const bool written =
      file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!written) {
    throw key_failure(path, "ledger.key_create",
                      {"无法写入日志密钥文件（可能已存在）。",
                       "The log's key file could not be written; it may exist already."});
  }
}

std::string plain_name(std::string_view given) {
  std::string name;
  for (const char c : given) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '.' || c == '-' || c == ':' || c == '/' || c == '_';
    name += plain ? c : '-';
  }
  while (name.ends_with('/')) name.pop_back();
  return name.empty() ? "credence" : name;
}

std::string secret_text(const NodeKeys& keys) {
  std::string text;
  for (const auto* lane : {&keys.facts, &keys.access}) {
    for (const auto& key : *lane) text += key.text() + "\n";
  }
  return text + keys.witness.text() + "\n" + keys.answers.text() + "\n";
}

// Sorts a key by the end of its name.
bool belongs(const SigningKey& key, std::string_view ending) {
  return key.verifier().name.ends_with(ending);
}

}  // namespace

NodeKeys NodeKeys::create(const std::filesystem::path& folder, std::string_view given, Suite suite,
                          Random& random) {
  const std::string name = plain_name(given);
  const auto key = [&](Algorithm algorithm, std::string_view ending) {
    return SigningKey(algorithm, name + std::string(ending), random.bytes(secret_bytes));
  };
  NodeKeys keys{name,
                {key(Algorithm::ed25519, facts_ending)},
                {key(Algorithm::ed25519, access_ending)},
                key(Algorithm::cosignature, witness_ending),
                key(Algorithm::ed25519, answers_ending)};
  if (suite == Suite::national) {
    keys.facts.push_back(key(Algorithm::sm2, facts_ending));
    keys.access.push_back(key(Algorithm::sm2, access_ending));
  }
  write_secret(folder / secret_name, secret_text(keys));
  std::ofstream out(folder / public_name, std::ios::binary);
  out << keys.public_text();
  return keys;
}

NodeKeys NodeKeys::open(const std::filesystem::path& folder) {
  const auto path = folder / secret_name;
  const std::string text = read_file(path);
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0 || (facts.st_mode & 077) != 0) {
    throw key_failure(path, "ledger.key_readable",
                      {"日志密钥文件可被其他用户读取，请执行 chmod 600。",
                       "The log's key file is readable by others; run chmod 600 on it."});
  }
  std::vector<SigningKey> lanes[2];
  std::vector<SigningKey> witness, answers;
  const Failure damaged = key_failure(path, "ledger.key_damaged",
                                      {"日志密钥文件已损坏。", "The log's key file is damaged."});
  for (const auto line : split(text, "\n")) {
    if (line.empty()) continue;
    auto key = SigningKey::parse(line);
    if (!key) throw damaged;
    if (belongs(*key, facts_ending)) {
      lanes[0].push_back(std::move(*key));
    } else if (belongs(*key, access_ending)) {
      lanes[1].push_back(std::move(*key));
    } else if (belongs(*key, answers_ending)) {
      answers.push_back(std::move(*key));
    } else {
      witness.push_back(std::move(*key));
    }
  }
  if (lanes[0].empty() || lanes[1].empty() || witness.size() != 1 || answers.size() != 1)
    throw damaged;
  const std::string& own = lanes[0].front().verifier().name;
  NodeKeys keys{own.substr(0, own.size() - facts_ending.size()), std::move(lanes[0]),
                std::move(lanes[1]), std::move(witness.front()), std::move(answers.front())};
  if (secret_text(keys) != text) throw damaged;
  if (read_file(folder / public_name) != keys.public_text()) {
    throw key_failure(folder / public_name, "ledger.key_public",
                      {"log.pub 与 log.key 不符。", "log.pub does not fit log.key."});
  }
  return keys;
}

std::vector<VerifierKey> NodeKeys::verifiers() const {
  std::vector<VerifierKey> all;
  for (const auto* lane : {&facts, &access}) {
    for (const auto& key : *lane) all.push_back(key.verifier());
  }
  all.push_back(witness.verifier());
  all.push_back(answers.verifier());
  return all;
}

std::string NodeKeys::public_text() const {
  std::string text;
  for (const auto& key : verifiers()) text += key.text() + "\n";
  return text;
}

Result<std::vector<VerifierKey>> parse_verifier_keys(std::string_view text) {
  std::vector<VerifierKey> keys;
  for (const auto part : split(text, "\n")) {
    const auto line = trim(part);
    if (line.empty() || line.starts_with('#')) continue;
    auto key = parse_verifier_key(line);
    if (!key) return key.error();
    keys.push_back(std::move(*key));
  }
  return keys;
}

}  // namespace credence::ledger
