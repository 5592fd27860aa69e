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

// What the name index is made of: texts, postings, readings of characters. For name_index.cc alone.

namespace credence::app {

using Entries = std::span<const std::uint32_t>;
using Syllable = std::uint16_t;  // 0: none
using Run = std::vector<Syllable>;

inline constexpr std::size_t longest_name = 3000;  // bytes; a registered name has some hundred
inline constexpr std::size_t longest_query = 600;  // bytes
inline constexpr std::size_t slice = 4096;         // organisations put in under one lock
inline constexpr std::size_t scan_most = 300'000;  // postings walked by one search
inline constexpr std::size_t look_most = 50'000;   // candidates looked at by one search
inline constexpr std::size_t readings_most = 128;  // ways of reading letters as syllables
inline constexpr std::size_t gather_most = 6000;   // postings gathered by one screening
inline constexpr std::size_t compare_most = 64;    // candidates compared part by part
constexpr int likeness_least = 500;                // less alike is no candidate
constexpr int similar_least = 500;                 // a part less alike is different

// Characters read in two ways in names, with the way that is not ICU's first.
inline constexpr std::array<std::pair<char32_t, std::string_view>, 34> second_readings = {{
    {U'行', "hang"}, {U'长', "chang"}, {U'重', "chong"}, {U'厦', "xia"},  {U'乐', "yue"},
    {U'单', "shan"}, {U'莘', "xin"},   {U'都', "du"},    {U'朝', "zhao"}, {U'曾', "zeng"},
    {U'藏', "zang"}, {U'传', "zhuan"}, {U'调', "tiao"},  {U'卜', "bu"},   {U'柏', "bo"},
    {U'泊', "bo"},   {U'牟', "mu"},    {U'会', "kuai"},  {U'解', "xie"},  {U'仇', "qiu"},
    {U'查', "zha"},  {U'翟', "zhai"},  {U'折', "she"},   {U'朴', "piao"}, {U'区', "ou"},
    {U'覃', "qin"},  {U'晟', "sheng"}, {U'阿', "e"},     {U'蚌', "bang"}, {U'六', "lu"},
    {U'番', "pan"},  {U'蔚', "yu"},    {U'佛', "fu"},    {U'茜', "qian"},
}};

// The kinds of posting share one table; the kind is the key's highest bits.
enum class Gram : std::uint64_t { pair = 0, around = 1, syllables = 2, initials = 3 };
constexpr std::uint64_t key_of(Gram gram, std::uint64_t first, std::uint64_t second) {
  return static_cast<std::uint64_t>(gram) << 62 | first << 21 | second;
}

// Texts, never moved, named by 32 bits.
class Arena {
 public:
  std::uint32_t add(std::string_view text) {
    if (chunks_.empty() || used_ + text.size() > chunk_size) {
      chunks_.push_back(std::make_unique<char[]>(chunk_size));
      used_ = 0;
    }
    std::memcpy(chunks_.back().get() + used_, text.data(), text.size());
    const auto at = ((chunks_.size() - 1) << chunk_bits) + used_;
    ensure(at <= UINT32_MAX, "more than 4 GiB of names");
    used_ += text.size();
    return static_cast<std::uint32_t>(at);
  }
  std::string_view get(std::uint32_t at, std::size_t size) const {
    return {chunks_[at >> chunk_bits].get() + (at & (chunk_size - 1)), size};
  }

 private:
  static constexpr std::size_t chunk_bits = 20, chunk_size = std::size_t{1} << chunk_bits;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t used_ = 0;
};

// For each key the entries that have it, ascending.
class Postings {
 public:
  void add(std::uint64_t key, std::uint32_t entry) {
    auto& list = lists_[key];
    if (list.empty() || list.back() != entry) list.push_back(entry);
  }
  Entries find(std::uint64_t key) const {
    const auto at = lists_.find(key);
    return at == lists_.end() ? Entries{} : Entries(at->second);
  }

 private:
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> lists_;
};

// What one search may still look at.
struct Budget {
  std::size_t scan = scan_most, look = look_most;
  bool spent = false;
};

// The first element of [from, end) not below `value`, found by doubling steps: near ones are cheap.
inline const std::uint32_t* gallop(const std::uint32_t* from, const std::uint32_t* end,
                                   std::uint32_t value) {
  std::ptrdiff_t step = 1;
  while (step < end - from && from[step] < value) from += step, step *= 2;
  return std::lower_bound(from, from + std::min(step + 1, end - from), value);
}

// Calls `use` with each entry that all lists have, until the budget is spent.
template <class Use>
void each_common(std::vector<Entries> lists, Budget& budget, Use use) {
  if (lists.empty()) return;
  std::ranges::sort(lists, {}, [](Entries list) { return list.size(); });
  std::vector<const std::uint32_t*> at;
  for (const auto& list : lists) at.push_back(list.data());
  for (const std::uint32_t entry : lists.front()) {
    if (budget.scan == 0 || budget.look == 0) {
      budget.spent = true;
      return;
    }
    --budget.scan;
    bool common = true;
    for (std::size_t i = 1; i < lists.size() && common; ++i) {
      const auto* end = lists[i].data() + lists[i].size();
      at[i] = gallop(at[i], end, entry);
      if (at[i] == end) return;
      common = *at[i] == entry;
    }
    if (!common) continue;
    --budget.look;
    use(entry);
  }
}

// How a character may be read; both 0 when it is no Han character.
struct Reading {
  Syllable first = 0, second = 0;
};

// The syllables met so far, and the readings of the characters met.
class Readings {
 public:
  Readings() : by_character_(0x40000), initials_(1) {}

  void learn(char32_t c) {
    if (c >= by_character_.size() || by_character_[c].first != 0) return;
    by_character_[c].first = number(pinyin(c));
    for (const auto& [character, syllable] : second_readings) {
      if (character == c && number(syllable) != by_character_[c].first)
        by_character_[c].second = number(syllable);
    }
  }
  Reading of(char32_t c) const { return c < by_character_.size() ? by_character_[c] : Reading{}; }
  char initial(Syllable syllable) const { return initials_[syllable]; }
  // Syllables that begin with `begin`, in alphabetical order.
  template <class Use>
  void each_begun(std::string_view begin, Use use) const {
    for (auto at = numbers_.lower_bound(begin);
         at != numbers_.end() && at->first.starts_with(begin); ++at) {
      use(at->second);
    }
  }
  Syllable find(std::string_view syllable) const {
    const auto at = numbers_.find(syllable);
    return at == numbers_.end() ? Syllable{0} : at->second;
  }

 private:
  Syllable number(std::string_view syllable) {
    if (syllable.empty()) return 0;
    const auto [at, fresh] =
        numbers_.try_emplace(std::string(syllable), static_cast<Syllable>(initials_.size()));
    if (fresh) initials_.push_back(syllable.front());
    return at->second;
  }

  std::vector<Reading> by_character_;
  std::vector<char> initials_;  // of each syllable, by number
  std::map<std::string, Syllable, std::less<>> numbers_;
};

}  // namespace credence::app
