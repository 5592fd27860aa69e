// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "rulebook/course.h"
#include "rulebook/rulebook.h"

// What holds for every procedure in rules/procedures, whatever it is for.

namespace credence::rulebook {
namespace {

const RuleFiles& files() {
  static const RuleFiles embedded = embedded_rule_files();
  return embedded;
}

const RuleBook& book() {
  static const Reading reading = read_rules(files());
  return *reading.book;
}

std::string cases_of(const std::string& procedure) {
  const auto at = files().find("procedures/" + procedure + ".case.yaml");
  return at == files().end() ? "" : at->second;
}

TEST(Procedures, EachDeadlineHasACaseWorkedOutByHand) {
  for (const auto& [id, procedure] : book().procedures) {
    for (const DeadlineRule& deadline : procedure.deadlines)
      EXPECT_THAT(cases_of(id), testing::HasSubstr("{id: " + deadline.id + ", due: 2026-")) << id;
  }
}

// The time limits on cases that the statutes and orders state (domain.md 9), each in a procedure
// and in a case named by its article.
TEST(Procedures, EachStatutoryTimeLimitOnCasesIsOwedAndHasACase) {
  std::set<std::string> owed, cited;
  for (const auto& [id, procedure] : book().procedures) {
    for (const DeadlineRule& deadline : procedure.deadlines) owed.insert(deadline.clock);
  }
  for (const char* clock : {"objection.own", "objection.with_others", "report.decision_changed",
                            "withdraw.penalty_changed", "repair.authority_decide", "repair.total",
                            "repair.samr", "repair.sync_site"}) {
    EXPECT_TRUE(owed.contains(clock)) << clock;
    const std::string basis = book().clock(clock, Date(2026, 9, 24)).basis;
    const bool has_case = std::ranges::any_of(book().procedures, [&](const auto& entry) {
      return cases_of(entry.first).find("basis: " + basis + "\n") != std::string::npos;
    });
    EXPECT_TRUE(has_case) << clock << " by " << basis;
  }
}

// Two jurisdictions run in one engine: Shandong decides in three days, Shanghai marks in one,
// passes on in two and decides in five.
TEST(Procedures, AnObjectionFollowsTheLawOfItsJurisdiction) {
  const Procedure* shandong = procedure_in(book(), "objection", 370100);
  const Procedure* shanghai = procedure_in(book(), "objection", 310000);
  ASSERT_NE(shandong, nullptr);
  ASSERT_NE(shanghai, nullptr);
  EXPECT_EQ(procedure_in(book(), "objection", 110000), nullptr);
  const std::vector<DoneAct> lodged = {{"lodge", Date(2026, 9, 24), {}}};
  EXPECT_EQ(course_of(book(), *shandong, lodged)->deadlines.at(0).due, Date(2026, 9, 30));
  EXPECT_EQ(course_of(book(), *shanghai, lodged)->deadlines.at(0).due, Date(2026, 9, 28));
}

// Repair is granted only on the record's earliest lawful day or later, and asks for two documents.
TEST(Procedures, RepairIsGuardedWhenAskedForAndWhenGranted) {
  for (const char* id : {"repair", "repair.market"}) {
    const Procedure& repair = book().procedures.at(id);
    EXPECT_EQ(repair.documents.size(), 2U) << id;
    for (const char* act : {"apply", "grant"}) {
      const auto& guards = repair.act(act)->guards;
      EXPECT_EQ(std::ranges::count(guards, Guard::Kind::repairable, &Guard::kind), 1) << id << act;
    }
  }
}

// What the law of repair lets be asked for and what the procedure takes are the same.
TEST(Procedures, RepairAsksForWhatTheEditionInForceAllowsAndNothingElse) {
  for (const RepairEdition& edition : book().repair) {
    if (edition.to) continue;
    const Procedure* procedure = procedure_in(book(), edition.procedure, 370000);
    ASSERT_NE(procedure, nullptr);
    std::vector<std::string> allowed, taken;
    for (const RepairMaterial& material : edition.materials) allowed.push_back(material.id);
    for (const DocumentKind& document : procedure->documents) taken.push_back(document.id);
    EXPECT_EQ(allowed, taken) << edition.id;
  }
}

// SD-2020 art. 59 names altering and illegal deletion: what the centre changes on its own
// initiative has a second pair of eyes.
TEST(Procedures, TheCentreNeverChangesARecordOnItsOwnWithoutASecondOfficial) {
  for (const Act& act : book().procedures.at("own_correction").acts) {
    if (act.effects.empty()) continue;
    EXPECT_EQ(std::ranges::count(act.guards, Guard::Kind::four_eyes, &Guard::kind), 1) << act.id;
  }
}

// Who reports is told to the credit centre alone, and so is what they are paid.
TEST(Procedures, AReportKeepsWhoReportsSecret) {
  const Procedure& report = book().procedures.at("report");
  EXPECT_TRUE(report.applicant_sealed);
  EXPECT_FALSE(report.act("reward")->fields.at(0).sealed_for.empty());
  EXPECT_FALSE(report.act("lodge")->fields.at(2).sealed_for.empty());
}

// ---- entry into lists and removal from them

// Nothing is listed before the notice ran out, unless the subject was heard (GBF-2020-49).
TEST(Procedures, AListingWaitsForTheNoticeToRunOutUnlessTheSubjectWasHeard) {
  const Act& decision = *book().procedures.at("listing").act("list");
  const auto at = std::ranges::find(decision.guards, Guard::Kind::after, &Guard::kind);
  ASSERT_NE(at, decision.guards.end());
  const auto opens = [&](const std::vector<DoneAct>& acts) { return first_day(book(), *at, acts); };
  const DoneAct notice{"notify", Date(2026, 9, 28), {}};
  EXPECT_EQ(opens({notice}), Date(2026, 10, 11));
  EXPECT_EQ(opens({notice, {"ask_hearing", Date(2026, 9, 29), {}}}), Date(2026, 10, 11));
  EXPECT_EQ(opens({notice, {"state_case", Date(2026, 9, 29), {}}}), std::nullopt);
  // Without a notice it never opens; what was said before a notice does not count for it.
  EXPECT_EQ(opens({}), forever);
  EXPECT_EQ(opens({{"state_case", Date(2026, 9, 1), {}}, notice}), Date(2026, 10, 11));
}

TEST(Procedures, WhatEntersAListIsDecidedByTwoOfficialsAndNeverAboutAPerson) {
  const Procedure& listing = book().procedures.at("listing");
  EXPECT_EQ(std::ranges::count(listing.subjects, domain::SubjectKind::person), 0);
  const Act& decision = *listing.act("list");
  for (const auto guard : {Guard::Kind::four_eyes, Guard::Kind::after, Guard::Kind::listable})
    EXPECT_EQ(std::ranges::count(decision.guards, guard, &Guard::kind), 1);
  for (const Act& act : listing.acts) EXPECT_EQ(act.effects.empty(), act.id != "list") << act.id;
}

// What is wrong with the rules once one place of a file reads otherwise, in one line.
std::string faults_when(const std::string& file, const std::string& text,
                        const std::string& other) {
  RuleFiles changed = files();
  std::string& content = changed.at(file);
  const auto at = content.find(text);
  if (at == std::string::npos) return "not in the file";
  content.replace(at, text.size(), other);
  std::string all;
  for (const RuleFault& fault : read_rules(changed).faults) all += fault.message.en + " ";
  return all;
}

TEST(Procedures, AnEffectThatStoresARecordIsRefusedWhereItGoesTooFar) {
  const auto refused = [](const std::string& text, const std::string& other) {
    return faults_when("procedures/listing.yaml", text, other);
  };
  using testing::HasSubstr;
  const std::string decided = "to: listed\n    by: [provider]";
  EXPECT_THAT(refused(decided, "to: listed\n    by: [provider, platform]"),
              HasSubstr("by itself has no effects"));
  EXPECT_THAT(
      refused("- {check: four_eyes, act: notify}\n      - {check: after", "- {check: after"),
      HasSubstr("needs a guard four_eyes"));
  EXPECT_THAT(refused("      - {check: listable}\n    effects", "    effects"),
              HasSubstr("needs a guard listable"));
  EXPECT_THAT(refused("item: serious_dishonesty", "item: organization_registration"),
              HasSubstr("neither"));
  EXPECT_THAT(refused("item: serious_dishonesty", "item: nothing"), HasSubstr("no item"));
  EXPECT_THAT(refused("YZ_LRSY: $found", "YZ_NOT: $found"), HasSubstr("no field of the item"));
  EXPECT_THAT(refused("YZ_LRSY: $found", "YZ_LRSY: $not"), HasSubstr("no field of a form"));
  EXPECT_THAT(refused("          YZ_FDDBR: $head\n", ""), HasSubstr("Nothing fills"));
  EXPECT_THAT(refused("YZ_MDLB: $list", "YZ_ZTMC: $found\n          YZ_MDLB: $list"),
              HasSubstr("names the subject"));
  EXPECT_THAT(refused("subjects: [organization, individual_business]",
                      "subjects: [organization, individual_business, person]"),
              HasSubstr("takes no record of this kind"));
  EXPECT_THAT(refused("type: list}", "length: 50}"), HasSubstr("required field of type list"));
  EXPECT_THAT(refused("unless: [state_case", "unless: [say_so"), HasSubstr("no act"));
}

TEST(Procedures, RemovalIsForEntriesOfListsAlone) {
  const Procedure& delisting = book().procedures.at("delisting");
  EXPECT_THAT(delisting.items, testing::ElementsAre("serious_dishonesty"));
  EXPECT_THAT(
      faults_when("procedures/delisting.yaml", "items: [serious_dishonesty]", "items: [nothing]"),
      testing::HasSubstr("no item"));
  EXPECT_THAT(faults_when("procedures/delisting.yaml", "about: record", "about: subject"),
              testing::HasSubstr("takes one off a list"));
  for (const Act& act : delisting.acts) {
    const auto guarded = std::ranges::count(act.guards, Guard::Kind::listed, &Guard::kind);
    EXPECT_EQ(guarded, act.opens() ? 1 : 0) << act.id;
  }
}

TEST(Lists, OneThatACaseEntersNamesTheCategoryItWrites) {
  EXPECT_THAT(faults_when("lists/tax_grade_a.yaml", "objection: objection",
                          "entry: listing\nobjection: objection"),
              testing::HasSubstr("names a category"));
}

}  // namespace
}  // namespace credence::rulebook
