// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <future>

#include "app/check/answer_signer.h"
#include "app/intake/tabular/codes.h"
#include "cli/command.h"

// The check at a terminal: a few codes, or a file of them for bidding.

namespace credence::cli {
namespace {

struct CheckOptions {
  AskOptions ask;
  std::vector<std::string> codes;
  std::string matter, file, out, proof;
};

constexpr std::size_t at_once = 1'000;

void print(Context& context, const std::string& json) {
  if (context.common.json) {
    context.out() << json << '\n';
    return;
  }
  const auto answer = boost::json::parse(json);
  const char* language = context.common.english ? "en" : "zh";
  const auto words = [&](const boost::json::value& in, const char* key) {
    return std::string(in.at(key).at(language).as_string());
  };
  auto& out = context.out();
  out << std::string(answer.at("code").as_string()) << "  "
      << std::string(answer.at("name").as_string()) << "\n  " << words(answer, "summary") << "  "
      << std::string(answer.at("number").as_string()) << '\n';
  for (const char* part : {"constraints", "rewards", "resting"}) {
    for (const auto& one : answer.at(part).as_array()) {
      out << "  · " << words(one, "label") << "\n      " << words(one, "why") << "\n      "
          << context.say({"自 ", "since "}) << std::string(one.at("since").as_string());
      if (const auto* until = one.as_object().if_contains("until"))
        out << context.say({" 至 ", " until "}) << std::string(until->as_string());
      out << context.say({"；解除：", "; lifted by: "}) << words(one, "lifted_by") << '\n';
    }
  }
  for (const auto& one : answer.at("limits").as_array())
    out << "  · " << words(one, "label") << "  " << words(one, "article") << '\n';
  for (const auto& one : answer.at("facts").as_array())
    out << "  - " << words(one, "item_label") << "  " << std::string(one.at("caption").as_string())
        << "  " << std::string(one.at("state").as_string()) << '\n';
}

// Writes the signed answer as a file that `credence verify` reads.
void write_proof(Node& node, const std::string& path, const std::string& json) {
  std::ofstream out(path, std::ios::binary);
  std::promise<void> written;
  node.signer.sign(json, [&](const std::string& answer, ledger::Proof proof) {
    out << app::with_answer(std::move(proof), answer);
    written.set_value();
  });
  written.get_future().get();
}

// A line of JSON for each code, and how far it is on the error stream.
void check_file(Context& context, Node& node, const app::Permit& permit,
                const CheckOptions& options) {
  const auto table = std::move(app::open_table(options.file)).or_throw();
  const auto codes = app::codes_in(*table);
  std::ofstream file(options.out, std::ios::binary);
  std::ostream& out = options.out.empty() ? context.out() : file;
  std::size_t refused = 0, found = 0;
  for (std::size_t done = 0; done < codes.size();) {
    std::vector<app::CheckQuestion> questions;
    const std::size_t end = std::min(codes.size(), done + at_once);
    for (; done < end; ++done) {
      auto question = node.checks.question(*node.book, permit, codes[done], options.matter);
      if (question) {
        questions.push_back(std::move(*question));
        continue;
      }
      ++refused;
      context.world.err << codes[done] << "  " << context.say(question.error().message) << '\n';
    }
    for (const auto& text :
         node.ledger.release(permit, node.checks.check(*node.book, permit, questions))) {
      found += text.in_force > 0 ? 1 : 0;
      out << text.json << '\n';
    }
    context.world.err << done << " / " << codes.size() << '\n';
  }
  context.world.err << context.say({"有在行措施 ", "with something in force: "}) << found
                    << context.say({"，未核查 ", ", not checked: "}) << refused << '\n';
  if (refused > 0) context.status = 1;
}

void check(Context& context, const CheckOptions& options) {
  Node node(read_settings(context.common.settings()), context.world.clock, context.world.random);
  node.attest_settings();
  const auto permit = options.ask.permit(context, node, "cli");
  if (!permit) return context.fail(permit.error());
  if (!options.file.empty()) return check_file(context, node, *permit, options);
  const bool past = !options.ask.known.empty();
  for (const std::string& code : options.codes) {
    const auto question = node.checks.question(*node.book, *permit, code, options.matter);
    if (!question) return context.fail(question.error());
    auto pending = [&]() -> Result<app::Pending<app::CheckedText>> {
      if (!past) return node.checks.check(*node.book, *permit, *question);
      const auto as_of = options.ask.instant(node);
      if (!as_of) return as_of.error();
      return node.checks.replay(*permit, *question, *as_of);
    }();
    if (!pending) return context.fail(pending.error());
    const auto text = node.ledger.release(*permit, std::move(*pending));
    print(context, text.json);
    if (!options.proof.empty()) write_proof(node, options.proof, text.json);
  }
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "check",
      "核查：某一事项上现行有效的激励、惩戒和任职限制 / what is in force for somebody in a matter");
  const auto options = std::make_shared<CheckOptions>();
  auto* codes = command->add_option("code", options->codes, "代码 / codes");
  command
      ->add_option("--for", options->matter, "办理事项 / the matter, e.g. government_procurement")
      ->required();
  command
      ->add_option("--file", options->file,
                   "CSV 或 XLSX，有一列代码 / a table with a column of codes")
      ->excludes(codes);
  command->add_option("--out", options->out, "答复写到哪里（每行一个 JSON） / where answers go");
  command->add_option("--proof", options->proof,
                      "把签名的答复写成文件，供 credence verify 核验 / write the signed answer");
  options->ask.add_to(*command);
  command->callback([&context, options] { check(context, *options); });
}

}  // namespace credence::cli
