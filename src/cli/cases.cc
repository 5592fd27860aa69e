// SPDX-License-Identifier: Apache-2.0
#include "app/cases/cases.h"

#include "app/cases/documents.h"
#include "app/cases/way_in.h"
#include "cli/command.h"

// Cases at a terminal: opening, acting, looking, what is due and what was late.

namespace credence::cli {
namespace {

struct CaseOptions {
  Credentials who;
  app::CaseForm form;
  app::ActForm act;
  app::Cases::Wanted wanted;
  std::string number, unit, from, to;
  std::vector<std::string> fields;     // "id=value"
  std::vector<std::string> documents;  // "kind=file"
};

// ---- printing

void print(Context& context, const app::ShownDeadline& one) {
  auto& out = context.out();
  out << "  " << context.say({"期限 ", "deadline "}) << context.say(one.label) << "  ["
      << context.say(one.owed_by_label) << (one.unit.empty() ? "" : " " + one.unit) << "]  "
      << (one.due ? to_string(*one.due) : "") << "  " << one.status;
  if (one.days_left) out << "  " << *one.days_left << context.say({" 日", " days"});
  out << (one.provisional ? context.say({"（待核实）", " (provisional)"}) : "") << "  "
      << context.say(one.article) << '\n';
}

void print(Context& context, const app::ShownStep& step) {
  auto& out = context.out();
  out << "  " << step.step << "  " << to_string(step.at) << "  " << context.say(step.label) << "  ["
      << context.say(step.by) << (step.unit.empty() ? "" : " " + step.unit)
      << (step.officer.empty() ? "" : " " + step.officer) << "]\n";
  for (const auto& field : step.fields)
    out << "      " << context.say(field.label) << context.say({"：", ": "}) << field.value << '\n';
  for (const auto& one : step.documents)
    out << "      " << one.kind << "  " << one.name << "  " << one.sha256 << '\n';
}

void print(Context& context, const app::CaseView& view) {
  if (context.common.json) return context.print_json(view);
  auto& out = context.out();
  out << view.number << "  " << context.say(view.label) << "  " << view.subject_name << "  "
      << context.say(view.state_label) << '\n';
  if (view.closed) out << "  " << context.say(view.outcome) << '\n';
  for (const auto& one : view.deadlines) print(context, one);
  for (const auto& one : view.steps) print(context, one);
  for (const auto& act : view.can) {
    out << context.say({"  可办理 ", "  may be done: "}) << act.id << "  " << context.say(act.label)
        << "  --after " << view.steps_done;
    for (const auto& field : act.fields)
      out << (field.required ? " --field " : " [--field ") << field.id << "=…"
          << (field.required ? "" : "]");
    out << '\n';
  }
}

void print(Context& context, const std::vector<app::CaseLine>& lines) {
  if (context.common.json) return context.print_json(lines);
  for (const auto& one : lines)
    context.out() << one.number << "  " << context.say(one.label) << "  " << one.subject_name
                  << "  " << context.say(one.state_label) << "  "
                  << (one.due ? to_string(*one.due) : "") << '\n';
  if (lines.empty()) context.out() << context.say({"没有案件。\n", "No cases.\n"});
}

void print(Context& context, const app::Desk& desk) {
  if (context.common.json) return context.print_json(desk);
  auto& out = context.out();
  for (const auto& one : desk.lines) {
    out << one.when << "  " << one.number << "  " << context.say(one.label) << "  "
        << one.subject_name << "  " << context.say(one.state_label) << "  " << one.unit_name << "  "
        << one.officer << '\n';
    print(context, one.deadline);
  }
  out << context.say({"逾期 ", "late "}) << desk.late << context.say({"，今天 ", ", today "})
      << desk.today << context.say({"，本周 ", ", this week "}) << desk.week
      << context.say({"，以后 ", ", later "}) << desk.later << context.say({"，中止 ", ", paused "})
      << desk.paused << '\n';
}

void print(Context& context, const app::BreachLedger& ledger) {
  if (context.common.json) return context.print_json(ledger);
  auto& out = context.out();
  for (const auto& one : ledger.units)
    out << one.unit_name << context.say({"  应办结 ", "  ended "}) << one.ended
        << context.say({"，按期 ", ", in time "}) << one.in_time
        << context.say({"，逾期办结 ", ", late "}) << one.late
        << context.say({"，逾期未办 ", ", owed "}) << one.owed << '\n';
  for (const auto& one : ledger.breaches)
    out << "  " << to_string(one.due) << "  " << one.unit_name << "  " << context.say(one.label)
        << "  " << context.say(one.deadline_label) << "  "
        << (one.done ? to_string(*one.done) : context.say({"未办", "not done"})) << "  "
        << one.days_late << context.say({" 日  ", " days  "}) << context.say(one.article) << '\n';
  if (ledger.units.empty())
    out << context.say({"这段时间没有到期的期限。\n", "No deadline ended in this time.\n"});
}

// ---- doing

Error not_a_pair(const std::string& text) {
  return make_error(ErrorCode::invalid, "case.field_form",
                    {"“" + text + "”不是“名称=内容”。", "“" + text + "” is not “name=value”."},
                    {"如 --field claim=罚款金额有误，--document evidence=决定书.pdf。",
                     "Such as --field claim=..., --document evidence=decision.pdf."});
}

Result<std::pair<std::string, std::string>> pair_of(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) return not_a_pair(text);
  return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

// Fills in fields and documents as they were given; the documents are kept by then.
template <class F>
Result<void> fill(const CaseOptions& options, const Node& node, F& form) {
  for (const auto& text : options.fields) {
    const auto pair = pair_of(text);
    if (!pair) return pair.error();
    form.fields.push_back({pair->first, pair->second});
  }
  for (const auto& text : options.documents) {
    const auto pair = pair_of(text);
    if (!pair) return pair.error();
    const auto kept = node.documents.keep(*node.book, pair->second, read_input(pair->second));
    if (!kept) return kept.error();
    form.documents.push_back(app::attached(*kept, pair->first));
  }
  return {};
}

// What every subcommand does around its own call.
template <class Call>
void with_node(Context& context, const CaseOptions& options, Call call) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  node.cases.refresh(*node.book);
  const auto caller = options.who.caller(context, node);
  if (!caller) return context.fail(caller.error());
  const auto done = call(node, *caller);
  done ? print(context, *done) : context.fail(done.error());
}

Result<app::CaseView> show(Node& node, const app::Caller& caller, const std::string& number) {
  const auto permit = node.gate.admit(*node.book, caller,
                                      {app::purpose_of_look(caller), number, "", "cli", "", false});
  if (!permit) return permit.error();
  auto pending = node.cases.show(*node.book, caller, number);
  if (!pending) return pending.error();
  return node.ledger.release(*permit, std::move(*pending));
}

Result<Date> day_of(const std::string& text, Date otherwise) {
  if (text.empty()) return otherwise;
  if (const auto parsed = parse_date(text)) return *parsed;
  return make_error(ErrorCode::invalid, "query.date", {"日期无法识别。", "The day cannot be read."},
                    {"请写成 2026-03-01。", "Write it as 2026-03-01."});
}

Result<app::BreachLedger> breaches(Node& node, const app::Caller& caller,
                                   const CaseOptions& options) {
  const Date today = node.clock.now().day();
  const auto from = day_of(options.from, Date(today.year(), 1, 1));
  if (!from) return from.error();
  const auto to = day_of(options.to, today);
  if (!to) return to.error();
  return node.desks.breaches(*node.book, caller, *from, *to, options.unit);
}

// ---- the subcommands

void add_list(CLI::App& cases, Context& context) {
  const auto options = std::make_shared<CaseOptions>();
  auto* command = cases.add_subcommand(
      "list", "本人的案件，或本单位的 / one's own cases, or those of the own unit");
  command->add_option("--procedure", options->wanted.procedure, "程序 / procedure");
  command->add_flag("--open", options->wanted.open_only, "只列未办结 / only open ones");
  command->add_flag("--desk", options->wanted.on_desk,
                    "只列待本单位办理 / only what waits for the own unit");
  command->add_option("--after", options->wanted.after, "在此编号之后 / after this number");
  command->add_option("--limit", options->wanted.limit, "最多几条 / at most")
      ->capture_default_str();
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_node(context, *options, [&](Node& node, const app::Caller& caller) {
      return node.cases.list(*node.book, caller, options->wanted);
    });
  });
}

void add_show(CLI::App& cases, Context& context) {
  const auto options = std::make_shared<CaseOptions>();
  auto* command = cases.add_subcommand(
      "show", "案卷、期限和可以办理的步骤 / the file, its deadlines and what may be done");
  command->add_option("number", options->number, "案件编号 / number")->required();
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_node(context, *options, [&](Node& node, const app::Caller& caller) {
      return show(node, caller, options->number);
    });
  });
}

void add_fields(CLI::App& command, CaseOptions& options) {
  command.add_option("--field", options.fields,
                     "填写的内容，字段=内容，可多次 / a field of the form, id=value; repeat");
  command.add_option("--document", options.documents,
                     "附上材料，种类=文件，可多次 / a document, kind=file; repeat");
}

void add_open(CLI::App& cases, Context& context) {
  const auto options = std::make_shared<CaseOptions>();
  auto* command = cases.add_subcommand("open", "提出：异议、修复等 / open a case");
  command->add_option("procedure", options->form.procedure, "见 credence procedures / see there")
      ->required();
  command->add_option("--act", options->form.act, "由哪一步开始 / the act that opens it");
  command->add_option("--code", options->form.code,
                      "谁的；缺省为本人 / whose; one's own when absent");
  command->add_option("--record", options->form.record, "记录编号 / the record's key");
  add_fields(*command, *options);
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_node(context, *options,
              [&](Node& node, const app::Caller& caller) -> Result<app::CaseView> {
                if (auto filled = fill(*options, node, options->form); !filled)
                  return filled.error();
                return node.cases.open(*node.book, caller, options->form);
              });
  });
}

void add_act(CLI::App& cases, Context& context) {
  const auto options = std::make_shared<CaseOptions>();
  auto* command = cases.add_subcommand("act", "办理一个步骤 / act in a case");
  command->add_option("number", options->number, "案件编号 / number")->required();
  command->add_option("act", options->act.act, "步骤，见 cases show / see cases show")->required();
  command
      ->add_option("--after", options->act.after,
                   "看到的最后一步；其间有人办理则不予受理 / the last step you have seen; refused "
                   "when somebody acted since")
      ->required();
  add_fields(*command, *options);
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_node(context, *options,
              [&](Node& node, const app::Caller& caller) -> Result<app::CaseView> {
                if (auto filled = fill(*options, node, options->act); !filled)
                  return filled.error();
                return node.cases.act(*node.book, caller, options->number, options->act);
              });
  });
}

void add_desk(CLI::App& cases, Context& context) {
  const auto options = std::make_shared<CaseOptions>();
  auto* command =
      cases.add_subcommand("desk", "待办：逾期、今天、本周 / what is due: late, today, this week");
  command->add_option("--unit", options->unit, "单位代码（督办人） / a unit, for who supervises");
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_node(context, *options, [&](Node& node, const app::Caller& caller) {
      return node.desks.desk(*node.book, caller, options->unit);
    });
  });
}

void add_breaches(CLI::App& cases, Context& context) {
  const auto options = std::make_shared<CaseOptions>();
  auto* command = cases.add_subcommand(
      "breaches", "期限公示：按期、逾期、未办（公开） / deadlines kept and not kept; public");
  command->add_option("--from", options->from, "到期日自，缺省为今年 / due from; this year");
  command->add_option("--to", options->to, "到期日至 / due to");
  command->add_option("--unit", options->unit, "单位代码 / a unit's code");
  options->who.add_to(*command);
  command->callback([&context, options] {
    with_node(context, *options, [&](Node& node, const app::Caller& caller) {
      return breaches(node, caller, *options);
    });
  });
}

}  // namespace

void add_cases(CLI::App& app, Context& context) {
  auto* cases = app.add_subcommand(
      "cases", "案件：提出、办理、待办、期限公示 / cases: open, act, what is due, what was late");
  cases->require_subcommand(1);
  add_list(*cases, context);
  add_show(*cases, context);
  add_open(*cases, context);
  add_act(*cases, context);
  add_desk(*cases, context);
  add_breaches(*cases, context);
}

}  // namespace credence::cli
