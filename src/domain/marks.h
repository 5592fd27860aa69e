// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// What a decision on a case does to a record's standing (docs/design/marks.md).

namespace credence::domain {

// Stored; never renumber.
enum class MarkKind : std::uint8_t {
  disputed = 1,   // 异议处理中
  repaired = 2,   // 信用修复：终止公示，停止共享和使用；只存档
  withdrawn = 3,  // 撤销、变更、删除：一律撤下；只存档
  lifted = 4,     // 破产重整：暂时解除措施
  statement = 5,  // the subject's own statement, kept beside the record
  corrected = 6,  // 已更正：某日依案件更正过
};

}  // namespace credence::domain
