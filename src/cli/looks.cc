// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

// Who looked: at oneself for subjects, at anybody for auditors.

namespace credence::cli {
namespace {

struct LooksOptions {
  Credentials who;
  std::string code, asker, unit, purpose, matter, reason;
  int limit = 50;
  bool ledger = false;
};

void print_looks(Context& context, const app::LooksAtMe& answer) {
  if (context.common.json) return context.print_json(answer);
  auto& out = context.out();
  for (const auto& look : answer.looks) {
    out << to_string(look.at) << "  " << look.unit << "  " << context.say(look.purpose_label)
        << "  " << look.matter << "  " << context.say(look.article) << "\n   ";
    for (const auto& item : look.item_labels) out << ' ' << context.say(item);
    out << context.say({"  展示 ", "  shown "}) << look.shown
        << context.say({"，未展示 ", ", withheld "}) << look.withheld
        << (look.was_sealed ? context.say({"（曾保密）", " (was sealed)"}) : "") << '\n';
  }
  for (const auto& day : answer.public_views)
    out << to_string(day.day) << context.say({"  公开浏览 ", "  public views "}) << day.views
        << '\n';
  if (answer.looks.empty()) out << context.say({"没有查询记录。\n", "Nobody looked.\n"});
}

Result<std::optional<SubjectId>> subject_of(const Node& node, const std::string& code) {
  if (code.empty()) return std::optional<SubjectId>();
  const auto named = app::named_subject(*node.book, node.vault.person_secret(), code);
  if (!named) return named.error();
  return std::optional(named->id);
}

void search(Context& context, Node& node, const app::Caller& caller, const LooksOptions& options) {
  const auto subject = subject_of(node, options.code);
  if (!subject) return context.fail(subject.error());
  const auto found = node.looks.search(caller,
                                       {*subject,
                                        options.asker,
                                        options.unit,
                                        options.purpose,
                                        options.matter,
                                        {},
                                        {},
                                        0,
                                        options.limit},
                                       options.reason);
  if (!found) return context.fail(found.error());
  if (context.common.json) return context.print_json(*found);
  for (const auto& one : *found) {
    context.out() << to_string(one.at) << "  " << one.asker << "  " << one.unit << "  "
                  << one.purpose << "  " << one.matter << "  " << context.say({"主体 ", "subject "})
                  << one.subject.value << "  " << one.items << '\n';
  }
}

void looks(Context& context, const LooksOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const auto caller = options.who.caller(context, node);
  if (!caller) return context.fail(caller.error());
  if (options.ledger) return search(context, node, *caller, options);
  const auto answer = node.looks.at_me(*node.book, *caller, "", options.limit);
  answer ? print_looks(context, *answer) : context.fail(answer.error());
}

}  // namespace

void add_looks(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("looks",
                                     "谁查询过我；审计人员加 --ledger 检索查询记录 / who looked at "
                                     "me; auditors search with --ledger");
  const auto options = std::make_shared<LooksOptions>();
  auto* ledger = command->add_flag("--ledger", options->ledger,
                                   "检索全部查询记录（审计） / search the whole ledger (audit)");
  command->add_option("--code", options->code, "主体代码 / subject")->needs(ledger);
  command->add_option("--asker", options->asker, "查询人 / asker")->needs(ledger);
  command->add_option("--unit", options->unit, "单位代码 / unit code")->needs(ledger);
  command->add_option("--purpose", options->purpose, "查询目的 / purpose")->needs(ledger);
  command->add_option("--matter", options->matter, "办件编号 / matter number")->needs(ledger);
  command->add_option("--reason", options->reason, "查阅事由 / why it is searched")->needs(ledger);
  command->add_option("--limit", options->limit, "最多几条 / at most")->capture_default_str();
  options->who.add_to(*command);
  command->callback([&context, options] { looks(context, *options); });
}

}  // namespace credence::cli
