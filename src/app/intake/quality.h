// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "wire/json.h"

// Data quality on the seven dimensions, and the 双公示 measures (domain.md 2.7), per provider and
// item.

namespace credence::app {

// A share with its parts, so that nobody has to trust a percentage.
struct Share {
  std::int64_t part = 0, whole = 0;
  double percent = 0;  // 0 when whole is 0
};
BOOST_DESCRIBE_STRUCT(Share, (), (part, whole, percent))

struct Measure {
  std::string id;  // "completeness", "timely_rate"
  Words label;
  Words meaning;  // the formula in words
  Share value;
  bool higher_is_better = true;
  bool provisional = true;  // no official formula was found
};
BOOST_DESCRIBE_STRUCT(Measure, (), (id, label, meaning, value, higher_is_better, provisional))

struct QualityLine {
  std::string provider, provider_name, item;
  Words item_label;
  std::int64_t batches = 0, rows = 0;
  std::vector<Measure> dimensions;  // 完整 规范 冗余 关联 准确 及时 覆盖
  std::vector<Measure>
      publicity;  // 双公示: 上报及时率 合规率 迟报率 重错码率 …; empty for other items
};
BOOST_DESCRIBE_STRUCT(QualityLine, (),
                      (provider, provider_name, item, item_label, batches, rows, dimensions,
                       publicity))

struct QualityReport {
  Date from, to;  // days received, inclusive
  std::vector<QualityLine> lines;
};
BOOST_DESCRIBE_STRUCT(QualityReport, (), (from, to, lines))

// `provider` and `item` may be empty for all.
QualityReport quality(store::Database& database, const rulebook::RuleBook& book,
                      std::string_view provider, std::string_view item, Date from, Date to);

}  // namespace credence::app
