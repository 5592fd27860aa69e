// SPDX-License-Identifier: Apache-2.0
#include "app/access/consents.h"

#include "app/access/units.h"
#include "base/digest.h"
#include "base/text.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Power;

Error wrong(const char* id, Words message, Words remedy) {
  return make_error(ErrorCode::invalid, id, std::move(message), std::move(remedy), "PIPL-2021/14");
}

std::optional<Error> unfit_use(const ConsentForm& form) {
  if (!trim(form.use).empty() && form.use.size() <= 500) return std::nullopt;
  return wrong(
      "consent.use",
      {"授权须写明查询的用途（500 字节以内）。",
       "A consent must say what for, in at most 500 bytes."},
      {"请填写 use，如“申请流动资金贷款”。", "Give `use`, such as “working-capital loan”."});
}

std::optional<Error> unfit_days(const rulebook::RuleBook& book, const ConsentForm& form,
                                Date today) {
  const auto most = static_cast<std::int32_t>(book.limit("consent.days", today).value);
  if (form.from <= form.to && form.to >= today && form.to.days() - form.from.days() < most)
    return std::nullopt;
  const std::string days = std::to_string(most);
  return wrong("consent.days",
               {"授权的起止日期不成立：须先起后止、尚未过去、不超过 " + days + " 日。",
                "The days do not fit: from before to, not past, at most " + days + " days."},
               {"请改正 from 和 to。", "Correct `from` and `to`."});
}

std::optional<Error> unfit_items(const rulebook::RuleBook& book, const ConsentForm& form) {
  for (const auto& item : form.items) {
    if (book.catalogue.find(item) != nullptr) continue;
    return wrong("consent.items", {"没有事项“" + item + "”。", "There is no item “" + item + "”."},
                 {"可用事项见 /api/v1/items。", "/api/v1/items lists them."});
  }
  return std::nullopt;
}

std::optional<Error> unfit_paper(const ConsentForm& form) {
  if (!form.document.empty() && form.document_sha256.size() == 64) return std::nullopt;
  return wrong("consent.document",
               {"登记书面授权须写明文书编号和扫描件的 SHA-256。",
                "A consent on paper is lodged with its number and the SHA-256 of its scan."},
               {"请填写 document 和 document_sha256。", "Give `document` and `document_sha256`."});
}

Error no_consent() {
  return make_error(ErrorCode::not_found, "consent.not_found",
                    {"没有这份授权。", "There is no such consent."},
                    {"请核对编号。", "Check the number."}, "PIPL-2021/15");
}

Error no_unit() {
  return make_error(ErrorCode::not_found, "unit.not_found",
                    {"被授权单位未在平台登记。", "The unit it is given to is not in the register."},
                    {"请核对单位代码；该单位须先在平台开户。",
                     "Check its code; the unit must first be registered here."});
}

}  // namespace

bool Consent::is_live(Date day) const {
  return from <= day && day <= to && (!withdrawn || day < *withdrawn);
}

Error consent_not_live() {
  return make_error(ErrorCode::forbidden, "consent.not_live",
                    {"该授权不存在、不是给本单位的、不在有效期内或已撤回。",
                     "The consent does not exist, is not given to your unit, is not in force or "
                     "was withdrawn."},
                    {"请核对授权编号，或请信用主体重新授权。",
                     "Check its number, or ask the subject for a new one."},
                    "SD-2020/21");
}

Consents::Consents(store::Database& database, const Vault& vault, const Clock& clock)
    : database_(database), vault_(vault), clock_(clock) {}

Result<SubjectId> Consents::subject_of(const rulebook::RuleBook& book, const Caller& caller,
                                       const ConsentForm& form) const {
  if (caller.is_anonymous()) return unidentified();
  if (caller.own_subject()) return *caller.own_subject();
  if (auto may = caller.require(Power::lodge_consent); !may) return may.error();
  if (auto unfit = unfit_paper(form)) return std::move(*unfit);
  const auto subject = named_subject(book, vault_.person_secret(), form.code);
  if (!subject) return subject.error();
  return subject->id;
}

Result<Consent> Consents::give(const rulebook::RuleBook& book, const Caller& caller,
                               const ConsentForm& form) {
  const auto subject = subject_of(book, caller, form);
  if (!subject) return subject.error();
  const Date today = clock_.now().day();
  if (auto unfit = unfit_use(form)) return std::move(*unfit);
  if (auto unfit = unfit_days(book, form, today)) return std::move(*unfit);
  if (auto unfit = unfit_items(book, form)) return std::move(*unfit);
  const auto unit = find<Unit>(database_.read_access().sql(), form.grantee);
  if (!unit || !unit->active) return no_unit();
  const bool own = caller.own_subject().has_value();
  const Consent consent{"SQ" + digits_of(today) + "-" + to_hex(vault_.random().bytes(4)),
                        *subject,
                        unit->code,
                        unit->name,
                        form.use,
                        form.items,
                        form.from,
                        form.to,
                        own ? "session" : "paper",
                        own ? "" : form.document,
                        own ? "" : form.document_sha256,
                        {}};
  database_.access().run([&](store::Write& write) {
    put(write, vault_.random(), caller.actor(), own ? "give" : "lodge", consent);
  });
  return consent;
}

Result<Consent> Consents::withdraw(const Caller& caller, std::string_view id) {
  if (caller.is_anonymous()) return unidentified();
  std::optional<Consent> consent;
  database_.access().run([&](store::Write& write) {
    consent = find<Consent>(write.sql, id);
    const bool own = consent && caller.own_subject() == consent->subject;
    if (!own && !caller.may(Power::lodge_consent)) consent.reset();
    if (!consent || consent->withdrawn) return;
    consent->withdrawn = write.now.day();
    put(write, vault_.random(), caller.actor(), "withdraw", *consent);
  });
  if (!consent) return no_consent();
  return *consent;
}

Result<std::vector<Consent>> Consents::of(const Caller& caller, std::string_view after,
                                          int limit) const {
  if (caller.is_anonymous()) return unidentified();
  const auto lease = database_.read_access();
  if (caller.own_subject())
    return list<Consent>(lease.sql(), Under::parent, std::to_string(caller.own_subject()->value),
                         after, limit);
  if (caller.may(Power::lodge_consent))
    return list<Consent>(lease.sql(), Under::any, "", after, limit);
  return list<Consent>(lease.sql(), Under::also, caller.unit(), after, limit);
}

}  // namespace credence::app
