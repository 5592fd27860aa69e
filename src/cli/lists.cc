// SPDX-License-Identifier: Apache-2.0
#include "app/lists/lists.h"

#include "app/lists/campaigns.h"
#include "cli/command.h"
#include "wire/from_json.h"

// Lists, what a change of rules would do, and campaigns at a terminal.

namespace credence::cli {
namespace {

struct ListOptions {
  Credentials who;
  std::string id, folder, day, form;
  bool csv = false;
  std::size_t limit = 100;
};

// ---- printing

void print(Context& context, const std::vector<app::ListLine>& lines) {
  if (context.common.json) return context.print_json(lines);
  for (const auto& one : lines)
    context.out() << one.id << "  " << context.say(one.label) << "  " << one.sort
                  << context.say({"  在列 ", "  on it "}) << one.on
                  << (one.provisional ? context.say({"  待核实", "  provisional"}) : "") << '\n';
}

void print(Context& context, const app::ListView& view) {
  if (context.common.json) return context.print_json(view);
  auto& out = context.out();
  out << view.line.id << "  " << context.say(view.line.label)
      << context.say({"  在列 ", "  on it "}) << view.line.on << '\n';
  for (const auto& article : view.articles) out << "  " << context.say(article) << '\n';
  out << context.say({"  列入 ", "  entry: "}) << context.say(view.conditions)
      << context.say({"\n  移出 ", "\n  removal: "}) << context.say(view.removal) << '\n';
  for (const auto& one : view.measures)
    out << "  * " << one.id << "  " << context.say(one.label) << "  " << context.say(one.article)
        << '\n';
}

void print(Context& context, const app::SpreadReport& report) {
  if (context.common.json) return context.print_json(report);
  auto& out = context.out();
  for (const auto& one : report.lists) {
    out << one.list << "  " << context.say(one.label) << context.say({"  在列 ", "  on it "})
        << one.on << context.say({"，24个月列入 ", ", entered in 24 months "}) << one.entered
        << context.say({"，移出 ", ", left "}) << one.left
        << context.say({"，一年前 ", ", a year ago "}) << one.year_ago << '\n';
    for (const auto& flag : one.flags)
      out << "  ! " << context.say(flag.label) << "  " << flag.percent << "% (" << flag.part << '/'
          << flag.whole << ", " << flag.threshold << "%)\n";
  }
  out << context.say(report.note) << '\n';
}

void print(Context& context, const app::PreviewedSubject& one) {
  auto& out = context.out();
  out << "  " << one.outcome << "  " << one.code << "  " << one.name << '\n';
  for (const auto& change : one.changes)
    out << "      " << change.how << "  " << change.id << "  " << context.say(change.label) << '\n';
  for (const auto& reason : one.surprising) out << "      ! " << context.say(reason.words) << '\n';
}

void print(Context& context, const app::Preview& preview) {
  if (context.common.json) return context.print_json(preview);
  auto& out = context.out();
  out << preview.edition_before << " → " << preview.edition_after << "  " << to_string(preview.day)
      << context.say({"  新受约束 ", "  newly bound "}) << preview.totals.bound
      << context.say({"，解除 ", ", freed "}) << preview.totals.freed
      << context.say({"，变化 ", ", changed "}) << preview.totals.changed
      << context.say({"，查看主体 ", ", organisations looked at "}) << preview.organizations
      << '\n';
  for (const auto& rule : preview.rules)
    out << "  " << rule.id << "  " << context.say(rule.label) << "  +" << rule.gained << " -"
        << rule.lost << " ~" << rule.altered << '\n';
  for (const auto& group : preview.by_region)
    out << "  " << context.say(group.label) << "  +" << group.totals.bound << " -"
        << group.totals.freed << " ~" << group.totals.changed << '\n';
  out << context.say({"应当细看：\n", "Look at these first:\n"});
  for (const auto& one : preview.surprising) print(context, one);
}

void print(Context& context, const app::CampaignProgress& one) {
  if (context.common.json) return context.print_json(one);
  auto& out = context.out();
  out << one.form.id << "  " << one.form.title << context.say({"  任务 ", "  tasks "}) << one.tasks
      << context.say({"，办结 ", ", done "}) << one.done << context.say({"，逾期 ", ", late "})
      << one.late << (one.closed ? context.say({"，已结束", ", closed"}) : "") << '\n';
  if (one.without_unit > 0)
    out << context.say({"  没有承办单位 ", "  without a unit "}) << one.without_unit << '\n';
  for (const auto& unit : one.by_unit)
    out << "  " << context.say(unit.label) << "  " << unit.closed << '/' << unit.tasks
        << context.say({"，逾期 ", ", late "}) << unit.late << '\n';
}

void print(Context& context, const std::vector<app::CampaignProgress>& all) {
  if (context.common.json) return context.print_json(all);
  for (const auto& one : all) print(context, one);
  if (all.empty()) context.out() << context.say({"没有专项治理。\n", "No campaigns.\n"});
}

void print(Context& context, const std::vector<app::TypicalCase>& all) {
  if (context.common.json) return context.print_json(all);
  for (const auto& one : all)
    context.out() << (one.name.empty() ? context.say({"（不公开名称）", "(not named)"}) : one.name)
                  << "  " << one.unit_name << "  " << one.result << "  " << one.summary << '\n';
}

// ---- doing

// Prints what `make` gives, in whoever's name.
template <class Make>
void with_node(Context& context, const ListOptions& options, Make make) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  const auto caller = options.who.operator_or_caller(context, node);
  if (!caller) return context.fail(caller.error());
  const auto made = make(node, *caller);
  if (!made) return context.fail(made.error());
  print(context, *made);
}

Result<Date> day_of(const std::string& text, Date otherwise) {
  if (text.empty()) return otherwise;
  if (const auto parsed = parse_date(text)) return *parsed;
  return make_error(ErrorCode::invalid, "query.date", {"日期无法识别。", "The day cannot be read."},
                    {"请写成 2026-03-01。", "Write it as 2026-03-01."});
}

Result<app::Preview> preview(Node& node, const app::Caller& caller, const ListOptions& options) {
  const auto permit =
      node.gate.admit(*node.book, caller, {"stewardship", "", "", "cli", "", false});
  if (!permit) return permit.error();
  const auto day = day_of(options.day, node.clock.now().day());
  if (!day) return day.error();
  const auto after = app::book_of(rulebook::read_rule_files(options.folder));
  if (!after) return after.error();
  auto pending = node.lists.preview(*node.book, **after, *permit, *day, options.limit);
  if (!pending) return pending.error();
  return node.ledger.release(*permit, std::move(*pending));
}

Result<app::CampaignForm> form_in(const std::string& path) {
  boost::system::error_code fault;
  const auto json = boost::json::parse(read_input(path), fault);
  if (fault)
    return make_error(ErrorCode::invalid, "json.syntax",
                      {"文件不是 JSON。", "The file is no JSON."},
                      {"格式见接口文档 CampaignForm。", "See CampaignForm in the API document."});
  return wire::from_json<app::CampaignForm>(json);
}

std::shared_ptr<ListOptions> options_of(CLI::App& command) {
  auto options = std::make_shared<ListOptions>();
  options->who.add_to(command);
  return options;
}

void add_spread(CLI::App& lists, Context& context) {
  auto* command =
      lists.add_subcommand("spread", "名单规模和防止泛化提示 / how wide lists are, with flags");
  const auto options = options_of(*command);
  command->add_flag("--csv", options->csv, "以 CSV 输出 / print CSV");
  command->callback([&context, options] {
    if (!options->csv) {
      return with_node(context, *options, [](Node& node, const app::Caller& caller) {
        return node.lists.spread(*node.book, caller);
      });
    }
    Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
    const auto caller = options->who.operator_or_caller(context, node);
    if (!caller) return context.fail(caller.error());
    const auto report = node.lists.spread(*node.book, *caller);
    if (!report) return context.fail(report.error());
    context.out() << app::spread_csv(*report);
  });
}

// A subcommand about one campaign.
template <class Make>
void add_about_one(CLI::App& campaigns, Context& context, const char* name, const char* about,
                   Make make) {
  auto* command = campaigns.add_subcommand(name, about);
  const auto options = options_of(*command);
  command->add_option("id", options->id, "编号 / number")->required();
  command->callback([&context, options, make] {
    with_node(context, *options, [&](Node& node, const app::Caller& caller) {
      return make(node, caller, options->id);
    });
  });
}

}  // namespace

void add_lists(CLI::App& app, Context& context) {
  auto* lists =
      app.add_subcommand("lists", "名单：在列数、规模、防止泛化 / lists: how many, how wide");
  const auto all = std::make_shared<ListOptions>();
  auto* show = lists->add_subcommand("show", "一个名单 / one list");
  const auto options = std::make_shared<ListOptions>();
  show->add_option("id", options->id, "编号 / id")->required();
  show->callback([&context, options] {
    with_node(context, *options, [&](Node& node, const app::Caller&) {
      return node.lists.view(*node.book, options->id);
    });
  });
  add_spread(*lists, context);
  lists->callback([&context, lists, all] {
    if (!lists->get_subcommands().empty()) return;
    with_node(context, *all, [](Node& node, const app::Caller&) {
      return Result<std::vector<app::ListLine>>(node.lists.lines(*node.book));
    });
  });
}

void add_rules_preview(CLI::App& rules, Context& context) {
  auto* command = rules.add_subcommand(
      "preview",
      "规则变更预演：谁会新受约束、解除或者变化 / what other rules would do, and to whom");
  const auto options = options_of(*command);
  command->add_option("folder", options->folder, "改后的规则目录 / folder of the other rules")
      ->required();
  command->add_option("--day", options->day, "以哪一天计，缺省为今天 / on which day; today");
  command->add_option("--limit", options->limit, "最多列出几个主体 / at most so many organisations")
      ->capture_default_str();
  command->callback([&context, options] {
    with_node(context, *options, [&](Node& node, const app::Caller& caller) {
      return preview(node, caller, *options);
    });
  });
}

void add_campaigns(CLI::App& app, Context& context) {
  auto* campaigns = app.add_subcommand("campaigns", "重点领域专项治理 / campaigns");
  campaigns->require_subcommand(1);
  auto* list = campaigns->add_subcommand("list", "各项及其进度 / all, and how they go");
  const auto listing = options_of(*list);
  list->callback([&context, listing] {
    with_node(context, *listing, [](Node& node, const app::Caller& caller) {
      return node.campaigns.list(*node.book, caller);
    });
  });
  auto* start = campaigns->add_subcommand("start", "启动 / start one");
  const auto starting = options_of(*start);
  start->add_option("file", starting->form, "JSON（CampaignForm）")->required();
  start->callback([&context, starting] {
    with_node(context, *starting,
              [&](Node& node, const app::Caller& caller) -> Result<app::CampaignProgress> {
                const auto form = form_in(starting->form);
                if (!form) return form.error();
                return node.campaigns.start(*node.book, caller, *form);
              });
  });
  add_about_one(*campaigns, context, "show", "进度 / how it goes",
                [](Node& node, const app::Caller& caller, const std::string& id) {
                  return node.campaigns.progress(*node.book, caller, id);
                });
  add_about_one(*campaigns, context, "gather", "补充归集 / gather again",
                [](Node& node, const app::Caller& caller, const std::string& id) {
                  return node.campaigns.gather(*node.book, caller, id);
                });
  add_about_one(*campaigns, context, "close", "结束 / close",
                [](Node& node, const app::Caller& caller, const std::string& id) {
                  return node.campaigns.close(*node.book, caller, id);
                });
  add_about_one(*campaigns, context, "typical", "典型案例（公开） / typical cases; public",
                [](Node& node, const app::Caller&, const std::string& id) {
                  return node.campaigns.typical(*node.book, id);
                });
}

}  // namespace credence::cli
