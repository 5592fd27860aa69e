// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "wire/json.h"

// A case (案件): something asked, owed and decided in time, under one procedure (rules/procedures).
// What happened is its steps, which are never changed; everything else follows from them
// (rulebook/course.h). The plain structs here are the JSON of the API.

namespace credence::app {

// ---- what is filled in

struct FieldValue {
  std::string id;     // FormField::id
  std::string value;  // text; days as YYYY-MM-DD; "true"; changes as JSON, see app/cases/form.h
};
BOOST_DESCRIBE_STRUCT(FieldValue, (), (id, value))

// A document that was uploaded before (app/cases/documents.h).
struct AttachedDocument {
  std::string kind;  // DocumentKind::id
  std::string sha256, name, media;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(AttachedDocument, (), (kind, sha256, name, media, bytes))

struct CaseForm {
  std::string procedure;  // its kind: "objection"
  std::string act;        // of those that open it; empty: the first that is open to the caller
  std::string code;       // whose; empty: the caller's own
  std::string record;     // record key, of a procedure about a record
  std::vector<FieldValue> fields;
  std::vector<AttachedDocument> documents;
};
BOOST_DESCRIBE_STRUCT(CaseForm, (), (procedure, act, code, record, fields, documents))

struct ActForm {
  std::string act;
  int after = 0;  // the last step its author has seen; a step in between is a conflict
  std::vector<FieldValue> fields;
  std::vector<AttachedDocument> documents;
};
BOOST_DESCRIBE_STRUCT(ActForm, (), (act, after, fields, documents))

// ---- what is kept

// What never changes about a case.
struct CaseHead {
  std::string number;  // "YY20261125-3f2a91c0"
  std::string procedure, procedure_hash;
  SubjectId subject;
  RecordKey record;       // 0: about the subject
  int item = 0;           // of the record
  std::string provider;   // credit code of the unit that provided it
  std::string applicant;  // account that opened it; a keyed mark of it where that is sealed
  Instant opened;
};

// What a step holds beside its place; sealed at rest.
struct StepBody {
  std::vector<FieldValue> fields;
  std::vector<AttachedDocument> documents;
  std::string party;  // rulebook::Party as which it was done
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (fields, documents, party))

struct CaseStep {
  int step = 0;  // from 1
  Instant at;
  std::string actor, unit, act;
  StepBody body;
  std::vector<FieldValue> secret;  // fields sealed for some parties
  std::int64_t leaf = 0;           // its entry of the facts lane's log
};

// ---- what is shown

struct ShownValue {
  std::string id;
  Words label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(ShownValue, (), (id, label, value))

struct ShownStep {
  int step = 0;
  Instant at;
  std::string act;
  Words label;
  Words by;             // the party
  std::string unit;     // of an office; its people are not named to outsiders
  std::string officer;  // only to those who handle the case
  std::string basis;
  std::vector<ShownValue> fields;
  std::vector<AttachedDocument> documents;
};
BOOST_DESCRIBE_STRUCT(ShownStep, (),
                      (step, at, act, label, by, unit, officer, basis, fields, documents))

struct ShownDeadline {
  std::string id;
  Words label;
  std::string owed_by;  // party
  Words owed_by_label;
  std::string unit;  // credit code; empty: the credit centre, or no office
  std::string basis;
  Words article;
  Date counted_from;
  std::optional<Date> due;       // last day in time; none while it stands still
  std::optional<Date> done;      // when it was met or passed on
  std::optional<int> days_left;  // working days; negative: days late
  std::string
      status;  // "running", "paused", "met", "met_late", "late", "passed_on", "passed_on_late"
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(ShownDeadline, (),
                      (id, label, owed_by, owed_by_label, unit, basis, article, counted_from, due,
                       done, days_left, status, provisional))

// What the caller may do next, with its form.
struct OfferedChoice {
  std::string id;
  Words label;
};
BOOST_DESCRIBE_STRUCT(OfferedChoice, (), (id, label))
struct OfferedField {
  std::string id;
  Words label;
  std::string type;
  int length = 0;
  bool required = true;
  std::vector<OfferedChoice> choices;
};
BOOST_DESCRIBE_STRUCT(OfferedField, (), (id, label, type, length, required, choices))
struct OfferedAct {
  std::string id;
  Words label;
  std::string basis;
  std::vector<OfferedField> fields;
};
BOOST_DESCRIBE_STRUCT(OfferedAct, (), (id, label, basis, fields))

struct CaseView {
  std::string number, procedure;
  Words label;
  std::string basis;
  SubjectId subject;
  std::string subject_name;  // of an organisation
  std::string record;        // its key; empty: about the subject
  std::string item;
  std::string provider;
  std::string state;
  Words state_label;
  Words outcome;  // once it is closed
  bool closed = false;
  Instant opened;
  int steps_done = 0;   // give it as ActForm::after
  std::string officer;  // who took it, for those who handle it
  std::vector<ShownStep> steps;
  std::vector<ShownDeadline> deadlines;
  std::vector<OfferedAct> can;
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (number, procedure, label, basis, subject, subject_name, record, item,
                       provider, state, state_label, outcome, closed, opened, steps_done, officer,
                       steps, deadlines, can))

// One line of a list.
struct CaseLine {
  std::string number, procedure;
  Words label;
  std::string subject_name;  // of an organisation
  std::string state;
  Words state_label;
  bool closed = false;
  Instant opened;
  std::optional<Date> due;
  std::optional<int> days_left;
  std::string unit, officer;
};
BOOST_DESCRIBE_STRUCT(CaseLine, (),
                      (number, procedure, label, subject_name, state, state_label, closed, opened,
                       due, days_left, unit, officer))

}  // namespace credence::app
