// SPDX-License-Identifier: Apache-2.0
#include "app/check/measure_use.h"

#include "cli/command.h"

// Measures at a terminal: what was done with them and what they were worth.

namespace credence::cli {
namespace {

struct MeasureOptions {
  Credentials who;
  app::MeasureUseWanted wanted;
  std::string from, to;
};

void print(Context& context, const app::MeasureCounts& c) {
  context.out() << context.say({"告知 ", "told "}) << c.told
                << context.say({"，已采取 ", ", applied "}) << c.applied
                << context.say({"，未采取 ", ", not applied "}) << c.not_applied
                << context.say({"，已撤销 ", ", overturned "}) << c.overturned
                << context.say({"，未反馈 ", ", unanswered "}) << c.unanswered
                << context.say({"（逾期 ", " (late "}) << c.late
                << context.say({"）；依据后被撤下 ", "); grounds since withdrawn "})
                << c.ground_withdrawn << context.say({"，修复 ", ", repaired "})
                << c.ground_repaired << context.say({"，更正 ", ", corrected "})
                << c.ground_corrected << '\n';
}

void print(Context& context, const app::MeasureUse& use) {
  if (context.common.json) return context.print_json(use);
  auto& out = context.out();
  for (const auto& one : use.measures) {
    out << one.measure << "  " << context.say(one.label) << "  " << context.say(one.article);
    if (one.never_applied) out << context.say({"  【从未采取】", "  [never applied]"});
    if (one.mostly_overturned) out << context.say({"  【多数不能成立】", "  [mostly overturned]"});
    out << "\n  ";
    print(context, one.counts);
    for (const auto& at : use.units) {
      if (at.measure != one.measure) continue;
      out << "    " << at.unit_name << " " << at.region_name << "  ";
      print(context, at.counts);
    }
  }
}

Error wrong_day(const std::string& text) {
  return make_error(ErrorCode::invalid, "query.date",
                    {"日期“" + text + "”无法识别。", "The day “" + text + "” cannot be read."},
                    {"请写成 2024-03-01。", "Write it as 2024-03-01."});
}

void use(Context& context, MeasureOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const auto caller = options.who.operator_or_caller(context, node);
  if (!caller) return context.fail(caller.error());
  const Date today = node.clock.now().day();
  options.wanted.from = Date(today.year(), 1, 1);
  options.wanted.to = today;
  for (auto [text, day] : {std::pair(&options.from, &options.wanted.from),
                           std::pair(&options.to, &options.wanted.to)}) {
    if (text->empty()) continue;
    const auto read = parse_date(*text);
    if (!read) return context.fail(wrong_day(*text));
    *day = *read;
  }
  // What checks told of since the server last ran counts.
  (void)node.feedback.run(*node.book);
  const auto done = node.measure_uses.use(*node.book, *caller, options.wanted);
  done ? print(context, *done) : context.fail(done.error());
}

}  // namespace

void add_measures(CLI::App& app, Context& context) {
  auto* measures = app.add_subcommand("measures", "奖惩措施 / measures");
  measures->require_subcommand(1);
  const auto options = std::make_shared<MeasureOptions>();
  auto* command = measures->add_subcommand(
      "use", "使用和效果：各措施、单位、区划 / use and effect, by measure, unit and region");
  command->add_option("--from", options->from, "核查日期自，缺省为今年 / checked from; this year");
  command->add_option("--to", options->to, "核查日期至 / checked to");
  command->add_option("--measure", options->wanted.measure, "措施编号 / measure");
  command->add_option("--region", options->wanted.region,
                      "区划代码或其开头 / division code or its beginning");
  options->who.add_to(*command);
  command->callback([&context, options] { use(context, *options); });
}

}  // namespace credence::cli
