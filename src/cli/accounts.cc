// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <fstream>

#include "app/access/register.h"
#include "base/one_time.h"
#include "cli/command.h"
#include "simulation/people.h"

// Opening accounts from a terminal: the first links, joining by a link, what is in the register,
// and the people of a demonstration. Everything else is done by those people, signed in.

namespace credence::cli {
namespace {

app::Actor operator_here() { return app::Caller::on_this_machine(machine_user()).actor(); }

Error no_unit_yet() {
  return make_error(ErrorCode::invalid, "settings.unit",
                    {"配置中没有信用中心的统一社会信用代码（unit）。",
                     "The settings name no credit centre (unit)."},
                    {"请在 credence.toml 中填写 unit，或使用 --unit。",
                     "Give `unit` in credence.toml, or --unit."});
}

// ---- invite

void print_links(Context& context, const NodeSettings& settings,
                 const std::vector<std::pair<std::string, app::OneTimeLink>>& links) {
  if (links.empty()) {
    context.out() << context.say({"系统、安全、审计管理员均已在任，不再给出开户链接。\n",
                                  "System, security and audit administrators are in office; no "
                                  "link is given.\n"});
  }
  for (const auto& [role, link] : links) {
    context.out() << role << "  " << settings.public_address << "/join/" << link.token << "  "
                  << context.say({"有效至 ", "until "}) << to_string(link.expires) << '\n';
  }
}

void invite(Context& context, const std::string& unit) {
  NodeSettings settings = read_settings(context.common.settings());
  if (!unit.empty()) settings.unit = unit;
  if (settings.unit.empty()) return context.fail(no_unit_yet());
  Node node(settings, context.world.clock, context.world.random);
  node.attest_settings();
  const auto links = node.members.first_links(
      *node.book, {settings.unit, settings.issuer, {"credit_centre"}, ""}, operator_here());
  links ? print_links(context, settings, *links) : context.fail(links.error());
}

// ---- join

struct JoinOptions {
  std::string token, name, secret, otp;
};

void join(Context& context, const JoinOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const auto joining = node.members.joining(*node.book, options.token);
  if (!joining) return context.fail(joining.error());
  if (joining->second_factor && options.secret.empty()) {
    context.out() << context.say(
                         {"请把以下密钥加入动态口令应用，再以 --totp-secret 和 --otp 重新执行：\n",
                          "Add this secret to an authenticator app, then run again with "
                          "--totp-secret and --otp:\n"})
                  << joining->totp_secret << '\n';
    return;
  }
  const auto joined = node.members.join(
      *node.book, options.token, {options.name, password_of(context), options.secret, options.otp});
  if (!joined) return context.fail(joined.error());
  if (context.common.json) return context.print_json(*joined);
  context.out() << context.say({"已开户：", "Opened: "}) << joined->name << "  "
                << joined->unit_name << '\n';
}

// ---- accounts

void list_accounts(Context& context) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  const auto accounts = node.members.accounts("");
  if (context.common.json) return context.print_json(accounts);
  for (const auto& one : accounts) {
    context.out() << one.name << "  " << one.unit_name << "  ";
    for (const auto& role : one.grant.roles) context.out() << role << ' ';
    context.out() << " " << one.state
                  << (one.second_factor ? context.say({"  双因素", "  two factors"}) : "") << '\n';
  }
}

// ---- demo-people

std::string table_of(const std::vector<simulation::DemoPerson>& people) {
  std::string table;
  for (const auto& one : people) {
    table += one.name + "\t" + one.password + "\t" + one.role_label.zh + " / " + one.role_label.en +
             "\t" + one.unit_name + (one.totp.empty() ? "" : "\totp " + one.totp) + "\n";
  }
  return table;
}

Error not_a_demonstration() {
  return make_error(ErrorCode::forbidden, "demo.folder",
                    {"只有演示目录（init --demonstration）才能开立演示账号。",
                     "Only a folder made for showing around (init --demonstration) gets these."},
                    {"正式的平台请用 credence invite 开户。",
                     "A real platform opens accounts with credence invite."});
}

void demo_people(Context& context, const std::string& organization, const std::string& person) {
  const NodeSettings settings = read_settings(context.common.settings());
  if (!settings.demonstration) return context.fail(not_a_demonstration());
  Node node(settings, context.world.clock, context.world.random);
  node.attest_settings();
  const auto people =
      simulation::put_people(*node.book, node.members, context.world.clock, context.world.random,
                             {settings.unit, settings.issuer, organization, person});
  const std::string table = table_of(people);
  const auto path = settings.folder / "demo-accounts.txt";
  std::ofstream(path) << table;
  ::chmod(path.c_str(), 0600);
  context.out() << table;
}

// ---- totp

void totp(Context& context, const std::string& secret) {
  const auto bytes = from_base32(secret);
  if (!bytes) {
    return context.fail(make_error(ErrorCode::invalid, "totp.secret",
                                   {"密钥不是 Base 32。", "The secret is not Base 32."},
                                   {"请原样复制。", "Copy it as it is."}));
  }
  context.out() << totp_code(*bytes, context.world.clock.now()) << '\n';
}

}  // namespace

void tell_first_links(Context& context, Node& node, const NodeSettings& settings) {
  if (node.members.has_administrators(*node.book)) return;
  if (settings.unit.empty()) return context.fail(no_unit_yet());
  const auto links = node.members.first_links(
      *node.book, {settings.unit, settings.issuer, {"credit_centre"}, ""}, operator_here());
  if (!links) return context.fail(links.error());
  context.out() << context.say(
      {"首次启动：以下链接各用一次，分别开立管理员账号。\n",
       "First start: each link opens one administrator's account, once.\n"});
  print_links(context, settings, *links);
}

void add_accounts(CLI::App& app, Context& context) {
  const auto unit = std::make_shared<std::string>();
  auto* inviting = app.add_subcommand(
      "invite",
      "首次启动：给出系统、安全、审计管理员的一次性开户链接 / first start: one-time links for the "
      "system, security and audit administrators");
  inviting->add_option("--unit", *unit, "信用中心代码 / the credit centre's code");
  inviting->callback([&context, unit] { invite(context, *unit); });

  const auto options = std::make_shared<JoinOptions>();
  auto* joining = app.add_subcommand(
      "join", "凭一次性链接开户（也可在浏览器中打开链接） / open an account by a one-time link");
  joining->add_option("token", options->token, "链接中 /join/ 之后的部分 / what follows /join/")
      ->required();
  joining->add_option("--name", options->name, "账号名 / name to sign in with")->required();
  joining->add_option("--totp-secret", options->secret, "动态口令密钥 / authenticator secret");
  joining->add_option("--otp", options->otp, "动态口令 / its code now");
  joining->callback([&context, options] { join(context, *options); });

  app.add_subcommand("accounts", "列出账号 / list the accounts")->callback([&context] {
    list_accounts(context);
  });

  const auto organization = std::make_shared<std::string>("91370100MA3ABCD15F");
  auto* demo = app.add_subcommand(
      "demo-people",
      "演示目录：为每个角色开立账号 / demonstration folder: an account for each role");
  demo->add_option("--organization", *organization,
                   "以其名义开立本人账号的组织 / whose own account is opened");
  const auto person = std::make_shared<std::string>();
  demo->add_option(
      "--person", *person,
      "以其名义开立本人账号的自然人证件号码 / the document number of the person whose own "
      "account is opened");
  demo->callback(
      [&context, organization, person] { demo_people(context, *organization, *person); });

  const auto secret = std::make_shared<std::string>();
  auto* code = app.add_subcommand("totp", "由密钥算出当前动态口令 / the code of a secret now");
  code->add_option("secret", *secret, "Base 32")->required();
  code->callback([&context, secret] { totp(context, *secret); });
}

}  // namespace credence::cli
