// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cases/documents.h"
#include "app/cases/hooks.h"
#include "app/intake/correction.h"

namespace credence::cli {

// What the case engine asks of other capabilities, bound here and nowhere else. All of them must
// outlive the hooks.
app::CaseHooks case_hooks(store::Database& database, const app::CaseDocuments& documents,
                          const app::Corrections& corrections);

}  // namespace credence::cli
