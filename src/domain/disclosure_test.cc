// SPDX-License-Identifier: Apache-2.0
#include "domain/disclosure.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace credence::domain {
namespace {

const Date day(2026, 5, 1);

DisclosureFacts open_record() {
  DisclosureFacts facts;
  facts.publicity.basis = "NDRC-36-2025/8";
  return facts;
}

// SD-2020 art. 20: information on natural persons is never shown to the public, whatever else is
// true.
RC_GTEST_PROP(Article20, APersonIsNeverShownToThePublic, (std::int32_t offset, bool shown)) {
  DisclosureFacts facts = open_record();
  facts.subject = SubjectKind::person;
  facts.mode = *rc::gen::element(DisclosureMode::open, DisclosureMode::authorized,
                                 DisclosureMode::government);
  facts.publicity.shown = shown;
  facts.publicity.publicity_end = day.plus_days(offset % 1000);
  RC_ASSERT(disclose(facts, Audience::open, day).visibility == Visibility::withheld);
}

// SD-2020 art. 38: after five years from the end of the conduct nobody queries or uses it; the day
// they end is the first day it is hidden.
TEST(Article38, HidesFromEverybodyOnTheDayFiveYearsEnd) {
  DisclosureFacts facts = open_record();
  facts.publicity.disclosure_end = day;
  for (const Audience audience : {Audience::open, Audience::consented, Audience::public_body}) {
    EXPECT_EQ(disclose(facts, audience, day.plus_days(-1)).visibility, Visibility::shown);
    EXPECT_EQ(disclose(facts, audience, day).visibility, Visibility::withheld);
    EXPECT_EQ(disclose(facts, audience, day).basis, "SD-2020/38");
  }
  EXPECT_EQ(disclose(facts, Audience::auditor, day).visibility, Visibility::shown);
}

TEST(Publicity, EndsForThePublicOnItsDayAndNotForPublicBodies) {
  DisclosureFacts facts = open_record();
  facts.publicity.publicity_end = day;
  EXPECT_EQ(disclose(facts, Audience::open, day.plus_days(-1)).visibility, Visibility::shown);
  EXPECT_EQ(disclose(facts, Audience::open, day).visibility, Visibility::withheld);
  EXPECT_EQ(disclose(facts, Audience::public_body, day).visibility, Visibility::shown);
}

TEST(Masks, NeverShowPersonalFieldsToThePublic) {
  for (const Mask mask : {Mask::none, Mask::hidden, Mask::id_number, Mask::person_name}) {
    EXPECT_EQ(view_of(mask, true, Audience::open), ValueView::hidden);
    EXPECT_EQ(view_of(mask, true, Audience::self), ValueView::full);
    EXPECT_NE(view_of(mask, true, Audience::public_body), ValueView::full);
  }
  EXPECT_EQ(masked(Mask::id_number, "11010519491231002X"), "110105********002X");
  EXPECT_EQ(masked(Mask::person_name, "王小明"), "王**");
}

TEST(Audiences, KeepTheirNames) {
  for (const char* name : {"open", "self", "consented", "public_body", "steward", "auditor"}) {
    ASSERT_TRUE(audience_from(name));
    EXPECT_EQ(to_string(*audience_from(name)), name);
  }
}

}  // namespace
}  // namespace credence::domain
