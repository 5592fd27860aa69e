// SPDX-License-Identifier: Apache-2.0
#include "app/erasure/erasure.h"
#include "cli/command.h"

// Destroys what is kept of a subject, on a ground of law, with four eyes where the rule says so.

namespace credence::cli {
namespace {

struct EraseOptions {
  Credentials who;
  std::string code, ground, reason;
  std::int64_t approve = 0;
  bool list = false, grounds = false;
};

void print(Context& context, const app::Erasure& erasure) {
  if (context.common.json) return context.print_json(erasure);
  auto& out = context.out();
  out << context.say({"销毁 ", "Erasure "}) << erasure.number << "  "
      << context.say(erasure.ground_label) << "  [" << erasure.basis << "]\n  "
      << context.say({"提出：", "proposed by "}) << erasure.proposed_by << "，"
      << erasure.proposed_unit << "，" << to_string(erasure.proposed) << "；" << erasure.reason
      << '\n';
  if (!erasure.done) {
    out << context.say({"  等待另一名经办人批准：credence erase <代码> --approve ",
                        "  Waits for somebody else's approval: credence erase CODE --approve "})
        << erasure.number << '\n';
    return;
  }
  out << context.say({"  已销毁：", "  Destroyed by "}) << erasure.decided_by << "，"
      << to_string(*erasure.done) << context.say({"；记录版本 ", "; record versions "})
      << erasure.records << context.say({"，日志条目的内容 ", ", statements of the log "})
      << erasure.entries << context.say({"，留存原件 ", ", kept originals "}) << erasure.originals
      << '\n'
      << context.say(
             {"  此前给出的证明仍然有效；备份中的副本须按同一期限销毁。\n",
              "  Proofs given before stay valid. Copies in backups must be destroyed too.\n"});
}

void list_grounds(Context& context, const Node& node) {
  for (const auto& [id, ground] : node.book->erasure_grounds) {
    context.out() << id << "  " << context.say(ground.label) << "  [" << ground.basis << "]"
                  << (ground.four_eyes ? context.say({"  须另一人批准", "  needs a second person"})
                                       : std::string())
                  << '\n';
  }
}

void erase(Context& context, const EraseOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  if (options.grounds) return list_grounds(context, node);
  node.attest_settings();
  app::Erasures erasures(*node.database, node.vault);
  erasures.sweep();
  if (options.list) {
    for (const auto& one : erasures.list(*node.book, 100)) print(context, one);
    return;
  }
  const auto by = options.who.caller(context, node);
  if (!by) return context.fail(by.error());
  const auto done =
      options.approve > 0
          ? erasures.approve(*node.book, options.approve, options.code, *by)
          : erasures.propose(*node.book, options.code, options.ground, options.reason, *by);
  done ? print(context, *done) : context.fail(done.error());
}

}  // namespace

void add_erase(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "erase",
      "依法销毁一个主体的信息；日志和旧证明仍然有效 / lawfully destroy what is kept of a subject; "
      "the log and old proofs stay valid");
  const auto options = std::make_shared<EraseOptions>();
  command->add_option("code", options->code, "主体代码 / the subject's code");
  command->add_option("--ground", options->ground, "销毁理由，见 --grounds / the ground of law");
  command->add_option("--reason", options->reason,
                      "所依据的申请或文件 / the request or file it rests on");
  options->who.add_to(*command);
  command->add_option("--approve", options->approve,
                      "批准该编号的销毁（须另一人） / approve this erasure; somebody else must");
  command->add_flag("--list", options->list, "列出 / list them");
  command->add_flag("--grounds", options->grounds, "列出可用理由 / list the grounds");
  command->callback([&context, options] {
    if (options->code.empty() && !options->list && !options->grounds) throw CLI::CallForHelp();
    erase(context, *options);
  });
}

}  // namespace credence::cli
