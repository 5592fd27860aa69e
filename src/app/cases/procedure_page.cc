// SPDX-License-Identifier: Apache-2.0
#include "app/cases/procedure_page.h"

#include <algorithm>

#include "app/cases/lists.h"
#include "app/cases/procedure_diagram.h"
#include "app/cases/way_in.h"
#include "rulebook/terms.h"

namespace credence::app {
namespace {

using rulebook::Act;
using rulebook::DeadlineRule;
using rulebook::Effect;
using rulebook::FormField;
using rulebook::Guard;
using rulebook::Party;
using rulebook::Procedure;
using rulebook::RuleBook;

template <class Terms, class E>
Named named_term(const Terms& terms, E value) {
  const auto& term = rulebook::term_of(terms, value);
  return {std::string(term.name), {std::string(term.zh), std::string(term.name)}};
}

Named named_party(Party party) { return named_term(rulebook::party_terms, party); }

std::vector<Named> named_parties(const std::vector<Party>& parties) {
  std::vector<Named> all;
  for (const Party one : parties) all.push_back(named_party(one));
  return all;
}

Named named_state(const Procedure& procedure, const std::string& id) {
  return {id, procedure.state(id)->label};
}

Named named_act(const Procedure& procedure, const std::string& id) {
  return {id, procedure.act(id)->label};
}

std::vector<Named> named_acts(const Procedure& procedure, const std::vector<std::string>& ids) {
  std::vector<Named> all;
  for (const auto& id : ids) all.push_back(named_act(procedure, id));
  return all;
}

Words quoted(const Words& words) { return {"“" + words.zh + "”", "“" + words.en + "”"}; }

Words article_of(const RuleBook& book, const std::string& basis) {
  return {book.cite(basis), book.cite(basis, false)};
}

// "3个工作日"
Words length_of(const RuleBook& book, const std::string& clock, Date today) {
  const auto& rule = book.clock(clock, today);
  const auto& unit = rulebook::term_of(rulebook::unit_terms, rule.unit);
  const std::string value = std::to_string(rule.value);
  std::string en(unit.name);
  std::ranges::replace(en, '_', ' ');
  return {value + std::string(unit.zh), value + " " + en + (rule.value == 1 ? "" : "s")};
}

Words not_before(const RuleBook& book, const Procedure& procedure, const Guard& guard, Date today) {
  const Words act = quoted(named_act(procedure, guard.act).label);
  const Words length = length_of(book, guard.clock, today);
  Words unless;
  for (const auto& id : guard.unless) {
    const Words other = quoted(named_act(procedure, id).label);
    unless.zh += (unless.zh.empty() ? "，或者已" : "、") + other.zh;
    unless.en += (unless.en.empty() ? ", unless after " : " or ") + other.en;
  }
  return {act.zh + "之日起满" + length.zh + unless.zh,
          "not within " + length.en + " of " + act.en + unless.en};
}

Words condition_of(const RuleBook& book, const Procedure& procedure, const Guard& guard,
                   Date today) {
  const Words act = guard.act.empty() ? Words{} : quoted(named_act(procedure, guard.act).label);
  switch (guard.kind) {
    case Guard::Kind::four_eyes:
      return {"不能由办理" + act.zh + "的人办理", "not by whoever did " + act.en};
    case Guard::Kind::within: {
      const Words length = length_of(book, guard.clock, today);
      return {act.zh + "之日起" + length.zh + "内", "within " + length.en + " after " + act.en};
    }
    case Guard::Kind::once:
      return {"一个案件只能办理一次", "only once in a case"};
    case Guard::Kind::document: {
      const auto at =
          std::ranges::find(procedure.documents, guard.document, &rulebook::DocumentKind::id);
      const Words label = quoted(at->label);
      return {"须已附" + label.zh, "with " + label.en + " attached"};
    }
    case Guard::Kind::repairable:
      return {"该记录依规可以修复", "the record may be repaired now"};
    case Guard::Kind::after:
      return not_before(book, procedure, guard, today);
    case Guard::Kind::listable:
      return {"名单在施行中、适用于该主体，且该主体不在其列",
              "the list is in force and for this kind of subject, and does not have it yet"};
    case Guard::Kind::listed:
      break;
  }
  return {"该记录在由本程序移出的名单之列", "the record is an entry of a list left by this case"};
}

Words effect_of(const RuleBook& book, const Act& act, const Effect& effect) {
  const auto& mark = rulebook::term_of(rulebook::mark_terms, effect.mark);
  const Words label = quoted({std::string(mark.zh), std::string(mark.name)});
  const auto field = std::ranges::find(act.fields, effect.field, &FormField::id);
  const Words text = field == act.fields.end() ? Words{} : quoted(field->label);
  switch (effect.kind) {
    case Effect::Kind::mark:
      if (text.zh.empty())
        return {"记录即时标注" + label.zh, "the record is marked as " + label.en + " at once"};
      return {"记录即时标注" + label.zh + "，并展示所填" + text.zh,
              "the record is marked as " + label.en + " at once, with " + text.en};
    case Effect::Kind::unmark:
      return {"解除" + label.zh + "的标注", "the mark " + label.en + " is taken off"};
    case Effect::Kind::correct:
      return {"按" + text.zh + "更正记录，原记录留存备查",
              "the record is corrected as " + text.en + " says; what it said before is kept"};
    case Effect::Kind::record:
      break;
  }
  const auto* item = book.catalogue.find(effect.item);
  const Words record = quoted(item == nullptr ? Words{effect.item, effect.item} : item->label);
  return {"即时形成" + record.zh + "记录", "a record of " + record.en + " is stored at once"};
}

// What else an act does: prolongs a deadline.
std::optional<Words> extension_of(const RuleBook& book, const Procedure& procedure, const Act& act,
                                  Date today) {
  if (act.extends.empty()) return std::nullopt;
  const Words deadline = quoted(procedure.deadline(act.extends)->label);
  const Words length = length_of(book, act.extends_clock, today);
  return Words{deadline.zh + "的期限延长" + length.zh,
               "the deadline " + deadline.en + " is prolonged by " + length.en};
}

DescribedField described(const FormField& field) {
  DescribedField told;
  told.id = field.id;
  told.label = field.label;
  told.type = rulebook::term_of(rulebook::form_type_terms, field.type).name;
  told.required = field.required;
  told.length = field.length;
  for (const auto& choice : field.choices) told.choices.push_back({choice.id, choice.label});
  told.read_by = named_parties(field.sealed_for);
  return told;
}

DescribedAct described(const RuleBook& book, const Procedure& procedure, const Act& act,
                       Date today) {
  DescribedAct told;
  told.id = act.id;
  told.label = act.label;
  told.basis = act.basis;
  told.article = article_of(book, act.basis);
  told.opens = act.opens();
  told.from_any = act.from_any;
  for (const auto& id : act.from) told.from.push_back(named_state(procedure, id));
  if (!act.to.empty()) told.to = named_state(procedure, act.to);
  told.by = named_parties(act.by);
  for (const auto& field : with_lists(book, procedure, act, today).fields)
    told.fields.push_back(described(field));
  for (const auto& guard : act.guards)
    told.conditions.push_back(condition_of(book, procedure, guard, today));
  for (const auto& effect : act.effects) told.effects.push_back(effect_of(book, act, effect));
  if (auto more = extension_of(book, procedure, act, today)) told.effects.push_back(*more);
  told.decides = decides(act);
  return told;
}

Words counted_from(const Procedure& procedure, const DeadlineRule& rule) {
  if (!rule.counted_from_field.empty()) {
    for (const auto& id : rule.starts) {
      const auto& fields = procedure.act(id)->fields;
      const auto field = std::ranges::find(fields, rule.counted_from_field, &FormField::id);
      if (field == fields.end()) continue;
      const Words label = quoted(field->label);
      return {"所填" + label.zh, "the day given as " + label.en};
    }
  }
  const std::vector<std::string> acts =
      rule.counted_from.empty() ? rule.starts : std::vector<std::string>{rule.counted_from};
  Words all;
  for (const auto& id : acts) {
    const Words label = quoted(named_act(procedure, id).label);
    all.zh += (all.zh.empty() ? "" : "或者") + label.zh;
    all.en += (all.en.empty() ? "" : " or ") + label.en;
  }
  return {all.zh + "之日", "the day of " + all.en};
}

DescribedDeadline described(const RuleBook& book, const Procedure& procedure,
                            const DeadlineRule& rule, Date today) {
  const auto& clock = book.clock(rule.clock, today);
  DescribedDeadline told;
  told.id = rule.id;
  told.label = rule.label;
  told.owed_by = named_party(rule.owed_by);
  told.length = length_of(book, rule.clock, today);
  told.counted_from = counted_from(procedure, rule);
  told.basis = clock.basis;
  told.article = article_of(book, clock.basis);
  told.starts = named_acts(procedure, rule.starts);
  told.ends = named_acts(procedure, rule.ends);
  for (const auto& id : rule.replaces) told.replaces.push_back({id, procedure.deadline(id)->label});
  for (const auto& id : rule.paused_in) told.paused_in.push_back(named_state(procedure, id));
  told.provisional = clock.provisional;
  return told;
}

void describe_head(const RuleBook& book, const Procedure& procedure, ProcedureView& view) {
  view.id = procedure.id;
  view.kind = procedure.kind;
  view.region = procedure.region;
  view.label = procedure.label;
  view.summary = procedure.summary;
  view.basis = procedure.basis;
  view.article = article_of(book, procedure.basis);
  view.about = named_term(rulebook::about_terms, procedure.about);
  for (const auto kind : procedure.subjects)
    view.subjects.push_back(named_term(rulebook::subject_terms, kind));
  view.applicant_sealed = procedure.applicant_sealed;
  view.provisional = procedure.provisional;
  view.hash = procedure.hash;
}

}  // namespace

ProcedureView procedure_view(const RuleBook& book, const Procedure& procedure, Date today) {
  ProcedureView view;
  describe_head(book, procedure, view);
  for (const auto& state : procedure.states) {
    DescribedState told{state.id, state.label, std::nullopt, state.outcome};
    if (state.owner) told.owner = named_party(*state.owner);
    view.states.push_back(std::move(told));
  }
  for (const auto& act : procedure.acts)
    view.acts.push_back(described(book, procedure, act, today));
  for (const auto& rule : procedure.deadlines)
    view.deadlines.push_back(described(book, procedure, rule, today));
  for (const auto& one : procedure.documents)
    view.documents.push_back({one.id, one.label, one.basis, article_of(book, one.basis)});
  view.diagram = procedure_diagram(procedure);
  return view;
}

std::vector<ProcedureLine> procedures_in(const RuleBook& book, int region) {
  std::vector<ProcedureLine> lines;
  for (const auto& [id, one] : book.procedures) {
    if (rulebook::procedure_in(book, one.kind, region) != &one) continue;
    lines.push_back({id, one.kind, one.label, one.summary, one.basis, article_of(book, one.basis)});
  }
  return lines;
}

}  // namespace credence::app
