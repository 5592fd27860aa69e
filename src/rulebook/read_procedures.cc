// SPDX-License-Identifier: Apache-2.0
#include "rulebook/readers.h"

// rules/procedures: one procedure per file. What is read here is then checked as a whole
// (scrutiny.cc).

namespace credence::rulebook {
namespace {

FormField::Choice read_choice(MapReader& reader) {
  return {reader.text("id"), reader.words("label")};
}

FormField read_field(MapReader& reader) {
  FormField field;
  field.id = reader.text("id");
  field.label = reader.words("label");
  field.type = reader.term("type", form_type_terms, FormField::Type::text);
  if (field.type == FormField::Type::text)
    field.length = static_cast<int>(reader.integer("length", 0, 20'000, Need::may));
  if (field.type == FormField::Type::text && field.length == 0) field.length = 2'000;
  field.required = reader.flag("required", true);
  if (field.type == FormField::Type::choice) {
    reader.each("choices", Need::must,
                [&](MapReader& one) { field.choices.push_back(read_choice(one)); });
  }
  if (reader.has("sealed_for")) field.sealed_for = reader.term_list("sealed_for", party_terms);
  return field;
}

Guard read_guard(MapReader& reader) {
  Guard guard;
  guard.kind = reader.term("check", guard_terms);
  switch (guard.kind) {
    case Guard::Kind::four_eyes:
      guard.act = reader.text("act");
      break;
    case Guard::Kind::within:
      guard.act = reader.text("act");
      guard.clock = reader.text("clock");
      break;
    case Guard::Kind::document:
      guard.document = reader.text("document");
      break;
    case Guard::Kind::after:
      guard.act = reader.text("act");
      guard.clock = reader.text("clock");
      guard.unless = reader.texts("unless", Need::may);
      break;
    case Guard::Kind::once:
    case Guard::Kind::repairable:
    case Guard::Kind::listable:
    case Guard::Kind::listed:
      break;
  }
  return guard;
}

RecordValue read_value(const std::string& code, const std::string& source) {
  if (!source.starts_with('$')) return {code, RecordValue::From::fixed, source};
  const auto named = value_named(record_value_terms, source);
  return {code, named.value_or(RecordValue::From::field), named ? "" : source.substr(1)};
}

Effect read_effect(MapReader& reader) {
  Effect effect;
  effect.kind = reader.term("do", effect_terms);
  if (effect.kind == Effect::Kind::correct) {
    effect.field = reader.text("field");
    return effect;
  }
  if (effect.kind == Effect::Kind::record) {
    effect.item = reader.text("item");
    reader.entries("values", Need::must, [&](const Yaml::Entry& entry) {
      effect.values.push_back(read_value(entry.key, entry.value.text));
    });
    return effect;
  }
  effect.mark = reader.term("mark", mark_terms);
  effect.field = reader.text("field", Need::may);
  return effect;
}

Act read_act(MapReader& reader) {
  Act act;
  act.id = reader.text("id");
  act.label = reader.words("label");
  act.basis = reader.basis();
  const auto from = reader.texts("from");
  act.from_any = from == std::vector<std::string>{"any"};
  if (!act.from_any && from != std::vector<std::string>{"start"}) act.from = from;
  act.to = reader.text("to", act.opens() ? Need::must : Need::may);
  act.by = reader.term_list("by", party_terms);
  reader.each("fields", Need::may, [&](MapReader& one) { act.fields.push_back(read_field(one)); });
  reader.each("guards", Need::may, [&](MapReader& one) { act.guards.push_back(read_guard(one)); });
  reader.each("effects", Need::may,
              [&](MapReader& one) { act.effects.push_back(read_effect(one)); });
  act.extends = reader.text("extends", Need::may);
  if (!act.extends.empty()) act.extends_clock = reader.text("extends_clock");
  return act;
}

State read_state(MapReader& reader) {
  State state;
  state.id = reader.text("id");
  state.label = reader.words("label");
  if (reader.has("owner")) {
    state.owner = reader.term("owner", party_terms);
  } else {
    state.outcome = reader.words("outcome");
  }
  return state;
}

DeadlineRule read_deadline(MapReader& reader) {
  DeadlineRule deadline;
  deadline.id = reader.text("id");
  deadline.label = reader.words("label");
  deadline.clock = reader.text("clock");
  deadline.owed_by = reader.term("owed_by", party_terms);
  deadline.starts = reader.texts("starts");
  deadline.ends = reader.texts("ends");
  deadline.counted_from = reader.text("counted_from", Need::may);
  deadline.counted_from_field = reader.text("counted_from_field", Need::may);
  deadline.replaces = reader.texts("replaces", Need::may);
  deadline.paused_in = reader.texts("paused_in", Need::may);
  return deadline;
}

DocumentKind read_document(MapReader& reader) {
  return {reader.text("id"), reader.words("label"), reader.basis()};
}

void read_head(MapReader& reader, Procedure& procedure) {
  procedure.kind = reader.text("kind", Need::may);
  if (procedure.kind.empty()) procedure.kind = procedure.id;
  procedure.region = static_cast<int>(reader.integer("region", 0, 999'999, Need::may));
  procedure.label = reader.words("label");
  procedure.summary = reader.words("summary");
  procedure.basis = reader.basis();
  procedure.prefix = reader.text("prefix");
  procedure.about = reader.term("about", about_terms);
  procedure.subjects = reader.term_list("subjects", subject_terms);
  procedure.items = reader.texts("items", Need::may);
  procedure.applicant_sealed = reader.flag("applicant_sealed");
}

}  // namespace

void read_procedure(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  Procedure procedure;
  procedure.id = stem_of(source.file);
  read_head(reader, procedure);
  reader.each("documents", Need::may,
              [&](MapReader& one) { procedure.documents.push_back(read_document(one)); });
  reader.each("states", Need::must,
              [&](MapReader& one) { procedure.states.push_back(read_state(one)); });
  reader.each("acts", Need::must, [&](MapReader& one) { procedure.acts.push_back(read_act(one)); });
  reader.each("deadlines", Need::may,
              [&](MapReader& one) { procedure.deadlines.push_back(read_deadline(one)); });
  procedure.provisional = note_provisional(reader, "procedures/" + procedure.id, book);
  scrutinize(reader, procedure);
  book.procedures.insert_or_assign(procedure.id, std::move(procedure));
}

}  // namespace credence::rulebook
