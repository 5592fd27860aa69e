// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "cli/command.h"
#include "cli/fetch.h"
#include "ledger/keys.h"

// Watching logs: have a witness cosign ours, and compare what two addresses serve.

namespace credence::cli {
namespace {

constexpr int status_split = 1;

std::string without_slash(std::string address) {
  while (address.ends_with('/')) address.pop_back();
  return address;
}

struct MonitorOptions {
  std::string first, second, keys, seen;
};

// The log as an address served it at an earlier run; the larger one becomes what is seen.
Result<void> check_seen(const MonitorOptions& options, const app::ServedLog& now,
                        std::span<const ledger::VerifierKey> keys, const app::Fetch& fetch) {
  if (options.seen.empty()) return {};
  if (std::filesystem::exists(options.seen)) {
    const std::string note = read_input(options.seen);
    const auto opened = ledger::open_checkpoint(note, keys);
    if (!opened) return opened.error();
    const auto same = app::check_same_log({options.seen, opened->checkpoint, note}, now, fetch);
    if (!same) return same.error();
    if (opened->checkpoint.size >= now.checkpoint.size) return {};
  }
  std::ofstream(options.seen, std::ios::binary) << now.note;
  return {};
}

void monitor(Context& context, const MonitorOptions& options) {
  const auto keys = ledger::parse_verifier_keys(read_input(options.keys)).or_throw();
  const auto fetch = web_fetch();
  const auto one = app::fetch_log(without_slash(options.first), keys, fetch);
  if (!one) return context.fail(one.error());
  auto verdict = check_seen(options, *one, keys, fetch);
  if (verdict && !options.second.empty()) {
    const auto other = app::fetch_log(without_slash(options.second), keys, fetch);
    if (!other) return context.fail(other.error());
    verdict = app::check_same_log(*one, *other, fetch);
    if (!verdict) context.out() << one->note << '\n' << other->note << '\n';
  }
  if (!verdict) {
    context.fail(verdict.error());
    if (verdict.error().id == "monitor.split_view") context.status = status_split;
    return;
  }
  if (context.common.json) {
    return context.print_json(boost::json::object{
        {"consistent", true}, {"origin", one->checkpoint.origin}, {"size", one->checkpoint.size}});
  }
  context.out() << context.say({"一致：", "Consistent: "}) << one->checkpoint.origin << ' '
                << one->checkpoint.size << '\n';
}

struct CosignOptions {
  std::string witness, keys, lane = "facts", out;
};

void cosign(Context& context, const CosignOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  const auto keys = ledger::parse_verifier_keys(read_input(options.keys)).or_throw();
  const auto lane = options.lane == "access" ? store::Lane::access : store::Lane::facts;
  const auto cosigned =
      app::ask_witness(*node.database, lane, without_slash(options.witness), keys, web_fetch());
  if (!cosigned) return context.fail(cosigned.error());
  if (options.out.empty()) {
    context.out() << *cosigned;
  } else {
    std::ofstream(options.out, std::ios::binary) << *cosigned;
  }
}

}  // namespace

void add_monitor(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "monitor",
      "核对日志：两个地址是否给出同一历史；1 为分裂视图 / compare what two addresses serve; exit 1 "
      "on a split view");
  const auto options = std::make_shared<MonitorOptions>();
  command
      ->add_option("address", options->first, "日志地址，如 https://…/log/facts / a log's address")
      ->required();
  command->add_option("other", options->second, "另一地址 / another address of the same log");
  command->add_option("--keys", options->keys, "该日志的公钥文件 / the log's public keys")
      ->required();
  command->add_option(
      "--seen", options->seen,
      "记住见过的检查点，下次核对 / keep the checkpoint seen, and check it next time");
  command->callback([&context, options] { monitor(context, *options); });

  auto* asking = app.add_subcommand(
      "cosign", "请另一节点见证本节点的检查点 / have another node cosign this node's checkpoint");
  const auto asked = std::make_shared<CosignOptions>();
  asking
      ->add_option("--witness", asked->witness, "见证节点地址，如 https://…/witness / its address")
      ->required();
  asking->add_option("--keys", asked->keys, "见证节点公钥文件 / the witness's public keys")
      ->required();
  asking->add_option("--lane", asked->lane, "facts 或 access / facts or access")
      ->capture_default_str()
      ->check(CLI::IsMember({"facts", "access"}));
  asking->add_option("--out", asked->out, "写入文件 / where to write the cosigned checkpoint");
  asking->callback([&context, asked] { cosign(context, *asked); });
}

}  // namespace credence::cli
