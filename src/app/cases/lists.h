// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cases/case.h"
#include "rulebook/rulebook.h"
#include "store/session.h"

// Lists as cases enter subjects on them and take them off again (SD-2020 arts. 29 to 31;
// GBF-2020-49; docs/design/lists.md).

namespace credence::app {

// The act with the lists that its fields of type `list` may name as their choices: those in force
// on `today` that are entered by this kind of procedure.
rulebook::Act with_lists(const rulebook::RuleBook& book, const rulebook::Procedure& procedure,
                         rulebook::Act act, Date today);

// What a case's form says: in `given`, else in the latest step that had the field; sealed fields
// too. Empty when nobody said it.
std::string said_in_case(const std::vector<CaseStep>& steps, const std::vector<FieldValue>& given,
                         const std::string& field);
// The id of the list a case is about; empty: it names none.
std::string list_named(const rulebook::Procedure& procedure, const std::vector<CaseStep>& steps,
                       const std::vector<FieldValue>& given);
// How the catalogue writes a list in records of an item; empty: its entries are no records of it.
std::string category_of(const rulebook::RuleBook& book, const std::string& list,
                        const std::string& item);

struct ListQuestion {
  const rulebook::RuleBook& book;
  const rulebook::Procedure& procedure;
  const CaseHead& head;
  store::Session& sql;
  Date today;
};
// Why the subject may not be entered on a list now; nothing when it may. Errors: invalid
// ("case.list": no list in force that this procedure enters; "case.list_subjects": not for this
// kind of subject), conflict ("case.listed_already").
std::optional<Error> unlistable(const ListQuestion& question, const std::string& list);
// Why the record may not be taken off a list by this procedure. Errors: conflict
// ("case.not_listed": it is no entry in force of a list that is left this way).
std::optional<Error> unlisted(const ListQuestion& question);

}  // namespace credence::app
