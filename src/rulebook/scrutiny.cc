// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <set>

#include "rulebook/readers.h"

// A procedure as a whole: every state is reached, every state that is not an end can be left, every
// name refers to something, and no effect goes further than the law lets a case go.

namespace credence::rulebook {
namespace {

// What tells whom a record is about: the case says it.
bool names_subject(Role role) {
  return role >= Role::subject_name && role <= Role::person_document_number;
}

// One procedure under scrutiny.
class Scrutiny {
 public:
  Scrutiny(MapReader& reader, const Procedure& procedure)
      : reader_(reader), book_(reader.source().book), procedure_(procedure) {}

  void run() {
    check_ids();
    check_items();
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
  void check_items() {
    for (const auto& id : procedure_.items) {
      if (book_.catalogue.find(id) == nullptr) unknown("items", "事项", "item", id);
    }
    if (!procedure_.items.empty() && procedure_.about != About::record)
      refuse("items", "只有针对记录的程序才限定事项。",
             "Only a procedure about a record is for some items alone.");
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
    for (const auto& act : guard.unless) need_act("acts", act);
    if (guard.kind == Guard::Kind::listable && !has_field([](const FormField& field) {
          return field.type == FormField::Type::list && field.required;
        }))
      refuse("acts", "程序没有必填的名单字段（type: list），无从核对可否列入。",
             "No form of the procedure has a required field of type list to check.");
    if (guard.kind == Guard::Kind::listed && procedure_.about != About::record)
      refuse("acts", "只有针对记录的程序才能移出名单。",
             "Only a procedure about a record takes one off a list.");
    const auto known = [&](const DocumentKind& kind) { return kind.id == guard.document; };
    if (!guard.document.empty() && std::ranges::none_of(procedure_.documents, known))
      unknown("acts", "材料", "document", guard.document);
  }

  bool has_field(const std::function<bool(const FormField&)>& wanted) const {
    return std::ranges::any_of(
        procedure_.acts, [&](const Act& act) { return std::ranges::any_of(act.fields, wanted); });
  }

  void check_effect(const Act& act, const Effect& effect) {
    if (effect.kind == Effect::Kind::record) return check_record(act, effect);
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

  // A record that a case stores tells of good or bad conduct, is decided by two officials, and is
  // whole: intake would take it.
  void check_record(const Act& act, const Effect& effect) {
    const Item* item = book_.catalogue.find(effect.item);
    if (item == nullptr) return unknown("acts", "事项", "item", effect.item);
    if (item->nature != Nature::dishonesty && item->nature != Nature::good)
      refuse(
          "acts", "案件只能形成失信或者守信信息，“" + item->id + "”不是。",
          "A case stores records of dishonesty or good conduct; \"" + item->id + "\" is neither.");
    if (!has_guard(act, Guard::Kind::four_eyes))
      refuse("acts", "形成记录的步骤“" + act.id + "”须由他人复核（four_eyes）。",
             "The act \"" + act.id + "\" stores a record and needs a guard four_eyes.");
    for (const auto kind : procedure_.subjects) {
      if (!item->allows(kind))
        refuse("subjects", "事项“" + item->id + "”不收集此类主体的信息。",
               "The item \"" + item->id + "\" takes no record of this kind of subject.");
    }
    for (const RecordValue& value : effect.values) check_value(act, *item, value);
    check_whole(*item, effect);
  }

  static bool has_guard(const Act& act, Guard::Kind kind) {
    return std::ranges::count(act.guards, kind, &Guard::kind) > 0;
  }

  void check_value(const Act& act, const Item& item, const RecordValue& value) {
    const Field* field = item.field(value.code);
    if (field == nullptr) return unknown("acts", "目录字段", "field of the item", value.code);
    if (names_subject(field->role))
      refuse("acts", "字段“" + value.code + "”写的是信用主体，由案件确定，不得另写。",
             "The field \"" + value.code + "\" names the subject; the case does that.");
    if (value.from == RecordValue::From::list_category && !has_guard(act, Guard::Kind::listable))
      refuse("acts", "列入名单的步骤“" + act.id + "”须核对可否列入（listable）。",
             "The act \"" + act.id + "\" enters a list and needs a guard listable.");
    const auto is_source = [&](const FormField& one) { return one.id == value.text; };
    if (value.from == RecordValue::From::field && !has_field(is_source))
      unknown("acts", "表单字段", "field of a form", value.text);
  }

  void check_whole(const Item& item, const Effect& effect) {
    for (const Field& field : item.fields) {
      const bool given = names_subject(field.role) || field.default_value ||
                         std::ranges::count(effect.values, field.code, &RecordValue::code) > 0;
      if (!given && field.required != Required::no && field.required != Required::persons)
        refuse("acts", "记录的必填字段“" + field.code + "”没有来源。",
               "Nothing fills the required field \"" + field.code + "\" of the record.");
    }
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

}  // namespace

void scrutinize(MapReader& reader, const Procedure& procedure) {
  Scrutiny(reader, procedure).run();
}

}  // namespace credence::rulebook
