// SPDX-License-Identifier: Apache-2.0
#include "app/intake/row_checker.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "app/access/values.h"
#include "app/intake/cells.h"
#include "app/intake/subject_finder.h"
#include "base/digest.h"
#include "base/money.h"
#include "base/text.h"
#include "domain/identifiers.h"
#include "domain/names.h"
#include "ledger/entry.h"

namespace credence::app {
namespace {

using domain::SubjectKind;
using rulebook::Field;
using rulebook::Item;
using rulebook::Required;
using rulebook::Role;

// The positions of the roles the columns are filled from, found once per submission.
struct RoleTable {
  explicit RoleTable(const Item& item) {
    std::ranges::fill(at, -1);
    for (std::size_t i = item.fields.size(); i-- > 0;) {
      at[static_cast<std::size_t>(item.fields[i].role)] = static_cast<int>(i);
    }
  }
  std::array<int, 64> at;
};

bool required_for(Required required, SubjectKind kind) {
  switch (required) {
    case Required::no:
      return false;
    case Required::always:
      return true;
    case Required::units:
      return kind == SubjectKind::organization;
    case Required::persons:
      return kind == SubjectKind::person;
    case Required::units_and_businesses:
      return kind != SubjectKind::person;
  }
  return false;
}

std::vector<std::string> kinds_in(std::string_view list) {
  std::vector<std::string> kinds;
  for (const auto part : split(list, ";")) {
    if (!part.empty()) kinds.emplace_back(part);
  }
  return kinds;
}

int region_number(std::string_view digits) {
  int value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return fault == std::errc{} && end == digits.data() + digits.size() && digits.size() == 6 ? value
                                                                                            : 0;
}

// A body is numbered by its code, or by its name where the file gives none.
std::int64_t body_number(std::string_view code, std::string_view name) {
  if (!code.empty()) return domain::organization_id(domain::Scheme::uscc, code).value;
  if (name.empty()) return 0;
  return first_63_bits(sha256("body:" + domain::normalize_name(name)));
}

void append_number(std::string& out, std::int64_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

struct RowChecker::State {
  explicit State(const CheckPlan& given)
      : plan(given),
        cells{given.book, given.item, given.stamp.received.day()},
        roles(given.item),
        subjects(given.book, given.item, given.vault.person_secret(), given.stamp.received.day()),
        packer(given.packing_dictionary, given.packing_dictionary_id),
        publish_days(given.item.timeliness
                         ? given.book.clock("publish.sgs", given.stamp.received.day()).value
                         : 0) {
    column_of_field.assign(plan.item.fields.size(), -1);
    for (std::size_t c = 0; c < plan.map.field_of_column.size(); ++c) {
      const int field = plan.map.field_of_column[c];
      if (field >= 0) column_of_field[static_cast<std::size_t>(field)] = static_cast<int>(c);
    }
    for (std::size_t i = 0; i < plan.item.fields.size(); ++i) {
      if (plan.item.fields[i].default_value)
        defaults.emplace_back(i, *plan.item.fields[i].default_value);
    }
    if (plan.map.translation != nullptr) {
      for (const auto& [code, value] : plan.map.translation->constants) {
        defaults.emplace_back(static_cast<std::size_t>(plan.item.field_index(code)), value);
      }
    }
  }

  std::string_view role(Role wanted) const {
    const int at = roles.at[static_cast<std::size_t>(wanted)];
    return at < 0 ? std::string_view{} : values[static_cast<std::size_t>(at)];
  }
  std::optional<Date> day(Role wanted) const { return parse_date(role(wanted)); }

  void read_cells(const Row& row);
  std::string_view translated(std::size_t field, std::string_view cell);
  void require_cells(SubjectKind kind);
  void check_procedure();
  bool is_late();
  void fill_columns(Candidate& candidate, const FoundSubject& subject);
  std::int64_t severity() const;
  std::optional<Date> last_day() const;
  RecordKey key_of(const Candidate& candidate) const;
  void pack(Candidate& candidate);
  Digest commitment_to(const Candidate& candidate);
  void accept(const Row& row, std::size_t position, FoundSubject subject, CheckedBlock& out);
  void count(const FoundSubject& subject, CheckedBlock& out);
  void check(const Row& row, std::size_t position, CheckedBlock& out);

  const CheckPlan& plan;
  CellContext cells;
  RoleTable roles;
  SubjectFinder subjects;
  store::Packer packer;
  int publish_days;
  std::vector<int> column_of_field;
  std::vector<std::pair<std::size_t, std::string>> defaults;

  // For the row in hand.
  std::vector<std::string_view> values;
  std::vector<Finding> findings;
  Scratch scratch;
  std::string json, personal_json, key_input, columns_json, statement;
  SaltOfRow salt_of_row;
  std::vector<std::string_view> open_values, personal_values;
  std::map<Date, Date>
      due_by_decision;  // few distinct days per file; counting working days is not free
};

std::string_view RowChecker::State::translated(std::size_t field, std::string_view cell) {
  if (plan.map.translation == nullptr) return cell;
  const auto table = plan.map.translation->values.find(plan.item.fields[field].code);
  if (table == plan.map.translation->values.end()) return cell;
  const auto value = table->second.find(std::string(trim(cell)));
  return value == table->second.end() ? cell : std::string_view(value->second);
}

void RowChecker::State::read_cells(const Row& row) {
  values.assign(plan.item.fields.size(), {});
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int column = column_of_field[i];
    const std::string_view cell = column >= 0 && static_cast<std::size_t>(column) < row.cells.size()
                                      ? row.cells[static_cast<std::size_t>(column)]
                                      : std::string_view{};
    const std::string_view meant = translated(i, cell);
    if (!meant.empty())
      values[i] = clean_cell(cells, static_cast<int>(i), meant, scratch, findings);
  }
  for (const auto& [field, value] : defaults) {
    if (values[field].empty()) values[field] = value;
  }
}

void RowChecker::State::require_cells(SubjectKind kind) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Field& field = plan.item.fields[i];
    if (!values[i].empty() || !required_for(field.required, kind)) continue;
    // An older layout is not held to columns it did not have.
    if (!plan.map.layout.empty() && column_of_field[i] < 0) continue;
    const int at = static_cast<int>(i);
    const bool said =
        std::ranges::any_of(findings, [&](const Finding& f) { return f.field == at; });
    if (said) continue;
    findings.push_back({"cell.required",
                        false,
                        at,
                        {"“" + field.label.zh + "”必填，但为空。",
                         "“" + field.label.en + "” is required but empty."},
                        {"请填写该栏。", "Fill in this cell."},
                        plan.item.basis.empty() ? "" : plan.item.basis.back()});
  }
}

// SD-2020 art. 13: penalties by simplified procedure, and minor acts remedied at once, are not
// collected.
void RowChecker::State::check_procedure() {
  if (!plan.item.simplified_excluded) return;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool procedure = plan.item.fields[i].code.ends_with("CFCX");
    const bool names_it = plan.item.fields[i].role == Role::document_number ||
                          plan.item.fields[i].code.ends_with("_NR");
    const bool simplified =
        (procedure && contains(values[i], "简易")) ||
        (names_it && (contains(values[i], "简易程序") || contains(values[i], "当场处罚")));
    if (!simplified) continue;
    findings.push_back(
        {"row.simplified",
         false,
         static_cast<int>(i),
         {"按简易程序作出的行政处罚不纳入公共信用信息，未接收。",
          "A penalty by simplified procedure is not public credit information and was not taken."},
         {"无需报送；如实际为普通程序，请更正“处罚程序”。",
          "It need not be sent. If the ordinary procedure was used, correct the procedure."},
         "SD-2020/13"});
    return;
  }
}

bool RowChecker::State::is_late() {
  const auto decided = day(Role::decided_on);
  if (publish_days == 0 || !decided) return false;
  const auto [at, fresh] = due_by_decision.try_emplace(*decided);
  if (fresh) at->second = plan.book.calendar.working_days_after(*decided, publish_days).day;
  return plan.stamp.received.day() > at->second;
}

std::int64_t RowChecker::State::severity() const {
  if (plan.item.nature != rulebook::Nature::dishonesty) return 0;
  std::optional<std::int64_t> fine;
  if (const auto money = parse_ten_thousand_yuan(role(Role::fine))) fine = money->fen();
  return static_cast<std::int64_t>(
      plan.book.publicity.severity_of(kinds_in(role(Role::penalty_kinds)), fine));
}

// The last day it holds: that of its validity, or the day before it was removed or cancelled where
// that is earlier. One that only says that it ended, not when, ended before it was received.
std::optional<Date> RowChecker::State::last_day() const {
  const auto valid_to = day(Role::valid_to);
  auto ended = day(Role::ended_on);
  if (!ended && std::ranges::count(plan.item.ended_when, role(Role::status)) > 0)
    ended = plan.stamp.received.day();
  if (!ended) return valid_to;
  const Date before = ended->plus_days(-1);
  return valid_to ? std::min(*valid_to, before) : before;
}

// Item, issuing body, document number, subject (DESIGN 4). Where an item has no document number,
// its decision day and what tells the record apart (its caption) stand in; a register of basic
// facts has one record per subject.
RecordKey RowChecker::State::key_of(const Candidate& candidate) const {
  std::string input;
  append_number(input, plan.item.number);
  append_number(input, candidate.columns.subject.value);
  if (!candidate.document_number.empty()) {
    append_number(input, candidate.columns.body);
    input += candidate.document_number;
  } else if (plan.item.nature != rulebook::Nature::basic) {
    append_number(input, candidate.columns.decided_on.value_or(Date()).days());
    for (const auto& code : plan.item.caption) {
      input += '\0';
      input += values[static_cast<std::size_t>(plan.item.field_index(code))];
    }
  }
  return RecordKey(first_63_bits(sha256(input)));
}

void RowChecker::State::fill_columns(Candidate& candidate, const FoundSubject& subject) {
  auto& columns = candidate.columns;
  columns.subject = subject.id;
  columns.item = plan.item.number;
  columns.decided_on = day(Role::decided_on);
  columns.valid_from = day(Role::valid_from);
  columns.valid_to = last_day();
  columns.conduct_end = day(Role::conduct_end);
  columns.publicity_end = day(Role::publicity_end);
  columns.severity = static_cast<int>(severity());
  // Of a person every value is sealed.
  if (subject.kind != SubjectKind::person)
    columns.category = rulebook::category_number(role(Role::category));
  const std::string_view body_code = role(Role::issuing_body_code);
  columns.body = body_number(body_code, role(Role::issuing_body));
  columns.region = region_number(role(Role::region));
  if (columns.region == 0 && body_code.size() == 18)
    columns.region = region_number(body_code.substr(2, 6));
  if (columns.region == 0 && subject.scheme == domain::Scheme::uscc) {
    columns.region = region_number(std::string_view(subject.code).substr(2, 6));
  }
  candidate.document_number = role(Role::document_number);
  columns.key = key_of(candidate);
}

// Splits the values into what is stored open and what is sealed: of a person everything, of others
// the personal fields. The content number of sealed values is keyed, so that it cannot be guessed
// from them.
void RowChecker::State::pack(Candidate& candidate) {
  const bool person = candidate.kind == SubjectKind::person;
  open_values.assign(values.size(), {});
  personal_values.assign(values.size(), {});
  bool any_personal = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool personal = person || plan.item.fields[i].personal;
    (personal ? personal_values : open_values)[i] = values[i];
    any_personal = any_personal || (personal && !values[i].empty());
  }
  json.clear();
  encode_values(open_values, json);
  candidate.fields.clear();
  packer.pack(json, candidate.fields);
  if (!any_personal) {
    candidate.columns.content = first_63_bits(sha256(json));
    return;
  }
  personal_json.clear();
  encode_values(personal_values, personal_json);
  candidate.personal = personal_json;
  candidate.columns.content =
      first_63_bits(hmac_sha256(plan.vault.person_secret(), json + '\n' + personal_json));
  if (person) candidate.document_number.clear();
}

Digest RowChecker::State::commitment_to(const Candidate& candidate) {
  const auto& columns = candidate.columns;
  columns_json.clear();
  append_columns(columns, columns_json);
  row_statement(plan.stamp,
                {candidate.row, columns.subject, columns.key, columns_json,
                 candidate.document_number, json, candidate.personal},
                statement);
  return ledger::commitment(salt_of_row(candidate.row), statement);
}

void RowChecker::State::accept(const Row& row, std::size_t position, FoundSubject subject,
                               CheckedBlock& out) {
  Candidate candidate;
  candidate.row = row.number;
  candidate.position = position;
  candidate.warned = !findings.empty();
  candidate.kind = subject.kind;
  candidate.scheme = subject.scheme;
  candidate.name = role(Role::subject_name);
  fill_columns(candidate, subject);
  candidate.code = std::move(subject.code);
  candidate.aliases = std::move(subject.aliases);
  pack(candidate);
  if (!plan.unlogged) candidate.commitment = commitment_to(candidate);
  out.candidates.push_back(std::move(candidate));
}

void RowChecker::State::count(const FoundSubject& subject, CheckedBlock& out) {
  auto& counters = out.measures.counters;
  counters.cells += static_cast<std::int64_t>(values.size());
  counters.cells_filled += std::ranges::count_if(values, [](auto v) { return !v.empty(); });
  counters.rows += 1;
  counters.rows_conforming += findings.empty() ? 1 : 0;
  std::set<std::string_view> seen;
  for (const auto& finding : findings) {
    if (seen.insert(finding.id).second) ++out.measures.findings[finding.id];
  }
  counters.rows_wrong_code += seen.contains("cell.code") ? 1 : 0;
  if (plan.item.timeliness && day(Role::decided_on)) {
    counters.rows_clocked += 1;
    counters.rows_late += is_late() ? 1 : 0;
  }
  const bool is_public = subject.kind != SubjectKind::person &&
                         plan.item.organizations == rulebook::DisclosureMode::open;
  counters.rows_public += is_public ? 1 : 0;
}

void RowChecker::State::check(const Row& row, std::size_t position, CheckedBlock& out) {
  scratch.clear();
  findings.clear();
  for (const Error& fault : row.faults) {
    findings.push_back({fault.id, false, -1, fault.message, fault.remedy, fault.basis});
  }
  FoundSubject subject;
  if (findings.empty()) {
    read_cells(row);
    subject = subjects.find(values, findings);
    require_cells(subject.kind);
    run_checks(plan.item, {values, subject.kind, plan.stamp.received.day()}, findings);
    check_procedure();
  } else {
    values.assign(plan.item.fields.size(), {});
  }
  count(subject, out);
  if (refuses(findings)) {
    out.refusals.push_back({position, std::move(findings)});
  } else {
    accept(row, position, std::move(subject), out);
  }
}

RowChecker::RowChecker(const CheckPlan& plan) : state_(std::make_unique<State>(plan)) {}
RowChecker::~RowChecker() = default;

CheckedBlock RowChecker::check(RowBlock block) {
  const std::string seed = state_->plan.vault.random().bytes(seed_bytes);
  CheckedBlock out =
      check_again(std::move(block), [&](std::int64_t row) { return row_salt(seed, row); });
  out.seed = seed;
  return out;
}

CheckedBlock RowChecker::check_again(RowBlock block, const SaltOfRow& salt) {
  state_->salt_of_row = salt;
  CheckedBlock out;
  Row row;
  for (std::size_t i = 0; i < block.size(); ++i) {
    block.row(i, row);
    state_->check(row, i, out);
  }
  out.block = std::move(block);
  return out;
}

std::vector<std::string> RowChecker::samples(const RowBlock& block) {
  std::vector<std::string> texts;
  state_->salt_of_row = [](std::int64_t) { return std::string(); };
  CheckedBlock out;
  Row row;
  for (std::size_t i = 0; i < block.size(); ++i) {
    const std::size_t accepted = out.candidates.size();
    block.row(i, row);
    state_->check(row, i, out);
    if (out.candidates.size() > accepted) texts.push_back(state_->json);
  }
  return texts;
}

}  // namespace credence::app
