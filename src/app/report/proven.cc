// SPDX-License-Identifier: Apache-2.0
#include "app/report/proven.h"

#include <algorithm>
#include <array>

#include "base/base64.h"
#include "base/digest.h"
#include "wire/from_json.h"

namespace credence::app {

extern const std::string_view
    self_check_script;  // self_check.js, embedded by cmake/EmbedText.cmake

namespace {

constexpr std::string_view html_begin = "<div id=\"self-check\"";
constexpr std::string_view html_end = "</body>";
constexpr std::string_view html_proof = "<script type=\"text/plain\" id=\"credence-proof\">";
constexpr std::string_view script_end = "</script>";
constexpr std::string_view json_begin = ",\n  \"proof\": ";
constexpr std::string_view pdf_begin = "%credence-proof ";
constexpr std::string_view pdf_start = "startxref\n";

constexpr std::string_view status_style =
    "<style>#self-check{max-width:60rem;margin:1rem auto;padding:.8rem 1.5rem;white-space:pre-line;"
    "border-left:5px solid #5b6b7c;background:#f2f5f9;overflow-wrap:anywhere}"
    "#self-check.genuine{border-color:#1d7a3e;background:#e7f5ec}"
    "#self-check.changed,#self-check.broken{border-color:#b3261e;background:#fdecea}</style>\n";

Error no_proof() {
  return make_error(ErrorCode::invalid, "report.no_proof",
                    {"文件不是带证明的信用报告。", "The file is no credit report with a proof."},
                    {"请使用平台给出的原文件，不要另存、转码或打印成新文件。",
                     "Use the file the platform gave, not one saved again, converted or printed."});
}

Error altered() {
  return make_error(
      ErrorCode::forbidden, "report.altered",
      {"报告文件被改动过：与签名日志所证的不是同一文件。",
       "The report was altered: it is not the file the signed log attests."},
      {"请向出具机构核验，或重新取得报告。", "Confirm it with the issuer, or get it again."});
}

// Where a PDF's last cross-reference stands, as its last lines say; empty when they do not.
std::string_view last_start(std::string_view pdf) {
  const auto at = pdf.rfind(pdf_start);
  if (at == std::string_view::npos) return {};
  const auto begin = at + pdf_start.size();
  return pdf.substr(begin, pdf.find('\n', begin) - begin);
}

std::string join_html(std::string_view file, std::string_view proof, std::string_view key) {
  const auto at = file.rfind(html_end);
  std::string out(file.substr(0, at));
  out += html_begin;
  out += " role=\"status\">未核验（需启用脚本）。Not checked: scripts are off.</div>\n";
  out += status_style;
  out += html_proof;
  out += proof;
  out += "</script>\n<script type=\"text/plain\" id=\"credence-key\">";
  out += key;
  out += "</script>\n<script>";
  out += self_check_script;
  out += "</script>\n";
  out += file.substr(at);
  return out;
}

std::string join_json(std::string_view file, std::string_view proof) {
  const auto at = file.rfind("\n}");
  std::string out(file.substr(0, at));
  out += json_begin;
  out += boost::json::serialize(boost::json::value(proof));
  out += file.substr(at);
  return out;
}

// Behind the end of a PDF stand comment lines, and its last lines once more, for readers that look
// for them there.
std::string join_pdf(std::string_view file, std::string_view proof) {
  std::string out(file);
  out += pdf_begin;
  out += to_base64(proof);
  out += '\n';
  out += pdf_start;
  out += last_start(file);
  out += "\n%%EOF\n";
  return out;
}

std::optional<ProvenFile> apart_html(std::string_view bytes) {
  const auto begin = bytes.rfind(html_begin);
  const auto end = bytes.rfind(html_end);
  const auto proof = bytes.rfind(html_proof);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin ||
      proof == std::string_view::npos || proof < begin) {
    return std::nullopt;
  }
  const auto text = bytes.substr(proof + html_proof.size());
  ProvenFile parts{"html",
                   std::string(bytes.substr(0, begin)) + std::string(bytes.substr(end)),
                   std::string(text.substr(0, text.find(script_end))),
                   {}};
  // What stands between must be ours, or it could show anything.
  const auto key = bytes.rfind("id=\"credence-key\">");
  if (key == std::string_view::npos) return std::nullopt;
  const auto key_text = bytes.substr(key + 18, bytes.find(script_end, key) - key - 18);
  if (join_html(parts.file, parts.proof, key_text) != bytes) return std::nullopt;
  parts.key = key_text;
  return parts;
}

std::optional<ProvenFile> apart_json(std::string_view bytes) {
  const auto begin = bytes.rfind(json_begin);
  const auto end = bytes.rfind("\n}");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
    return std::nullopt;
  boost::system::error_code fault;
  const auto proof = boost::json::parse(
      std::string(bytes.substr(begin + json_begin.size(), end - begin - json_begin.size())), fault);
  if (fault || !proof.is_string()) return std::nullopt;
  ProvenFile parts{"json",
                   std::string(bytes.substr(0, begin)) + std::string(bytes.substr(end)),
                   std::string(proof.get_string()),
                   {}};
  if (join_json(parts.file, parts.proof) != bytes) return std::nullopt;
  return parts;
}

std::optional<ProvenFile> apart_pdf(std::string_view bytes) {
  const auto begin = bytes.rfind(pdf_begin);
  if (begin == std::string_view::npos) return std::nullopt;
  const auto line = bytes.substr(begin + pdf_begin.size());
  auto proof = from_base64(line.substr(0, line.find('\n')));
  if (!proof) return std::nullopt;
  ProvenFile parts{"pdf", std::string(bytes.substr(0, begin)), std::move(*proof), {}};
  if (join_pdf(parts.file, parts.proof) != bytes) return std::nullopt;
  return parts;
}

// The few entities our pages are written with.
struct Entity {
  std::string_view text;
  char stands_for;
};
constexpr std::array<Entity, 5> entities = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

void append_plain(std::string& out, char c) {
  if (!is_space(c)) {
    out += c;
  } else if (!out.empty() && out.back() != ' ') {
    out += ' ';
  }
}

}  // namespace

std::string visible_text(std::string_view html) {
  const auto begin = html.find("<main>"), end = html.rfind("</main>");
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  std::string out;
  for (std::size_t at = begin; at < end;) {
    if (html[at] == '<') {
      at = html.find('>', at) + 1;
      continue;
    }
    char c = html[at];
    std::size_t used = 1;
    for (const auto& entity : entities) {
      if (html.substr(at, entity.text.size()) != entity.text) continue;
      c = entity.stands_for;
      used = entity.text.size();
    }
    append_plain(out, c);
    at += used;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string with_proof(std::string_view form, std::string_view file, std::string_view proof,
                       std::string_view key) {
  if (form == "html") return join_html(file, proof, key);
  return form == "pdf" ? join_pdf(file, proof) : join_json(file, proof);
}

std::optional<ProvenFile> take_apart(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return apart_pdf(bytes);
  return bytes.starts_with("{") ? apart_json(bytes) : apart_html(bytes);
}

Result<VerifiedReport> verify_report(std::string_view bytes,
                                     std::span<const ledger::VerifierKey> keys) {
  const auto parts = take_apart(bytes);
  if (!parts) return no_proof();
  auto proof = verify_proof(parts->proof, keys);
  if (!proof) return proof.error();
  boost::system::error_code fault;
  const auto issued = wire::from_json<FormIssued>(boost::json::parse(proof->statement, fault));
  const bool own_key = parts->key.empty() || std::ranges::any_of(keys, [&](const auto& key) {
                         return key.text() == parts->key;
                       });
  if (fault || !issued || !own_key || proof->kind != domain::Attested::report_form ||
      issued->form != parts->form || issued->sha256 != to_hex(sha256(parts->file))) {
    return altered();
  }
  return VerifiedReport{std::move(*proof), *issued};
}

std::string self_check_source() {
  const Digest digest = sha256(self_check_script);
  return "'sha256-" + to_base64(ledger::bytes_of(digest)) + "'";
}

}  // namespace credence::app
