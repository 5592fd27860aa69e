// SPDX-License-Identifier: Apache-2.0
#include "app/access/sources.h"

#include <soci/soci.h>

#include <algorithm>

namespace credence::app {

std::map<std::int64_t, BatchSource> batch_sources(soci::session& sql,
                                                  const std::vector<std::int64_t>& batches) {
  std::map<std::int64_t, BatchSource> sources;
  long long number = 0;
  BatchSource source;
  soci::statement find =
      (sql.prepare << "SELECT provider, provider_name, edition FROM batch WHERE number = :n",
       soci::use(number), soci::into(source.provider), soci::into(source.provider_name),
       soci::into(source.edition));
  for (const auto batch : batches) {
    number = batch;
    if (!find.execute(true)) {
      throw Failure(make_error(ErrorCode::internal, "record.batch_unknown",
                               {"记录所属批次不存在。", "A record's batch is missing."}));
    }
    sources[batch] = source;
  }
  return sources;
}

std::map<std::int64_t, store::KnownSubject> subjects_of(
    soci::session& sql, const std::vector<store::StoredRecord>& rows) {
  std::vector<SubjectId> ids;
  for (const auto& row : rows) ids.push_back(row.columns.subject);
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::map<std::int64_t, store::KnownSubject> subjects;
  for (auto& known : store::known_subjects(sql, ids)) {
    const std::int64_t id = known.id.value;
    subjects.emplace(id, std::move(known));
  }
  return subjects;
}

}  // namespace credence::app
