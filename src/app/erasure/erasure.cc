// SPDX-License-Identifier: Apache-2.0
#include "app/erasure/erasure.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "app/access/named_code.h"
#include "app/access/row_runs.h"
#include "app/access/sealed_files.h"
#include "app/cases/documents.h"
#include "app/erasure/destruction.h"
#include "store/records.h"
#include "store/session.h"
#include "store/statements.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

using rulebook::ErasureGround;
using rulebook::RuleBook;

Error invalid(std::string id, Words message, Words remedy) {
  return make_error(ErrorCode::invalid, std::move(id), std::move(message), std::move(remedy),
                    "PIPL-2021/47");
}

Error unknown_subject() {
  return make_error(ErrorCode::not_found, "subject.not_found",
                    {"平台上没有该主体的信息。", "The platform holds nothing on this subject."},
                    {"请核对代码。", "Check the code."});
}

Error no_reason() {
  return invalid("erasure.reason",
                 {"必须写明依据的申请或文件。", "The request or file it rests on must be said."},
                 {"请填写 --reason。", "Give --reason."});
}

std::optional<Error> unfit(const ErasureGround* ground, bool person) {
  if (ground == nullptr) {
    return invalid(
        "erasure.ground", {"没有这个销毁理由。", "There is no such ground."},
        {"可用理由见 credence erase --grounds。", "credence erase --grounds lists them."});
  }
  if (person ? ground->persons : ground->organizations) return std::nullopt;
  return make_error(ErrorCode::forbidden, "erasure.not_for",
                    {"该理由不适用于这类主体。", "The ground is not one for this kind of subject."},
                    {"请选用适用的理由。", "Choose one that is."}, ground->basis);
}

const char* columns =
    "SELECT number, subject_id, ground, reason, proposed_by, proposed_unit, proposed_at, "
    "decided_by, "
    "decided_unit, decided_at, records, entries, originals FROM erasure ";

struct Stored {
  Erasure erasure;
  std::int64_t subject = -1;  // -1: forgotten
};

std::vector<Stored> read(store::Session& sql, const std::string& rest,
                         std::initializer_list<store::Value> values) {
  const auto rows = sql.query(columns + rest, values);
  std::vector<Stored> all;
  while (rows->next()) {
    Stored& one = all.emplace_back();
    one.erasure.number = rows->number(0);
    one.subject = rows->is_null(1) ? -1 : rows->number(1);
    one.erasure.ground = rows->bytes(2);
    one.erasure.reason = rows->bytes(3);
    one.erasure.proposed_by = rows->bytes(4);
    one.erasure.proposed_unit = rows->bytes(5);
    one.erasure.proposed = Instant(rows->number(6));
    one.erasure.decided_by = rows->bytes(7);
    one.erasure.decided_unit = rows->bytes(8);
    if (!rows->is_null(9)) one.erasure.done = Instant(rows->number(9));
    one.erasure.state = one.erasure.done ? "done" : "proposed";
    one.erasure.records = rows->number(10);
    one.erasure.entries = rows->number(11);
    one.erasure.originals = rows->number(12);
  }
  return all;
}

void label(const RuleBook& book, Erasure& erasure) {
  const auto ground = book.erasure_grounds.find(erasure.ground);
  if (ground == book.erasure_grounds.end()) return;
  erasure.ground_label = ground->second.label;
  erasure.basis = ground->second.basis;
}

}  // namespace

Erasures::Erasures(store::Database& database, const Vault& vault)
    : database_(database), vault_(vault) {}

Result<Erasure> Erasures::propose(const RuleBook& book, std::string_view code,
                                  std::string_view ground_id, std::string_view reason,
                                  const Caller& by) {
  if (auto may = by.require(domain::Power::propose_erasure); !may) return may.error();
  if (reason.empty()) return no_reason();
  const auto target = named_subject(book, vault_.person_secret(), code);
  if (!target) return target.error();
  const auto at = book.erasure_grounds.find(ground_id);
  const auto* ground = at == book.erasure_grounds.end() ? nullptr : &at->second;
  if (auto wrong = unfit(ground, target->person)) return std::move(*wrong);
  if (!store::find_subject(database_.read().sql(), target->id)) return unknown_subject();
  if (!read(database_.read().sql(), "WHERE subject_id = $1", {target->id.value}).empty()) {
    return make_error(ErrorCode::conflict, "erasure.proposed",
                      {"对该主体的销毁已提出，等待批准。",
                       "Destroying it is proposed already and waits for approval."},
                      {"见 credence erase --list。", "See credence erase --list."});
  }
  std::int64_t number = 0;
  database_.facts().run([&](store::Write& write) {
    const auto last = write.sql.query("SELECT COALESCE(MAX(number), 0) FROM erasure");
    last->next();
    number = last->number(0) + 1;
    const ErasureProposed said{"erasure_proposed",  number,  ground->id,     ground->basis,
                               std::string(reason), by.id(), by.unit_name(), write.now};
    const auto leaf = store::attest(write, vault_.random(), domain::Attested::erasure_proposed,
                                    wire::to_line(said));
    write.sql.run(
        "INSERT INTO erasure (number, subject_id, ground, reason, proposed_by, proposed_unit, "
        "proposed_at, decided_by, decided_unit, records, entries, originals, proposal_leaf) VALUES "
        "($1, $2, $3, $4, $5, $6, $7, '', '', 0, 0, 0, $8)",
        {number, target->id.value, ground->id, reason, by.id(), by.unit_name(), write.now.micros(),
         static_cast<std::int64_t>(leaf)});
  });
  if (!ground->four_eyes) return carry_out(book, number, target->id, target->code, by);
  auto stored = read(database_.read().sql(), "WHERE number = $1", {number});
  label(book, stored.front().erasure);
  return std::move(stored.front().erasure);
}

Result<Erasure> Erasures::approve(const RuleBook& book, std::int64_t number, std::string_view code,
                                  const Caller& by) {
  if (auto may = by.require(domain::Power::approve_erasure); !may) return may.error();
  const auto target = named_subject(book, vault_.person_secret(), code);
  if (!target) return target.error();
  const auto stored = read(database_.read().sql(), "WHERE number = $1", {number});
  if (stored.empty() || stored.front().subject != target->id.value) {
    return make_error(ErrorCode::not_found, "erasure.unknown",
                      {"没有这一编号、针对该代码、等待批准的销毁。",
                       "No erasure of this number and code waits for approval."},
                      {"见 credence erase --list。", "See credence erase --list."});
  }
  if (stored.front().erasure.proposed_by == by.id()) {
    return make_error(ErrorCode::forbidden, "erasure.four_eyes",
                      {"提出人不能批准自己的提议。", "Who proposed it cannot approve it."},
                      {"请由另一名经办人批准。", "Let somebody else approve it."}, "PIPL-2021/47");
  }
  return carry_out(book, number, target->id, target->code, by);
}

Result<Erasure> Erasures::carry_out(const RuleBook& book, std::int64_t number, SubjectId subject,
                                    const std::string& code, const Caller& by) {
  const auto journals = journals_naming(database_.folder(), code);
  database_.facts().run([&](store::Write& write) {
    const Erasure before = read(write.sql, "WHERE number = $1", {number}).front().erasure;
    const Destroyed gone = destroy(write, subject, journals);
    ErasureDone said;
    said.number = number;
    said.ground = before.ground;
    said.basis = book.erasure_grounds.at(before.ground).basis;
    said.reason = before.reason;
    said.proposed_by = before.proposed_by;
    said.decided_by = by.id();
    said.decided_unit = by.unit_name();
    said.at = write.now;
    said.records = gone.records;
    said.entries = gone.entries;
    said.originals = gone.originals;
    said.documents = gone.documents;
    said.journals = journals;
    const auto leaf =
        store::attest(write, vault_.random(), domain::Attested::erasure, wire::to_line(said));
    write.sql.run(
        "UPDATE erasure SET subject_id = NULL, decided_by = $1, decided_unit = $2, decided_at = "
        "$3, "
        "records = $4, entries = $5, originals = $6, leaf = $7 WHERE number = $8",
        {by.id(), by.unit_name(), write.now.micros(), gone.records,
         static_cast<std::int64_t>(gone.entries.size()),
         static_cast<std::int64_t>(gone.originals.size()), static_cast<std::int64_t>(leaf),
         number});
  });
  sweep();
  database_.scrub();
  auto stored = read(database_.read().sql(), "WHERE number = $1", {number});
  label(book, stored.front().erasure);
  return std::move(stored.front().erasure);
}

std::vector<Erasure> Erasures::list(const RuleBook& book, int limit) const {
  std::vector<Erasure> all;
  for (auto& one : read(database_.read().sql(), "ORDER BY number DESC LIMIT $1", {limit})) {
    label(book, one.erasure);
    all.push_back(std::move(one.erasure));
  }
  return all;
}

std::size_t Erasures::sweep() const {
  std::size_t removed = 0;
  const auto lease = database_.read();
  const auto rows = lease.sql().query("SELECT text FROM statement WHERE kind = $1",
                                      {static_cast<std::int64_t>(domain::Attested::erasure)});
  while (rows->next()) {
    boost::system::error_code fault;
    const auto said =
        wire::from_json<ErasureDone>(boost::json::parse(std::string(rows->bytes(0)), fault));
    if (fault || !said) continue;
    for (const auto& sha256 : said->originals)
      removed += originals(database_.folder()).destroy(sha256) ? 1 : 0;
    for (const auto& sha256 : said->documents)
      removed += documents(database_.folder()).destroy(sha256) ? 1 : 0;
    for (const auto batch : said->journals) {
      const auto folder = submission_folder(database_.folder(), batch);
      for (const char* name : {"rejects.jsonl", "rejects.csv", "rejects.xlsx"})
        removed += destroy_file(folder / name) ? 1 : 0;
    }
  }
  return removed;
}

}  // namespace credence::app
