// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/access.h"
#include "app/access/disclosed.h"
#include "app/access/proofs.h"
#include "app/access/vault.h"
#include "ledger/sparse_map.h"
#include "ledger/vrf.h"
#include "store/packing.h"
#include "wire/json.h"

// The certificate of absence: that an organisation stood in no list of a kind at an instant,
// checkable offline. All who stand in the list form a sparse Merkle map whose root the log attests.
// The place of an organisation in it is a verifiable random function (RFC 9381) of its code under
// the node's secret: the certificate proves which place is its own, and nobody can tell whose the
// places next to it are.

namespace credence::app {

// What the log attests of a list at an instant. JSON.
struct ListState {
  std::string statement = "list_state";
  std::string item;  // catalogue id of the list
  Date day;          // which listings are running
  Instant known;     // with what was known then
  std::int64_t listed = 0;
  std::string root;     // of the map, base64
  std::string vrf_key;  // public, base64; never changes
};
BOOST_DESCRIBE_STRUCT(ListState, (), (statement, item, day, known, listed, root, vrf_key))

struct AbsenceCertificate {
  std::string certificate = "absence";
  std::string item;
  Words item_label;
  std::string code;       // unified social credit code
  std::string vrf_proof;  // base64: the code's place in the map
  std::string map_proof;  // base64: that the place is empty
  std::string state;      // tlog-proof of the ListState
};
BOOST_DESCRIBE_STRUCT(AbsenceCertificate, (),
                      (certificate, item, item_label, code, vrf_proof, map_proof, state))

struct VerifiedAbsence {
  std::string code;
  ListState state;
  VerifiedProof proof;
};
// Errors: invalid ("absence.form"), forbidden ("absence.not_proven"), and those of verify_proof.
// Pure.
Result<VerifiedAbsence> verify_absence_certificate(std::string_view text,
                                                   std::span<const ledger::VerifierKey> keys);

// Thread safe.
class Absence {
 public:
  Absence(store::Database& database, store::Dictionaries& dictionaries, const Vault& vault);

  // The certificate as a JSON text. An organisation's code only: of persons there is no certificate
  // and no list. Errors: invalid ("query.code", "absence.not_a_list"), conflict ("absence.listed":
  // it stands in the list).
  Result<Pending<std::string>> certify(const rulebook::RuleBook& book, const Permit& permit,
                                       std::string_view item, std::string_view code,
                                       const AsOf& as_of);

 private:
  // A list at an instant: its map, and who is in it.
  struct Snapshot {
    ledger::SparseMap map;
    std::int64_t listed = 0;
    bool holds = false;  // the code asked for
  };
  Snapshot snapshot(store::Session& sql, const rulebook::Item& item, const AsOf& as_of,
                    SubjectId asked);
  Digest place_of(const rulebook::Item& item, SubjectId subject, const std::string& code);

  store::Database& database_;
  store::Dictionaries& dictionaries_;
  const Vault& vault_;
  ledger::VrfKey key_;
  std::mutex mutex_;                                    // guards places_
  std::map<std::pair<int, SubjectId>, Digest> places_;  // computed ones; a place never changes
};

}  // namespace credence::app
