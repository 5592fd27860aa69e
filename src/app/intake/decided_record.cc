// SPDX-License-Identifier: Apache-2.0
#include "app/intake/decided_record.h"

#include <memory>

#include "app/intake/batch_store.h"
#include "app/intake/correction_check.h"
#include "base/ensure.h"
#include "rulebook/terms.h"

namespace credence::app {
namespace {

using rulebook::Item;
using rulebook::Role;

Error no_subject() {
  return make_error(
      ErrorCode::not_found, "record.subject",
      {"平台上没有该信用主体，不能形成记录。", "The platform does not know the subject."},
      {"请核对代码，或者先报送其登记信息。", "Check the code, or submit its registration first."},
      "SD-2020/10");
}

Error no_credit_code() {
  return make_error(
      ErrorCode::invalid, "record.subject_code",
      {"该信用主体没有统一社会信用代码，不能以案件形成记录。",
       "The subject has no unified social credit code; a case stores no record about it."},
      {"请先把它与统一社会信用代码关联。", "Link it to its credit code first."}, "SD-2020/10");
}

Error exists(const Item& item) {
  return make_error(ErrorCode::conflict, "record.exists",
                    {"同一机关、同一文号的“" + item.label.zh + "”记录已经存在，没有再形成。",
                     "A record of “" + item.label.en +
                         "” of this body under this document number exists; none was stored."},
                    {"请核对文号；要改已有的记录，请办理更正。",
                     "Check the number; an existing record is changed by a correction."},
                    "SD-2020/16");
}

void put(const Item& item, Role role, std::string value, std::vector<std::string>& values) {
  if (const auto* field = item.with_role(role))
    values[static_cast<std::size_t>(item.field_index(field->code))] = std::move(value);
}

// The values of the record, by field: whom it is about as the register has it, and what the case
// says. REQUIRES: the codes are the item's (rulebook/scrutiny.cc).
std::vector<std::string> values_of(const Item& item, const store::KnownSubject& subject,
                                   const std::vector<FieldChange>& given) {
  std::vector<std::string> values(item.fields.size());
  put(item, Role::subject_name, subject.name, values);
  put(item, Role::subject_kind,
      std::string(rulebook::term_of(rulebook::subject_terms, subject.kind).zh), values);
  put(item, Role::subject_uscc, subject.code, values);
  for (const auto& [code, value] : given) {
    const int at = item.field_index(code);
    ensure(at >= 0, "a procedure names fields of the item");
    values[static_cast<std::size_t>(at)] = value;
  }
  return values;
}

}  // namespace

DecidedRecords::DecidedRecords(store::Database& database, store::Dictionaries& dictionaries,
                               const Vault& vault, const Clock& clock)
    : database_(database), rows_(database, dictionaries, vault, clock) {}

CaseHooks::Stores DecidedRecords::decided(const RecordWanted& wanted) const {
  const Item* item = wanted.book.catalogue.find(wanted.item);
  ensure(item != nullptr, "a procedure stores records of an item of the catalogue");
  const auto lease = database_.read();
  const auto subject = store::find_subject(lease.sql(), wanted.head.subject);
  if (!subject) return no_subject();
  if (subject->scheme != domain::Scheme::uscc) return no_credit_code();
  auto checked = rows_.check(lease.sql(), {wanted.book,
                                           *item,
                                           decision_format,
                                           "",
                                           values_of(*item, *subject, wanted.values),
                                           {},
                                           {},
                                           wanted.decider});
  if (!checked) return checked.error();
  const auto is_there = [item](store::Session& sql, const DecidedRow& row) {
    return !store::record_versions(sql, row.row.columns.subject, row.row.columns.key).empty();
  };
  if (is_there(lease.sql(), *checked)) return exists(*item);
  rows_.keep(*checked);
  const auto row = std::make_shared<const DecidedRow>(std::move(*checked));
  return std::function<void(store::Write&)>([this, row, is_there](store::Write& write) {
    const auto known = store::find_subject(write.sql, row->row.columns.subject);
    if (!known) throw Failure(no_subject());
    if (is_there(write.sql, *row)) throw Failure(exists(*row->item));
    rows_.store(write, *row, *known);
  });
}

}  // namespace credence::app
