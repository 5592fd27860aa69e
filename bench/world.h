// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "app/access/units.h"
#include "app/access/vault.h"
#include "app/check/answer_signer.h"
#include "app/check/check_files.h"
#include "app/check/checks.h"
#include "app/intake/decided_record.h"
#include "app/intake/tabular/table.h"
#include "http/server.h"
#include "ledger/keys.h"
#include "simulation/submission.h"

// What every bench works with: a platform in a folder, a key to ask with, files of made-up rows,
// and one line for each figure.

namespace credence::bench {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

inline const std::string provider = "11370000MB2850121L";

inline double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

inline void line(const char* what, const std::string& ours, const std::string& baseline,
                 const char* goal) {
  std::printf("%-46s %-34s %-40s %s\n", what, ours.c_str(), baseline.c_str(), goal);
  std::fflush(stdout);
}

inline std::string text(const char* format, auto... values) {
  char buffer[160];
  std::snprintf(buffer, sizeof buffer, format, values...);
  return buffer;
}

struct World {
  SystemClock clock;
  SystemRandom random;
  std::shared_ptr<const rulebook::RuleBook> book =
      rulebook::read_rules(rulebook::embedded_rule_files()).book;
};

struct Platform {
  Platform(World& world, const store::Location& location)
      : database(store::Database::open(location, world.clock)),
        vault(app::Vault::open(location.folder, world.random)),
        names(world.book->names),
        reader(*database, dictionaries, vault, world.clock),
        ledger(*database, world.random),
        query(*database, reader, names, vault.person_secret(), world.clock),
        intake(*database, dictionaries, vault),
        reports(*database, world.clock, world.random, "bench", "http://127.0.0.1:8080",
                ledger::NodeKeys::open(location.folder).facts.front().verifier().text()),
        absence(*database, dictionaries, vault),
        gate(*database, world.clock),
        members(*database, vault, world.clock),
        sessions(*database, vault, world.clock),
        keys(*database, vault, world.clock),
        consents(*database, vault, world.clock),
        looks(*database, world.clock, world.random),
        patrol(*database, reader, dictionaries, world.clock, world.random),
        rights(*database, consents, vault, world.clock),
        documents(location.folder, vault, world.clock),
        corrections(*database, dictionaries, vault, world.clock),
        decided_records(*database, dictionaries, vault, world.clock),
        repairs(*database, dictionaries),
        cases(*database, vault, documents, world.clock, 370'000,
              {[this](const auto& question) { return repairs.refusal(question); },
               [this](const auto& wanted) { return corrections.decided(wanted); },
               [this](const auto& wanted) { return decided_records.decided(wanted); }}),
        desks(*database, cases, world.clock, "bench"),
        log_keys(ledger::NodeKeys::open(location.folder)),
        recalls(*database, cases, log_keys, world.clock),
        editions(*database, world.book),
        standing(*database, editions.now()),
        checks(*database, dictionaries, standing, editions, vault.person_secret(), world.clock),
        signer(log_keys.answers, world.clock),
        check_files(location.folder, checks, ledger, world.clock, world.random),
        feedback(*database, editions, cases),
        measure_uses(*database, cases, world.clock),
        lists(*database, dictionaries, world.clock),
        campaigns(*database, dictionaries, cases, world.random, world.clock) {}
  template <class T>
  void put(World& world, const T& value) {
    database->access().run([&](store::Write& write) {
      app::put(write, world.random, {"bench", ""}, "put", value);
    });
  }
  // A counter's permit, and a provider's for its own receipts.
  app::Permit permit(World& world, const char* role, const char* purpose) {
    put(world, app::Unit{provider, "bench", {"provider", "counter"}, "", true});
    app::Account account;
    account.name = role;
    account.unit = provider;
    account.grant.roles = {role};
    account.state = "active";
    put(world, account);
    return gate
        .admit(*world.book, members.caller_of(*world.book, role).or_throw(),
               {purpose, "1", "", "bench", "", false})
        .or_throw();
  }
  std::unique_ptr<store::Database> database;
  store::Dictionaries dictionaries;
  app::Vault vault;
  app::NameIndex names;
  app::DisclosedReader reader;
  app::AccessLedger ledger;
  app::Query query;
  app::Intake intake;
  app::Reports reports;
  app::Absence absence;
  app::Gate gate;
  app::Members members;
  app::Sessions sessions;
  app::Keys keys;
  app::Consents consents;
  app::Looks looks;
  app::Patrol patrol;
  app::Rights rights;
  app::CaseDocuments documents;
  app::Corrections corrections;
  app::DecidedRecords decided_records;
  app::Repairs repairs;
  app::Cases cases;
  app::Desks desks;
  ledger::NodeKeys log_keys;
  app::Recalls recalls;
  app::Editions editions;
  app::StandingIndex standing;
  app::Checks checks;
  app::AnswerSigner signer;
  app::CheckFiles check_files;
  app::MeasureFeedback feedback;
  app::MeasureUses measure_uses;
  app::Lists lists;
  app::Campaigns campaigns;

  http::Services services(World& world, const fs::path& folder) {
    return {*database,    *world.book, query,
            names,        intake,      reports,
            absence,      ledger,      gate,
            members,      sessions,    keys,
            consents,     looks,       patrol,
            rights,       cases,       desks,
            documents,    corrections, repairs,
            recalls,      checks,      signer,
            check_files,  feedback,    measure_uses,
            lists,        campaigns,   world.clock,
            world.random, folder,      app::reading_here()};
  }
};

// A counter's key, with more requests a minute than anybody can make here.
inline std::string counter_key(World& world, Platform& platform) {
  (void)platform.permit(world, "counter_clerk", "permit_review");
  app::Key key;
  key.id = "bench";
  key.label = "bench";
  key.unit = provider;
  key.grant.roles = {"counter_clerk"};
  key.per_minute = 1'000'000'000;
  key.mode = "bearer";
  key.secret = app::SecretBox::fingerprint("bench");
  key.expires = world.clock.now().day().plus_days(1);
  platform.put(world, key);
  return "Authorization: Bearer ck_bench_bench\r\n";
}

inline void write_file(World& world, simulation::Kind kind, std::uint64_t rows,
                       std::uint64_t organizations, const fs::path& to) {
  const simulation::Province province(world.book->regions, world.book->calendar,
                                      {7, organizations, world.clock.now().day()});
  const auto columns = simulation::columns(kind);
  const auto writer = to.extension() == ".xlsx" ? app::make_xlsx_writer(to, columns)
                                                : app::make_csv_writer(to, columns);
  simulation::write_rows(province, {kind, 0, rows, 20'000, 30'000}, *writer);
  writer->close();
}

}  // namespace credence::bench
