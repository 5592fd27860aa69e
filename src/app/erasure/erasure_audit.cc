// SPDX-License-Identifier: Apache-2.0
#include "app/access/audit.h"
#include "app/access/sealed_files.h"
#include "app/cases/documents.h"
#include "app/erasure/erasure.h"
#include "store/session.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

template <class T>
std::optional<T> said_at(Audit& audit, std::int64_t leaf) {
  const auto statement = store::find_statement(audit.facts(), static_cast<std::uint64_t>(leaf));
  if (!statement) return std::nullopt;
  boost::system::error_code fault;
  const auto value = boost::json::parse(statement->text, fault);
  if (fault) return std::nullopt;
  auto said = wire::from_json<T>(value);
  return said ? std::optional(std::move(*said)) : std::nullopt;
}

bool same_proposal(store::Cursor& row, const ErasureProposed& said) {
  return said.number == row.number(0) && said.ground == row.bytes(2) &&
         said.reason == row.bytes(3) && said.by == row.bytes(4) && said.unit == row.bytes(5) &&
         said.at == Instant(row.number(6));
}

bool same_decision(store::Cursor& row, const ErasureDone& said) {
  return said.number == row.number(0) && row.is_null(1) && said.proposed_by == row.bytes(4) &&
         said.decided_by == row.bytes(7) && said.decided_unit == row.bytes(8) &&
         said.at == Instant(row.number(9)) && said.records == row.number(10) &&
         static_cast<std::int64_t>(said.entries.size()) == row.number(11) &&
         static_cast<std::int64_t>(said.originals.size()) == row.number(12);
}

void check_gone(Audit& audit, const ErasureDone& said) {
  for (const auto& sha256 : said.documents) {
    if (!std::filesystem::exists(documents(audit.folder()).path(sha256))) continue;
    audit.differ("fsck.erasure", "documents/" + sha256,
                 {"已依法销毁的材料仍在；请再执行一次 credence erase --list。",
                  "A lawfully destroyed document is still there; run credence erase --list once."});
  }
  for (const auto& sha256 : said.originals) {
    if (!std::filesystem::exists(originals(audit.folder()).path(sha256))) continue;
    audit.differ("fsck.erasure", "originals/" + sha256 + ".mxo",
                 {"已依法销毁的原件仍在；请再执行一次 credence erase --list。",
                  "A lawfully destroyed original is still there; run credence erase --list once."});
  }
}

}  // namespace

void audit_erasures(Audit& audit) {
  std::size_t proposed = 0, done = 0;
  const auto rows = audit.facts().query(
      "SELECT number, subject_id, ground, reason, proposed_by, proposed_unit, proposed_at, "
      "decided_by, "
      "decided_unit, decided_at, records, entries, originals, proposal_leaf, leaf FROM erasure "
      "ORDER "
      "BY number");
  while (rows->next()) {
    audit.count("erasures");
    ++proposed;
    const auto proposal = said_at<ErasureProposed>(audit, rows->number(13));
    bool same = proposal && same_proposal(*rows, *proposal);
    if (!rows->is_null(14) || !rows->is_null(9)) {
      ++done;
      const auto decision = said_at<ErasureDone>(audit, rows->number(14));
      same = same && decision && same_decision(*rows, *decision);
      if (decision) check_gone(audit, *decision);
    }
    if (same) continue;
    audit.differ(
        "fsck.erasure", "erasure " + std::to_string(rows->number(0)),
        {"销毁的登记与日志所证不符。", "The row of an erasure is not what the log attests."});
  }
  if (proposed != audit.said(domain::Attested::erasure_proposed).size() ||
      done != audit.said(domain::Attested::erasure).size()) {
    audit.differ("fsck.erasure", "table erasure",
                 {"销毁的登记缺失或多余。", "A row of an erasure is missing or too many."});
  }
}

}  // namespace credence::app
