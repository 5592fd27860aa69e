// SPDX-License-Identifier: Apache-2.0
#include "app/statistics/statistics.h"

#include <map>
#include <tuple>

#include "app/statistics/statistics_store.h"
#include "rulebook/terms.h"
#include "store/journal.h"

namespace credence::app {
namespace {

using rulebook::Item;
using rulebook::RuleBook;

constexpr std::int64_t kept_for_micros = 300'000'000;  // five minutes

// Items whose records of organisations are published.
std::vector<std::int64_t> open_items(const RuleBook& book) {
  std::vector<std::int64_t> items;
  for (const auto& [number, item] : book.catalogue.items()) {
    if (item.organizations == rulebook::DisclosureMode::open) items.push_back(number);
  }
  return items;
}

RecordCount line_of(const RuleBook& book, const Item& item, const RecordSum& sum) {
  const std::string region = sum.region == 0 ? "" : std::to_string(sum.region) + "00";
  const auto* known = book.regions.find(region);
  return {item.id,
          item.label,
          item.class_code,
          rulebook::item_class_label(item.class_code),
          std::string(rulebook::term_of(rulebook::nature_terms, item.nature).name),
          rulebook::words_of(rulebook::nature_terms, item.nature),
          region,
          known == nullptr ? region : known->name,
          sum.records,
          sum.organizations};
}

RecordCounts counted_at(const RuleBook& book, store::Session& sql, Instant now) {
  const auto items = open_items(book);
  RecordCounts counts;
  counts.counted = now;
  for (const RecordSum& sum : record_sums(sql, items))
    counts.lines.push_back(line_of(book, *book.catalogue.by_number(sum.item), sum));
  const RecordSum total = record_total(sql, items);
  counts.totals = {total.records, total.organizations};
  return counts;
}

void add(const SubmissionSum& sum, SubmissionMonth& month) {
  ++month.batches;
  month.sent += sum.sent;
  month.added += sum.added;
  month.changed += sum.changed;
  month.duplicate += sum.duplicate;
  month.rejected += sum.rejected;
  month.late += sum.late;
}

Error wrong_period() {
  const std::string most = std::to_string(look_days_max);
  return make_error(ErrorCode::invalid, "statistics.period",
                    {"起止日期颠倒，或者超过 " + most + " 天。",
                     "The days are the wrong way round, or more than " + most + "."},
                    {"请改正 from 和 to。", "Correct from and to."});
}

}  // namespace

Statistics::Statistics(store::Database& database, const Clock& clock)
    : database_(database), clock_(clock) {}

std::shared_ptr<const Statistics::Kept> Statistics::kept() const {
  const std::lock_guard lock(kept_mutex_);
  return kept_;
}

bool Statistics::is_due(const Kept& kept) const {
  if (clock_.now().micros() - kept.counts.counted.micros() < kept_for_micros) return false;
  return store::facts_position(database_.read().sql()) != kept.position;
}

std::shared_ptr<const RecordCounts> Statistics::records(const RuleBook& book) {
  auto known = kept();
  const auto answer = [&] { return std::shared_ptr<const RecordCounts>(known, &known->counts); };
  if (known && !is_due(*known)) return answer();
  std::unique_lock counting(counting_, std::defer_lock);
  if (known && !counting.try_lock()) return answer();  // somebody counts already
  if (!counting.owns_lock()) counting.lock();
  known = kept();
  if (known && !is_due(*known)) return answer();  // somebody did meanwhile
  const auto lease = database_.read();
  auto fresh = std::make_shared<Kept>();
  fresh->position = store::facts_position(lease.sql());
  fresh->counts = counted_at(book, lease.sql(), clock_.now());
  known = std::move(fresh);
  const std::lock_guard lock(kept_mutex_);
  kept_ = known;
  return answer();
}

SubmissionTrend Statistics::submissions(const RuleBook& book, std::string_view provider,
                                        std::string_view item_id, Date from, Date to) const {
  SubmissionTrend trend{from, to, {}};
  const Item* wanted = item_id.empty() ? nullptr : book.catalogue.find(item_id);
  if (from > to || (!item_id.empty() && wanted == nullptr)) return trend;
  const auto lease = database_.read();
  std::map<std::tuple<std::string, std::string, int>, SubmissionMonth> months;
  for (const auto& sum :
       submission_sums(lease.sql(), provider, wanted == nullptr ? 0 : wanted->number,
                       start_of(from), start_of(to.plus_days(1)))) {
    const Item* item = book.catalogue.by_number(sum.item);
    if (item == nullptr) continue;
    const std::string name = to_string(sum.received.day()).substr(0, 7);
    SubmissionMonth& month = months[{name, sum.provider, sum.item}];
    month.month = name;
    month.provider = sum.provider;
    month.provider_name = sum.provider_name;  // as it was said last
    month.item = item->id;
    month.item_label = item->label;
    add(sum, month);
  }
  for (auto& [key, month] : months) trend.months.push_back(std::move(month));
  return trend;
}

Result<LookCounts> Statistics::looks(const RuleBook& book, const Caller& caller, Date from,
                                     Date to) const {
  if (!caller.may(domain::Power::steward)) {
    if (auto may = caller.require(domain::Power::read_ledger); !may) return may.error();
  }
  if (from > to || to.days() - from.days() >= look_days_max) return wrong_period();
  database_.journal().settle();
  const auto lease = database_.read_access();
  LookCounts counts{from, to, {}, {}};
  for (auto& sum : look_sums(lease.sql(), from, to)) {
    const auto purpose = book.purposes.find(sum.purpose);
    const Words label =
        purpose == book.purposes.end() ? Words{sum.purpose, sum.purpose} : purpose->second.label;
    counts.looks.push_back({sum.day, std::move(sum.purpose), label, sum.looks});
  }
  for (const auto& sum : view_sums(lease.sql(), from, to))
    counts.public_views.push_back({sum.day, sum.looks});
  return counts;
}

}  // namespace credence::app
