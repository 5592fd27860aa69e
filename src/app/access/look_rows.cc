// SPDX-License-Identifier: Apache-2.0
#include "app/access/look_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/digest.h"
#include "domain/attested.h"
#include "ledger/entry.h"
#include "store/bulk.h"
#include "store/dialect.h"
#include "store/log.h"
#include "store/session.h"

namespace credence::app {
namespace {

using store::JournalFrame;

// ---- frames

enum class FrameKind : std::uint8_t { look = 1, view = 2 };  // journaled; never renumber

constexpr std::array look_texts = {&StoredAccess::asker,   &StoredAccess::unit_code,
                                   &StoredAccess::unit,    &StoredAccess::purpose,
                                   &StoredAccess::matter,  &StoredAccess::basis,
                                   &StoredAccess::consent, &StoredAccess::channel,
                                   &StoredAccess::request, &StoredAccess::items};

void put(std::string& out, std::int64_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put(std::string& out, std::string_view text) {
  put(out, std::ssize(text));
  out += text;
}

Failure foreign_frame() {
  return Failure(make_error(ErrorCode::internal, "journal.frame",
                            {"查询流水中有本程序不认识的内容。",
                             "The journal holds something this program does not know."},
                            {"请使用写入它的版本。", "Use the version that wrote it."}));
}

// Reads a frame in the order in which it was written.
class FrameReader {
 public:
  explicit FrameReader(std::string_view bytes) : bytes_(bytes) {}
  std::int64_t number() {
    std::int64_t value = 0;
    const auto piece = take(sizeof value);
    std::ranges::copy(piece, reinterpret_cast<char*>(&value));
    return value;
  }
  std::string text() { return std::string(take(static_cast<std::size_t>(number()))); }
  bool ended() const { return bytes_.empty(); }

 private:
  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) throw foreign_frame();
    const auto piece = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return piece;
  }
  std::string_view bytes_;
};

StoredAccess look_in(FrameReader& in) {
  StoredAccess look;
  look.subject = SubjectId(in.number());
  look.chain = static_cast<int>(in.number());
  look.shown = static_cast<int>(in.number());
  look.withheld = static_cast<int>(in.number());
  look.sealed_until = in.number();
  for (const auto text : look_texts) look.*text = in.text();
  if (!in.ended()) throw foreign_frame();
  return look;
}

// ---- rows

using store::ColumnType;

constexpr store::BulkColumn entry_columns[] = {
    {"subject_id", ColumnType::number64}, {"chain", ColumnType::number32},
    {"number", ColumnType::number64},     {"previous", ColumnType::number64},
    {"at", ColumnType::number64},         {"asker", ColumnType::text},
    {"unit_code", ColumnType::text},      {"unit", ColumnType::text},
    {"purpose", ColumnType::text},        {"matter", ColumnType::text},
    {"basis", ColumnType::text},          {"consent", ColumnType::text},
    {"channel", ColumnType::text},        {"request", ColumnType::text},
    {"shown", ColumnType::number32},      {"withheld", ColumnType::number32},
    {"items", ColumnType::text},          {"sealed_until", ColumnType::number32},
    {"leaf", ColumnType::number64},       {"salt", ColumnType::bytes}};

void add_row(store::BulkInsert& out, const StoredAccess& look, std::int64_t leaf,
             std::string_view salt) {
  for (const std::int64_t number :
       {look.subject.value, std::int64_t{look.chain}, look.number, look.previous, look.at.micros()})
    out.number(number);
  for (const std::string_view text :
       {std::string_view(look.asker), std::string_view(look.unit_code), std::string_view(look.unit),
        std::string_view(look.purpose), std::string_view(look.matter), std::string_view(look.basis),
        std::string_view(look.consent), std::string_view(look.channel),
        std::string_view(look.request)})
    out.text(text);
  out.number(std::int64_t{look.shown});
  out.number(std::int64_t{look.withheld});
  out.text(look.items);
  out.number(look.sealed_until);
  out.number(leaf);
  out.text(salt);
  out.end_row();
}

// The last look of each chain that a bulk goes on with.
struct Last {
  std::int64_t number = 0, leaf = -1;
};
using Lasts = std::map<std::pair<std::int64_t, int>, Last>;

// Adds the ends of one chain of many subjects.
void add_lasts(store::Write& write, int chain, const std::set<std::int64_t>& subjects,
               Lasts& lasts) {
  if (subjects.empty()) return;
  const std::vector<std::int64_t> numbers(subjects.begin(), subjects.end());
  const std::string list = store::list_of(write.engine, numbers);
  const auto rows = write.sql.query(
      "SELECT e.subject_id, e.number, e.leaf FROM " + store::numbers_in(write.engine, "$1") +
          " JOIN access_entry e ON e.subject_id = given.value AND e.chain = $2 AND e.number = "
          "(SELECT MAX(m.number) FROM access_entry m WHERE m.subject_id = given.value AND m.chain "
          "= $3)",
      {std::string_view(list), std::int64_t{chain}, std::int64_t{chain}});
  while (rows->next()) lasts[{rows->number(0), chain}] = {rows->number(1), rows->number(2)};
}

Lasts lasts_of(store::Write& write, std::span<const StoredAccess> looks) {
  std::map<int, std::set<std::int64_t>> subjects;
  for (const auto& look : looks) subjects[look.chain].insert(look.subject.value);
  Lasts lasts;
  for (const auto& [chain, those] : subjects) add_lasts(write, chain, those, lasts);
  return lasts;
}

// Gives each look the next number of its chain and its entry of the log.
void enter(store::Write& write, std::span<StoredAccess> looks, Random& random) {
  if (looks.empty()) return;
  auto lasts = lasts_of(write, looks);
  const std::string salts = random.bytes(looks.size() * ledger::salt_bytes);
  const auto out = store::bulk_insert(write, "access_entry", entry_columns);
  for (std::size_t i = 0; i < looks.size(); ++i) {
    StoredAccess& look = looks[i];
    Last& last = lasts[{look.subject.value, look.chain}];
    look.number = last.number + 1;
    look.previous = last.leaf;
    const auto salt = std::string_view(salts).substr(i * ledger::salt_bytes, ledger::salt_bytes);
    const auto leaf = static_cast<std::int64_t>(
        write.log.append(static_cast<unsigned char>(domain::Attested::access),
                         ledger::commitment(salt, access_statement(look))));
    add_row(*out, look, leaf, salt);
    last = {look.number, leaf};
  }
  out->finish();
}

using Views = std::map<std::pair<SubjectId, Date>, std::int64_t>;

void count(store::Write& write, const Views& views) {
  for (const auto& [place, more] : views) {
    const auto [subject, day] = place;
    write.sql.run(
        "INSERT INTO public_view (subject_id, day, views, balance) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT (subject_id, day) DO UPDATE SET views = public_view.views + excluded.views, "
        "balance = public_view.balance - excluded.views",
        {subject.value, day.days(), more, view_balance(subject, day, more)});
  }
}

// ---- the place in a segment

constexpr std::int64_t places_kept = 30LL * 86'400'000'000;  // longer than any backup takes

Failure bad_place() {
  return Failure(make_error(
      ErrorCode::internal, "journal.place",
      {"查询流水的移入位置被改动。", "The place up to which the journal was moved was altered."},
      {"请执行 credence fsck 查明，并从备份恢复。",
       "Run credence fsck to find it, and restore from a backup."}));
}

std::int64_t place_in(store::Session& sql, const std::string& segment) {
  const auto row = sql.query("SELECT position, at, sum FROM access_journal WHERE segment = $1",
                             {std::string_view(segment)});
  if (!row->next()) return 0;
  const JournalPlace place{segment, row->number(0), Instant(row->number(1))};
  if (row->number(2) != journal_sum(place)) throw bad_place();
  return place.position;
}

// Places of segments that are long gone go when a new segment begins.
void put_place(store::Write& write, const std::string& segment, std::int64_t before,
               std::int64_t position) {
  if (before == 0)
    write.sql.run("DELETE FROM access_journal WHERE at < $1", {write.now.micros() - places_kept});
  write.sql.run(
      "INSERT INTO access_journal (segment, position, at, sum) VALUES ($1, $2, $3, $4) ON CONFLICT "
      "(segment) DO UPDATE SET position = excluded.position, at = excluded.at, sum = excluded.sum",
      {std::string_view(segment), position, write.now.micros(),
       journal_sum({segment, position, write.now})});
}

}  // namespace

std::string look_frame(const StoredAccess& look) {
  std::string frame(1, static_cast<char>(FrameKind::look));
  for (const std::int64_t number :
       {look.subject.value, std::int64_t{look.chain}, std::int64_t{look.shown},
        std::int64_t{look.withheld}, look.sealed_until})
    put(frame, number);
  for (const auto text : look_texts) put(frame, std::string_view(look.*text));
  return frame;
}

std::string view_frame(SubjectId subject) {
  std::string frame(1, static_cast<char>(FrameKind::view));
  put(frame, subject.value);
  return frame;
}

void write_looks(store::Write& write, std::span<const JournalFrame> frames, Random& random) {
  std::vector<StoredAccess> looks;
  Views views;
  for (const auto& frame : frames) {
    if (frame.bytes.empty()) throw foreign_frame();
    FrameReader in(std::string_view(frame.bytes).substr(1));
    switch (static_cast<FrameKind>(frame.bytes.front())) {
      case FrameKind::look:
        looks.push_back(look_in(in));
        looks.back().at = frame.at;
        break;
      case FrameKind::view:
        ++views[{SubjectId(in.number()), frame.at.day()}];
        break;
      default:
        throw foreign_frame();
    }
  }
  enter(write, looks, random);
  count(write, views);
}

void move_looks(store::Write& write, const std::string& segment,
                std::span<const JournalFrame> frames, Random& random) {
  const auto before = place_in(write.sql, segment);
  const auto first = std::ranges::find_if(frames, [&](const JournalFrame& frame) {
    return static_cast<std::int64_t>(frame.end) > before;
  });
  if (first == frames.end()) return;
  write_looks(write, {first, frames.end()}, random);
  put_place(write, segment, before, static_cast<std::int64_t>(frames.back().end));
}

std::int64_t journal_sum(const JournalPlace& place) {
  return first_63_bits(sha256(place.segment + "\n" + std::to_string(place.position) + "\n" +
                              std::to_string(place.at.micros())));
}

}  // namespace credence::app
