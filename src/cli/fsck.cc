// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_node.h"
#include "cli/command.h"
#include "store/journal_segment.h"
#include "store/page_sums.h"

// Derives everything again from what is stored, compares it with the log, and names the first thing
// that differs.

namespace credence::cli {
namespace {

constexpr int status_differs = 1;

struct FsckOptions {
  bool deep = false;
  std::size_t most = 20;
};

void print(Context& context, const app::AuditReport& report) {
  auto& out = context.out();
  for (const auto& one : report.differences) {
    out << context.say({"不符  ", "differs  "}) << one.where << "  [" << one.id << "]\n    "
        << context.say(one.message) << '\n';
  }
  std::string counts;
  for (const auto& one : report.checked)
    counts += (counts.empty() ? "" : ", ") + std::to_string(one.count) + " " + one.what;
  out << (report.differences.empty() ? context.say({"一致：", "Sound: "})
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
  const auto report = audit_node(*opened, {options.deep, options.most});
  context.status = report.differences.empty() ? 0 : status_differs;
  if (!context.common.json) return print(context, report);
  boost::json::object counts;
  for (const auto& one : report.checked) counts[one.what] = one.count;
  context.print_json(boost::json::object{{"sound", report.differences.empty()},
                                         {"differences", wire::to_json(report.differences)},
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
