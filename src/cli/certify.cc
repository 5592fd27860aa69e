// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "cli/command.h"

// A certificate that an organisation stands in no list of a kind, checkable offline.

namespace credence::cli {
namespace {

struct CertifyOptions {
  AskOptions ask;
  std::string code, item, out;
};

void certify(Context& context, const CertifyOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const auto permit = options.ask.permit(context, node, "cli");
  if (!permit) return context.fail(permit.error());
  const auto as_of = options.ask.instant(node);
  if (!as_of) return context.fail(as_of.error());
  auto pending = node.absence.certify(*node.book, *permit, options.item, options.code, *as_of);
  if (!pending) return context.fail(pending.error());
  const std::string text = node.ledger.release(*permit, std::move(*pending));
  if (options.out.empty()) {
    context.out() << text;
    return;
  }
  std::ofstream(options.out, std::ios::binary) << text;
  context.out() << options.out << '\n';
}

}  // namespace

void add_certify(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "certify",
      "出具不在名单证明，可离线核验 / certify that an organisation stands in no list of a kind");
  const auto options = std::make_shared<CertifyOptions>();
  command->add_option("code", options->code, "统一社会信用代码 / credit code")->required();
  command->add_option("--item", options->item, "名单事项，如 serious_dishonesty / the list's item")
      ->required();
  command->add_option("--out", options->out, "写入文件 / where to write it");
  options->ask.add_to(*command);
  command->callback([&context, options] { certify(context, *options); });
}

}  // namespace credence::cli
