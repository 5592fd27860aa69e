// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <utility>

// What can go wrong, in one shape: a closed code for programs, words in both languages for people,
// the place, the legal basis and what to do next.

namespace credence {

// Text for a person, Chinese first. Both are always filled.
struct Words {
  std::string zh;
  std::string en;
  bool operator==(const Words&) const = default;
};

// Closed on purpose: http/problem.cc and cli/exit.cc switch over it without a default.
enum class ErrorCode : std::uint8_t {
  invalid,       // the input is wrong; the caller can correct it
  not_found,     // there is no such thing, or none the asker may know of
  unidentified,  // who asks must be proven first
  forbidden,     // the law or the asker's role does not allow it
  conflict,      // somebody else got there first, or it exists with other content
  too_late,      // a deadline has passed
  limit,         // a stated limit was reached; try less
  too_many,      // too often; try again after `wait_seconds`
  unavailable,   // a part we need does not answer now; trying again is right
  internal,      // our fault
};

// Where in the input. Zero or empty means "not applicable"; rows, columns and lines count from 1.
struct Place {
  std::string file;
  std::int64_t row = 0;
  std::int64_t column = 0;
  std::string field;
  bool operator==(const Place&) const = default;
};

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string id;     // stable machine name, dotted: "intake.encoding", "rule.V2"
  Words message;      // what is wrong
  Words remedy;       // what to do; may be empty
  std::string basis;  // "SD-2020/13": law id and article; may be empty
  Place place;
  std::int64_t wait_seconds = 0;  // when trying again can succeed; 0: not told
};

// The message, place, remedy and basis as one paragraph in one language, for terminals and logs.
std::string to_text(const Error& error, bool chinese = true);

// Thrown by adapters and by Result::or_throw() when a unit of work must simply end.
class Failure : public std::exception {
 public:
  explicit Failure(Error error) : error_(std::move(error)), text_(to_text(error_, false)) {}
  const Error& error() const { return error_; }
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  Error error_;
  std::string text_;
};

// Short forms for the common case.
Error make_error(ErrorCode code, std::string id, Words message, Words remedy = {},
                 std::string basis = {});

}  // namespace credence
