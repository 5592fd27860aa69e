// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/archive.h"

#include <zip.h>

#include <algorithm>
#include <new>
#include <span>
#include <utility>

#include "app/intake/tabular/faults.h"

namespace credence::app {
namespace {

Error encrypted() {
  return file_error("encrypted", {"文件设有打开密码。", "The workbook is protected by a password."},
                    {"请取消密码后再报送。", "Remove the password and send it again."});
}

// A file as libzip reads it; libzip calls from C, so nothing may be thrown here.
class ZipSource {
 public:
  // To be freed by libzip; null when it has no memory.
  static zip_source_t* of(SharedFile file) {
    auto source = std::make_unique<ZipSource>(std::move(file));
    zip_source_t* made = zip_source_function_create(answer, source.get(), nullptr);
    if (made != nullptr) (void)source.release();
    return made;
  }
  explicit ZipSource(SharedFile file) : file_(std::move(file)) { zip_error_init(&error_); }
  ~ZipSource() { zip_error_fini(&error_); }
  ZipSource(const ZipSource&) = delete;
  ZipSource& operator=(const ZipSource&) = delete;

 private:
  static zip_int64_t answer(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto* const source = static_cast<ZipSource*>(self);
    switch (command) {
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                                              ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                              ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                              -1);
      case ZIP_SOURCE_OPEN:
        source->at_ = 0;
        return 0;
      case ZIP_SOURCE_READ:
        return source->read({static_cast<char*>(data), size});
      case ZIP_SOURCE_SEEK:
        return source->seek(data, size);
      case ZIP_SOURCE_TELL:
        return static_cast<zip_int64_t>(source->at_);
      case ZIP_SOURCE_STAT:
        return source->facts(static_cast<zip_stat_t*>(data));
      case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&source->error_, data, size);
      case ZIP_SOURCE_FREE:
        delete source;
        return 0;
      case ZIP_SOURCE_CLOSE:
        return 0;
      default:
        zip_error_set(&source->error_, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
  }

  zip_int64_t read(std::span<char> out) {
    const auto got = file_->read_at(at_, out);
    if (got < 0) {
      zip_error_set(&error_, ZIP_ER_READ, 0);
      return -1;
    }
    at_ += static_cast<std::uint64_t>(got);
    return got;
  }
  zip_int64_t seek(void* data, zip_uint64_t size) {
    const auto to = zip_source_seek_compute_offset(at_, file_->size(), data, size, &error_);
    if (to < 0) return -1;
    at_ = static_cast<std::uint64_t>(to);
    return 0;
  }
  zip_int64_t facts(zip_stat_t* out) const {
    zip_stat_init(out);
    out->size = file_->size();
    out->valid = ZIP_STAT_SIZE;
    return sizeof *out;
  }

  SharedFile file_;
  std::uint64_t at_ = 0;
  zip_error_t error_;
};

}  // namespace

Error damaged_archive() {
  return file_error("damaged",
                    {"XLSX 文件已损坏，无法读取。", "The XLSX file is damaged and cannot be read."},
                    {"请用表格软件打开后另存一份再报送。",
                     "Open it in a spreadsheet, save it anew and send that."});
}

Error zip_bomb() {
  return file_error(
      "zip_bomb",
      {"文件展开后过大，已拒收。", "The file expands far beyond its size and was refused."},
      {"请核对文件来源；数据确实很多时请改用 CSV。",
       "Check where it comes from; if there really is so much data, send CSV."},
      ErrorCode::limit);
}

std::shared_ptr<Archive> Archive::open(SharedFile file, const TableLimits& limits) {
  const auto size = file->size();
  zip_source_t* source = ZipSource::of(std::move(file));
  if (source == nullptr) throw std::bad_alloc();
  zip_error_t wrong;
  zip_error_init(&wrong);
  zip_t* opened = zip_open_from_source(source, ZIP_RDONLY, &wrong);
  const bool no_memory = zip_error_code_zip(&wrong) == ZIP_ER_MEMORY;
  zip_error_fini(&wrong);
  if (opened == nullptr) {
    zip_source_free(source);
    if (no_memory) throw std::bad_alloc();
    throw Failure(damaged_archive());
  }
  const auto allowed = std::max(harmless_bytes, size * expansion);
  return std::shared_ptr<Archive>(new Archive(opened, std::min(limits.expanded_bytes, allowed)));
}

Archive::~Archive() { zip_discard(zip_); }

void Archive::count(std::uint64_t bytes) {
  expanded_ += bytes;
  if (expanded_ > allowed_) throw Failure(zip_bomb());
}

Entry::Entry(std::shared_ptr<Archive> archive, const std::string& name, bool counted)
    : archive_(std::move(archive)), counted_(counted) {
  zip_stat_t facts;
  if (zip_stat(archive_->zip_, name.c_str(), ZIP_FL_NOCASE, &facts) != 0) return;
  compressed_ = facts.comp_size;
  plain_ = facts.size;
  if ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE)
    throw Failure(encrypted());
  // ECMA-376 part 2, annex C: stored or deflated. Fewer decoders meet foreign bytes.
  if (facts.comp_method != ZIP_CM_STORE && facts.comp_method != ZIP_CM_DEFLATE)
    throw Failure(damaged_archive());
  // One that says itself that it is too large need not be read to be refused.
  if (plain_ > archive_->allowed_) throw Failure(zip_bomb());
  file_ = zip_fopen(archive_->zip_, name.c_str(), ZIP_FL_NOCASE);
  if (file_ == nullptr) throw Failure(damaged_archive());
}

Entry::~Entry() {
  if (file_ != nullptr) zip_fclose(file_);
}

bool Entry::read(std::string& out) {
  if (file_ == nullptr) return false;
  const std::size_t before = out.size();
  out.resize(before + piece_bytes);
  const auto got = zip_fread(file_, out.data() + before, piece_bytes);
  if (got < 0) throw Failure(damaged_archive());
  out.resize(before + static_cast<std::size_t>(got));
  if (counted_) archive_->count(static_cast<std::uint64_t>(got));
  done_ += static_cast<std::uint64_t>(got);
  return got > 0;
}

std::uint64_t Entry::compressed_done() const {
  return plain_ == 0
             ? 0
             : static_cast<std::uint64_t>(static_cast<double>(compressed_) *
                                          static_cast<double>(done_) / static_cast<double>(plain_));
}

}  // namespace credence::app
