// SPDX-License-Identifier: Apache-2.0
#include "app/cases/procedure_page.h"

#include <gmock/gmock.h>

#include "app/cases/procedure_diagram.h"
#include "app/cases/way_in.h"

namespace credence::app {
namespace {

using ::testing::HasSubstr;

std::shared_ptr<const rulebook::RuleBook> our_book() {
  static const auto reading = rulebook::read_rules(rulebook::embedded_rule_files());
  return reading.book;
}

ProcedureView told(const std::string& id) {
  return procedure_view(*our_book(), our_book()->procedures.at(id), Date(2026, 5, 11));
}

std::size_t times(const std::string& text, const std::string& piece) {
  std::size_t count = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++count;
  return count;
}

// Of every procedure there is.
TEST(ProcedurePage, EveryStateActAndDeadlineIsToldWithItsArticle) {
  ASSERT_FALSE(our_book()->procedures.empty());
  for (const auto& [id, procedure] : our_book()->procedures) {
    const auto view = told(id);
    ASSERT_EQ(view.states.size(), procedure.states.size()) << id;
    ASSERT_EQ(view.acts.size(), procedure.acts.size()) << id;
    ASSERT_EQ(view.deadlines.size(), procedure.deadlines.size()) << id;
    for (const auto& state : view.states)
      EXPECT_TRUE(state.owner.has_value() || !state.outcome.zh.empty()) << id << state.id;
    for (const auto& act : view.acts) {
      EXPECT_FALSE(act.by.empty()) << id << act.id;
      EXPECT_FALSE(act.article.zh.empty()) << id << act.id;
    }
    for (const auto& deadline : view.deadlines) {
      EXPECT_FALSE(deadline.length.zh.empty()) << id << deadline.id;
      EXPECT_FALSE(deadline.article.zh.empty()) << id << deadline.id;
    }
  }
}

TEST(ProcedurePage, TheDiagramHasABoxForEachStateAndAnArrowForEachWayOut) {
  for (const auto& [id, procedure] : our_book()->procedures) {
    const std::string svg = procedure_diagram(procedure);
    std::size_t ends = 0, arrows = 0;
    for (const auto& state : procedure.states) {
      EXPECT_THAT(svg, HasSubstr("<title>" + state.label.zh + " / ")) << id;
      ends += state.is_end() ? 1 : 0;
    }
    for (const auto& act : procedure.acts) {
      EXPECT_THAT(svg, HasSubstr("<title>" + act.label.zh + "：")) << id;
      arrows += act.from.empty() ? 1 : act.from.size();
    }
    bool any = false;
    for (const auto& act : procedure.acts) any = any || act.from_any;
    // Ends have two frames; the beginning, and what may be done anywhere, have boxes of their own.
    EXPECT_EQ(times(svg, "<rect"), procedure.states.size() + ends + 1 + (any ? 1 : 0)) << id;
    EXPECT_EQ(times(svg, "<circle"), arrows) << id;
    EXPECT_LT(std::stoi(svg.substr(svg.find("viewBox=\"0 0 ") + 13)), 420) << id;
  }
}

// SD-2020 art. 39.
TEST(ProcedurePage, TheObjectionsLimitsAreInWords) {
  const auto view = told("objection");
  EXPECT_EQ(view.deadlines[0].length.zh, "3个工作日");
  EXPECT_EQ(view.deadlines[1].length.en, "7 working days");
  EXPECT_EQ(view.deadlines[1].counted_from.zh, "“提出异议”之日");
  EXPECT_THAT(view.deadlines[1].article.zh, HasSubstr("第三十九条"));
  const auto contest = std::ranges::find(view.acts, "contest", &DescribedAct::id);
  EXPECT_EQ(contest->conditions[1].zh, "“维持记录”之日起15个工作日内");
}

TEST(ProcedurePage, WhatOnlyTellsDecidesNothing) {
  const auto view = told("objection");
  for (const auto& act : view.acts) {
    const bool decision = act.id == "correct" || act.id == "delete" || act.id == "confirm" ||
                          act.id == "uphold" || act.id == "withdraw";
    EXPECT_EQ(act.decides, decision) << act.id;
  }
}

}  // namespace
}  // namespace credence::app
