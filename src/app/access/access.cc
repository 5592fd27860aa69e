// SPDX-License-Identifier: Apache-2.0
#include "app/access/access.h"

#include <algorithm>
#include <future>

#include "app/access/case_matter.h"
#include "app/access/consents.h"
#include "app/access/look_rows.h"
#include "base/digest.h"
#include "base/text.h"

namespace credence::app {
namespace {

using domain::Audience;

Error refused(std::string id, Words message, Words remedy, std::string basis) {
  return make_error(ErrorCode::invalid, std::move(id), std::move(message), std::move(remedy),
                    std::move(basis));
}

// What a purpose of this audience must bring along; nothing when it brings all of it.
std::optional<Error> missing_part(const rulebook::Purpose& purpose, const Caller& caller,
                                  const Question& question) {
  if (purpose.audience == Audience::open) return std::nullopt;
  if (caller.is_anonymous()) return unidentified();
  if (!caller.may_ask_for(purpose.id)) {
    return make_error(ErrorCode::forbidden, "access.purpose",
                      {"您的账号或密钥不得以“" + purpose.label.zh + "”为目的查询。",
                       "Your account or key may not ask for “" + purpose.label.en + "”."},
                      {"请使用已授予的查询目的，或向安全管理员申请。",
                       "Use a purpose granted to you, or ask the security administrator."},
                      purpose.basis);
  }
  if (purpose.matter_required && question.matter.empty()) {
    return refused("access.matter_required",
                   {"以“" + purpose.label.zh + "”为目的的查询必须填写办件编号。",
                    "A query for “" + purpose.label.en + "” needs a matter number."},
                   {"请填写办件编号（matter）。", "Give the matter number (matter)."},
                   purpose.basis);
  }
  if (purpose.audience == Audience::consented && question.consent.empty()) {
    return refused("access.consent_required",
                   {"授权查询必须提供信用主体的书面授权编号。",
                    "A consented query needs the number of the subject's written consent."},
                   {"请填写授权编号（consent）。", "Give the consent's number (consent)."},
                   purpose.basis);
  }
  return std::nullopt;
}

// Sealing needs a purpose that allows it and somebody who may.
std::optional<Error> seal_refused(const rulebook::Purpose& purpose, const Caller& caller) {
  if (purpose.seal_days > 0 && caller.may(domain::Power::seal)) return std::nullopt;
  return make_error(ErrorCode::forbidden, "access.seal",
                    {"这一查询不得对信用主体保密。", "This look may not be kept from the subject."},
                    {"请不加保密标记查询。", "Ask without sealing."}, "PIPL-2021/35");
}

Error no_such_case(const rulebook::Purpose& purpose) {
  return make_error(
      ErrorCode::not_found, "case.not_found",
      {"没有这一案件，或者不由您办理。", "There is no such case, or it is none of yours."},
      {"请填写本单位正在办理的案号（matter）。",
       "Give the number of a case your unit handles (matter)."},
      purpose.basis);
}

// What was said is journaled before a database sees it, and one look that PostgreSQL does not take
// would hold up all behind it: so no zero byte and nothing that is not UTF-8.
std::optional<Error> unkeepable(const Question& question) {
  for (const std::string_view text :
       {std::string_view(question.matter), std::string_view(question.consent),
        std::string_view(question.channel), std::string_view(question.request)}) {
    if (text.find('\0') == std::string_view::npos && is_valid_utf8(text)) continue;
    return refused("access.text",
                   {"查询的说明含有无法保存的字符。",
                    "What was said about the look has characters that cannot be kept."},
                   {"请以 UTF-8 填写办件编号等内容，不含零字节。",
                    "Give matter number and the like in UTF-8, without zero bytes."},
                   "SD-2020/36");
  }
  return std::nullopt;
}

std::vector<std::string> common_items(const std::vector<std::string>& a,
                                      const std::vector<std::string>& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  std::vector<std::string> both;
  for (const auto& one : a) {
    if (std::ranges::find(b, one) != b.end()) both.push_back(one);
  }
  // Nothing in common: an item that no record has, so that nothing is reached rather than all.
  return both.empty() ? std::vector<std::string>{"-"} : both;
}

}  // namespace

Gate::Gate(store::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

// To the asker's own subject, to whoever consented, to the subject of the asker's case, or to what
// the asker's unit sent.
std::optional<Error> Gate::narrow(const rulebook::Purpose& purpose, const Caller& caller,
                                  Permit& permit) const {
  if (purpose.audience == Audience::self) {
    permit.only_ = caller.own_subject();
    if (permit.only_) return std::nullopt;
    return make_error(ErrorCode::forbidden, "access.no_subject",
                      {"该账号不代表任何信用主体，没有“本人信息”。",
                       "This account stands for no subject; there is no file of its own."},
                      {"请以信用主体本人的账号登录。", "Sign in with the subject's own account."},
                      purpose.basis);
  }
  if (purpose.submissions_only && !caller.may(domain::Power::steward)) {
    if (caller.unit().empty()) return unidentified();
    permit.provider_ = caller.unit();
    return std::nullopt;
  }
  if (purpose.case_only) {
    const auto matter = case_matter(database_.read().sql(), permit.question_.matter);
    if (!matter || !concerns(*matter, caller)) return no_such_case(purpose);
    permit.only_ = matter->subject;
    return std::nullopt;
  }
  if (purpose.audience != Audience::consented) return std::nullopt;
  const auto consent = find<Consent>(database_.read_access().sql(), permit.question_.consent);
  if (!consent || consent->grantee != caller.unit() || !consent->is_live(clock_.now().day()))
    return consent_not_live();
  permit.only_ = consent->subject;
  permit.scope_.items = common_items(permit.scope_.items, consent->items);
  return std::nullopt;
}

Result<Permit> Gate::admit(const rulebook::RuleBook& book, const Caller& caller,
                           Question question) const {
  if (question.purpose.empty()) question.purpose = "public";
  const auto found = book.purposes.find(question.purpose);
  if (found == book.purposes.end()) {
    return refused("access.purpose_unknown",
                   {"没有名为“" + question.purpose + "”的查询目的。",
                    "There is no purpose named “" + question.purpose + "”."},
                   {"可用的目的见 credence rules explain purposes。",
                    "credence rules explain purposes lists them."},
                   "SD-2020/22");
  }
  const rulebook::Purpose& purpose = found->second;
  if (auto missing = missing_part(purpose, caller, question)) return std::move(*missing);
  if (auto wrong = unkeepable(question)) return std::move(*wrong);
  Permit permit;
  permit.audience_ = purpose.audience;
  permit.basis_ = purpose.basis;
  permit.persons_ = purpose.persons && purpose.audience != Audience::open;
  permit.question_ = std::move(question);
  // A subject that looks at what is public is the public.
  if (purpose.audience != Audience::open || !caller.is_subject()) {
    permit.asker_ = caller.id();
    permit.unit_ = caller.unit();
    permit.unit_name_ = caller.unit_name();
    permit.scope_ = caller.scope();
  }
  if (permit.question_.sealed) {
    if (auto wrong = seal_refused(purpose, caller)) return std::move(*wrong);
    permit.sealed_until_ = clock_.now().day().plus_days(purpose.seal_days);
  }
  if (auto wrong = narrow(purpose, caller, permit)) return std::move(*wrong);
  return permit;
}

std::int64_t view_balance(SubjectId subject, Date day, std::int64_t views) {
  const std::string place = std::to_string(subject.value) + " " + std::to_string(day.days());
  return first_63_bits(sha256(place)) / 2 - views;  // half: room to count down
}

std::string access_statement(const StoredAccess& e) { return wire::to_line(e); }

namespace {

// Everything of an entry but what its place in the ledger decides.
StoredAccess entry_of(const Permit& permit, const AccessEntry& entry) {
  const Question& q = permit.question();
  StoredAccess said;
  said.subject = entry.subject;
  said.chain = static_cast<int>(permit.sealed_until() ? LookChain::sealed : LookChain::open);
  said.asker = permit.asker();
  said.unit_code = permit.unit();
  said.unit = permit.unit_name();
  said.purpose = q.purpose;
  said.matter = q.matter;
  said.basis = permit.basis();
  said.consent = q.consent;
  said.channel = q.channel;
  said.request = q.request;
  said.shown = entry.shown;
  said.withheld = entry.withheld;
  said.items = entry.items;
  said.sealed_until = permit.sealed_until() ? permit.sealed_until()->days() : 0;
  return said;
}

std::vector<std::string> frames_of(const Permit& permit, const std::vector<AccessEntry>& entries) {
  std::vector<std::string> frames;
  for (const auto& entry : entries) {
    // Anonymous reads of public records are counted per subject and day, never attributed.
    frames.push_back(permit.attributed() ? look_frame(entry_of(permit, entry))
                                         : view_frame(entry.subject));
  }
  return frames;
}

store::Work looks_work(std::vector<std::string> bytes, Random& random) {
  std::vector<store::JournalFrame> frames;
  for (auto& one : bytes) frames.push_back({0, {}, std::move(one)});
  return [frames = std::move(frames), &random](store::Write& write) mutable {
    for (auto& frame : frames) frame.at = write.now;
    write_looks(write, frames, random);
  };
}

}  // namespace

AccessLedger::AccessLedger(store::Database& database, Random& random)
    : database_(database), random_(random) {
  database_.journal().begin(
      [this](const std::string& segment, std::span<const store::JournalFrame> frames) {
        database_.access().run(
            [&](store::Write& write) { move_looks(write, segment, frames, random_); });
      });
}

AccessLedger::~AccessLedger() { database_.journal().end(); }

void AccessLedger::write(const Permit& permit, const std::vector<AccessEntry>& entries) {
  std::promise<void> durable;
  write_later(permit, entries, [&](const std::exception_ptr& failed) {
    failed ? durable.set_exception(failed) : durable.set_value();
  });
  durable.get_future().get();
}

void AccessLedger::write_later(const Permit& permit, const std::vector<AccessEntry>& entries,
                               std::function<void(std::exception_ptr)> done) {
  if (entries.empty()) return done(nullptr);
  auto frames = frames_of(permit, entries);
  if (database_.location().trace == store::Trace::database)
    return database_.access().submit(looks_work(std::move(frames), random_), std::move(done));
  database_.journal().append(std::move(frames), std::move(done));
}

}  // namespace credence::app
