// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

namespace credence::cli {
namespace {

void add_tls(CLI::App& command, ServeSettings& settings) {
  auto* certificate = command.add_option("--tls-certificate", settings.tls_certificate,
                                         "TLS 证书链（PEM），更换后自动生效 / the certificate "
                                         "chain; a renewed one is taken by itself");
  auto* key = command.add_option("--tls-key", settings.tls_key,
                                 "其私钥（PEM，不带口令） / its key, without a password");
  command
      .add_option("--client-ca", settings.client_ca,
                  "信任的客户端证书颁发者（PEM） / issuers of client certificates to trust")
      ->needs(certificate);
  certificate->needs(key);
  key->needs(certificate);
}

// Its passwords stand on the terminal and it asks for no second factor.
Error demonstration_stays_here() {
  return make_error(
      ErrorCode::forbidden, "serve.demonstration",
      {"演示目录只在本机提供服务。", "A demonstration is served on this machine only."},
      {"请用 credence init 另建正式的目录。", "Make a folder for real use with credence init."});
}

}  // namespace

void add_serve(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("serve",
                                     "提供 HTTP 服务（不使用 TLS 时只监听本机） / serve HTTP; "
                                     "without TLS on this machine only");
  const auto settings = std::make_shared<ServeSettings>();
  command->add_option("--address", settings->address, "监听地址 / address")->capture_default_str();
  command->add_option("--port", settings->port, "端口 / port")
      ->capture_default_str()
      ->check(CLI::Range(0, 65535));
  add_tls(*command, *settings);
  command->callback([&context, settings] {
    const NodeSettings node_settings = read_settings(context.common.settings());
    Node node(node_settings, context.world.clock, context.world.random);
    node.attest_settings();
    node.cases.refresh(*node.book);
    if (node_settings.demonstration && !settings->tls_certificate.empty())
      return context.fail(demonstration_stays_here());
    tell_first_links(context, node, node_settings);
    context.status = context.world.serve(node, node_settings, *settings);
  });
}

}  // namespace credence::cli
