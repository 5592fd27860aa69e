// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "http/routes.h"

namespace credence::http {

// A file of our own making for the length of a request.
class WorkFile {
 public:
  WorkFile(const Services& services, const Request& request, const std::string& ending);
  ~WorkFile();
  WorkFile(const WorkFile&) = delete;
  WorkFile& operator=(const WorkFile&) = delete;
  const std::filesystem::path& path() const { return path_; }
  // Throws Failure (unavailable, "file.unwritable").
  void write(const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace credence::http
