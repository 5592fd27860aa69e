// SPDX-License-Identifier: Apache-2.0
#include "app/access/sealed_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <optional>

#include "base/digest.h"

namespace credence::app {
namespace {

constexpr std::size_t piece_bytes = 1 << 20;  // read, compressed and sealed at a time
constexpr int compression_level = 1;          // written once and hardly ever read
constexpr std::string_view magic = "MXO1";    // stored; never change
constexpr const char* ending = ".mxo";
constexpr const char* unfinished_ending = ".part";  // left out of backups

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

// A name of its own for what is being written, so that two writers do not meet.
std::filesystem::path unfinished(const std::filesystem::path& path, const Vault& vault) {
  return path.string() + "." + to_hex(vault.random().bytes(6)) + unfinished_ending;
}

// Renews the day of a file; false when there is none.
bool touch(const std::filesystem::path& path) {
  return ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0) == 0;
}

std::optional<Instant> last_kept(const std::filesystem::path& path) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0) return std::nullopt;
  return Instant(facts.st_mtim.tv_sec * 1'000'000LL + facts.st_mtim.tv_nsec / 1'000);
}

void write_head(DurableFile& out, const std::string& key) {
  out.write(std::string(magic) + length_bytes(key.size()) + key);
}

void rewrap(const std::filesystem::path& path, const Vault& vault) {
  std::ifstream in(path, std::ios::binary);
  const auto key = take_key(in);
  if (!key || Vault::generation_of(*key) == vault.newest_generation()) return;
  const std::string again = vault.rewrap(owner_of(path.stem().string()), *key);
  if (again.empty()) return;
  const auto beside = unfinished(path, vault);
  {
    DurableFile out(beside);
    write_head(out, again);
    std::string piece(piece_bytes, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
      out.write(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())));
    if (in.bad()) throw io_failure(path, true);
    out.sync();
  }
  std::filesystem::rename(beside, path);
  sync_folder(path.parent_path());
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
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

FileFacts text_facts(std::string_view bytes) { return {to_hex(sha256(bytes)), bytes.size()}; }

SealedFiles originals(const std::filesystem::path& folder) { return {folder, "original"}; }

SealedFiles::SealedFiles(const std::filesystem::path& folder, std::string kind)
    : folder_(folder / (kind + "s")), kind_(std::move(kind)) {}

std::filesystem::path SealedFiles::path(const std::string& sha256) const {
  return folder_ / sha256.substr(0, 2) / (sha256 + ending);
}

Error SealedFiles::not_found() const {
  return make_error(ErrorCode::not_found, kind_ + ".not_found",
                    {"没有留存该文件。", "No such file is kept."});
}

Error SealedFiles::damaged(const std::string& sha256) const {
  Error error = make_error(ErrorCode::unavailable, kind_ + ".damaged",
                           {"留存的文件已损坏。", "The kept file is damaged."},
                           {"请从备份恢复。", "Restore it from a backup."});
  error.place.file = sha256;
  return error;
}

// ---- keeping

void SealedFiles::write(const Vault& vault, const FileFacts& facts, const Pieces& pieces) const {
  const auto place = path(facts.sha256);
  if (touch(place)) return;
  std::filesystem::create_directories(place.parent_path());
  const auto beside = unfinished(place, vault);
  const SubjectId owner = owner_of(facts.sha256);
  const std::string key = vault.new_key(owner);
  {
    DurableFile out(beside);
    write_head(out, key);
    std::uint64_t number = 0;
    pieces([&](std::string_view piece, bool last) {
      const std::string sealed = vault.seal(owner, key, numbered(number++, last, compress(piece)));
      out.write(length_bytes(sealed.size()) + sealed);
    });
    out.sync();
  }
  std::filesystem::rename(beside, place);
  sync_folder(place.parent_path());
}

void SealedFiles::keep(const Vault& vault, const std::filesystem::path& file,
                       const FileFacts& facts) const {
  write(vault, facts, [&](const auto& use) { each_piece(file, use); });
}

void SealedFiles::keep_bytes(const Vault& vault, std::string_view bytes,
                             const FileFacts& facts) const {
  write(vault, facts, [&](const auto& use) {
    for (; bytes.size() >= piece_bytes; bytes.remove_prefix(piece_bytes))
      use(bytes.substr(0, piece_bytes), false);
    use(bytes, true);
  });
}

bool SealedFiles::renew(const std::string& sha256) const {
  return is_sha256(sha256) && touch(path(sha256));
}

// ---- opening

Result<void> SealedFiles::read(const Vault& vault, const std::string& sha256,
                               const std::function<void(std::string_view)>& use) const {
  if (!is_sha256(sha256)) return not_found();
  std::ifstream in(path(sha256), std::ios::binary);
  if (!in) return not_found();
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

Result<void> SealedFiles::check(const Vault& vault, const std::string& sha256) const {
  Sha256Stream hash;
  auto opened = read(vault, sha256, [&](std::string_view piece) { hash.add(piece); });
  if (opened && to_hex(hash.finish()) != sha256) return damaged(sha256);
  return opened;
}

Result<std::string> SealedFiles::open(const Vault& vault, const std::string& sha256) const {
  std::string bytes;
  const auto opened = read(vault, sha256, [&](std::string_view piece) { bytes += piece; });
  if (!opened) return opened.error();
  if (text_facts(bytes).sha256 != sha256) return damaged(sha256);
  return bytes;
}

Result<void> SealedFiles::restore(const Vault& vault, const std::string& sha256,
                                  const std::filesystem::path& to) const {
  DurableFile out(to);
  auto opened = read(vault, sha256, [&](std::string_view piece) { out.write(piece); });
  if (opened) out.sync();
  return opened;
}

// ---- keys

KeyKeeper SealedFiles::keys() const {
  const auto each_kept = [files = *this](const auto& use) {
    files.each([&](const std::filesystem::path& one) {
      if (one.extension() == ending) use(one);
    });
  };
  return {kind_ + "s",
          [each_kept] {
            std::map<std::uint8_t, std::int64_t> counts;
            each_kept([&](const std::filesystem::path& one) {
              std::ifstream in(one, std::ios::binary);
              ++counts[Vault::generation_of(take_key(in).value_or(""))];
            });
            return counts;
          },
          [each_kept](const Vault& vault) {
            each_kept([&](const std::filesystem::path& one) { rewrap(one, vault); });
          }};
}

// ---- destroying

bool SealedFiles::destroy(const std::string& sha256) const {
  return is_sha256(sha256) && destroy_file(path(sha256));
}

std::size_t SealedFiles::sweep(const std::set<std::string>& known, Instant before) const {
  std::vector<std::filesystem::path> old;
  each([&](const std::filesystem::path& one) {
    const bool ours = one.extension() == ending || one.extension() == unfinished_ending;
    if (!ours || (one.extension() == ending && known.contains(one.stem().string()))) return;
    const auto kept = last_kept(one);
    if (kept && *kept < before) old.push_back(one);
  });
  return static_cast<std::size_t>(std::ranges::count_if(old, destroy_file));
}

void SealedFiles::each(const std::function<void(const std::filesystem::path&)>& use) const {
  std::error_code none;
  for (const auto& one : std::filesystem::recursive_directory_iterator(folder_, none)) {
    if (one.is_regular_file()) use(one.path());
  }
}

bool destroy_file(const std::filesystem::path& file) {
  std::error_code none;
  const auto size = std::filesystem::file_size(file, none);
  if (none) return false;
  const int handle = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  if (handle >= 0) {
    const std::string zeroes(1 << 16, '\0');
    for (std::uintmax_t done = 0; done < size; done += zeroes.size()) {
      if (::write(handle, zeroes.data(), std::min<std::uintmax_t>(zeroes.size(), size - done)) < 0)
        break;
    }
    ::fsync(handle);
    ::close(handle);
  }
  return std::filesystem::remove(file, none);
}

}  // namespace credence::app
