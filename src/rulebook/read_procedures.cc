// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "rulebook/readers.h"

// rules/procedures: one procedure per file. What is read here is then checked as a whole: every
// state is reached, every state that is not an end can be left, every name refers to something.

namespace credence::rulebook {
namespace {

// ---- reading

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
    case Guard::Kind::once:
    case Guard::Kind::repairable:
      break;
  }
  return guard;
}

Effect read_effect(MapReader& reader) {
  Effect effect;
  effect.kind = reader.term("do", effect_terms);
  if (effect.kind == Effect::Kind::correct) {
    effect.field = reader.text("field");
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

// ---- checking the whole

// One procedure under scrutiny.
class Scrutiny {
 public:
  Scrutiny(MapReader& reader, const Procedure& procedure)
      : reader_(reader), book_(reader.source().book), procedure_(procedure) {}

  void run() {
    check_ids();
    for (const State& state : procedure_.states) check_state(state);
    for (const Act& act : procedure_.acts) check_act(act);
    for (const DeadlineRule& deadline : procedure_.deadlines) check_deadline(deadline);
    check_reached();
  }

 private:
  void refuse(std::string_view key, const std::string& zh, const std::string& en) {
    reader_.refuse(key, {zh, en}, {"请改正程序文件。", "Correct the procedure's file."});
  }
  void unknown(std::string_view key, const std::string& what_zh, const std::string& what_en,
               const std::string& name) {
    refuse(key, "没有" + what_zh + "“" + name + "”。",
           "There is no " + what_en + " \"" + name + "\".");
  }
  void need_state(const std::string& id) {
    if (procedure_.state(id) == nullptr) unknown("acts", "状态", "state", id);
  }
  void need_act(std::string_view key, const std::string& id) {
    if (procedure_.act(id) == nullptr) unknown(key, "步骤", "act", id);
  }
  void need_clock(std::string_view key, const std::string& id) {
    if (std::ranges::count(book_.clocks, id, &ClockRule::id) == 0)
      unknown(key, "期限", "clock", id);
  }

  template <class T>
  void check_unique(std::string_view key, const std::vector<T>& all) {
    std::set<std::string> seen;
    for (const T& one : all) {
      if (!seen.insert(one.id).second)
        refuse(key, "“" + one.id + "”重复。", "Duplicate id \"" + one.id + "\".");
    }
  }
  void check_ids() {
    check_unique("states", procedure_.states);
    check_unique("acts", procedure_.acts);
    check_unique("deadlines", procedure_.deadlines);
    check_unique("documents", procedure_.documents);
    const bool capitals =
        procedure_.prefix.size() == 2 &&
        std::ranges::all_of(procedure_.prefix, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!capitals)
      refuse("prefix", "案号前缀应为两个大写字母。", "The prefix is two capital letters.");
    if (std::ranges::none_of(procedure_.acts, &Act::opens))
      refuse("acts", "没有开始案件的步骤（from: start）。", "No act opens a case (from: start).");
  }

  void check_state(const State& state) {
    if (!state.is_end() && procedure_.acts_from(state.id).empty())
      refuse("states", "状态“" + state.id + "”没有出路。",
             "Nothing leads out of \"" + state.id + "\".");
  }

  void check_act(const Act& act) {
    for (const auto& state : act.from) need_state(state);
    if (!act.to.empty()) need_state(act.to);
    check_unique("acts", act.fields);
    for (const Guard& guard : act.guards) check_guard(guard);
    for (const Effect& effect : act.effects) check_effect(act, effect);
    if (!act.extends.empty()) {
      if (procedure_.deadline(act.extends) == nullptr)
        unknown("deadlines", "期限", "deadline", act.extends);
      need_clock("acts", act.extends_clock);
    }
    // Hard limit 4: no measure takes effect by machine.
    if (std::ranges::count(act.by, Party::platform) > 0 && !act.effects.empty())
      refuse("acts", "平台自动办理的步骤不得有任何效果。",
             "What the platform does by itself has no effects.");
  }

  void check_guard(const Guard& guard) {
    if (!guard.act.empty()) need_act("acts", guard.act);
    if (!guard.clock.empty()) need_clock("acts", guard.clock);
    const auto known = [&](const DocumentKind& kind) { return kind.id == guard.document; };
    if (!guard.document.empty() && std::ranges::none_of(procedure_.documents, known))
      unknown("acts", "材料", "document", guard.document);
  }

  void check_effect(const Act& act, const Effect& effect) {
    if (procedure_.about != About::record)
      refuse("acts", "只有针对记录的程序才能改变记录。",
             "Only a procedure about a record changes one.");
    const auto at = std::ranges::find(act.fields, effect.field, &FormField::id);
    if (at == act.fields.end()) {
      if (!effect.field.empty()) unknown("acts", "表单字段", "field", effect.field);
      return;
    }
    const auto wanted =
        effect.kind == Effect::Kind::correct ? FormField::Type::changes : FormField::Type::text;
    if (at->type != wanted)
      refuse("acts", "字段“" + at->id + "”的类型不适合这一效果。",
             "The field \"" + at->id + "\" has not the type this effect needs.");
  }

  void check_deadline(const DeadlineRule& deadline) {
    need_clock("deadlines", deadline.clock);
    for (const auto& act : deadline.starts) need_act("deadlines", act);
    for (const auto& act : deadline.ends) need_act("deadlines", act);
    if (!deadline.counted_from.empty()) need_act("deadlines", deadline.counted_from);
    for (const auto& state : deadline.paused_in) need_state(state);
    for (const auto& other : deadline.replaces) {
      if (procedure_.deadline(other) == nullptr) unknown("deadlines", "期限", "deadline", other);
    }
    if (!deadline.counted_from_field.empty()) check_day_field(deadline);
  }

  // The day a clock counts from must be in every act that starts it.
  void check_day_field(const DeadlineRule& deadline) {
    for (const auto& id : deadline.starts) {
      const Act* act = procedure_.act(id);
      if (act == nullptr) continue;
      const auto is_day = [&](const FormField& field) {
        return field.id == deadline.counted_from_field && field.required &&
               field.type == FormField::Type::date;
      };
      if (std::ranges::none_of(act->fields, is_day))
        unknown("deadlines", "必填日期字段", "required date field", deadline.counted_from_field);
    }
  }

  void check_reached() {
    std::set<std::string> reached;
    for (bool grown = true; grown;) {
      grown = false;
      for (const Act& act : procedure_.acts) {
        const bool possible =
            act.opens() || act.from_any ||
            std::ranges::any_of(act.from, [&](const auto& s) { return reached.contains(s); });
        if (possible && !act.to.empty()) grown = reached.insert(act.to).second || grown;
      }
    }
    for (const State& state : procedure_.states) {
      if (!reached.contains(state.id))
        refuse("states", "没有步骤到达状态“" + state.id + "”。",
               "No act leads to the state \"" + state.id + "\".");
    }
  }

  MapReader& reader_;
  const RuleBook& book_;
  const Procedure& procedure_;
};

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
  Scrutiny(reader, procedure).run();
  book.procedures.insert_or_assign(procedure.id, std::move(procedure));
}

}  // namespace credence::rulebook
