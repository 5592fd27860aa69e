// SPDX-License-Identifier: Apache-2.0
#include "rulebook/rulebook.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "rulebook/terms.h"

namespace credence::rulebook {
namespace {

std::string text_of(const std::vector<RuleFault>& faults) {
  std::string text;
  for (const auto& fault : faults)
    text += fault.file + ":" + std::to_string(fault.line) + " " + fault.message.en + "\n";
  return text;
}

const RuleFiles& our_files() {
  static const RuleFiles files =
      read_rule_files(std::filesystem::path(std::getenv("CREDENCE_SOURCE")) / "rules");
  return files;
}

const std::shared_ptr<const RuleBook>& our_book() {
  static const Reading reading = read_rules(our_files());
  if (reading.book == nullptr) throw std::runtime_error(text_of(reading.faults));
  return reading.book;
}

TEST(OurRules, AreReadWithoutFault) {
  const auto reading = read_rules(our_files());
  EXPECT_TRUE(reading.faults.empty()) << text_of(reading.faults);
  ASSERT_NE(reading.book, nullptr);
  EXPECT_GE(reading.book->catalogue.items().size(), 40U);
}

TEST(OurRules, GiveWhatTheirCasesSay) {
  const auto faults = run_cases(our_files(), *our_book());
  EXPECT_TRUE(faults.empty()) << text_of(faults);
}

TEST(OurRules, AreTheOnesInTheProgram) { EXPECT_EQ(embedded_rule_files(), our_files()); }

TEST(OurRules, CiteTheirArticlesInBothLanguages) {
  const auto book = our_book();
  EXPECT_EQ(book->cite("SD-2020/13"), "《山东省社会信用条例》第十三条");
  EXPECT_EQ(book->cite("SD-2020/20", false), "Shandong regulation on social credit, art. 20");
}

// Found in the files themselves: of kinds with a rule to a file, and with many.
TEST(OurRules, AreFoundByTheLawTheyCite) {
  const auto book = our_book();
  const auto cites = [&](const char* basis, const char* kind, const char* id) {
    return std::ranges::any_of(book->citations, [&](const Citation& one) {
      return one.basis == basis && one.kind == kind && one.id == id && !one.label.zh.empty() &&
             !one.label.en.empty();
    });
  };
  EXPECT_TRUE(cites("SD-2020/13", "catalogue", "penalty"));
  EXPECT_TRUE(cites("PIPL-2021/45", "rights", "access"));
  EXPECT_TRUE(cites("NDRC-424-2018/二", "clocks", "publish.sgs"));
  EXPECT_TRUE(cites("SD-2020/39", "procedures", "objection/forward"));
  EXPECT_TRUE(cites("SD-2020/38", "publicity", "ceiling"));
  std::set<std::string> kinds;
  for (const Citation& one : book->citations) {
    EXPECT_TRUE(book->laws.contains(one.law())) << one.basis << ' ' << one.id;
    EXPECT_NE(rule_kind_label(one.kind).zh, one.kind) << "a kind without a name";
    kinds.insert(one.kind);
  }
  EXPECT_GE(kinds.size(), 16U);
}

// SD-2020 art. 10: the seven elements of every item.
TEST(Article10, EveryItemHasItsSevenElements) {
  for (const auto& [number, item] : our_book()->catalogue.items()) {
    EXPECT_FALSE(item.label.zh.empty() || item.label.en.empty()) << item.id;
    EXPECT_FALSE(item.standard.empty()) << item.id;
    EXPECT_FALSE(item.validity.empty()) << item.id;
    EXPECT_FALSE(item.providers.empty()) << item.id;
    EXPECT_FALSE(item.basis.empty()) << item.id;
    EXPECT_FALSE(item.subjects.empty()) << item.id;
  }
}

// SD-2020 art. 20: nothing about natural persons is published.
TEST(Article20, NoItemIsOpenForPersons) {
  for (const auto& [number, item] : our_book()->catalogue.items()) {
    EXPECT_NE(item.persons, DisclosureMode::open) << item.id;
  }
}

// SD-2020 art. 38: every item of dishonesty is under the five-year ceiling.
TEST(Article38, BindsEveryItemOfDishonesty) {
  const auto book = our_book();
  EXPECT_EQ(book->publicity.ceiling_years, 5);
  for (const auto& [number, item] : book->catalogue.items()) {
    EXPECT_TRUE(item.nature != Nature::dishonesty || book->publicity.has_ceiling(item.validity))
        << item.id;
  }
}

// SD-2020 art. 42: what may not be collected is recognised by its header, and organisations'
// columns are not.
TEST(Article42, DeniedHeadersAreKnownAndOthersAreNot) {
  const auto book = our_book();
  for (const char* header :
       {"宗教信仰", "血型", "指纹信息", "既往病史", "个人收入", "银行存款", "纳税数额", "收入"}) {
    EXPECT_NE(denied_header(*book, header), nullptr) << header;
  }
  for (const char* header :
       {"营业收入", "注册资金", "税务登记号", "社会保险费", "不动产登记机构", "没收违法所得"}) {
    EXPECT_EQ(denied_header(*book, header), nullptr) << header;
  }
  for (const auto& [number, item] : book->catalogue.items()) {
    for (const auto& field : item.fields)
      EXPECT_EQ(denied_header(*book, field.label.zh), nullptr) << field.code;
  }
}

TEST(Penalties, KeepSimplifiedProcedureOutAndHaveAllColumnsOfTheStandard) {
  const auto book = our_book();
  const Item* penalty = book->catalogue.find("penalty");
  ASSERT_NE(penalty, nullptr);
  EXPECT_TRUE(penalty->simplified_excluded && penalty->timeliness);
  EXPECT_EQ(penalty->fields.size(), 33U);  // thirty of the standard, three of ours
  EXPECT_EQ(book->catalogue.find("permit")->fields.size(), 28U);
}

// What is our choice says so, and every detector has a rule.
TEST(Patrol, EveryDetectorHasARuleAndEveryNumberOfOursIsProvisional) {
  std::set<Detector> detectors;
  for (const auto& rule : our_book()->patrol) {
    detectors.insert(rule.detector);
    EXPECT_TRUE(rule.provisional) << rule.id;
  }
  EXPECT_EQ(detectors.size(), detector_terms.size());
}

// PIPL arts. 44–50: each right of the data subject can be asked for.
TEST(Article50, EveryRightHasAnArticleAndADeadline) {
  for (const char* right :
       {"access", "copy", "correction", "deletion", "explanation", "withdrawal"}) {
    ASSERT_TRUE(our_book()->rights.contains(right)) << right;
    EXPECT_GT(our_book()->clock(our_book()->rights.at(right).clock, Date(2026, 5, 11)).value, 0);
  }
}

// ---- the reader is strict

struct Refusal {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  int line;           // 0: anywhere in the file
  const char* words;  // in the English message
};

class StrictReader : public ::testing::TestWithParam<Refusal> {};

TEST_P(StrictReader, RefusesWithFileAndLine) {
  const Refusal& wanted = GetParam();
  RuleFiles files = our_files();
  std::string& content = files.at(wanted.file);
  const auto at = content.find(wanted.from);
  ASSERT_NE(at, std::string::npos);
  content.replace(at, std::string(wanted.from).size(), wanted.to);
  const auto reading = read_rules(files);
  EXPECT_EQ(reading.book, nullptr);
  const bool said = std::ranges::any_of(reading.faults, [&](const RuleFault& fault) {
    return fault.file == wanted.file && (wanted.line == 0 || fault.line == wanted.line) &&
           fault.message.en.find(wanted.words) != std::string::npos && !fault.remedy.zh.empty();
  });
  EXPECT_TRUE(said) << text_of(reading.faults);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, StrictReader,
    ::testing::Values(
        Refusal{"UnknownKey", "laws/SD-2020.yaml", "issuer:", "publisher:", 2, "Unknown key"},
        Refusal{"DoubledKey", "laws/SD-2020.yaml", "adopted:", "issuer: x\nadopted:", 4, "issuer"},
        Refusal{"WrongType", "laws/SD-2020.yaml", "articles: 61", "articles: many", 6,
                "whole number"},
        Refusal{"LeadingZero", "laws/SD-2020.yaml", "articles: 61", "articles: 061", 6,
                "whole number"},
        Refusal{"ListWithoutANationalBasis", "lists/wage_arrears.yaml",
                "basis: [WAGE-2019/48, SD-2020/29]", "basis: SD-2020/29", 0, "no national basis"},
        Refusal{"MeasureThatDoesNotSayWhyItIsNotTooMuch", "measures/green_channel.yaml",
                "proportion:", "proportions:", 0, "proportion"},
        Refusal{"MeasureOnAPerson", "measures/green_channel.yaml",
                "targets: [organization, individual_business]", "targets: [person]", 0, "person"},
        Refusal{"ConstraintForWhatIsGood", "measures/green_channel.yaml", "effect: reward",
                "effect: constraint", 0, "rests on"},
        Refusal{"LimitOnPersonsWithoutAStatute", "appointments/judgment_debtor.yaml",
                "basis: CL-2023/178", "basis: SD-2020/30", 0, "statute"},
        Refusal{"LimitOnPersonsBeyondOffices", "appointments/judgment_debtor.yaml",
                "matters: [company_officer]", "matters: [convenience]", 0, "appointment"},
        Refusal{"MissingBasis", "publicity/ceiling.yaml", "basis: SD-2020/38\n", "", 0, "basis"},
        Refusal{"UnknownLaw", "publicity/ceiling.yaml", "SD-2020/38", "SD-2021/38", 3,
                "register of laws"},
        Refusal{"ArticleBeyondTheLaw", "publicity/ceiling.yaml", "SD-2020/38", "SD-2020/62", 3,
                "61 articles"},
        Refusal{"CeilingAboveFiveYears", "publicity/ceiling.yaml", "years: 5", "years: 6", 2,
                "whole number"},
        Refusal{"OverlappingEditions", "publicity/order58.yaml", "to: 2026-04-01\n", "", 0,
                "overlap"},
        Refusal{"PersonsPublished", "catalogue/03-administration/penalty.yaml",
                "persons: authorized", "persons: open", 0, "never published"},
        Refusal{"DeniedField", "catalogue/03-administration/penalty.yaml", "zh: 违法事实",
                "zh: 当事人病史", 0, "must not be collected"},
        Refusal{"UnknownField", "catalogue/03-administration/penalty.yaml", "caption: [CF_WFXW",
                "caption: [CF_XXXX", 0, "no field"},
        Refusal{"UnknownDetector", "patrol/patrol.yaml", "detector: hours", "detector: mood", 0,
                "mood"},
        Refusal{"ThresholdOfAnotherDetector", "patrol/patrol.yaml", "{name: looks, value: 300",
                "{name: misses, value: 300", 0, "these are misses"},
        Refusal{"NoWorkingHours", "patrol/patrol.yaml", "to_hour, value: 20", "to_hour, value: 7",
                0, "no working hours"},
        Refusal{"PlaceholdersOfNothing", "patrol/patrol.yaml", "placeholder_looks", "subjects", 0,
                "go together"},
        Refusal{"PatrolWithoutBasis", "patrol/patrol.yaml", "    basis: SD-2020/38\n", "", 0,
                "basis"},
        Refusal{"ExemptingWhatIsNot", "patrol/patrol.yaml", "[self, own_submission]", "[holiday]",
                0, "no purpose"},
        Refusal{"RefusalWithoutReasons", "rights/rights.yaml", "reasons_when_refused: true",
                "reasons_when_refused: false", 0, "must always give its reasons"},
        Refusal{"UnknownClock", "rights/rights.yaml", "clock: rights.copy", "clock: rights.soon", 0,
                "no clock"},
        Refusal{"DestroyedAtOnce", "rights/rights.yaml", "answer: decision\n    erases",
                "answer: own_file\n    erases", 0, "never done at once"},
        Refusal{"RepairOfNoProcedure", "repair/order36.yaml", "procedure: repair\n",
                "procedure: pardon\n", 0, "no procedure"},
        Refusal{"RepairExcludingNothing", "repair/order36.yaml", "items: [judgment_debtor]",
                "kinds: []", 0, "either items or kinds"},
        Refusal{"RepairOfAnUnknownItem", "repair/order36.yaml", "[judgment_debtor]", "[debtor]", 0,
                "no item"},
        Refusal{"RepairOfAnUnknownKind", "repair/order36.yaml", "限制从业]", "流放]", 0,
                "no penalty kind"},
        Refusal{"RepairEditionsOverlap", "repair/order58.yaml", "to: 2026-04-01", "to: 2026-04-02",
                0, "overlap"},
        Refusal{"RepairWithoutBasis", "repair/order36.yaml", "basis: NDRC-36-2025/8\nprocedure",
                "procedure", 0, "basis"},
        Refusal{"UnknownRule", "catalogue/03-administration/penalty.yaml", "validity: penalty",
                "validity: pardon", 0, "no publicity rule"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(StrictReader, RefusesTwoItemsOfOneNumber) {
  RuleFiles files = our_files();
  files["catalogue/11-honour/again.yaml"] = files.at("catalogue/11-honour/honour.yaml");
  EXPECT_EQ(read_rules(files).book, nullptr);
}

TEST(Edition, ChangesWithAnyByteOfARuleAndNotWithItsCases) {
  RuleFiles files = our_files();
  const auto edition = read_rules(files).book->edition;
  files.at("clocks/clocks.case.yaml") += "\n";
  EXPECT_EQ(read_rules(files).book->edition, edition);
  files.at("clocks/clocks.yaml") += "\n";
  EXPECT_NE(read_rules(files).book->edition, edition);
}

}  // namespace
}  // namespace credence::rulebook
