// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// The house keeps its own rules: floors include downwards only, capabilities do not know each
// other, every source carries its licence, documents point to what is there.

namespace credence {
namespace {

namespace fs = std::filesystem;

fs::path root() { return std::getenv("CREDENCE_SOURCE"); }

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_below(const fs::path& folder, const std::set<std::string>& endings) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && endings.contains(entry.path().extension().string()))
      files.push_back(entry.path());
  }
  return files;
}

std::vector<std::string> own_includes(const std::string& text) {
  static const std::regex line("(?:^|\n)#include \"([^\"]+)\"");
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at)
    found.push_back((*at)[1]);
  return found;
}

// The table CMake wrote from the same calls that build the floors.
std::map<std::string, std::set<std::string>> floors() {
  std::map<std::string, std::set<std::string>> table;
  std::ifstream in(std::getenv("CREDENCE_FLOORS"));
  for (std::string line; std::getline(in, line);) {
    const auto colon = line.find(':');
    if (colon == std::string::npos) continue;
    std::istringstream rest(line.substr(colon + 1));
    auto& allowed = table[line.substr(0, colon)];
    for (std::string name; rest >> name;) allowed.insert(name);
    allowed.insert(line.substr(0, colon));
  }
  return table;
}

TEST(Floors, IncludeOnlyTheFloorsBelowThem) {
  const auto table = floors();
  ASSERT_GE(table.size(), 8U);
  for (const auto& [floor, allowed] : table) {
    for (const auto& file : files_below(root() / "src" / floor, {".h", ".cc"})) {
      for (const auto& include : own_includes(read(file))) {
        const auto target = include.substr(0, include.find('/'));
        const bool support = target == "support" && file.string().ends_with("_test.cc");
        EXPECT_TRUE(allowed.contains(target) || support) << file << " includes " << include;
      }
    }
  }
}

TEST(Floors, EveryFolderOfTheHouseIsOne) {
  const auto table = floors();
  for (const auto& entry : fs::directory_iterator(root() / "src")) {
    EXPECT_TRUE(!entry.is_directory() || table.contains(entry.path().filename().string()))
        << entry.path();
  }
}

// To remove a capability is to remove a folder: they do not include each other, but for the three
// that serve all.
TEST(Capabilities, DoNotIncludeEachOther) {
  for (const auto& file : files_below(root() / "src/app", {".h", ".cc"})) {
    const auto own = fs::relative(file, root() / "src/app").begin()->string();
    for (const auto& include : own_includes(read(file))) {
      if (!include.starts_with("app/")) continue;
      const auto target = include.substr(4, include.find('/', 4) - 4);
      EXPECT_TRUE(target == own || target == "access" || target == "cases" || target == "standing")
          << file << " includes " << include;
    }
  }
}

TEST(Sources, CarryTheirLicenceAndNoLeftovers) {
  for (const char* folder : {"src", "tests"}) {
    for (const auto& file : files_below(root() / folder, {".h", ".cc"})) {
      const auto text = read(file);
      EXPECT_TRUE(text.starts_with("// SPDX-License-Identifier: Apache-2.0\n")) << file;
      EXPECT_TRUE(file.extension() != ".h" || text.find("#pragma once") != std::string::npos)
          << file;
      for (const char* word : {"TO"
                               "DO",
                               "FIX"
                               "ME",
                               "XX"
                               "X:"})
        EXPECT_EQ(text.find(word), std::string::npos) << file << ' ' << word;
      EXPECT_LE(std::ranges::count(text, '\n'), 1'000) << file << " is too long";
    }
  }
}

// Nothing below main.cc asks the machine for the time or for chance, but the two classes that
// main.cc hands out.
TEST(Sources, TakeTimeAndChanceAsParameters) {
  for (const auto& file : files_below(root() / "src", {".h", ".cc"})) {
    if (file.filename() == "clock.cc") continue;
    const auto text = read(file);
    for (const char* call :
         {"system_clock::now", "steady_clock::now", "std::time(", "std::rand(", "random_device"}) {
      EXPECT_EQ(text.find(call), std::string::npos) << file << ' ' << call;
    }
  }
}

TEST(Documents, PointToWhatIsThere) {
  static const std::regex link("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  for (const auto& file : files_below(root(), {".md"})) {
    if (file.string().find("/build") != std::string::npos ||
        file.string().find("/node_modules/") != std::string::npos)
      continue;
    const auto text = read(file);
    for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at) {
      EXPECT_TRUE(fs::exists(file.parent_path() / (*at)[1].str()))
          << file << " points to " << (*at)[1];
    }
  }
}

}  // namespace
}  // namespace credence
