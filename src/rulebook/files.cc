// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "rulebook/rulebook.h"

// Rule files from a folder on disk.

namespace credence::rulebook {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path) {
  Error error = make_error(
      ErrorCode::unavailable, "rules.unreadable",
      {"无法读取规则文件。", "The rules cannot be read."},
      {"请检查路径是否存在、是否有读取权限。", "Check that the path exists and may be read."});
  error.place.file = path.string();
  throw Failure(std::move(error));
}

std::string content_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.is_open() || stream.bad()) fail(path);
  return content;
}

// `.yml` is taken too, so that the reader can refuse it by name instead of passing over it.
bool is_rule_file(const fs::directory_entry& entry) {
  const auto extension = entry.path().extension();
  return entry.is_regular_file() && (extension == ".yaml" || extension == ".yml");
}

}  // namespace

RuleFiles read_rule_files(const fs::path& folder) {
  std::error_code wrong;
  fs::recursive_directory_iterator entries(folder, wrong);
  if (wrong) fail(folder);
  RuleFiles files;
  for (const fs::recursive_directory_iterator end; entries != end; entries.increment(wrong)) {
    if (is_rule_file(*entries)) {
      files.emplace(fs::relative(entries->path(), folder).generic_string(),
                    content_of(entries->path()));
    }
  }
  if (wrong) fail(folder);
  return files;
}

}  // namespace credence::rulebook
