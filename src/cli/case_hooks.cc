// SPDX-License-Identifier: Apache-2.0
#include "cli/case_hooks.h"

#include "app/cases/attaching.h"
#include "app/cases/form.h"
#include "store/records.h"

namespace credence::cli {
namespace {

// The order of a correction that a case decides, against the version there is now: when another
// comes in between, storing it is refused.
Result<app::CorrectionOrder> order_of(store::Database& database,
                                      const app::CorrectionWanted& wanted) {
  const auto changes = app::read_changes(wanted.changes);
  if (!changes) return changes.error();
  app::CorrectionOrder order;
  order.subject = wanted.head.subject;
  order.record = wanted.head.record;
  const auto lease = database.read();
  const auto versions = store::record_versions(lease.sql(), order.subject, order.record);
  if (!versions.empty()) order.version = versions.back().version;
  for (const auto& change : *changes) order.changes.push_back({change.code, change.value});
  order.case_number = wanted.head.number;
  order.reason = wanted.head.procedure;
  order.unit = wanted.unit;
  order.unit_name = wanted.unit_name;
  order.by = wanted.by;
  return order;
}

}  // namespace

app::CaseHooks case_hooks(store::Database& database, const app::CaseDocuments& documents,
                          const app::Corrections& corrections) {
  app::CaseHooks hooks;
  hooks.attach = app::attaching(documents);
  hooks.correct =
      [&database, &corrections](
          const app::CorrectionWanted& wanted) -> Result<std::function<void(store::Write&)>> {
    const auto order = order_of(database, wanted);
    if (!order) return order.error();
    auto prepared = corrections.prepare(wanted.book, *order);
    if (!prepared) return prepared.error();
    const auto kept = std::make_shared<app::PreparedCorrection>(std::move(*prepared));
    return std::function<void(store::Write&)>(
        [&corrections, kept](store::Write& write) { corrections.store(write, *kept); });
  };
  return hooks;
}

}  // namespace credence::cli
