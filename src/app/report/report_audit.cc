// SPDX-License-Identifier: Apache-2.0
#include "app/access/audit.h"
#include "app/report/proven.h"
#include "app/report/snapshot.h"
#include "base/digest.h"
#include "store/session.h"
#include "wire/from_json.h"

namespace credence::app {

namespace {

void audit_forms(Audit& audit) {
  const auto rows = audit.facts().query("SELECT number, form, sha256, leaf FROM report_form");
  while (rows->next()) {
    const auto said =
        store::find_statement(audit.facts(), static_cast<std::uint64_t>(rows->number(3)));
    boost::system::error_code fault;
    const auto issued = wire::from_json<FormIssued>(
        boost::json::parse(said ? said->text : std::string("{}"), fault));
    if (!fault && issued && issued->number == rows->bytes(0) && issued->form == rows->bytes(1) &&
        issued->sha256 == rows->bytes(2)) {
      continue;
    }
    audit.differ("fsck.report",
                 "report form " + std::string(rows->bytes(0)) + "." + std::string(rows->bytes(1)),
                 {"给出的报告文件的登记被改动。", "The row of a report's file was altered."});
  }
}

}  // namespace

// Every kept report against what the log attests of it, and its snapshot against its hash.
void audit_reports(Audit& audit) {
  const auto rows = audit.facts().query(
      "SELECT number, check_code, subject_id, subject_name, made, sha256, snapshot, leaf FROM "
      "report ORDER BY leaf");
  while (rows->next()) {
    const ReportIssued now{"report",
                           std::string(rows->bytes(0)),
                           std::string(rows->bytes(1)),
                           SubjectId(rows->number(2)),
                           std::string(rows->bytes(3)),
                           Instant(rows->number(4)),
                           std::string(rows->bytes(5))};
    const auto said =
        store::find_statement(audit.facts(), static_cast<std::uint64_t>(rows->number(7)));
    const auto text = expanded_snapshot(rows->bytes(6));
    audit.count("reports");
    if (said && said->text == wire::to_line(now) && text && to_hex(sha256(*text)) == now.sha256)
      continue;
    audit.differ("fsck.report", "report " + now.number,
                 {"报告的登记或快照被改动。", "The report's row or snapshot was altered."});
  }
  audit_forms(audit);
}

}  // namespace credence::app
