// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/access/proofs.h"
#include "app/report/report.h"

// A report that carries its proof: a JSON, HTML or PDF file, what the log attests of it, and how
// the two are joined so that the file still opens everywhere. Pure functions.

namespace credence::app {

// What the log attests of a file of a report when it is first given out. JSON; self_check.js reads
// it too.
struct FormIssued {
  std::string statement = "report_form";
  std::string number;
  std::string form;  // "json", "html", "pdf"
  std::string made, issuer, subject;
  std::string text_sha256;  // HTML: of the text a reader sees (visible_text)
  std::string sha256;       // of the file without its proof
};
BOOST_DESCRIBE_STRUCT(FormIssued, (),
                      (statement, number, form, made, issuer, subject, text_sha256, sha256))

// The text of <main> as a browser gives it (textContent), every run of whitespace one space.
std::string visible_text(std::string_view html);

// Joins. `key`: the log's public key, for the page to check itself with. JSON gets a last member
// "proof", HTML a status line with scripts behind the content, PDF comment lines behind its end.
std::string with_proof(std::string_view form, std::string_view file, std::string_view proof,
                       std::string_view key);
// Takes apart what with_proof joined; nothing when the bytes are no such file.
struct ProvenFile {
  std::string form, file, proof;
  std::string key;  // the public key an HTML page checks itself with; it proves nothing by itself
};
std::optional<ProvenFile> take_apart(std::string_view bytes);

struct VerifiedReport {
  VerifiedProof proof;
  FormIssued issued;
};
// Errors: invalid ("report.no_proof"), forbidden ("report.altered": the file is not the one that
// was logged), and those of verify_proof.
Result<VerifiedReport> verify_report(std::string_view bytes,
                                     std::span<const ledger::VerifierKey> keys);

// The Content-Security-Policy source of the one script a report page runs: 'sha256-…'.
std::string self_check_source();

}  // namespace credence::app
