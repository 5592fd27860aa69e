// SPDX-License-Identifier: Apache-2.0
#include "app/access/sources.h"
#include "store/session.h"

#include <algorithm>

namespace credence::app {

std::map<std::int64_t, BatchSource> batch_sources(store::Session& sql,
                                                  const std::vector<std::int64_t>& batches) {
  std::map<std::int64_t, BatchSource> sources;
  const auto rows = sql.query_among("SELECT number, provider, provider_name, edition FROM batch",
                                    "number", batches);
  while (rows->next()) {
    sources[rows->number(0)] = {std::string(rows->bytes(1)), std::string(rows->bytes(2)),
                                std::string(rows->bytes(3))};
  }
  if (sources.size() != batches.size()) {
    throw Failure(make_error(ErrorCode::internal, "record.batch_unknown",
                             {"记录所属批次不存在。", "A record's batch is missing."}));
  }
  return sources;
}

std::vector<SubjectId> subjects_in(const std::vector<store::StoredRecord>& rows) {
  std::vector<SubjectId> ids;
  for (const auto& row : rows) ids.push_back(row.columns.subject);
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::map<std::int64_t, store::KnownSubject> subjects_of(
    store::Session& sql, const std::vector<store::StoredRecord>& rows) {
  std::map<std::int64_t, store::KnownSubject> subjects;
  for (auto& known : store::known_subjects(sql, subjects_in(rows))) {
    const std::int64_t id = known.id.value;
    subjects.emplace(id, std::move(known));
  }
  return subjects;
}

}  // namespace credence::app
