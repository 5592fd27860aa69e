// SPDX-License-Identifier: Apache-2.0
#include "app/report/report.h"

#include <algorithm>
#include <array>

#include "app/report/proven.h"
#include "app/report/snapshot.h"
#include "base/digest.h"
#include "base/ensure.h"
#include "store/dialect.h"
#include "store/session.h"
#include "store/statements.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

constexpr const char* layout_version = "明信 V1.0";

struct Section {
  std::string_view id, zh, en;
};

// The sections of the 2022 edition of the report standard (domain.md 6.6), in its order.
constexpr std::array<Section, 9> sections = {{
    {"basic", "基础信息", "Basic information"},
    {"administration", "行政管理", "Administrative management"},
    {"honest", "诚实守信", "Honesty and honours"},
    {"serious", "严重失信", "Serious dishonesty"},
    {"abnormal", "经营（活动）异常", "Abnormal operation"},
    {"commitment", "信用承诺", "Credit commitments"},
    {"evaluation", "信用评价", "Credit evaluations by public bodies"},
    {"judicial", "司法判决", "Judgments"},
    {"other", "其他", "Other"},
}};

std::vector<ReportSection> sections_of(const DisclosedFile& file) {
  std::vector<ReportSection> filled;
  for (const Section& section : sections) {
    ReportSection one{
        std::string(section.id), {std::string(section.zh), std::string(section.en)}, {}, 0};
    for (const ShownRecord& record : file.records) {
      const bool last = section.id == sections.back().id;
      const bool known =
          std::ranges::any_of(sections, [&](const Section& s) { return s.id == record.section; });
      if (record.section == section.id || (last && !known)) one.records.push_back(record);
    }
    one.count = static_cast<int>(one.records.size());
    filled.push_back(std::move(one));
  }
  return filled;
}

// 22 characters: the second it was made, in China, and eight random digits.
std::string new_number(Instant made, Random& random) {
  const std::string when = to_string(made);  // 2024-03-01T09:30:00…
  std::string number;
  for (const char c : when.substr(0, 19)) {
    if (c >= '0' && c <= '9') number += c;
  }
  const std::string bytes = random.bytes(8);
  for (const char byte : bytes)
    number += static_cast<char>('0' + static_cast<unsigned char>(byte) % 10);
  return number;
}

// Read aloud and typed by people: no letters that look like digits.
std::string new_check_code(Random& random) {
  constexpr std::string_view letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  std::string code;
  for (const char byte : random.bytes(8))
    code += letters[static_cast<unsigned char>(byte) % letters.size()];
  return code;
}

struct Kept {
  SubjectId subject;
  std::string check_code, subject_name, sha256, snapshot;
  Instant made;
};

std::optional<Kept> find_kept(store::Session& sql, std::string_view number) {
  const auto row = sql.query(
      "SELECT check_code, subject_name, sha256, made, snapshot, subject_id FROM report WHERE "
      "number "
      "= $1",
      {number});
  if (!row->next()) return std::nullopt;
  return Kept{SubjectId(row->number(5)),  std::string(row->bytes(0)), std::string(row->bytes(1)),
              std::string(row->bytes(2)), std::string(row->bytes(4)), Instant(row->number(3))};
}

void keep(store::Write& write, Random& random, const CreditReport& report,
          const std::string& text) {
  const std::string hash = to_hex(sha256(text));
  const ReportIssued said{
      "report",    report.number, report.check_code, report.subject.id, report.subject.name,
      report.made, hash};
  const std::uint64_t leaf =
      store::attest(write, random, domain::Attested::report, wire::to_line(said));
  write.sql.run(
      "INSERT INTO report (number, check_code, subject_id, subject_name, made, sha256, snapshot, "
      "leaf) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      {report.number, report.check_code, report.subject.id.value, report.subject.name,
       report.made.micros(), hash, store::Bytes{compressed_snapshot(text)},
       static_cast<std::int64_t>(leaf)});
}

// When the first thing became known of the subject that the report cannot say.
std::optional<Instant> first_news(store::Session& sql, const Kept& kept) {
  const auto row = sql.query(
      "SELECT MIN(t) FROM (SELECT known_from AS t FROM record WHERE subject_id = $1 AND known_from "
      "> $2 "
      "UNION ALL SELECT changed AS t FROM subject WHERE subject_id = $1 AND changed > $2 "
      "UNION ALL SELECT put_at AS t FROM record_mark WHERE subject_id = $1 AND put_at > $2 "
      "UNION ALL SELECT ended_at AS t FROM record_mark WHERE subject_id = $1 AND ended_at > $2 "
      "AND end_leaf IS NOT NULL) AS news",
      {kept.subject.value, kept.made.micros()});
  if (!row->next() || row->is_null(0)) return std::nullopt;
  return Instant(row->number(0));
}

// What is kept of a form that was given out before; nothing when it never was, or would be another
// file today.
std::optional<std::int64_t> form_entry(store::Session& sql, std::string_view number,
                                       std::string_view form, const std::string& sha256) {
  const auto row =
      sql.query("SELECT leaf FROM report_form WHERE number = $1 AND form = $2 AND sha256 = $3",
                {number, form, sha256});
  return row->next() ? std::optional(row->number(0)) : std::nullopt;
}

std::int64_t attest_form(store::Database& database, Random& random, const FormIssued& issued) {
  std::int64_t leaf = 0;
  database.facts().run([&](store::Write& write) {
    leaf = static_cast<std::int64_t>(
        store::attest(write, random, domain::Attested::report_form, wire::to_line(issued)));
    write.sql.run(
        "INSERT INTO report_form (number, form, sha256, leaf) VALUES ($1, $2, $3, $4) ON CONFLICT "
        "(number, form) DO UPDATE SET sha256 = excluded.sha256, leaf = excluded.leaf",
        {issued.number, issued.form, issued.sha256, leaf});
  });
  return leaf;
}

std::string rendered(const CreditReport& report, std::string_view form) {
  if (form == "html") return to_html(report);
  return form == "pdf" ? to_pdf(report) : to_json_text(report);
}

// Equal in time that does not depend on where two codes differ.
bool same_code(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned>(a[i] ^ b[i]);
  return difference == 0;
}

}  // namespace

Reports::Reports(store::Database& database, const Clock& clock, Random& random, std::string issuer,
                 std::string public_address, std::string key)
    : database_(database),
      clock_(clock),
      random_(random),
      issuer_(std::move(issuer)),
      public_address_(std::move(public_address)),
      key_(std::move(key)) {}

CreditReport Reports::issue(const Permit& permit, const DisclosedFile& file,
                            std::string_view purpose_label) {
  CreditReport report;
  report.made = clock_.now();
  report.number = new_number(report.made, random_);
  report.check_code = new_check_code(random_);
  report.confirm_url = public_address_ + "/confirm/" + report.number + "?code=" + report.check_code;
  report.version = layout_version;
  report.issuer = issuer_;
  report.purpose = purpose_label;
  report.audience = to_string(permit.audience());
  report.subject = file.subject;
  report.sections = sections_of(file);
  report.withheld = file.withheld;
  report.as_of = file.as_of;
  report.edition = file.edition;
  const std::string text = to_json_text(report);
  database_.facts().run([&](store::Write& write) { keep(write, random_, report, text); });
  return report;
}

Result<CreditReport> Reports::find(std::string_view number) const {
  const auto kept = find_kept(database_.read().sql(), number);
  if (!kept) {
    return make_error(ErrorCode::not_found, "report.not_found",
                      {"没有这份报告。", "There is no such report."},
                      {"请核对报告编号。", "Check the report's number."});
  }
  const auto text = expanded_snapshot(kept->snapshot);
  boost::system::error_code fault;
  const auto value = text ? boost::json::parse(*text, fault) : boost::json::value();
  auto report = wire::from_json<CreditReport>(value);
  if (!text || fault || !report) {
    return make_error(ErrorCode::internal, "report.damaged",
                      {"报告快照已损坏。", "The report's snapshot is damaged."},
                      {"请从备份恢复。", "Restore it from a backup."});
  }
  return report;
}

Result<std::string> Reports::file(std::string_view number, std::string_view form) const {
  const auto report = find(number);
  if (!report) return report.error();
  const std::string bytes = rendered(*report, form);
  FormIssued issued;
  issued.number = number;
  issued.form = form;
  issued.made = to_string(report->made);
  issued.issuer = report->issuer;
  issued.subject = report->subject.name;
  if (form == "html") issued.text_sha256 = to_hex(sha256(visible_text(bytes)));
  issued.sha256 = to_hex(sha256(bytes));
  const auto before = form_entry(database_.read().sql(), number, form, issued.sha256);
  const std::int64_t leaf = before ? *before : attest_form(database_, random_, issued);
  const auto lease = database_.read();
  const auto said = store::find_statement(lease.sql(), static_cast<std::uint64_t>(leaf));
  ensure(said.has_value(), "an attested form has its statement");
  return with_proof(
      form, bytes,
      proof_text(lease.sql(), store::Lane::facts, said->leaf, {said->kind, said->salt, said->text}),
      key_);
}

Confirmation Reports::confirm(std::string_view number, std::string_view check_code) const {
  Confirmation answer;
  answer.state = "not_ours";  // and not a word of what was asked
  const auto lease = database_.read();
  const auto kept = find_kept(lease.sql(), number);
  if (!kept || !same_code(kept->check_code, check_code)) return answer;
  answer.genuine = true;
  answer.number = number;
  answer.superseded = first_news(lease.sql(), *kept);
  answer.state = answer.superseded ? "superseded" : "unchanged";
  answer.made = kept->made;
  answer.subject_name = kept->subject_name;
  answer.sha256 = kept->sha256;
  return answer;
}

}  // namespace credence::app
