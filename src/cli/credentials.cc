// SPDX-License-Identifier: Apache-2.0
#include <pwd.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "cli/command.h"

// Who acts at a terminal. Passwords and keys never stand on the command line, where every process
// of the machine could read them.

namespace credence::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Reads a line without showing it.
std::string ask_hidden(Context& context, const Words& prompt) {
  termios before{};
  const bool terminal = ::tcgetattr(STDIN_FILENO, &before) == 0;
  termios quiet = before;
  quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  if (terminal) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  context.world.err << context.say(prompt) << std::flush;
  std::string line;
  std::getline(context.world.in, line);
  if (terminal) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  context.world.err << '\n';
  return line;
}

}  // namespace

std::string password_of(Context& context) {
  const std::string given = environment("CREDENCE_PASSWORD");
  return given.empty() ? ask_hidden(context, {"口令：", "Password: "}) : given;
}

std::string machine_user() {
  const passwd* entry = ::getpwuid(::geteuid());
  return entry == nullptr ? std::to_string(::geteuid()) : entry->pw_name;
}

void Credentials::add_to(CLI::App& command) {
  command.add_option(
      "--account", account,
      "经办账号；口令取自 CREDENCE_PASSWORD 或当场输入；也可用 CREDENCE_KEY 中的密钥 / "
      "account; password from CREDENCE_PASSWORD or asked for; or a key in "
      "CREDENCE_KEY");
  command.add_option("--otp", otp, "动态口令 / code of the authenticator app");
}

bool Credentials::given() const { return !account.empty() || !environment("CREDENCE_KEY").empty(); }

Result<app::Caller> Credentials::caller(Context& context, Node& node) const {
  if (!account.empty()) {
    const app::SignInForm form{account, password_of(context), otp};
    if (auto proven = node.sessions.prove(*node.book, account, form, {"terminal", ""}); !proven)
      return proven.error();
    return node.members.caller_of(*node.book, account);
  }
  const std::string key = environment("CREDENCE_KEY");
  if (!key.empty()) return node.keys.by_bearer(*node.book, key);
  return app::Caller::anonymous();
}

Result<app::Caller> Credentials::operator_or_caller(Context& context, Node& node) const {
  return given() ? caller(context, node) : app::Caller::on_this_machine(machine_user());
}

}  // namespace credence::cli
