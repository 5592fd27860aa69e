// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "app/access/audit.h"
#include "cli/node.h"

// What fsck checks: every capability's facts against the log, one after another.

namespace credence::cli {

struct AuditOptions {
  bool deep = false;      // reads every kept original again, too
  std::size_t most = 20;  // differences, after which it stops
  // Nobody writes meanwhile: then the engine's own files are checked too.
  bool alone = true;
};

// Throws AuditWatch::Stopped, and Failure when the node's keys cannot be read. What is wrong with
// the data is in the report. Safe beside those who write, but for an erasure: what is destroyed
// meanwhile may be told as missing.
app::AuditReport audit_node(Node& node, const AuditOptions& options,
                            app::AuditWatch* watch = nullptr);

}  // namespace credence::cli
