// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/bulk.h"
#include "store/records.h"
#include "store/session.h"

// The engines' own handles, for the hot paths: implemented in native_sqlite.cc and
// native_postgresql.cc.

namespace credence::store {

std::unique_ptr<BulkInsert> bulk_insert_sqlite(soci::session& sql, std::string_view table,
                                               std::span<const BulkColumn> columns,
                                               bool skip_existing);
std::unique_ptr<BulkInsert> bulk_insert_postgresql(soci::session& sql, std::string_view table,
                                                   std::span<const BulkColumn> columns,
                                                   bool skip_existing);

void load_records_sqlite(Write& write, const LoadContext& context, std::span<const RecordRow> rows,
                         std::span<Outcome> outcomes);
void load_records_postgresql(Write& write, const LoadContext& context,
                             std::span<const RecordRow> rows, std::span<Outcome> outcomes);

// The statements prepared on one session.
std::unique_ptr<Statements> statements_sqlite(soci::session& sql);
std::unique_ptr<Statements> statements_postgresql(soci::session& sql);

// The record table's columns in the order in which a row is written.
std::span<const BulkColumn> record_columns();
// Writes one version of a record.
void add_record(BulkInsert& out, const LoadContext& context, const RecordRow& row, int version);

}  // namespace credence::store
