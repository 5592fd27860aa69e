// SPDX-License-Identifier: Apache-2.0
#include "app/access/access.h"

#include <ctime>

#include "base/digest.h"
#include "domain/attested.h"
#include "ledger/entry.h"
#include "store/log.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Audience;

Error refused(std::string id, Words message, Words remedy, std::string basis) {
  return make_error(ErrorCode::invalid, std::move(id), std::move(message), std::move(remedy),
                    std::move(basis));
}

// What a purpose of this audience must bring along; nothing when it brings all of it.
std::optional<Error> missing_part(const rulebook::Purpose& purpose, const Asker& asker,
                                  const Question& question) {
  if (purpose.audience == Audience::open) return std::nullopt;
  if (asker.id.empty()) {
    return refused("access.asker_required",
                   {"以“" + purpose.label.zh + "”为目的的查询必须说明查询人。",
                    "A query for “" + purpose.label.en + "” must say who asks."},
                   {"请提供查询人及其单位。", "Name the asker and the unit."}, purpose.basis);
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
                    "A consented query needs the reference of the subject's written consent."},
                   {"请填写授权编号（consent）。", "Give the consent reference (consent)."},
                   purpose.basis);
  }
  return std::nullopt;
}

}  // namespace

Result<Permit> admit(const rulebook::RuleBook& book, Asker asker, Question question) {
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
  if (auto missing = missing_part(purpose, asker, question)) return std::move(*missing);
  Permit permit;
  permit.audience_ = purpose.audience;
  permit.basis_ = purpose.basis;
  permit.persons_ = purpose.persons && purpose.audience != Audience::open;
  permit.asker_ = std::move(asker);
  permit.question_ = std::move(question);
  return permit;
}

struct AccessLedger::State {
  store::Database& database;
  const Clock& clock;
  Random& random;
};

AccessLedger::AccessLedger(store::Database& database, const Clock& clock, Random& random)
    : state_(std::make_shared<State>(State{database, clock, random})) {}
AccessLedger::~AccessLedger() = default;

namespace {}  // namespace

std::int64_t view_balance(SubjectId subject, Date day, std::int64_t views) {
  const std::string place = std::to_string(subject.value) + " " + std::to_string(day.days());
  return first_63_bits(sha256(place)) / 2 - views;  // half: room to count down
}

std::string access_statement(const StoredAccess& e) { return wire::to_line(e); }

namespace {

// Anonymous reads of public records are counted per subject and day, never attributed.
void count_view(store::Write& write, SubjectId subject) {
  write.sql.run(
      "INSERT INTO public_view (subject_id, day, views, balance) VALUES ($1, $2, 1, $3) "
      "ON CONFLICT (subject_id, day) DO UPDATE SET views = public_view.views + 1, balance = "
      "public_view.balance - 1",
      {subject.value, write.now.day().days(), view_balance(subject, write.now.day(), 1)});
}

struct Attribution {
  std::string asker, unit, purpose, matter, basis, consent, channel, request;
};

Attribution attribution_of(const Permit& permit) {
  const Question& q = permit.question();
  return {permit.asker().id, permit.asker().unit, q.purpose, q.matter,
          permit.basis(),    q.consent,           q.channel, q.request};
}

void write_entry(store::Write& write, const Attribution& by, const AccessEntry& entry,
                 std::int64_t entry_id, const std::string& salt) {
  const StoredAccess said{"access",   entry.subject, write.now,   entry_id,       by.asker,
                          by.unit,    by.purpose,    by.matter,   by.basis,       by.consent,
                          by.channel, by.request,    entry.shown, entry.withheld, entry.items};
  const std::uint64_t leaf = write.log.append(static_cast<unsigned char>(domain::Attested::access),
                                              ledger::commitment(salt, access_statement(said)));
  write.sql.run(
      "INSERT INTO access_entry (subject_id, at, entry_id, asker, unit, purpose, matter, "
      "basis, consent, channel, request, shown, withheld, items, leaf, salt) VALUES "
      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
      {entry.subject.value, write.now.micros(), entry_id, by.asker, by.unit, by.purpose, by.matter,
       by.basis, by.consent, by.channel, by.request, entry.shown, entry.withheld, entry.items,
       static_cast<std::int64_t>(leaf), store::Bytes{salt}});
}

store::Work entries_work(const Permit& permit, std::vector<AccessEntry> entries, Random& random) {
  const bool anonymous = permit.audience() == domain::Audience::open;
  std::vector<std::int64_t> ids;
  std::vector<std::string> salts;
  for (std::size_t i = 0; !anonymous && i < entries.size(); ++i) {
    ids.push_back(first_63_bits(sha256(random.bytes(16))));
    salts.push_back(random.bytes(ledger::salt_bytes));
  }
  return [anonymous, by = attribution_of(permit), entries = std::move(entries),
          ids = std::move(ids), salts = std::move(salts)](store::Write& write) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (anonymous) {
        count_view(write, entries[i].subject);
      } else {
        write_entry(write, by, entries[i], ids[i], salts[i]);
      }
    }
  };
}

}  // namespace

void AccessLedger::write(const Permit& permit, const std::vector<AccessEntry>& entries) {
  if (entries.empty()) return;
  state_->database.access().run(entries_work(permit, entries, state_->random));
}

void AccessLedger::write_later(const Permit& permit, std::vector<AccessEntry> entries,
                               std::function<void(std::exception_ptr)> done) {
  if (entries.empty()) {
    done(nullptr);
    return;
  }
  state_->database.access().submit(entries_work(permit, std::move(entries), state_->random),
                                   std::move(done));
}

}  // namespace credence::app
