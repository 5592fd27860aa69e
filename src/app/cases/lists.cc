// SPDX-License-Identifier: Apache-2.0
#include "app/cases/lists.h"

#include <algorithm>

#include "app/cases/case_errors.h"
#include "app/cases/form.h"
#include "rulebook/standing.h"
#include "store/heads.h"
#include "store/records.h"

namespace credence::app {
namespace {

using rulebook::Act;
using rulebook::Consequences;
using rulebook::FormField;
using rulebook::ListRule;
using rulebook::Procedure;
using rulebook::RuleBook;
using rulebook::Standing;

bool is_entered_by(const ListRule& list, const Procedure& procedure, Date today) {
  return list.entry == procedure.kind && list.in_force(today);
}

// Every entry of the subject on a list, in force or to come, by record.
template <class Take>
void each_entry(const ListQuestion& question, Take take) {
  const Consequences rules(question.book);
  for (const auto& head :
       store::heads_of(question.sql, question.head.subject, rules.items(), end_of_time)) {
    const auto standing = rules.of(head, question.today, Consequences::When::that_day_or_later);
    for (const Standing::OnList& entry : standing.lists) take(head.record, entry);
  }
}

}  // namespace

Act with_lists(const RuleBook& book, const Procedure& procedure, Act act, Date today) {
  for (FormField& field : act.fields) {
    if (field.type != FormField::Type::list) continue;
    for (const auto& [id, list] : book.lists) {
      if (is_entered_by(list, procedure, today)) field.choices.push_back({id, list.label});
    }
  }
  return act;
}

std::string said_in_case(const std::vector<CaseStep>& steps, const std::vector<FieldValue>& given,
                         const std::string& field) {
  std::string said = value_in(given, field);
  for (auto step = steps.rbegin(); said.empty() && step != steps.rend(); ++step) {
    said = value_in(step->body.fields, field);
    if (said.empty()) said = value_in(step->secret, field);
  }
  return said;
}

std::string list_named(const Procedure& procedure, const std::vector<CaseStep>& steps,
                       const std::vector<FieldValue>& given) {
  for (const Act& act : procedure.acts) {
    for (const FormField& field : act.fields) {
      if (field.type != FormField::Type::list) continue;
      if (auto said = said_in_case(steps, given, field.id); !said.empty()) return said;
    }
  }
  return {};
}

std::string category_of(const RuleBook& book, const std::string& list, const std::string& item) {
  const auto known = book.lists.find(list);
  if (known == book.lists.end()) return {};
  for (const auto& records : known->second.entries) {
    if (records.item == item && !records.categories.empty()) return records.categories.front();
  }
  return {};
}

std::optional<Error> unlistable(const ListQuestion& question, const std::string& id) {
  const auto list = question.book.lists.find(id);
  if (list == question.book.lists.end() ||
      !is_entered_by(list->second, question.procedure, question.today))
    return case_errors::no_list(question.procedure, id);
  const auto subject = store::find_subject(question.sql, question.head.subject);
  if (!subject || std::ranges::count(list->second.subjects, subject->kind) == 0)
    return case_errors::not_for_list(list->second);
  bool already = false;
  each_entry(question, [&](RecordKey, const Standing::OnList& entry) {
    already = already || entry.list == &list->second;
  });
  if (already) return case_errors::listed_already(list->second);
  return std::nullopt;
}

std::optional<Error> unlisted(const ListQuestion& question) {
  bool listed = false;
  each_entry(question, [&](RecordKey record, const Standing::OnList& entry) {
    listed =
        listed || (record == question.head.record && entry.list->exit == question.procedure.kind);
  });
  if (listed) return std::nullopt;
  return case_errors::not_listed(question.procedure);
}

}  // namespace credence::app
