// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "domain/identifiers.h"
#include "rulebook/rulebook.h"
#include "simulation/submission.h"

namespace credence::simulation {
namespace {

class Invented : public ::testing::Test {
 protected:
  Invented() : province_(book().regions, book().calendar, {3, 20'000, Date(2026, 5, 11)}) {}
  static const rulebook::RuleBook& book() {
    static const auto reading = rulebook::read_rules(rulebook::embedded_rule_files());
    return *reading.book;
  }
  Province province_;
};

TEST_F(Invented, CodesAreValidAndDistinct) {
  std::set<std::string> codes;
  for (std::uint64_t i = 0; i < province_.organizations(); ++i) {
    const auto facts = province_.organization(i);
    ASSERT_TRUE(domain::is_uscc(facts.uscc)) << facts.uscc;
    ASSERT_TRUE(codes.insert(facts.uscc).second) << facts.uscc;
  }
  for (std::uint64_t i = 0; i < province_.bodies(); ++i)
    ASSERT_TRUE(domain::is_uscc(province_.body(i).uscc));
}

TEST_F(Invented, RowsAreTheSameInAnyOrder) {
  for (const Kind kind : {Kind::registrations, Kind::permits, Kind::penalties, Kind::honours}) {
    const SubmissionPlan plan{kind, 0, 200, 50'000, 30'000};
    RowMaker forwards(province_, plan), backwards(province_, plan);
    std::vector<std::vector<std::string>> rows(200);
    for (std::uint64_t i = 0; i < 200; ++i) forwards.make(i, rows[i]);
    std::vector<std::string> cells;
    for (std::uint64_t i = 200; i-- > 0;) {
      backwards.make(i, cells);
      ASSERT_EQ(cells, rows[i]);
      ASSERT_EQ(cells.size(), columns(kind).size());
    }
  }
}

TEST_F(Invented, FaultsArePlantedAboutAsOftenAsStated) {
  RowMaker maker(province_, {Kind::penalties, 0, 50'000, 50'000, 0});
  std::vector<std::string> cells;
  std::set<Fault> seen;
  int planted = 0;
  for (std::uint64_t i = 0; i < 50'000; ++i) {
    const Fault fault = maker.make(i, cells);
    planted += fault == Fault::none ? 0 : 1;
    seen.insert(fault);
  }
  EXPECT_NEAR(planted, 2'500, 500);
  EXPECT_EQ(seen.size(), fault_kinds);
}

TEST_F(Invented, DecisionsFallOnWorkingDays) {
  RowMaker maker(province_, {Kind::penalties, 0, 500, 0, 500'000});
  std::vector<std::string> cells;
  for (std::uint64_t i = 0; i < 500; ++i) {
    maker.make(i, cells);
    ASSERT_TRUE(book().calendar.is_working_day(*parse_date(cells[22]))) << cells[22];
  }
}

}  // namespace
}  // namespace credence::simulation
