// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

namespace credence::cli {

void add_init(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("init", "建立数据目录 / make a data folder");
  const auto settings = std::make_shared<NodeSettings>();
  command->add_option("--issuer", settings->issuer, "报告出具单位 / who issues reports");
  command->add_option("--public-address", settings->public_address,
                      "报告二维码指向的地址 / where a report's QR code leads");
  command->callback([&context, settings] {
    NodeSettings given = context.common.settings();
    given.issuer = settings->issuer;
    given.public_address = settings->public_address;
    const auto made = init_folder(given, context.world.clock, context.world.random);
    if (!made) return context.fail(made.error());
    const std::string folder = context.common.folder;
    if (context.common.json) return context.print_json(boost::json::object{{"folder", folder}});
    context.out() << context.say(
        {"已建立数据目录 " + folder +
             "。请备份其中的 node.secret：没有它，自然人信息无法读取。\n"
             "下一步：credence ingest --data " +
             folder + " --item organization_registration --provider <本单位代码> 文件.csv\n",
         "Made the data folder " + folder +
             ". Back up its node.secret: personal fields cannot be read without it.\n"
             "Next: credence ingest --data " +
             folder + " --item organization_registration --provider <your code> file.csv\n"});
  });
}

}  // namespace credence::cli
