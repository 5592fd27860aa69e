// SPDX-License-Identifier: Apache-2.0
#include "domain/names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace credence::domain {
namespace {

using WordSet = std::unordered_set<std::string>;

// Left out when names are compared: they are typed, copied and printed differently.
constexpr std::u32string_view ignored =
    U" \u3000\u00a0\u200b\u200c\u200d\u2060\ufeff\t\r\n\u00ad"  // spaces, seen and unseen
    U"\u00b7\u2022\u2027\u22c5\u30fb.\u3002\"'\u201c\u201d\u2018\u2019";
constexpr std::u32string_view opening = U"[{<〔【〖〈《「『";
constexpr std::u32string_view closing = U"]}>〕】〗〉》」』";
// Forms behind which only a branch can stand (…有限公司济南分公司); the rest of what ends so is the
// branch.
constexpr std::array<std::string_view, 3> company_ends = {"公司", "合作社", "联社"};
constexpr std::array<std::string_view, 3> branch_ends = {"分公司", "支公司", "分社"};
constexpr std::array<std::string_view, 8> division_ends = {"省", "市", "区", "县",
                                                           "旗", "州", "盟", "地区"};

bool holds(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

char32_t one_form(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 32;
  if (holds(opening, c)) return U'(';
  if (holds(closing, c)) return U')';
  return c == U'苧' ? U'苎' : c;  // the one pair that ICU maps both ways
}

std::string normalized_once(std::string_view name) {
  std::u32string kept;
  for (const char32_t c : to_code_points(to_simplified(nfkc(name)))) {
    if (!holds(ignored, c)) kept += one_form(c);
  }
  return to_utf8(kept);
}

template <std::size_t n>
bool ends_with_any(std::string_view text, const std::array<std::string_view, n>& ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// The text behind its first `count` characters.
std::string_view behind_characters(std::string_view text, int count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) {
    do ++at;
    while (!is_boundary(text, at));
  }
  return text.substr(at);
}

void fill(WordSet& set, std::size_t& longest, const std::vector<std::string>& words) {
  for (const auto& word : words) {
    std::string normal = normalize_name(word);
    if (normal.empty()) continue;
    longest = std::max(longest, normal.size());
    set.insert(std::move(normal));
  }
}

// A set of words with the length of its longest one.
struct Lexicon {
  const WordSet& words;
  std::size_t longest;

  bool has(std::string_view word) const { return words.contains(std::string(word)); }

  // The longest word that begins, or ends, the text; empty when none does.
  std::string_view begin_of(std::string_view text) const {
    for (std::size_t size = std::min(longest, text.size()); size > 0; --size) {
      if (is_boundary(text, size) && has(text.substr(0, size))) return text.substr(0, size);
    }
    return {};
  }
  std::string_view end_of(std::string_view text) const {
    for (std::size_t size = std::min(longest, text.size()); size > 0; --size) {
      const std::size_t at = text.size() - size;
      if (is_boundary(text, at) && has(text.substr(at))) return text.substr(at);
    }
    return {};
  }
  // Words that follow each other at the end (电子·科技), looking at no more than `text`.
  std::size_t ends_of(std::string_view text) const {
    std::size_t size = 0;
    for (;;) {
      const auto word = end_of(text.substr(0, text.size() - size));
      if (word.empty()) return size;
      size += word.size();
    }
  }
};

// Where the branch begins; the size of the text when it has none.
std::size_t branch_begin(std::string_view text) {
  if (ends_with_any(text, company_ends) && !ends_with_any(text, branch_ends)) return text.size();
  std::size_t best = text.size();
  for (const auto end : company_ends) {
    const auto at = text.find(end);
    if (at == 0 || at == std::string_view::npos) continue;
    if (text.substr(at + end.size()).starts_with('(')) continue;  // …公司(有限合伙): still the form
    best = std::min(best, at + end.size());
  }
  // "甲分公司" alone is no branch of "甲分公司".
  return ends_with_any(text.substr(0, best), branch_ends) ? text.size() : best;
}

// Takes the first bracketed region out of the text.
std::string take_bracketed(const Lexicon& regions, std::string& text) {
  for (auto open = text.find('(', 1); open != std::string::npos; open = text.find('(', open + 1)) {
    const auto close = text.find(')', open);
    if (close == std::string::npos) break;
    std::string inside = text.substr(open + 1, close - open - 1);
    if (!regions.has(inside)) continue;
    text.erase(open, close - open + 1);
    return inside;
  }
  return {};
}

// 历下区, not 历下: a short form may as well be a brand (华龙, 和平).
bool is_full_form(std::string_view region) {
  return length(region) >= 3 && ends_with_any(region, division_ends);
}

// The size of the regions that begin the text and follow each other (山东省济南市历下区…): never
// the whole text, and no short form that would leave the name without a brand.
std::size_t leading_regions(const Lexicon& regions, const Lexicon& industries,
                            std::string_view text) {
  std::size_t size = 0;
  for (;;) {
    std::string_view next = regions.begin_of(text.substr(size));
    if (next.ends_with("市") && text.substr(size + next.size()).starts_with("场")) {
      next = regions.begin_of(next.substr(0, next.size() - std::string_view("市").size()));
    }
    const auto rest = text.substr(std::min(text.size(), size + next.size()));
    if (next.empty() || rest.empty()) return size;
    const bool brandless = length(rest) < 2 || industries.ends_of(rest) == rest.size();
    if (brandless && !is_full_form(next)) return size;
    size += next.size();
  }
}

}  // namespace

std::string normalize_name(std::string_view name) {
  std::string text = normalized_once(name);
  // What is left out may have kept a letter and its accent apart; then once more.
  for (std::string again = normalized_once(text); again != text; again = normalized_once(text)) {
    text = std::move(again);
  }
  return text;
}

NameParser::NameParser(const NameVocabulary& vocabulary) {
  fill(forms_, form_max_, vocabulary.legal_forms);
  fill(industries_, industry_max_, vocabulary.industries);
  fill(regions_, region_max_, vocabulary.regions);
}

ParsedName NameParser::parse(std::string_view normalized) const {
  const Lexicon forms{forms_, form_max_}, industries{industries_, industry_max_},
      regions{regions_, region_max_};
  ParsedName name;
  const std::size_t branch = branch_begin(normalized);
  name.branch = normalized.substr(branch);
  std::string whole(normalized.substr(0, branch));
  name.region_in_brackets = take_bracketed(regions, whole);

  std::string_view text = whole;
  name.legal_form = forms.end_of(text);
  text.remove_suffix(name.legal_form.size());
  const std::size_t region = leading_regions(regions, industries, text);
  name.region = text.substr(0, region);
  text.remove_prefix(region);
  // The brand keeps at least two characters if it can.
  const std::size_t industry = industries.ends_of(behind_characters(text, 2));
  name.brand = text.substr(0, text.size() - industry);
  name.industry = text.substr(text.size() - industry);
  return name;
}

}  // namespace credence::domain
