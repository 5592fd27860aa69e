// SPDX-License-Identifier: Apache-2.0
#include "app/absence/absence.h"

#include <algorithm>
#include <set>

#include "app/access/named_code.h"
#include "app/access/shown_marks.h"
#include "app/access/sources.h"
#include "app/access/values.h"
#include "base/base64.h"
#include "domain/identifiers.h"
#include "store/records.h"
#include "store/session.h"
#include "store/statements.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

using rulebook::Item;
using rulebook::Role;

constexpr int page = 5'000;

Error bad_code() {
  return make_error(ErrorCode::invalid, "query.code",
                    {"请给出组织的统一社会信用代码；自然人没有此类证明。",
                     "Give an organisation's unified social credit code; there is no such "
                     "certificate of persons."},
                    {"请核对代码。", "Check the code."}, "SD-2020/20");
}

Error not_a_list(std::string_view item) {
  return make_error(ErrorCode::invalid, "absence.not_a_list",
                    {"事项“" + std::string(item) + "”不是名单。",
                     "Item “" + std::string(item) + "” is not a list."},
                    {"名单是第 05、06 类事项，见 credence rules items。",
                     "Lists are the items of classes 05 and 06; see credence rules items."});
}

Error listed(const std::string& code) {
  return make_error(ErrorCode::conflict, "absence.listed",
                    {code + " 在该名单中，不能出具不在名单的证明。",
                     code + " stands in the list; its absence cannot be certified."},
                    {"在列的记录和移出的途径见其公开信息。",
                     "Its public file shows the listing and the way out."});
}

Error bad_form() {
  return make_error(ErrorCode::invalid, "absence.form",
                    {"文件不是不在名单证明。", "The file is no certificate of absence."},
                    {"请使用平台给出的原文件。", "Use the file the platform gave."});
}

Error not_proven() {
  return make_error(ErrorCode::forbidden, "absence.not_proven",
                    {"证明不成立：代码、名单或位置与签名日志不符。",
                     "It is not proven: code, list or place do not follow from the signed log."},
                    {"请向出具机构重新取得证明。", "Get the certificate from the issuer again."});
}

// What the VRF is asked: no two lists share a place.
std::string question(std::string_view item, std::string_view code) {
  return std::string(item) + "\n" + std::string(code);
}

// A list's records say whether one still stands in it; the first choice says it does.
bool stands(const Item& item, const store::StoredRecord& record, store::Session& sql,
            store::Dictionaries& dictionaries, Date day) {
  if (record.columns.valid_to && *record.columns.valid_to <= day) return false;
  if (record.columns.decided_on && *record.columns.decided_on > day) return false;
  const auto* status = item.with_role(Role::status);
  const auto values =
      decode_values(dictionaries.unpack(sql, record.fields), item.fields.size()).or_throw();
  const auto& value = values[static_cast<std::size_t>(item.field_index(status->code))];
  return value.empty() || value == status->choices.front();
}

// The classes of the national catalogue that are lists: abnormal operation, serious dishonesty.
bool is_list(const Item* item) {
  if (item == nullptr || (item->class_code != "05" && item->class_code != "06")) return false;
  const auto* status = item->with_role(Role::status);
  return status != nullptr && !status->choices.empty();
}

std::string vrf_secret(const Vault& vault) {
  const Digest digest = hmac_sha256(vault.person_secret(), "vrf");
  std::string secret(reinterpret_cast<const char*>(digest.data()), digest.size());
  secret[0] = static_cast<char>(secret[0] & 0x7f);  // below the order
  return secret;
}

Digest base64_digest(const std::string& text) {
  const auto digest = ledger::digest_from_base64(text);
  return digest ? *digest : Digest{};
}

}  // namespace

Absence::Absence(store::Database& database, store::Dictionaries& dictionaries, const Vault& vault)
    : database_(database), dictionaries_(dictionaries), vault_(vault), key_(vrf_secret(vault)) {}

Digest Absence::place_of(const Item& item, SubjectId subject, const std::string& code) {
  {
    const std::lock_guard lock(mutex_);
    const auto at = places_.find({item.number, subject});
    if (at != places_.end()) return at->second;
  }
  const Digest place = key_.prove(question(item.id, code)).index;
  const std::lock_guard lock(mutex_);
  return places_.emplace(std::pair(item.number, subject), place).first->second;
}

Absence::Snapshot Absence::snapshot(store::Session& sql, const Item& item, const AsOf& as_of,
                                    SubjectId asked) {
  store::RecordFilter filter;
  filter.items = {item.number};
  filter.known_at = as_of.known;
  std::set<SubjectId> standing;
  std::optional<store::RecordCursor> after;
  for (;;) {
    const auto records = store::find_records(sql, filter, page, after);
    const MarksInForce marks(sql, subjects_in(records), as_of.known);
    for (const auto& record : records) {
      const SubjectId subject = record.columns.subject;
      if (marks.out_of_use(subject, record.columns.key)) continue;
      if (stands(item, record, sql, dictionaries_, as_of.day)) standing.insert(subject);
    }
    if (records.size() < static_cast<std::size_t>(page)) break;
    const auto& last = records.back().columns;
    after = store::RecordCursor{last.decided_on.value_or(store::no_day), last.subject, last.key};
  }
  const std::vector<SubjectId> ids(standing.begin(), standing.end());
  std::vector<ledger::MapEntry> entries;
  for (std::size_t at = 0; at < ids.size(); at += page) {
    const auto some = std::span(ids).subspan(at, std::min<std::size_t>(page, ids.size() - at));
    for (const auto& subject : store::known_subjects(sql, some)) {
      if (subject.kind == domain::SubjectKind::person) continue;
      // Salted by the node's secret: the hash of a neighbour says nothing.
      entries.push_back(
          {place_of(item, subject.id, subject.code),
           hmac_sha256(vault_.person_secret(), "list\n" + question(item.id, subject.code))});
    }
  }
  const auto count = static_cast<std::int64_t>(entries.size());
  return {ledger::SparseMap(std::move(entries)), count, standing.contains(asked)};
}

Result<Pending<std::string>> Absence::certify(const rulebook::RuleBook& book, const Permit& permit,
                                              std::string_view item_id, std::string_view text,
                                              const AsOf& as_of) {
  (void)permit;  // who asks is entered when the answer is released
  const Item* item = book.catalogue.find(item_id);
  if (!is_list(item)) return not_a_list(item_id);
  const NamedCode named = named_code(text);
  if (named.scheme != domain::Scheme::uscc) return bad_code();
  const auto verdict =
      domain::check_code(domain::Scheme::uscc, named.code, book.regions, as_of.day);
  if (!verdict.well_formed) return bad_code();
  const std::string code = verdict.canonical;
  const SubjectId subject = domain::organization_id(domain::Scheme::uscc, code);
  ListState state;
  std::optional<Snapshot> list;
  {
    const auto lease = database_.read();
    list = snapshot(lease.sql(), *item, as_of, subject);
  }
  if (list->holds) return listed(code);
  state.item = item->id;
  state.day = as_of.day;
  state.known = as_of.known;
  state.listed = list->listed;
  state.root = ledger::to_base64(list->map.root());
  state.vrf_key = to_base64(key_.public_key());
  std::uint64_t leaf = 0;
  database_.facts().run([&](store::Write& write) {
    leaf =
        store::attest(write, vault_.random(), domain::Attested::list_state, wire::to_line(state));
  });
  const auto place = key_.prove(question(item->id, code));
  const auto lease = database_.read();
  const auto said = store::find_statement(lease.sql(), leaf);
  AbsenceCertificate certificate;
  certificate.item = item->id;
  certificate.item_label = item->label;
  certificate.code = code;
  certificate.vrf_proof = to_base64(place.proof);
  certificate.map_proof = to_base64(list->map.prove(place.index));
  certificate.state =
      proof_text(lease.sql(), store::Lane::facts, leaf, {said->kind, said->salt, said->text});
  return Pending<std::string>(wire::pretty(wire::to_json(certificate)) + "\n",
                              {{subject, item->id, 0, 0}});
}

Result<VerifiedAbsence> verify_absence_certificate(std::string_view text,
                                                   std::span<const ledger::VerifierKey> keys) {
  boost::system::error_code fault;
  const auto value = boost::json::parse(std::string(text), fault);
  if (fault) return bad_form();
  const auto certificate = wire::from_json<AbsenceCertificate>(value);
  if (!certificate || certificate->certificate != "absence") return bad_form();
  auto proof = verify_proof(certificate->state, keys);
  if (!proof) return proof.error();
  const auto state = wire::from_json<ListState>(boost::json::parse(proof->statement, fault));
  const auto vrf_proof = from_base64(certificate->vrf_proof);
  const auto map_proof = from_base64(certificate->map_proof);
  if (fault || !state || proof->kind != domain::Attested::list_state || !vrf_proof || !map_proof ||
      state->item != certificate->item) {
    return not_proven();
  }
  const auto vrf_key = from_base64(state->vrf_key);
  const auto place = ledger::vrf_verify(vrf_key.value_or(""),
                                        question(certificate->item, certificate->code), *vrf_proof);
  if (!place || !ledger::verify_absence(base64_digest(state->root), *place, *map_proof))
    return not_proven();
  return VerifiedAbsence{certificate->code, *state, std::move(*proof)};
}

}  // namespace credence::app
