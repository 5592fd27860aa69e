// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "store/records.h"

// Where shown rows come from: the batches they arrived in, and whose they are.

namespace credence::app {

struct BatchSource {
  std::string provider;  // credit code of the providing unit
  std::string provider_name;
  std::string edition;  // rule edition the rows were checked under
};

// Keyed by batch number. Throws Failure when one is missing. REQUIRES: unique.
std::map<std::int64_t, BatchSource> batch_sources(store::Session& sql,
                                                  const std::vector<std::int64_t>& batches);

// Whose `rows` are, in order, each once.
std::vector<SubjectId> subjects_in(const std::vector<store::StoredRecord>& rows);

// The subjects of `rows`, keyed by SubjectId::value.
std::map<std::int64_t, store::KnownSubject> subjects_of(
    store::Session& sql, const std::vector<store::StoredRecord>& rows);

}  // namespace credence::app
