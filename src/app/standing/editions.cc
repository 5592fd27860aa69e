// SPDX-License-Identifier: Apache-2.0
#include "app/standing/editions.h"

#include <algorithm>

#include "app/access/audit.h"
#include "base/digest.h"
#include "store/packing.h"
#include "store/session.h"
#include "store/statements.h"
#include "wire/from_json.h"
#include "wire/json.h"

namespace credence::app {
namespace {

using rulebook::RuleBook;

struct KeptFile {
  std::string path, text;
};
BOOST_DESCRIBE_STRUCT(KeptFile, (), (path, text))

// What the log attests of an edition: JSON.
struct EditionKept {
  std::string statement = "edition";
  std::string edition, sha256;  // of the packed files
};
BOOST_DESCRIBE_STRUCT(EditionKept, (), (statement, edition, sha256))

std::string packed(const RuleBook& book) {
  std::vector<KeptFile> files;
  for (const auto& [path, text] : book.files) files.push_back({path, text});
  std::string out;
  store::Packer("", 0).pack(boost::json::serialize(wire::to_json(files)), out);
  return out;
}

// Nothing when it is none of ours.
std::optional<rulebook::RuleFiles> unpacked(store::Session& sql, const std::string& text) {
  store::Dictionaries none;
  const auto files =
      wire::from_json<std::vector<KeptFile>>(boost::json::parse(none.unpack(sql, text)));
  if (!files) return std::nullopt;
  rulebook::RuleFiles rules;
  for (const KeptFile& file : *files) rules.emplace(file.path, file.text);
  return rules;
}

Error unknown_edition() {
  return make_error(ErrorCode::not_found, "editions.unknown",
                    {"没有留存这个规则版本。", "No such edition of the rules is kept."},
                    {"留存的版本见 /api/v1/rules/editions。", "/api/v1/rules/editions lists them."},
                    "SD-2020/36");
}

Error not_kept(const std::string& edition) {
  return make_error(ErrorCode::not_found, "check.edition",
                    {"当时的规则版本 " + edition + " 没有留存，或者本程序已不能读取。",
                     "The rules of that day, edition " + edition +
                         ", are not kept or cannot be read by this program any more."},
                    {"请用当时的程序版本重放。", "Replay it with the program of that day."},
                    "SD-2020/36");
}

std::shared_ptr<const BookInForce> in_force(std::shared_ptr<const RuleBook> book) {
  rulebook::Consequences consequences(*book);
  return std::make_shared<const BookInForce>(BookInForce{std::move(book), std::move(consequences)});
}

}  // namespace

Editions::Editions(store::Database& database, std::shared_ptr<const RuleBook> book)
    : database_(database), now_(in_force(std::move(book))) {}

void Editions::keep(Random& random) {
  const std::string& edition = now_->book->edition;
  const auto is_last = [&](store::Session& sql) {
    const auto row = sql.query("SELECT edition FROM rule_edition ORDER BY leaf DESC LIMIT 1", {});
    return row->next() && row->bytes(0) == edition;
  };
  if (is_last(database_.read().sql())) return;
  const std::string text = packed(*now_->book);
  database_.facts().run([&](store::Write& write) {
    if (is_last(write.sql)) return;
    const auto leaf =
        store::attest(write, random, domain::Attested::edition,
                      wire::to_line(EditionKept{"edition", edition, to_hex(sha256(text))}));
    write.sql.run(
        "INSERT INTO rule_text (edition, packed) VALUES ($1, $2) ON CONFLICT (edition) DO "
        "NOTHING",
        {edition, store::Bytes{text}});
    write.sql.run("INSERT INTO rule_edition (leaf, edition, in_force_from) VALUES ($1, $2, $3)",
                  {static_cast<std::int64_t>(leaf), edition, write.now.micros()});
  });
}

Result<std::shared_ptr<const BookInForce>> Editions::read(const std::string& edition,
                                                          const std::string& text) const {
  const std::scoped_lock lock(mutex_);
  auto& kept = old_[edition];
  if (kept) return kept;
  const auto files = unpacked(database_.read().sql(), text);
  if (!files) return not_kept(edition);
  auto reading = rulebook::read_rules(*files);
  if (!reading.book || reading.book->edition != edition) return not_kept(edition);
  kept = in_force(std::move(reading.book));
  return kept;
}

Result<std::shared_ptr<const BookInForce>> Editions::at(Instant instant) const {
  std::string edition, text;
  {
    const auto lease = database_.read();
    const auto row = lease.sql().query(
        "SELECT e.edition, t.packed FROM rule_edition e JOIN rule_text t ON t.edition = e.edition "
        "WHERE e.in_force_from <= $1 ORDER BY e.leaf DESC LIMIT 1",
        {instant.micros()});
    if (!row->next()) return now_;
    edition = row->bytes(0);
    text = row->bytes(1);
  }
  if (edition == now_->book->edition) return now_;
  return read(edition, text);
}

std::vector<KeptEdition> Editions::kept() const {
  const auto lease = database_.read();
  const auto rows =
      lease.sql().query("SELECT edition, in_force_from FROM rule_edition ORDER BY leaf DESC", {});
  std::vector<KeptEdition> all;
  std::optional<Instant> until;
  while (rows->next()) {
    const Instant since(rows->number(1));
    all.push_back({std::string(rows->bytes(0)), since, until});
    until = since;
  }
  return all;
}

Result<rulebook::RuleFiles> Editions::files_of(const std::string& edition) const {
  const auto lease = database_.read();
  const auto row = lease.sql().query("SELECT packed FROM rule_text WHERE edition = $1", {edition});
  if (!row->next()) return unknown_edition();
  auto files = unpacked(lease.sql(), std::string(row->bytes(0)));
  if (!files) return not_kept(edition);
  return std::move(*files);
}

namespace {

// The one in force before an edition came last; empty when it was the first.
std::string before(const std::vector<KeptEdition>& newest_first, const std::string& edition) {
  const auto at = std::ranges::find(newest_first, edition, &KeptEdition::edition);
  const bool first = at == newest_first.end() || at + 1 == newest_first.end();
  return first ? std::string() : (at + 1)->edition;
}

}  // namespace

Result<EditionChanges> Editions::changes(const std::string& edition,
                                         const std::string& since) const {
  const auto after = files_of(edition);
  if (!after) return after.error();
  const std::string other = since.empty() ? before(kept(), edition) : since;
  if (other.empty()) return EditionChanges{edition, {}, rulebook::differences({}, *after)};
  const auto old = files_of(other);
  if (!old) return old.error();
  return EditionChanges{edition, other, rulebook::differences(*old, *after)};
}

void audit_editions(Audit& audit) {
  const auto rows = audit.facts().query(
      "SELECT e.leaf, e.edition, t.packed FROM rule_edition e LEFT JOIN rule_text t ON t.edition = "
      "e.edition ORDER BY e.leaf",
      {});
  std::size_t seen = 0;
  const auto& said = audit.said(domain::Attested::edition);
  while (rows->next()) {
    const auto leaf = static_cast<std::uint64_t>(rows->number(0));
    const EditionKept kept{"edition", std::string(rows->bytes(1)), to_hex(sha256(rows->bytes(2)))};
    const bool fits =
        seen < said.size() && said[seen].leaf == leaf && said[seen].text == wire::to_line(kept);
    ++seen;
    if (fits) continue;
    audit.differ(
        "fsck.edition", "rule_edition entry " + std::to_string(leaf),
        {"留存的规则版本与登记的不符。", "A kept edition of the rules is not what was logged."});
  }
  audit.count("editions", static_cast<std::int64_t>(seen));
  if (seen != said.size())
    audit.differ("fsck.edition", "rule_edition",
                 {"缺少留存的规则版本。", "A kept edition of the rules is missing."});
}

}  // namespace credence::app
