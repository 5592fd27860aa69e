// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <soci/soci.h>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <variant>

// One session with the database. SOCI's calls serve what is asked now and then; what is asked on
// every look-up goes through query() and run(): parsed once per session, bytes as bytes, numbers as
// numbers (docs/decisions/0006).

namespace credence::store {

struct Bytes {
  std::string_view value;
};
// What stands for a mark of a statement. Copied by the call that takes it.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, Bytes>;

// The rows a statement gives, one after another. Columns count from 0.
class Cursor {
 public:
  virtual ~Cursor() = default;
  // Goes to the next row; false after the last one.
  virtual bool next() = 0;
  virtual std::int64_t number(int column) = 0;     // 0 for NULL
  virtual std::string_view bytes(int column) = 0;  // text too; empty for NULL; good until next()
  virtual bool is_null(int column) = 0;
};

// The statements one session has prepared.
class Statements {
 public:
  virtual ~Statements() = default;
  virtual std::unique_ptr<Cursor> query(std::string_view text, std::span<const Value> values) = 0;
};

// Not for use by two threads at once.
class Session : public soci::session {
 public:
  using soci::session::session;

  // Marks are $1, $2, … in order of first appearance. One cursor of a text at a time; a cursor goes
  // before its session does. Throws Failure when the engine refuses. REQUIRES: the text is one of
  // few (it is kept): values go into `values`, never into the text.
  std::unique_ptr<Cursor> query(std::string_view text, std::span<const Value> values);
  std::unique_ptr<Cursor> query(std::string_view text, std::initializer_list<Value> values = {}) {
    return query(text, std::span(values.begin(), values.size()));
  }
  // The same for a statement that gives no rows.
  void run(std::string_view text, std::initializer_list<Value> values = {}) {
    query(text, values)->next();
  }
  // The rows of a query where `column` is one of `numbers`, given as one value so that the text
  // stays the same.
  std::unique_ptr<Cursor> query_among(std::string_view select, std::string_view column,
                                      std::span<const std::int64_t> numbers,
                                      std::string_view order = {});

 private:
  std::unique_ptr<Statements> statements_;  // goes before the connection does
};

}  // namespace credence::store
