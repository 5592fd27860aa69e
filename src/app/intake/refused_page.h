// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/intake/batch_store.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "wire/json.h"

// The refused rows of a submission, for a grid in which a clerk corrects them: each cell as the
// file had it, and what is wrong with which. A table made of the columns' names and the corrected
// cells, as UTF-8 CSV, is sent as any other file. The plain structs are the JSON of the API.

namespace credence::app {

struct RefusedColumn {
  std::string name;  // the header as the file had it
  std::optional<std::string>
      field;                   // code of the item's field it holds; none: the column is not ours
  std::optional<Words> label;  // of the field
};
BOOST_DESCRIBE_STRUCT(RefusedColumn, (), (name, field, label))

struct CellError {
  std::optional<std::int64_t> column;  // position in the columns; none: the row as a whole, or a
                                       // column the file lacks
  std::string field;                   // code of the item's field; empty: the row as a whole
  std::string id;                      // "cell.required", "rule.V2"
  Words message, remedy;
  std::string basis;
};
BOOST_DESCRIBE_STRUCT(CellError, (), (column, field, id, message, remedy, basis))

struct GridRow {
  std::int64_t row = 0;            // as the file counts
  std::vector<std::string> cells;  // by column; more than those when the row had more
  std::vector<CellError> errors;
};
BOOST_DESCRIBE_STRUCT(GridRow, (), (row, cells, errors))

struct RefusedPage {
  std::string receipt;
  std::int64_t rejected = 0;  // rows in all
  std::vector<RefusedColumn> columns;
  std::vector<GridRow> rows;
  std::optional<std::string> next;  // `after` of the next page; none: this is the last
};
BOOST_DESCRIBE_STRUCT(RefusedPage, (), (receipt, rejected, columns, rows, next))

// `folder`: of the data. Errors: conflict ("intake.not_finished"), not_found ("intake.no_rejects",
// "intake.rejects_destroyed"), invalid ("intake.after"), internal ("record.damaged").
Result<RefusedPage> refused_page(const std::filesystem::path& folder,
                                 const rulebook::RuleBook& book, const Batch& batch,
                                 std::string_view after, std::size_t most);

}  // namespace credence::app
