// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "app/absence/absence.h"
#include "app/check/answer_signer.h"
#include "app/report/proven.h"
#include "cli/command.h"
#include "ledger/keys.h"

// Checks a proof without the platform: nothing but the file and the issuer's public keys.

namespace credence::cli {
namespace {

struct VerifyOptions {
  std::string file, keys;
};

// --keys, or log.pub of the data folder.
std::vector<ledger::VerifierKey> keys_of(const Context& context, const VerifyOptions& options) {
  const std::string path = options.keys.empty()
                               ? (std::filesystem::path(context.common.folder) / "log.pub").string()
                               : options.keys;
  return ledger::parse_verifier_keys(read_input(path)).or_throw();
}

boost::json::object answer_of(const app::VerifiedProof& proof) {
  boost::json::object answer{{"genuine", true},
                             {"kind", app::kind_name(proof.kind)},
                             {"log", proof.checkpoint.origin},
                             {"index", proof.index},
                             {"size", proof.checkpoint.size}};
  boost::json::array signers;
  for (const auto& name : proof.signed_by) signers.emplace_back(name);
  answer["signed_by"] = std::move(signers);
  boost::system::error_code fault;
  auto statement = boost::json::parse(proof.statement, fault);
  answer["statement"] = fault ? boost::json::value(proof.statement) : std::move(statement);
  return answer;
}

// A proof by itself, a certificate of absence, or a report that carries one.
Result<app::VerifiedProof> open_file(const std::string& bytes,
                                     std::span<const ledger::VerifierKey> keys) {
  if (bytes.starts_with("c2sp.org/tlog-proof")) return app::verify_proof(bytes, keys);
  if (bytes.find("\"certificate\": \"absence\"") != std::string::npos) {
    auto absence = app::verify_absence_certificate(bytes, keys);
    if (!absence) return absence.error();
    std::string said = "{\"absent\":\"" + absence->code + "\",\"list\":";
    absence->proof.statement = said + absence->proof.statement + "}";
    return std::move(absence->proof);
  }
  auto report = app::verify_report(bytes, keys);
  if (!report) return report.error();
  return std::move(report->proof);
}

// The answer of a check: signed, and in no log.
void verify_check(Context& context, const std::string& bytes,
                  std::span<const ledger::VerifierKey> keys) {
  const auto verified = app::verify_answer(bytes, keys);
  if (!verified) {
    context.fail(verified.error());
    context.status = 1;
    return;
  }
  const auto answer = boost::json::parse(verified->answer);
  if (context.common.json)
    return context.print_json(boost::json::object{
        {"genuine", true}, {"signed_by", verified->signed_by}, {"answer", answer}});
  context.out() << context.say({"属实：核查答复，签名 ", "Genuine: the answer of a check, signed by "})
                << verified->signed_by << '\n'
                << wire::pretty(answer) << '\n';
}

void verify(Context& context, const VerifyOptions& options) {
  const auto keys = keys_of(context, options);
  const std::string bytes = read_input(options.file);
  if (app::is_answer_proof(bytes)) return verify_check(context, bytes, keys);
  const auto verified = open_file(bytes, keys);
  if (!verified) {
    context.fail(verified.error());
    context.status = 1;
    return;
  }
  const auto answer = answer_of(*verified);
  if (context.common.json) return context.print_json(answer);
  auto& out = context.out();
  out << context.say({"属实：", "Genuine: "}) << context.say(app::kind_words(verified->kind))
      << context.say({"\n  日志 ", "\n  log "}) << verified->checkpoint.origin
      << context.say({"，第 ", ", entry "}) << verified->index << context.say({" 条，共 ", " of "})
      << verified->checkpoint.size << context.say({" 条；签名 ", "; signed by "});
  for (const auto& name : verified->signed_by) out << name << ' ';
  out << '\n' << wire::pretty(answer.at("statement")) << '\n';
}

}  // namespace

void add_verify(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("verify",
                                     "离线核验证明文件或信用报告：只需文件和公钥 / check a proof "
                                     "or a credit report offline, with the public keys only");
  const auto options = std::make_shared<VerifyOptions>();
  command
      ->add_option("file", options->file,
                   "证明文件，或报告的 PDF、HTML、JSON / a proof file, or a report")
      ->required();
  command->add_option(
      "--keys", options->keys,
      "签发机构公布的 log.pub / the issuer's log.pub; of the data folder when absent");
  command->callback([&context, options] { verify(context, *options); });
}

}  // namespace credence::cli
