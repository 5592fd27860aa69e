// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "store/marks.h"
#include "store/session.h"
#include "support/platform.h"

// A platform with a penalty, and the people who have to do with it.

namespace credence::testing {

inline const Date a_wednesday(2026, 9, 30);  // the day before the National Day holiday

class Casework : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place(), a_wednesday);
    platform().take("organization_registration", registration("济南明信科技有限公司", company));
    platform().take("penalty", penalty_header + PenaltyRow().text() + personal_penalty().text());
    platform().clock.set(Instant(platform().clock.now().micros() + 3'600'000'000));  // an hour on
    company_ = platform().caller("mingxin", {{"subject"}, {}, {}, {}}, "", company);
    clerk_ = platform().caller("wangjing", {{"steward"}, {}, {}, {}}, centre);
    colleague_ = platform().caller("zhaomin", {{"steward"}, {}, {}, {}}, centre);
    lead_ = platform().caller("sunlei", {{"steward_lead"}, {}, {}, {}}, centre);
    provider_ = platform().caller("lihua", {{"provider_clerk"}, {}, {}, {}});
  }
  Platform& platform() { return *platform_; }
  const rulebook::RuleBook& book() { return *platform().book; }
  app::Cases& cases() { return *platform().cases; }

  std::string penalty_key() {
    return std::to_string(platform().records_of(company, "penalty").at(0).record.value);
  }
  app::CaseForm objection(const std::string& record) {
    app::CaseForm form;
    form.procedure = "objection";
    form.record = record;
    form.fields = {{"claim", "罚款金额应为一万元"}, {"ground", "error"}};
    return form;
  }
  app::CaseView lodged() {
    return cases().open(book(), company_, objection(penalty_key())).or_throw();
  }
  Result<app::CaseView> act(const app::Caller& caller, const app::CaseView& file,
                            const std::string& id, std::vector<app::FieldValue> fields = {}) {
    return cases().act(book(), caller, file.number, {id, file.steps_done, std::move(fields), {}});
  }
  app::AttachedDocument document(const std::string& kind, const std::string& words) {
    const auto kept =
        platform()
            .documents->keep(book(), kind + ".pdf", "%PDF-1.4\n" + words + "\n%%EOF\n")
            .or_throw();
    return app::attached(kept, kind);
  }
  std::vector<store::RecordMark> marks() {
    return store::marks_of(platform().database->read().sql(), platform().subject_of(company),
                           end_of_time);
  }
  std::unique_ptr<Platform> platform_;
  app::Caller company_ = app::Caller::anonymous(), clerk_ = company_, colleague_ = company_,
              lead_ = company_, provider_ = company_;
};
}  // namespace credence::testing
