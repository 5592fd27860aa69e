// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "cli/cli.h"
#include "wire/json.h"

// What the commands share: the options every one has, who asks, and how things are printed.

namespace credence::cli {

struct Common {
  std::string folder = "data", database, rules;
  bool json = false, english = false;

  NodeSettings settings() const;
};

struct Context {
  World& world;
  Common common;
  int status = 0;

  std::ostream& out() { return world.out; }
  // A text in the language asked for.
  const std::string& say(const Words& words) const { return common.english ? words.en : words.zh; }
  // A described value as JSON.
  template <class T>
  void print_json(const T& value) {
    out() << wire::pretty(wire::to_json(value)) << '\n';
  }
  // An error, on the error stream or as JSON; sets the status.
  void fail(const Error& error);
};

// Who acts: an account (its password from CREDENCE_PASSWORD or asked for at the terminal, its code
// by --otp), a key (CREDENCE_KEY), or nobody in particular.
struct Credentials {
  std::string account, otp;

  void add_to(CLI::App& command);
  bool given() const;
  // Errors: those of Sessions::prove and Keys::by_bearer. Without any, the anonymous public.
  Result<app::Caller> caller(Context& context, Node& node) const;
  // Without any, whoever works on this machine.
  Result<app::Caller> operator_or_caller(Context& context, Node& node) const;
};

// Who asks, what for, and as of when; for the commands that show records.
struct AskOptions {
  Credentials who;
  std::string purpose = "public", matter, consent, as_of, known;
  bool sealed = false;

  void add_to(CLI::App& command);
  // Errors: those of Credentials and app::Gate.
  Result<app::Permit> permit(Context& context, Node& node, const std::string& channel) const;
  Result<app::AsOf> instant(const Node& node) const;
};

// The account's password, from the environment or asked for.
std::string password_of(Context& context);
// At a first start: the links by which the administrators open their accounts.
void tell_first_links(Context& context, Node& node, const NodeSettings& settings);
// Who runs the program.
std::string machine_user();

// A whole file. Throws Failure (not_found) naming it when it cannot be read.
std::string read_input(const std::string& path);

// What `credence fsck` does and prints; sets the status.
void run_fsck(Context& context, bool deep);

// One function per command file; each adds its command to `app`.
void add_init(CLI::App& app, Context& context);
void add_ingest(CLI::App& app, Context& context);
void add_query(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_search(CLI::App& app, Context& context);
void add_report(CLI::App& app, Context& context);
void add_quality(CLI::App& app, Context& context);
void add_rules(CLI::App& app, Context& context);
void add_proof(CLI::App& app, Context& context);
void add_verify(CLI::App& app, Context& context);
void add_erase(CLI::App& app, Context& context);
void add_monitor(CLI::App& app, Context& context);
void add_certify(CLI::App& app, Context& context);
void add_keys(CLI::App& app, Context& context);
void add_backup(CLI::App& app, Context& context);
void add_restore(CLI::App& app, Context& context);
void add_fsck(CLI::App& app, Context& context);
void add_accounts(CLI::App& app, Context& context);
void add_looks(CLI::App& app, Context& context);
void add_patrol(CLI::App& app, Context& context);
void add_rights(CLI::App& app, Context& context);
void add_procedures(CLI::App& app, Context& context);
void add_cases(CLI::App& app, Context& context);
void add_measures(CLI::App& app, Context& context);
void add_lists(CLI::App& app, Context& context);
void add_campaigns(CLI::App& app, Context& context);
// The subcommand `preview` of `rules`.
void add_rules_preview(CLI::App& rules, Context& context);
void add_openapi(CLI::App& app, Context& context);
void add_serve(CLI::App& app, Context& context);
void add_bench_data(CLI::App& app, Context& context);

}  // namespace credence::cli
