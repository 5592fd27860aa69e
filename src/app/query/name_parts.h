// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/ensure.h"
#include "base/text.h"

#include "app/query/name_grams.h"
#include "app/query/name_index.h"

// Entries of the name index, the best few of a search, and the comparing of parts. For
// name_index.cc alone.

namespace credence::app {

// A name under which an organisation is found: its own, or a former one.
struct Entry {
  std::uint32_t organization = 0, name_at = 0;
  // Bytes of the normalised name and of its parts; the branch is what is left. The bracket is
  // outside them.
  std::uint16_t size = 0, region = 0, brand = 0, industry = 0, form = 0, bracket = 0,
                bracket_at = 0;
  std::uint16_t begin = 0;  // of begin_of(text)
  bool former = false, replaced = false;
};

struct Place {
  SubjectId id;
  std::uint32_t name_at = 0, code_at = 0, first_entry = 0;
  std::uint16_t name_size = 0, code_size = 0, entries = 0;  // no entries: replaced by another place
  std::uint16_t text_size = 0;                              // of the normalised name
};

// A name made ready outside the lock.
struct ReadyName {
  std::string text;  // normalised
  Entry entry;
};
struct Ready {
  const domain::Organization* organization = nullptr;
  std::vector<ReadyName> names;  // its own first
};

// A mark of the first two Han characters: most names that do not begin so are told without their
// text.
inline std::uint16_t begin_of(std::string_view text) {
  std::uint32_t mark = 0;
  for (const char c : text.substr(0, 6)) mark = mark * 31 + static_cast<unsigned char>(c);
  return static_cast<std::uint16_t>(mark ^ mark >> 16);
}

inline std::uint16_t bytes(std::string_view text) {
  return static_cast<std::uint16_t>(text.size());
}

inline ReadyName ready_name(const domain::NameParser& parser, std::string_view name) {
  ReadyName ready;
  ready.text = clip(domain::normalize_name(clip(name, longest_name)), longest_name);
  const auto parts = parser.parse(ready.text);
  Entry& entry = ready.entry;
  entry.size = bytes(ready.text), entry.begin = begin_of(ready.text);
  entry.region = bytes(parts.region), entry.brand = bytes(parts.brand);
  entry.industry = bytes(parts.industry), entry.form = bytes(parts.legal_form);
  if (const auto& inside = parts.region_in_brackets; !inside.empty()) {
    const std::string bracket = "(" + inside + ")";
    entry.bracket = bytes(bracket);
    entry.bracket_at = static_cast<std::uint16_t>(ready.text.find(bracket, 1));
  }
  return ready;
}

// The same parts as the parser gave.
inline domain::ParsedName parts_of(const Entry& entry, std::string_view name) {
  domain::ParsedName parts;
  std::string flat(name);
  if (entry.bracket > 0) {
    parts.region_in_brackets = name.substr(entry.bracket_at + 1U, entry.bracket - 2U);
    flat.erase(entry.bracket_at, entry.bracket);
  }
  std::size_t at = 0;
  for (const auto& [part, size] : {std::pair{&parts.region, entry.region},
                                   {&parts.brand, entry.brand},
                                   {&parts.industry, entry.industry},
                                   {&parts.legal_form, entry.form}}) {
    *part = flat.substr(at, size);
    at += size;
  }
  parts.branch = flat.substr(at);
  return parts;
}

// Best first: by kind of match, then the shorter name, then the code.
enum class Match : std::uint8_t { code, exact, prefix, name, former_name, initials, pinyin };
inline constexpr std::array<std::string_view, 7> match_names = {
    "code", "name", "name", "name", "former_name", "initials", "pinyin"};
struct Found {
  std::uint32_t organization = 0;
  Match match = Match::code;
  std::uint16_t size = 0;
};

// The best few, each organisation once. Codes decide only between names of the same length, so that
// most candidates are refused without a look at their text.
class Best {
 public:
  Best(std::size_t limit, std::function<std::string_view(std::uint32_t)> code)
      : limit_(limit), found_(Better{std::move(code)}) {}

  bool full() const { return found_.size() >= limit_; }
  bool could_take(Match match, std::uint16_t size) const {
    if (!full()) return true;
    const Found& worst = *found_.rbegin();
    return std::pair(match, size) <= std::pair(worst.match, worst.size);
  }
  void add(const Found& found) {
    if (!could_take(found.match, found.size)) return;
    if (const auto known = by_organization_.find(found.organization);
        known != by_organization_.end()) {
      if (!found_.key_comp()(found, known->second)) return;
      found_.erase(known->second);
    }
    found_.insert(found);
    by_organization_.insert_or_assign(found.organization, found);
    if (found_.size() <= limit_) return;
    by_organization_.erase(found_.rbegin()->organization);
    found_.erase(std::prev(found_.end()));
  }
  auto begin() const { return found_.begin(); }
  auto end() const { return found_.end(); }

 private:
  struct Better {
    std::function<std::string_view(std::uint32_t)> code;
    bool operator()(const Found& a, const Found& b) const {
      if (a.match != b.match) return a.match < b.match;
      if (a.size != b.size) return a.size < b.size;
      if (a.organization == b.organization) return false;
      return std::pair(code(a.organization), a.organization) <
             std::pair(code(b.organization), b.organization);
    }
  };
  std::size_t limit_;
  std::set<Found, Better> found_;
  std::unordered_map<std::uint32_t, Found> by_organization_;
};

// The pieces of a query, between spaces.
inline std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces(1);
  for (const char32_t c : to_code_points(nfkc(text))) {
    if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\r') {
      pieces.emplace_back();
    } else {
      pieces.back() += to_utf8({&c, 1});
    }
  }
  std::erase(pieces, "");
  return pieces;
}

// Lower case, ü typed as v; the piece split at apostrophes. Nothing when it is not all letters.
inline std::vector<std::string> pinyin_words(const std::vector<std::string>& pieces) {
  std::vector<std::string> words;
  for (const auto& piece : pieces) {
    for (const auto part : split(piece, "'")) {
      std::string word(part);
      for (char& c : word) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c < 'a' || c > 'z') return {};
      }
      if (!word.empty()) words.push_back(std::move(word));
    }
  }
  return words;
}

// Edits needed to turn one text into the other, in thousandths of the longer one, taken from 1000.
inline int similarity(std::u32string_view a, std::u32string_view b) {
  const auto longer = std::max(a.size(), b.size());
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() && b.empty()) return 1000;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return static_cast<int>(1000 - 1000 * row.back() / longer);
}
inline int similarity(std::string_view a, std::string_view b) {
  return a == b ? 1000 : similarity(to_code_points(a), to_code_points(b));
}

// 济南市 as 济南.
inline std::string_view short_region(std::string_view region) {
  for (const std::string_view end : {"省", "市", "区", "县"}) {
    if (region.ends_with(end) && length(region) > 2)
      return region.substr(0, region.size() - end.size());
  }
  return region;
}

struct Compared {
  std::string word;
  int likeness = 0;
};

inline Compared compare(std::string_view a, std::string_view b, int missing) {
  if (a.empty() && b.empty()) return {"missing", 1000};
  if (a.empty() || b.empty()) return {"missing", missing};
  if (a == b) return {"same", 1000};
  const int likeness = similarity(a, b);
  return {likeness >= similar_least ? "similar" : "different", likeness};
}

// One within the other (山东济南, 济南) is no contradiction.
inline Compared compare_regions(std::string_view a, std::string_view b) {
  const auto one = short_region(a), other = short_region(b);
  if (one != other && !one.empty() && !other.empty() &&
      (contains(one, other) || contains(other, one))) {
    return {"similar", 800};
  }
  return compare(one, other, 600);
}

// What is compared of a name.
struct Sides {
  std::string text, region, brand, industry, form, branch;
  std::u32string core, whole;  // all but the form; all
};

}  // namespace credence::app
