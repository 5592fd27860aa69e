// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/access.h"
#include "app/access/shown_marks.h"
#include "base/date.h"
#include "domain/disclosure.h"
#include "rulebook/rulebook.h"
#include "store/packing.h"
#include "store/records.h"
#include "wire/json.h"

// Records as one asker may see them: read from one snapshot as of (valid day, known instant), each
// shown, masked, archived or withheld by domain/disclosure with its article. The plain structs here
// are the JSON of the API and what reports are printed from.

namespace credence::app {

// One value of a record, as the asker sees it.
struct ShownField {
  std::string code;  // CF_WSH
  Words label;
  std::string value;  // masked where `masked`
  bool masked = false;
};
BOOST_DESCRIBE_STRUCT(ShownField, (), (code, label, value, masked))

// Where a line comes from.
struct Provenance {
  std::string provider;  // code of the providing unit
  std::string provider_name;
  std::int64_t batch = 0;
  std::int64_t row = 0;
  std::string edition;  // rule edition it was checked under
  Instant received;     // when we knew it
};
BOOST_DESCRIBE_STRUCT(Provenance, (), (provider, provider_name, batch, row, edition, received))

struct ShownRecord {
  std::string item;  // "penalty"
  Words item_label;
  std::string section;  // section of the credit report it belongs to
  std::string nature;   // "basic", "dishonesty", "good", "other"
  SubjectId subject;
  RecordKey record;
  int version = 0;
  std::string caption;  // one line that tells it
  std::string document_number;
  std::string issuing_body;
  std::string issuing_body_code;
  std::optional<Date> decided_on, valid_from, valid_to;
  std::string severity;  // "", "minor", "general", "serious"
  std::vector<ShownField> fields;
  std::optional<Date> publicity_end;    // first day no longer public
  std::optional<Date> earliest_repair;  // first day repair may be asked for
  std::optional<Date> disclosure_end;   // first day no longer shown or used at all
  Words reason;                         // why it is shown
  std::string basis;                    // by which article
  bool provisional = false;             // a date above rests on a provisional rule
  std::vector<ShownMark> marks;  // in force on it: under objection, the subject's statement …
  Provenance source;
};
BOOST_DESCRIBE_STRUCT(ShownRecord, (),
                      (item, item_label, section, nature, subject, record, version, caption,
                       document_number, issuing_body, issuing_body_code, decided_on, valid_from,
                       valid_to, severity, fields, publicity_end, earliest_repair, disclosure_end,
                       reason, basis, provisional, marks, source))

// What was left out, and why; never which or whose.
struct WithheldCount {
  std::string code;  // "publicity_ended"
  Words reason;
  std::string basis;
  int count = 0;
};
BOOST_DESCRIBE_STRUCT(WithheldCount, (), (code, reason, basis, count))

struct SubjectCode {
  std::string scheme;  // "uscc"
  std::string code;
};
BOOST_DESCRIBE_STRUCT(SubjectCode, (), (scheme, code))

struct ShownSubject {
  SubjectId id;
  std::string kind;  // "organization"
  std::string name;  // empty or masked for persons
  std::vector<SubjectCode> codes;
  std::vector<std::string> former_names;
  std::string region;       // full name of the division in the code
  std::string authority;    // registration department told by the code, e.g. 市场监管
  bool registered = false;  // known from a registration item, not only from other records
};
BOOST_DESCRIBE_STRUCT(ShownSubject, (),
                      (id, kind, name, codes, former_names, region, authority, registered))

// The two times of an answer.
struct AsOf {
  Date day;       // the valid day: which periods are running
  Instant known;  // what we knew then
};
BOOST_DESCRIBE_STRUCT(AsOf, (), (day, known))

// A subject's file as one asker may see it.
struct DisclosedFile {
  ShownSubject subject;
  std::vector<ShownRecord> records;  // newest decision first; what is in use
  // Repaired or withdrawn: for the subject, the credit centre and auditors alone, to be told and
  // never to be used or reported.
  std::vector<ShownRecord> archived;
  std::vector<WithheldCount> withheld;
  bool complete = true;  // false: there are more records than one answer carries; list them instead
  // What the asker's grant reaches; empty: everything. Nothing beyond it is shown or counted.
  std::vector<std::string> limited_to_items, limited_to_regions;
  AsOf as_of;
  std::string audience;
  std::string edition;  // rule edition the answer was made under
};
BOOST_DESCRIBE_STRUCT(DisclosedFile, (),
                      (subject, records, archived, withheld, complete, limited_to_items,
                       limited_to_regions, as_of, audience, edition))

// "Nothing here for you" is an answer too, and stays closed until it is written down.
using PendingFile = Pending<Result<DisclosedFile>>;

// A row of a list, which tells whose record it is: an organisation's, since persons are in none.
struct ListedRecord : ShownRecord {
  std::string subject_name;
  std::string subject_code;  // canonical: the credit code, or the legacy code it is known by
};
BOOST_DESCRIBE_STRUCT(ListedRecord, (ShownRecord), (subject_name, subject_code))

struct DisclosedPage {
  std::vector<ListedRecord> records;
  std::vector<WithheldCount> withheld;
  std::string next;  // cursor for the next page; empty at the end
  AsOf as_of;
};
BOOST_DESCRIBE_STRUCT(DisclosedPage, (), (records, withheld, next, as_of))

// Opens a person's sealed fields; see app/access/vault.h.
class Vault;

// Reads and discloses. Thread safe; each call borrows one read session and reads one snapshot.
class DisclosedReader {
 public:
  DisclosedReader(store::Database& database, store::Dictionaries& dictionaries, const Vault& vault,
                  const Clock& clock);

  // The file of a subject, or not_found ("subject.not_found") when no such subject was known then,
  // and also when it is a person and the permit does not open persons: the two cannot be told
  // apart. Errors: forbidden ("access.other_subject": the permit opens another one only; it is not
  // even looked up).
  Result<PendingFile> file(const rulebook::RuleBook& book, const Permit& permit, SubjectId subject,
                           const AsOf& as_of) const;
  // Records across subjects. Natural persons are never in it, for any audience, and neither is what
  // was repaired or withdrawn.
  // `after` is DisclosedPage::next. Errors: invalid ("query.cursor"), forbidden
  // ("access.item": outside the asker's grant).
  Result<Pending<DisclosedPage>> page(const rulebook::RuleBook& book, const Permit& permit,
                                      store::RecordFilter filter, int limit, std::string_view after,
                                      const AsOf& as_of) const;

 private:
  store::Database& database_;
  store::Dictionaries& dictionaries_;
  const Vault& vault_;
  const Clock& clock_;
};

}  // namespace credence::app
