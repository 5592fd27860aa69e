// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "store/database.h"

// Many rows into one table, on the engine's own fast path: one prepared statement on SQLite, binary
// COPY on PostgreSQL. Values are added in the order of the columns.

namespace credence::store {

enum class ColumnType : std::uint8_t { number64, number32, text, bytes };

struct BulkColumn {
  std::string_view name;
  ColumnType type;
};

class BulkInsert {
 public:
  virtual ~BulkInsert() = default;
  virtual void number(std::int64_t value) = 0;
  virtual void text(std::string_view value) = 0;  // and bytes
  virtual void null() = 0;
  virtual void end_row() = 0;
  // Nothing may be read back before. Throws Failure or the engine's exception when rows are
  // refused.
  virtual void finish() = 0;

  void number(const std::optional<std::int64_t>& value) { value ? number(*value) : null(); }
  void bytes_or_null(std::string_view value) { value.empty() ? null() : text(value); }
};

// Rows that exist already are skipped when `skip_existing`; otherwise they are an error.
// REQUIRES: table and column names from our own code; everything outlives the object.
std::unique_ptr<BulkInsert> bulk_insert(Write& write, std::string_view table,
                                        std::span<const BulkColumn> columns,
                                        bool skip_existing = false);

}  // namespace credence::store
