// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/absence/absence.h"
#include "app/access/access.h"
#include "app/access/consents.h"
#include "app/access/looks.h"
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
#include "app/statistics/statistics.h"
#include "http/limits.h"
#include "http/message.h"
#include "wire/schema.h"

// Every address of the platform, on one screen in routes.cc; the OpenAPI document is made from the
// same table.

namespace credence::http {

class CertificateStore;
class FsckRuns;
class Rates;

// What handlers work with. Everything outlives the server.
struct Services {
  store::Database& database;
  const rulebook::RuleBook& book;
  app::Query& query;
  app::NameIndex& names;
  app::Intake& intake;
  app::Reports& reports;
  app::Absence& absence;
  app::AccessLedger& ledger;
  app::Gate& gate;
  app::Members& members;
  app::Sessions& sessions;
  app::Keys& keys;
  app::Consents& consents;
  app::Looks& looks;
  app::Patrol& patrol;
  app::Rights& rights;
  app::Cases& cases;
  app::Desks& desks;
  app::CaseDocuments& documents;
  app::Corrections& corrections;
  app::Repairs& repairs;
  app::Recalls& recalls;
  app::Checks& checks;
  app::AnswerSigner& signer;
  app::CheckFiles& check_files;
  app::MeasureFeedback& feedback;
  app::MeasureUses& measure_uses;
  app::Lists& lists;
  app::Campaigns& campaigns;
  app::Statistics& statistics;
  app::Editions& editions;
  const Clock& clock;
  Random& random;
  std::filesystem::path folder;
  app::TableOpener open_upload;  // how the bytes of an upload are read: apart, but in tests
  Limits limits = {};
  // Set by the server when it serves over TLS.
  const CertificateStore* certificates = nullptr;
  // Host and port of the node's public address, as browsers send it: "credit.example.cn".
  std::string public_host = "";
  // Who answers for the platform, as credence.toml says: name, and credit code of the credit
  // centre.
  std::string issuer = "";
  std::string centre = "";
  // Pages of which origins may show answers of checks in a frame: "https://spfw.example.cn".
  std::vector<std::string> embed_origins = {};
  std::vector<ledger::VerifierKey> answer_keys = {};  // of the answers of checks
  FsckRuns* fsck = nullptr;                           // none: fsck is not run from here
  // Set by the server.
  Rates* rates = nullptr;
};

struct Parameter {
  std::string_view name;
  std::string_view zh, en;
  bool required = false;
};

// How a route does its work.
using Later =
    std::function<void(const Services&, const SharedRequest&, Reply)>;  // answers when it can
using AtOnce = std::function<Response(const Services&, const Request&)>;
using Schema = boost::json::value (*)(wire::Schemas&);

// Who may call an address. The site sees to it before the handler runs.
struct Guard {
  enum class Who : std::uint8_t { anyone, signed_in, holder };
  Who who = Who::anyone;
  domain::Power power = domain::Power::ask;  // of a holder
  // Decides over others or destroys: by a person, confirmed for itself with password and code.
  bool grave = false;
  // Stays open to who must first change an outdated password.
  bool upkeep = false;
  // Some of what it does is grave: then its handler asks for the confirmation.
  bool at_times_grave = false;
};
inline constexpr Guard signed_in{Guard::Who::signed_in};
inline constexpr Guard upkeep{Guard::Who::signed_in, domain::Power::ask, false, true};
inline constexpr Guard signed_in_and_at_times_grave{Guard::Who::signed_in, domain::Power::ask,
                                                    false, false, true};
constexpr Guard holder(domain::Power power) { return {Guard::Who::holder, power}; }
constexpr Guard grave(domain::Power power) { return {Guard::Who::holder, power, true}; }

// What a request may carry.
struct Body {
  enum class Kind : std::uint8_t { none, json, form, file_form, text, file };
  Kind kind = Kind::none;
  Schema schema = nullptr;  // json
};

struct Route {
  std::string_view method;
  std::string_view pattern;  // "/api/v1/subjects/{code}"
  Words summary;
  std::vector<Parameter> parameters;  // of the query
  Later handle;
  bool long_work = false;   // on a worker, not on the server's thread
  Schema schema = nullptr;  // of the answer; null when it is not JSON
  Guard guard = {};
  Body body = {};
  bool signing = false;         // checks a password: on the workers for that
  bool any_parameters = false;  // of the query: not ours to read, so not ours to refuse
};

const std::vector<Route>& routes();

// The route of a path, with the values of its pattern; null when there is none. `known_path` says
// whether another method would have had one.
const Route* find_route(std::string_view method, std::string_view path, Values& values,
                        bool& known_path);

// A pattern as OpenAPI writes it: "{tile*}", which takes the rest of a path, is "{tile}" there.
std::string openapi_path(std::string_view pattern);
// What generated clients call it: "getApiV1SubjectsCode"; no two routes have the same.
std::string operation_id(const Route& route);
// The OpenAPI 3.1 document.
std::string openapi();

}  // namespace credence::http
