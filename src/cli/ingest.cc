// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "app/intake/tabular/sandbox.h"
#include "cli/command.h"

namespace credence::cli {
namespace {

struct IngestOptions {
  std::string item, provider, provider_name, template_to, receipt, original_to;
  std::vector<std::string> files;
  int receipts = 0;
  bool sandbox = false;
};

std::string percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? "" : std::to_string(std::min<std::uint64_t>(100, 100 * part / whole)) + "%";
}

void print_receipt(Context& context, const app::Receipt& receipt) {
  if (context.common.json) return context.print_json(receipt);
  auto& out = context.out();
  const auto number = [](std::int64_t n) { return std::to_string(n); };
  if (!receipt.first_time) {
    out << context.say({"这份文件以前报送过，以下是第一次的回执。\n",
                        "This very file was sent before; this is its first receipt.\n"});
  }
  out << context.say(
      {"回执 " + receipt.receipt + "：" + receipt.item_label.zh + "，" + receipt.file_name +
           "\n  报送 " + number(receipt.sent) + " = 新增 " + number(receipt.added) + " + 变更 " +
           number(receipt.changed) + " + 重复 " + number(receipt.duplicate) + " + 拒收 " +
           number(receipt.rejected) + "\n  迟报 " + number(receipt.late) + "，有提示 " +
           number(receipt.warned) + "；" + receipt.format + "，" + receipt.encoding + "\n",
       "Receipt " + receipt.receipt + ": " + receipt.item_label.en + ", " + receipt.file_name +
           "\n  sent " + number(receipt.sent) + " = added " + number(receipt.added) +
           " + changed " + number(receipt.changed) + " + duplicate " + number(receipt.duplicate) +
           " + rejected " + number(receipt.rejected) + "\n  late " + number(receipt.late) +
           ", with warnings " + number(receipt.warned) + "; " + receipt.format + ", " +
           receipt.encoding + "\n"});
  for (const auto& error : receipt.errors) {
    out << "  "
        << (error.warning ? context.say({"提示", "warning"}) : context.say({"错误", "error"}))
        << "  " << error.id << "  " << number(error.rows) << context.say({" 行  ", " rows  "})
        << context.say(error.message) << (error.basis.empty() ? "" : "  [" + error.basis + "]")
        << '\n';
  }
  for (const auto& file : receipt.reject_files) {
    out << context.say({"  拒收清单：", "  reject file: "}) << context.common.folder << '/' << file
        << '\n';
  }
}

void submit(Context& context, const IngestOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const bool show = !context.common.json && ::isatty(STDERR_FILENO) != 0;
  const auto open = options.sandbox ? app::reading_apart() : app::reading_here();
  for (const auto& file : options.files) {
    const auto progress = [&](const app::Progress& at) {
      if (show)
        context.world.err << '\r' << at.rows << context.say({" 行 ", " rows "})
                          << percent(at.bytes_read, at.bytes_total) << "   " << std::flush;
    };
    const auto receipt =
        node.intake.submit(*node.book,
                           {file, std::filesystem::path(file).filename().string(), options.item,
                            options.provider, options.provider_name, open},
                           progress);
    if (show) context.world.err << '\r';
    if (receipt)
      node.members.note_submission(app::Caller::on_this_machine(machine_user()), receipt->receipt,
                                   options.item);
    receipt ? print_receipt(context, *receipt) : context.fail(receipt.error());
  }
}

void ingest(Context& context, const IngestOptions& options) {
  if (!options.template_to.empty()) {
    const std::string form =
        std::filesystem::path(options.template_to).extension() == ".csv" ? "csv" : "xlsx";
    const auto written = app::write_template(*load_rules(context.common.rules), options.item, form,
                                             options.template_to);
    if (!written) return context.fail(written.error());
    context.out() << options.template_to << '\n';
    return;
  }
  if (options.receipt.empty() && options.receipts == 0) return submit(context, options);
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  if (options.receipts > 0) {
    for (const auto& receipt :
         node.intake.receipts(*node.book, options.provider, options.item, options.receipts))
      print_receipt(context, receipt);
    return;
  }
  if (!options.original_to.empty()) {
    const auto restored = node.intake.original(options.receipt, options.original_to);
    if (!restored) return context.fail(restored.error());
    context.out() << options.original_to << '\n';
    return;
  }
  const auto receipt = node.intake.receipt(*node.book, options.receipt);
  receipt ? print_receipt(context, *receipt) : context.fail(receipt.error());
}

}  // namespace

void add_ingest(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("ingest", "报送文件，得到回执 / take in files, give receipts");
  const auto options = std::make_shared<IngestOptions>();
  auto* item =
      command->add_option("--item", options->item, "事项 / item, see: credence rules items");
  auto* provider =
      command->add_option("--provider", options->provider,
                          "提供单位统一社会信用代码 / the providing unit's credit code");
  command->add_option("--provider-name", options->provider_name, "提供单位名称 / its name");
  auto* files =
      command->add_option("files", options->files, "CSV、XLSX 或 JSON Lines 文件 / files");
  command
      ->add_option("--template", options->template_to,
                   "下载空白模板到 .xlsx 或 .csv / write an empty template")
      ->needs(item)
      ->excludes(files);
  auto* receipt = command->add_option("--receipt", options->receipt, "查看回执 / show a receipt")
                      ->excludes(files);
  command
      ->add_option("--original-to", options->original_to,
                   "取回该回执的原始文件 / restore its original file")
      ->needs(receipt);
  command->add_option("--receipts", options->receipts, "列出最近的回执 / list the latest receipts")
      ->excludes(files);
  command
      ->add_flag("--sandbox", options->sandbox,
                 "来历不明的文件：在沙箱子进程中读取 / for files of unknown origin: read them in a "
                 "sandboxed child")
      ->needs(files);
  files->needs(item)->needs(provider);
  command->callback([&context, options] {
    const bool nothing = options->files.empty() && options->template_to.empty() &&
                         options->receipt.empty() && options->receipts == 0;
    if (nothing) throw CLI::CallForHelp();
    ingest(context, *options);
  });
}

}  // namespace credence::cli
