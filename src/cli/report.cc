// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "cli/command.h"

namespace credence::cli {
namespace {

struct ReportOptions {
  AskOptions ask;
  std::string code, out, again, confirm, check;
};

std::string form_of(const std::string& path) {
  const auto ending = std::filesystem::path(path).extension();
  if (ending == ".json") return "json";
  return ending == ".html" ? "html" : "pdf";
}

void write(Context& context, const Node& node, const app::CreditReport& report,
           const std::string& out) {
  const std::string path = out.empty() ? report.number + ".pdf" : out;
  std::ofstream(path, std::ios::binary)
      << node.reports.file(report.number, form_of(path)).or_throw();
  if (context.common.json) {
    return context.print_json(boost::json::object{{"number", report.number},
                                                  {"check_code", report.check_code},
                                                  {"confirm_url", report.confirm_url},
                                                  {"file", path}});
  }
  context.out() << context.say(
      {"报告 " + report.number + " 已写入 " + path + "，校验码 " + report.check_code + "\n",
       "Report " + report.number + " written to " + path + ", check code " + report.check_code +
           "\n"});
}

void confirm(Context& context, const Node& node, const ReportOptions& options) {
  const auto answer = node.reports.confirm(options.confirm, options.check);
  if (context.common.json) return context.print_json(answer);
  if (!answer.genuine) {
    context.status = 1;
    context.out() << context.say(
        {"未能确认：编号或校验码不符。\n", "Not confirmed: number or check code does not fit.\n"});
    return;
  }
  const Words verdict = answer.superseded
                            ? Words{"真实，未被改动；但出具之后已有新的信息：",
                                    "Genuine and unchanged, but more is known since: "}
                            : Words{"真实有效：", "Genuine: "};
  context.out() << context.say(verdict) << answer.number << "  " << answer.subject_name << "  "
                << to_string(answer.made) << "\n  sha256 " << answer.sha256 << '\n';
}

void report(Context& context, const ReportOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  if (!options.confirm.empty()) return confirm(context, node, options);
  if (!options.again.empty()) {
    const auto kept = node.reports.find(options.again);
    if (!kept) return context.fail(kept.error());
    return write(context, node, *kept, options.out);
  }
  const auto permit = options.ask.permit(context, node, "report");
  if (!permit) return context.fail(permit.error());
  const auto as_of = options.ask.instant(node);
  if (!as_of) return context.fail(as_of.error());
  auto pending = node.query.by_code(*node.book, *permit, options.code, *as_of);
  if (!pending) return context.fail(pending.error());
  const auto file = node.ledger.release(*permit, std::move(*pending));
  if (!file) return context.fail(file.error());
  const auto& purpose = node.book->purposes.at(permit->question().purpose);
  write(context, node, node.reports.issue(*permit, *file, purpose.label.zh), options.out);
}

}  // namespace

void add_report(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("report", "出具公共信用报告 / issue a public credit report");
  const auto options = std::make_shared<ReportOptions>();
  auto* code = command->add_option("code", options->code, "主体代码 / the subject's code");
  command->add_option("--out", options->out, "写入 .pdf、.html 或 .json / where to write it");
  command
      ->add_option("--again", options->again,
                   "按编号重出同一份报告 / give the kept report of this number again")
      ->excludes(code);
  auto* number =
      command->add_option("--confirm", options->confirm, "核验报告编号 / confirm a report number")
          ->excludes(code);
  command->add_option("--check-code", options->check, "校验码 / its check code")->needs(number);
  options->ask.add_to(*command);
  command->callback([&context, options] {
    if (options->code.empty() && options->again.empty() && options->confirm.empty())
      throw CLI::CallForHelp();
    report(context, *options);
  });
}

}  // namespace credence::cli
