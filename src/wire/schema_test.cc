// SPDX-License-Identifier: Apache-2.0
#include "wire/schema.h"

#include <gtest/gtest.h>

namespace credence::wire {
namespace {

struct Inner {
  std::string name;
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (name, until))

struct Outer {
  SubjectId id;
  Instant at;
  Money fine;
  std::int64_t rows = 0;
  double share = 0;
  bool open = false;
  Words label;
  std::vector<Inner> parts;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (id, at, fine, rows, share, open, label, parts))

json::value property(const Schemas& schemas, const char* type, const char* name) {
  return schemas.components().at(type).at("properties").at(name);
}

// Two ways to the same text.
TEST(Json, TheLineIsTheTreeWrittenOut) {
  std::string every;
  for (int byte = 1; byte < 128; ++byte) every += static_cast<char>(byte);
  Outer outer{SubjectId(7),
              Instant(1'700'000'000'000'000),
              Money(12'345),
              -9,
              0.25,
              true,
              {every, "汉字 \xF0\xA0\x80\x80"},
              {}};
  EXPECT_EQ(to_line(outer), json::serialize(to_json(outer)));
  outer.parts = {{"", std::nullopt}, {"乙", Date(19'000)}};
  EXPECT_EQ(to_line(outer), json::serialize(to_json(outer)));
  EXPECT_EQ(to_line(std::vector<Inner>{}), "[]");
}

TEST(Schema, RefersToADescribedStructByItsName) {
  Schemas schemas;
  EXPECT_EQ(json::serialize(schemas.of<Outer>()), R"({"$ref":"#/components/schemas/Outer"})");
}

TEST(Schema, AddsEveryStructThatIsNeeded) {
  Schemas schemas;
  schemas.of<Outer>();
  EXPECT_TRUE(schemas.components().contains("Outer"));
  EXPECT_TRUE(schemas.components().contains("Inner"));
  EXPECT_TRUE(schemas.components().contains("Words"));
}

TEST(Schema, SaysTheFormOfDatesInstantsMoneyAndIds) {
  Schemas schemas;
  schemas.of<Outer>();
  EXPECT_EQ(property(schemas, "Inner", "until").at("format"), "date");
  EXPECT_EQ(property(schemas, "Outer", "at").at("format"), "date-time");
  EXPECT_TRUE(property(schemas, "Outer", "fine").as_object().contains("pattern"));
  EXPECT_EQ(property(schemas, "Outer", "id").at("type"), "string");
}

TEST(Schema, SaysTheTypeOfNumbersAndTruthValues) {
  Schemas schemas;
  schemas.of<Outer>();
  EXPECT_EQ(property(schemas, "Outer", "rows").at("type"), "integer");
  EXPECT_EQ(property(schemas, "Outer", "share").at("type"), "number");
  EXPECT_EQ(property(schemas, "Outer", "open").at("type"), "boolean");
}

TEST(Schema, RequiresEveryMemberButTheOptionalOnes) {
  Schemas schemas;
  schemas.of<Outer>();
  EXPECT_EQ(json::serialize(schemas.components().at("Inner").at("required")), R"(["name"])");
  EXPECT_EQ(schemas.components().at("Outer").at("required").as_array().size(), 8u);
}

TEST(Schema, DescribesAListByItsParts) {
  Schemas schemas;
  EXPECT_EQ(json::serialize(schemas.of<std::vector<std::string>>()),
            R"({"type":"array","items":{"type":"string"}})");
}

TEST(Schema, HasAPropertyForEveryMemberThatIsWritten) {
  Schemas schemas;
  schemas.of<Outer>();
  const json::value written = to_json(Outer{{}, {}, {}, 1, 0.5, true, {}, {{"a", Date(1)}}});
  const auto& properties = schemas.components().at("Outer").at("properties").as_object();
  EXPECT_EQ(properties.size(), written.as_object().size());
  for (const auto& member : written.as_object()) EXPECT_TRUE(properties.contains(member.key()));
}

}  // namespace
}  // namespace credence::wire
