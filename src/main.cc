// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "app/intake/tabular/sandbox.h"
#include "cli/audit_node.h"
#include "cli/cli.h"
#include "http/address.h"
#include "http/fsck_runs.h"
#include "http/routes.h"
#include "http/server.h"

// The composition root: the machine's clock and randomness, and the ways in.

namespace {

std::optional<credence::http::TlsSettings> tls_of(const credence::cli::ServeSettings& where) {
  if (where.tls_certificate.empty()) return std::nullopt;
  return credence::http::TlsSettings{where.tls_certificate, where.tls_key, where.client_ca};
}

// What a person types to come here.
std::string home_of(const credence::cli::ServeSettings& where, std::string_view public_host,
                    std::uint16_t port) {
  if (!where.tls_certificate.empty()) return "https://" + std::string(public_host);
  return "http://" + where.address + ":" + std::to_string(port);
}

int serve(credence::cli::Node& node, const credence::cli::NodeSettings& settings,
          const credence::cli::ServeSettings& where) {
  credence::http::Services services{*node.database,
                                    *node.book,
                                    node.query,
                                    node.names,
                                    node.intake,
                                    node.reports,
                                    node.absence,
                                    node.ledger,
                                    node.gate,
                                    node.members,
                                    node.sessions,
                                    node.keys,
                                    node.consents,
                                    node.looks,
                                    node.patrol,
                                    node.rights,
                                    node.cases,
                                    node.desks,
                                    node.documents,
                                    node.corrections,
                                    node.repairs,
                                    node.recalls,
                                    node.checks,
                                    node.signer,
                                    node.check_files,
                                    node.feedback,
                                    node.measure_uses,
                                    node.lists,
                                    node.campaigns,
                                    node.statistics,
                                    node.editions,
                                    node.clock,
                                    node.random,
                                    settings.folder,
                                    credence::app::reading_apart()};
  // Who serves writes, so the engine's own files are left to the command line.
  credence::http::FsckRuns fsck(node.clock, [&node](bool deep, credence::app::AuditWatch& watch) {
    return credence::cli::audit_node(node, {deep, 100, false}, &watch);
  });
  services.fsck = &fsck;
  services.embed_origins = settings.embed_origins;
  services.answer_keys = {node.log_keys.answers.verifier()};
  services.issuer = settings.issuer;
  services.centre = settings.unit;
  services.public_host = credence::http::host_of(settings.public_address);
  const auto tls = tls_of(where);
  const char* reach = tls ? "" : "（只接受本机访问 / this machine only）";
  credence::http::serve(services, where.address, static_cast<std::uint16_t>(where.port), tls,
                        [&](std::uint16_t port) {
                          const std::string home = home_of(where, services.public_host, port);
                          std::cout << "明信已启动 / serving on " << home << reach
                                    << "\n  监听 / listening on " << where.address << " " << port
                                    << "\n  " << home << "/ 查询页 / search page\n  " << home
                                    << "/api/v1/openapi.json 接口文档 / API\n  " << home
                                    << "/healthz 健康 / health" << std::endl;
                        });
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  // Before all else: this may be the child of another credence, for reading a foreign file.
  if (credence::app::is_reading_child(argc, argv)) credence::app::be_reading_child(argc, argv);
  const credence::SystemClock clock;
  credence::SystemRandom random;
  credence::cli::World world{
      clock, random, std::cin, std::cout, std::cerr, serve, credence::http::openapi};
  return credence::cli::run(argc, argv, world);
}
