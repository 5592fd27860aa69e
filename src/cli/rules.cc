// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/command.h"
#include "rulebook/difference.h"
#include "rulebook/standing.h"

namespace credence::cli {
namespace {

rulebook::RuleFiles files_of(const std::string& folder) {
  return folder.empty() ? rulebook::embedded_rule_files() : rulebook::read_rule_files(folder);
}

boost::json::object json_of(const rulebook::RuleFault& fault) {
  return {{"file", fault.file},
          {"line", fault.line},
          {"message", wire::to_json(fault.message)},
          {"remedy", wire::to_json(fault.remedy)}};
}

// Reads strictly, runs the cases, and lists what is provisional.
void check(Context& context, const std::string& folder) {
  const auto files = files_of(folder);
  const auto reading = rulebook::read_rules(files);
  auto faults = reading.faults;
  if (reading.book) faults = rulebook::run_cases(files, *reading.book);
  context.status = faults.empty() ? 0 : 65;
  if (context.common.json) {
    boost::json::array list, provisional;
    for (const auto& fault : faults) list.push_back(json_of(fault));
    if (reading.book) {
      for (const auto& one : reading.book->provisional) provisional.emplace_back(one);
    }
    return context.print_json(
        boost::json::object{{"edition", reading.book ? reading.book->edition : ""},
                            {"faults", list},
                            {"provisional", provisional}});
  }
  for (const auto& fault : faults) {
    context.out() << fault.file << ':' << fault.line << ": " << context.say(fault.message) << ' '
                  << context.say(fault.remedy) << '\n';
  }
  if (!reading.book) return;
  for (const auto& one : reading.book->provisional)
    context.out() << context.say({"待核实 ", "provisional "}) << one << '\n';
  context.out() << context.say({"版本 ", "edition "}) << reading.book->edition
                << context.say({"，事项 ", ", items "}) << reading.book->catalogue.items().size()
                << context.say({"，待核实 ", ", provisional "}) << reading.book->provisional.size()
                << context.say({"，错误 ", ", faults "}) << faults.size() << '\n';
}

void print(Context& context, const rulebook::FileDifference& one) {
  auto& out = context.out();
  out << (one.change == "added" ? "+ " : one.change == "removed" ? "- " : "~ ") << one.path << '\n';
  for (const auto& key : one.keys) {
    out << "    " << key.key << ": " << key.before.value_or("∅") << " → " << key.after.value_or("∅")
        << '\n';
  }
}

void diff(Context& context, const std::string& before, const std::string& after) {
  const auto found = rulebook::differences(files_of(before), files_of(after));
  if (context.common.json) return context.print_json(found);
  for (const auto& one : found) print(context, one);
}

void items(Context& context) {
  const auto book = load_rules(context.common.rules);
  boost::json::array list;
  for (const auto& [number, item] : book->catalogue.items()) {
    if (context.common.json) {
      list.push_back(boost::json::object{{"id", item.id},
                                         {"label", wire::to_json(item.label)},
                                         {"class", item.class_code},
                                         {"fields", item.fields.size()}});
    } else {
      context.out() << item.id << "  " << context.say(item.label) << "  (" << item.fields.size()
                    << context.say({" 个字段)\n", " fields)\n"});
    }
  }
  if (context.common.json) context.print_json(list);
}

void purposes(Context& context) {
  for (const auto& [id, purpose] : load_rules(context.common.rules)->purposes) {
    context.out() << id << "  " << context.say(purpose.label) << "  [" << purpose.basis << "]"
                  << (purpose.matter_required
                          ? context.say({"  需办件编号", "  needs a matter number"})
                          : "")
                  << '\n';
  }
}

void explain_item(Context& context, const rulebook::RuleBook& book, const rulebook::Item& item) {
  auto& out = context.out();
  out << item.id << "  " << context.say(item.label) << '\n';
  for (const auto& basis : item.basis)
    out << "  " << book.cite(basis, !context.common.english) << '\n';
  for (const auto& field : item.fields) {
    out << "  " << field.code << "  " << context.say(field.label)
        << (field.length > 0 ? "  C(" + std::to_string(field.length) + ")" : "")
        << (field.required == rulebook::Required::no ? "" : context.say({"  必填", "  required"}))
        << (field.provisional ? context.say({"  待核实", "  provisional"}) : "")
        << (field.note.empty() ? "" : "  " + field.note) << '\n';
  }
  for (const auto& check : item.checks) {
    out << "  " << check.id << "  " << context.say(check.message) << "  ["
        << book.cite(check.basis, !context.common.english) << "]\n";
  }
}

void matters(Context& context, const rulebook::RuleBook& book) {
  for (const auto& [id, matter] : book.matters) {
    context.out() << id << "  " << context.say(matter.label) << "  "
                  << book.cite(matter.basis, !context.common.english) << '\n';
    for (const auto& [measure_id, measure] : book.measures) {
      if (counts_in(measure, matter))
        context.out() << "  · " << measure_id << "  " << context.say(measure.label) << '\n';
    }
    for (const auto& [limit_id, limit] : book.appointments) {
      if (counts_in(limit, matter))
        context.out() << "  · " << limit_id << "  " << context.say(limit.label) << '\n';
    }
  }
}

void explain_measure(Context& context, const rulebook::RuleBook& book,
                     const rulebook::Measure& measure) {
  auto& out = context.out();
  out << measure.id << "  " << context.say(measure.label) << "\n  " << context.say(measure.content)
      << "\n  " << book.cite(measure.basis, !context.common.english)
      << context.say({"\n  关联：", "\n  relation: "}) << context.say(measure.relation)
      << context.say({"\n  适当：", "\n  proportion: "}) << context.say(measure.proportion)
      << context.say({"\n  解除：", "\n  lifted by: "}) << context.say(measure.lifted_by) << '\n';
  for (const auto& ground : measure.grounds)
    out << context.say({"  依据 ", "  ground "})
        << (ground.list.empty() ? ground.records.item : ground.list) << '\n';
}

void explain_list(Context& context, const rulebook::RuleBook& book,
                  const rulebook::ListRule& list) {
  auto& out = context.out();
  out << list.id << "  " << context.say(list.label)
      << context.say({"\n  认定 ", "\n  recognised by "}) << context.say(list.recognised_by)
      << context.say({"\n  条件 ", "\n  conditions "}) << context.say(list.conditions)
      << context.say({"\n  移出 ", "\n  removal "}) << context.say(list.removal) << '\n';
  for (const auto& basis : list.basis)
    out << "  " << book.cite(basis, !context.common.english) << '\n';
}

// What the rules say about an item, a clock, a law, a measure, a list or a purpose.
void explain(Context& context, const std::string& id) {
  const auto book = load_rules(context.common.rules);
  if (const auto* item = book->catalogue.find(id)) return explain_item(context, *book, *item);
  if (id == "purposes") return purposes(context);
  if (id == "matters") return matters(context, *book);
  if (const auto measure = book->measures.find(id); measure != book->measures.end())
    return explain_measure(context, *book, measure->second);
  if (const auto list = book->lists.find(id); list != book->lists.end())
    return explain_list(context, *book, list->second);
  const auto clock = std::ranges::find(book->clocks, id, &rulebook::ClockRule::id);
  if (clock != book->clocks.end()) {
    context.out() << clock->id << "  " << context.say(clock->label) << "  " << clock->value << "  "
                  << clock->counted_from << "  "
                  << book->cite(clock->basis, !context.common.english) << '\n';
    return;
  }
  if (const auto law = book->laws.find(id); law != book->laws.end()) {
    context.out() << law->first << "  " << context.say(law->second.title) << "  "
                  << law->second.number << "  " << to_string(law->second.in_force) << '\n';
    return;
  }
  context.fail(make_error(ErrorCode::not_found, "rules.unknown",
                          {"规则中没有“" + id + "”。", "The rules hold no “" + id + "”."},
                          {"可用：事项、期限、法规、名单、措施的编号，或 purposes、matters。",
                           "Give the id of an item, a clock, a law, a list or a measure, or "
                           "purposes, matters."}));
}

}  // namespace

void add_rules(CLI::App& app, Context& context) {
  auto* command =
      app.add_subcommand("rules", "规则：核对、说明、比较 / the rules: check, explain, compare");
  command->require_subcommand(1);
  const auto first = std::make_shared<std::string>(), second = std::make_shared<std::string>();
  auto* one = command->add_subcommand(
      "check",
      "严格读取并运行案例，列出待核实项 / read strictly, run the cases, list what is provisional");
  one->add_option("folder", *first, "规则目录 / rules folder");
  one->callback(
      [&context, first] { check(context, first->empty() ? context.common.rules : *first); });
  auto* two = command->add_subcommand("diff", "比较两套规则 / compare two sets of rules");
  two->add_option("before", *first, "规则目录 / rules folder")->required();
  two->add_option("after", *second, "缺省为内置规则 / the built-in rules when absent");
  two->callback([&context, first, second] { diff(context, *first, *second); });
  auto* three =
      command->add_subcommand("explain", "说明事项、期限、法规 / explain an item, a clock, a law");
  three->add_option("id", *first, "编号 / id")->required();
  three->callback([&context, first] { explain(context, *first); });
  command->add_subcommand("items", "列出事项 / list the items")->callback([&context] {
    items(context);
  });
  command->add_subcommand("purposes", "列出查询目的 / list the purposes")->callback([&context] {
    purposes(context);
  });
  add_rules_preview(*command, context);
}

}  // namespace credence::cli
