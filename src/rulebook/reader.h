// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/terms.h"
#include "rulebook/yaml.h"

// Strict reading of a map: each value is asked for by key and type, and a key that nobody asked for
// is a fault. A rule kind is then a short function that lists what it wants.

namespace credence::rulebook {

// What a file is read against: its path, the book so far (for references), and where faults go.
struct Source {
  const std::string& file;
  const RuleBook& book;
  Faults& faults;

  void refuse(int line, Words message, Words remedy) const;
  // True when `basis` names a law of the register and an article it has; else a fault.
  bool check_basis(int line, const std::string& basis) const;
};

enum class Need : std::uint8_t { must, may };

// A value that is wrong or missing gives a fault and an empty value, so that one reading finds all
// faults.
class MapReader {
 public:
  MapReader(const Source& source, const Yaml& node);
  // Refuses the keys nobody asked for.
  ~MapReader();
  MapReader(const MapReader&) = delete;
  MapReader& operator=(const MapReader&) = delete;

  const Source& source() const { return source_; }
  bool has(std::string_view key);
  int line() const { return node_.line; }
  int line(std::string_view key) const;  // of the key, or of the map when it is absent

  std::string text(std::string_view key, Need need = Need::must);
  Words words(std::string_view key);
  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most,
                       Need need = Need::must);
  bool flag(std::string_view key, bool otherwise = false);
  Date date(std::string_view key);
  std::optional<Date> date_if_given(std::string_view key);
  // A sequence of texts; a single text counts as a sequence of one.
  std::vector<std::string> texts(std::string_view key, Need need = Need::must);
  std::vector<Date> dates(std::string_view key);
  // One basis, or several, each checked against the register of laws.
  std::string basis(std::string_view key = "basis");
  std::vector<std::string> bases(std::string_view key = "basis");
  // The value of the term written there; the first term when it is wrong.
  template <class Terms>
  auto term(std::string_view key, const Terms& terms) {
    return value_of(terms, key, text(key));
  }
  template <class Terms>
  auto term(std::string_view key, const Terms& terms, decltype(terms[0].value) otherwise) {
    return has(key) ? term(key, terms) : otherwise;
  }
  template <class Terms>
  auto term_list(std::string_view key, const Terms& terms) {
    std::vector<std::remove_cvref_t<decltype(terms[0].value)>> values;
    for (const std::string& name : texts(key)) values.push_back(value_of(terms, key, name));
    return values;
  }
  // `provisional: true` or a sentence saying what is not confirmed. Nothing when it is confirmed.
  std::optional<std::string> provisional();

  // Each element of a sequence of maps.
  void each(std::string_view key, Need need, const std::function<void(MapReader&)>& read);
  // Each entry of a map.
  void entries(std::string_view key, Need need,
               const std::function<void(const Yaml::Entry&)>& read);
  // The node itself, for what has no shape of its own; null when absent.
  const Yaml* node(std::string_view key, Need need);

  void refuse(std::string_view key, Words message, Words remedy) const;

 private:
  const Yaml* find(std::string_view key);
  const Yaml* of_kind(std::string_view key, Yaml::Kind kind, Need need);
  std::vector<std::pair<int, std::string>> lined_texts(std::string_view key, Need need);
  template <class Terms>
  auto value_of(const Terms& terms, std::string_view key, const std::string& name) {
    if (const auto value = value_named(terms, name)) return *value;
    if (!name.empty()) refuse_term(key, name, names_of(terms));
    return terms[0].value;
  }
  void refuse_term(std::string_view key, const std::string& name, const std::string& known) const;

  const Source& source_;
  const Yaml& node_;
  std::set<std::string, std::less<>> asked_;
};

// Each entry of a node that must be a map; a fault otherwise.
void each_entry(const Source& source, const Yaml& node,
                const std::function<void(const Yaml::Entry&)>& read);
// The text of a node that must be one; a fault and nothing otherwise.
std::optional<std::string> scalar_text(const Source& source, const Yaml& node);
// A day written 2020-10-01; a fault and nothing otherwise.
std::optional<Date> strict_date(const Source& source, int line, const std::string& text);

}  // namespace credence::rulebook
