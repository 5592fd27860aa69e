// SPDX-License-Identifier: Apache-2.0
#include "app/access/rotation.h"
#include "app/access/sealed_files.h"
#include "app/cases/documents.h"
#include "cli/command.h"

// The keys that wrap all others: which there are, and replacing them.

namespace credence::cli {
namespace {

std::vector<app::KeyKeeper> keepers_of(Node& node) {
  const auto& folder = node.database->folder();
  return {app::subject_keys(*node.database), app::originals(folder).keys(),
          app::documents(folder).keys()};
}

std::string in_words(const std::vector<app::KeptKeys>& wraps) {
  std::string text;
  for (const auto& [keeper, keys] : wraps)
    text += (text.empty() ? "" : ", ") + std::to_string(keys) + " " + keeper;
  return text.empty() ? "0" : text;
}

void print(Context& context, const app::KeyGeneration& one) {
  context.out() << one.generation << "  "
                << (one.suite.empty() ? context.say({"node.secret 中没有", "not in node.secret"})
                                      : one.suite)
                << (one.newest ? context.say({"  现用", "  in use"}) : std::string())
                << context.say({"  包裹 ", "  wraps "}) << in_words(one.wraps) << '\n';
}

void list(Context& context) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  const auto all = app::list_keys(*node.database, keepers_of(node));
  if (context.common.json) return context.print_json(all);
  for (const auto& one : all) print(context, one);
}

void rotate(Context& context, bool national_suite) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const auto suite = national_suite ? std::optional(SealSuite::sm4_sm3) : std::nullopt;
  const auto done = app::rotate_keys(*node.database, context.world.random, keepers_of(node), suite);
  node.attest_settings();
  if (context.common.json) return context.print_json(done);
  context.out()
      << context.say({"已换用第 ", "Now in use: generation "}) << done.generation
      << context.say({" 代密钥（", " ("}) << done.suite
      << context.say({"），重新包裹 ", "); wraps "}) << in_words(done.wraps)
      << context.say({"；旧密钥已销毁。请立即备份新的 node.secret，并复制到服务同一数据库的每台机器"
                      "。\n",
                      "; the old key is destroyed. Back up the new node.secret now, and "
                      "copy it to every machine that serves this database.\n"});
}

}  // namespace

void add_keys(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "keys", "包裹密钥：查看、轮换 / keys: list the wrapping keys, rotate them");
  command->require_subcommand(1);
  command->add_subcommand("list", "列出各代密钥及其包裹的密钥数 / list them and what they wrap")
      ->callback([&context] { list(context); });
  auto* one = command->add_subcommand(
      "rotate",
      "换用新密钥并销毁旧密钥；中断后再次执行即可续完 / take a new key into use and destroy the "
      "old one; after a crash, run it again");
  const auto national = std::make_shared<bool>(false);
  one->add_flag("--national-suite", *national,
                "今后以国密 SM4/SM3 密封 / seal with SM4 and SM3 from now on");
  one->callback([&context, national] { rotate(context, *national); });
}

}  // namespace credence::cli
