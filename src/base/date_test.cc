// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace credence {
namespace {

TEST(Date, ReadsEveryFormDepartmentsWrite) {
  const Date day(2024, 3, 1);
  for (const char* text : {"2024-03-01", "2024/3/1", "2024.03.01", "20240301", "2024年3月1日",
                           "2024-03-01 09:30:00", "2024/03/01T00:00:00.000Z", " 2024-03-01 "}) {
    EXPECT_EQ(parse_date(text), day) << text;
  }
}

TEST(Date, RefusesWhatIsNotADay) {
  for (const char* text : {"", "2024", "2024-02-30", "2023-02-29", "03/01/2024", "24-03-01",
                           "2024-13-01", "2024-03-01x", "长期", "2024-03", "45352"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(Date, MonthsClipToTheLastDay) {
  EXPECT_EQ(Date(2024, 1, 31).plus_months(1), Date(2024, 2, 29));
  EXPECT_EQ(Date(2023, 11, 30).plus_months(3), Date(2024, 2, 29));
  EXPECT_EQ(Date(2024, 2, 29).plus_months(12), Date(2025, 2, 28));
}

TEST(Instant, FallsOnTheChineseDay) {
  EXPECT_EQ(start_of(Date(2024, 3, 1)).day(), Date(2024, 3, 1));
  EXPECT_EQ(Instant(start_of(Date(2024, 3, 1)).micros() - 1).day(), Date(2024, 2, 29));
  EXPECT_EQ(parse_instant("2024-02-29T16:00:00Z"), start_of(Date(2024, 3, 1)));
}

RC_GTEST_PROP(Date, WritingAndReadingAreInverse, ()) {
  const Date day(*rc::gen::inRange(-60'000, 370'000));
  RC_ASSERT(parse_date(to_string(day)) == day);
}

RC_GTEST_PROP(Instant, WritingAndReadingAreInverse, ()) {
  const Instant instant(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000'000));
  RC_ASSERT(parse_instant(to_string(instant)) == instant);
}

}  // namespace
}  // namespace credence
