// SPDX-License-Identifier: Apache-2.0
#include "app/intake/batch_store.h"

#include <array>
#include <charconv>

#include "base/digest.h"
#include "store/session.h"
#include "store/statements.h"

namespace credence::app {
namespace {

const std::string columns =
    "number, batch_id, provider, provider_name, item, file_sha256, file_name, file_bytes, format, "
    "encoding, layout, edition, received_at, finished_at, rows_done, reject_bytes, sent, added, "
    "changed, duplicate, rejected, warned, late, measures";

// Runs `text`, a SELECT of the columns above with at most numbers in it.
std::vector<Batch> fetch(store::Session& sql, const std::string& text) {
  Batch batch;
  long long id = 0, received = 0, finished = 0;
  soci::indicator is_finished = soci::i_null;
  std::string measures;
  // The numbers in the order of their columns; SOCI wants long long.
  std::array<long long, 11> n{};
  soci::statement find =
      (sql.prepare << text, soci::into(n[0]), soci::into(id), soci::into(batch.provider),
       soci::into(batch.provider_name), soci::into(batch.item), soci::into(batch.file_sha256),
       soci::into(batch.file_name), soci::into(n[1]), soci::into(batch.format),
       soci::into(batch.encoding), soci::into(batch.layout), soci::into(batch.edition),
       soci::into(received), soci::into(finished, is_finished), soci::into(n[2]), soci::into(n[3]),
       soci::into(n[4]), soci::into(n[5]), soci::into(n[6]), soci::into(n[7]), soci::into(n[8]),
       soci::into(n[9]), soci::into(n[10]), soci::into(measures));
  find.execute();
  std::vector<Batch> batches;
  while (find.fetch()) {
    batch.number = n[0];
    batch.id = BatchId(id);
    batch.file_bytes = n[1];
    batch.received = Instant(received);
    batch.finished = is_finished == soci::i_ok ? std::optional(Instant(finished)) : std::nullopt;
    batch.rows_done = n[2];
    batch.reject_bytes = n[3];
    batch.totals = {n[4], n[5], n[6], n[7], n[8], n[9], n[10]};
    batch.measures = measures_from(measures);
    batches.push_back(batch);
  }
  return batches;
}

std::optional<Batch> find_one(store::Session& sql, const std::string& where) {
  auto found = fetch(sql, "SELECT " + columns + " FROM batch WHERE " + where);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

template <class Said>
void fill_totals(const BatchTotals& totals, Said& said) {
  said.sent = totals.sent;
  said.added = totals.added;
  said.changed = totals.changed;
  said.duplicate = totals.duplicate;
  said.rejected = totals.rejected;
  said.warned = totals.warned;
  said.late = totals.late;
}

void insert(store::Write& write, const Batch& b) {
  const long long number = b.number, id = b.id.value, bytes = b.file_bytes,
                  received = b.received.micros();
  const std::string measures = to_text(b.measures);
  write.sql
      << "INSERT INTO batch (" + columns +
             ") VALUES (:number, :id, :provider, :provider_name, :item, :sha, :name, "
             ":bytes, :format, :encoding, :layout, :edition, :received, NULL, 0, 0, 0, 0, 0, 0, "
             "0, 0, 0, :measures)",
      soci::use(number), soci::use(id), soci::use(b.provider), soci::use(b.provider_name),
      soci::use(b.item), soci::use(b.file_sha256), soci::use(b.file_name), soci::use(bytes),
      soci::use(b.format), soci::use(b.encoding), soci::use(b.layout), soci::use(b.edition),
      soci::use(received), soci::use(measures);
}

}  // namespace

BatchId batch_id(std::string_view provider, int item, std::string_view file_sha256) {
  return BatchId(first_63_bits(sha256(std::string(provider) + "\n" + std::to_string(item) + "\n" +
                                      std::string(file_sha256))));
}

std::optional<Batch> find_batch(store::Session& sql, BatchId id) {
  return find_one(sql, "batch_id = " + std::to_string(id.value));
}

std::optional<Batch> find_batch(store::Session& sql, std::int64_t number) {
  return find_one(sql, "number = " + std::to_string(number));
}

std::optional<Batch> find_batch(store::Session& sql, std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return find_batch(sql, number);
}

std::vector<Batch> find_batches(store::Session& sql, std::string_view provider, int item,
                                int limit) {
  std::string where = "1 = 1";
  if (item != 0) where += " AND item = " + std::to_string(item);
  auto batches =
      fetch(sql, "SELECT " + columns + " FROM batch WHERE " + where + " ORDER BY number DESC" +
                     (provider.empty() ? " LIMIT " + std::to_string(limit) : ""));
  if (!provider.empty())
    std::erase_if(batches, [&](const Batch& batch) { return batch.provider != provider; });
  if (batches.size() > static_cast<std::size_t>(limit))
    batches.resize(static_cast<std::size_t>(limit));
  return batches;
}

BatchReceived received_of(const Batch& b) {
  BatchReceived said;
  said.receipt = b.number;
  said.provider = b.provider;
  said.provider_name = b.provider_name;
  said.item = b.item;
  said.file_name = b.file_name;
  said.file_sha256 = b.file_sha256;
  said.file_bytes = b.file_bytes;
  said.format = b.format;
  said.encoding = b.encoding;
  said.layout = b.layout;
  said.edition = b.edition;
  said.received = b.received;
  return said;
}

RowsCommitted committed_of(const Batch& b) {
  RowsCommitted said;
  said.receipt = b.number;
  said.rows_done = b.rows_done;
  said.reject_bytes = b.reject_bytes;
  fill_totals(b.totals, said);
  said.measures_sha256 = to_hex(sha256(to_text(b.measures)));
  return said;
}

BatchDone done_of(const Batch& b) {
  BatchDone said;
  said.receipt = b.number;
  fill_totals(b.totals, said);
  if (b.finished) said.finished = *b.finished;
  return said;
}

Batch begin_batch(store::Committer& facts, Random& random, Batch batch) {
  Batch begun;
  facts.run([&](store::Write& write) { begun = begin_batch(write, random, batch); });
  return begun;
}

Batch begin_batch(store::Write& write, Random& random, Batch batch) {
  if (auto there = find_batch(write.sql, batch.id)) return std::move(*there);
  long long number = 0;
  write.sql << "SELECT COALESCE(MAX(number), 0) + 1 FROM batch", soci::into(number);
  batch.number = number;
  batch.received = write.now;
  insert(write, batch);
  store::attest(write, random, domain::Attested::batch_received, wire::to_line(received_of(batch)));
  return batch;
}

void save_progress(store::Write& write, Random& random, const Batch& b, RowEntries entries) {
  RowsCommitted said = committed_of(b);
  said.first_entry = entries.first;
  said.rows = entries.count;
  said.committed = write.now;
  store::attest(write, random, domain::Attested::rows_committed, wire::to_line(said));
  const long long number = b.number, rows = b.rows_done, bytes = b.reject_bytes,
                  sent = b.totals.sent, added = b.totals.added, changed = b.totals.changed,
                  duplicate = b.totals.duplicate, rejected = b.totals.rejected,
                  warned = b.totals.warned, late = b.totals.late;
  const std::string measures = to_text(b.measures);
  write.sql << "UPDATE batch SET rows_done = :rows, reject_bytes = :bytes, sent = :sent, added = "
               ":added, changed = :changed, duplicate = :duplicate, rejected = :rejected, warned = "
               ":warned, late = :late, measures = :measures WHERE number = :number",
      soci::use(rows), soci::use(bytes), soci::use(sent), soci::use(added), soci::use(changed),
      soci::use(duplicate), soci::use(rejected), soci::use(warned), soci::use(late),
      soci::use(measures), soci::use(number);
}

void finish_batch(store::Write& write, Random& random, const Batch& b,
                  const std::vector<KeptFile>& reject_files) {
  BatchDone said = done_of(b);
  said.reject_files = reject_files;
  said.finished = write.now;
  store::attest(write, random, domain::Attested::batch_done, wire::to_line(said));
  const long long number = b.number, finished = write.now.micros();
  write.sql << "UPDATE batch SET finished_at = :at WHERE number = :number", soci::use(finished),
      soci::use(number);
  for (const auto& [id, count] : b.measures.findings) {
    const long long rows = count;
    write.sql << "INSERT INTO batch_error (batch, error_id, count) VALUES (:b, :e, :n)",
        soci::use(number), soci::use(id), soci::use(rows);
  }
}

}  // namespace credence::app
