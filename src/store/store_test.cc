// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>
#include <signal.h>

#include <sys/wait.h>

#include <algorithm>
#include <future>
#include <map>

#include "store/packing.h"
#include "store/records.h"
#include "store/session.h"
#include "support/place.h"

namespace credence::store {
namespace {

using credence::testing::both_engines;
using credence::testing::engine_name;
using ::testing::ElementsAre;

class Store : public credence::testing::OnBothEngines {
 protected:
  std::unique_ptr<Database> open() { return Database::open(place().location(), clock_); }
  ManualClock clock_{Instant(1'700'000'000'000'000)};
};
INSTANTIATE_TEST_SUITE_P(Engines, Store, both_engines, engine_name);

RecordRow row_of(std::int64_t subject, std::int64_t key, std::int64_t content, std::int64_t row) {
  RecordRow out;
  out.columns.subject = SubjectId(subject);
  out.columns.key = RecordKey(key);
  out.columns.item = 302;
  out.columns.content = content;
  out.columns.decided_on = Date(19'000 + static_cast<int>(key % 100));
  out.columns.region = 370102;
  out.fields = std::string_view("\0\1\2[\"x\"]", 8);
  out.row = row;
  return out;
}

std::vector<Outcome> load(Database& database, std::vector<RecordRow> rows, std::int64_t batch = 1) {
  std::vector<Outcome> outcomes(rows.size());
  database.facts().run([&](Write& write) {
    load_records(write, {batch, write.now}, rows, outcomes);
  });
  return outcomes;
}

TEST_P(Store, NewRowsAreAddedAndTheSameAgainAreDuplicates) {
  const auto database = open();
  EXPECT_THAT(load(*database, {row_of(1, 10, 7, 1), row_of(2, 10, 7, 2)}),
              ElementsAre(Outcome::added, Outcome::added));
  EXPECT_THAT(load(*database, {row_of(1, 10, 7, 1), row_of(2, 11, 7, 2)}),
              ElementsAre(Outcome::duplicate, Outcome::added));
}

TEST_P(Store, OtherContentIsANewVersionAndTheOldOneStaysClosed) {
  const auto database = open();
  load(*database, {row_of(1, 10, 7, 1)});
  EXPECT_THAT(load(*database, {row_of(1, 10, 8, 1)}, 2), ElementsAre(Outcome::changed));
  const auto lease = database->read();
  const auto versions = record_versions(lease.sql(), SubjectId(1), RecordKey(10));
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(versions[0].known_to, versions[1].known_from);
  EXPECT_EQ(versions[1].known_to, end_of_time);
  EXPECT_EQ(versions[1].batch, 2);
  RecordFilter then;
  then.subject = SubjectId(1);
  then.known_at = versions[0].known_from;
  EXPECT_EQ(find_records(lease.sql(), then, 10, std::nullopt).at(0).version, 1);
}

TEST_P(Store, APreparedStatementGivesBackWhatItWasGiven) {
  const auto database = open();
  const std::string bytes("\0\xff\x80 '\"", 6);
  database->facts().run([&](Write& write) {
    for (const std::int64_t id : {1, -1}) {
      write.sql.run(
          "INSERT INTO subject (subject_id, kind, scheme, code, name, authoritative, sealed, "
          "region, "
          "batch, known_from, changed, leaf, salt) VALUES ($1, $2, 0, $3, $4, 0, $5, 0, 1, $6, $6, "
          "0, "
          "'')",
          {id * 0x7fff'ffff'0000'0001, 1, "代码", "", id > 0 ? Value(Bytes{bytes}) : Value(),
           write.now.micros()});
    }
  });
  const auto lease = database->read();
  const std::vector<std::int64_t> both = {0x7fff'ffff'0000'0001, -0x7fff'ffff'0000'0001};
  for (int again = 0; again < 2; ++again) {
    const auto rows = lease.sql().query_among("SELECT subject_id, code, name, sealed FROM subject",
                                              "subject_id", both, " ORDER BY subject_id");
    ASSERT_TRUE(rows->next());
    EXPECT_EQ(rows->number(0), both[1]);
    EXPECT_TRUE(rows->is_null(3));
    ASSERT_TRUE(rows->next());
    EXPECT_EQ(rows->bytes(1), "代码");
    EXPECT_EQ(rows->bytes(2), "");
    EXPECT_EQ(rows->bytes(3), bytes);
    EXPECT_FALSE(rows->next());
  }
  EXPECT_THROW(lease.sql().run("SELECT nothing FROM nowhere"), Failure);
}

TEST_P(Store, EqualKeysInOneChunkAreTakenInRowOrder) {
  const auto database = open();
  EXPECT_THAT(
      load(*database,
           {row_of(1, 10, 7, 1), row_of(1, 10, 7, 2), row_of(1, 10, 9, 3), row_of(1, 10, 9, 4)}),
      ElementsAre(Outcome::added, Outcome::duplicate, Outcome::changed, Outcome::duplicate));
}

TEST_P(Store, WhatIsReadIsWhatWasWritten) {
  const auto database = open();
  auto row = row_of(5, 50, -3, 77);
  row.columns.valid_to = forever;
  row.columns.severity = 2;
  row.columns.body = -9;
  row.document_number = "济市监罚〔2024〕1号";
  row.sealed = std::string_view("\xff\0\x01", 3);
  auto dayless = row_of(5, 51, 1, 78);
  dayless.columns.decided_on.reset();
  load(*database, {row, dayless}, 4);
  RecordFilter filter;
  filter.subject = SubjectId(5);
  const auto found = find_records(database->read().sql(), filter, 10, std::nullopt);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].document_number, row.document_number);
  EXPECT_EQ(found[0].fields, row.fields);
  EXPECT_EQ(found[0].sealed, row.sealed);
  EXPECT_EQ(found[0].columns.valid_to, forever);
  EXPECT_EQ(found[0].columns.valid_from, std::nullopt);
  EXPECT_EQ(found[0].columns.body, -9);
  EXPECT_EQ(found[0].batch, 4);
  EXPECT_EQ(found[0].row, 77);
  EXPECT_EQ(found[1].columns.decided_on, std::nullopt);
}

TEST_P(Store, PagesByKeysetMeetEveryRowOnce) {
  const auto database = open();
  std::vector<RecordRow> rows;
  for (int i = 0; i < 500; ++i) rows.push_back(row_of(i / 7, i, i, i));
  load(*database, rows);
  RecordFilter filter;
  filter.items = {302, 303};
  filter.region_from = 370100;
  filter.region_to = 370199;
  const auto lease = database->read();
  std::vector<std::int64_t> seen;
  std::optional<RecordCursor> after;
  for (;;) {
    const auto page = find_records(lease.sql(), filter, 37, after);
    for (const auto& record : page) seen.push_back(record.columns.key.value);
    if (page.size() < 37) break;
    const auto& last = page.back().columns;
    after = RecordCursor{last.decided_on.value_or(no_day), last.subject, last.key};
  }
  EXPECT_EQ(seen.size(), 500U);
  std::ranges::sort(seen);
  EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
}

SubjectRow organization(std::int64_t id, std::string_view code, std::string_view name,
                        bool authoritative) {
  SubjectRow row;
  row.id = SubjectId(id);
  row.kind = domain::SubjectKind::organization;
  row.scheme = domain::Scheme::uscc;
  row.code = code;
  row.name = name;
  row.authoritative = authoritative;
  return row;
}

void put(Database& database, std::vector<SubjectRow> rows) {
  database.facts().run([&](Write& write) { put_subjects(write, 1, rows); });
}

TEST_P(Store, ARegisteredNameReplacesAReportedOneAndTheFormerIsKept) {
  const auto database = open();
  put(*database, {organization(1, "A", "报送的名称", false)});
  put(*database, {organization(1, "A", "登记名称", true)});
  put(*database, {organization(1, "A", "又一个报送的名称", false)});
  const auto lease = database->read();
  EXPECT_EQ(find_subject(lease.sql(), SubjectId(1))->name, "登记名称");
  const auto former = former_names(lease.sql(), SubjectId(1));
  ASSERT_EQ(former.size(), 1U);
  EXPECT_EQ(former[0].name, "报送的名称");
}

TEST_P(Store, ACollisionOfNumbersIsAnErrorAndNeverAMerge) {
  const auto database = open();
  put(*database, {organization(1, "A", "甲", true)});
  EXPECT_THROW(put(*database, {organization(1, "B", "乙", true)}), Failure);
  EXPECT_EQ(find_subject(database->read().sql(), SubjectId(1))->code, "A");
}

TEST_P(Store, ChangedOrganisationsAreFollowedInOrder) {
  const auto database = open();
  std::vector<SubjectRow> rows;
  for (int i = 1; i <= 50; ++i) rows.push_back(organization(i, "A", "甲", true));
  put(*database, rows);
  put(*database, {organization(60, "A", "乙", true)});
  const auto lease = database->read();
  std::vector<std::int64_t> seen;
  Instant since;
  SubjectId after;
  for (;;) {
    const auto changes = organizations_changed(lease.sql(), since, after, 20);
    if (changes.empty()) break;
    for (const auto& change : changes) seen.push_back(change.organization.id.value);
    since = changes.back().changed;
    after = changes.back().organization.id;
  }
  EXPECT_EQ(seen.size(), 51U);
  EXPECT_EQ(seen.back(), 60);
}

TEST_P(Store, AliasesLeadToTheirSubjectAndStayOnce) {
  const auto database = open();
  const std::vector<AliasRow> rows = {
      {SubjectId(100), SubjectId(1), domain::Scheme::registration, "370100000001235"}};
  for (int i = 0; i < 2; ++i) {
    database->facts().run([&](Write& write) { put_aliases(write, 1, rows); });
  }
  const auto lease = database->read();
  EXPECT_THAT(subjects_by_alias(lease.sql(), SubjectId(100)), ElementsAre(SubjectId(1)));
  EXPECT_EQ(aliases_of(lease.sql(), SubjectId(1)).size(), 1U);
}

TEST_P(Store, OneFailingWorkTakesNoNeighbourWithIt) {
  const auto database = open();
  std::promise<void> gate;
  auto opened = gate.get_future().share();
  database->facts().submit([opened](Write&) { opened.wait(); }, [](std::exception_ptr) {});
  std::map<int, bool> failed;
  std::vector<std::promise<void>> done(3);
  for (int i = 0; i < 3; ++i) {
    const auto row = organization(i + 1, "A", "甲", true);
    database->facts().submit(
        [row, i](Write& write) {
          if (i == 1) throw std::runtime_error("planned");
          put_subjects(write, 1, std::span(&row, 1));
        },
        [&, i](std::exception_ptr what) {
          failed[i] = what != nullptr;
          done[static_cast<std::size_t>(i)].set_value();
        });
  }
  gate.set_value();
  for (auto& one : done) one.get_future().wait();
  EXPECT_EQ(failed, (std::map<int, bool>{{0, false}, {1, true}, {2, false}}));
  const auto lease = database->read();
  EXPECT_TRUE(find_subject(lease.sql(), SubjectId(1)));
  EXPECT_FALSE(find_subject(lease.sql(), SubjectId(2)));
  EXPECT_TRUE(find_subject(lease.sql(), SubjectId(3)));
}

TEST_P(Store, InstantsOnlyGrowEvenWhenTheClockDoesNot) {
  Instant first, second, third;
  {
    const auto database = open();
    database->facts().run([&](Write& write) { first = write.now; });
    database->facts().run([&](Write& write) { second = write.now; });
  }
  clock_.set(Instant(1));
  open()->facts().run([&](Write& write) { third = write.now; });
  EXPECT_LT(first, second);
  EXPECT_LT(second, third);
}

TEST_P(Store, PackedFieldsComeBackWithAndWithoutADictionary) {
  const auto database = open();
  Dictionaries dictionaries;
  std::vector<std::string> samples;
  for (int i = 0; i < 3'000; ++i) {
    samples.push_back("[\"济南市历下区市场监督管理局\",\"罚款\",\"" + std::to_string(i * 7919) +
                      "\",\"未按规定公示年度报告\"]");
  }
  const std::string bytes = train_dictionary(samples);
  ASSERT_FALSE(bytes.empty());
  int id = 0;
  database->facts().run([&](Write& write) { id = dictionaries.add(write, 302, bytes); });
  Packer with(bytes, id), without("", 0);
  const auto lease = database->read();
  std::size_t packed_bytes = 0, plain_bytes = 0;
  for (const std::string& text : {samples[5], std::string("[]"), std::string(5'000, 'x')}) {
    std::string a, b;
    with.pack(text, a);
    without.pack(text, b);
    EXPECT_EQ(dictionaries.unpack(lease.sql(), a), text);
    EXPECT_EQ(dictionaries.unpack(lease.sql(), b), text);
    packed_bytes += a.size();
    plain_bytes += b.size();
  }
  EXPECT_LT(packed_bytes, plain_bytes);
  EXPECT_THROW((void)dictionaries.unpack(lease.sql(), "\7nonsense"), Failure);
}

// A model in memory and the store agree on what became of every row, whatever arrives in whatever
// chunks.
TEST_P(Store, AgreesWithASimpleModel) {
  const auto database = open();
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> model;
  SeededRandom random(42);
  for (int chunk = 0; chunk < 30; ++chunk) {
    std::vector<RecordRow> rows;
    for (int i = 0; i < 40; ++i) {
      rows.push_back(row_of(static_cast<std::int64_t>(random.next() % 5),
                            static_cast<std::int64_t>(random.next() % 12),
                            static_cast<std::int64_t>(random.next() % 3), i));
    }
    std::ranges::stable_sort(rows, {}, [](const RecordRow& r) {
      return std::tuple(r.columns.subject, r.columns.key, r.row);
    });
    std::vector<Outcome> expected;
    for (const auto& row : rows) {
      const auto key = std::pair(row.columns.subject.value, row.columns.key.value);
      const auto [at, fresh] = model.try_emplace(key, row.columns.content);
      expected.push_back(fresh                               ? Outcome::added
                         : at->second == row.columns.content ? Outcome::duplicate
                                                             : Outcome::changed);
      at->second = row.columns.content;
    }
    ASSERT_EQ(load(*database, rows), expected) << "chunk " << chunk;
  }
}

TEST(SqliteFolder, ASecondProcessIsRefusedByName) {
  credence::testing::Place place(Engine::sqlite);
  SystemClock clock;
  const auto database = Database::open(place.location(), clock);
  try {
    (void)Database::open(place.location(), clock);
    FAIL() << "opened twice";
  } catch (const Failure& refused) {
    EXPECT_EQ(refused.error().id, "store.locked");
    EXPECT_NE(refused.error().message.en.find(std::to_string(::getpid())), std::string::npos);
  }
}

// Acknowledged rows survive a kill -9 at any moment.
TEST(SqliteFolder, AKilledProcessLosesNothingAcknowledged) {
  credence::testing::Place place(Engine::sqlite);
  int pipe_ends[2];
  ASSERT_EQ(::pipe(pipe_ends), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    SystemClock clock;
    const auto database = Database::open(place.location(), clock);
    for (std::int64_t i = 0;; ++i) {
      std::vector<RecordRow> rows = {row_of(i, 1, 1, 1)};
      std::vector<Outcome> outcomes(1);
      database->facts().run([&](Write& write) {
        load_records(write, {1, write.now}, rows, outcomes);
      });
      if (::write(pipe_ends[1], &i, sizeof i) != sizeof i) ::_exit(1);
    }
  }
  ::close(pipe_ends[1]);
  std::int64_t acknowledged = -1, next = 0;
  while (::read(pipe_ends[0], &next, sizeof next) == sizeof next) {
    acknowledged = next;
    if (acknowledged == 200) ::kill(child, SIGKILL);
  }
  ::waitpid(child, nullptr, 0);
  ::close(pipe_ends[0]);
  SystemClock clock;
  const auto database = Database::open(place.location(), clock);
  const auto stored = count_rows(database->read().sql(), "record");
  EXPECT_GE(acknowledged, 200);
  EXPECT_GE(stored, acknowledged + 1);
}

TEST(Locations, AreToldBySpelling) {
  EXPECT_EQ(parse_location("sqlite", "x")->engine, Engine::sqlite);
  EXPECT_EQ(parse_location("postgresql://u@h/d", "x")->engine, Engine::postgresql);
  EXPECT_EQ(parse_location("host=/tmp dbname=x", "x")->engine, Engine::postgresql);
  EXPECT_FALSE(parse_location("mysql", "x").has_value());
}

}  // namespace
}  // namespace credence::store
