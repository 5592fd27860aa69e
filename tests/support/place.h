// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "base/clock.h"
#include "ledger/keys.h"
#include "store/database.h"

// Somewhere for a test to keep its data, on either engine, gone afterwards.

namespace credence::testing {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "credence-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline const char* postgresql_server() { return std::getenv("CREDENCE_TEST_POSTGRESQL"); }

// A data folder, and for PostgreSQL a database of its own.
class Place {
 public:
  explicit Place(store::Engine engine) : engine_(engine) {
    SeededRandom random(11);
    ledger::NodeKeys::create(folder(), "credence.test", ledger::Suite::international, random);
    if (engine == store::Engine::sqlite) return;
    static std::atomic<int> count = 0;
    database_ = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    soci::session(soci::postgresql, postgresql_server()) << "CREATE DATABASE " + database_;
  }
  ~Place() {
    if (database_.empty()) return;
    soci::session(soci::postgresql, postgresql_server())
        << "DROP DATABASE IF EXISTS " + database_ + " WITH (FORCE)";
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  const std::filesystem::path& folder() const { return folder_.path(); }
  store::Location location() const {
    if (engine_ == store::Engine::sqlite) return {engine_, folder(), {}};
    const std::string server = postgresql_server();
    return {engine_, folder(), server.substr(0, server.find("dbname=")) + "dbname=" + database_};
  }

 private:
  store::Engine engine_;
  TemporaryFolder folder_;
  std::string database_;
};

// For suites that run on both engines: INSTANTIATE_TEST_SUITE_P(Engines, X, both_engines,
// engine_name).
class OnBothEngines : public ::testing::TestWithParam<store::Engine> {
 protected:
  void SetUp() override {
    if (GetParam() == store::Engine::postgresql && postgresql_server() == nullptr) {
      GTEST_SKIP() << "no PostgreSQL: run under tools/with-postgresql (make test does)";
    }
    place_ = std::make_unique<Place>(GetParam());
  }
  Place& place() { return *place_; }

 private:
  std::unique_ptr<Place> place_;
};

inline const auto both_engines =
    ::testing::Values(store::Engine::sqlite, store::Engine::postgresql);
inline std::string engine_name(const ::testing::TestParamInfo<store::Engine>& info) {
  return info.param == store::Engine::sqlite ? "Sqlite" : "Postgresql";
}

}  // namespace credence::testing
