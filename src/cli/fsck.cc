// SPDX-License-Identifier: Apache-2.0
#include "app/access/audit.h"
#include "app/cases/case_audit.h"
#include "app/cases/documents.h"
#include "app/check/measure_use.h"
#include "app/erasure/erasure.h"
#include "app/intake/intake_audit.h"
#include "app/intake/tabular/sandbox.h"
#include "app/witness/witness.h"
#include "cli/command.h"
#include "store/journal_segment.h"
#include "store/page_sums.h"
#include "wire/from_json.h"

// Derives everything again from what is stored, compares it with the log, and names the first thing
// that differs.

namespace credence::cli {
namespace {

constexpr int status_differs = 1;

struct FsckOptions {
  bool deep = false;
  std::size_t most = 20;
};

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

void check(app::Audit& audit, Node& node, bool deep) {
  audit.check_log(store::Lane::facts);
  audit.check_log(store::Lane::access);
  audit.check_statements();
  app::audit_intake(audit, {node.dictionaries, node.vault, *node.book, deep, app::reading_apart()});
  app::audit_marks(audit);
  app::audit_documents(audit, node.vault);
  app::audit_reports(audit);
  app::audit_erasures(audit);
  app::audit_witness(audit);
  app::audit_access(audit);
  app::audit_register(audit);
  const app::SecretBox box(node.vault.person_secret(), node.random);
  app::audit_cases(audit, *node.book, box);
  app::audit_measure_use(audit, box);
  app::audit_sessions(audit, box);
  app::audit_editions(audit);
  app::audit_standing(audit, node.standing);
  check_settings(audit, node);
}

void print(Context& context, const app::Audit& audit) {
  auto& out = context.out();
  for (const auto& one : audit.differences()) {
    out << context.say({"不符  ", "differs  "}) << one.where << "  [" << one.id << "]\n    "
        << context.say(one.message) << '\n';
  }
  std::string counts;
  for (const auto& [what, n] : audit.counts())
    counts += (counts.empty() ? "" : ", ") + std::to_string(n) + " " + what;
  out << (audit.differences().empty() ? context.say({"一致：", "Sound: "})
                                      : context.say({"已查：", "Checked: "}))
      << counts << '\n';
}

void explain(Context& context, const std::string& where, const char* id) {
  context.status = status_differs;
  context.out() << context.say({"不符  ", "differs  "}) << where << "  [" << id << "]\n";
}

// A database or journal too damaged to open: the damaged pages and bytes are named all the same.
void explain(Context& context) {
  const std::filesystem::path folder = context.common.folder;
  for (const auto& segment : store::journal_segments(folder / store::journal_name)) {
    if (const auto at = store::read_segment(segment).damaged_at)
      explain(context,
              std::filesystem::relative(segment, folder).string() + " byte " + std::to_string(*at),
              "fsck.journal");
  }
  for (const char* name : {"credence.db", "access.db"}) {
    if (!std::filesystem::exists(folder / name)) continue;
    for (const auto page : store::damaged_pages(folder / name, 20))
      explain(context, std::string(name) + " page " + std::to_string(page), "fsck.structure");
  }
}

void fsck(Context& context, const FsckOptions& options) {
  std::optional<Node> opened;
  try {
    opened.emplace(read_settings(context.common.settings()), context.world.clock,
                   context.world.random);
  } catch (const std::exception&) {
    explain(context);
    if (context.status == status_differs) return;
    throw;
  }
  Node& node = *opened;
  const auto keys = ledger::NodeKeys::open(context.common.folder);
  const auto faults = engine_faults(node);
  app::Audit audit(*node.database, keys, std::max<std::size_t>(1, options.most));
  try {
    check(audit, node, options.deep);
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
  context.status = audit.differences().empty() ? 0 : status_differs;
  if (!context.common.json) return print(context, audit);
  boost::json::object counts;
  for (const auto& [what, n] : audit.counts()) counts[what] = n;
  context.print_json(boost::json::object{{"sound", audit.differences().empty()},
                                         {"differences", wire::to_json(audit.differences())},
                                         {"checked", std::move(counts)}});
}

}  // namespace

void run_fsck(Context& context, bool deep) { fsck(context, {deep, FsckOptions().most}); }

void add_fsck(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "fsck",
      "重新推导全部数据并与日志核对；0 一致，1 有不符 / derive everything again and compare it "
      "with the log; exit 0 sound, 1 differs");
  const auto options = std::make_shared<FsckOptions>();
  command->add_flag("--deep", options->deep,
                    "并重新读取留存的原始文件 / also read every kept original again");
  command->add_option("--most", options->most, "最多报告几处 / stop after so many differences")
      ->capture_default_str();
  command->callback([&context, options] { fsck(context, *options); });
}

}  // namespace credence::cli
