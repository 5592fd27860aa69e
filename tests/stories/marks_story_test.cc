// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <set>

#include "app/access/shown_marks.h"
#include "app/erasure/erasure.h"
#include "store/marks.h"
#include "store/session.h"
#include "support/platform.h"

// What a decision on a case does to a record: disputed, repaired, withdrawn, lifted, with the
// subject's own statement beside it.

namespace credence::testing {
namespace {

using store::MarkKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::string first_document = "济市监罚〔2026〕1号", second_document = "济市监罚〔2026〕2号";

class Marking : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    PenaltyRow second;
    second.number = second_document;
    platform().take("organization_registration", registration("济南明信科技有限公司", company));
    platform().take("penalty", penalty_header + PenaltyRow().text() + second.text() +
                                   personal_penalty().text());
  }
  Platform& platform() { return *platform_; }

  // The record of a document; of a person, whose documents are sealed, the only one.
  RecordKey record_of(const std::string& code, const std::string& document) {
    store::RecordFilter filter;
    filter.subject = platform().subject_of(code);
    for (const auto& one :
         store::find_records(platform().database->read().sql(), filter, 10, std::nullopt)) {
      if (one.document_number == document) return one.columns.key;
    }
    ADD_FAILURE() << "no record of " << document;
    return RecordKey();
  }
  Instant put(MarkKind kind, const std::string& document = first_document,
              const std::string& code = company, const std::string& text = "") {
    const RecordKey record = record_of(code, document);
    Instant at;
    platform().database->facts().run([&](store::Write& write) {
      store::RecordMark mark;
      mark.subject = platform().subject_of(code);
      mark.record = record;
      mark.kind = kind;
      mark.case_number = "案〔2026〕" + std::to_string(static_cast<int>(kind)) + "号";
      mark.basis = kind == MarkKind::withdrawn ? "SD-2020/40" : "SD-2020/39";
      mark.text = text;
      store::put_mark(write, platform().random, mark);
      at = write.now;
    });
    platform().clock.set(Instant(at.micros() + 1));
    return at;
  }
  Instant end(MarkKind kind, const std::string& document = first_document) {
    const RecordKey record = record_of(company, document);
    Instant at;
    platform().database->facts().run([&](store::Write& write) {
      EXPECT_TRUE(store::end_mark(write, platform().random, platform().subject_of(company), record,
                                  kind,
                                  "案〔2026〕" + std::to_string(static_cast<int>(kind)) + "号"));
      at = write.now;
    });
    platform().clock.set(Instant(at.micros() + 1));
    return at;
  }

  // One asker of each audience, for the company's file.
  app::Permit asker(const std::string& purpose) {
    if (purpose == "self") return self();
    if (purpose != "consented") return platform().permit(purpose, purpose, "办件2026-7");
    const auto consent = platform().consent_of(company);
    return platform()
        .gate
        ->admit(*platform().book, platform().caller_for("consented", "信贷员"),
                {"consented", "", consent.id, "test", "r", false})
        .or_throw();
  }
  app::Permit self() {
    return platform()
        .gate
        ->admit(*platform().book, platform().caller_for("self", "owner", company),
                {"self", "", "", "test", "r", false})
        .or_throw();
  }
  app::DisclosedFile file(const app::Permit& permit, const app::AsOf& as_of) {
    auto pending = platform().query->by_code(*platform().book, permit, company, as_of).or_throw();
    return platform().ledger->release(permit, std::move(pending)).or_throw();
  }
  app::DisclosedFile file(const std::string& purpose) {
    return file(asker(purpose), platform().now());
  }
  app::DisclosedPage page(const app::Permit& permit, const app::AsOf& as_of) {
    app::ListFilter filter;
    filter.item = "penalty";
    auto pending =
        platform().query->list(*platform().book, permit, filter, 50, "", as_of).or_throw();
    return platform().ledger->release(permit, std::move(pending));
  }
  // Of a file's records or of a list's.
  template <class Records>
  static std::vector<std::string> documents(const Records& records) {
    std::vector<std::string> all;
    for (const auto& one : records) {
      if (one.item == "penalty") all.push_back(one.document_number);
    }
    std::ranges::sort(all);
    return all;
  }
  std::vector<std::string> differences() {
    std::vector<std::string> all;
    for (const auto& one : platform().fsck()) all.push_back(one.id);
    return all;
  }
  std::unique_ptr<Platform> platform_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Marking, both_engines, engine_name);

const std::vector<std::string> purposes = {"public",        "self",        "consented",
                                           "permit_review", "stewardship", "audit"};

TEST_P(Marking, ADisputedRecordIsShownAsBeforeWithItsMark) {
  const Instant since = put(MarkKind::disputed);
  put(MarkKind::statement, first_document, company, "罚款已缴清，正在申请撤销。");
  for (const auto& purpose : purposes) {
    const auto shown = file(purpose);
    EXPECT_THAT(documents(shown.records), ElementsAre(first_document, second_document)) << purpose;
    EXPECT_THAT(shown.archived, IsEmpty());
    for (const auto& record : shown.records) {
      if (record.document_number != first_document) {
        EXPECT_THAT(record.marks, IsEmpty());
        continue;
      }
      ASSERT_THAT(record.marks, SizeIs(2));
      EXPECT_EQ(record.marks[0].kind, "disputed");
      EXPECT_EQ(record.marks[0].label.zh, "异议处理中");
      EXPECT_EQ(record.marks[0].since, since);
      EXPECT_EQ(record.marks[0].basis, "SD-2020/39");
      const bool unnamed = purpose == "public" || purpose == "consented";
      EXPECT_EQ(record.marks[0].case_number, unnamed ? "" : "案〔2026〕1号") << purpose;
      EXPECT_EQ(record.marks[1].text, "罚款已缴清，正在申请撤销。");
    }
  }
  end(MarkKind::disputed);
  EXPECT_EQ(platform().records_of(company, "penalty").at(0).marks.size() +
                platform().records_of(company, "penalty").at(1).marks.size(),
            1U);
}

TEST_P(Marking, WhatWasRepairedOrWithdrawnStandsInTheArchiveAlone) {
  put(MarkKind::repaired, first_document);
  put(MarkKind::withdrawn, second_document);
  for (const auto& purpose : purposes) {
    const auto shown = file(purpose);
    EXPECT_THAT(documents(shown.records), IsEmpty()) << purpose;
    const bool sees_archive = purpose == "self" || purpose == "stewardship" || purpose == "audit";
    if (sees_archive) {
      EXPECT_THAT(documents(shown.archived), ElementsAre(first_document, second_document));
      EXPECT_THAT(shown.withheld, IsEmpty());
      continue;
    }
    EXPECT_THAT(shown.archived, IsEmpty());
    ASSERT_THAT(shown.withheld, SizeIs(2)) << purpose;
    std::set<std::string> told;
    for (const auto& one : shown.withheld) told.insert(one.code + " " + one.basis);
    EXPECT_THAT(told, ElementsAre("repaired NDRC-36-2025", "withdrawn SD-2020/40"));
  }
}

TEST_P(Marking, ANewVersionFromItsProviderDoesNotBringAWithdrawnRecordBack) {
  put(MarkKind::withdrawn, first_document);
  PenaltyRow again;
  again.fine = "5";
  EXPECT_EQ(platform().take("penalty", penalty_header + again.text()).changed, 1);
  EXPECT_THAT(documents(file("public").records), ElementsAre(second_document));
  end(MarkKind::withdrawn, first_document);
  EXPECT_THAT(documents(file("public").records), ElementsAre(first_document, second_document));
}

TEST_P(Marking, ListsNeverHoldWhatStandsInTheArchive) {
  put(MarkKind::repaired, first_document);
  for (const char* purpose : {"public", "permit_review", "stewardship", "audit"}) {
    const auto listed = page(asker(purpose), platform().now());
    EXPECT_THAT(documents(listed.records), ElementsAre(second_document)) << purpose;
    ASSERT_THAT(listed.withheld, SizeIs(1)) << purpose;
    EXPECT_EQ(listed.withheld[0].code, "repaired");
  }
}

TEST_P(Marking, AnOldAnswerIsGivenAgainAsItWas) {
  const app::AsOf before = platform().now();
  platform().set_day(Date(2026, 6, 1));
  const auto text = [&](const app::AsOf& as_of) {
    return wire::to_line(file(asker("public"), as_of));
  };
  const std::string then = text(before);
  const Instant marked = put(MarkKind::repaired);
  const app::AsOf between = {before.day, marked};
  const std::string repaired = text(between);
  end(MarkKind::repaired);
  EXPECT_EQ(text(before), then);
  EXPECT_EQ(text(between), repaired);
  EXPECT_THAT(repaired, Not(HasSubstr(first_document)));
  EXPECT_THAT(text({before.day, Instant(marked.micros() - 1)}), HasSubstr(first_document));
}

TEST_P(Marking, AReportPrintsTheObjectionAndNeverTheArchive) {
  auto issue = [&] {
    const auto report = platform().reports->issue(self(), file("self"), "自查");
    std::map<std::string, std::string> forms;
    for (const char* form : {"json", "html", "pdf"})
      forms[form] = platform().reports->file(report.number, form).or_throw();
    return std::pair(report, forms);
  };
  put(MarkKind::disputed, second_document);
  const auto [before, disputed] = issue();
  EXPECT_THAT(disputed.at("json"), HasSubstr("异议处理中"));
  EXPECT_THAT(disputed.at("html"), HasSubstr("【异议处理中】"));
  EXPECT_THAT(disputed.at("html"), HasSubstr(first_document));
  put(MarkKind::repaired, first_document);
  EXPECT_EQ(platform().reports->confirm(before.number, before.check_code).state, "superseded");
  const auto [report, forms] = issue();
  for (const auto& section : report.sections) {
    if (section.id == "administration") {
      EXPECT_THAT(documents(section.records), ElementsAre(second_document));
    }
  }
  for (const auto& [form, bytes] : forms) {
    EXPECT_THAT(bytes, Not(HasSubstr(first_document))) << form;
    EXPECT_THAT(bytes, Not(HasSubstr("archived"))) << form;
  }
  EXPECT_EQ(platform().reports->confirm(report.number, report.check_code).state, "unchanged");
  end(MarkKind::disputed, second_document);
  EXPECT_EQ(platform().reports->confirm(report.number, report.check_code).state, "superseded");
}

// ---- the log

TEST_P(Marking, AMarkThatWasTakenAwayAlteredOrUnendedIsFound) {
  put(MarkKind::disputed, first_document);
  put(MarkKind::repaired, second_document);
  end(MarkKind::disputed, first_document);
  EXPECT_THAT(differences(), IsEmpty());
  const auto tampered = [&](const std::string& statement, const std::string& undo) {
    auto& facts = platform().database->facts();
    facts.run([&](store::Write& write) { write.sql.run(statement); });
    const auto found = differences();
    facts.run([&](store::Write& write) { write.sql.run(undo); });
    EXPECT_THAT(differences(), IsEmpty()) << undo;
    return found;
  };
  EXPECT_THAT(tampered("UPDATE record_mark SET kind = 1 WHERE kind = 2",
                       "UPDATE record_mark SET kind = 2 WHERE end_leaf IS NULL"),
              ElementsAre("fsck.mark"));
  EXPECT_THAT(tampered("UPDATE record_mark SET put_at = put_at + 1 WHERE kind = 2",
                       "UPDATE record_mark SET put_at = put_at - 1 WHERE kind = 2"),
              ElementsAre("fsck.mark"));
  EXPECT_THAT(tampered("UPDATE record_mark SET ended_at = ended_at - 1 WHERE kind = 2",
                       "UPDATE record_mark SET ended_at = ended_at + 1 WHERE kind = 2"),
              ElementsAre("fsck.mark"));
  EXPECT_THAT(tampered("UPDATE record_mark SET ended_at = ended_at - 1 WHERE kind = 1",
                       "UPDATE record_mark SET ended_at = ended_at + 1 WHERE kind = 1"),
              ElementsAre("fsck.mark"));
  platform().database->facts().run(
      [](store::Write& write) { write.sql.run("DELETE FROM record_mark WHERE kind = 2"); });
  EXPECT_THAT(differences(), ElementsAre("fsck.missing"));
}

TEST_P(Marking, AnErasureTakesTheMarksAndTheirSaltsWithIt) {
  put(MarkKind::disputed);
  put(MarkKind::statement, "", citizen, "本人声明");
  app::Erasures erasures(*platform().database, platform().vault);
  const auto clerk = platform().caller("王科员", {{"steward", "steward_lead"}, {}, {}, {}}, centre);
  const auto head = platform().caller("李处长", {{"steward_lead"}, {}, {}, {}}, centre);
  const auto& book = *platform().book;
  const auto proposed =
      erasures.propose(book, citizen, "unlawful_processing", "申请〔2026〕3号", clerk).or_throw();
  erasures.approve(book, proposed.number, citizen, head).or_throw();
  EXPECT_EQ(platform().count("record_mark"), 1);  // the company's
  EXPECT_THAT(differences(), IsEmpty());
}

// ---- in general

// Marks come and go at random; whatever was in force at an instant, nobody's answer as of that
// instant has a repaired or withdrawn record among those in use.
TEST_P(Marking, NobodyEverFindsARepairedOrWithdrawnRecordAmongThoseInUse) {
  struct Spell {
    std::string document;
    Instant from, to = end_of_time;
  };
  std::vector<Spell> spells;
  std::map<std::pair<std::string, MarkKind>, std::size_t> open;  // index of the spell in force
  std::vector<Instant> instants;
  SeededRandom dice(2026);
  for (int step = 0; step < 24; ++step) {
    const auto bytes = dice.bytes(2);
    const std::string& document = (bytes[0] & 1) != 0 ? first_document : second_document;
    const auto kind = static_cast<MarkKind>(1 + static_cast<unsigned char>(bytes[1]) % 4);
    const auto at = open.find({document, kind});
    const bool hides = kind == MarkKind::repaired || kind == MarkKind::withdrawn;
    if (at != open.end()) {
      instants.push_back(end(kind, document));
      if (hides) spells[at->second].to = instants.back();
      open.erase(at);
    } else {
      instants.push_back(put(kind, document));
      open[{document, kind}] = spells.size();
      if (hides) spells.push_back({document, instants.back()});
    }
  }
  const Date day = platform().clock.now().day();
  int hidden = 0;
  for (const auto& purpose : purposes) {
    const auto permit = asker(purpose);
    for (const Instant instant : instants) {
      std::set<std::string> expected{first_document, second_document};
      for (const auto& one : spells) {
        if (one.from <= instant && instant < one.to) expected.erase(one.document);
      }
      hidden += expected.size() < 2 ? 1 : 0;
      const auto as_known = [&](const auto& records) {
        const auto all = documents(records);
        return std::set<std::string>(all.begin(), all.end());
      };
      EXPECT_EQ(as_known(file(permit, {day, instant}).records), expected) << purpose;
      if (purpose == "self" || purpose == "consented") continue;
      EXPECT_EQ(as_known(page(permit, {day, instant}).records), expected) << purpose;
    }
  }
  EXPECT_GT(hidden, 20);
}

}  // namespace
}  // namespace credence::testing
