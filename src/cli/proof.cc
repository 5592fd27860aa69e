// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <fstream>

#include "cli/command.h"

// Proofs a provider keeps: that a row it sent was accepted, and as what, or refused, and why.

namespace credence::cli {
namespace {

struct ProofOptions {
  Credentials who;
  std::string receipt, rows, provider, out = ".";
};

struct RowRange {
  std::int64_t first = 0, last = 0;
};

// "7" or "2-500".
Result<RowRange> read_range(const std::string& text) {
  const auto dash = text.find('-');
  const std::string from = text.substr(0, dash),
                    to = dash == std::string::npos ? from : text.substr(dash + 1);
  RowRange range;
  const auto read = [](const std::string& digits, std::int64_t& value) {
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return fault == std::errc{} && end == digits.data() + digits.size() && value > 0;
  };
  if (read(from, range.first) && read(to, range.last) && range.first <= range.last) return range;
  return make_error(ErrorCode::invalid, "proof.rows",
                    {"行号无法识别。", "The rows cannot be read."},
                    {"请写成 7 或 2-500。", "Write 7, or 2-500."});
}

Error not_yours() {
  return make_error(ErrorCode::forbidden, "receipt.not_yours",
                    {"只能取回本单位报送的回执。", "Only the own unit's receipts are given out."},
                    {"请核对提供单位代码。", "Check the provider's code."}, "SD-2020/15");
}

void prove(Context& context, const ProofOptions& options) {
  const auto range = read_range(options.rows);
  if (!range) return context.fail(range.error());
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const auto caller = options.who.operator_or_caller(context, node);
  if (!caller) return context.fail(caller.error());
  const auto permit = node.gate.admit(*node.book, *caller, {"own_submission", "", "", "cli", ""});
  if (!permit) return context.fail(permit.error());
  if (caller->unit() != options.provider && !caller->may(domain::Power::steward))
    return context.fail(not_yours());
  std::filesystem::create_directories(options.out);
  for (std::int64_t row = range->first; row <= range->last; ++row) {
    auto pending = node.intake.row_proof(*permit, options.provider, options.receipt, row);
    if (!pending) {
      // Blank lines of the file are no rows.
      if (range->first != range->last && pending.error().id == "receipt.no_row") continue;
      return context.fail(pending.error());
    }
    const auto path = std::filesystem::path(options.out) /
                      (options.receipt + "-" + std::to_string(row) + ".tlog-proof");
    std::ofstream(path, std::ios::binary) << node.ledger.release(*permit, std::move(*pending));
    context.out() << path.string() << '\n';
  }
}

}  // namespace

void add_proof(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "proof",
      "取回逐行回执证明，供离线核验 / fetch proofs of rows you sent, to be checked offline");
  const auto options = std::make_shared<ProofOptions>();
  command->add_option("--receipt", options->receipt, "回执号 / receipt")->required();
  command->add_option("--rows", options->rows, "行号，如 7 或 2-500 / rows, as 7 or 2-500")
      ->required();
  command->add_option("--provider", options->provider, "提供单位代码 / the provider's code")
      ->required();
  options->who.add_to(*command);
  command->add_option("--out", options->out, "写入目录 / folder to write to")
      ->capture_default_str();
  command->callback([&context, options] { prove(context, *options); });
}

}  // namespace credence::cli
