// SPDX-License-Identifier: Apache-2.0
#include "app/access/register.h"

#include <map>

#include "app/access/audit.h"
#include "domain/attested.h"
#include "ledger/entry.h"
#include "store/log.h"
#include "store/session.h"

namespace credence::app {
namespace {

constexpr const char* columns = "kind, id, version, at, actor, unit, act, body, leaf";

// `body` stands in the statement as JSON, not as a text within it.
void append(std::string& out, const char* name, std::string_view text) {
  out += ",\"";
  out += name;
  out += "\":";
  wire::append_text(out, text);
}

RegisterEntry entry_of(store::Cursor& row) {
  const auto text = [&](int column) { return std::string(row.bytes(column)); };
  return {text(0),
          text(1),
          row.number(2),
          Instant(row.number(3)),
          text(4),
          text(5),
          text(6),
          text(7),
          static_cast<std::uint64_t>(row.number(8))};
}

std::vector<RegisterEntry> entries_of(store::Cursor& rows) {
  std::vector<RegisterEntry> all;
  while (rows.next()) all.push_back(entry_of(rows));
  return all;
}

std::int64_t last_version(store::Session& sql, std::string_view kind, const std::string& id) {
  const auto row = sql.query(
      "SELECT version FROM register WHERE kind = $1 AND id = $2 ORDER BY version DESC LIMIT 1",
      {kind, std::string_view(id)});
  return row->next() ? row->number(0) : 0;
}

}  // namespace

std::string register_statement(const RegisterEntry& entry) {
  std::string out = "{\"statement\":\"registered\"";
  append(out, "kind", entry.kind);
  append(out, "id", entry.id);
  out += ",\"version\":" + std::to_string(entry.version);
  append(out, "at", to_string(entry.at));
  append(out, "actor", entry.actor);
  append(out, "unit", entry.unit);
  append(out, "act", entry.act);
  return out + ",\"body\":" + entry.body + "}";
}

namespace detail {

void put_entry(store::Write& write, Random& random, const Actor& by, std::string_view act,
               std::string_view kind, const std::string& id, const std::string& parent,
               const std::string& also, const std::string& body) {
  const std::int64_t before = last_version(write.sql, kind, id);
  const RegisterEntry entry{std::string(kind), id,   before + 1, write.now, by.id, by.unit,
                            std::string(act),  body, 0};
  const std::string salt = random.bytes(ledger::salt_bytes);
  const auto leaf = write.log.append(static_cast<unsigned char>(domain::Attested::registered),
                                     ledger::commitment(salt, register_statement(entry)));
  if (before > 0) {
    write.sql.run("UPDATE register SET current = 0 WHERE kind = $1 AND id = $2 AND version = $3",
                  {kind, std::string_view(id), before});
  }
  write.sql.run(
      "INSERT INTO register (kind, id, version, current, parent, also, at, actor, unit, act, body, "
      "leaf, salt) VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      {kind, std::string_view(id), entry.version, std::string_view(parent), std::string_view(also),
       write.now.micros(), std::string_view(by.id), std::string_view(by.unit), act,
       std::string_view(body), static_cast<std::int64_t>(leaf), store::Bytes{salt}});
}

std::optional<std::string> current_body(store::Session& sql, std::string_view kind,
                                        std::string_view id) {
  const auto row = sql.query(
      "SELECT body FROM register WHERE kind = $1 AND id = $2 ORDER BY version DESC LIMIT 1",
      {kind, id});
  return row->next() ? std::optional(std::string(row->bytes(0))) : std::nullopt;
}

std::vector<std::string> current_bodies(store::Session& sql, std::string_view kind, Under under,
                                        std::string_view name, std::string_view after, int limit) {
  const char* where = under == Under::parent ? "AND parent = $2"
                      : under == Under::also ? "AND also = $2"
                                             : "AND $2 = ''";
  const auto rows = sql.query(std::string("SELECT body FROM register WHERE kind = $1 ") + where +
                                  " AND current = 1 AND id > $3 ORDER BY id LIMIT $4",
                              {kind, name, after, limit});
  std::vector<std::string> all;
  while (rows->next()) all.emplace_back(rows->bytes(0));
  return all;
}

}  // namespace detail

std::vector<RegisterEntry> history(store::Session& sql, std::string_view kind,
                                   std::string_view id) {
  return entries_of(*sql.query(std::string("SELECT ") + columns +
                                   " FROM register WHERE kind = $1 AND id = $2 ORDER BY version",
                               {kind, id}));
}

std::vector<RegisterEntry> acts(store::Session& sql, const ActFilter& filter) {
  const std::int64_t before =
      filter.before == 0 ? INT64_MAX : static_cast<std::int64_t>(filter.before);
  return entries_of(*sql.query(
      std::string("SELECT ") + columns +
          " FROM register WHERE leaf < $1 AND ($2 = '' OR kind = $3) AND ($4 = '' OR actor = $5) "
          "ORDER BY leaf DESC LIMIT $6",
      {before, std::string_view(filter.kind), std::string_view(filter.kind),
       std::string_view(filter.actor), std::string_view(filter.actor), filter.limit}));
}

// ---- fsck

namespace {

struct Newest {
  std::int64_t version = 0;
  bool current = false;
};

std::string place_of(const RegisterEntry& entry) {
  return "register " + entry.kind + " " + entry.id + " version " + std::to_string(entry.version);
}

void check_in_force(Audit& audit,
                    const std::map<std::pair<std::string, std::string>, Newest>& all) {
  for (const auto& [name, newest] : all) {
    if (newest.current) continue;
    audit.differ("fsck.register", "register " + name.first + " " + name.second,
                 {"最新版本未标为生效。", "Its newest version is not the one in force."});
  }
}

}  // namespace

void audit_register(Audit& audit) {
  std::map<std::pair<std::string, std::string>, Newest> newest;
  const auto rows = audit.access().query(
      std::string("SELECT ") + columns +
      ", salt, current, parent, also FROM register ORDER BY kind, id, version");
  while (rows->next()) {
    const RegisterEntry entry = entry_of(*rows);
    audit.expect(
        store::Lane::access, entry.leaf,
        {domain::Attested::registered, std::string(rows->bytes(9)), register_statement(entry)},
        "fsck.register", place_of(entry));
    Newest& at = newest[{entry.kind, entry.id}];
    if (entry.version != at.version + 1 || at.current) {
      audit.differ("fsck.register", place_of(entry),
                   {"版本不连续，或有多个版本生效。",
                    "Versions are missing, or more than one is in force."});
    }
    at = {entry.version, rows->number(10) == 1};
    for (const int column : {11, 12}) {
      const std::string name(rows->bytes(column));
      if (name.empty() || entry.body.find(wire::to_line(name)) != std::string::npos) continue;
      audit.differ("fsck.register", place_of(entry),
                   {"所属与内容不符。", "What it is listed under is not what it says."});
    }
    audit.count("register versions");
  }
  check_in_force(audit, newest);
  audit.check_accounted(store::Lane::access, {domain::Attested::registered});
}

}  // namespace credence::app
