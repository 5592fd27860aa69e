// SPDX-License-Identifier: Apache-2.0
#include "app/access/row_statement.h"

#include <charconv>

#include "app/access/values.h"
#include "ledger/entry.h"

namespace credence::app {
namespace {

void append(std::string& out, std::int64_t value) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  out.append(buffer, static_cast<std::size_t>(end - buffer));
}

void append_day(std::string& out, const std::optional<Date>& day) {
  out += ',';
  day ? append(out, day->days()) : void(out += "null");
}

void append_head(std::string_view statement, const RowStamp& stamp, std::int64_t row,
                 std::string& out) {
  out.clear();
  out += "{\"statement\":\"";
  out += statement;
  out += "\",\"receipt\":";
  append(out, stamp.batch);
  out += ",\"row\":";
  append(out, row);
  out += ",\"provider\":\"";
  out += stamp.provider;  // a credit code: letters and digits
  out += "\",\"received\":";
  append(out, stamp.received.micros());
}

}  // namespace

void append_columns(const store::RecordColumns& columns, std::string& out) {
  out += '[';
  append(out, columns.item);
  out += ',';
  append(out, columns.body);
  append_day(out, columns.decided_on);
  append_day(out, columns.valid_from);
  append_day(out, columns.valid_to);
  append_day(out, columns.conduct_end);
  append_day(out, columns.publicity_end);
  out += ',';
  append(out, columns.severity);
  out += ',';
  append(out, columns.category);
  out += ',';
  append(out, columns.region);
  out += ',';
  append(out, columns.content);
  out += ']';
}

void row_statement(const RowStamp& stamp, const RowFacts& facts, std::string& out) {
  append_head("row", stamp, facts.row, out);
  out += ",\"subject\":\"";
  append(out, facts.subject.value);
  out += "\",\"record\":\"";
  append(out, facts.record.value);
  out += "\",\"columns\":";
  out += facts.columns;
  out += ",\"document\":";
  encode_values(std::span(&facts.document_number, 1), out);
  out += ",\"fields\":";
  out += facts.fields;
  out += ",\"personal\":";
  out += facts.personal.empty() ? "[]" : facts.personal;
  out += '}';
}

void refusal_statement(const RowStamp& stamp, std::int64_t row, std::string_view line,
                       std::string& out) {
  append_head("refusal", stamp, row, out);
  out += ",\"refused\":";
  out += line;
  out += '}';
}

std::string row_salt(std::string_view seed, std::int64_t row) {
  std::string input(seed);
  append(input, row);
  const Digest digest = sha256(input);
  return {reinterpret_cast<const char*>(digest.data()), ledger::salt_bytes};
}

}  // namespace credence::app
