// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include <soci/postgresql/soci-postgresql.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <future>
#include <vector>

#include "load.h"
#include "store/journal.h"
#include "store/session.h"
#include "support/standing_sql.h"

namespace credence::bench {
namespace {

constexpr const char* matter = "government_procurement";
constexpr std::size_t listed_share = 33;  // one in so many stands in a list

std::vector<std::string> registered(Platform& platform, int limit) {
  std::vector<std::string> codes;
  const auto lease = platform.database->read();
  const auto rows = lease.sql().query(
      "SELECT code FROM subject WHERE scheme = 1 AND kind = 1 ORDER BY subject_id LIMIT $1",
      {static_cast<std::int64_t>(limit)});
  while (rows->next()) codes.emplace_back(rows->bytes(0));
  return codes;
}

std::string name_of(Platform& platform, const std::string& code) {
  const auto subject = domain::organization_id(domain::Scheme::uscc, code);
  const auto found = store::find_subject(platform.database->read().sql(), subject);
  return found ? found->name : std::string();
}

// Puts one in `listed_share` of them in a list.
void list_some(World& world, Platform& platform, const std::vector<std::string>& codes,
               const fs::path& work) {
  const auto path = work / "listed.jsonl";
  std::ofstream out(path);
  for (std::size_t i = 0; i < codes.size(); i += listed_share) {
    const boost::json::object row{{"YZ_ZTMC", name_of(platform, codes[i])},
                                  {"YZ_TYSHXYDM", codes[i]},
                                  {"YZ_LRWH", "列字〔2026〕" + std::to_string(i) + "号"},
                                  {"YZ_LRSY", "欠缴税款"},
                                  {"YZ_MDLB", "重大税收违法失信主体"},
                                  {"YZ_FDDBR", "王小明"},
                                  {"YZ_LRRQ", to_string(world.clock.now().day().plus_days(-30))},
                                  {"YZ_ZT", "在列"},
                                  {"YZ_LRJG", "国家税务总局济南市税务局"},
                                  {"YZ_LRJGDM", provider},
                                  {"YZ_LYDW", "国家税务总局山东省税务局"},
                                  {"YZ_LYDWDM", provider}};
    out << boost::json::serialize(row) << "\n";
  }
  out.close();
  const auto receipt =
      platform.intake
          .submit(*world.book, {path, "listed.jsonl", "serious_dishonesty", provider, ""})
          .or_throw();
  std::printf("  (%lld of %zu subjects stand in a list)\n", static_cast<long long>(receipt.added),
              codes.size());
}

std::string check_request(const std::string& asker, const std::string& code) {
  const std::string body = "{\"code\":\"" + code + "\",\"matter\":\"" + matter +
                           "\",\"purpose\":\"procurement\",\"business\":\"SD2026-1\"}";
  return "POST /api/v1/checks HTTP/1.1\r\nHost: 127.0.0.1\r\n" + asker +
         "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

void bench_http(World& world, Platform& platform, const fs::path& folder,
                const std::vector<std::string>& codes) {
  const http::Services services = platform.services(world, folder);
  http::Server server(services, "127.0.0.1", 0);
  const std::string asker = counter_key(world, platform);
  const auto request = [&](std::uint64_t i) {
    return check_request(asker, codes[i * 7'919 % codes.size()]);
  };
  (void)load(server.port(), 4, 1, 0, request);  // the index is read by the first
  const Load full = load(server.port(), 32, 5, 0, request);
  const Load bare = load(server.port(), 32, 5, 0, asker, [&](std::uint64_t i) {
    return "/api/v1/codes/" + codes[i * 7'919 % codes.size()];
  });
  line("check over HTTP, entry durable, answer signed",
       text("%.0f/s, p99 %.1f ms", full.per_second, full.p99_ms),
       text("code check without ledger %.0f/s (x %.2f)", bare.per_second,
            full.per_second / bare.per_second),
       ">= 30 000/s");
  const double rate = std::min(10'000.0, full.per_second / 2);
  const Load steady = load(server.port(), 32, 5, rate, request);
  line("check at a steady rate",
       text("p50 %.2f, p99 %.2f ms at %.0f/s", steady.p50_ms, steady.p99_ms, rate),
       text("%lld failed", static_cast<long long>(full.failed + steady.failed)),
       "p99 < 5 ms at 10 000/s");
}

app::Permit procurement(World& world, Platform& platform) {
  return platform.permit(world, "counter_clerk", "procurement");
}

void bench_many(World& world, Platform& platform, const std::vector<std::string>& codes) {
  constexpr std::size_t subjects = 100'000, at_once = 1'000;
  const auto permit = procurement(world, platform);
  const auto begin = Clock::now();
  std::size_t found = 0;
  for (std::size_t done = 0; done < subjects; done += at_once) {
    std::vector<app::CheckQuestion> questions;
    for (std::size_t i = 0; i < at_once; ++i)
      questions.push_back(
          platform.checks.question(*world.book, permit, codes[(done + i) % codes.size()], matter)
              .or_throw());
    for (const auto& text :
         platform.ledger.release(permit, platform.checks.check(*world.book, permit, questions)))
      found += text.in_force > 0 ? 1 : 0;
  }
  platform.database->journal().settle();
  const double took = seconds_since(begin);
  line("check of 100 000 subjects, each entered", text("%.1f s", took),
       text("%zu with something in force", found), "< 10 s");
}

void bench_index(Platform& platform) {
  store::FactsPosition position;
  const auto begin = Clock::now();
  const auto heads =
      app::read_all_heads(*platform.database, platform.standing.rules().items(), position);
  const double took = seconds_since(begin);
  const auto size = platform.standing.size();
  line("standing index, read anew",
       text("%.0f heads/s (%zu heads)", static_cast<double>(heads.size()) / took, heads.size()), "",
       ">= 1 M/s");
  line("standing index, memory",
       text("%.1f bytes/subject, %.1f bytes/head",
            static_cast<double>(size.bytes) /
                static_cast<double>(std::max<std::size_t>(1, size.subjects)),
            static_cast<double>(size.bytes) /
                static_cast<double>(std::max<std::size_t>(1, size.heads))),
       text("%zu subjects, %zu heads", size.subjects, size.heads), "<= 64 bytes/subject");
}

// Seconds for one subject by joins, in a session with the rules as tables.
double by_joins(store::Session& sql, const World& world, const std::vector<SubjectId>& subjects) {
  testing::StandingSql joins(sql, *world.book);
  (void)joins.in_force(world.clock.now().day(), subjects[0].value);
  const auto begin = Clock::now();
  for (const SubjectId subject : subjects)
    (void)joins.in_force(world.clock.now().day(), subject.value);
  return seconds_since(begin) / static_cast<double>(subjects.size());
}

// The same in a transaction that is undone: temporary tables go with it.
double joined_seconds(World& world, store::Database& database,
                      const std::vector<SubjectId>& subjects) {
  struct Undo {};
  double joined = 0;
  try {
    database.facts().run([&](store::Write& write) {
      joined = by_joins(write.sql, world, subjects);
      throw Undo();
    });
  } catch (const Undo&) {
  }
  return joined;
}

void bench_joins(World& world, Platform& platform, const std::vector<std::string>& codes,
                 const fs::path& work) {
  std::vector<SubjectId> subjects;
  for (std::size_t i = 0; i < 2'000; ++i)
    subjects.push_back(
        domain::organization_id(domain::Scheme::uscc, codes[i * 7'919 % codes.size()]));
  const auto& rules = platform.standing.rules();
  std::size_t measures = 0;
  const auto begin = Clock::now();
  for (const SubjectId subject : subjects) {
    for (const auto& head : platform.standing.of(subject).heads)
      measures += rules.of(head, world.clock.now().day()).measures.size();
  }
  const double ours = seconds_since(begin) / static_cast<double>(subjects.size());
  const double sqlite = joined_seconds(world, *platform.database, subjects);
  line("what is in force for one subject, no network",
       text("%.2f us (%zu measures of 2 000)", 1e6 * ours, measures),
       text("joins on SQLite %.1f us (x %.1f)", 1e6 * sqlite, sqlite / ours), "");
  const char* server = std::getenv("CREDENCE_TEST_POSTGRESQL");
  if (server == nullptr || !fs::exists(work / "pg")) return;
  const auto database =
      store::Database::open({store::Engine::postgresql, work / "pg", server, false}, world.clock);
  const double postgresql = joined_seconds(world, *database, subjects);
  line("  the same by joins on PostgreSQL", text("%.2f us", 1e6 * ours),
       text("joins on PostgreSQL %.1f us (x %.1f)", 1e6 * postgresql, postgresql / ours), "");
}

}  // namespace

void bench_checks(World& world, Platform& platform, const fs::path& folder, const fs::path& work) {
  platform.editions.keep(world.random);
  const auto codes = registered(platform, 100'000);
  list_some(world, platform, codes, work);
  bench_http(world, platform, folder, codes);
  bench_many(world, platform, codes);
  bench_index(platform);
  bench_joins(world, platform, codes, work);
}

}  // namespace credence::bench
