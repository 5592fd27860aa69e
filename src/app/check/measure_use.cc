// SPDX-License-Identifier: Apache-2.0
#include "app/check/measure_use.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "app/access/audit.h"
#include "app/access/units.h"
#include "app/check/measure_use_store.h"
#include "rulebook/terms.h"

namespace credence::app {
namespace {

using domain::MarkKind;
using domain::Power;
using rulebook::RuleBook;

constexpr std::int64_t page = 500;

// ---- counting

void add_reason(const std::string& reason, MeasureNotApplied& why_not) {
  if (reason == "put_right") return void(++why_not.put_right);
  if (reason == "exempt") return void(++why_not.exempt);
  if (reason == "ground_gone") return void(++why_not.ground_gone);
  if (reason == "unrelated") return void(++why_not.unrelated);
  ++why_not.other;
}

void add(const UsedMeasure& one, MeasureCounts& counts) {
  ++counts.told;
  const bool applied = one.state == "applied", overturned = one.state == "overturned";
  const bool withdrawn = one.ground == MarkKind::withdrawn;
  if (applied) ++counts.applied;
  if (overturned) ++counts.overturned;
  if (one.state == "not_applied") {
    ++counts.not_applied;
    add_reason(one.reason, counts.why_not);
  }
  if (one.open) ++counts.unanswered;
  if (one.late) ++counts.late;
  if (withdrawn) ++counts.ground_withdrawn;
  if (one.ground == MarkKind::repaired) ++counts.ground_repaired;
  if (one.ground == MarkKind::corrected) ++counts.ground_corrected;
  if (overturned || (applied && withdrawn)) ++counts.fell;
}

// ---- units and regions

// 370100 → 3701: what the codes of its divisions begin with.
std::string_view beginning_of(std::string_view region) {
  while (region.size() > 2 && region.ends_with("00")) region.remove_suffix(2);
  return region;
}

class UnitsSeen {
 public:
  UnitsSeen(store::Session& access, std::string_view region)
      : access_(access), region_(beginning_of(region)) {}

  // None: it is not of the region.
  const Unit* of(const std::string& code) {
    const auto [at, is_new] = units_.try_emplace(code);
    if (is_new) {
      auto found = find<Unit>(access_, code);
      if (!found) found = Unit{code, "", {}, "", false};
      if (found->region.starts_with(region_)) at->second = std::move(found);
    }
    return at->second ? &*at->second : nullptr;
  }

 private:
  store::Session& access_;
  std::string_view region_;
  std::map<std::string, std::optional<Unit>> units_;
};

// ---- writing it down

MeasureOutcome outcome_of(const RuleBook& book, const std::string& id) {
  MeasureOutcome outcome;
  outcome.measure = id;
  const auto known = book.measures.find(id);
  if (known == book.measures.end()) return outcome;
  const rulebook::Measure& measure = known->second;
  outcome.label = measure.label;
  outcome.effect = rulebook::term_of(rulebook::measure_effect_terms, measure.effect).name;
  outcome.force = rulebook::term_of(rulebook::force_terms, measure.force).name;
  outcome.basis = measure.basis;
  outcome.article = {book.cite(measure.basis), book.cite(measure.basis, false)};
  return outcome;
}

void judge(MeasureOutcome& outcome) {
  const auto acted_upon = outcome.counts.applied + outcome.counts.overturned;
  outcome.never_applied = acted_upon == 0;
  outcome.mostly_overturned = 2 * outcome.counts.fell > acted_upon;
}

Error no_period() {
  return make_error(ErrorCode::invalid, "measure_use.period",
                    {"起始日晚于截止日。", "The period begins after it ends."},
                    {"请核对 from 和 to。", "Check from and to."});
}

}  // namespace

MeasureUses::MeasureUses(store::Database& database, const Cases& cases, const Clock& clock)
    : database_(database), cases_(cases), clock_(clock) {}

void MeasureUses::follow() {
  const auto behind = [&] {
    const auto lease = database_.read();
    const auto followed = followed_to(lease.sql(), Followed::steps);
    const auto newest = lease.sql().query("SELECT MAX(leaf) FROM case_step");
    return newest->next() && !newest->is_null(0) && newest->number(0) > followed;
  };
  if (!behind()) return;
  for (bool more = true; more;)
    database_.facts().run([&](store::Write& write) { more = follow_page(write); });
}

// Inside the writer's transaction, where no other step can come between reading and writing.
bool MeasureUses::follow_page(store::Write& write) const {
  std::int64_t last = -1, read = 0;
  std::set<std::string> numbers;
  {
    const auto rows = write.sql.query(
        "SELECT s.leaf, s.number, f.procedure_id FROM case_step s JOIN case_file f ON f.number = "
        "s.number WHERE s.leaf > $1 ORDER BY s.leaf LIMIT $2",
        {followed_to(write.sql, Followed::steps), page});
    for (; rows->next(); ++read) {
      last = rows->number(0);
      if (is_feedback(rows->bytes(2))) numbers.emplace(rows->bytes(1));
    }
  }
  if (read == 0) return false;
  for (const std::string& number : numbers)
    put_measure_use(write, measure_use_row(number, case_steps(write.sql, cases_.box(), number)));
  follow_to(write, Followed::steps, last);
  return read == page;
}

Result<MeasureUse> MeasureUses::use(const RuleBook& book, const Caller& caller,
                                    const MeasureUseWanted& wanted) {
  if (!caller.may(Power::steward) && !caller.may(Power::read_ledger)) {
    if (auto may = caller.require(Power::supervise_cases); !may) return may.error();
  }
  if (wanted.from > wanted.to) return no_period();
  follow();
  std::map<std::string, MeasureOutcome> measures;
  const auto outcome = [&](const std::string& id) -> MeasureOutcome& {
    const auto [at, is_new] = measures.try_emplace(id);
    if (is_new) at->second = outcome_of(book, id);
    return at->second;
  };
  for (const auto& [id, measure] : book.measures) {
    if (wanted.measure.empty() || wanted.measure == id) outcome(id);
  }
  std::map<std::pair<std::string, std::string>, MeasureAtUnit> units;
  const auto access = database_.read_access();
  UnitsSeen seen(access.sql(), wanted.region);
  each_used(database_.read().sql(), wanted.from, wanted.to, wanted.measure, clock_.now().day(),
            [&](const UsedMeasure& one) {
              const Unit* unit = seen.of(one.unit);
              if (unit == nullptr) return;
              MeasureOutcome& over_all = outcome(one.measure);
              add(one, over_all.counts);
              const auto [at, is_new] = units.try_emplace({one.measure, one.unit});
              if (is_new)
                at->second = {one.measure, over_all.label, one.unit,
                              unit->name,  unit->region,   book.regions.full_name(unit->region),
                              {}};
              add(one, at->second.counts);
            });
  MeasureUse use{wanted.from, wanted.to, wanted.measure, wanted.region, {}, {}, book.edition};
  for (auto& [id, one] : measures) {
    judge(one);
    use.measures.push_back(std::move(one));
  }
  for (auto& [place, one] : units) use.units.push_back(std::move(one));
  return use;
}

// ---- fsck

namespace {

void audit_use(Audit& audit, const SecretBox& box, const std::string& number,
               std::int64_t followed) {
  const auto steps = case_steps(audit.facts(), box, number);
  // Steps that were not followed yet will be.
  if (steps.empty() || steps.back().leaf > followed) return;
  audit.count("measures told of");
  if (find_measure_use(audit.facts(), number) == measure_use_row(number, steps)) return;
  audit.differ("fsck.measure_use", "case " + number,
               {"措施使用情况与案件步骤不符。",
                "What is counted of the measure is not what the steps of its case say."});
}

}  // namespace

void audit_measure_use(Audit& audit, const SecretBox& box) {
  const auto followed = followed_to(audit.facts(), Followed::steps);
  CaseFilter filter;
  filter.limit = 500;
  for (;;) {
    const auto cases = list_cases(audit.facts(), filter);
    for (const StoredCase& one : cases) {
      if (is_feedback(one.head.procedure)) audit_use(audit, box, one.head.number, followed);
    }
    if (cases.size() < static_cast<std::size_t>(filter.limit)) break;
    filter.after = cases.back().head.number;
  }
  for (const std::string& number : uses_without_case(audit.facts()))
    audit.differ("fsck.measure_use", "measure_use " + number,
                 {"没有对应的案件。", "There is no such case."});
}

}  // namespace credence::app
