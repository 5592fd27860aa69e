// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/absence/absence.h"
#include "app/access/consents.h"
#include "app/access/disclosed.h"
#include "app/access/looks.h"
#include "app/access/vault.h"
#include "app/accounts/keys.h"
#include "app/accounts/members.h"
#include "app/accounts/sessions.h"
#include "app/cases/desk.h"
#include "app/cases/documents.h"
#include "app/check/answer_signer.h"
#include "app/check/check_files.h"
#include "app/check/checks.h"
#include "app/check/feedback.h"
#include "app/check/measure_use.h"
#include "app/intake/correction.h"
#include "app/intake/decided_record.h"
#include "app/intake/intake.h"
#include "app/lists/campaigns.h"
#include "app/lists/lists.h"
#include "app/patrol/patrol.h"
#include "app/query/query.h"
#include "app/recall/recall.h"
#include "app/repair/repairs.h"
#include "app/report/report.h"
#include "app/rights/rights.h"
#include "app/standing/editions.h"
#include "app/standing/index.h"
#include "app/statistics/statistics.h"
#include "base/clock.h"
#include "rulebook/rulebook.h"
#include "store/database.h"

// One running platform: a data folder, its database and rules, and the capabilities over them.

namespace credence::cli {

inline constexpr int default_region = 370000;

struct NodeSettings {
  std::filesystem::path folder;
  std::string database;         // as given; empty: what credence.toml says
  std::filesystem::path rules;  // empty: the rules in the program
  std::string issuer;           // printed on reports
  std::string public_address;   // where a report's QR code leads
  bool national_suite = false;  // for init: SM4 for personal fields, SM2 beside Ed25519
  std::string unit;             // credit code of the credit centre that runs the node
  bool demonstration = false;   // for showing around: this machine only, no second factor
  int region = 0;               // jurisdiction, a division code; 0: what credence.toml says
  store::Trace trace = store::Trace::journal;  // what an answer waits for
  std::vector<std::string> embed_origins;      // whose pages may show checks in a frame
};

// What credence.toml of the folder says, with what the command line gave on top.
NodeSettings read_settings(NodeSettings given);

// A text as it stands behind a key of credence.toml, quoted.
std::string quoted_setting(const std::string& text);

// The rules of `folder`, or those in the program. Throws Failure listing the first faults.
std::shared_ptr<const rulebook::RuleBook> load_rules(const std::filesystem::path& folder);

// Makes a data folder with its settings and secret. Errors: conflict ("init.exists").
Result<void> init_folder(const NodeSettings& settings, const Clock& clock, Random& random);

// What the log attests of the node itself: its settings, keys and rules, said again whenever one of
// them changed.
struct NodeFile {
  std::string name, sha256;
};
BOOST_DESCRIBE_STRUCT(NodeFile, (), (name, sha256))
struct NodeStarted {
  std::string statement = "node";
  std::string edition;  // of the rules
  std::vector<NodeFile> files;
};
BOOST_DESCRIBE_STRUCT(NodeStarted, (), (statement, edition, files))
NodeStarted node_as_it_is(const std::filesystem::path& folder, const rulebook::RuleBook& book);

class Node {
 public:
  // Throws Failure: no such folder, in use, wrong rules, no database.
  Node(const NodeSettings& settings, const Clock& clock, Random& random);
  // Says in the log what the node's settings, keys and rule edition are, if that is not the last
  // thing said of them, and keeps the rules for whoever asks again as of today. Every command that
  // may write begins with it; fsck does not.
  void attest_settings();

  const Clock& clock;
  Random& random;
  std::shared_ptr<const rulebook::RuleBook> book;
  std::unique_ptr<store::Database> database;
  app::Vault vault;
  store::Dictionaries dictionaries;
  app::NameIndex names;
  app::DisclosedReader reader;
  app::AccessLedger ledger;
  app::Query query;
  app::Intake intake;
  app::Reports reports;
  app::Absence absence;
  app::Gate gate;
  app::Members members;
  app::Sessions sessions;
  app::Keys keys;
  app::Consents consents;
  app::Looks looks;
  app::Patrol patrol;
  app::Rights rights;
  app::CaseDocuments documents;
  app::Corrections corrections;
  app::DecidedRecords decided_records;
  app::Repairs repairs;
  app::Cases cases;
  app::Desks desks;
  ledger::NodeKeys log_keys;
  app::Recalls recalls;
  app::Editions editions;
  app::StandingIndex standing;
  app::Checks checks;
  app::AnswerSigner signer;
  app::CheckFiles check_files;
  app::MeasureFeedback feedback;
  app::MeasureUses measure_uses;
  app::Lists lists;
  app::Campaigns campaigns;
  app::Statistics statistics;
};

}  // namespace credence::cli
