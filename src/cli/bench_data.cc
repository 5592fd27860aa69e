// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "cli/command.h"
#include "simulation/submission.h"

namespace credence::cli {
namespace {

using simulation::Kind;

struct BenchDataOptions {
  std::uint64_t seed = 1, organizations = 10'000, first = 0, rows = 10'000;
  std::uint32_t faults = 20'000;
  std::string kind = "penalties", out, today;
};

const std::map<std::string, Kind> kinds = {{"registrations", Kind::registrations},
                                           {"permits", Kind::permits},
                                           {"penalties", Kind::penalties},
                                           {"honours", Kind::honours}};

void bench_data(Context& context, const BenchDataOptions& options) {
  const auto book = load_rules(context.common.rules);
  const auto today = options.today.empty() ? std::optional(context.world.clock.now().day())
                                           : parse_date(options.today);
  if (!today) {
    return context.fail(make_error(ErrorCode::invalid, "query.date",
                                   {"日期无法识别。", "The day cannot be read."},
                                   {"请写成 2024-03-01。", "Write it as 2024-03-01."}));
  }
  const simulation::Province province(book->regions, book->calendar,
                                      {options.seed, options.organizations, *today});
  const Kind kind = kinds.at(options.kind);
  const auto columns = simulation::columns(kind);
  const auto form = std::filesystem::path(options.out).extension();
  const auto writer = form == ".xlsx"    ? app::make_xlsx_writer(options.out, columns)
                      : form == ".jsonl" ? app::make_jsonl_writer(options.out, columns)
                                         : app::make_csv_writer(options.out, columns);
  const auto planted = simulation::write_rows(
      province, {kind, options.first, options.rows, options.faults, 30'000}, *writer);
  writer->close();
  const std::string item(simulation::item_of(kind));
  if (context.common.json) {
    return context.print_json(boost::json::object{
        {"file", options.out}, {"item", item}, {"rows", options.rows}, {"clean", planted.front()}});
  }
  context.out() << options.out << "  " << item << "  " << options.rows
                << context.say({" 行，其中无误 ", " rows, without fault "}) << planted.front()
                << '\n';
}

}  // namespace

void add_bench_data(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "bench-data", "生成虚构省份的报送文件 / write files a made-up province would send");
  const auto options = std::make_shared<BenchDataOptions>();
  command->add_option("out", options->out, "写入 .csv、.xlsx 或 .jsonl / where to write")
      ->required();
  command->add_option("--kind", options->kind, "registrations, permits, penalties, honours")
      ->check(CLI::IsMember(kinds))
      ->capture_default_str();
  command->add_option("--rows", options->rows, "行数 / rows")->capture_default_str();
  command->add_option("--first", options->first, "第一条的序号 / index of the first record")
      ->capture_default_str();
  command
      ->add_option("--organizations", options->organizations,
                   "全省组织数 / organisations in the province")
      ->capture_default_str();
  command->add_option("--seed", options->seed, "种子 / seed")->capture_default_str();
  command->add_option("--faults", options->faults, "每百万行的差错数 / faults per million rows")
      ->capture_default_str();
  command->add_option("--today", options->today, "以该日为今天 / the day that counts as today");
  command->callback([&context, options] { bench_data(context, *options); });
}

}  // namespace credence::cli
