// SPDX-License-Identifier: Apache-2.0
#include "app/intake/quality.h"

#include <cstdio>

#include "cli/command.h"

namespace credence::cli {
namespace {

struct QualityOptions {
  std::string provider, item, from = "2000-01-01", to;
};

void print_measures(Context& context, const std::vector<app::Measure>& measures) {
  for (const auto& measure : measures) {
    char number[64];
    std::snprintf(number, sizeof number, "%6.2f%%  (%lld/%lld)", measure.value.percent,
                  static_cast<long long>(measure.value.part),
                  static_cast<long long>(measure.value.whole));
    context.out() << "    " << context.say(measure.label) << "  " << number << "  "
                  << context.say(measure.meaning) << '\n';
  }
}

void quality(Context& context, const QualityOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  const auto from = parse_date(options.from);
  const auto to =
      options.to.empty() ? std::optional(node.clock.now().day()) : parse_date(options.to);
  if (!from || !to) {
    return context.fail(make_error(ErrorCode::invalid, "query.date",
                                   {"日期无法识别。", "The day cannot be read."},
                                   {"请写成 2024-03-01。", "Write it as 2024-03-01."}));
  }
  const auto report =
      app::quality(*node.database, *node.book, options.provider, options.item, *from, *to);
  if (context.common.json) return context.print_json(report);
  for (const auto& line : report.lines) {
    context.out() << line.provider << ' ' << line.provider_name << "  "
                  << context.say(line.item_label) << "  " << line.rows
                  << context.say({" 行\n", " rows\n"});
    print_measures(context, line.dimensions);
    print_measures(context, line.publicity);
  }
  context.out() << context.say(
      {"公式未见国家文本，为暂定。\n", "No national formula was found; these are provisional.\n"});
}

}  // namespace

void add_quality(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("quality", "数据质量报告 / data quality by provider and item");
  const auto options = std::make_shared<QualityOptions>();
  command->add_option("--provider", options->provider, "提供单位代码 / the provider's code");
  command->add_option("--item", options->item, "事项 / item");
  command->add_option("--from", options->from, "接收日期自 / received from");
  command->add_option("--to", options->to, "接收日期至 / received to");
  command->callback([&context, options] { quality(context, *options); });
}

}  // namespace credence::cli
