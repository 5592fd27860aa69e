// SPDX-License-Identifier: Apache-2.0
#include "app/rights/rights.h"

#include "cli/command.h"

// What data subjects ask for: asking, answering, and seeing what is due.

namespace credence::cli {
namespace {

struct RightsOptions {
  Credentials who;
  app::RightsForm form;
  app::RightsDecision decision;
  std::string number, state, unit;
  bool refused = false;
  int limit = 100;
};

void print(Context& context, const Node& node, const app::RightsRequest& request) {
  if (context.common.json) return context.print_json(request);
  auto& out = context.out();
  const auto kind = node.book->rights.find(request.right);
  out << request.number << "  " << request.state << "  "
      << (kind == node.book->rights.end() ? request.right : context.say(kind->second.label))
      << "  [" << request.basis << "]\n  " << context.say({"主体 ", "subject "})
      << request.subject.value << context.say({"  期限 ", "  due "}) << to_string(request.due)
      << (request.provisional ? context.say({"（待核实）", " (provisional)"}) : "")
      << (request.late ? context.say({"  逾期办结", "  closed late"}) : "") << '\n';
  for (const auto* text : {&request.text, &request.answer, &request.reasons}) {
    if (!text->empty()) out << "  " << *text << '\n';
  }
}

void print(Context& context, const Node& node, const app::RightsList& list) {
  if (context.common.json) return context.print_json(list);
  for (const auto& one : list.requests) print(context, node, one);
  context.out() << context.say({"待办 ", "open "}) << list.open
                << context.say({"，逾期 ", ", late "}) << list.late << '\n';
}

// What every subcommand does around its own call.
template <class Call>
void with_rights(Context& context, const RightsOptions& options, Call call) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const auto caller = options.who.caller(context, node);
  if (!caller) return context.fail(caller.error());
  app::Rights& rights = node.rights;
  const auto done = call(rights, *node.book, *caller);
  done ? print(context, node, *done) : context.fail(done.error());
}

void add_kinds(CLI::App& rights, Context& context) {
  rights.add_subcommand("kinds", "列出可以提出的请求 / what may be asked for")
      ->callback([&context] {
        const auto book = load_rules(context.common.rules);
        for (const auto& [id, kind] : book->rights)
          context.out() << id << "  " << context.say(kind.label) << "  "
                        << book->cite(kind.basis, !context.common.english) << '\n';
      });
}

void add_list(CLI::App& rights, Context& context) {
  const auto options = std::make_shared<RightsOptions>();
  auto* command = rights.add_subcommand(
      "list", "本人的请求；经办人看全部，逾期在前 / one's own; all for who answers, late first");
  command->add_option("--state", options->state, "open | answered | refused | withdrawn");
  command->add_option("--limit", options->limit, "最多几条 / at most")->capture_default_str();
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_rights(context, *options, [&](app::Rights& all, const auto&, const app::Caller& caller) {
      return all.list(caller, options->state, "", options->limit);
    });
  });
}

void add_open(CLI::App& rights, Context& context) {
  const auto options = std::make_shared<RightsOptions>();
  auto* command = rights.add_subcommand(
      "open",
      "提出请求；代为提出须写 --code 和 --evidence / ask; on behalf with --code, --evidence");
  command->add_option("right", options->form.right, "见 rights kinds / see rights kinds")
      ->required();
  command->add_option("--text", options->form.text, "请求的内容 / what is asked for");
  command->add_option("--consent", options->form.consent, "撤回的授权编号 / consent withdrawn");
  auto* code = command->add_option("--code", options->form.code, "代谁提出 / on whose behalf");
  auto* paper = command->add_option("--evidence", options->form.evidence,
                                    "授权委托书等文书编号 / number of the paper");
  code->needs(paper);
  paper->needs(code);
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_rights(context, *options,
                [&](app::Rights& all, const auto& book, const app::Caller& caller) {
                  return all.open(book, caller, options->form);
                });
  });
}

void add_decide(CLI::App& rights, Context& context) {
  const auto options = std::make_shared<RightsOptions>();
  auto* command = rights.add_subcommand("decide", "办结请求，须说明理由 / decide, with reasons");
  command->add_option("number", options->number, "请求编号 / number")->required();
  command->add_flag("--refuse", options->refused, "拒绝 / refuse");
  command->add_option("--answer", options->decision.answer, "办理结果 / what was done");
  command->add_option("--reasons", options->decision.reasons, "理由 / why");
  command->add_option("--ground", options->decision.ground,
                      "同意删除时的销毁理由，见 erase --grounds / ground of an erasure");
  options->who.add_to(*command);
  command->callback([&context, options] {
    options->decision.granted = !options->refused;
    with_rights(context, *options,
                [&](app::Rights& all, const auto& book, const app::Caller& caller) {
                  return all.decide(book, caller, options->number, options->decision);
                });
  });
}

void add_refer(CLI::App& rights, Context& context) {
  const auto options = std::make_shared<RightsOptions>();
  auto* command = rights.add_subcommand("refer", "转请其他单位协查 / ask another unit");
  command->add_option("number", options->number, "请求编号 / number")->required();
  command->add_option("--unit", options->unit, "协查单位代码 / its code")->required();
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_rights(context, *options,
                [&](app::Rights& all, const auto& book, const app::Caller& caller) {
                  return all.refer(book, caller, options->number, options->unit);
                });
  });
}

void add_withdraw(CLI::App& rights, Context& context) {
  const auto options = std::make_shared<RightsOptions>();
  auto* command = rights.add_subcommand("withdraw", "本人收回请求 / take one's own request back");
  command->add_option("number", options->number, "请求编号 / number")->required();
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_rights(context, *options, [&](app::Rights& all, const auto&, const app::Caller& caller) {
      return all.withdraw(caller, options->number);
    });
  });
}

}  // namespace

void add_rights(CLI::App& app, Context& context) {
  auto* rights = app.add_subcommand(
      "rights",
      "个人信息权利请求：提出、办理、查看 / requests of data subjects: ask, decide, list");
  rights->require_subcommand(1);
  add_kinds(*rights, context);
  add_list(*rights, context);
  add_open(*rights, context);
  add_decide(*rights, context);
  add_refer(*rights, context);
  add_withdraw(*rights, context);
}

}  // namespace credence::cli
