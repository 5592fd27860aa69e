// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

namespace credence::cli {

void add_init(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("init", "建立数据目录 / make a data folder");
  const auto settings = std::make_shared<NodeSettings>();
  command->add_option("--issuer", settings->issuer, "报告出具单位 / who issues reports");
  command->add_option("--public-address", settings->public_address,
                      "报告二维码指向的地址 / where a report's QR code leads");
  command->add_flag("--national-suite", settings->national_suite,
                    "国密：个人信息以 SM4/SM3 密封，检查点同时以 SM2/SM3 签名 / seal personal "
                    "fields with SM4, sign checkpoints with SM2 beside Ed25519");
  command->add_option("--unit", settings->unit,
                      "信用中心（运行单位）的统一社会信用代码 / credit code of the credit centre");
  command->add_option("--region", settings->region,
                      "管辖区域的区划代码，缺省 370000 / the jurisdiction, a division code");
  command->add_flag("--demonstration", settings->demonstration,
                    "演示用：只在本机提供服务，不要求第二因素 / for showing around: this machine "
                    "only, no second factor");
  command->callback([&context, settings] {
    NodeSettings given = context.common.settings();
    given.issuer = settings->issuer;
    given.public_address = settings->public_address;
    given.national_suite = settings->national_suite;
    given.unit = settings->unit;
    given.demonstration = settings->demonstration;
    given.region = settings->region;
    const auto made = init_folder(given, context.world.clock, context.world.random);
    if (!made) return context.fail(made.error());
    Node(read_settings(context.common.settings()), context.world.clock, context.world.random)
        .attest_settings();
    const std::string folder = context.common.folder;
    if (context.common.json) return context.print_json(boost::json::object{{"folder", folder}});
    context.out() << context.say(
        {"已建立数据目录 " + folder +
             "。请备份其中的 node.secret 和 log.key：没有前者，自然人信息无法读取；没有后者，"
             "日志不能继续签名。\n把 log.pub 公布出去：任何人都可据以核验。\n"
             "下一步：credence ingest --data " +
             folder + " --item organization_registration --provider <本单位代码> 文件.csv\n",
         "Made the data folder " + folder +
             ". Back up its node.secret (personal fields cannot be read without it) and log.key "
             "(the log cannot be signed on without it).\nPublish log.pub: anyone can check with "
             "it.\n"
             "Next: credence ingest --data " +
             folder + " --item organization_registration --provider <your code> file.csv\n"});
  });
}

}  // namespace credence::cli
