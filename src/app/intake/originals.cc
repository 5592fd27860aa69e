// SPDX-License-Identifier: Apache-2.0
#include "app/intake/originals.h"

#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

#include <cstring>
#include <fstream>
#include <memory>
#include <optional>

#include "app/access/row_runs.h"
#include "base/digest.h"

namespace credence::app {
namespace {

constexpr std::size_t piece_bytes = 1 << 20;  // read, compressed and sealed at a time
constexpr int compression_level = 1;          // originals are written once and hardly ever read
constexpr std::string_view magic = "MXO1";    // stored; never change

Failure io_failure(const std::filesystem::path& path, bool reading) {
  Error error = make_error(
      ErrorCode::unavailable, reading ? "file.unreadable" : "file.unwritable",
      reading ? Words{"文件无法读取。", "The file cannot be read."}
              : Words{"文件无法写入：" + std::string(std::strerror(errno)) + "。",
                      "The file cannot be written: " + std::string(std::strerror(errno)) + "."},
      reading
          ? Words{"请确认文件存在且可读。", "Check that it exists and may be read."}
          : Words{
                "请检查磁盘空间和目录权限，然后重新报送；已确认的数据不受影响。",
                "Check disk space and permissions and send again; nothing acknowledged is lost."});
  error.place.file = path.filename().string();
  return Failure(std::move(error));
}

// The key of a file is wrapped for the number its hash gives.
SubjectId owner_of(const std::string& sha256) {
  return SubjectId(first_63_bits(credence::sha256(sha256)));
}

std::string length_bytes(std::size_t size) {
  std::string out(4, '\0');
  for (std::size_t i = 0; i < 4; ++i) out[i] = static_cast<char>(size >> (8 * i));
  return out;
}

std::string compress(std::string_view piece) {
  std::string out(ZSTD_compressBound(piece.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), piece.data(), piece.size(), compression_level));
  return out;
}

// A piece's number is sealed in with it, so that pieces cannot be dropped or exchanged.
std::string numbered(std::uint64_t number, bool last, std::string bytes) {
  std::string out(reinterpret_cast<const char*>(&number), sizeof number);
  out += last ? '\1' : '\0';
  return out + bytes;
}

class DurableFile {
 public:
  explicit DurableFile(std::filesystem::path path) : path_(std::move(path)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file_ < 0) throw io_failure(path_, false);
  }
  ~DurableFile() {
    if (file_ >= 0) ::close(file_);
  }
  DurableFile(const DurableFile&) = delete;
  DurableFile& operator=(const DurableFile&) = delete;

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto n = ::write(file_, bytes.data(), bytes.size());
      if (n <= 0) throw io_failure(path_, false);
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
  }
  void sync() {
    if (::fsync(file_) != 0) throw io_failure(path_, false);
  }

 private:
  std::filesystem::path path_;
  int file_ = -1;
};

// Makes a rename in it durable.
void sync_folder(const std::filesystem::path& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = handle >= 0 && ::fsync(handle) == 0;
  if (handle >= 0) ::close(handle);
  if (!synced) throw io_failure(folder, false);
}

// Calls `use(piece, last)` for each piece of the file.
template <class Use>
void each_piece(const std::filesystem::path& file, Use use) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw io_failure(file, true);
  std::string piece(piece_bytes, '\0');
  for (bool last = false; !last;) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    const auto got = static_cast<std::size_t>(in.gcount());
    last = got < piece.size();
    use(std::string_view(piece).substr(0, got), last);
  }
  if (in.bad()) throw io_failure(file, true);
}

Error damaged(const std::string& sha256) {
  Error error = make_error(ErrorCode::unavailable, "original.damaged",
                           {"留存的原始文件已损坏。", "The kept original file is damaged."},
                           {"请从备份恢复。", "Restore it from a backup."});
  error.place.file = sha256;
  return error;
}

std::optional<std::string> take(std::ifstream& in, std::size_t size) {
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (static_cast<std::size_t>(in.gcount()) != size) return std::nullopt;
  return bytes;
}

std::optional<std::size_t> take_length(std::ifstream& in) {
  const auto bytes = take(in, 4);
  if (!bytes) return std::nullopt;
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i)
    size |= static_cast<std::size_t>(static_cast<unsigned char>((*bytes)[i])) << (8 * i);
  return size <= 2 * piece_bytes ? std::optional(size) : std::nullopt;
}

// What stands before the pieces: the file's own key, wrapped. Nothing when this is no kept file.
std::optional<std::string> take_key(std::ifstream& in) {
  const auto head = take(in, magic.size());
  const auto size = head == magic ? take_length(in) : std::nullopt;
  return size ? take(in, *size) : std::nullopt;
}

}  // namespace

FileFacts file_facts(const std::filesystem::path& file) {
  Sha256Stream hash;
  FileFacts facts;
  each_piece(file, [&](std::string_view piece, bool) {
    hash.add(piece);
    facts.bytes += piece.size();
  });
  facts.sha256 = to_hex(hash.finish());
  return facts;
}

void keep_original(const std::filesystem::path& folder, const Vault& vault,
                   const std::filesystem::path& file, const FileFacts& facts) {
  const auto path = original_path(folder, facts.sha256);
  if (std::filesystem::exists(path)) return;
  std::filesystem::create_directories(path.parent_path());
  const auto unfinished = path.string() + ".part";
  const SubjectId owner = owner_of(facts.sha256);
  const std::string key = vault.new_key(owner);
  {
    DurableFile out(unfinished);
    out.write(std::string(magic) + length_bytes(key.size()) + key);
    std::uint64_t number = 0;
    each_piece(file, [&](std::string_view piece, bool last) {
      const std::string sealed = vault.seal(owner, key, numbered(number++, last, compress(piece)));
      out.write(length_bytes(sealed.size()) + sealed);
    });
    out.sync();
  }
  std::filesystem::rename(unfinished, path);
}

namespace {

// Calls `use` with each piece of the kept file.
template <class Use>
Result<void> open_original(const std::filesystem::path& folder, const Vault& vault,
                           const std::string& sha256, Use use) {
  std::ifstream in(original_path(folder, sha256), std::ios::binary);
  if (!in) {
    return make_error(ErrorCode::not_found, "original.not_found",
                      {"没有留存该文件。", "No such original file is kept."});
  }
  const SubjectId owner = owner_of(sha256);
  const auto key = take_key(in);
  if (!key) return damaged(sha256);
  std::string piece(piece_bytes, '\0');
  for (std::uint64_t number = 0;; ++number) {
    const auto size = take_length(in);
    const auto sealed = size ? take(in, *size) : std::nullopt;
    if (!sealed) return damaged(sha256);
    const auto plain = vault.open_sealed(owner, *key, *sealed);
    std::uint64_t stored = 0;
    if (!plain || plain->size() < sizeof stored + 1) return damaged(sha256);
    std::memcpy(&stored, plain->data(), sizeof stored);
    if (stored != number) return damaged(sha256);
    const std::size_t n =
        ZSTD_decompress(piece.data(), piece.size(), plain->data() + sizeof stored + 1,
                        plain->size() - sizeof stored - 1);
    if (ZSTD_isError(n) != 0U) return damaged(sha256);
    use(std::string_view(piece).substr(0, n));
    if ((*plain)[sizeof stored] == '\1') break;
  }
  if (in.peek() != std::ifstream::traits_type::eof()) return damaged(sha256);
  return {};
}

}  // namespace

Result<void> check_original(const std::filesystem::path& folder, const Vault& vault,
                            const std::string& sha256) {
  Sha256Stream hash;
  const auto opened =
      open_original(folder, vault, sha256, [&](std::string_view piece) { hash.add(piece); });
  if (!opened) return opened.error();
  if (to_hex(hash.finish()) != sha256) return damaged(sha256);
  return {};
}

Result<void> restore_original(const std::filesystem::path& folder, const Vault& vault,
                              const std::string& sha256, const std::filesystem::path& to) {
  DurableFile out(to);
  const auto opened =
      open_original(folder, vault, sha256, [&](std::string_view piece) { out.write(piece); });
  if (!opened) return opened.error();
  out.sync();
  return {};
}

// ---- the keys of kept files

namespace {

template <class Use>
void each_original(const std::filesystem::path& folder, Use use) {
  std::error_code none;
  for (const auto& one :
       std::filesystem::recursive_directory_iterator(folder / "originals", none)) {
    if (one.is_regular_file() && one.path().extension() == ".mxo") use(one.path());
  }
}

std::map<std::uint8_t, std::int64_t> count_originals(const std::filesystem::path& folder) {
  std::map<std::uint8_t, std::int64_t> counts;
  each_original(folder, [&](const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    ++counts[Vault::generation_of(take_key(in).value_or(""))];
  });
  return counts;
}

void rewrap_original(const std::filesystem::path& path, const Vault& vault) {
  std::ifstream in(path, std::ios::binary);
  const auto key = take_key(in);
  if (!key || Vault::generation_of(*key) == vault.newest_generation()) return;
  const std::string again = vault.rewrap(owner_of(path.stem().string()), *key);
  if (again.empty()) return;
  const auto unfinished = path.string() + ".part";
  {
    DurableFile out(unfinished);
    out.write(std::string(magic) + length_bytes(again.size()) + again);
    std::string piece(piece_bytes, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
      out.write(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())));
    if (in.bad()) throw io_failure(path, true);
    out.sync();
  }
  std::filesystem::rename(unfinished, path);
  sync_folder(path.parent_path());
}

}  // namespace

KeyKeeper original_keys(const std::filesystem::path& folder) {
  return {"originals", [folder] { return count_originals(folder); },
          [folder](const Vault& vault) {
            each_original(folder,
                          [&](const std::filesystem::path& path) { rewrap_original(path, vault); });
          }};
}

}  // namespace credence::app
