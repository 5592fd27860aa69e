// SPDX-License-Identifier: Apache-2.0
#include "store/journal_segment.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace credence::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "credence journal 1\n";
constexpr std::size_t sum_bytes = 8, hash_bytes = 32;
constexpr std::size_t summed_bytes = 4 + 8 + hash_bytes, header_bytes = summed_bytes + sum_bytes;
constexpr const char* ending = ".journal";

Failure failed(const fs::path& file, int reason) {
  const std::string why = std::strerror(reason);
  Error error = make_error(
      ErrorCode::unavailable, "journal.write",
      {"查询流水无法写入：" + why + "。没有留痕就不作答复。",
       "The journal of looks cannot be written: " + why + ". Without a trace there is no answer."},
      {"请检查数据目录的磁盘空间和权限。", "Check the data folder's disk space and permissions."},
      "SD-2020/36");
  error.place.file = file.string();
  return Failure(std::move(error));
}

// ---- bytes

template <class Number>
void put(std::string& out, Number value) {
  for (std::size_t i = 0; i < sizeof value; ++i)
    out += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xff);
}
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < width; ++i)
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return value;
}
std::string_view bytes_of(const Digest& digest, std::size_t count = hash_bytes) {
  return {reinterpret_cast<const char*>(digest.data()), count};
}

// The hash of a group: `place` is its length and instant as they stand in the header.
Digest running_hash(const Digest& before, std::string_view place, std::string_view payload) {
  Sha256Stream hash;
  hash.add(bytes_of(before));
  hash.add(place);
  hash.add(payload);
  return hash.finish();
}

void put_header(std::string& group, const Digest& hash) {
  std::string head = group.substr(0, summed_bytes - hash_bytes);
  head += bytes_of(hash);
  head += bytes_of(sha256(head), sum_bytes);
  group.replace(0, header_bytes, head);
}

// ---- files

bool write_all(int handle, std::string_view bytes, std::uint64_t at) {
  while (!bytes.empty()) {
    const auto written = ::pwrite(handle, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
    at += static_cast<std::uint64_t>(written);
  }
  return true;
}

void sync_folder(const fs::path& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = handle >= 0 && ::fsync(handle) == 0;
  const int reason = errno;
  if (handle >= 0) ::close(handle);
  if (!synced) throw failed(folder, reason);
}

void make_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) return sync_folder(folder.parent_path());
  if (errno != EEXIST) throw failed(folder, errno);
}

std::string read_whole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Another process may have adopted the file, moved it and deleted it before this one had the lock.
bool is_ours(int handle) {
  struct stat facts {};
  return ::flock(handle, LOCK_EX | LOCK_NB) == 0 && ::fstat(handle, &facts) == 0 &&
         facts.st_nlink > 0;
}

}  // namespace

// ---- writing

JournalSegment::JournalSegment(fs::path file, int handle)
    : file_(std::move(file)), handle_(handle), running_(sha256(name())) {}

JournalSegment::~JournalSegment() { ::close(handle_); }

std::unique_ptr<JournalSegment> JournalSegment::create(const fs::path& folder, Instant now) {
  make_folder(folder);
  for (;;) {
    std::string path = (folder / (std::to_string(now.micros()) + "-XXXXXX" + ending)).string();
    const int handle = ::mkostemps(path.data(), static_cast<int>(std::strlen(ending)), O_CLOEXEC);
    if (handle < 0) throw failed(folder, errno);
    std::unique_ptr<JournalSegment> made(new JournalSegment(path, handle));
    if (!is_ours(handle)) continue;
    made->begun_ = now;
    if (!write_all(handle, magic, 0)) {
      const int reason = errno;
      made->remove();
      throw failed(path, reason);
    }
    made->size_ = magic.size();
    sync_folder(folder);
    return made;
  }
}

std::unique_ptr<JournalSegment> JournalSegment::adopt(const fs::path& file) {
  const int handle = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  if (handle < 0) return nullptr;
  std::unique_ptr<JournalSegment> left(new JournalSegment(file, handle));
  return is_ours(handle) ? std::move(left) : nullptr;
}

std::vector<std::uint64_t> JournalSegment::write(std::span<const std::string_view> frames,
                                                 Instant at) {
  std::string group(header_bytes, '\0');
  std::vector<std::uint64_t> ends;
  for (const auto frame : frames) {
    put(group, static_cast<std::uint32_t>(frame.size()));
    group += frame;
    ends.push_back(size_ + group.size());
  }
  std::string place;
  put(place, static_cast<std::uint32_t>(group.size() - header_bytes));
  put(place, at.micros());
  group.replace(0, place.size(), place);
  const Digest hash = running_hash(running_, place, std::string_view(group).substr(header_bytes));
  put_header(group, hash);
  if (!write_all(handle_, group, size_) || ::fdatasync(handle_) != 0) throw cut_back();
  size_ += group.size();
  running_ = hash;
  return ends;
}

// What was not durable is taken away, as far as the disk still does what it is told: nobody was
// told of it.
Failure JournalSegment::cut_back() {
  const int reason = errno;
  if (::ftruncate(handle_, static_cast<off_t>(size_)) == 0) (void)::fdatasync(handle_);
  return failed(file_, reason);
}

void JournalSegment::remove() { ::unlink(file_.c_str()); }

// ---- reading

namespace {

// Goes through the groups of a segment.
class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name) : bytes_(bytes), running_(sha256(name)) {}

  JournalReading all() {
    if (!begins_right()) return std::move(reading_);
    while (at_ < bytes_.size() && group()) {
    }
    return std::move(reading_);
  }

 private:
  bool begins_right() {
    at_ = std::min(bytes_.size(), magic.size());
    if (bytes_.substr(0, at_) != magic.substr(0, at_) && !is_blank(0)) reading_.damaged_at = 0;
    return bytes_.starts_with(magic);
  }

  // False at the end: unfinished, or damaged.
  bool group() {
    const auto rest = bytes_.substr(at_);
    if (rest.size() < header_bytes) return false;
    const auto sum = sha256(rest.substr(0, summed_bytes));
    if (rest.substr(summed_bytes, sum_bytes) != bytes_of(sum, sum_bytes)) return ends_here();
    const auto length = number_at(rest, 0, 4);
    if (rest.size() - header_bytes < length) return false;
    const auto payload = rest.substr(header_bytes, length);
    const auto hash = running_hash(running_, rest.substr(0, 12), payload);
    if (rest.substr(12, hash_bytes) != bytes_of(hash)) return ends_here();
    running_ = hash;
    take(payload, Instant(static_cast<std::int64_t>(number_at(rest, 4, 8))));
    at_ += header_bytes + length;
    return true;
  }

  void take(std::string_view payload, Instant at) {
    for (std::size_t i = 0; i < payload.size();) {
      const auto length = number_at(payload, i, 4);
      i += 4 + length;
      reading_.frames.push_back(
          {at_ + header_bytes + i, at, std::string(payload.substr(i - length, length))});
    }
  }

  // A file grown by a write that never arrived is blank there; anything else was changed.
  bool ends_here() {
    if (!is_blank(at_)) reading_.damaged_at = at_;
    return false;
  }
  bool is_blank(std::size_t from) const {
    return bytes_.find_first_not_of('\0', from) == std::string_view::npos;
  }

  std::string_view bytes_;
  Digest running_;
  std::size_t at_ = 0;
  JournalReading reading_;
};

}  // namespace

JournalReading read_segment(const fs::path& file) {
  const std::string bytes = read_whole(file);
  return Reader(bytes, file.stem().string()).all();
}

std::vector<fs::path> journal_segments(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& one : fs::directory_iterator(folder))
    if (one.path().extension() == ending) files.push_back(one.path());
  std::ranges::sort(files);
  return files;
}

Failure damaged_segment(const fs::path& file, std::uint64_t at) {
  const std::string where = std::to_string(at);
  Error error = make_error(
      ErrorCode::internal, "journal.damaged",
      {"查询流水自第 " + where + " 字节起被改动或损坏；此前的内容已移入台账。",
       "The journal of looks was altered or damaged from byte " + where +
           " on; what stands before is in the ledger."},
      {"请保存该文件备查。能从备份恢复的，从备份恢复；否则将该文件移出数据目录后继续，"
       "并记明此后至进程终止时的查询记录缺失。",
       "Keep the file. Restore from a backup if there is one; otherwise move the file out of the "
       "data folder to go on, and put on record that the looks from there to the end of that "
       "process are missing."},
      "SD-2020/36");
  error.place.file = file.string();
  return Failure(std::move(error));
}

void copy_segments(const fs::path& from, const fs::path& to) {
  for (const auto& file : journal_segments(from)) {
    const std::string bytes = read_whole(file);  // none when all of it was moved meanwhile
    if (bytes.empty()) continue;
    make_folder(to);
    const auto copy = to / file.filename();
    const int handle = ::open(copy.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0) throw failed(copy, errno);
    const bool whole = write_all(handle, bytes, 0);
    const int reason = errno;
    ::close(handle);
    if (!whole) throw failed(copy, reason);
  }
}

}  // namespace credence::store
