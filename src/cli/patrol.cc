// SPDX-License-Identifier: Apache-2.0
#include "app/patrol/patrol.h"

#include "cli/command.h"

// Looks for misuse and puts it on a desk; deciding is for who handles findings.

namespace credence::cli {
namespace {

constexpr int findings_shown = 1'000;

struct PatrolOptions {
  Credentials who;
  std::string decide, as, note, state;
  bool list = false;
};

void print(Context& context, const app::PatrolFinding& finding) {
  auto& out = context.out();
  out << finding.id << "  " << finding.state << "  " << finding.severity << "  "
      << context.say(finding.label) << "  [" << finding.basis << "]\n  "
      << (finding.asker.empty() ? "" : finding.asker + "  " + finding.unit_name + "  ");
  if (finding.subject) out << context.say({"主体 ", "subject "}) << finding.subject->value << "  ";
  out << context.say(finding.facts) << '\n';
  if (finding.first_entry >= 0) {
    out << context.say({"  访问日志条目 ", "  entries of the access log "}) << finding.first_entry
        << " … " << finding.last_entry << '\n';
  }
  if (!finding.note.empty()) out << "  " << finding.decided_by << "  " << finding.note << '\n';
}

void print(Context& context, const std::vector<app::PatrolFinding>& findings) {
  if (context.common.json) return context.print_json(findings);
  for (const auto& one : findings) print(context, one);
  if (findings.empty()) context.out() << context.say({"没有巡查发现。\n", "No findings.\n"});
}

void run_once(Context& context, Node& node, app::Patrol& patrol) {
  const auto report = patrol.run(*node.book, node.clock.now());
  if (!context.common.json) {
    context.out() << context.say({"已巡查：查询 ", "Gone over: looks "}) << report.run.looks
                  << context.say({"，记录 ", ", records "}) << report.run.records
                  << context.say({"，主体 ", ", files "}) << report.run.files
                  << context.say({"；新发现 ", "; new findings "}) << report.run.found << '\n';
  }
  print(context, patrol.open(findings_shown));
}

void decide(Context& context, Node& node, app::Patrol& patrol, const PatrolOptions& options) {
  const auto caller = options.who.caller(context, node);
  if (!caller) return context.fail(caller.error());
  const auto done = patrol.decide(*caller, options.decide, options.as, options.note);
  done ? print(context, std::vector{*done}) : context.fail(done.error());
}

void list(Context& context, Node& node, const app::Patrol& patrol, const PatrolOptions& options) {
  const auto caller = options.who.caller(context, node);
  if (!caller) return context.fail(caller.error());
  const auto found = patrol.list(*caller, {options.state, "", "", findings_shown});
  found ? print(context, *found) : context.fail(found.error());
}

void patrol(Context& context, const PatrolOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  app::Patrol& patrol = node.patrol;
  if (!options.decide.empty()) return decide(context, node, patrol, options);
  if (options.list) return list(context, node, patrol, options);
  run_once(context, node, patrol);
}

}  // namespace

void add_patrol(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "patrol",
      "常态化巡查一次并列出待处置的发现；处置用 --decide / patrol once and list the open findings; "
      "decide one with --decide");
  const auto options = std::make_shared<PatrolOptions>();
  auto* one = command->add_option("--decide", options->decide,
                                  "处置该编号的发现（须有权限的账号） / decide this finding");
  command->add_option("--as", options->as, "explained | confirmed | passed_on")->needs(one);
  command->add_option("--note", options->note, "处置理由 / why")->needs(one);
  auto* listing = command->add_flag("--list", options->list,
                                    "只列出，不巡查（须有权限的账号） / list only, by account");
  command->add_option("--state", options->state, "open | explained | confirmed | passed_on")
      ->needs(listing);
  options->who.add_to(*command);
  command->callback([&context, options] { patrol(context, *options); });
}

}  // namespace credence::cli
