// SPDX-License-Identifier: Apache-2.0
#include "cli/cli.h"

#include <cstdlib>
#include <exception>
#include <fstream>

#include "cli/command.h"
#include "cli/exit.h"

namespace credence::cli {
namespace {

constexpr const char* about =
    "明信 Credence：公共信用信息平台 — a public credit information platform\n"
    "先试：credence init；credence ingest --item penalty --provider <代码> 文件.csv；credence "
    "query <代码>";

void add_common(CLI::App& app, Common& common) {
  if (const char* folder = std::getenv("CREDENCE_DATA")) common.folder = folder;
  app.add_option("--data", common.folder, "数据目录 / data folder (CREDENCE_DATA)")
      ->capture_default_str();
  app.add_option("--database", common.database,
                 "sqlite 或 PostgreSQL 连接 / sqlite or a PostgreSQL connection");
  app.add_option("--rules", common.rules,
                 "规则目录，缺省用内置规则 / rules folder; the built-in rules when absent");
  app.add_flag("--json", common.json, "以 JSON 输出 / print JSON");
  app.add_flag("--english", common.english, "用英文说明 / explain in English");
  app.fallthrough();
}

}  // namespace

NodeSettings Common::settings() const {
  NodeSettings given;
  given.folder = folder;
  given.database = database;
  given.rules = rules;
  return given;
}

void Context::fail(const Error& error) {
  status = exit_code(error.code);
  if (!common.json) {
    world.err << to_text(error, !common.english) << '\n';
    return;
  }
  boost::json::object object{{"error", error.id},
                             {"message", wire::to_json(error.message)},
                             {"remedy", wire::to_json(error.remedy)},
                             {"basis", error.basis},
                             {"place", wire::to_json(error.place)}};
  world.err << boost::json::serialize(object) << '\n';
}

void AskOptions::add_to(CLI::App& command) {
  command.add_option("--purpose", purpose, "查询目的 / purpose, see: credence rules purposes")
      ->capture_default_str();
  command.add_option("--matter", matter, "办件编号 / matter number");
  command.add_option("--consent", consent,
                     "书面授权编号 / number of the subject's written consent");
  who.add_to(command);
  command.add_flag("--sealed", sealed,
                   "在该目的允许的期限内对信用主体保密 / keep the look from the subject as long as "
                   "the purpose allows");
  command.add_option("--as-of", as_of,
                     "以该日的有效状态回答，如 2024-03-01 / answer as of this day");
  command.add_option("--known", known, "以该时已知的数据回答 / answer with what was known then");
}

Result<app::Permit> AskOptions::permit(Context& context, Node& node,
                                       const std::string& channel) const {
  const auto caller = who.caller(context, node);
  if (!caller) return caller.error();
  return node.gate.admit(*node.book, *caller, {purpose, matter, consent, channel, "", sealed});
}

Result<app::AsOf> AskOptions::instant(const Node& node) const {
  app::AsOf asked{node.clock.now().day(), node.clock.now()};
  const auto day = as_of.empty() ? std::optional(asked.day) : parse_date(as_of);
  const auto instant = known.empty() ? std::optional(asked.known) : parse_instant(known);
  if (day && instant) return app::AsOf{*day, *instant};
  return make_error(ErrorCode::invalid, "query.date", {"日期无法识别。", "The day cannot be read."},
                    {"请写成 2024-03-01。", "Write it as 2024-03-01."});
}

std::string read_input(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    Error error = make_error(ErrorCode::not_found, "file.unreadable",
                             {"文件无法读取。", "The file cannot be read."},
                             {"请确认路径。", "Check the path."});
    error.place.file = path;
    throw Failure(std::move(error));
  }
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The catch site of a command (DESIGN 9).
int run(int argc, const char* const* argv, World& world) {
  CLI::App app{about, "credence"};
  Context context{world, {}, 0};
  add_common(app, context.common);
  app.require_subcommand(1);
  app.set_version_flag("--version", "credence 0.1.0");
  add_init(app, context);
  add_ingest(app, context);
  add_query(app, context);
  add_check(app, context);
  add_search(app, context);
  add_report(app, context);
  add_quality(app, context);
  add_rules(app, context);
  add_proof(app, context);
  add_verify(app, context);
  add_erase(app, context);
  add_certify(app, context);
  add_keys(app, context);
  add_backup(app, context);
  add_restore(app, context);
  add_fsck(app, context);
  add_accounts(app, context);
  add_looks(app, context);
  add_patrol(app, context);
  add_rights(app, context);
  add_procedures(app, context);
  add_cases(app, context);
  add_measures(app, context);
  add_lists(app, context);
  add_campaigns(app, context);
  add_monitor(app, context);
  add_serve(app, context);
  add_openapi(app, context);
  add_bench_data(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong, world.out, world.err) == 0 ? 0 : 64;  // EX_USAGE
  } catch (const Failure& failure) {
    context.fail(failure.error());
  } catch (const std::exception& unexpected) {
    context.fail(
        make_error(ErrorCode::internal, "internal", {unexpected.what(), unexpected.what()},
                   {"请把这条信息报告给维护者。", "Please report this to the maintainers."}));
  }
  return context.status;
}

}  // namespace credence::cli
