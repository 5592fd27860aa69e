// SPDX-License-Identifier: Apache-2.0
#include "wire/from_json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace credence::wire {

struct Inner {
  std::string text;
  std::optional<Date> day;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (text, day))
struct Outer {
  SubjectId id;
  Instant at;
  bool flag = false;
  std::int64_t number = 0;
  std::vector<Inner> inner;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (id, at, flag, number, inner))

RC_GTEST_PROP(FromJson, IsTheInverseOfToJson, (std::int64_t number, bool flag)) {
  const std::string text = *rc::gen::container<std::string>(rc::gen::inRange<char>(0x20, 0x7f));
  Outer outer{SubjectId(number),
              Instant(1'700'000'000'123'456),
              flag,
              number,
              {{text, Date(19'000)}, {"", {}}}};
  const auto value = json::parse(json::serialize(to_json(outer)));
  const auto back = from_json<Outer>(value);
  RC_ASSERT(back.has_value());
  RC_ASSERT(to_line(*back) == to_line(outer));
}

TEST(FromJson, SaysWhereTheShapeIsWrong) {
  const auto wrong = from_json<Outer>(json::parse(
      R"({"id":"1","at":"2024-01-01","flag":true,"number":1,"inner":[{"text":"a"},{"text":3}]})"));
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().place.field, "/inner/1/text");
}

TEST(FromJson, RefusesUnknownAndMissingMembers) {
  EXPECT_FALSE(from_json<Inner>(json::parse(R"({"text":"a","more":1})")).has_value());
  EXPECT_FALSE(from_json<Inner>(json::parse(R"({"day":"2024-01-01"})")).has_value());
}

}  // namespace credence::wire
