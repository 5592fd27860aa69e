// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "store/marks.h"
#include "support/list_rows.h"
#include "support/platform.h"
#include "support/standing_sql.h"

// Three ways to say what is in force for a subject on a day agree whatever has happened: the index
// that follows commits, working it out anew from the records, and joins in the database.

namespace credence::testing {
namespace {

using app::StandingIndex;
using domain::MarkKind;

const std::vector<std::string> subjects = {company, shop, bank};

// Something that happens to records.
class History {
 public:
  History(Platform& platform) : platform_(platform) {}

  void happen() {
    const auto what = *rc::gen::inRange(0, 8);
    if (what < 2) return list_entry();
    if (what < 4) return penalty();
    if (what == 4) return grade();
    if (what == 5) return person();
    if (what == 6) return later();
    mark();
  }

 private:
  // Every row is one that intake takes: a history of refusals would prove nothing.
  void take(const std::string& item, const std::string& bytes, const std::string& file) {
    const auto receipt = platform_.send(item, bytes, file).or_throw();
    RC_LOG() << wire::to_line(receipt) << "\n" << bytes;
    RC_ASSERT(receipt.rejected == 0);
  }
  std::string some_subject() { return *rc::gen::elementOf(subjects); }
  Date some_day() { return platform_.clock.now().day().plus_days(-*rc::gen::inRange(1, 2'200)); }
  std::string maybe_day(Date from) {
    const int days = *rc::gen::inRange(-400, 1'200);
    return days < 0 ? "" : to_string(from.plus_days(days));
  }
  void list_entry() {
    const Date listed = some_day();
    const Date today = platform_.clock.now().day();
    std::string removed = maybe_day(listed);
    if (!removed.empty() && parse_date(removed) > today) removed = to_string(today);
    const auto category = *rc::gen::elementOf(std::vector<std::string>{
        "重大税收违法失信主体", "拖欠农民工工资失信联合惩戒对象", "统计严重失信企业"});
    take("serious_dishonesty",
         entry_row(some_subject(), *rc::gen::inRange(1, 4), category, listed, maybe_day(listed),
                   *rc::gen::arbitrary<bool>() ? removed : ""),
         "list.jsonl");
  }
  void penalty() {
    PenaltyRow row;
    row.code = some_subject();
    row.name = name_of(row.code);
    row.kind = row.code == shop ? "个体工商户" : "法人及非法人组织";
    row.number = "罚" + std::to_string(*rc::gen::inRange(1, 4)) + "号";
    row.fine = *rc::gen::elementOf(std::vector<std::string>{"", "0.1", "2", "2000"});
    row.kinds = row.fine.empty() ? "警告" : "罚款";
    const Date decided = some_day();
    row.decided = to_string(decided);
    row.valid_to = to_string(decided.plus_days(365));
    if (*rc::gen::arbitrary<bool>()) row.conduct_end = to_string(decided.plus_days(-40));
    take("penalty", penalty_header + row.text(), "file.csv");
  }
  void grade() {
    const Date rated = some_day();
    take("model_taxpayer",
         grade_row(some_subject(), *rc::gen::inRange(2021, 2025), rated, maybe_day(rated)),
         "grade.jsonl");
  }
  void person() { take("penalty", penalty_header + personal_penalty().text(), "file.csv"); }
  void later() {
    platform_.set_day(platform_.clock.now().day().plus_days(*rc::gen::inRange(1, 90)));
  }

  void mark() {
    const SubjectId subject = platform_.subject_of(some_subject());
    store::RecordFilter filter;
    filter.subject = subject;
    const auto records =
        store::find_records(platform_.database->read().sql(), filter, 20, std::nullopt);
    if (records.empty()) return;
    store::RecordMark one;
    one.subject = subject;
    one.record = (*rc::gen::elementOf(records)).columns.key;
    one.kind = *rc::gen::elementOf(std::vector<MarkKind>{MarkKind::disputed, MarkKind::repaired,
                                                         MarkKind::withdrawn, MarkKind::lifted});
    one.case_number = "YY20260511-00000001";
    one.basis = "SD-2020/40";
    const bool end = *rc::gen::arbitrary<bool>();
    platform_.database->facts().run([&](store::Write& write) {
      if (end) {
        store::end_mark(write, platform_.random, subject, one.record, one.kind, one.case_number);
      } else {
        store::put_mark(write, platform_.random, one);
      }
    });
  }
  Platform& platform_;
};

SqlStanding said_of(const rulebook::Consequences& rules, const domain::RecordHead& head, Date day) {
  SqlStanding said;
  for (const auto& applied : rules.of(head, day).measures)
    said.emplace(head.subject.value, head.record.value, applied.measure->id,
                 applied.list == nullptr ? "" : applied.list->id, applied.span.since.days(),
                 applied.span.until ? applied.span.until->days() : StandingSql::open_end);
  return said;
}

struct Undo {};

// What joins say, on the writer's session: temporary tables go with the transaction.
std::vector<SqlStanding> by_joins(Platform& platform, const std::vector<Date>& days) {
  std::vector<SqlStanding> all;
  try {
    platform.database->facts().run([&](store::Write& write) {
      all.clear();
      StandingSql joins(write.sql, *platform.book);
      for (const Date day : days) all.push_back(joins.in_force(day));
      throw Undo();
    });
  } catch (const Undo&) {
  }
  return all;
}

class StandingOf : public OnBothEngines {};

TEST_P(StandingOf, IsTheSameByIndexByRecordsAndByJoins) {
  // A new platform for each history is dear: each goes on from the one before.
  Platform platform(place());
  const auto& rules = platform.editions->now();
  const bool agreed = rc::check("index = records = joins", [&] {
    History history(platform);
    const int steps = *rc::gen::inRange(1, 8);
    for (int i = 0; i < steps; ++i) {
      history.happen();
      if (*rc::gen::arbitrary<bool>()) platform.standing->catch_up();
    }
    const Date today = platform.clock.now().day();
    const std::vector<Date> days = {today, today.plus_days(*rc::gen::inRange(1, 800))};
    const auto joins = by_joins(platform, days);
    for (std::size_t i = 0; i < days.size(); ++i) {
      SqlStanding by_index, by_records;
      for (const auto& code : subjects) {
        const SubjectId subject = platform.subject_of(code);
        for (const auto& head : platform.standing->of(subject).heads)
          by_index.merge(said_of(rules, head, days[i]));
        const auto lease = platform.database->read();
        for (const auto& head : store::heads_of(lease.sql(), subject, rules.items(), end_of_time))
          by_records.merge(said_of(rules, head, days[i]));
      }
      RC_ASSERT(by_index == by_records);
      RC_ASSERT(by_records == joins[i]);
    }
  });
  EXPECT_TRUE(agreed);
  EXPECT_THAT(platform.fsck(), ::testing::IsEmpty());
  // After a restart the index, read anew, holds the same.
  std::vector<domain::RecordHead> before, after;
  platform.standing->each([&](const auto& head) { before.push_back(head); });
  StandingIndex again(*platform.database, rules);
  again.catch_up();
  again.each([&](const auto& head) { after.push_back(head); });
  const auto over = [&](const domain::RecordHead& head) {
    const auto done = rules.done_by(head);
    return done && *done <= platform.clock.now().day();
  };
  std::erase_if(before, over);
  std::erase_if(after, over);
  EXPECT_TRUE(before == after);
}

INSTANTIATE_TEST_SUITE_P(Engines, StandingOf, both_engines, engine_name);

}  // namespace
}  // namespace credence::testing
