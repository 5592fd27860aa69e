// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/absence/absence.h"
#include "app/access/access.h"
#include "app/intake/intake.h"
#include "app/query/query.h"
#include "app/report/report.h"
#include "http/limits.h"
#include "http/message.h"
#include "wire/schema.h"

// Every address of the platform, on one screen in routes.cc; the OpenAPI document is made from the
// same table.

namespace credence::http {

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
  const Clock& clock;
  Random& random;
  std::filesystem::path folder;
  app::TableOpener open_upload;  // how the bytes of an upload are read: apart, but in tests
  Limits limits = {};
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

struct Route {
  std::string_view method;
  std::string_view pattern;  // "/api/v1/subjects/{code}"
  Words summary;
  std::vector<Parameter> parameters;  // of the query
  Later handle;
  bool long_work = false;   // on a worker, not on the server's thread
  Schema schema = nullptr;  // of the answer; null when it is not JSON
};

const std::vector<Route>& routes();

// The route of a path, with the values of its pattern; null when there is none. `known_path` says
// whether another method would have had one.
const Route* find_route(std::string_view method, std::string_view path, Values& values,
                        bool& known_path);

// A pattern as OpenAPI writes it: "{tile*}", which takes the rest of a path, is "{tile}" there.
std::string openapi_path(std::string_view pattern);
// The OpenAPI 3.1 document.
std::string openapi();

}  // namespace credence::http
