// SPDX-License-Identifier: Apache-2.0
#include "store/page_sums.h"

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <mutex>
#include <string>

#include "base/ensure.h"

namespace credence::store {
namespace {

constexpr std::size_t page_bytes_min = 512, page_bytes_max = 65'536;
constexpr std::size_t header_bytes = 100;
constexpr std::uint64_t lock_page_at = 1ULL << 30;  // SQLite never writes the page at this offset

// Every step can be undone, so that two pages which differ in one word never have one sum.
std::uint64_t sum_of(const unsigned char* page, std::size_t bytes, std::uint64_t number) {
  std::uint64_t sum = number * 0x9e3779b97f4a7c15ULL + 1;
  for (std::size_t at = 0; at < bytes; at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, page + at, sizeof word);
    sum = std::rotl((sum ^ word) * 0xd6e8feb86659fd93ULL, 29);
  }
  return sum;
}

// What the first page says of the file.
struct Layout {
  std::size_t page = 0;
  bool sums = false;
};
Layout layout_of(const unsigned char* header) {
  std::size_t page = static_cast<std::size_t>(header[16]) << 8 | header[17];
  if (page == 1) page = page_bytes_max;
  return {page, header[20] == page_sum_bytes};
}

bool is_page(std::size_t bytes, std::uint64_t at) {
  return bytes >= page_bytes_min && bytes <= page_bytes_max && std::has_single_bit(bytes) &&
         at % bytes == 0;
}

// ---- the layer. SQLite gives us room for one file: ours in front, the file below behind it.

struct File {
  sqlite3_file base;
  bool database;
  bool sums;
};

sqlite3_file* below(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

int write_page(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 at) {
  File* own = reinterpret_cast<File*>(file);
  const auto size = static_cast<std::size_t>(amount);
  const auto* page = static_cast<const unsigned char*>(bytes);
  const auto offset = static_cast<std::uint64_t>(at);
  if (own->database && is_page(size, offset)) {
    if (offset == 0) own->sums = layout_of(page).sums;
    if (own->sums) {
      // A copy: the page is SQLite's, and may be read by others while it is written.
      thread_local std::string copy;
      copy.assign(reinterpret_cast<const char*>(page), size);
      const std::uint64_t sum = sum_of(page, size - page_sum_bytes, offset / size + 1);
      std::memcpy(copy.data() + size - page_sum_bytes, &sum, sizeof sum);
      return below(file)->pMethods->xWrite(below(file), copy.data(), amount, at);
    }
  }
  return below(file)->pMethods->xWrite(below(file), bytes, amount, at);
}

int close_file(sqlite3_file* file) {
  const int code = below(file)->pMethods->xClose(below(file));
  file->pMethods = nullptr;
  return code;
}

// The other methods hand on to the file below.
const sqlite3_io_methods* methods() {
  static const sqlite3_io_methods all = [] {
    sqlite3_io_methods m{};
    m.iVersion = 3;
    m.xClose = close_file;
    m.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
      return below(f)->pMethods->xRead(below(f), to, n, at);
    };
    m.xWrite = write_page;
    m.xTruncate = [](sqlite3_file* f, sqlite3_int64 n) {
      return below(f)->pMethods->xTruncate(below(f), n);
    };
    m.xSync = [](sqlite3_file* f, int flags) { return below(f)->pMethods->xSync(below(f), flags); };
    m.xFileSize = [](sqlite3_file* f, sqlite3_int64* n) {
      return below(f)->pMethods->xFileSize(below(f), n);
    };
    m.xLock = [](sqlite3_file* f, int level) { return below(f)->pMethods->xLock(below(f), level); };
    m.xUnlock = [](sqlite3_file* f, int level) {
      return below(f)->pMethods->xUnlock(below(f), level);
    };
    m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
      return below(f)->pMethods->xCheckReservedLock(below(f), out);
    };
    m.xFileControl = [](sqlite3_file* f, int op, void* arg) {
      return below(f)->pMethods->xFileControl(below(f), op, arg);
    };
    m.xSectorSize = [](sqlite3_file* f) { return below(f)->pMethods->xSectorSize(below(f)); };
    m.xDeviceCharacteristics = [](sqlite3_file* f) {
      return below(f)->pMethods->xDeviceCharacteristics(below(f));
    };
    m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
      return below(f)->pMethods->xShmMap(below(f), page, size, extend, out);
    };
    m.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
      return below(f)->pMethods->xShmLock(below(f), offset, n, flags);
    };
    m.xShmBarrier = [](sqlite3_file* f) { below(f)->pMethods->xShmBarrier(below(f)); };
    m.xShmUnmap = [](sqlite3_file* f, int remove) {
      return below(f)->pMethods->xShmUnmap(below(f), remove);
    };
    m.xFetch = [](sqlite3_file* f, sqlite3_int64 at, int n, void** out) {
      return below(f)->pMethods->xFetch(below(f), at, n, out);
    };
    m.xUnfetch = [](sqlite3_file* f, sqlite3_int64 at, void* page) {
      return below(f)->pMethods->xUnfetch(below(f), at, page);
    };
    return m;
  }();
  return &all;
}

sqlite3_vfs* under(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  File* own = reinterpret_cast<File*>(file);
  own->base.pMethods = nullptr;
  own->database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  own->sums = false;
  const int code = under(vfs)->xOpen(under(vfs), name, below(file), flags, out);
  if (code != SQLITE_OK) return code;
  ensure(below(file)->pMethods->iVersion >= 3, "SQLite's files have shared memory and mapping");
  unsigned char header[header_bytes] = {};
  if (own->database &&
      below(file)->pMethods->xRead(below(file), header, header_bytes, 0) == SQLITE_OK) {
    own->sums = layout_of(header).sums;
  }
  own->base.pMethods = methods();
  return SQLITE_OK;
}

sqlite3_vfs layered(sqlite3_vfs* base) {
  sqlite3_vfs vfs = *base;
  vfs.szOsFile = static_cast<int>(sizeof(File)) + base->szOsFile;
  vfs.zName = "credence";
  vfs.pAppData = base;
  vfs.pNext = nullptr;
  vfs.xOpen = open_file;
  vfs.xDelete = [](sqlite3_vfs* v, const char* name, int sync) {
    return under(v)->xDelete(under(v), name, sync);
  };
  vfs.xAccess = [](sqlite3_vfs* v, const char* name, int flags, int* out) {
    return under(v)->xAccess(under(v), name, flags, out);
  };
  vfs.xFullPathname = [](sqlite3_vfs* v, const char* name, int n, char* out) {
    return under(v)->xFullPathname(under(v), name, n, out);
  };
  vfs.xRandomness = [](sqlite3_vfs* v, int n, char* out) {
    return under(v)->xRandomness(under(v), n, out);
  };
  vfs.xSleep = [](sqlite3_vfs* v, int micros) { return under(v)->xSleep(under(v), micros); };
  vfs.xCurrentTime = [](sqlite3_vfs* v, double* out) {
    return under(v)->xCurrentTime(under(v), out);
  };
  vfs.xCurrentTimeInt64 = [](sqlite3_vfs* v, sqlite3_int64* out) {
    return under(v)->xCurrentTimeInt64(under(v), out);
  };
  vfs.xGetLastError = [](sqlite3_vfs* v, int n, char* out) {
    return under(v)->xGetLastError(under(v), n, out);
  };
  return vfs;
}

}  // namespace

void write_page_sums() {
  static std::once_flag once;
  std::call_once(once, [] {
    static sqlite3_vfs vfs = layered(sqlite3_vfs_find(nullptr));
    ensure(sqlite3_vfs_register(&vfs, 1) == SQLITE_OK, "SQLite takes the layer");
  });
}

std::vector<std::uint32_t> damaged_pages(const std::filesystem::path& database, std::size_t most) {
  std::ifstream in(database, std::ios::binary);
  std::string page(header_bytes, '\0');
  if (!in.read(page.data(), header_bytes)) return {1};
  const auto raw = [&] { return reinterpret_cast<const unsigned char*>(page.data()); };
  const Layout layout = layout_of(raw());
  const std::uint64_t size = std::filesystem::file_size(database);
  if (!layout.sums || layout.page < page_bytes_min || !std::has_single_bit(layout.page) ||
      size % layout.page != 0) {
    return {1};
  }
  in.seekg(0);
  page.resize(layout.page);
  std::vector<std::uint32_t> damaged;
  for (std::uint32_t number = 1; damaged.size() < most; ++number) {
    if (!in.read(page.data(), static_cast<std::streamsize>(page.size()))) break;
    if ((number - 1) * std::uint64_t{layout.page} == lock_page_at) continue;
    std::uint64_t stored = 0;
    std::memcpy(&stored, page.data() + page.size() - page_sum_bytes, sizeof stored);
    if (stored == sum_of(raw(), page.size() - page_sum_bytes, number)) continue;
    // A page that was freed before it was ever written is a hole in the file.
    if (std::ranges::all_of(page, [](char c) { return c == '\0'; })) continue;
    damaged.push_back(number);
  }
  return damaged;
}

}  // namespace credence::store
