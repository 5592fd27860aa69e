// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "app/absence/absence.h"
#include "base/base64.h"
#include "store/marks.h"
#include "store/records.h"
#include "store/session.h"
#include "support/platform.h"
#include "wire/from_json.h"

// "Report instead of a no-violation certificate": that one stands in no list, shown without the
// platform.

namespace credence::testing {
namespace {

const std::string other_company = "91370100MA3ABCD23B";

std::string listing(const std::string& name, const std::string& code, const std::string& state) {
  return "名称,统一社会信用代码,列入决定文号,列入事由,列入日期,列入机关,列入机关统一社会信用代码,"
         "数据来源单位,"
         "数据来源单位统一社会信用代码,名单状态,移出日期\n" +
         name + "," + code +
         ",列〔2026〕1号,通过登记的住所无法联系,2026-05-06,山东省市场监督管理局," + bureau +
         ",山东省市场监督管理局," + bureau + "," + state +
         (state == "已移出" ? ",2026-05-18\n" : ",\n");
}

class CertifyingAbsence : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    const auto receipt =
        platform().take("abnormal_operation", listing("济南明信科技有限公司", company, "在列"));
    ASSERT_EQ(receipt.added, 1) << (receipt.errors.empty() ? "" : receipt.errors.front().id);
  }
  Platform& platform() { return *platform_; }
  Result<std::string> certify(const std::string& code,
                              const std::string& item = "abnormal_operation") {
    const auto permit = platform().permit();
    auto pending =
        platform().absence->certify(*platform().book, permit, item, code, platform().now());
    if (!pending) return pending.error();
    return platform().ledger->release(permit, std::move(*pending));
  }
  std::unique_ptr<Platform> platform_;
};
INSTANTIATE_TEST_SUITE_P(Engines, CertifyingAbsence, both_engines, engine_name);

TEST_P(CertifyingAbsence, WhoStandsInNoListCanShowItOffline) {
  const auto certificate = certify(bureau).or_throw();
  const auto verified =
      app::verify_absence_certificate(certificate, platform().public_keys()).or_throw();
  EXPECT_EQ(verified.code, bureau);
  EXPECT_EQ(verified.state.item, "abnormal_operation");
  EXPECT_EQ(verified.state.listed, 1);
  EXPECT_TRUE(platform().fsck().empty());
}

TEST_P(CertifyingAbsence, WhoStandsInItCannotAndAfterRemovalCan) {
  EXPECT_EQ(certify(company).error().id, "absence.listed");
  EXPECT_TRUE(certify(company, "serious_dishonesty"));
  platform().set_day(Date(2026, 5, 20));
  const auto receipt =
      platform().take("abnormal_operation", listing("济南明信科技有限公司", company, "已移出"));
  ASSERT_EQ(receipt.changed, 1) << (receipt.errors.empty() ? ""
                                                           : receipt.errors.front().message.zh);
  EXPECT_TRUE(certify(company));
}

// A listing that was repaired or withdrawn is one no more, from its decision on.
TEST_P(CertifyingAbsence, WhoseListingWasRepairedStandsInTheListNoMore) {
  auto& p = platform();
  const SubjectId subject = p.subject_of(company);
  store::RecordFilter filter;
  filter.subject = subject;
  const auto listed = store::find_records(p.database->read().sql(), filter, 1, std::nullopt).at(0);
  const auto put = [&](store::MarkKind kind) {
    p.database->facts().run([&](store::Write& write) {
      store::put_mark(write, p.random,
                      {subject, listed.columns.key, kind, "案1", "", "", Instant(), end_of_time});
    });
  };
  put(store::MarkKind::disputed);
  EXPECT_EQ(certify(company).error().id, "absence.listed");
  put(store::MarkKind::repaired);
  const auto certificate = certify(company).or_throw();
  EXPECT_EQ(app::verify_absence_certificate(certificate, p.public_keys()).or_throw().state.listed,
            0);
}

TEST_P(CertifyingAbsence, ThePastIsCertifiedAsItWasKnown) {
  const auto before = Instant(platform().clock.now().micros() - 1'000'000);
  auto past = platform().absence->certify(*platform().book, platform().permit(),
                                          "abnormal_operation", company, {before.day(), before});
  const auto text = platform().ledger->release(platform().permit(), std::move(past).or_throw());
  EXPECT_EQ(app::verify_absence_certificate(text, platform().public_keys()).or_throw().state.known,
            before);
}

TEST_P(CertifyingAbsence, ThereIsNoneOfPersonsAndOfWhatIsNoList) {
  EXPECT_EQ(certify(citizen).error().id, "query.code");
  EXPECT_EQ(certify(bureau, "penalty").error().id, "absence.not_a_list");
}

TEST_P(CertifyingAbsence, ACertificateCannotBeMadeSomebodyElses) {
  const auto keys = platform().public_keys();
  auto certificate = certify(bureau).or_throw();
  const auto renamed = [&](const std::string& code) {
    auto text = certificate;
    text.replace(text.find(bureau), bureau.size(), code);
    return text;
  };
  EXPECT_FALSE(app::verify_absence_certificate(renamed(company), keys));
  EXPECT_FALSE(app::verify_absence_certificate(renamed(shop), keys));
  for (std::size_t at = 0; at < certificate.size(); at += 3) {
    auto altered = certificate;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    const auto verified = app::verify_absence_certificate(altered, keys);
    // The label of the item is for people; all that is proven is not.
    if (verified) {
      EXPECT_EQ(verified->code, bureau) << at;
    }
  }
}

TEST_P(CertifyingAbsence, ItSaysNothingOfItsNeighbours) {
  const auto text = certify(bureau).or_throw();
  EXPECT_EQ(text.find(company), std::string::npos);
  const auto certificate =
      wire::from_json<app::AbsenceCertificate>(boost::json::parse(text)).or_throw();
  EXPECT_LT(from_base64(certificate.map_proof)->size(), 16U + 4 * 32U);
}

}  // namespace
}  // namespace credence::testing
