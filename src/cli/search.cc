// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

namespace credence::cli {
namespace {

struct SearchOptions {
  std::string text;
  int limit = 20;
  bool screen = false;
};

void search(Context& context, const SearchOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.query.follow();
  if (options.screen) {
    const auto hits = node.query.screen(options.text, options.limit);
    if (context.common.json) return context.print_json(hits);
    for (const auto& hit : hits)
      context.out() << hit.likeness << "  " << hit.verdict << "  " << hit.code << "  " << hit.name
                    << '\n';
    return;
  }
  const auto hits = node.query.search(options.text, options.limit);
  if (context.common.json) return context.print_json(hits);
  for (const auto& hit : hits.hits)
    context.out() << hit.code << "  " << hit.name << "  (" << hit.matched << ")\n";
  if (hits.hits.empty())
    context.out() << context.say({"没有找到。自然人不能按姓名查询。\n",
                                  "Nothing found. Persons are never found by name.\n"});
  if (!hits.complete)
    context.out() << context.say(
        {"还有更多，请多输入几个字。\n", "There are more; type more of the name.\n"});
}

}  // namespace

void add_search(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "search",
      "按名称、拼音、简拼或代码开头找组织 / find organisations by name, pinyin, initials or code");
  const auto options = std::make_shared<SearchOptions>();
  command->add_option("text", options->text, "名称片段 / a piece of the name")->required();
  command->add_option("--limit", options->limit, "最多几个 / at most")->capture_default_str();
  command->add_flag("--screen", options->screen,
                    "模糊比对：可能是谁的名称 / fuzzy: whose name could this be");
  command->callback([&context, options] { search(context, *options); });
}

}  // namespace credence::cli
