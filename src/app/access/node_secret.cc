// SPDX-License-Identifier: Apache-2.0
#include "app/access/node_secret.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/digest.h"
#include "base/ensure.h"
#include "base/text.h"

namespace credence::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t key_bytes = 32;
constexpr std::size_t file_bytes_max = 64 * 1024;
constexpr const char* file_name = "node.secret";
constexpr std::string_view first_line = "credence node.secret 1";  // stored; never change

Failure secret_failure(const fs::path& path, std::string id, Words message, Words remedy) {
  Error error =
      make_error(ErrorCode::unavailable, std::move(id), std::move(message), std::move(remedy));
  error.place.file = path.string();
  return Failure(std::move(error));
}

Failure missing(const fs::path& path) {
  return secret_failure(path, "vault.missing",
                        {"找不到节点密钥文件。", "The node's secret file is missing."},
                        {"请从备份恢复 node.secret；没有它，自然人信息无法读取。",
                         "Restore node.secret from your backup; personal fields cannot be read "
                         "without it."});
}

Failure unwritable(const fs::path& path) {
  return secret_failure(path, "vault.create",
                        {"无法写入节点密钥文件（可能已存在）。",
                         "The node's secret file could not be written; it may exist already."},
                        {"请检查目录权限和磁盘空间；已有的密钥绝不能覆盖。",
                         "Check the folder's permissions and disk space; an existing secret must "
                         "never be replaced."});
}

// A file handle that closes itself.
class Handle {
 public:
  Handle(const fs::path& path, int flags) : file_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~Handle() {
    if (file_ >= 0) ::close(file_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  int get() const { return file_; }
  bool write_durably(std::string_view bytes) const {
    return file_ >= 0 && ::pwrite(file_, bytes.data(), bytes.size(), 0) == std::ssize(bytes) &&
           ::fsync(file_) == 0;
  }

 private:
  int file_;
};

bool sync_folder(const fs::path& folder) {
  const Handle handle(folder, O_RDONLY | O_DIRECTORY);
  return handle.get() >= 0 && ::fsync(handle.get()) == 0;
}

std::string read_private(const fs::path& path) {
  const Handle file(path, O_RDONLY);
  struct stat facts {};
  if (file.get() < 0 || ::fstat(file.get(), &facts) != 0) throw missing(path);
  if ((facts.st_mode & 077) != 0) {
    throw secret_failure(
        path, "vault.readable",
        {"节点密钥文件可被其他用户读取。", "The node's secret file is readable by others."},
        {"请执行 chmod 600。", "Run chmod 600 on it."});
  }
  std::string text(file_bytes_max, '\0');
  const auto got = ::read(file.get(), text.data(), text.size());
  text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return text;
}

std::optional<std::string> from_hex(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    bytes += static_cast<char>(digit(text[i]) << 4 | digit(text[i + 1]));
  }
  // What is no hexadecimal digit does not come out again.
  return to_hex(bytes) == text ? std::optional(bytes) : std::nullopt;
}

std::optional<std::string> key_from(std::string_view text) {
  return text.size() == 2 * key_bytes ? from_hex(text) : std::nullopt;
}

std::optional<SealSuite> suite_from(std::string_view name) {
  for (const auto suite : {SealSuite::aes_gcm, SealSuite::sm4_sm3})
    if (name == suite_name(suite)) return suite;
  return std::nullopt;
}

std::optional<std::uint8_t> generation_from(std::string_view text) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number >= 1 && number <= UINT8_MAX ? std::optional(static_cast<std::uint8_t>(number))
                                            : std::nullopt;
}

std::optional<WrappingKey> wrapping_from(std::string_view line) {
  const auto words = split(line, " ");
  if (words.size() != 4 || words[0] != "wrap") return std::nullopt;
  const auto generation = generation_from(words[1]);
  const auto suite = suite_from(words[2]);
  auto key = key_from(words[3]);
  if (!generation || !suite || !key) return std::nullopt;
  return WrappingKey{*generation, *suite, std::move(*key)};
}

std::optional<NodeSecret> secret_from(std::string_view text) {
  const auto lines = split(text, "\n");
  if (lines.size() < 4 || lines[0] != first_line || !lines[1].starts_with("person ") ||
      !lines.back().empty())
    return std::nullopt;
  auto person = key_from(lines[1].substr(lines[1].find(' ') + 1));
  if (!person) return std::nullopt;
  NodeSecret secret{std::move(*person), {}};
  for (std::size_t i = 2; i + 1 < lines.size(); ++i) {
    auto key = wrapping_from(lines[i]);
    if (!key) return std::nullopt;
    for (const auto& other : secret.wrapping)
      if (other.generation == key->generation) return std::nullopt;
    secret.wrapping.push_back(std::move(*key));
  }
  return secret.text() == text ? std::optional(std::move(secret)) : std::nullopt;
}

}  // namespace

const char* suite_name(SealSuite suite) {
  switch (suite) {
    case SealSuite::aes_gcm:
      return "aes-gcm";
    case SealSuite::sm4_sm3:
      return "sm4-sm3";
  }
  return "";
}

std::string NodeSecret::text() const {
  std::string out = std::string(first_line) + "\nperson " + to_hex(person) + "\n";
  for (const auto& one : wrapping) {
    out += "wrap " + std::to_string(one.generation) + " " + suite_name(one.suite) + " " +
           to_hex(one.key) + "\n";
  }
  return out;
}

Result<NodeSecret> parse_node_secret(std::string_view text) {
  auto secret = secret_from(text);
  if (secret) return std::move(*secret);
  return make_error(ErrorCode::invalid, "vault.format",
                    {"节点密钥文件的内容已损坏，或由更新的版本写入。",
                     "The node's secret file is damaged, or a newer program wrote it."},
                    {"请从备份恢复 node.secret。", "Restore node.secret from your backup."});
}

NodeSecret read_node_secret(const fs::path& folder) {
  const auto path = folder / file_name;
  auto secret = parse_node_secret(read_private(path));
  if (secret) return std::move(*secret);
  Error error = secret.error();
  error.place.file = path.string();
  throw Failure(std::move(error));
}

// link() refuses to replace, unlike rename().
NodeSecret create_node_secret(const fs::path& folder, SealSuite suite, Random& random) {
  NodeSecret secret{random.bytes(key_bytes), {{1, suite, random.bytes(key_bytes)}}};
  const auto path = folder / file_name;
  const auto unfinished = path.string() + ".part";
  const Handle file(unfinished, O_WRONLY | O_CREAT | O_TRUNC);
  const bool written =
      file.write_durably(secret.text()) && ::link(unfinished.c_str(), path.c_str()) == 0;
  ::unlink(unfinished.c_str());
  if (!written || !sync_folder(folder)) throw unwritable(path);
  return secret;
}

void replace_node_secret(const fs::path& folder, const NodeSecret& secret) {
  const auto path = folder / file_name;
  const auto unfinished = path.string() + ".part";
  const std::size_t old_size = read_private(path).size();
  const Handle old(path, O_WRONLY);
  const Handle file(unfinished, O_WRONLY | O_CREAT | O_TRUNC);
  if (!file.write_durably(secret.text()) || ::rename(unfinished.c_str(), path.c_str()) != 0 ||
      !sync_folder(folder)) {
    throw unwritable(path);
  }
  (void)old.write_durably(std::string(old_size, '\0'));
}

NodeSecret with_new_generation(NodeSecret secret, SealSuite suite, Random& random) {
  ensure(secret.wrapping.size() == 1, "one rotation at a time");
  const auto next = static_cast<std::uint8_t>(secret.newest().generation % UINT8_MAX + 1);
  secret.wrapping.push_back({next, suite, random.bytes(key_bytes)});
  return secret;
}

}  // namespace credence::app
