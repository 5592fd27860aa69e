// SPDX-License-Identifier: Apache-2.0
#include "cli/node.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "app/access/audit.h"
#include "ledger/keys.h"
#include "store/statements.h"

namespace credence::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* settings_name = "credence.toml";
constexpr auto setting_names =
    std::to_array<std::string_view>({"database", "issuer", "public_address", "rules", "unit",
                                     "region", "demonstration", "access_trace", "embed_origins"});
constexpr const char* default_issuer = "公共信用信息机构（请在 credence.toml 中设置）";
constexpr const char* default_address = "http://127.0.0.1:8080";

Failure bad_settings(const fs::path& path, const std::string& what) {
  Error error =
      make_error(ErrorCode::invalid, "settings.toml",
                 {"配置文件有误：" + what + "。", "The settings file is wrong: " + what + "."},
                 {"请改正 credence.toml。", "Correct credence.toml."});
  error.place.file = path.string();
  return Failure(std::move(error));
}

Failure no_folder(const fs::path& folder) {
  Error error = make_error(ErrorCode::not_found, "settings.folder",
                           {"这里不是数据目录（没有 credence.toml）。",
                            "This is not a data folder: it has no credence.toml."},
                           {"请先执行 credence init --data " + folder.string() + "。",
                            "Run credence init --data " + folder.string() + " first."});
  error.place.file = folder.string();
  return Failure(std::move(error));
}

// The one place that turns toml++'s exception into ours.
toml::table parse_settings(const fs::path& path) {
  try {
    return toml::parse_file(path.string());
  } catch (const toml::parse_error& wrong) {
    throw bad_settings(path, std::string(wrong.description()));
  }
}

std::string text_or(const toml::table& table, std::string_view key, const std::string& otherwise) {
  return table[key].value_or(otherwise);
}

// The journal of the node's own disk, or the database: for nodes whose database outlives their
// disk.
store::Trace trace_of(const fs::path& path, const std::string& text) {
  if (text == "journal") return store::Trace::journal;
  if (text == "database") return store::Trace::database;
  throw bad_settings(path, "access_trace is \"journal\" or \"database\", not \"" + text + "\"");
}

Failure rule_failure(const std::vector<rulebook::RuleFault>& faults) {
  const auto& first = faults.front();
  const std::string more = std::to_string(faults.size());
  Error error = make_error(ErrorCode::invalid, "rules.faults",
                           {"规则有 " + more + " 处错误，第一处：" + first.message.zh,
                            "The rules have " + more + " faults; the first: " + first.message.en},
                           {first.remedy.zh + " 全部错误见 credence rules check。",
                            first.remedy.en + " credence rules check lists them all."});
  error.place = {first.file, first.line, 0, ""};
  return Failure(std::move(error));
}

// The name of a log is its address without the scheme (C2SP tlog-tiles).
std::string_view without_scheme(std::string_view address) {
  const auto scheme = address.find("://");
  return scheme == std::string_view::npos ? address : address.substr(scheme + 3);
}

store::Location location_of(const NodeSettings& settings) {
  auto location = store::parse_location(settings.database, settings.folder).or_throw();
  location.trace = settings.trace;
  return location;
}

}  // namespace

NodeSettings read_settings(NodeSettings given) {
  const fs::path path = given.folder / settings_name;
  if (!fs::exists(path)) throw no_folder(given.folder);
  const toml::table table = parse_settings(path);
  for (const auto& [key, value] : table) {
    const std::string_view name = key.str();
    if (std::ranges::find(setting_names, name) == setting_names.end()) {
      throw bad_settings(path, "unknown key " + std::string(name));
    }
  }
  if (given.database.empty()) given.database = text_or(table, "database", "sqlite");
  if (given.rules.empty()) given.rules = text_or(table, "rules", "");
  if (given.issuer.empty()) given.issuer = text_or(table, "issuer", default_issuer);
  if (given.public_address.empty())
    given.public_address = text_or(table, "public_address", default_address);
  if (given.unit.empty()) given.unit = text_or(table, "unit", "");
  given.trace = trace_of(path, text_or(table, "access_trace", "journal"));
  given.demonstration = table["demonstration"].value_or(false);
  if (const auto* origins = table["embed_origins"].as_array()) {
    for (const auto& one : *origins) given.embed_origins.push_back(one.value_or(std::string()));
  }
  if (given.region == 0) given.region = table["region"].value_or(default_region);
  return given;
}

std::string quoted_setting(const std::string& text) {
  std::ostringstream out;
  out << toml::value<std::string>(text);
  return out.str();
}

std::shared_ptr<const rulebook::RuleBook> load_rules(const fs::path& folder) {
  const auto reading = rulebook::read_rules(folder.empty() ? rulebook::embedded_rule_files()
                                                           : rulebook::read_rule_files(folder));
  if (!reading.book) throw rule_failure(reading.faults);
  return reading.book;
}

Result<void> init_folder(const NodeSettings& settings, const Clock& clock, Random& random) {
  const fs::path path = settings.folder / settings_name;
  if (fs::exists(path)) {
    Error error = make_error(ErrorCode::conflict, "init.exists",
                             {"数据目录已存在。", "The data folder exists already."},
                             {"无需再次初始化；要另建一个，请换一个目录。",
                              "It need not be made again; for another one choose another folder."});
    error.place.file = settings.folder.string();
    return error;
  }
  fs::create_directories(settings.folder);
  fs::permissions(settings.folder, fs::perms::owner_all);
  app::Vault::create(settings.folder, random,
                     settings.national_suite ? SealSuite::sm4_sm3 : SealSuite::aes_gcm);
  ledger::NodeKeys::create(
      settings.folder,
      without_scheme(settings.public_address.empty() ? default_address : settings.public_address),
      settings.national_suite ? ledger::Suite::national : ledger::Suite::international, random);
  const std::string database = settings.database.empty() ? "sqlite" : settings.database;
  std::ofstream out(path);
  out << "# Settings of this platform; see README.md.\n"
      << "# Where the facts are: \"sqlite\" (in this folder) or a PostgreSQL connection.\n"
      << "database = " << quoted_setting(database) << "\n"
      << "# Printed on reports as their issuer.\n"
      << "issuer = "
      << toml::value<std::string>(settings.issuer.empty() ? default_issuer : settings.issuer)
      << "\n"
      << "# What the QR code of a report begins with.\n"
      << "public_address = "
      << toml::value<std::string>(settings.public_address.empty() ? default_address
                                                                  : settings.public_address)
      << "\n"
      << "# Credit code of the credit centre that runs this platform.\n"
      << "unit = " << toml::value<std::string>(settings.unit) << "\n"
      << "# Its jurisdiction, a division code: whose procedures apply.\n"
      << "region = " << (settings.region == 0 ? default_region : settings.region) << "\n";
  if (settings.demonstration)
    out << "# A folder for showing around: served on this machine only, no second factor.\n"
        << "demonstration = true\n";
  out.close();
  NodeSettings complete = settings;
  complete.database = database;
  (void)store::Database::open(location_of(complete), clock);
  return {};
}

Node::Node(const NodeSettings& settings, const Clock& the_clock, Random& the_random)
    : clock(the_clock),
      random(the_random),
      book(load_rules(settings.rules)),
      database(store::Database::open(location_of(settings), the_clock)),
      vault(app::Vault::open(settings.folder, the_random)),
      names(book->names),
      reader(*database, dictionaries, vault, the_clock),
      ledger(*database, the_random),
      query(*database, reader, names, vault.person_secret(), the_clock),
      intake(*database, dictionaries, vault),
      reports(*database, the_clock, the_random, settings.issuer, settings.public_address,
              ledger::NodeKeys::open(settings.folder).facts.front().verifier().text()),
      absence(*database, dictionaries, vault),
      gate(*database, the_clock),
      members(*database, vault, the_clock, {}, settings.demonstration),
      sessions(*database, vault, the_clock, {}, settings.demonstration),
      keys(*database, vault, the_clock),
      consents(*database, vault, the_clock),
      looks(*database, the_clock, the_random),
      patrol(*database, reader, dictionaries, the_clock, the_random),
      rights(*database, consents, vault, the_clock),
      documents(settings.folder, vault, the_clock),
      corrections(*database, dictionaries, vault, the_clock),
      decided_records(*database, dictionaries, vault, the_clock),
      repairs(*database, dictionaries),
      cases(*database, vault, documents, the_clock, settings.region,
            {[this](const auto& question) { return repairs.refusal(question); },
             [this](const auto& wanted) { return corrections.decided(wanted); },
             [this](const auto& wanted) { return decided_records.decided(wanted); }}),
      desks(*database, cases, the_clock, settings.issuer),
      log_keys(ledger::NodeKeys::open(settings.folder)),
      recalls(*database, cases, log_keys, the_clock),
      editions(*database, book),
      standing(*database, editions.now()),
      checks(*database, dictionaries, standing, editions, vault.person_secret(), the_clock),
      signer(log_keys.answers, the_clock),
      check_files(settings.folder, checks, ledger, the_clock, the_random),
      feedback(*database, editions, cases),
      measure_uses(*database, cases, the_clock),
      lists(*database, dictionaries, the_clock),
      campaigns(*database, dictionaries, cases, the_random, the_clock),
      statistics(*database, the_clock) {}

NodeStarted node_as_it_is(const fs::path& folder, const rulebook::RuleBook& book) {
  NodeStarted now;
  now.edition = book.edition;
  for (const char* name : {settings_name, "node.secret", "log.pub"})
    now.files.push_back({name, app::file_sha256(folder / name)});
  return now;
}

void Node::attest_settings() {
  editions.keep(random);
  const std::string now = wire::to_line(node_as_it_is(database->folder(), *book));
  const auto last = store::last_statement(database->read().sql(), domain::Attested::administration);
  if (last && last->text == now) return;
  database->facts().run([&](store::Write& write) {
    store::attest(write, random, domain::Attested::administration, now);
  });
}

}  // namespace credence::cli
