// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

// What GET /api/v1/openapi.json serves, without a server: clients are generated from it.

namespace credence::cli {

void add_openapi(CLI::App& app, Context& context) {
  app.add_subcommand("openapi",
                     "打印 HTTP 接口文档（OpenAPI 3.1） / print the document of the HTTP interface")
      ->callback([&context] { context.out() << context.world.openapi() << '\n'; });
}

}  // namespace credence::cli
