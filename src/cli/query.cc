// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

namespace credence::cli {
namespace {

struct QueryOptions {
  AskOptions ask;
  std::string code, after;
  app::ListFilter filter;
  int limit = 50;
  bool list = false, explain = false;
};

void print_record(Context& context, const rulebook::RuleBook& book,
                  const app::ShownRecord& record) {
  auto& out = context.out();
  out << "  · " << context.say(record.item_label)
      << (record.decided_on ? " " + to_string(*record.decided_on) : "") << "  " << record.caption
      << '\n';
  if (!record.document_number.empty() || !record.issuing_body.empty()) {
    out << "      " << record.document_number << "  " << record.issuing_body << '\n';
  }
  out << "      " << context.say(record.reason) << "（"
      << book.cite(record.basis, !context.common.english) << "）";
  if (record.publicity_end)
    out << context.say({"；公示至 ", "; public until "}) << to_string(*record.publicity_end);
  if (record.disclosure_end)
    out << context.say({"；披露至 ", "; disclosed until "}) << to_string(*record.disclosure_end);
  for (const auto& mark : record.marks) {
    out << "\n      [" << context.say(mark.label) << "] " << to_string(mark.since.day()) << "（"
        << book.cite(mark.basis, !context.common.english) << "）";
    if (!mark.case_number.empty()) out << ' ' << mark.case_number;
    if (!mark.text.empty()) out << "  " << mark.text;
  }
  out << "\n      " << context.say({"来源 ", "source "}) << record.source.provider_name << ' '
      << record.source.provider << context.say({"，回执 ", ", receipt "}) << record.source.batch
      << context.say({" 第 ", " row "}) << record.source.row << context.say({" 行\n", "\n"});
}

void print_withheld(Context& context, const rulebook::RuleBook& book,
                    const std::vector<app::WithheldCount>& withheld) {
  for (const auto& one : withheld) {
    context.out() << context.say({"  未展示 ", "  withheld "}) << one.count
                  << context.say({" 条：", ": "}) << context.say(one.reason) << "（"
                  << book.cite(one.basis, !context.common.english) << "）\n";
  }
}

void print_file(Context& context, const rulebook::RuleBook& book, const app::DisclosedFile& file) {
  if (context.common.json) return context.print_json(file);
  auto& out = context.out();
  out << (file.subject.name.empty() ? context.say({"（自然人）", "(natural person)"})
                                    : file.subject.name);
  for (const auto& code : file.subject.codes) out << "  " << code.scheme << ' ' << code.code;
  out << '\n';
  if (!file.subject.region.empty())
    out << "  " << file.subject.region << "  " << file.subject.authority << '\n';
  for (const auto& name : file.subject.former_names)
    out << context.say({"  曾用名 ", "  formerly "}) << name << '\n';
  for (const auto& record : file.records) print_record(context, book, record);
  if (file.records.empty())
    out << context.say({"  没有可展示的记录。\n", "  No record to show.\n"});
  print_withheld(context, book, file.withheld);
  if (file.archived.empty()) return;
  out << context.say({"  档案（不再公示、共享和使用）：\n",
                      "  In the archive (no longer published, shared or used):\n"});
  for (const auto& record : file.archived) print_record(context, book, record);
}

void print_page(Context& context, const rulebook::RuleBook& book, const app::DisclosedPage& page) {
  if (context.common.json) return context.print_json(page);
  for (const auto& record : page.records) print_record(context, book, record);
  print_withheld(context, book, page.withheld);
  if (!page.next.empty())
    context.out() << context.say({"下一页：--after ", "next page: --after "}) << page.next << '\n';
}

void print_code(Context& context, const app::CodeAnswer& answer) {
  if (context.common.json) return context.print_json(answer);
  const auto yes = [&](bool value) {
    return context.say(value ? Words{"是", "yes"} : Words{"否", "no"});
  };
  context.out() << answer.scheme << ' ' << answer.code
                << context.say({"：格式正确 ", ": well-formed "}) << yes(answer.well_formed)
                << context.say({"，组成已知 ", ", known "}) << yes(answer.known)
                << context.say({"，区划现行 ", ", in force "}) << yes(answer.in_force)
                << context.say({"，平台有登记 ", ", registered here "}) << yes(answer.registered)
                << '\n';
  for (const auto& fault : answer.faults)
    context.out() << "  " << fault.id << "  " << context.say(fault.message) << '\n';
}

void query(Context& context, const QueryOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const auto permit = options.ask.permit(context, node, "cli");
  if (!permit) return context.fail(permit.error());
  const auto as_of = options.ask.instant(node);
  if (!as_of) return context.fail(as_of.error());
  if (options.explain)
    return print_code(context, node.query.explain_code(*node.book, options.code, as_of->day));
  if (options.list) {
    auto page =
        node.query.list(*node.book, *permit, options.filter, options.limit, options.after, *as_of);
    if (!page) return context.fail(page.error());
    return print_page(context, *node.book, node.ledger.release(*permit, std::move(*page)));
  }
  auto file = node.query.by_code(*node.book, *permit, options.code, *as_of);
  if (!file) return context.fail(file.error());
  const auto answer = node.ledger.release(*permit, std::move(*file));
  answer ? print_file(context, *node.book, *answer) : context.fail(answer.error());
}

}  // namespace

void add_query(CLI::App& app, Context& context) {
  auto* command =
      app.add_subcommand("query", "按代码查询，或列出记录 / ask by code, or list records");
  const auto options = std::make_shared<QueryOptions>();
  auto* code = command->add_option(
      "code", options->code, "统一社会信用代码、注册号、组织机构代码… / any code of the subject");
  command->add_flag("--explain", options->explain, "只说明代码本身 / only explain the code itself")
      ->needs(code);
  auto* list =
      command->add_flag("--list", options->list, "列出记录 / list records")->excludes(code);
  command->add_option("--item", options->filter.item, "事项 / item")->needs(list);
  command
      ->add_option("--region", options->filter.region,
                   "区划代码或其开头 / division code or its beginning")
      ->needs(list);
  command->add_option("--body", options->filter.body, "决定机关代码 / the issuing body's code")
      ->needs(list);
  command->add_option("--from", options->filter.from, "决定日期自 / decided from")->needs(list);
  command->add_option("--to", options->filter.to, "决定日期至 / decided to")->needs(list);
  command->add_option("--limit", options->limit, "每页条数 / rows per page")
      ->needs(list)
      ->capture_default_str();
  command->add_option("--after", options->after, "上一页给出的位置 / the cursor of the page before")
      ->needs(list);
  options->ask.add_to(*command);
  command->callback([&context, options] {
    if (options->code.empty() && !options->list) throw CLI::CallForHelp();
    query(context, *options);
  });
}

}  // namespace credence::cli
