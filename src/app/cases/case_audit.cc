// SPDX-License-Identifier: Apache-2.0
#include "app/cases/case_audit.h"

#include <map>
#include <set>
#include <tuple>

#include "app/cases/case_store.h"
#include "app/cases/documents.h"
#include "app/cases/standing.h"
#include "base/digest.h"

namespace credence::app {
namespace {

using rulebook::Procedure;
using rulebook::RuleBook;

std::string place_of(const CaseHead& head) { return "case " + head.number; }
std::string place_of(const CaseHead& head, const CaseStep& step) {
  return place_of(head) + " step " + std::to_string(step.step);
}

std::map<int, std::string> salts_of(store::Session& sql, const std::string& number) {
  const auto rows =
      sql.query("SELECT step, salt FROM case_step WHERE number = $1 ORDER BY step", {number});
  std::map<int, std::string> salts;
  while (rows->next())
    salts.emplace(static_cast<int>(rows->number(0)), std::string(rows->bytes(1)));
  return salts;
}

bool same(const rulebook::Running& a, const rulebook::Running& b) {
  return a.deadline == b.deadline && a.owed_by == b.owed_by && a.owed_unit == b.owed_unit &&
         a.basis == b.basis && a.counted_from == b.counted_from && a.due == b.due &&
         a.provisional == b.provisional && a.passed_on == b.passed_on && a.met == b.met;
}

bool same(const CaseStanding& a, const CaseStanding& b) {
  return a.steps == b.steps && a.state == b.state && a.desk == b.desk && a.unit == b.unit &&
         a.officer == b.officer && a.closed == b.closed && a.due == b.due;
}

class CaseAudit {
 public:
  CaseAudit(Audit& audit, const RuleBook& book, const SecretBox& box)
      : audit_(audit), book_(book), box_(box) {}

  void check(const StoredCase& one) {
    audit_.count("cases");
    const auto procedure = procedure_of(one.head);
    std::vector<CaseStep> steps;
    try {
      steps = case_steps(audit_.facts(), box_, one.head.number);
    } catch (const Failure& failure) {
      audit_.differ("fsck.case", place_of(one.head), failure.error().message);
      return;
    }
    check_steps(one.head, steps);
    if (!procedure || steps.empty()) return;
    check_documents(one.head, steps);
    check_standing(one, *procedure, steps);
  }

 private:
  std::optional<Procedure> procedure_of(const CaseHead& head) {
    const auto text = kept_procedure(audit_.facts(), head.procedure_hash);
    if (!text || to_hex(sha256(*text)) != head.procedure_hash ||
        kept_name(head.procedure_hash) != head.procedure) {
      audit_.differ("fsck.case", place_of(head),
                    {"所依程序的文本缺失或被改动。",
                     "The text of the procedure it runs under is missing or changed."});
      return std::nullopt;
    }
    return rulebook::read_kept_procedure(book_, head.procedure, *text);
  }

  std::string kept_name(const std::string& hash) {
    const auto row =
        audit_.facts().query("SELECT procedure_id FROM case_procedure WHERE hash = $1", {hash});
    return row->next() ? std::string(row->bytes(0)) : "";
  }

  // Places of the stored deadlines that follow each other from 0.
  bool places_fit(const std::string& number) {
    const auto rows = audit_.facts().query(
        "SELECT place FROM case_deadline WHERE number = $1 ORDER BY place", {number});
    std::int64_t expected = 0;
    while (rows->next()) {
      if (rows->number(0) != expected++) return false;
    }
    return true;
  }

  void check_steps(const CaseHead& head, const std::vector<CaseStep>& steps) {
    const auto salts = salts_of(audit_.facts(), head.number);
    int expected = 1;
    for (const CaseStep& step : steps) {
      if (step.step != expected++)
        audit_.differ("fsck.case", place_of(head, step), {"步骤不连续。", "Steps are missing."});
      audit_.count("case steps");
      audit_.expect(store::Lane::facts, static_cast<std::uint64_t>(step.leaf),
                    {domain::Attested::case_step, salts.at(step.step), step_statement(head, step)},
                    "fsck.case", place_of(head, step));
    }
    if (steps.empty())
      audit_.differ("fsck.case", place_of(head), {"案件没有步骤。", "The case has no steps."});
  }

  // What a case is said to hold is what its steps brought.
  void check_documents(const CaseHead& head, const std::vector<CaseStep>& steps) {
    std::set<std::tuple<std::string, std::string, std::int64_t>> brought, held;
    std::set<std::string> seen;
    for (const CaseStep& step : steps) {
      for (const AttachedDocument& one : step.body.documents) {
        if (seen.insert(one.sha256).second) brought.emplace(one.sha256, one.name, step.step);
      }
    }
    for (const CaseDocument& one : documents_of(audit_.facts(), head.number))
      held.emplace(one.document.sha256, one.document.name, one.step);
    if (held == brought) return;
    audit_.differ("fsck.case", place_of(head) + " documents",
                  {"所附材料与各步骤提交的不符。",
                   "The documents it holds are not those its steps brought."});
  }

  // An edition of the rules that this node was ever run with.
  bool knows_edition(const std::string& edition) const {
    if (edition == book_.edition) return true;
    for (const auto kind : {domain::Attested::administration, domain::Attested::edition}) {
      for (const auto& said : audit_.said(kind)) {
        if (said.text.find(edition) != std::string::npos) return true;
      }
    }
    return false;
  }

  void check_standing(const StoredCase& one, const Procedure& procedure,
                      const std::vector<CaseStep>& steps) {
    const bool opened_then = one.head.opened == steps.front().at &&
                             one.head.applicant == steps.front().actor &&
                             knows_edition(one.standing.edition);
    Derived derived;
    try {
      derived = derive(book_, procedure, one.head, steps);
    } catch (const Failure& failure) {
      audit_.differ("fsck.case", place_of(one.head), failure.error().message);
      return;
    }
    const auto stored = stored_deadlines(audit_.facts(), one.head.number);
    bool fits = opened_then && same(one.standing, derived.standing) &&
                stored.size() == derived.course.deadlines.size() && places_fit(one.head.number);
    for (std::size_t i = 0; fits && i < stored.size(); ++i)
      fits = same(stored[i], derived.course.deadlines[i]);
    // Under other rules than these it was worked out otherwise, which is no fault.
    if (fits || (opened_then && one.standing.edition != book_.edition)) return;
    audit_.differ("fsck.case", place_of(one.head),
                  {"案件状态与重放其步骤的结果不符。",
                   "It does not stand where its steps lead when they are replayed."});
  }

  Audit& audit_;
  const RuleBook& book_;
  const SecretBox& box_;
};

}  // namespace

void audit_cases(Audit& audit, const RuleBook& book, const SecretBox& box) {
  CaseAudit cases(audit, book, box);
  CaseFilter filter;
  filter.limit = 500;
  for (;;) {
    const auto page = list_cases(audit.facts(), filter);
    for (const StoredCase& one : page) cases.check(one);
    if (page.size() < static_cast<std::size_t>(filter.limit)) break;
    filter.after = page.back().head.number;
  }
  audit.check_accounted(store::Lane::facts, {domain::Attested::case_step});
}

}  // namespace credence::app
