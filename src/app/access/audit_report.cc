// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "app/access/audit.h"

namespace credence::app {
namespace {

// What the audits count, in Chinese; in English the counts name themselves.
struct Counted {
  std::string_view what, zh;
};
constexpr auto counted = std::to_array<Counted>({
    {"access entries", "查询记录"},
    {"aliases", "主体的其他代码"},
    {"case steps", "案件步骤"},
    {"cases", "案件"},
    {"documents", "案件附件"},
    {"documents that no case names", "没有案件引用的附件"},
    {"duplicates", "重复的行"},
    {"editions", "规则版本"},
    {"erasures", "销毁"},
    {"heads", "在行索引的记录"},
    {"log entries", "日志条目"},
    {"marks", "记录的标记"},
    {"measures told of", "告知过的措施"},
    {"originals", "原始文件"},
    {"originals under an older rule edition, not read again", "旧规则版本下的原始文件（未重读）"},
    {"records", "记录"},
    {"refusals", "拒收的行"},
    {"register versions", "账号登记的版本"},
    {"reports", "信用报告"},
    {"rows read again", "重读的行"},
    {"statements", "登记的陈述"},
    {"subjects", "主体"},
    {"submissions", "报送"},
});

Words label_of(const std::string& what) {
  const auto* known = std::ranges::find(counted, what, &Counted::what);
  return {known == counted.end() ? what : std::string(known->zh), what};
}

}  // namespace

AuditReport report_of(const Audit& audit) {
  AuditReport report{audit.differences(), {}};
  for (const auto& [what, n] : audit.counts()) report.checked.push_back({what, label_of(what), n});
  return report;
}

}  // namespace credence::app
