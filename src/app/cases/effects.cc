// SPDX-License-Identifier: Apache-2.0
#include "app/cases/case_errors.h"
#include "app/cases/form.h"
#include "app/cases/lists.h"
#include "app/cases/move.h"
#include "base/ensure.h"
#include "store/marks.h"

// What an act does beside moving its case. What is checked and made ready needs no transaction;
// what is done happens in the transaction of the step.

namespace credence::app {
namespace {

using rulebook::Effect;
using rulebook::RecordValue;
using rulebook::RuleBook;

using Stores = Result<std::function<void(store::Write&)>>;

// The case and its step as far as a stored record draws on them.
struct Drawing {
  const RuleBook& book;
  const LoadedCase& before;
  const Caller& caller;
  const CaseStep& step;

  std::string said(const std::string& field) const {
    const std::string sealed = value_in(step.secret, field);
    return sealed.empty() ? said_in_case(before.steps, step.body.fields, field) : sealed;
  }
};

std::string value_from(const Drawing& from, const Effect& effect, const RecordValue& value,
                       Date today) {
  switch (value.from) {
    case RecordValue::From::fixed:
      return value.text;
    case RecordValue::From::field:
      return from.said(value.text);
    case RecordValue::From::list_category:
      return category_of(
          from.book, list_named(*from.before.procedure, from.before.steps, from.step.body.fields),
          effect.item);
    case RecordValue::From::case_number:
      return from.before.head.number;
    case RecordValue::From::today:
      return to_string(today);
    case RecordValue::From::unit_code:
      return from.caller.unit();
    case RecordValue::From::unit_name:
      break;
  }
  return from.caller.unit_name();
}

std::vector<FieldChange> values_of(const Drawing& from, const Effect& effect, Date today) {
  std::vector<FieldChange> values;
  for (const RecordValue& value : effect.values) {
    auto text = value_from(from, effect, value, today);
    if (!text.empty()) values.push_back({value.code, std::move(text)});
  }
  return values;
}

}  // namespace

std::optional<Error> Cases::prepare_effects(const RuleBook& book, const LoadedCase& before,
                                            const Caller& caller, Move& move) const {
  const Drawing from{book, before, caller, move.step};
  const Decider decider{before.head.number, before.head.procedure, caller.unit(),
                        caller.unit_name(), caller.id()};
  move.stores.clear();
  move.prepared_on = clock_.now().day();
  for (const Effect& effect : move.act->effects) {
    Stores stores = std::function<void(store::Write&)>();
    if (effect.kind == Effect::Kind::correct) {
      stores = hooks_.correct(
          {book, before.head, value_in(move.step.body.fields, effect.field), decider});
    } else if (effect.kind == Effect::Kind::record) {
      stores = hooks_.record(
          {book, before.head, effect.item, values_of(from, effect, move.prepared_on), decider});
    }
    if (!stores) return stores.error();
    move.stores.push_back(std::move(*stores));
  }
  return std::nullopt;
}

void Cases::run_effects(store::Write& write, const CaseHead& head, const Move& move) const {
  const auto put = [&](domain::MarkKind kind, std::string text) {
    store::RecordMark mark;
    mark.subject = head.subject;
    mark.record = head.record;
    mark.kind = kind;
    mark.case_number = head.number;
    mark.basis = move.act->basis;
    mark.text = std::move(text);
    store::put_mark(write, vault_.random(), mark);
  };
  const auto store_row = [&](std::size_t effect) {
    ensure(effect < move.stores.size() && move.stores[effect] != nullptr,
           "what an effect stores is prepared before it is decided");
    move.stores[effect](write);
  };
  for (std::size_t i = 0; i < move.act->effects.size(); ++i) {
    const Effect& effect = move.act->effects[i];
    switch (effect.kind) {
      case Effect::Kind::mark:
        put(effect.mark, value_in(move.step.body.fields, effect.field));
        break;
      case Effect::Kind::unmark:
        store::end_mark(write, vault_.random(), head.subject, head.record, effect.mark,
                        head.number);
        break;
      case Effect::Kind::correct:
        store_row(i);
        put(domain::MarkKind::corrected, "");
        break;
      case Effect::Kind::record:
        if (write.now.day() != move.prepared_on) throw Failure(case_errors::day_turned());
        store_row(i);
        break;
    }
  }
}

}  // namespace credence::app
