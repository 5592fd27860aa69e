// SPDX-License-Identifier: Apache-2.0
#include "rulebook/procedure.h"

#include <algorithm>

#include "rulebook/readers.h"

namespace credence::rulebook {
namespace {

template <class T>
const T* with_id(const std::vector<T>& all, std::string_view id) {
  const auto at = std::ranges::find(all, id, &T::id);
  return at == all.end() ? nullptr : &*at;
}

}  // namespace

const State* Procedure::state(std::string_view name) const { return with_id(states, name); }
const Act* Procedure::act(std::string_view name) const { return with_id(acts, name); }
const DeadlineRule* Procedure::deadline(std::string_view name) const {
  return with_id(deadlines, name);
}

std::vector<const Act*> Procedure::acts_from(std::string_view name) const {
  const State* in = state(name);
  std::vector<const Act*> possible;
  for (const Act& act : acts) {
    const bool listed = std::ranges::count(act.from, name) > 0;
    const bool open = act.from_any && in != nullptr && !in->is_end();
    if (listed || open) possible.push_back(&act);
  }
  return possible;
}

const Procedure* procedure_in(const RuleBook& book, std::string_view kind, int region) {
  const Procedure* best = nullptr;
  for (const auto& [id, one] : book.procedures) {
    if (one.kind != kind) continue;
    // 370100 lies in the jurisdiction 370000: a province's rules bind its cities.
    const bool binds =
        one.region == 0 || one.region == region || one.region == region / 10000 * 10000;
    if (binds && (best == nullptr || one.region > best->region)) best = &one;
  }
  return best;
}

Procedure read_kept_procedure(const RuleBook& book, const std::string& id,
                              const std::string& text) {
  const std::string file = "procedures/" + id + ".yaml";
  Faults faults;
  RuleBook kept;  // takes the procedure alone
  const auto tree = parse_yaml(file, text, faults);
  if (tree) read_procedure({file, book, faults}, *tree, kept);
  if (!faults.all().empty() || kept.procedures.empty()) {
    const RuleFault fault = faults.all().empty() ? RuleFault{} : faults.all().front();
    throw Failure(
        make_error(ErrorCode::internal, "case.procedure",
                   {"案件所依的程序“" + id + "”无法按现行规则读取：" + fault.message.zh,
                    "The procedure “" + id +
                        "” a case runs under cannot be read with these rules: " + fault.message.en},
                   {"请恢复它引用的法规、期限。", "Restore the laws and clocks it refers to."}));
  }
  return std::move(kept.procedures.begin()->second);
}

}  // namespace credence::rulebook
