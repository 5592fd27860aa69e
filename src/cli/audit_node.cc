// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_node.h"

#include <algorithm>
#include <functional>

#include "app/cases/case_audit.h"
#include "app/cases/documents.h"
#include "app/check/measure_use.h"
#include "app/erasure/erasure.h"
#include "app/intake/intake_audit.h"
#include "app/intake/tabular/sandbox.h"
#include "app/witness/witness.h"
#include "wire/from_json.h"

namespace credence::cli {
namespace {

// Other acts of administration, as a rotation of keys, are no starts.
std::optional<NodeStarted> last_start(const app::Audit& audit) {
  const auto& said = audit.said(domain::Attested::administration);
  for (auto one = said.rbegin(); one != said.rend(); ++one) {
    boost::system::error_code fault;
    auto start = wire::from_json<NodeStarted>(boost::json::parse(one->text, fault));
    if (start && start->statement == NodeStarted().statement) return std::move(*start);
  }
  return std::nullopt;
}

void check_settings(app::Audit& audit, const Node& node) {
  const auto now = node_as_it_is(audit.folder(), *node.book);
  const auto last = last_start(audit);
  for (std::size_t i = 0; i < now.files.size(); ++i) {
    if (last && i < last->files.size() &&
        wire::to_line(last->files[i]) == wire::to_line(now.files[i]))
      continue;
    audit.differ("fsck.settings", now.files[i].name,
                 {"与上次启动时日志所证不符：被改动过。如系有意修改，启动一次服务即记入日志。",
                  "It is not what the log attested at the last start. If you changed it on "
                  "purpose, starting the "
                  "service once enters it in the log."});
  }
}

// Damage the engine itself sees, before anything is read through it.
using Faults = std::vector<std::pair<std::string, std::string>>;
Faults engine_faults(Node& node) {
  Faults faults;
  node.database->check_structure(
      [&](const std::string& where, const std::string& what) { faults.emplace_back(where, what); });
  return faults;
}

// ---- the steps

struct Step {
  Words doing;
  std::function<void()> run;
};

std::vector<Step> steps_of(app::Audit& audit, Node& node, const app::SecretBox& box, bool deep) {
  return {
      {{"事实日志", "the log of facts"}, [&] { audit.check_log(store::Lane::facts); }},
      {{"查询日志", "the log of looks"}, [&] { audit.check_log(store::Lane::access); }},
      {{"登记的陈述", "kept statements"}, [&] { audit.check_statements(); }},
      {{"报送、记录和主体", "submissions, records and subjects"},
       [&audit, &node, deep] {
         app::audit_intake(audit,
                           {node.dictionaries, node.vault, *node.book, deep, app::reading_apart()});
       }},
      {{"记录的标记", "marks of records"}, [&] { app::audit_marks(audit); }},
      {{"案件附件", "documents of cases"}, [&] { app::audit_documents(audit, node.vault); }},
      {{"信用报告", "credit reports"}, [&] { app::audit_reports(audit); }},
      {{"销毁", "erasures"}, [&] { app::audit_erasures(audit); }},
      {{"见证", "what was witnessed"}, [&] { app::audit_witness(audit); }},
      {{"查询记录", "looks"}, [&] { app::audit_access(audit); }},
      {{"账号登记", "the register of accounts"}, [&] { app::audit_register(audit); }},
      {{"案件", "cases"}, [&] { app::audit_cases(audit, *node.book, box); }},
      {{"措施反馈", "feedback on measures"}, [&] { app::audit_measure_use(audit, box); }},
      {{"会话", "sessions"}, [&] { app::audit_sessions(audit, box); }},
      {{"规则版本", "editions of the rules"}, [&] { app::audit_editions(audit); }},
      {{"在行索引", "the standing index"}, [&] { app::audit_standing(audit, node.standing); }},
      {{"设置和密钥", "settings and keys"}, [&] { check_settings(audit, node); }},
  };
}

void check(app::Audit& audit, Node& node, bool deep, app::AuditWatch* watch) {
  const app::SecretBox box(node.vault.person_secret(), node.random);
  const auto steps = steps_of(audit, node, box, deep);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (watch != nullptr)
      watch->begin(static_cast<int>(i) + 1, static_cast<int>(steps.size()), steps[i].doing);
    steps[i].run();
  }
}

}  // namespace

app::AuditReport audit_node(Node& node, const AuditOptions& options, app::AuditWatch* watch) {
  const auto keys = ledger::NodeKeys::open(node.database->folder());
  const auto faults = options.alone ? engine_faults(node) : Faults();
  app::Audit audit(*node.database, keys, std::max<std::size_t>(1, options.most), watch);
  try {
    check(audit, node, options.deep, watch);
    for (const auto& [where, what] : faults)
      audit.differ("fsck.structure", where,
                   {"数据库文件损坏：" + what, "The database file is damaged: " + what});
  } catch (const app::Audit::Enough&) {
    // As many as were asked for.
  } catch (const Failure& unreadable) {
    // A fault so deep that reading ends; what the engine saw of it stands first.
    audit.note("fsck.unreadable", faults.empty() ? "" : faults.front().first,
               unreadable.error().message);
  }
  return app::report_of(audit);
}

}  // namespace credence::cli
