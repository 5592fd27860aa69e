// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "app/access/rotation.h"
#include "app/backup/backup.h"
#include "app/cases/documents.h"
#include "store/session.h"
#include "support/platform.h"

// What somebody attaches to a case is kept sealed, found when it was touched, and gone when it must
// be.

namespace credence::testing {
namespace {

namespace fs = std::filesystem;
using app::KeptDocument;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string pdf_of(const std::string& text) { return "%PDF-1.7\n% " + text + "\n%%EOF\n"; }

const std::string evidence = pdf_of("身份证 " + citizen);

class Documents : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    documents_ =
        std::make_unique<app::CaseDocuments>(place().folder(), platform().vault, platform().clock);
  }
  Platform& platform() { return *platform_; }
  app::CaseDocuments& documents() { return *documents_; }
  KeptDocument keep(const std::string& bytes, const std::string& name = "证据.pdf") {
    return documents().keep(*platform().book, name, bytes).or_throw();
  }
  std::string refusal(const std::string& bytes) {
    const auto kept = documents().keep(*platform().book, "a.pdf", bytes);
    return kept ? "" : kept.error().id;
  }
  void attach(const KeptDocument& document, const std::string& number = "异〔2026〕7号") {
    platform().database->facts().run([&](store::Write& write) {
      documents().attach(write, *platform().book, {number, document, 1});
    });
  }
  std::string attach_refusal(const KeptDocument& document) {
    try {
      attach(document);
      return "";
    } catch (const Failure& failure) {
      return failure.error().id;
    }
  }
  fs::path path(const KeptDocument& document) {
    return app::documents(place().folder()).path(document.sha256);
  }
  void make_old(const fs::path& file) {
    fs::last_write_time(file, fs::file_time_type() - std::chrono::hours(9'000'000));
  }
  std::vector<std::string> differences() {
    std::vector<std::string> all;
    for (const auto& one : platform().fsck()) all.push_back(one.id + " " + one.where);
    return all;
  }
  std::unique_ptr<Platform> platform_;
  std::unique_ptr<app::CaseDocuments> documents_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Documents, both_engines, engine_name);

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_P(Documents, AreKeptSealedAndOpenAgain) {
  const auto kept = keep(evidence, "C:\\fakepath\\..\\证据\x01.pdf");
  EXPECT_EQ(kept.name, "证据.pdf");
  EXPECT_EQ(kept.media_type, "application/pdf");
  EXPECT_EQ(kept.bytes, std::ssize(evidence));
  EXPECT_EQ(documents().open(kept.sha256).or_throw(), evidence);
  EXPECT_THAT(read_file(path(kept)), Not(HasSubstr(citizen)));
  EXPECT_EQ(keep(evidence).sha256, kept.sha256);
  EXPECT_EQ(documents().open(std::string(64, 'a')).error().id, "document.not_found");
  EXPECT_EQ(documents().open("../../node.secret").error().id, "document.not_found");
}

TEST_P(Documents, KeepEveryLength) {
  for (const std::size_t length :
       {(1UL << 20) - 1, 1UL << 20, (1UL << 20) + 1, 2UL << 20, 10UL << 20}) {
    std::string bytes = pdf_of("x");
    bytes.resize(length, 'y');
    EXPECT_EQ(documents().open(keep(bytes).sha256).or_throw(), bytes) << length;
  }
}

TEST_P(Documents, AreOfAFewKindsAndNotTooLarge) {
  EXPECT_EQ(refusal(""), "document.empty");
  EXPECT_EQ(refusal("MZ"), "document.kind");
  EXPECT_EQ(refusal(pdf_of("\n<</S /JavaScript>>")), "document.active");
  std::string large = pdf_of("x");
  large.resize((10U << 20) + 1, 'y');
  EXPECT_EQ(refusal(large), "document.bytes");
  EXPECT_FALSE(fs::exists(place().folder() / "documents"));
}

TEST_P(Documents, ACaseNamesThemOnceAndNotMoreThanItMay) {
  const auto kept = keep(evidence);
  attach(kept);
  attach(kept);
  const auto all = [&] {
    return app::documents_of(platform().database->read().sql(), "异〔2026〕7号");
  };
  ASSERT_EQ(all().size(), 1U);
  EXPECT_EQ(wire::to_line(all()[0].document), wire::to_line(kept));
  EXPECT_EQ(all()[0].step, 1);
  for (int i = 1; i < 20; ++i) attach(keep(pdf_of(std::to_string(i))));
  EXPECT_EQ(attach_refusal(keep(pdf_of("20"))), "document.count");
  EXPECT_EQ(attach_refusal(kept), "");
  EXPECT_EQ(all().size(), 20U);
  EXPECT_EQ(attach_refusal({std::string(64, 'a'), "application/pdf", 1, "a"}),
            "document.not_found");
  EXPECT_THAT(differences(), IsEmpty());
}

TEST_P(Documents, FsckNamesWhatIsChangedMissingOrForeign) {
  const auto one = keep(evidence), other = keep(pdf_of("2"));
  attach(one);
  attach(other);
  keep(pdf_of("attached to nothing yet"));
  EXPECT_THAT(differences(), IsEmpty());

  const std::string where = "fsck.document document " + one.sha256 + " of case 异〔2026〕7号";
  auto bytes = read_file(path(one));
  const auto whole = bytes;
  bytes[bytes.size() / 2] ^= 1;
  std::ofstream(path(one), std::ios::binary) << bytes;
  EXPECT_THAT(differences(), ElementsAre(where));
  fs::remove(path(one));
  EXPECT_THAT(differences(), ElementsAre(where));
  fs::copy_file(path(other), path(one));  // another one in its place
  EXPECT_THAT(differences(), ElementsAre(where));
  std::ofstream(path(one), std::ios::binary | std::ios::trunc) << whole;
  EXPECT_THAT(differences(), IsEmpty());

  std::ofstream(place().folder() / "documents" / "a.pdf") << evidence;
  EXPECT_THAT(differences(), ElementsAre("fsck.document documents/a.pdf"));
  fs::remove(place().folder() / "documents" / "a.pdf");

  platform().database->facts().run([](store::Write& write) {
    write.sql.run("UPDATE case_document SET bytes = bytes + 1 WHERE name = $1", {"证据.pdf"});
  });
  EXPECT_EQ(differences().size(), 2U);
}

TEST_P(Documents, WhatNoCaseNamesGoesAfterADay) {
  const auto named = keep(evidence), lost = keep(pdf_of("lost")), fresh = keep(pdf_of("fresh"));
  attach(named);
  const auto sweep = [&] {
    return documents().sweep(app::known_documents(platform().database->read().sql()));
  };
  make_old(path(named));
  make_old(path(lost));
  const auto unfinished = path(lost).string() + ".0123456789ab.part";
  std::ofstream(unfinished) << "a crash";
  make_old(unfinished);
  EXPECT_EQ(sweep(), 2U);
  EXPECT_FALSE(fs::exists(unfinished));
  EXPECT_FALSE(documents().open(lost.sha256));
  EXPECT_TRUE(documents().open(named.sha256));
  EXPECT_TRUE(documents().open(fresh.sha256));
  // One that is sent again, or attached, is fresh again.
  make_old(path(fresh));
  keep(pdf_of("fresh"));
  EXPECT_EQ(sweep(), 0U);
  make_old(path(fresh));
  attach(fresh);
  EXPECT_EQ(documents().sweep({}), 1U);  // the one named long ago, were it named no more
  EXPECT_TRUE(documents().open(fresh.sha256));
}

TEST_P(Documents, ForgettingDestroysFileAndKey) {
  const auto kept = keep(evidence);
  EXPECT_EQ(documents().forget(kept.sha256), 1U);
  EXPECT_EQ(documents().forget(kept.sha256), 0U);
  EXPECT_EQ(documents().open(kept.sha256).error().id, "document.not_found");
  EXPECT_THAT(differences(), IsEmpty());
}

TEST_P(Documents, OpenAfterTheKeysWereRotatedAndTheOldOnesDestroyed) {
  const auto kept = keep(evidence);
  attach(kept);
  const auto done = app::rotate_keys(
      *platform().database, platform().random,
      {app::subject_keys(*platform().database), app::documents(place().folder()).keys()});
  EXPECT_EQ(done.generation, 2);
  const auto vault = app::Vault::open(place().folder(), platform().random);
  const app::CaseDocuments after(place().folder(), vault, platform().clock);
  EXPECT_EQ(after.open(kept.sha256).or_throw(), evidence);
}

TEST_P(Documents, AreInTheBackupAndComeBack) {
  const auto kept = keep(evidence);
  attach(kept);
  const TemporaryFolder elsewhere;
  fs::path dump;
  if (GetParam() == store::Engine::postgresql) {
    dump = elsewhere.path() / "dump";
    std::ofstream(dump) << "what pg_dump writes";
  }
  const auto backup = elsewhere.path() / "backup", restored = elsewhere.path() / "restored";
  app::make_backup(place().location(), backup, dump, platform().clock);
  app::restore_backup(backup, backup / "secrets", restored).or_throw();
  SeededRandom random(3);
  const auto vault = app::Vault::open(restored, random);
  const app::CaseDocuments after(restored, vault, platform().clock);
  EXPECT_EQ(after.open(kept.sha256).or_throw(), evidence);
}

}  // namespace
}  // namespace credence::testing
