// SPDX-License-Identifier: Apache-2.0
#include "http/work_file.h"

#include <fstream>

#include "http/asking.h"

namespace credence::http {

WorkFile::WorkFile(const Services& services, const Request& request, const std::string& ending) {
  std::filesystem::create_directories(services.folder / "work");
  path_ = services.folder / "work" / (request.id + ending);
}

WorkFile::~WorkFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void WorkFile::write(const std::string& bytes) const {
  std::ofstream out(path_, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) {
    refuse(ErrorCode::unavailable, "file.unwritable",
           {"磁盘写入失败。", "The disk refuses to be written."},
           {"请检查磁盘空间后重新报送。", "Check disk space and send the file again."});
  }
}

}  // namespace credence::http
