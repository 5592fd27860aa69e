// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "domain/marks.h"
#include "domain/subject.h"

// Procedures (办事程序) as data: tables of state, act, who, guard, next, deadline and effect, each
// with its article (rules/procedures). One engine runs them all (app/cases); adding a procedure is
// adding a file. Plain values.

namespace credence::rulebook {

// Who may act, in the terms of a case. Which person that is follows from the case itself. Stored;
// never renumber.
enum class Party : std::uint8_t {
  subject = 0,     // whoever the case is about, by its own account
  interested = 1,  // another with an interest, by an account of theirs (SD-2020 art. 39)
  applicant = 2,   // whoever opened the case
  centre = 3,      // clerks of the credit centre
  provider = 4,    // clerks of the unit that provided the record
  assigned = 5,    // clerks of the unit the case was handed to
  handler = 6,     // whichever of centre, provider and assigned has the case on its desk
  supervisor = 7,  // who may press (督办)
  platform = 8,    // the platform itself, when it opens a case that follows from another
};
constexpr bool is_office(Party party) {
  return party == Party::centre || party == Party::provider || party == Party::assigned;
}

// What a case is about.
enum class About : std::uint8_t { record, subject };

struct FormField {
  enum class Type : std::uint8_t {
    text,
    date,     // a day, at the latest today
    choice,   // one of `choices`
    unit,     // credit code of a unit of the register
    changes,  // fields of the record with their right values
    money,    // 万元
    flag,     // yes or no
    list,     // id of a list in force that this kind of procedure enters subjects on
  };
  struct Choice {
    std::string id;
    Words label;
  };
  std::string id;
  Words label;
  Type type = Type::text;
  int length = 0;  // text: most bytes
  bool required = true;
  std::vector<Choice> choices;
  // Kept apart, and read by these alone; empty: by every party.
  std::vector<Party> sealed_for;
};

// What must hold before an act. Closed set: a guard is code, its numbers are data.
struct Guard {
  enum class Kind : std::uint8_t {
    four_eyes,   // not by whoever did `act`
    within,      // no later than `clock` after `act`
    once,        // this act only once in a case
    document,    // a document of the kind `document` has been attached
    repairable,  // the record may be repaired now (app/repair)
    after,       // not before `clock` has run since `act`, unless one of `unless` was done since
    listable,    // the list named in the form is in force, is entered by this procedure, admits
                 // this kind of subject and does not have the subject yet
    listed,      // the record is an entry in force of a list that this procedure takes off
  };
  Kind kind = Kind::once;
  std::string act, clock, document;
  std::vector<std::string> unless;  // acts
};

// Where a value of a record that an act stores comes from. As written: "$reasons" is a field of the
// form, "$today" and the like are the others, and what has no "$" is the value itself.
struct RecordValue {
  enum class From : std::uint8_t {
    fixed,          // `text` itself
    field,          // the field `text` of this act's form, or of the latest act that had one
    list_category,  // how the catalogue writes the list named in the form
    case_number,
    today,
    unit_code,  // of whoever acts
    unit_name,
  };
  std::string code;  // Field::code
  From from = From::fixed;
  std::string text;
};

// What an act does beside moving the case, in the same commit. Closed set.
struct Effect {
  enum class Kind : std::uint8_t {
    mark,     // puts `mark` on the record, with the text of `field` if there is one
    unmark,   // takes this case's `mark` off
    correct,  // stores the record anew with the values of the form's field `field`
    record,   // stores a record of `item` about the subject, with `values`
  };
  Kind kind = Kind::mark;
  domain::MarkKind mark = domain::MarkKind::disputed;
  std::string field;
  std::string item;  // Item::id
  std::vector<RecordValue> values;
};

struct Act {
  std::string id;  // "confirm"
  Words label;
  std::string basis;
  std::vector<std::string> from;  // states; empty: opens the case
  bool from_any = false;          // from every state that is not an end
  std::string to;                 // empty: the case stays where it is
  std::vector<Party> by;
  std::vector<FormField> fields;
  std::vector<Guard> guards;
  std::vector<Effect> effects;
  std::string extends, extends_clock;  // the deadline it prolongs, and by how much
  bool opens() const { return from.empty() && !from_any; }
};

struct State {
  std::string id;  // "received"
  Words label;
  std::optional<Party> owner;  // who must act next; none: an end
  Words outcome;               // of an end: what it means to whoever asked
  bool is_end() const { return !owner.has_value(); }
};

// One time limit of a procedure, and who owes it.
struct DeadlineRule {
  std::string id;
  Words label;
  std::string clock;  // rules/clocks
  Party owed_by = Party::handler;
  std::vector<std::string> starts;     // acts
  std::vector<std::string> ends;       // acts that meet it; at once where they start it
  std::string counted_from;            // act whose day counts; empty: the act that started it
  std::string counted_from_field;      // or the day in this field of the act that started it
  std::vector<std::string> replaces;   // deadlines it takes over from
  std::vector<std::string> paused_in;  // states whose days do not count
};

struct DocumentKind {
  std::string id;
  Words label;
  std::string basis;
};

struct Procedure {
  std::string id;    // "objection"; the file's name
  std::string kind;  // what it is known by across jurisdictions: "objection"
  int region = 0;    // the jurisdiction it belongs to: a division code; 0: everywhere
  Words label;
  Words summary;  // what it is for, in plain words
  std::string basis;
  std::string prefix;  // of case numbers: two capital letters
  About about = About::record;
  std::vector<domain::SubjectKind> subjects;
  std::vector<std::string> items;  // Item::id; about records of these alone; empty: of any
  std::vector<DocumentKind> documents;
  std::vector<State> states;
  std::vector<Act> acts;
  std::vector<DeadlineRule> deadlines;
  bool applicant_sealed = false;  // who opened it is told to the credit centre alone
  bool provisional = false;
  std::string text;  // the file, kept with the cases that run under it
  std::string hash;  // SHA-256 over it, hex

  const State* state(std::string_view id) const;
  const Act* act(std::string_view id) const;
  const DeadlineRule* deadline(std::string_view id) const;
  // Acts that may follow in a state, in file order.
  std::vector<const Act*> acts_from(std::string_view state) const;
};

}  // namespace credence::rulebook
