// SPDX-License-Identifier: Apache-2.0
#include "app/cases/procedure_page.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "cli/command.h"

// What can be asked for, and how it goes: procedures told from their data.

namespace credence::cli {
namespace {

using app::Named;

struct ProcedureOptions {
  std::string id, diagram;
};

std::string names(const Context& context, const std::vector<Named>& all) {
  std::string text;
  for (const auto& one : all)
    text += (text.empty() ? "" : context.say({"、", ", "})) + context.say(one.label);
  return text;
}

void print_act(Context& context, const app::DescribedAct& act) {
  auto& out = context.out();
  out << "    " << act.id << "  " << context.say(act.label) << "  [" << names(context, act.by)
      << "]" << (act.to ? " → " + context.say(act.to->label) : std::string()) << "  "
      << context.say(act.article) << '\n';
  for (const auto& field : act.fields) {
    out << "      --field " << field.id << "=…  " << context.say(field.label);
    if (!field.choices.empty()) {
      std::string ids;
      for (const auto& one : field.choices) ids += (ids.empty() ? "" : "|") + one.id;
      out << "  " << ids;
    }
    out << (field.required ? "" : context.say({"（选填）", " (optional)"})) << '\n';
  }
  for (const auto& one : act.conditions) out << "      ! " << context.say(one) << '\n';
  for (const auto& one : act.effects) out << "      * " << context.say(one) << '\n';
}

// The acts that fit, each in full the first time and by its name after that.
template <class Fits>
void print_acts(Context& context, const app::ProcedureView& view, std::set<std::string>& told,
                Fits fits) {
  for (const auto& act : view.acts) {
    if (!fits(act)) continue;
    if (told.insert(act.id).second)
      print_act(context, act);
    else
      context.out() << "    " << act.id << "  " << context.say(act.label)
                    << context.say({"（同前）\n", " (as above)\n"});
  }
}

void print(Context& context, const app::ProcedureView& view) {
  auto& out = context.out();
  out << view.id << "  " << context.say(view.label) << "  " << context.say(view.article) << "\n  "
      << context.say(view.summary) << "\n  " << context.say({"开始", "Start"}) << '\n';
  std::set<std::string> told;
  print_acts(context, view, told, [](const auto& act) { return act.opens; });
  for (const auto& state : view.states) {
    out << "  " << state.id << "  " << context.say(state.label);
    if (state.owner) out << "  [" << context.say(state.owner->label) << "]";
    if (!state.owner) out << "  ■ " << context.say(state.outcome);
    out << '\n';
    print_acts(context, view, told, [&](const auto& act) {
      return std::ranges::count(act.from, state.id, &Named::id) > 0;
    });
  }
  out << "  " << context.say({"办结前的任一状态", "Any state before an end"}) << '\n';
  print_acts(context, view, told, [](const auto& act) { return act.from_any; });
  for (const auto& one : view.deadlines)
    out << "  " << context.say({"期限 ", "deadline "}) << one.id << "  " << context.say(one.label)
        << "  [" << context.say(one.owed_by.label) << "]  " << context.say(one.counted_from)
        << context.say({"起", ": "}) << context.say(one.length) << "  " << context.say(one.article)
        << (one.provisional ? context.say({"（待核实）", " (provisional)"}) : "") << '\n';
}

void list(Context& context, const rulebook::RuleBook& book, int region) {
  const auto lines = app::procedures_in(book, region);
  if (context.common.json) return context.print_json(lines);
  for (const auto& one : lines)
    context.out() << one.id << "  " << context.say(one.label) << "  " << context.say(one.article)
                  << "\n  " << context.say(one.summary) << '\n';
}

// The jurisdiction of the data folder, where there is one.
int region_of(const Context& context) {
  const auto settings = context.common.settings();
  return std::filesystem::exists(settings.folder / "credence.toml") ? read_settings(settings).region
                                                                    : default_region;
}

void run(Context& context, const ProcedureOptions& options) {
  const auto book = load_rules(context.common.rules);
  if (options.id.empty()) return list(context, *book, region_of(context));
  const auto at = book->procedures.find(options.id);
  if (at == book->procedures.end()) {
    return context.fail(
        make_error(ErrorCode::not_found, "procedure.not_found",
                   {"没有这个办事程序。", "There is no such procedure."},
                   {"全部程序见 credence procedures。", "credence procedures lists them."}));
  }
  const auto view = app::procedure_view(*book, at->second, context.world.clock.now().day());
  if (!options.diagram.empty()) std::ofstream(options.diagram, std::ios::binary) << view.diagram;
  context.common.json ? context.print_json(view) : print(context, view);
}

}  // namespace

void add_procedures(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "procedures", "办事程序：步骤、期限、依据 / procedures: steps, deadlines, articles");
  const auto options = std::make_shared<ProcedureOptions>();
  command->add_option("id", options->id, "程序；缺省列出全部 / one of them; all when absent");
  command->add_option("--diagram", options->diagram,
                      "把状态图写成 SVG / write its diagram as SVG to this file");
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace credence::cli
