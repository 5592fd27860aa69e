// SPDX-License-Identifier: Apache-2.0
#include "app/intake/refused_page.h"

#include <algorithm>

#include "app/access/row_runs.h"
#include "app/intake/mapping.h"
#include "app/intake/rejects.h"

namespace credence::app {
namespace {

Error not_finished() {
  return make_error(
      ErrorCode::conflict, "intake.not_finished",
      {"这次报送尚未处理完。", "This submission has not been taken in to its end."},
      {"请稍候；处理曾中断的，请重新报送同一文件，系统会接着处理。",
       "Wait a moment; if it was interrupted, send the same file again and it goes on "
       "where it stopped."});
}

Error none_refused() {
  return make_error(ErrorCode::not_found, "intake.no_rejects",
                    {"这次报送没有拒收的行。", "No row of this submission was refused."},
                    {"无需更正。", "Nothing need be corrected."});
}

// Which field each column holds; none known when the rules have changed since and the header does
// not fit the item any more.
std::vector<RefusedColumn> columns_of(const rulebook::RuleBook& book, int number,
                                      const std::vector<std::string>& header) {
  std::vector<RefusedColumn> columns;
  for (const auto& name : header) columns.push_back({name, {}, {}});
  const auto* item = book.catalogue.by_number(number);
  if (item == nullptr) return columns;
  const auto map = map_columns(book, *item, header);
  if (!map) return columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (map->field_of_column[i] < 0) continue;
    const auto& field = item->fields[static_cast<std::size_t>(map->field_of_column[i])];
    columns[i].field = field.code;
    columns[i].label = field.label;
  }
  return columns;
}

CellError cell_error(const std::vector<RefusedColumn>& columns, const RefusalReason& reason) {
  CellError error{{}, reason.field, reason.id, reason.message, reason.remedy, reason.basis};
  if (reason.field.empty()) return error;
  const auto column = std::ranges::find(columns, reason.field, &RefusedColumn::field);
  if (column != columns.end()) error.column = column - columns.begin();
  return error;
}

GridRow grid_row(const std::vector<RefusedColumn>& columns, JournaledRow row) {
  GridRow shown{row.row, std::move(row.cells), {}};
  if (shown.cells.size() < columns.size()) shown.cells.resize(columns.size());
  for (const RefusalReason& reason : row.reasons)
    shown.errors.push_back(cell_error(columns, reason));
  return shown;
}

}  // namespace

Result<RefusedPage> refused_page(const std::filesystem::path& folder,
                                 const rulebook::RuleBook& book, const Batch& batch,
                                 std::string_view after, std::size_t most) {
  if (!batch.finished) return not_finished();
  if (batch.totals.rejected == 0) return none_refused();
  const auto submission = submission_folder(folder, batch.number);
  auto found = journaled_rows(submission, after, batch.reject_bytes, most);
  if (!found) return found.error();
  const auto header = header_of_rejects(submission);
  if (!header) return header.error();
  RefusedPage page;
  page.receipt = std::to_string(batch.number);
  page.rejected = batch.totals.rejected;
  page.columns = columns_of(book, batch.item, *header);
  for (JournaledRow& row : found->rows) page.rows.push_back(grid_row(page.columns, std::move(row)));
  page.next = found->next;
  return page;
}

}  // namespace credence::app
