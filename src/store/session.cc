// SPDX-License-Identifier: Apache-2.0
#include "store/session.h"

#include "store/dialect.h"
#include "store/native.h"

namespace credence::store {

std::unique_ptr<Cursor> Session::query(std::string_view text, std::span<const Value> values) {
  if (!statements_) {
    statements_ = engine_of(*this) == Engine::sqlite ? statements_sqlite(*this)
                                                     : statements_postgresql(*this);
  }
  return statements_->query(text, values);
}

std::unique_ptr<Cursor> Session::query_among(std::string_view select, std::string_view column,
                                             std::span<const std::int64_t> numbers,
                                             std::string_view order) {
  std::string text = std::string(select) + " WHERE ";
  if (numbers.size() == 1) {
    return query(text.append(column).append(" = $1").append(order), {numbers.front()});
  }
  const Engine engine = engine_of(*this);
  return query(text.append(one_of(engine, column, "$1")).append(order), {list_of(engine, numbers)});
}

}  // namespace credence::store
