// SPDX-License-Identifier: Apache-2.0
#include "app/intake/quality.h"

#include <map>

#include "app/intake/batch_store.h"
#include "store/session.h"

namespace credence::app {
namespace {

using rulebook::Item;

Share share(std::int64_t part, std::int64_t whole) {
  return {part, whole,
          whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole)};
}

Measure measure(std::string id, Words label, Words meaning, Share value,
                bool higher_is_better = true) {
  return {std::move(id), std::move(label), std::move(meaning), value, higher_is_better, true};
}

// What one provider sent for one item in the days asked about.
struct Sum {
  std::string provider_name;
  std::int64_t batches = 0, rows = 0;
  Counters counters;
};

// 完整 规范 冗余 关联 准确 及时 覆盖 (the plan, section 三).
std::vector<Measure> dimensions(const Sum& sum, std::int64_t subjects, std::int64_t registered) {
  const Counters& c = sum.counters;
  return {
      measure("completeness", {"完整性", "Completeness"},
              {"已填单元格 / 目录字段单元格", "filled cells / cells of the item's fields"},
              share(c.cells_filled, c.cells)),
      measure("conformity", {"规范性", "Conformity"},
              {"通过全部校验（含提示）的行 / 收到的行",
               "rows passing every check, warnings too / rows received"},
              share(c.rows_conforming, c.rows)),
      measure("redundancy", {"冗余度", "Redundancy"},
              {"重复行 / 接收的行", "duplicate rows / rows taken"},
              share(c.rows_duplicate, c.rows_accepted), false),
      measure(
          "linkage", {"关联度", "Linkage"},
          {"主体已在登记库中的行 / 接收的行", "rows whose subject is in the register / rows taken"},
          share(c.rows_linked, c.rows_accepted)),
      measure("accuracy", {"准确性", "Accuracy"},
              {"代码正确且与名称一致的行 / 收到的行",
               "rows whose code is right and agrees with the name / rows received"},
              share(c.rows - c.rows_wrong_code - c.rows_mismatch, c.rows)),
      measure("timeliness", {"及时性", "Timeliness"},
              {"在七个工作日内收到的行 / 有决定日期的行",
               "rows received within seven working days / rows with a decision day"},
              share(c.rows_clocked - c.rows_late, c.rows_clocked)),
      measure("coverage", {"覆盖率", "Coverage"},
              {"该事项涉及的登记主体 / 登记主体总数",
               "registered organisations with a record of the item / registered organisations"},
              share(subjects, registered)),
  };
}

// The 双公示 measures whose parts the platform itself knows; 瞒报率 and 错报率 need a sample of the
// case system.
std::vector<Measure> publicity_measures(const Sum& sum) {
  const Counters& c = sum.counters;
  return {
      measure("timely_rate", {"上报及时率", "Timely rate"},
              {"七个工作日内收到的行 / 收到的行",
               "rows received within seven working days / rows received"},
              share(c.rows_clocked - c.rows_late, c.rows)),
      measure("conforming_rate", {"数据合规率", "Conforming rate"},
              {"通过全部校验的行 / 收到的行", "rows passing all validation / rows received"},
              share(c.rows_conforming, c.rows)),
      measure("late_rate", {"迟报率", "Late rate"},
              {"迟报的行 / 收到的行", "late rows / rows received"}, share(c.rows_late, c.rows),
              false),
      measure(
          "wrong_code_rate", {"重错码率", "Duplicate and wrong code rate"},
          {"代码重复或错误的行 / 收到的行", "rows with a duplicate or wrong code / rows received"},
          share(c.rows_wrong_code + c.rows_mismatch, c.rows), false),
      measure(
          "shown_rate", {"公示率", "Publication rate"},
          {"已接收的应公示行 / 应公示的行", "rows taken / rows that must be shown"},
          share(c.rows_public == 0 ? 0 : std::min(c.rows_accepted, c.rows_public), c.rows_public)),
  };
}

// Distinct organisations with a record of the item, and registered organisations in all.
std::int64_t count(store::Session& sql, const std::string& text) {
  long long number = 0;
  sql << text, soci::into(number);
  return number;
}

std::int64_t subjects_with(store::Session& sql, int item) {
  return count(sql,
               "SELECT COUNT(DISTINCT r.subject_id) FROM record r JOIN subject s ON s.subject_id = "
               "r.subject_id "
               "WHERE s.authoritative = 1 AND r.item = " +
                   std::to_string(item));
}

std::map<std::pair<std::string, int>, Sum> sums(store::Session& sql, std::string_view provider,
                                                int item, Date from, Date to) {
  std::map<std::pair<std::string, int>, Sum> lines;
  for (const auto& batch : find_batches(sql, provider, item, 1'000'000)) {
    const Date day = batch.received.day();
    if (day < from || day > to || by_case(batch.format)) continue;
    Sum& sum = lines[{batch.provider, batch.item}];
    sum.provider_name = batch.provider_name;
    ++sum.batches;
    sum.rows += batch.totals.sent;
    Measures all{sum.counters, {}};
    all.add({batch.measures.counters, {}});
    sum.counters = all.counters;
  }
  return lines;
}

}  // namespace

QualityReport quality(store::Database& database, const rulebook::RuleBook& book,
                      std::string_view provider, std::string_view item_id, Date from, Date to) {
  QualityReport report{from, to, {}};
  const Item* wanted = item_id.empty() ? nullptr : book.catalogue.find(item_id);
  if (!item_id.empty() && wanted == nullptr) return report;
  const auto lease = database.read();
  const std::int64_t registered =
      count(lease.sql(), "SELECT COUNT(*) FROM subject WHERE authoritative = 1");
  std::map<int, std::int64_t> subjects;
  for (const auto& [key, sum] :
       sums(lease.sql(), provider, wanted == nullptr ? 0 : wanted->number, from, to)) {
    const Item* item = book.catalogue.by_number(key.second);
    if (item == nullptr) continue;
    const auto [with, fresh] = subjects.try_emplace(key.second);
    if (fresh) with->second = subjects_with(lease.sql(), key.second);
    report.lines.push_back({key.first, sum.provider_name, item->id, item->label, sum.batches,
                            sum.rows, dimensions(sum, with->second, registered),
                            item->timeliness ? publicity_measures(sum) : std::vector<Measure>{}});
  }
  return report;
}

}  // namespace credence::app
