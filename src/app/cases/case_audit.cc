// SPDX-License-Identifier: Apache-2.0
#include "app/cases/case_audit.h"

#include <map>

#include "app/cases/case_store.h"
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
         a.provisional == b.provisional && a.passed_on == b.passed_on &&
         (a.passed_on || a.met == b.met);
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
    const bool erased = check_steps(one.head, steps);
    if (procedure && !steps.empty() && !erased) check_standing(one, *procedure, steps);
  }

 private:
  std::optional<Procedure> procedure_of(const CaseHead& head) {
    const auto text = kept_procedure(audit_.facts(), head.procedure_hash);
    if (!text || to_hex(sha256(*text)) != head.procedure_hash) {
      audit_.differ("fsck.case", place_of(head),
                    {"所依程序的文本缺失或被改动。",
                     "The text of the procedure it runs under is missing or changed."});
      return std::nullopt;
    }
    return rulebook::read_kept_procedure(book_, head.procedure, *text);
  }

  // True when a step was lawfully erased.
  bool check_steps(const CaseHead& head, const std::vector<CaseStep>& steps) {
    const auto salts = salts_of(audit_.facts(), head.number);
    bool erased = false;
    int expected = 1;
    for (const CaseStep& step : steps) {
      if (step.step != expected++)
        audit_.differ("fsck.case", place_of(head, step), {"步骤不连续。", "Steps are missing."});
      audit_.count("case steps");
      const std::string& salt = salts.at(step.step);
      if (salt.empty()) {
        audit_.erased(store::Lane::facts, static_cast<std::uint64_t>(step.leaf));
        erased = true;
        continue;
      }
      audit_.expect(store::Lane::facts, static_cast<std::uint64_t>(step.leaf),
                    {domain::Attested::case_step, salt, step_statement(head, step)}, "fsck.case",
                    place_of(head, step));
    }
    return erased;
  }

  void check_standing(const StoredCase& one, const Procedure& procedure,
                      const std::vector<CaseStep>& steps) {
    const bool opened_then = one.head.opened == steps.front().at;
    const Derived derived = derive(book_, procedure, one.head, steps);
    const auto stored = stored_deadlines(audit_.facts(), one.head.number);
    bool fits = opened_then && same(one.standing, derived.standing) &&
                stored.size() == derived.course.deadlines.size();
    for (std::size_t i = 0; fits && i < stored.size(); ++i)
      fits = same(stored[i], derived.course.deadlines[i]);
    // Under other rules than these it was worked out otherwise, which is no fault.
    if (fits || one.standing.edition != book_.edition) return;
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
