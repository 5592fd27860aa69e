// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

namespace credence::cli {

void add_serve(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("serve",
                                     "提供 HTTP 服务（在有账号体系之前只监听本机） / serve HTTP; "
                                     "on loopback only until accounts exist");
  const auto settings = std::make_shared<ServeSettings>();
  command->add_option("--address", settings->address, "监听地址 / address")->capture_default_str();
  command->add_option("--port", settings->port, "端口 / port")
      ->capture_default_str()
      ->check(CLI::Range(0, 65535));
  command->callback([&context, settings] {
    const NodeSettings node_settings = read_settings(context.common.settings());
    Node node(node_settings, context.world.clock, context.world.random);
    node.attest_settings();
    context.status = context.world.serve(node, node_settings, *settings);
  });
}

}  // namespace credence::cli
