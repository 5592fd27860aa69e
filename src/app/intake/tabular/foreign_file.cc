// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/foreign_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace credence::app {
namespace {

Error unreadable(const std::filesystem::path& path = {}) {
  Error error = make_error(ErrorCode::unavailable, "file.unreadable",
                           {"文件无法读取。", "The file cannot be read."},
                           {"请确认文件存在且可读。", "Check that it exists and may be read."});
  error.place.file = path.filename().string();
  return error;
}

}  // namespace

Result<SharedFile> ForeignFile::adopt(int descriptor) {
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) return unreadable();
  return SharedFile(new ForeignFile(descriptor, static_cast<std::uint64_t>(facts.st_size)));
}

Result<SharedFile> ForeignFile::open(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return unreadable(path);
  auto file = adopt(descriptor);
  if (file) return file;
  ::close(descriptor);
  return unreadable(path);
}

ForeignFile::~ForeignFile() { ::close(descriptor_); }

std::int64_t ForeignFile::read_at(std::uint64_t offset, std::span<char> out) const noexcept {
  std::size_t done = 0;
  while (done < out.size()) {
    const auto got = ::pread(descriptor_, out.data() + done, out.size() - done,
                             static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return static_cast<std::int64_t>(done);
}

std::string ForeignFile::piece(std::uint64_t offset, std::size_t size) const {
  std::string bytes(size, '\0');
  const auto got = read_at(offset, bytes);
  if (got < 0) throw Failure(unreadable());
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

}  // namespace credence::app
