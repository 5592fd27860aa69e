// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <set>

#include "store/session.h"
#include "support/platform.h"

// Who may see what, and who looked: consents, the subject's view of the ledger, sealed looks, the
// three management powers, and the disclosure of every item.

namespace credence::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

class Accounting : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    platform().take("organization_registration", registration("济南明信科技有限公司", company));
    platform().take("penalty", penalty_header + PenaltyRow().text() + personal_penalty().text());
  }
  Platform& platform() { return *platform_; }
  app::LooksAtMe looks_of(const std::string& code) {
    return platform()
        .looks->at_me(*platform().book, platform().caller_for("self", "owner", code), "", 50)
        .or_throw();
  }
  std::unique_ptr<Platform> platform_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Accounting, both_engines, engine_name);

// SD-2020 art. 37: the subject knows each use of its information.
TEST_P(Accounting, Article37TheSubjectSeesEachLookWithOfficePurposeMatterAndArticle) {
  for (const auto& code : {company, citizen}) {
    platform().ask(code, platform().permit("permit_review", "李工", "办件2026-7")).or_throw();
    platform().ask(code, platform().permit("supervision", "赵科", "检查2026-9")).or_throw();
    const auto seen = looks_of(code);
    ASSERT_EQ(seen.looks.size(), 2U);
    EXPECT_TRUE(seen.complete);
    EXPECT_EQ(seen.looks[1].number, 1);
    EXPECT_EQ(seen.looks[1].unit, "政务服务中心");
    EXPECT_EQ(seen.looks[1].matter, "办件2026-7");
    EXPECT_EQ(seen.looks[1].purpose_label.zh, "行政许可审查");
    EXPECT_NE(seen.looks[1].article.zh.find("第二十二条"), std::string::npos);
    EXPECT_THAT(seen.looks[1].items, Not(IsEmpty()));
  }
}

// SD-2020 art. 15: for its receipts a provider opens what it sent itself, and nothing of others.
TEST_P(Accounting, Article15AProviderOpensWhatItSentAndNothingElse) {
  const auto own = platform().permit("own_submission", "李工");
  EXPECT_EQ(platform().ask(company, own).or_throw().records.size(), 2U);
  platform().put(platform().account("赵工", {{"provider_clerk"}, {}, {}, {}}, bank));
  const auto other = platform().members->caller_of(*platform().book, "赵工").or_throw();
  const auto foreign =
      platform()
          .gate->admit(*platform().book, other, {"own_submission", "", "", "test", "r"})
          .or_throw();
  const auto file = platform().ask(company, foreign).or_throw();
  EXPECT_THAT(file.records, IsEmpty());
  EXPECT_THAT(file.archived, IsEmpty());
  EXPECT_THAT(file.withheld, IsEmpty());
}

TEST_P(Accounting, ASearchThatFoundNothingIsWrittenDownToo) {
  const auto permit = platform().permit("permit_review", "李工", "办件1");
  EXPECT_EQ(platform().ask(shop, permit).error().id, "subject.not_found");
  EXPECT_EQ(store::count_rows(platform().settled().sql(), "access_entry"), 1);
}

// PIPL arts. 18, 35: what must stay secret appears by itself on its day, and leaves no gap before.
TEST_P(Accounting, ASealedLookAppearsByItselfTheDayAfter) {
  const auto court = platform().caller_for("judicial", "法官");
  const auto sealed =
      platform()
          .gate->admit(*platform().book, court, {"judicial", "案号1", "", "test", "r", true})
          .or_throw();
  platform().ask(company, sealed).or_throw();
  platform().ask(company, platform().permit("permit_review", "李工", "办件1")).or_throw();
  EXPECT_EQ(looks_of(company).looks.size(), 1U);
  EXPECT_TRUE(looks_of(company).complete);
  platform().set_day(sealed.sealed_until()->plus_days(1));
  const auto later = looks_of(company);
  ASSERT_EQ(later.looks.size(), 2U);
  EXPECT_TRUE(later.looks[1].was_sealed);
  const auto counter = platform().caller_for("permit_review", "李工");
  EXPECT_EQ(
      platform()
          .gate->admit(*platform().book, counter, {"permit_review", "1", "", "test", "r", true})
          .error()
          .id,
      "access.seal");
}

// PIPL arts. 14, 15: a consent is for one unit, for a time, for some items, and withdrawable.
TEST_P(Accounting, Article15AConsentOpensOneFileUntilItIsWithdrawn) {
  const auto consent = platform().consent_of(company, {"penalty"});
  const auto banker = platform().caller_for("consented", "信贷员");
  const auto admit = [&](const app::Caller& who) {
    return platform().gate->admit(*platform().book, who,
                                  {"consented", "", consent.id, "test", "r", false});
  };
  const auto file = platform().ask(company, admit(banker).or_throw()).or_throw();
  for (const auto& record : file.records) EXPECT_EQ(record.item, "penalty");
  EXPECT_EQ(platform().ask(shop, admit(banker).or_throw()).error().id, "access.other_subject");
  const auto elsewhere = platform().caller("他行", {{"counter_clerk"}, {}, {}, {}});
  EXPECT_EQ(admit(elsewhere).error().id, "access.purpose");
  const auto giver = platform().caller_for("self", "giver", company);
  const auto stranger = platform().caller_for("self", "stranger", citizen);
  EXPECT_EQ(platform().consents->withdraw(stranger, consent.id).error().id, "consent.not_found");
  EXPECT_TRUE(platform().consents->withdraw(giver, consent.id));
  EXPECT_EQ(admit(banker).error().id, "consent.not_live");
  EXPECT_EQ(platform().consents->of(giver).or_throw().size(), 1U);
}

TEST_P(Accounting, ASelfQueryOpensNobodyElsesFile) {
  const auto self = platform().permit("self", "张三");
  EXPECT_TRUE(platform().ask(citizen, self));
  EXPECT_EQ(platform().ask(company, self).error().id, "access.other_subject");
}

// GB/T 22239, 三权分立.
TEST_P(Accounting, NobodyHoldsTwoManagementPowersOrOpensAnAccountAlone) {
  auto& p = platform();
  const auto system = p.caller("系统", {{"system_administrator"}, {}, {}, {}}, centre);
  const auto security = p.caller("安全", {{"security_administrator"}, {}, {}, {}}, centre);
  const auto two = p.members->invite(
      *p.book, system,
      {"某人", centre, {{"system_administrator", "audit_administrator"}, {}, {}, {}}});
  EXPECT_EQ(two.error().id, "grant.management");
  EXPECT_EQ(p.members->invite(*p.book, security, {"某人", bureau, {{"regulator"}, {}, {}, {}}})
                .error()
                .id,
            "access.power");
  const auto proposed =
      p.members->invite(*p.book, system, {"某人", bureau, {{"provider_clerk"}, {}, {}, {}}})
          .or_throw();
  EXPECT_EQ(p.members->approve(*p.book, system, proposed.id).error().id, "access.power");
  const auto link = p.members->approve(*p.book, security, proposed.id).or_throw();
  EXPECT_EQ(
      p.members->join(*p.book, link.token + "x", {"mou", "Battery-staple-8", "", ""}).error().id,
      "invitation.link");
  EXPECT_EQ(p.members->join(*p.book, link.token, {"mou", "password123A", "", ""}).error().id,
            "password.common");
  EXPECT_TRUE(p.members->join(*p.book, link.token, {"mou", "Battery-staple-8", "", ""}));
  EXPECT_EQ(p.members->join(*p.book, link.token, {"other", "Battery-staple-8", "", ""}).error().id,
            "invitation.link");
  EXPECT_EQ(p.members->suspend(*p.book, system, "系统").error().id, "account.own");
  EXPECT_EQ(p.members->suspend(*p.book, system, "安全").error().id, "account.last_holder");
  EXPECT_TRUE(p.members->suspend(*p.book, system, "mou"));
  EXPECT_EQ(p.members->caller_of(*p.book, "mou").error().id, "account.inactive");
}

TEST_P(Accounting, AnAuditorsSearchNeedsAReasonAndIsItselfRecorded) {
  auto& p = platform();
  p.ask(company, p.permit("permit_review", "李工", "办件1")).or_throw();
  const auto auditor = p.caller_for("audit", "审计");
  EXPECT_EQ(p.looks->search(auditor, {}, "").error().id, "ledger.reason");
  EXPECT_EQ(p.looks->search(p.caller_for("supervision", "赵科"), {}, "x").error().id,
            "access.power");
  app::LedgerFilter filter;
  filter.subject = p.subject_of(company);
  EXPECT_EQ(p.looks->search(auditor, filter, "审计通知1号").or_throw().size(), 1U);
  const auto acts = app::acts(p.database->read_access().sql(), {"ledger_search", "", 0, 10});
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_EQ(acts.front().actor, "审计");
}

// ---- the disclosure matrix

// What the articles say, written again from their text: SD-2020 art. 20 (modes; persons never
// openly), 21 (self, consent), 22 (public bodies), 9 (steward), 36 (supervision), 38 (five years).
struct Expected {
  bool shown = false;
  std::string basis;
  bool archived = false;
};
Expected by_the_articles_of_disclosure(const domain::DisclosureFacts& facts,
                                       domain::Audience audience, Date day) {
  using domain::Audience;
  const auto& p = facts.publicity;
  if (audience == Audience::auditor) return {true, "SD-2020/36"};
  if (p.disclosure_end && day >= *p.disclosure_end) return {false, "SD-2020/38"};
  if (audience == Audience::self) return {true, "SD-2020/21"};
  if (audience == Audience::public_body) return {true, "SD-2020/22"};
  if (audience == Audience::steward) return {true, "SD-2020/9"};
  if (audience == Audience::consented) {
    const bool kept = facts.mode == domain::DisclosureMode::government;
    return {!kept, kept ? "SD-2020/20" : "SD-2020/21"};
  }
  if (facts.subject == domain::SubjectKind::person || facts.mode != domain::DisclosureMode::open)
    return {false, "SD-2020/20"};
  const bool over = p.publicity_end && day >= *p.publicity_end;
  return {p.shown && !over, p.shown && !over ? "SD-2020/20" : p.basis};
}

// And what a decision leaves of it: SD-2020 art. 40 (withdrawn), Order 36 (repaired). What is shown
// then to nobody stands in the archive for the subject, the steward and the supervisor.
Expected by_the_articles(const domain::DisclosureFacts& facts, domain::Audience audience,
                         Date day) {
  using domain::Audience;
  Expected expected = by_the_articles_of_disclosure(facts, audience, day);
  if (!expected.shown || (!facts.marks.withdrawn && !facts.marks.repaired)) return expected;
  return {
      false, facts.marks.withdrawn ? "SD-2020/40" : "NDRC-36-2025",
      audience == Audience::self || audience == Audience::steward || audience == Audience::auditor};
}

// Every set of marks a record can bear.
std::vector<domain::RecordMarks> every_marks() {
  std::vector<domain::RecordMarks> all;
  for (int bits = 0; bits < 16; ++bits)
    all.push_back({(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0});
  return all;
}

// One question: every audience and every set of marks. Gives how many answers were compared.
std::int64_t compare_answers(domain::DisclosureFacts given, Date day, const std::string& item) {
  using domain::Audience;
  std::int64_t compared = 0;
  for (const auto audience : {Audience::open, Audience::self, Audience::consented,
                              Audience::public_body, Audience::steward, Audience::auditor}) {
    for (const auto& marks : every_marks()) {
      given.marks = marks;
      const auto answer = domain::disclose(given, audience, day);
      const auto expected = by_the_articles(given, audience, day);
      const std::string where =
          item + " " + std::string(domain::to_string(audience)) + " " + to_string(day);
      EXPECT_EQ(answer.visibility == domain::Visibility::shown, expected.shown) << where;
      EXPECT_EQ(answer.visibility == domain::Visibility::archived, expected.archived) << where;
      EXPECT_EQ(answer.basis, expected.basis) << where;
      EXPECT_FALSE(given.subject == domain::SubjectKind::person && audience == Audience::open &&
                   answer.visibility != domain::Visibility::withheld)
          << where;
      ++compared;
    }
  }
  return compared;
}

// Every audience × item × subject kind × severity × marks, on every day something could end and its
// eve.
TEST(DisclosureMatrix, AgreesWithTheArticlesItCites) {
  const auto book = our_rules();
  const Date decided(2021, 3, 1);
  std::int64_t checked = 0;
  for (const auto& [number, item] : book->catalogue.items()) {
    for (const auto kind :
         {domain::SubjectKind::organization, domain::SubjectKind::individual_business,
          domain::SubjectKind::person}) {
      const bool person = kind == domain::SubjectKind::person;
      for (const auto severity : {domain::Severity::none, domain::Severity::minor,
                                  domain::Severity::general, domain::Severity::serious}) {
        domain::PublicityFacts facts;
        facts.rule = item.validity;
        facts.severity = severity;
        facts.decided_on = decided;
        facts.conduct_end = decided.plus_days(-30);
        const domain::DisclosureFacts given{kind, person ? item.persons : item.organizations,
                                            book->publicity.answer(facts)};
        std::set<Date> days{decided, decided.plus_months(200)};
        for (const auto& end : {given.publicity.publicity_end, given.publicity.disclosure_end}) {
          if (end) days.insert({end->plus_days(-1), *end});
        }
        for (const Date day : days) checked += compare_answers(given, day, item.id);
        ASSERT_FALSE(::testing::Test::HasFailure());
      }
    }
  }
  EXPECT_GT(checked, 96'000);
}

}  // namespace
}  // namespace credence::testing
