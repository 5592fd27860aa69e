// SPDX-License-Identifier: Apache-2.0
#include "app/patrol/free_text.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "app/access/values.h"
#include "base/text.h"
#include "domain/identifiers.h"
#include "store/records.h"

namespace credence::app {
namespace {

constexpr int records_per_query = 2'000;
constexpr std::size_t rows_named = 10;
constexpr std::size_t shortest = 11;  // digits of a mobile number

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits may be written wide (U+FF10 and on), which no pattern of ASCII would see.
std::string plain(std::string_view text) {
  const bool wide = text.find("\xEF\xBC") != std::string_view::npos;
  return wide ? nfkc(text) : std::string(text);
}

bool mobile_in(std::string_view text) {
  for (std::size_t from = 0, to = 0; from < text.size(); from = to + 1) {
    to = from;
    while (to < text.size() && is_digit(text[to])) ++to;
    if (to - from == shortest && text[from] == '1' && text[from + 1] >= '3') return true;
  }
  return false;
}

using Place = std::tuple<std::int64_t, int, std::size_t, PersonalKind>;  // batch, item, field

class Texts {
 public:
  explicit Texts(const rulebook::RuleBook& book) : book_(book) {}

  void check(const store::StoredRecord& record, std::string_view json) {
    const auto* item = book_.catalogue.by_number(record.columns.item);
    if (item == nullptr) return;
    const auto values = decode_values(json, item->fields.size()).or_throw();
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (item->fields[i].personal || values[i].size() < shortest) continue;
      const std::string text = plain(values[i]);
      if (domain::contains_resident_id(text)) note(record, *item, i, PersonalKind::resident_id);
      if (mobile_in(text)) note(record, *item, i, PersonalKind::mobile);
    }
  }
  std::vector<PersonalField> fields() {
    std::vector<PersonalField> all;
    for (auto& [place, field] : found_) all.push_back(std::move(field));
    return all;
  }

 private:
  void note(const store::StoredRecord& record, const rulebook::Item& item, std::size_t index,
            PersonalKind kind) {
    const auto& field = item.fields[index];
    PersonalField& found = found_[Place{record.batch, item.number, index, kind}];
    if (found.count++ == 0) {
      found.item = item.id;
      found.field = field.code;
      found.field_label = field.label;
      found.kind = kind;
      found.batch = record.batch;
      found.received = record.known_from;
    }
    if (found.rows.size() < rows_named) found.rows.push_back(record.row);
  }
  const rulebook::RuleBook& book_;
  std::map<Place, PersonalField> found_;
};

}  // namespace

bool holds_mobile(std::string_view text) { return mobile_in(plain(text)); }
bool holds_resident_id(std::string_view text) { return domain::contains_resident_id(plain(text)); }

TextCheck check_texts(const rulebook::RuleBook& book, store::Database& database,
                      store::Dictionaries& dictionaries, std::int64_t leaf, std::int64_t records) {
  const auto lease = database.read();
  Texts texts(book);
  TextCheck check;
  check.next_leaf = leaf;
  while (check.records < records) {
    const auto left = std::min<std::int64_t>(records_per_query, records - check.records);
    const auto some =
        store::records_from_leaf(lease.sql(), check.next_leaf, static_cast<int>(left));
    for (const auto& one : some) texts.check(one, dictionaries.unpack(lease.sql(), one.fields));
    check.records += static_cast<std::int64_t>(some.size());
    if (!some.empty()) check.next_leaf = some.back().leaf + 1;
    if (static_cast<std::int64_t>(some.size()) < left) break;
  }
  check.fields = texts.fields();
  return check;
}

}  // namespace credence::app
