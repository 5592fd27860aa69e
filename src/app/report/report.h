// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/disclosed.h"
#include "base/clock.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "wire/json.h"

// The public credit report (公共信用报告; sections of the 2022 edition, domain.md 6.6): facts,
// sources and reasons, no score. The snapshot it was made from is kept, so that it can be given
// again byte for byte.

namespace credence::app {

struct ReportSection {
  std::string id;  // "administration"
  Words title;
  std::vector<ShownRecord> records;
  int count = 0;
};
BOOST_DESCRIBE_STRUCT(ReportSection, (), (id, title, records, count))

struct CreditReport {
  std::string number;       // 22 characters, beginning with the time it was made
  std::string check_code;   // with the number, confirms it
  std::string confirm_url;  // what the QR code opens
  std::string version;      // layout of this document
  std::string issuer;
  Instant made;
  std::string purpose;  // label of the purpose it was asked for, Chinese
  std::string audience;
  ShownSubject subject;
  std::vector<ReportSection> sections;
  std::vector<WithheldCount> withheld;
  AsOf as_of;
  std::string edition;
};
BOOST_DESCRIBE_STRUCT(CreditReport, (),
                      (number, check_code, confirm_url, version, issuer, made, purpose, audience,
                       subject, sections, withheld, as_of, edition))

// What the log attests of a report when it is issued. JSON.
struct ReportIssued {
  std::string statement = "report";
  std::string number, check_code;
  SubjectId subject;
  std::string subject_name;
  Instant made;
  std::string sha256;  // of the JSON snapshot
};
BOOST_DESCRIBE_STRUCT(ReportIssued, (),
                      (statement, number, check_code, subject, subject_name, made, sha256))

// What confirming a number tells anyone: nothing that is not on the paper already.
struct Confirmation {
  std::string number;
  bool genuine = false;  // we issued it, and the check code fits
  std::string state;     // "not_ours"; "unchanged": what we know is what it says; "superseded": we
                         // know more since
  std::optional<Instant> superseded;  // since when
  Instant made;
  std::string subject_name;  // organisations only; empty for persons
  std::string sha256;        // of the JSON snapshot
};
BOOST_DESCRIBE_STRUCT(Confirmation, (),
                      (number, genuine, state, superseded, made, subject_name, sha256))

class Reports {
 public:
  // `public_address` is what the QR code begins with, e.g. "http://127.0.0.1:8080".
  // `key`: the public key of the facts log, printed into HTML for its self-check.
  Reports(store::Database& database, const Clock& clock, Random& random, std::string issuer,
          std::string public_address, std::string key);

  // Makes a report of an admitted, released file and keeps its snapshot (durable on return).
  CreditReport issue(const Permit& permit, const DisclosedFile& file,
                     std::string_view purpose_label);
  // The kept report. Errors: not_found ("report.not_found").
  Result<CreditReport> find(std::string_view number) const;
  // The report as a file that carries its proof (proven.h). The first time a form is given out the
  // log attests it. `form`: "json", "html", "pdf". Errors: not_found ("report.not_found").
  Result<std::string> file(std::string_view number, std::string_view form) const;
  // State "superseded" when a record of the subject, a mark on one, or its name, became known after
  // the report was made.
  Confirmation confirm(std::string_view number, std::string_view check_code) const;

 private:
  store::Database& database_;
  const Clock& clock_;
  Random& random_;
  std::string issuer_, public_address_, key_;
};

class Audit;
// For fsck: every kept report against the log.
void audit_reports(Audit& audit);

// The same report in three forms; each is a pure function of it, so a kept snapshot renders again
// byte for byte. HTML stands alone (styles and QR code inside, no requests). PDF is A4 with page
// numbers.
std::string to_json_text(const CreditReport& report);
std::string to_html(const CreditReport& report);
std::string to_pdf(const CreditReport& report);  // thread safe

}  // namespace credence::app
