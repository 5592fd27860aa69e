// SPDX-License-Identifier: Apache-2.0
#include "app/intake/batch_store.h"

#include <soci/soci.h>

#include "base/digest.h"

namespace credence::app {
namespace {

constexpr int state_receiving = 1;  // stored; never renumber
constexpr int state_complete = 2;

const std::string columns =
    "number, batch_id, provider, provider_name, item, file_sha256, file_name, file_bytes, format, "
    "encoding, layout, edition, received_at, finished_at, rows_done, reject_bytes, sent, added, "
    "changed, duplicate, rejected, warned, late, measures";

Batch batch_of(const soci::row& row) {
  std::size_t at = 0;
  const auto number = [&] { return static_cast<std::int64_t>(row.get<long long>(at++)); };
  const auto text = [&] { return row.get<std::string>(at++); };
  Batch batch;
  batch.number = number();
  batch.id = BatchId(number());
  batch.provider = text();
  batch.provider_name = text();
  batch.item = static_cast<int>(number());
  batch.file_sha256 = text();
  batch.file_name = text();
  batch.file_bytes = number();
  batch.format = text();
  batch.encoding = text();
  batch.layout = text();
  batch.edition = text();
  batch.received = Instant(number());
  if (row.get_indicator(at) == soci::i_ok) batch.finished = Instant(row.get<long long>(at));
  ++at;
  batch.rows_done = number();
  batch.reject_bytes = number();
  for (auto* total : {&batch.totals.sent, &batch.totals.added, &batch.totals.changed,
                      &batch.totals.duplicate, &batch.totals.rejected, &batch.totals.warned,
                      &batch.totals.late}) {
    *total = number();
  }
  batch.measures = measures_from(text());
  return batch;
}

// `where` is our own text with at most one bound number.
std::optional<Batch> find_one(soci::session& sql, const std::string& where, long long value) {
  soci::rowset<soci::row> rows =
      (sql.prepare << "SELECT " + columns + " FROM batch WHERE " + where, soci::use(value));
  for (const auto& row : rows) return batch_of(row);
  return std::nullopt;
}

void insert(store::Write& write, const Batch& b) {
  const long long number = b.number, id = b.id.value, bytes = b.file_bytes,
                  received = b.received.micros();
  const std::string measures = to_text(b.measures);
  write.sql << "INSERT INTO batch (" + columns +
                   ", state) VALUES (:number, :id, :provider, :provider_name, :item, :sha, :name, "
                   ":bytes, :format, :encoding, :layout, :edition, :received, NULL, 0, 0, 0, 0, 0, 0, "
                   "0, 0, 0, :measures, :state)",
      soci::use(number), soci::use(id), soci::use(b.provider), soci::use(b.provider_name),
      soci::use(b.item), soci::use(b.file_sha256), soci::use(b.file_name), soci::use(bytes),
      soci::use(b.format), soci::use(b.encoding), soci::use(b.layout), soci::use(b.edition),
      soci::use(received), soci::use(measures), soci::use(state_receiving);
}

}  // namespace

BatchId batch_id(std::string_view provider, int item, std::string_view file_sha256) {
  return BatchId(first_63_bits(sha256(std::string(provider) + "\n" + std::to_string(item) + "\n" +
                                      std::string(file_sha256))));
}

std::optional<Batch> find_batch(soci::session& sql, BatchId id) {
  return find_one(sql, "batch_id = :id", id.value);
}

std::optional<Batch> find_batch(soci::session& sql, std::int64_t number) {
  return find_one(sql, "number = :number", number);
}

std::vector<Batch> find_batches(soci::session& sql, std::string_view provider, int item, int limit) {
  const std::string unit(provider);
  soci::rowset<soci::row> rows =
      (sql.prepare << "SELECT " + columns +
                          " FROM batch WHERE (:p = '' OR provider = :p2) AND (:i = 0 OR item = :i2) "
                          "ORDER BY number DESC LIMIT :n",
       soci::use(unit, "p"), soci::use(unit, "p2"), soci::use(item, "i"), soci::use(item, "i2"),
       soci::use(limit, "n"));
  std::vector<Batch> batches;
  for (const auto& row : rows) batches.push_back(batch_of(row));
  return batches;
}

Batch begin_batch(store::Committer& facts, Batch batch) {
  Batch begun;
  facts.run([&](store::Write& write) {
    begun = batch;
    if (auto there = find_batch(write.sql, batch.id)) {
      begun = std::move(*there);
      return;
    }
    long long number = 0;
    write.sql << "SELECT COALESCE(MAX(number), 0) + 1 FROM batch", soci::into(number);
    begun.number = number;
    begun.received = write.now;
    insert(write, begun);
  });
  return begun;
}

void save_progress(store::Write& write, const Batch& b) {
  const long long number = b.number, rows = b.rows_done, bytes = b.reject_bytes, sent = b.totals.sent,
                  added = b.totals.added, changed = b.totals.changed,
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

void finish_batch(store::Write& write, const Batch& b) {
  const long long number = b.number, finished = write.now.micros();
  write.sql << "UPDATE batch SET finished_at = :at, state = :state WHERE number = :number",
      soci::use(finished), soci::use(state_complete), soci::use(number);
  for (const auto& [id, count] : b.measures.findings) {
    const long long rows = count;
    write.sql << "INSERT INTO batch_error (batch, error_id, count) VALUES (:b, :e, :n)",
        soci::use(number), soci::use(id), soci::use(rows);
  }
}

}  // namespace credence::app
