// SPDX-License-Identifier: Apache-2.0
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <future>
#include <semaphore>
#include <sstream>
#include <thread>

#include "app/access/audit.h"
#include "app/access/units.h"
#include "app/access/vault.h"
#include "app/intake/intake_audit.h"
#include "app/intake/row_statements.h"
#include "app/intake/tabular/sandbox.h"
#include "app/intake/tabular/table.h"
#include "checks.h"
#include "http/server.h"
#include "ledger/entry.h"
#include "ledger/keys.h"
#include "ledger/note.h"
#include "load.h"
#include "simulation/submission.h"
#include "store/bulk.h"
#include "store/journal.h"
#include "store/log.h"
#include "store/session.h"
#include "world.h"

// The rows of DESIGN 10 that this program has, each with its baseline in the same run.

namespace credence::bench {
namespace {

// Takes a file in, in a process of its own, so that its memory can be told.
struct Taken {
  double seconds = 0;
  long peak_kib = 0;
};
Taken take_apart(World& world, const store::Location& location, const char* item,
                 const fs::path& file, const app::TableOpener& open = app::reading_here()) {
  const auto begin = Clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    Platform platform(world, location);
    const auto receipt = platform.intake.submit(
        *world.book, {file, file.filename().string(), item, provider, "", open});
    ::_exit(receipt.has_value() ? 0 : 1);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  if (status != 0) std::printf("  intake failed\n");
  return {seconds_since(begin), usage.ru_maxrss};
}

// Baseline: the same rows into SQLite with one prepared insert and one unique index, nothing
// checked.
double raw_sqlite(const fs::path& folder, const fs::path& file) {
  store::Session sql(soci::sqlite3, "dbname=\"" + (folder / "raw.db").string() + "\"");
  for (const char* pragma :
       {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA page_size=8192"})
    sql << pragma;
  sql << "CREATE TABLE raw (code TEXT, number TEXT, cells TEXT)";
  sql << "CREATE UNIQUE INDEX raw_key ON raw (code, number, cells)";
  store::LogWriter log(store::Lane::facts, ledger::NodeKeys::open(folder).facts, folder);  // unused
  const auto begin = Clock::now();
  auto table = std::move(app::open_table(file)).or_throw();
  const store::BulkColumn columns[] = {{"code", store::ColumnType::text},
                                       {"number", store::ColumnType::text},
                                       {"cells", store::ColumnType::text}};
  app::Row row;
  std::string cells;
  for (app::RowBlock block; table->next_block(block, 24'576); block = app::RowBlock()) {
    sql << "BEGIN";
    store::Write write{sql, store::Engine::sqlite, Instant(), log};
    const auto out = store::bulk_insert(write, "raw", columns, true);
    for (std::size_t i = 0; i < block.size(); ++i) {
      block.row(i, row);
      if (row.cells.size() < 14) continue;
      cells.clear();
      for (const auto cell : row.cells) cells.append(cell) += '\x1f';
      out->text(row.cells[2]);
      out->text(row.cells[13]);
      out->text(cells);
      out->end_row();
    }
    sql << "COMMIT";
  }
  return seconds_since(begin);
}

std::vector<std::string> some_codes(Platform& platform, std::size_t most) {
  std::vector<std::string> codes;
  std::string code;
  const auto lease = platform.database->read();
  soci::statement find = (lease.sql().prepare << "SELECT code FROM subject WHERE kind <> 3 LIMIT " +
                                                     std::to_string(most),
                          soci::into(code));
  find.execute();
  while (find.fetch()) codes.push_back(code);
  return codes;
}

void make_secrets(const fs::path& folder, World& world) {
  app::Vault::create(folder, world.random);
  ledger::NodeKeys::create(folder, "bench", ledger::Suite::international, world.random);
}

void bench_intake(World& world, const store::Location& location, const fs::path& work,
                  std::uint64_t rows) {
  const fs::path large = work / "large.csv", small = work / "small.csv";
  write_file(world, simulation::Kind::penalties, rows, rows / 5, large);
  write_file(world, simulation::Kind::penalties, 10'000, rows / 5, small);
  store::Location small_place{store::Engine::sqlite, work / "small", {}, false};
  fs::create_directories(small_place.folder);
  make_secrets(small_place.folder, world);
  const Taken few = take_apart(world, small_place, "penalty", small);
  const Taken many = take_apart(world, location, "penalty", large);
  const double raw = raw_sqlite(location.folder, large);
  const auto n = static_cast<double>(rows);
  line("intake, SQLite", text("%.0f rows/s", n / many.seconds),
       text("raw insert %.0f rows/s (x %.2f)", n / raw, raw / many.seconds),
       ">= 100 000 rows/s, >= 0.5 x raw");
  // The same file into a folder where nothing is attested and nothing indexed by entry.
  store::Location plain{store::Engine::sqlite, work / "unlogged", {}, true};
  fs::create_directories(plain.folder);
  make_secrets(plain.folder, world);
  store::Database::open(plain, world.clock)->facts().run([](store::Write& write) {
    write.sql.run("DROP INDEX record_leaf");
  });
  const Taken without = take_apart(world, plain, "penalty", large);
  line("log overhead of intake",
       text("%.1f %% of throughput", 100 * (1 - without.seconds / many.seconds)),
       text("without the log %.0f rows/s", n / without.seconds), "<= 15 %");
  line("intake memory",
       text("%ld MiB at %llu rows", many.peak_kib / 1024, static_cast<unsigned long long>(rows)),
       text("%ld MiB at 10 000 rows", few.peak_kib / 1024), "< 300 MiB, flat");
  if (const char* server = std::getenv("CREDENCE_TEST_POSTGRESQL")) {
    store::Location place{store::Engine::postgresql, work / "pg", server, false};
    fs::create_directories(place.folder);
    make_secrets(place.folder, world);
    const Taken taken = take_apart(world, place, "penalty", large);
    line("intake, PostgreSQL", text("%.0f rows/s", n / taken.seconds),
         text("SQLite %.0f rows/s", n / many.seconds), "");
  }
  const auto bytes = fs::file_size(location.folder / "credence.db");
  line("stored bytes per record, all in", text("%.0f bytes", static_cast<double>(bytes) / n),
       text("the CSV row %.0f bytes", static_cast<double>(fs::file_size(large)) / n), "<= 300");
}

double best_of_three(const std::function<double()>& work) {
  double best = work();
  for (int i = 0; i < 2; ++i) best = std::min(best, work());
  return best;
}

double read_alone(const app::TableOpener& open, const fs::path& file) {
  const auto begin = Clock::now();
  const auto table = open(file).or_throw();
  for (app::RowBlock block; table->next_block(block, 2'048); block = app::RowBlock()) {
  }
  return seconds_since(begin);
}

// The same file taken in with its bytes read here and in a sandboxed child, turn by turn; and what
// reading alone costs.
void bench_sandbox(World& world, const fs::path& work, std::uint64_t rows) {
  const app::TableOpener here = app::reading_here(), apart = app::reading_apart(CREDENCE_PROGRAM);
  int place = 0;
  const auto take = [&](const app::TableOpener& open, const fs::path& file) {
    store::Location location{
        store::Engine::sqlite, work / ("sandbox" + std::to_string(++place)), {}, false};
    fs::create_directories(location.folder);
    make_secrets(location.folder, world);
    const double seconds = take_apart(world, location, "penalty", file, open).seconds;
    fs::remove_all(location.folder);
    return seconds;
  };
  for (const char* form : {"csv", "xlsx"}) {
    const fs::path file = work / (std::string("upload.") + form);
    write_file(world, simulation::Kind::penalties, rows, rows / 5, file);
    double plain = take(here, file), walled = take(apart, file);
    for (int i = 0; i < 2; ++i) {
      plain = std::min(plain, take(here, file));
      walled = std::min(walled, take(apart, file));
    }
    const auto n = static_cast<double>(rows);
    line(text("upload of %.0f rows, %s, sandboxed", n, form).c_str(),
         text("%.0f rows/s (x %.2f)", n / walled, plain / walled),
         text("read here %.0f rows/s", n / plain), ">= 0.8 x");
    const double read_here = best_of_three([&] { return read_alone(here, file); });
    const double read_apart = best_of_three([&] { return read_alone(apart, file); });
    line("  its reading alone",
         text("%.0f rows/s (x %.2f)", n / read_apart, read_here / read_apart),
         text("here %.0f rows/s", n / read_here), "");
  }
}

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// What an entry costs beside the answer it stands for, in processor time, the network left out:
// answers worked out and dropped, answers written as JSON, and answers released.
void bench_ledger_share(World& world, Platform& platform, const char* what) {
  constexpr int count = 20'000;
  const auto codes = some_codes(platform, 20'000);
  const auto permit = platform.permit(world, "counter_clerk", "permit_review");
  const Instant now = world.clock.now();
  const app::AsOf when{now.day(), Instant(now.micros() + 60'000'000)};
  const auto ask = [&](int i) {
    return platform.query
        .by_code(*world.book, permit, codes[static_cast<std::size_t>(i) % codes.size()], when)
        .or_throw();
  };
  std::size_t bytes = 0;
  const double start = cpu_seconds();
  for (int i = 0; i < count; ++i) (void)ask(i);
  const double asked = cpu_seconds() - start;
  const auto sample = platform.ledger.release(permit, ask(0)).or_throw();
  const double written_from = cpu_seconds();
  for (int i = 0; i < count; ++i) bytes += wire::to_line(sample).size();
  const double written = cpu_seconds() - written_from;
  std::counting_semaphore<256> room(
      256);  // sleeping, not spinning: it is the processor that counts
  const double released_from = cpu_seconds();
  for (int i = 0; i < count; ++i) {
    room.acquire();
    platform.ledger.release_later<std::string>(
        permit,
        ask(i).as(+[](const Result<app::DisclosedFile>& file) { return wire::to_line(*file); }),
        [&](const std::string&) { room.release(); },
        [&](const std::exception_ptr&) { room.release(); });
  }
  for (int i = 0; i < 256; ++i) room.acquire();
  platform.database->journal().settle();
  const double entries = cpu_seconds() - released_from - asked - written;
  line(what,
       text("%.1f us of %.1f us (%.0f %%)", entries / count * 1e6,
            (asked + written + entries) / count * 1e6, 100 * entries / (asked + written + entries)),
       text("answer alone %.1f us, %zu bytes", (asked + written) / count * 1e6, bytes / count),
       "< 15 % of a request");
}

// Processor time so far of the threads that make entries durable and enter them; they do nothing
// else while records are only read, but for handing answers over when their entry is durable.
double entry_threads_cpu_seconds() {
  double ticks = 0;
  for (const auto& task : fs::directory_iterator("/proc/self/task")) {
    std::ifstream comm(task.path() / "comm"), stat(task.path() / "stat");
    std::string name, all;
    std::getline(comm, name);
    std::getline(stat, all);
    if (name != "journal" && name != "journal-move" && name != "commit") continue;
    std::istringstream fields(all.substr(all.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i) fields >> skipped;
    double user = 0, system = 0;
    fields >> user >> system;
    ticks += user + system;
  }
  return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

// The same over HTTP, the client left out: from the request's first byte to the entry's row.
void bench_ledger_of_request(Platform& platform, std::uint16_t port, const std::string& asker,
                             const std::function<std::string(std::uint64_t)>& target) {
  platform.database->journal().settle();
  const double all_from = cpu_seconds(), entries_from = entry_threads_cpu_seconds();
  const Load asked = load(port, 32, 5, 0, asker, target);
  platform.database->journal().settle();
  const auto n = static_cast<double>(asked.answers);
  const double request = (cpu_seconds() - all_from - asked.client_cpu_seconds) / n;
  const double entry = (entry_threads_cpu_seconds() - entries_from) / n;
  line("ledger's share of a request over HTTP", text("%.1f %%", 100 * entry / request),
       text("%.1f us of %.1f us processor", entry * 1e6, request * 1e6), "< 15 %");
}

// Signing in at the real cost, alone and while look-ups go on.
void bench_sign_in(World& world, Platform& platform, std::uint16_t port, const std::string& asker,
                   const std::function<std::string(std::uint64_t)>& target) {
  app::Account account;
  account.name = "signer";
  account.unit = provider;
  account.grant.roles = {"provider_clerk"};
  account.state = "active";
  account.password = password_hash("Correct-horse-7", "0123456789abcdef");
  account.password_set = world.clock.now();
  platform.put(world, account);
  const auto sign_in_for = [&](double seconds) {
    std::atomic<int> done = 0;
    const auto begin = Clock::now();
    std::vector<std::thread> people;
    for (int i = 0; i < 2; ++i) {
      people.emplace_back([&] {
        while (seconds_since(begin) < seconds)
          done += platform.sessions.sign_in(*world.book, {"signer", "Correct-horse-7", ""}, {})
                          .has_value()
                      ? 1
                      : 0;
      });
    }
    for (auto& one : people) one.join();
    return done.load() / seconds_since(begin);
  };
  const double alone = sign_in_for(3);
  auto signing = std::async(std::launch::async, [&] { return sign_in_for(5); });
  const Load reads = load(port, 32, 5, 1'000, asker, target);
  line("sign-ins while look-ups go on",
       text("%.0f/s; look-ups p99 %.1f ms", signing.get(), reads.p99_ms),
       text("alone %.0f/s", alone), ">= 50/s, reads not stalled");
}

void bench_lookup(World& world, Platform& platform, const fs::path& folder, const fs::path& work,
                  std::uint64_t rows) {
  const http::Services services = platform.services(world, folder);
  const auto codes = some_codes(platform, 100'000);
  http::Server server(services, "127.0.0.1", 0);
  const auto target = [&](std::uint64_t i) {
    return "/api/v1/subjects/" + codes[i * 7'919 % codes.size()] +
           "?purpose=permit_review&matter=1";
  };
  const std::string asker = counter_key(world, platform);
  const Load full = load(server.port(), 32, 5, 0, asker, target);
  const Load bare = load(server.port(), 32, 5, 0, asker, [&](std::uint64_t i) {
    return "/api/v1/codes/" + codes[i * 7'919 % codes.size()];
  });
  line("look-up over HTTP, access entry durable",
       text("%.0f/s, p99 %.1f ms", full.per_second, full.p99_ms),
       text("code check without ledger %.0f/s (x %.2f)", bare.per_second,
            full.per_second / bare.per_second),
       ">= 20 000/s");
  const double rate = std::min(5'000.0, full.per_second / 2);
  const Load steady = load(server.port(), 32, 5, rate, asker, target);
  line("look-up at a steady rate",
       text("p50 %.2f, p99 %.2f ms at %.0f/s", steady.p50_ms, steady.p99_ms, rate), "",
       "p99 < 5 ms at 5 000/s");
  // The same while a file is taken in.
  write_file(world, simulation::Kind::permits, std::min<std::uint64_t>(rows, 200'000), rows / 5,
             work / "permits.csv");
  auto taking = std::async(std::launch::async, [&] {
    return platform.intake
        .submit(*world.book, {work / "permits.csv", "permits.csv", "permit", provider, ""})
        .has_value();
  });
  const Load busy = load(server.port(), 32, 5, std::min(2'000.0, rate), asker, target);
  (void)taking.get();
  line("look-up while a file is taken in", text("p50 %.2f, p99 %.2f ms", busy.p50_ms, busy.p99_ms),
       text("idle p99 %.2f ms", steady.p99_ms), "p99 < 20 ms at 2 000/s");
  bench_ledger_of_request(platform, server.port(), asker, target);
  bench_ledger_share(world, platform, "access entry beside its answer, processor");
  bench_sign_in(world, platform, server.port(), asker, target);
}

std::vector<domain::Organization> invented(World& world, std::uint64_t count) {
  const simulation::Province province(world.book->regions, world.book->calendar,
                                      {7, count, world.clock.now().day()});
  std::vector<domain::Organization> all;
  simulation::Party party;
  for (std::uint64_t i = 0; i < count; ++i) {
    province.party(i, party);
    all.push_back({domain::organization_id(domain::Scheme::uscc, party.uscc),
                   domain::SubjectKind::organization, domain::Scheme::uscc, party.uscc,
                   party.name});
  }
  return all;
}

template <class Work>
std::vector<double> times_of(int count, Work work) {
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    const auto begin = Clock::now();
    work(i);
    times.push_back(1e3 * seconds_since(begin));
  }
  std::ranges::sort(times);
  return times;
}
double p99(const std::vector<double>& times) { return times[times.size() * 99 / 100]; }

void bench_names(World& world, const fs::path& work, std::uint64_t count) {
  const auto all = invented(world, count);
  app::NameIndex index(world.book->names);
  index.put_all(all);
  const auto piece = [&](int i) {
    const auto& name = all[static_cast<std::size_t>(i) * 7'919 % all.size()].name;
    return name.substr(6, std::min<std::size_t>(12, name.size() - 6));
  };
  const auto searches = times_of(1'000, [&](int i) { (void)index.search(piece(i), 20); });
  soci::session sql(soci::sqlite3, "dbname=\"" + (work / "names.db").string() + "\"");
  sql << "CREATE TABLE names (name TEXT)";
  sql << "BEGIN";
  for (const auto& one : all) sql << "INSERT INTO names VALUES (:n)", soci::use(one.name);
  sql << "COMMIT";
  const auto likes = times_of(30, [&](int i) {
    int found = 0;
    sql << "SELECT COUNT(*) FROM names WHERE name LIKE :p", soci::use("%" + piece(i) + "%"),
        soci::into(found);
  });
  line(text("name search, %llu organisations", static_cast<unsigned long long>(count)).c_str(),
       text("p99 %.2f ms", p99(searches)), text("SQL LIKE p99 %.0f ms", p99(likes)), "p99 < 20 ms");
  int right = 0;
  const auto begin = Clock::now();
  constexpr int screens = 2'000;
  for (int i = 0; i < screens; ++i) {
    const auto& wanted = all[static_cast<std::size_t>(i) * 104'729 % all.size()];
    std::string asked = wanted.name;
    const auto form = asked.rfind("有限公司");
    if (form != std::string::npos) asked.replace(form, 12, "有限责任公司");
    const auto hits = index.screen(asked, 1);
    right += !hits.empty() && hits.front().name == wanted.name ? 1 : 0;
  }
  line("fuzzy screening, changed legal form",
       text("%.0f/s, %.1f %% right first", screens / seconds_since(begin), 100.0 * right / screens),
       "", ">= 2 000/s, >= 95 %");
}

// Proofs of single rows from the loaded log, and the hashing that fsck does for each record.
void bench_proofs(World& world, Platform& platform, std::uint64_t rows) {
  const auto permit = platform.permit(world, "provider_clerk", "own_submission");
  std::size_t largest = 0, statement = 0;
  const auto times = times_of(1'000, [&](int i) {
    const auto row = static_cast<std::int64_t>(2 + static_cast<std::uint64_t>(i) * 7'919 % rows);
    auto pending = platform.intake.row_proof(permit, provider, "1", row);
    if (!pending) return;
    const auto proof = platform.ledger.release(permit, std::move(*pending));
    const auto extra = ledger::parse_proof(proof).or_throw().extra.size();
    largest = std::max(largest, proof.size() - (extra + 2) / 3 * 4);
    statement = std::max(statement, extra);
  });
  line("proof of a row, with its access entry",
       text("p50 %.2f, p99 %.2f ms", times[times.size() / 2], p99(times)),
       text("%zu bytes, and its statement of <= %zu", largest, statement), "< 2 ms, < 2 KB");

  const auto lease = platform.database->read();
  const auto records = store::records_from_leaf(lease.sql(), 0, 100'000);
  app::RowStatements statements(lease.sql(), platform.dictionaries, platform.vault,
                                platform.database->folder());
  std::vector<std::string> texts;
  for (const auto& record : records)
    if (auto text = statements.of_record(record)) texts.push_back(std::move(*text));
  const std::string seed(app::seed_bytes, 's');
  const auto begin = Clock::now();
  ledger::Frontier frontier;
  std::int64_t number = 0;
  for (const auto& text : texts) {
    frontier.append(ledger::leaf_hash(
        ledger::entry_of(2, ledger::commitment(app::row_salt(seed, ++number), text))));
  }
  const double hashing = seconds_since(begin);
  const auto begin_fsck = Clock::now();
  const auto keys = ledger::NodeKeys::open(platform.database->folder());
  app::Audit audit(*platform.database, keys, 1);
  audit.check_log(store::Lane::facts);
  audit.check_log(store::Lane::access);
  audit.check_statements();
  app::audit_intake(audit, {platform.dictionaries, platform.vault, *world.book, false});
  const double whole = seconds_since(begin_fsck);
  line("fsck, hashing work per core",
       text("%.0f records/s", static_cast<double>(texts.size()) / hashing),
       text("whole fsck %.0f records/s, %s",
            static_cast<double>(audit.counts().at("records")) / whole,
            audit.differences().empty() ? "sound" : "DIFFERS"),
       ">= 500 000 records/s");
}

void bench_report(World& world, Platform& platform) {
  const auto codes = some_codes(platform, 200);
  const auto permit = platform.permit(world, "counter_clerk", "permit_review");
  const Instant now = world.clock.now();
  std::vector<app::CreditReport> reports;
  for (const auto& code : codes) {
    auto pending = platform.query.by_code(*world.book, permit, code,
                                          {now.day(), Instant(now.micros() + 60'000'000)});
    if (pending)
      reports.push_back(platform.reports.issue(
          permit, platform.ledger.release(permit, std::move(*pending)).or_throw(), "bench"));
  }
  const auto pdf = times_of(static_cast<int>(reports.size()), [&](int i) {
    (void)app::to_pdf(reports[static_cast<std::size_t>(i)]);
  });
  const auto json = times_of(static_cast<int>(reports.size()), [&](int i) {
    (void)app::to_json_text(reports[static_cast<std::size_t>(i)]);
  });
  line("credit report as PDF", text("p50 %.1f, p99 %.1f ms", pdf[pdf.size() / 2], p99(pdf)),
       text("as JSON p99 %.2f ms", p99(json)), "p99 < 100 ms");
}

}  // namespace

int run(std::uint64_t rows) {
  World world;
  spdlog::set_level(spdlog::level::off);  // the log is the operator's, not the bench's
  std::string name = (fs::temp_directory_path() / "credence-bench-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) return 1;
  const fs::path work = name;
  const store::Location location{store::Engine::sqlite, work / "data", {}, false};
  fs::create_directories(location.folder);
  make_secrets(location.folder, world);
  std::printf("%llu rows, %u cores, client on the same machine\n\n%-46s %-34s %-40s %s\n",
              static_cast<unsigned long long>(rows), std::thread::hardware_concurrency(), "work",
              "here", "baseline in this run", "goal (DESIGN 10)");
  bench_intake(world, location, work, rows);
  bench_sandbox(world, work, std::min<std::uint64_t>(rows, 200'000));
  {
    Platform platform(world, location);
    bench_proofs(world, platform, rows);
    bench_report(world, platform);
    bench_lookup(world, platform, location.folder, work, rows);
    bench_checks(world, platform, location.folder, work);
  }
  {
    store::Location waits = location;
    waits.trace = store::Trace::database;
    Platform platform(world, waits);
    bench_ledger_share(world, platform, "  the same, waiting for the database");
  }
  bench_names(world, work, rows);
  fs::remove_all(work);
  return 0;
}

}  // namespace credence::bench

int main(int argc, char** argv) {
  std::uint64_t rows = 1'000'000;
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::strcmp(argv[i], "--rows") == 0) rows = std::strtoull(argv[i + 1], nullptr, 10);
  }
  return credence::bench::run(rows);
}
