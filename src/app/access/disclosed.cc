// SPDX-License-Identifier: Apache-2.0
#include "app/access/disclosed.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "app/access/access_errors.h"
#include "app/access/record_facts.h"
#include "app/access/sources.h"
#include "app/access/values.h"
#include "app/access/vault.h"
#include "base/text.h"
#include "domain/identifiers.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Audience;
using domain::SubjectKind;
using domain::Visibility;
using rulebook::Field;
using rulebook::Item;
using rulebook::Role;
using rulebook::RuleBook;

// A file longer than this is cut, and says so; lists page instead.
constexpr int file_records_max = 1'000;

std::string_view nature_name(rulebook::Nature nature) {
  switch (nature) {
    case rulebook::Nature::basic:
      return "basic";
    case rulebook::Nature::dishonesty:
      return "dishonesty";
    case rulebook::Nature::good:
      return "good";
    case rulebook::Nature::other:
      return "other";
  }
  return "other";
}

std::string_view severity_name(int severity) {
  switch (static_cast<domain::Severity>(severity)) {
    case domain::Severity::none:
      return "";
    case domain::Severity::minor:
      return "minor";
    case domain::Severity::general:
      return "general";
    case domain::Severity::serious:
      return "serious";
  }
  return "";
}

// Everything needed to turn stored rows into shown ones, for one answer.
struct Showing {
  const RuleBook& book;
  const Permit& permit;
  const AsOf& as_of;
  store::Session& sql;
  store::Dictionaries& dictionaries;
  const Vault& vault;
  std::map<std::int64_t, BatchSource> sources;
  MarksInForce marks;
  bool with_archive = false;  // lists leave out what stands in the archive
};

// A stored row with its values opened.
struct Opened {
  const Item* item = nullptr;
  const store::StoredRecord* stored = nullptr;
  SubjectKind kind = SubjectKind::organization;
  std::vector<std::string> values;
};

void merge_sealed(Opened& opened, const Showing& showing, const std::string& wrapped_key) {
  const auto& stored = *opened.stored;
  const auto plain = showing.vault.open_sealed(stored.columns.subject, wrapped_key, stored.sealed);
  if (!plain) {
    if (plain.error().code == ErrorCode::not_found)
      return;  // lawfully forgotten: shown without them
    throw Failure(plain.error());
  }
  auto sealed = decode_values(*plain, opened.values.size()).or_throw();
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    if (!sealed[i].empty()) opened.values[i] = std::move(sealed[i]);
  }
}

Opened open_row(const Showing& showing, const store::StoredRecord& stored, SubjectKind kind,
                const std::string& wrapped_key) {
  Opened opened;
  opened.item = showing.book.catalogue.by_number(stored.columns.item);
  opened.stored = &stored;
  opened.kind = kind;
  if (opened.item == nullptr) {
    throw Failure(make_error(
        ErrorCode::internal, "record.item_unknown",
        {"记录所属事项不在当前目录中。", "A record's item is not in the catalogue in force."},
        {"请恢复该事项的目录文件。", "Restore the item's catalogue file."}));
  }
  const std::string json = showing.dictionaries.unpack(showing.sql, stored.fields);
  opened.values = decode_values(json, opened.item->fields.size()).or_throw();
  // The public never sees a sealed value, so it is not even opened for them.
  if (!stored.sealed.empty() && showing.permit.audience() != Audience::open) {
    merge_sealed(opened, showing, wrapped_key);
  }
  return opened;
}

domain::PublicityAnswer publicity_of(const Showing& showing, const Opened& opened) {
  return showing.book.publicity.answer(
      publicity_facts(*opened.item, *opened.stored, opened.values));
}

std::vector<ShownField> shown_fields(const Opened& opened, Audience audience) {
  std::vector<ShownField> fields;
  for (std::size_t i = 0; i < opened.item->fields.size(); ++i) {
    const Field& field = opened.item->fields[i];
    const std::string& value = opened.values[i];
    if (value.empty()) continue;
    // In a person's record the name itself is personal.
    const bool personal =
        field.personal || (opened.kind == SubjectKind::person && field.role == Role::subject_name);
    switch (domain::view_of(field.mask, personal, audience)) {
      case domain::ValueView::full:
        fields.push_back({field.code, field.label, value, false});
        break;
      case domain::ValueView::masked: {
        const auto mask = field.mask != domain::Mask::none   ? field.mask
                          : field.role == Role::subject_name ? domain::Mask::person_name
                                                             : domain::Mask::id_number;
        fields.push_back({field.code, field.label, domain::masked(mask, value), true});
        break;
      }
      case domain::ValueView::hidden:
        break;
    }
  }
  return fields;
}

std::string caption_of(const Item& item, const std::vector<ShownField>& fields) {
  std::string caption;
  for (const auto& code : item.caption) {
    const auto at = std::ranges::find(fields, code, &ShownField::code);
    if (at == fields.end()) continue;
    caption += (caption.empty() ? "" : " · ") + std::string(clip(at->value, 120));
  }
  return caption.empty() ? item.label.zh : caption;
}

ShownRecord show(const Showing& showing, const Opened& opened,
                 const domain::PublicityAnswer& publicity, const domain::Disclosure& disclosure) {
  const auto& stored = *opened.stored;
  const Item& item = *opened.item;
  ShownRecord shown;
  shown.item = item.id;
  shown.item_label = item.label;
  shown.section = item.report_section.empty() ? "other" : item.report_section;
  shown.nature = nature_name(item.nature);
  shown.subject = stored.columns.subject;
  shown.record = stored.columns.key;
  shown.version = stored.version;
  shown.fields = shown_fields(opened, showing.permit.audience());
  shown.caption = caption_of(item, shown.fields);
  shown.document_number = stored.document_number;
  shown.issuing_body = value_of(item, opened.values, Role::issuing_body);
  shown.issuing_body_code = value_of(item, opened.values, Role::issuing_body_code);
  shown.decided_on = stored.columns.decided_on;
  shown.valid_from = stored.columns.valid_from;
  shown.valid_to = stored.columns.valid_to;
  shown.severity = severity_name(stored.columns.severity);
  shown.publicity_end = publicity.publicity_end;
  shown.earliest_repair = publicity.earliest_repair;
  shown.disclosure_end = publicity.disclosure_end;
  shown.reason = disclosure.reason;
  shown.basis = disclosure.basis;
  shown.provisional = publicity.provisional;
  shown.marks = showing.marks.shown(shown.subject, shown.record, showing.permit.audience());
  const BatchSource& source = showing.sources.at(stored.batch);
  shown.source = {source.provider, source.provider_name, stored.batch,
                  stored.row,      source.edition,       stored.known_from};
  return shown;
}

void count_withheld(std::vector<WithheldCount>& counts, const domain::Disclosure& disclosure) {
  const auto at = std::ranges::find(counts, disclosure.code, &WithheldCount::code);
  if (at != counts.end()) {
    ++at->count;
  } else {
    counts.push_back({disclosure.code, disclosure.reason, disclosure.basis, 1});
  }
}

// The division a record belongs to: its own, or its subject's.
std::string region_of(const store::StoredRecord& stored, int subject_region) {
  const int region = stored.columns.region != 0 ? stored.columns.region : subject_region;
  return region == 0 ? "" : std::to_string(region);
}

// Whether the asker's grant reaches the row. What it does not reach is neither shown nor counted.
bool within_grant(const Showing& showing, const store::StoredRecord& stored, int subject_region) {
  const Scope& scope = showing.permit.scope();
  const Item* item = showing.book.catalogue.by_number(stored.columns.item);
  const std::string& provider = showing.permit.provider();
  if (!provider.empty() && showing.sources.at(stored.batch).provider != provider) return false;
  return scope.has_item(item == nullptr ? "" : item->id) &&
         scope.has_region(region_of(stored, subject_region));
}

// Where the rows of an answer go.
struct Sorted {
  std::vector<ShownRecord> records, archived;
  std::vector<WithheldCount> withheld;
};

// Sorts one row into shown, archived or withheld.
void disclose_row(const Showing& showing, const store::StoredRecord& stored, SubjectKind kind,
                  const std::string& wrapped_key, Sorted& sorted) {
  const Opened opened = open_row(showing, stored, kind, wrapped_key);
  const auto publicity = publicity_of(showing, opened);
  const auto mode = kind == SubjectKind::person ? opened.item->persons : opened.item->organizations;
  const auto marks = showing.marks.of(stored.columns.subject, stored.columns.key);
  auto disclosure = domain::disclose({kind, mode, publicity, marks}, showing.permit.audience(),
                                     showing.as_of.day);
  const bool archived = disclosure.visibility == Visibility::archived;
  if (disclosure.visibility == Visibility::withheld || (archived && !showing.with_archive)) {
    disclosure.reason =
        opened.item->nature == rulebook::Nature::basic || disclosure.code != "publicity_ended"
            ? disclosure.reason
            : Words{"公示期已届满。", "The publicity period has ended."};
    if (disclosure.code == "expired") {
      disclosure.reason = {
          "失信信息披露期限已届满，不再披露、查询或使用。",
          "The disclosure period has ended; it is no longer shown, queried or used."};
    }
    count_withheld(sorted.withheld, disclosure);
  } else {
    (archived ? sorted.archived : sorted.records)
        .push_back(show(showing, opened, publicity, disclosure));
  }
}

std::vector<std::int64_t> batches_of(const std::vector<store::StoredRecord>& rows) {
  std::set<std::int64_t> batches;
  for (const auto& row : rows) batches.insert(row.batch);
  return {batches.begin(), batches.end()};
}

std::string items_touched(const RuleBook& book, const std::vector<store::StoredRecord>& rows) {
  std::set<int> numbers;
  for (const auto& row : rows) numbers.insert(row.columns.item);
  std::string items;
  for (const int number : numbers) {
    const Item* item = book.catalogue.by_number(number);
    items += (items.empty() ? "" : ",") + (item == nullptr ? std::to_string(number) : item->id);
  }
  return items;
}

int total(const std::vector<WithheldCount>& counts) {
  int sum = 0;
  for (const auto& count : counts) sum += count.count;
  return sum;
}

ShownSubject show_organization(const Showing& showing, const store::KnownSubject& known) {
  ShownSubject shown;
  shown.id = known.id;
  shown.kind = to_string(known.kind);
  shown.name = known.name;
  shown.registered = known.authoritative;
  shown.codes.push_back({std::string(to_string(known.scheme)), known.code});
  if (known.scheme == domain::Scheme::uscc) {
    shown.codes.push_back({"organization_code", known.code.substr(8, 9)});
    shown.region = showing.book.regions.full_name(known.code.substr(2, 6));
    shown.authority = domain::uscc_department(known.code).zh;
  }
  for (const auto& alias : store::aliases_of(showing.sql, known.id)) {
    SubjectCode code{std::string(to_string(alias.scheme)), alias.code};
    if (std::ranges::none_of(shown.codes, [&](const auto& c) { return c.code == code.code; })) {
      shown.codes.push_back(std::move(code));
    }
  }
  for (const auto& former : store::former_names(showing.sql, known.id)) {
    shown.former_names.push_back(former.name);
  }
  return shown;
}

ShownSubject show_person(const store::KnownSubject& known) {
  ShownSubject shown;
  shown.id = known.id;
  shown.kind = to_string(known.kind);
  return shown;
}

// "days.subject.key": opaque to callers.
std::string cursor_text(const store::RecordCursor& cursor) {
  return std::to_string(cursor.decided_on.days()) + "." + std::to_string(cursor.subject.value) +
         "." + std::to_string(cursor.key.value);
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<std::optional<store::RecordCursor>> read_cursor(std::string_view text) {
  if (text.empty()) return std::optional<store::RecordCursor>{};
  const auto parts = split(text, ".");
  if (parts.size() == 3) {
    const auto day = number(parts[0]), subject = number(parts[1]), key = number(parts[2]);
    if (day && subject && key) {
      return std::optional(store::RecordCursor{Date(static_cast<std::int32_t>(*day)),
                                               SubjectId(*subject), RecordKey(*key)});
    }
  }
  return make_error(
      ErrorCode::invalid, "query.cursor",
      {"翻页位置无法识别。", "The page cursor is not one we gave out."},
      {"请原样使用上一页返回的 next。", "Use the `next` of the page before, unchanged."});
}

// The filter, narrowed to what the grant reaches. Errors: forbidden ("access.item").
Result<void> narrow(const RuleBook& book, const Permit& permit, store::RecordFilter& filter) {
  if (permit.only()) filter.subject = permit.only();
  const auto beyond = [&](int number) {
    const Item* item = book.catalogue.by_number(number);
    return item == nullptr || !permit.scope().has_item(item->id);
  };
  std::erase_if(filter.items, beyond);
  if (!filter.items.empty()) return {};
  return make_error(ErrorCode::forbidden, "access.item",
                    {"该事项不在您的查询范围内。", "This item is outside your grant."},
                    {"请查询已授予的事项，或向安全管理员申请。",
                     "Ask for the items granted, or ask the security administrator for more."},
                    permit.basis());
}

Error subject_not_found() {
  return make_error(
      ErrorCode::not_found, "subject.not_found",
      {"平台上没有该信用主体可供您查询的信息。",
       "The platform holds nothing on this subject that you may query."},
      {"请核对代码；自然人信息仅可由本人、持其书面授权者或依法履职的行政机关查询。",
       "Check the code; a natural person's file opens only to the person, to a holder of "
       "written consent, or to a public body with a statutory purpose."},
      "SD-2020/20");
}

// Instants after the present mean the current versions, which have an index of their own.
Instant version_instant(const AsOf& as_of, Instant present) {
  return as_of.known >= present ? end_of_time : as_of.known;
}

// A look-up asks for marks only where there are some: on PostgreSQL each question is a way to go.
MarksInForce marks_of_file(store::Session& sql, const store::FoundSubject& known,
                           Instant known_at) {
  return known.marked ? MarksInForce(sql, std::span(&known.id, 1), known_at) : MarksInForce();
}

}  // namespace

DisclosedReader::DisclosedReader(store::Database& database, store::Dictionaries& dictionaries,
                                 const Vault& vault, const Clock& clock)
    : database_(database), dictionaries_(dictionaries), vault_(vault), clock_(clock) {}

Result<PendingFile> DisclosedReader::file(const RuleBook& book, const Permit& permit,
                                          SubjectId subject, const AsOf& as_of) const {
  if (permit.only() && *permit.only() != subject) return other_subject();
  const auto lease = database_.read();
  const auto known = store::find_subject(lease.sql(), subject);
  const bool person = known && known->kind == SubjectKind::person;
  if (!known || known->known_from > as_of.known || (person && !permit.opens_persons())) {
    std::vector<AccessEntry> miss;
    if (permit.attributed()) miss.push_back({subject, "", 0, 0});
    return PendingFile(subject_not_found(), std::move(miss));
  }

  store::RecordFilter filter;
  filter.subject = subject;
  filter.known_at = version_instant(as_of, clock_.now());
  auto rows = store::find_records(lease.sql(), filter, file_records_max + 1, std::nullopt);
  Showing showing{book,
                  permit,
                  as_of,
                  lease.sql(),
                  dictionaries_,
                  vault_,
                  batch_sources(lease.sql(), batches_of(rows)),
                  marks_of_file(lease.sql(), *known, filter.known_at),
                  true};
  DisclosedFile file;
  file.subject = person ? show_person(*known) : show_organization(showing, *known);
  file.complete = rows.size() <= static_cast<std::size_t>(file_records_max);
  std::erase_if(rows, [&](const auto& row) { return !within_grant(showing, row, known->region); });
  Sorted sorted;
  for (const auto& row : rows) {
    if (sorted.records.size() == static_cast<std::size_t>(file_records_max)) break;
    disclose_row(showing, row, known->kind, known->wrapped_key, sorted);
  }
  file.records = std::move(sorted.records);
  file.archived = std::move(sorted.archived);
  file.withheld = std::move(sorted.withheld);
  file.limited_to_items = permit.scope().items;
  file.limited_to_regions = permit.scope().regions;
  file.as_of = as_of;
  file.audience = to_string(permit.audience());
  file.edition = book.edition;
  AccessEntry entry{subject, items_touched(book, rows),
                    static_cast<int>(file.records.size() + file.archived.size()),
                    total(file.withheld)};
  return PendingFile(std::move(file), {std::move(entry)});
}

Result<Pending<DisclosedPage>> DisclosedReader::page(const RuleBook& book, const Permit& permit,
                                                     store::RecordFilter filter, int limit,
                                                     std::string_view after,
                                                     const AsOf& as_of) const {
  auto cursor = read_cursor(after);
  if (!cursor) return cursor.error();
  if (auto within = narrow(book, permit, filter); !within) return within.error();
  const auto lease = database_.read();
  filter.known_at = version_instant(as_of, clock_.now());
  const auto rows = store::find_records(lease.sql(), filter, limit, *cursor);
  const auto subjects = subjects_of(lease.sql(), rows);
  Showing showing{book,
                  permit,
                  as_of,
                  lease.sql(),
                  dictionaries_,
                  vault_,
                  batch_sources(lease.sql(), batches_of(rows)),
                  MarksInForce(lease.sql(), subjects_in(rows), filter.known_at),
                  false};
  DisclosedPage page;
  Sorted sorted;
  std::map<std::int64_t, AccessEntry> entries;
  for (const auto& row : rows) {
    const auto& known = subjects.at(row.columns.subject.value);
    if (known.kind == SubjectKind::person) continue;  // art. 20: persons are in no list
    if (!within_grant(showing, row, known.region)) continue;
    disclose_row(showing, row, known.kind, known.wrapped_key, sorted);
    AccessEntry& entry = entries[row.columns.subject.value];
    entry.subject = row.columns.subject;
    (sorted.records.empty() ? entry.withheld : entry.shown) += 1;
    for (auto& record : sorted.records)
      page.records.push_back({std::move(record), known.name, known.code});
    sorted.records.clear();
    entry.items = items_touched(book, {row});
  }
  page.withheld = std::move(sorted.withheld);
  if (rows.size() == static_cast<std::size_t>(limit)) {
    const auto& last = rows.back().columns;
    page.next = cursor_text({last.decided_on.value_or(store::no_day), last.subject, last.key});
  }
  page.as_of = as_of;
  std::vector<AccessEntry> list;
  for (auto& [id, entry] : entries) list.push_back(std::move(entry));
  return Pending<DisclosedPage>(std::move(page), std::move(list));
}

}  // namespace credence::app
