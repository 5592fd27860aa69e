// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/secret_box.h"
#include "app/cases/case.h"
#include "rulebook/course.h"
#include "store/database.h"
#include "store/session.h"

// Cases as they are stored: the facts lane's tables case_*.

namespace credence::app {

// Where a case stands, as it follows from its steps; kept beside them for lists and desks.
struct CaseStanding {
  int steps = 0;
  std::string state;
  std::optional<rulebook::Party> desk;  // who must act; none: closed
  std::string unit;                     // whose desk: credit code; empty: the credit centre's
  std::string officer;                  // who took it
  std::optional<Instant> closed;
  std::optional<Date> due;  // the earliest open deadline
  std::string edition;      // of the rules it was worked out with
};

struct StoredCase {
  CaseHead head;
  CaseStanding standing;
};

std::optional<StoredCase> find_case(store::Session& sql, std::string_view number);
void put_case(store::Write& write, const CaseHead& head, const CaseStanding& standing);
void update_standing(store::Write& write, const std::string& number, const CaseStanding& standing,
                     const std::vector<rulebook::Running>& deadlines);
// The columns of a deadline in case_deadline, and what is read from them, from column `first` on.
inline constexpr const char* deadline_columns =
    "d.deadline, d.owed_by, d.unit, d.basis, d.counted_from, d.due, d.provisional, d.met, "
    "d.passed_on";
rulebook::Running deadline_at(store::Cursor& row, int first);
std::vector<rulebook::Running> stored_deadlines(store::Session& sql, std::string_view number);

// The steps of a case in order, opened. Throws Failure when one is damaged.
std::vector<CaseStep> case_steps(store::Session& sql, const SecretBox& box,
                                 std::string_view number);
// Appends an entry of the log and the step, sealed. Gives its leaf.
std::int64_t put_step(store::Write& write, const SecretBox& box, const CaseHead& head,
                      const CaseStep& step);

// What the log attests of a step. JSON.
std::string step_statement(const CaseHead& head, const CaseStep& step);

// Keeps the text of a procedure, once.
void keep_procedure(store::Write& write, const rulebook::Procedure& procedure);
std::optional<std::string> kept_procedure(store::Session& sql, std::string_view hash);

// ---- lists; each by number after `after`

enum class CasesOf : std::uint8_t { subject, applicant, desk, all };
struct CaseFilter {
  CasesOf of = CasesOf::all;
  SubjectId subject;
  std::string name;  // applicant; or the unit whose desk it is ("" the credit centre)
  bool open_only = false;
  std::string procedure;  // id; empty: any
  std::string after;      // case number
  int limit = 100;
};
std::vector<StoredCase> list_cases(store::Session& sql, const CaseFilter& filter);
// Cases about a record, newest first.
std::vector<StoredCase> cases_about(store::Session& sql, SubjectId subject, RecordKey record);

}  // namespace credence::app
