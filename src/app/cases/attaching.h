// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/cases/documents.h"
#include "app/cases/hooks.h"

// Kept documents on their way into a step.

namespace credence::app {

AttachedDocument attached(const KeptDocument& kept, const std::string& kind);
// Says of each document what is kept of it, whatever its sender said. Errors: not_found
// ("document.not_found"), unavailable ("document.damaged").
Result<std::vector<AttachedDocument>> as_kept(const CaseDocuments& documents,
                                              const std::vector<AttachedDocument>& given);
// For CaseHooks::attach. `documents` must outlive it.
std::function<void(store::Write&, const rulebook::RuleBook&, const CaseHead&, const CaseStep&)>
attaching(const CaseDocuments& documents);

}  // namespace credence::app
