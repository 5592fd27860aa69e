// SPDX-License-Identifier: Apache-2.0
#include "app/query/name_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <map>
#include <mutex>
#include <numeric>
#include <set>
#include <shared_mutex>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/ensure.h"
#include "base/text.h"

namespace credence::app {
namespace {

using Entries = std::span<const std::uint32_t>;
using Syllable = std::uint16_t;  // 0: none
using Run = std::vector<Syllable>;

constexpr std::size_t longest_name = 3000;    // bytes; a registered name has some hundred
constexpr std::size_t longest_query = 600;    // bytes
constexpr std::size_t slice = 4096;           // organisations put in under one lock
constexpr std::size_t scan_most = 300'000;    // postings walked by one search
constexpr std::size_t look_most = 50'000;     // candidates looked at by one search
constexpr std::size_t readings_most = 128;    // ways of reading letters as syllables
constexpr std::size_t gather_most = 6000;     // postings gathered by one screening
constexpr std::size_t compare_most = 64;      // candidates compared part by part
constexpr int likeness_least = 500;           // less alike is no candidate
constexpr int similar_least = 500;            // a part less alike is different

// Characters read in two ways in names, with the way that is not ICU's first.
constexpr std::array<std::pair<char32_t, std::string_view>, 34> second_readings = {{
    {U'行', "hang"}, {U'长', "chang"}, {U'重', "chong"}, {U'厦', "xia"},  {U'乐', "yue"},   {U'单', "shan"},
    {U'莘', "xin"},  {U'都', "du"},    {U'朝', "zhao"},  {U'曾', "zeng"}, {U'藏', "zang"},  {U'传', "zhuan"},
    {U'调', "tiao"}, {U'卜', "bu"},    {U'柏', "bo"},    {U'泊', "bo"},   {U'牟', "mu"},    {U'会', "kuai"},
    {U'解', "xie"},  {U'仇', "qiu"},   {U'查', "zha"},   {U'翟', "zhai"}, {U'折', "she"},   {U'朴', "piao"},
    {U'区', "ou"},   {U'覃', "qin"},   {U'晟', "sheng"}, {U'阿', "e"},    {U'蚌', "bang"},  {U'六', "lu"},
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
const std::uint32_t* gallop(const std::uint32_t* from, const std::uint32_t* end, std::uint32_t value) {
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
      if (character == c && number(syllable) != by_character_[c].first) by_character_[c].second = number(syllable);
    }
  }
  Reading of(char32_t c) const { return c < by_character_.size() ? by_character_[c] : Reading{}; }
  char initial(Syllable syllable) const { return initials_[syllable]; }
  // Syllables that begin with `begin`, in alphabetical order.
  template <class Use>
  void each_begun(std::string_view begin, Use use) const {
    for (auto at = numbers_.lower_bound(begin); at != numbers_.end() && at->first.starts_with(begin); ++at) {
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
    const auto [at, fresh] = numbers_.try_emplace(std::string(syllable), static_cast<Syllable>(initials_.size()));
    if (fresh) initials_.push_back(syllable.front());
    return at->second;
  }

  std::vector<Reading> by_character_;
  std::vector<char> initials_;  // of each syllable, by number
  std::map<std::string, Syllable, std::less<>> numbers_;
};

// A name under which an organisation is found: its own, or a former one.
struct Entry {
  std::uint32_t organization = 0, name_at = 0;
  // Bytes of the normalised name and of its parts; the branch is what is left. The bracket is outside them.
  std::uint16_t size = 0, region = 0, brand = 0, industry = 0, form = 0, bracket = 0, bracket_at = 0;
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

// A mark of the first two Han characters: most names that do not begin so are told without their text.
std::uint16_t begin_of(std::string_view text) {
  std::uint32_t mark = 0;
  for (const char c : text.substr(0, 6)) mark = mark * 31 + static_cast<unsigned char>(c);
  return static_cast<std::uint16_t>(mark ^ mark >> 16);
}

std::uint16_t bytes(std::string_view text) { return static_cast<std::uint16_t>(text.size()); }

ReadyName ready_name(const domain::NameParser& parser, std::string_view name) {
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
domain::ParsedName parts_of(const Entry& entry, std::string_view name) {
  domain::ParsedName parts;
  std::string flat(name);
  if (entry.bracket > 0) {
    parts.region_in_brackets = name.substr(entry.bracket_at + 1U, entry.bracket - 2U);
    flat.erase(entry.bracket_at, entry.bracket);
  }
  std::size_t at = 0;
  for (const auto& [part, size] : {std::pair{&parts.region, entry.region}, {&parts.brand, entry.brand},
                                   {&parts.industry, entry.industry}, {&parts.legal_form, entry.form}}) {
    *part = flat.substr(at, size);
    at += size;
  }
  parts.branch = flat.substr(at);
  return parts;
}

// Best first: by kind of match, then the shorter name, then the code.
enum class Match : std::uint8_t { code, exact, prefix, name, former_name, initials, pinyin };
constexpr std::array<std::string_view, 7> match_names = {"code", "name", "name", "name", "former_name", "initials",
                                                         "pinyin"};
struct Found {
  std::uint32_t organization = 0;
  Match match = Match::code;
  std::uint16_t size = 0;
};

// The best few, each organisation once. Codes decide only between names of the same length, so that most
// candidates are refused without a look at their text.
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
    if (const auto known = by_organization_.find(found.organization); known != by_organization_.end()) {
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
      return std::pair(code(a.organization), a.organization) < std::pair(code(b.organization), b.organization);
    }
  };
  std::size_t limit_;
  std::set<Found, Better> found_;
  std::unordered_map<std::uint32_t, Found> by_organization_;
};

// The pieces of a query, between spaces.
std::vector<std::string> pieces_of(std::string_view text) {
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
std::vector<std::string> pinyin_words(const std::vector<std::string>& pieces) {
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
int similarity(std::u32string_view a, std::u32string_view b) {
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
int similarity(std::string_view a, std::string_view b) {
  return a == b ? 1000 : similarity(to_code_points(a), to_code_points(b));
}

// 济南市 as 济南.
std::string_view short_region(std::string_view region) {
  for (const std::string_view end : {"省", "市", "区", "县"}) {
    if (region.ends_with(end) && length(region) > 2) return region.substr(0, region.size() - end.size());
  }
  return region;
}

struct Compared {
  std::string word;
  int likeness = 0;
};

Compared compare(std::string_view a, std::string_view b, int missing) {
  if (a.empty() && b.empty()) return {"missing", 1000};
  if (a.empty() || b.empty()) return {"missing", missing};
  if (a == b) return {"same", 1000};
  const int likeness = similarity(a, b);
  return {likeness >= similar_least ? "similar" : "different", likeness};
}

// One within the other (山东济南, 济南) is no contradiction.
Compared compare_regions(std::string_view a, std::string_view b) {
  const auto one = short_region(a), other = short_region(b);
  if (one != other && !one.empty() && !other.empty() && (contains(one, other) || contains(other, one))) {
    return {"similar", 800};
  }
  return compare(one, other, 600);
}

// What is compared of a name.
struct Sides {
  std::string text, region, brand, industry, form, branch;
  std::u32string core, whole;  // all but the form; all
};

}  // namespace

struct NameIndex::State {
  explicit State(const domain::NameVocabulary& vocabulary);

  Ready ready(const domain::Organization& organization, const std::vector<std::string>& former) const;
  void put(std::span<const Ready> all);
  std::uint32_t put_one(const Ready& ready);
  void add_entry(std::uint32_t organization, const ReadyName& name, std::uint32_t name_at);
  void add_readings(std::uint32_t entry, std::u32string_view name);
  void add_initials(std::uint32_t entry, std::span<const std::array<char, 2>> letters);
  void add_codes(std::vector<std::uint32_t> run);
  void retire(Place& place);
  bool same(const Place& place, const Ready& ready) const;

  std::string_view code(std::uint32_t organization) const;
  std::string_view name(std::uint32_t organization) const;  // as registered
  std::string_view text(const Entry& entry) const { return arena.get(entry.name_at, entry.size); }
  std::vector<Reading> readings_of(std::string_view name) const;

  void find_codes(std::string_view text, Budget& budget, Best& best) const;
  void find_names(std::vector<std::string> pieces, Budget& budget, Best& best) const;
  void find_pinyin(const std::vector<std::string>& words, bool unfinished, Budget& budget, Best& best) const;
  void find_initials(const std::string& letters, Budget& budget, Best& best) const;
  void find_runs(const std::vector<Run>& runs, Budget& budget, Best& best) const;
  void read_word(std::string_view rest, bool last, Run& read, std::vector<Run>& all) const;
  std::uint16_t size_of(const Entry& entry) const;
  NameHits hits(const Best& best) const;

  std::vector<std::uint32_t> candidates(std::string_view name) const;
  Sides sides_of(const domain::ParsedName& parts, std::string_view text) const;
  ScreenHit compare_with(const Sides& asked, std::uint32_t entry) const;

  const domain::NameParser parser;
  std::unordered_map<std::string, std::string> short_forms;

  mutable std::shared_mutex mutex;  // guards what follows
  Arena arena;
  std::vector<Place> places;
  std::vector<Entry> entries;
  std::unordered_map<SubjectId, std::uint32_t> by_id;
  Postings postings;
  Readings readings;
  // Places sorted by code, in runs each less than half as long as the one before: cheap to add to.
  std::vector<std::vector<std::uint32_t>> code_runs;
};

// ---- Putting in ----

NameIndex::State::State(const domain::NameVocabulary& vocabulary) : parser(vocabulary) {
  for (const auto& [form, short_form] : vocabulary.short_forms) {
    short_forms.emplace(domain::normalize_name(form), domain::normalize_name(short_form));
  }
}

Ready NameIndex::State::ready(const domain::Organization& organization,
                              const std::vector<std::string>& former) const {
  Ready made{&organization, {ready_name(parser, organization.name)}};
  for (const auto& name : former) {
    auto more = ready_name(parser, name);
    const bool known = std::ranges::any_of(made.names, [&](const auto& other) { return other.text == more.text; });
    if (!known && made.names.size() < UINT16_MAX) made.names.push_back(std::move(more));
  }
  return made;
}

void NameIndex::State::put(std::span<const Ready> all) {
  const std::unique_lock lock(mutex);
  std::vector<std::uint32_t> fresh;
  for (const auto& one : all) {
    const auto at = by_id.find(one.organization->id);
    if (at != by_id.end() && same(places[at->second], one)) continue;
    if (at != by_id.end()) retire(places[at->second]);
    fresh.push_back(put_one(one));
  }
  if (!fresh.empty()) add_codes(std::move(fresh));
}

void NameIndex::State::retire(Place& place) {
  for (std::uint32_t i = 0; i < place.entries; ++i) entries[place.first_entry + i].replaced = true;
  place.entries = 0;
}

bool NameIndex::State::same(const Place& place, const Ready& ready) const {
  if (arena.get(place.name_at, place.name_size) != clip(ready.organization->name, longest_name)) return false;
  if (arena.get(place.code_at, place.code_size) != ready.organization->code) return false;
  if (place.entries != ready.names.size()) return false;
  for (std::size_t i = 0; i < ready.names.size(); ++i) {
    if (text(entries[place.first_entry + i]) != ready.names[i].text) return false;
  }
  return true;
}

std::uint32_t NameIndex::State::put_one(const Ready& ready) {
  const auto number = static_cast<std::uint32_t>(places.size());
  const auto registered = clip(ready.organization->name, longest_name);
  const auto own_code = clip(ready.organization->code, longest_query);
  Place place{ready.organization->id,
              arena.add(registered),
              arena.add(own_code),
              static_cast<std::uint32_t>(entries.size()),
              bytes(registered),
              bytes(own_code),
              static_cast<std::uint16_t>(ready.names.size()),
              ready.names.front().entry.size};
  places.push_back(place);
  by_id.insert_or_assign(place.id, number);
  for (const auto& name : ready.names) {
    // Most names are written normalised: then one copy serves both.
    add_entry(number, name, name.text == registered ? place.name_at : arena.add(name.text));
  }
  return number;
}

void NameIndex::State::add_entry(std::uint32_t organization, const ReadyName& name, std::uint32_t name_at) {
  const auto number = static_cast<std::uint32_t>(entries.size());
  entries.push_back(name.entry);
  Entry& entry = entries.back();
  entry.organization = organization;
  entry.name_at = name_at;
  entry.former = number != places[organization].first_entry;
  const auto characters = to_code_points(name.text);
  for (std::size_t i = 1; i < characters.size(); ++i) {
    postings.add(key_of(Gram::pair, characters[i - 1], characters[i]), number);
  }
  // Around the brand also pairs with one character between: they outlive a wrong one.
  const std::size_t begin = length(std::string_view(name.text).substr(0, entry.region));
  const std::size_t end = begin + length(std::string_view(name.text).substr(entry.region, entry.brand));
  for (std::size_t i = begin < 2 ? 0 : begin - 2; i < end && i + 2 < characters.size(); ++i) {
    postings.add(key_of(Gram::around, characters[i], characters[i + 2]), number);
  }
  add_readings(number, characters);
}

void NameIndex::State::add_readings(std::uint32_t entry, std::u32string_view name) {
  std::vector<std::array<char, 2>> letters;
  Reading before;
  for (const char32_t c : name) {
    if (c == U'(' || c == U')') continue;
    readings.learn(c);
    const Reading now = readings.of(c);
    for (const Syllable a : {before.first, before.second}) {
      for (const Syllable b : {now.first, now.second}) {
        if (a != 0 && b != 0) postings.add(key_of(Gram::syllables, a, b), entry);
      }
    }
    const char first = now.first != 0 ? readings.initial(now.first) : '?';
    letters.push_back({first, now.second != 0 ? readings.initial(now.second) : first});
    before = now;
  }
  letters.push_back({'$', '$'});  // so that the last three are found too
  add_initials(entry, letters);
}

constexpr std::uint64_t initials_key(char a, char b, char c, char d) {
  const auto pack = [](char x, char y) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(x)) << 8 | static_cast<unsigned char>(y);
  };
  return key_of(Gram::initials, pack(a, b), pack(c, d));
}

void NameIndex::State::add_initials(std::uint32_t entry, std::span<const std::array<char, 2>> letters) {
  for (std::size_t i = 0; i + 3 < letters.size(); ++i) {
    const auto window = letters.subspan(i, 4);
    for (unsigned choice = 0; choice < 16; ++choice) {
      std::array<char, 4> chosen{};
      bool fresh = true;  // a second reading with another initial, or the first
      for (unsigned j = 0; j < 4; ++j) {
        const bool second = (choice >> j & 1U) != 0;
        chosen[j] = window[j][second ? 1 : 0];
        fresh = fresh && (!second || window[j][0] != window[j][1]);
      }
      if (fresh) postings.add(initials_key(chosen[0], chosen[1], chosen[2], chosen[3]), entry);
    }
  }
}

void NameIndex::State::add_codes(std::vector<std::uint32_t> run) {
  const auto by_code = [this](std::uint32_t a, std::uint32_t b) { return code(a) < code(b); };
  std::ranges::sort(run, by_code);
  while (!code_runs.empty() && code_runs.back().size() <= 2 * run.size()) {
    std::vector<std::uint32_t> merged(code_runs.back().size() + run.size());
    std::ranges::merge(code_runs.back(), run, merged.begin(), by_code);
    run = std::move(merged);
    code_runs.pop_back();
  }
  code_runs.push_back(std::move(run));
}

// ---- Finding ----

std::string_view NameIndex::State::code(std::uint32_t organization) const {
  const Place& place = places[organization];
  return arena.get(place.code_at, place.code_size);
}

std::string_view NameIndex::State::name(std::uint32_t organization) const {
  const Place& place = places[organization];
  return arena.get(place.name_at, place.name_size);
}

// The length that decides between names: the organisation's own, whichever was found.
std::uint16_t NameIndex::State::size_of(const Entry& entry) const {
  return entry.former ? places[entry.organization].text_size : entry.size;
}

void NameIndex::State::find_codes(std::string_view text, Budget& budget, Best& best) const {
  const std::string begin = upper_ascii(text);
  if (begin.size() < 4) return;
  for (const auto& run : code_runs) {
    const auto from = std::ranges::lower_bound(run, std::string_view(begin), {}, [&](auto place) { return code(place); });
    const auto to = std::partition_point(from, run.end(), [&](auto place) { return code(place).starts_with(begin); });
    const auto most = static_cast<std::ptrdiff_t>(budget.look);
    if (to - from > most) budget.spent = true;
    for (auto at = from; at != from + std::min(most, to - from); ++at, --budget.look) {
      const Place& place = places[*at];
      if (place.entries > 0) best.add({*at, Match::code, place.text_size});
    }
  }
}

void NameIndex::State::find_names(std::vector<std::string> pieces, Budget& budget, Best& best) const {
  std::vector<Entries> lists;
  for (auto& piece : pieces) {
    piece = domain::normalize_name(piece);
    const auto characters = to_code_points(piece);
    for (std::size_t i = 1; i < characters.size(); ++i) {
      lists.push_back(postings.find(key_of(Gram::pair, characters[i - 1], characters[i])));
    }
  }
  std::erase(pieces, "");
  if (lists.empty() || std::ranges::any_of(lists, &Entries::empty)) return;
  const bool one = pieces.size() == 1, certain = one && lists.size() == 1;
  const std::string& first = pieces.front();
  const std::uint16_t begin = begin_of(first);
  each_common(lists, budget, [&](std::uint32_t number) {
    const Entry& entry = entries[number];
    const auto size = size_of(entry);
    Match match = Match::name;  // the best it can be
    if (entry.former) {
      match = Match::former_name;
    } else if (first.size() < 6 || entry.begin == begin) {
      match = one && size == first.size() ? Match::exact : Match::prefix;
    }
    if (entry.replaced || !best.could_take(match, size)) return;
    const auto name = text(entry);
    if (match <= Match::prefix && !name.starts_with(first)) match = Match::name;
    if (!certain && !std::ranges::all_of(pieces, [&](const auto& piece) { return contains(name, piece); })) return;
    best.add({entry.organization, match, size});
  });
}

std::vector<Reading> NameIndex::State::readings_of(std::string_view name) const {
  std::vector<Reading> all;
  for (const char32_t c : to_code_points(name)) {
    if (c != U'(' && c != U')') all.push_back(readings.of(c));
  }
  return all;
}

// All ways to read `rest` as syllables that follow each other in some name; the last word may be unfinished.
void NameIndex::State::read_word(std::string_view rest, bool last, Run& read, std::vector<Run>& all) const {
  if (all.size() >= readings_most) return;
  if (rest.empty()) {
    all.push_back(read);
    return;
  }
  const auto follows = [&](Syllable syllable) {
    return read.empty() || !postings.find(key_of(Gram::syllables, read.back(), syllable)).empty();
  };
  for (std::size_t size = std::min<std::size_t>(6, rest.size()); size > 0; --size) {
    const Syllable syllable = readings.find(rest.substr(0, size));
    if (syllable == 0 || !follows(syllable)) continue;
    read.push_back(syllable);
    read_word(rest.substr(size), last, read, all);
    read.pop_back();
  }
  if (!last) return;
  readings.each_begun(rest, [&](Syllable syllable) {
    if (syllable == readings.find(rest) || !follows(syllable)) return;
    all.push_back(read);
    all.back().push_back(syllable);
  });
}

void NameIndex::State::find_pinyin(const std::vector<std::string>& words, bool unfinished, Budget& budget,
                                   Best& best) const {
  std::vector<std::vector<Run>> ways(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string word = words[i];
    std::ranges::replace(word, 'v', 'u');  // lv, nv: ü
    std::vector<Run> readings_here;
    Run read;
    read_word(word, unfinished && i + 1 == words.size(), read, readings_here);
    std::vector<std::vector<Run>> longer;
    for (const auto& way : ways) {
      for (const auto& run : readings_here) {
        if (longer.size() >= readings_most) break;
        longer.push_back(way);
        longer.back().push_back(run);
      }
    }
    ways = std::move(longer);
  }
  for (auto& runs : ways) {
    // "mingxin keji": two words anywhere in the name. "ming xin": syllables of one.
    if (std::ranges::any_of(runs, [](const Run& run) { return run.size() < 2; })) {
      Run one;
      for (const auto& run : runs) one.insert(one.end(), run.begin(), run.end());
      runs = {one};
    }
    find_runs(runs, budget, best);
  }
}

// Whether `wanted` stands in the name, where `is(reading, one)` tells if a character is read so.
template <class Wanted, class Is>
bool stands_in(const std::vector<Reading>& name, const Wanted& wanted, Is is) {
  return std::search(name.begin(), name.end(), wanted.begin(), wanted.end(), is) != name.end();
}

void NameIndex::State::find_runs(const std::vector<Run>& runs, Budget& budget, Best& best) const {
  std::vector<Entries> lists;
  for (const auto& run : runs) {
    for (std::size_t i = 1; i < run.size(); ++i) {
      lists.push_back(postings.find(key_of(Gram::syllables, run[i - 1], run[i])));
    }
  }
  if (std::ranges::any_of(lists, &Entries::empty)) return;
  const auto is = [](Reading reading, Syllable syllable) {
    return reading.first == syllable || reading.second == syllable;
  };
  const bool certain = lists.size() == 1;
  each_common(lists, budget, [&](std::uint32_t number) {
    const Entry& entry = entries[number];
    const auto size = size_of(entry);
    if (entry.replaced || !best.could_take(Match::pinyin, size)) return;
    if (!certain) {
      const auto name = readings_of(text(entry));
      if (!std::ranges::all_of(runs, [&](const Run& run) { return stands_in(name, run, is); })) return;
    }
    best.add({entry.organization, Match::pinyin, size});
  });
}

void NameIndex::State::find_initials(const std::string& letters, Budget& budget, Best& best) const {
  if (letters.size() < 3) return;
  const auto is = [this](Reading reading, char letter) {
    return (reading.first != 0 && readings.initial(reading.first) == letter) ||
           (reading.second != 0 && readings.initial(reading.second) == letter);
  };
  const auto look = [&](const std::vector<Entries>& lists) {
    each_common(lists, budget, [&](std::uint32_t number) {
      const Entry& entry = entries[number];
      const auto size = size_of(entry);
      if (entry.replaced || !best.could_take(Match::initials, size)) return;
      if (letters.size() > 4 && !stands_in(readings_of(text(entry)), letters, is)) return;
      best.add({entry.organization, Match::initials, size});
    });
  };
  if (letters.size() == 3) {  // whatever comes next
    for (const char next : std::string_view("$?abcdefghijklmnopqrstuvwxyz")) {
      look({postings.find(initials_key(letters[0], letters[1], letters[2], next))});
    }
    return;
  }
  std::vector<Entries> lists;
  for (std::size_t i = 0; i + 3 < letters.size(); ++i) {
    lists.push_back(postings.find(initials_key(letters[i], letters[i + 1], letters[i + 2], letters[i + 3])));
  }
  look(lists);
}

NameHits NameIndex::State::hits(const Best& best) const {
  NameHits hits;
  for (const auto& [organization, match, size] : best) {
    hits.hits.push_back({places[organization].id, std::string(code(organization)), std::string(name(organization)),
                         std::string(match_names[static_cast<std::size_t>(match)])});
  }
  return hits;
}

// ---- Screening ----

// Entries that share rare pairs with the name, those that share most first.
std::vector<std::uint32_t> NameIndex::State::candidates(std::string_view name) const {
  const auto characters = to_code_points(name);
  std::unordered_set<std::uint64_t> keys;
  for (std::size_t i = 1; i < characters.size(); ++i) {
    keys.insert(key_of(Gram::pair, characters[i - 1], characters[i]));
    if (i > 1) keys.insert(key_of(Gram::around, characters[i - 2], characters[i]));
  }
  std::vector<Entries> lists;
  for (const auto key : keys) lists.push_back(postings.find(key));
  std::erase_if(lists, [](Entries list) { return list.empty(); });
  std::ranges::sort(lists, {}, [](Entries list) { return list.size(); });

  struct Weighed {
    std::uint32_t entry = UINT32_MAX;
    float weight = 0;
  };
  std::vector<Weighed> table(std::bit_ceil(2 * gather_most));  // open addressing
  std::size_t left = gather_most;
  for (Entries list : lists) {
    if (left == 0) break;
    if (list.size() > left && left < gather_most) break;
    const auto weight = std::log2(1.0F + static_cast<float>(entries.size()) / static_cast<float>(list.size()));
    list = list.first(std::min(list.size(), left));
    left -= list.size();
    for (const std::uint32_t entry : list) {
      std::size_t at = (entry * 0x9E3779B1U) >> 4 & (table.size() - 1);
      while (table[at].entry != entry && table[at].entry != UINT32_MAX) at = (at + 1) & (table.size() - 1);
      table[at] = {entry, table[at].weight + weight};
    }
  }
  std::erase_if(table, [](const Weighed& one) { return one.entry == UINT32_MAX; });
  const auto most = table.begin() + static_cast<std::ptrdiff_t>(std::min(table.size(), compare_most));
  std::ranges::nth_element(table, most, std::greater{}, &Weighed::weight);
  std::vector<std::uint32_t> all;
  for (auto at = table.begin(); at != most; ++at) all.push_back(at->entry);
  return all;
}

Sides NameIndex::State::sides_of(const domain::ParsedName& parts, std::string_view text) const {
  Sides sides;
  sides.text = text;
  sides.region = parts.region.empty() ? parts.region_in_brackets : parts.region;
  sides.brand = parts.brand, sides.industry = parts.industry, sides.branch = parts.branch;
  const auto form = short_forms.find(parts.legal_form);
  sides.form = form == short_forms.end() ? parts.legal_form : form->second;
  const std::string begin = parts.region + parts.region_in_brackets + parts.brand + parts.industry;
  sides.core = to_code_points(begin + parts.branch);
  sides.whole = to_code_points(begin + sides.form + parts.branch);
  return sides;
}

ScreenHit NameIndex::State::compare_with(const Sides& asked, std::uint32_t number) const {
  const Entry& entry = entries[number];
  const Sides known = sides_of(parts_of(entry, text(entry)), text(entry));
  const auto brand = compare(asked.brand, known.brand, 0);
  const auto region = compare_regions(asked.region, known.region);
  const auto industry = compare(asked.industry, known.industry, 500);
  const auto form = compare(asked.form, known.form, 500);
  const auto branch = compare(asked.branch, known.branch, 0);
  const int parts = (45 * brand.likeness + 15 * region.likeness + 15 * industry.likeness + 10 * form.likeness +
                     15 * branch.likeness) / 100;
  // Taken together they forgive a wrong character that hides where a part ends.
  const int whole = std::max(similarity(asked.core, known.core), similarity(asked.whole, known.whole));

  ScreenHit hit;
  hit.id = places[entry.organization].id;
  hit.code = code(entry.organization);
  hit.name = name(entry.organization);
  hit.likeness = (6 * parts + 4 * whole) / 10;
  hit.brand = brand.word, hit.region = region.word, hit.industry = industry.word, hit.form = form.word;
  const auto agree = [](const std::string& a, const std::string& b) { return a == b; };
  const bool match = agree(asked.form, known.form) && agree(asked.industry, known.industry) &&
                     agree(asked.branch, known.branch) && agree(asked.brand, known.brand) && region.likeness == 1000;
  hit.verdict = match ? "match" : "review";
  return hit;
}

// ---- The index ----

NameIndex::NameIndex(const domain::NameVocabulary& vocabulary) : state_(std::make_unique<State>(vocabulary)) {}
NameIndex::~NameIndex() = default;

void NameIndex::put(const domain::Organization& organization, const std::vector<std::string>& former) {
  const Ready ready = state_->ready(organization, former);
  state_->put({&ready, 1});
}

void NameIndex::put_all(const std::vector<domain::Organization>& organizations) {
  std::vector<Ready> ready;
  for (const auto& organization : organizations) {
    ready.push_back(state_->ready(organization, {}));
    if (ready.size() < slice) continue;
    state_->put(ready);
    ready.clear();
  }
  state_->put(ready);
}

std::size_t NameIndex::size() const {
  const std::shared_lock lock(state_->mutex);
  return state_->by_id.size();
}

NameHits NameIndex::search(std::string_view text, int limit) const {
  text = clip(trim(text), longest_query);
  if (text.empty() || limit <= 0) return {};
  const auto pieces = pieces_of(text);
  const auto words = pinyin_words(pieces);
  std::string letters;
  for (const auto& word : words) letters += word;

  const std::shared_lock lock(state_->mutex);
  Budget budget;
  Best best(static_cast<std::size_t>(limit), [this](std::uint32_t organization) { return state_->code(organization); });
  if (pieces.size() == 1) state_->find_codes(pieces.front(), budget, best);
  state_->find_names(pieces, budget, best);
  if (!words.empty()) {
    state_->find_initials(letters, budget, best);
    state_->find_pinyin(words, false, budget, best);
    if (!best.full()) state_->find_pinyin(words, true, budget, best);
  }
  NameHits hits = state_->hits(best);
  hits.complete = !budget.spent;
  return hits;
}

std::vector<ScreenHit> NameIndex::screen(std::string_view name, int limit) const {
  const std::string text = domain::normalize_name(clip(trim(name), longest_query));
  if (text.empty() || limit <= 0) return {};
  const Sides asked = state_->sides_of(state_->parser.parse(text), text);

  const std::shared_lock lock(state_->mutex);
  std::vector<ScreenHit> hits;
  for (const auto entry : state_->candidates(text)) {
    if (state_->entries[entry].replaced) continue;
    auto hit = state_->compare_with(asked, entry);
    if (hit.likeness >= likeness_least) hits.push_back(std::move(hit));
  }
  std::ranges::sort(hits, [](const ScreenHit& a, const ScreenHit& b) {
    return std::tuple(-a.likeness, a.name.size(), std::string_view(a.code)) <
           std::tuple(-b.likeness, b.name.size(), std::string_view(b.code));
  });
  // An organisation once, under the name that fits best.
  std::unordered_set<SubjectId> seen;
  std::erase_if(hits, [&](const ScreenHit& hit) { return !seen.insert(hit.id).second; });
  if (hits.size() > static_cast<std::size_t>(limit)) hits.resize(static_cast<std::size_t>(limit));
  return hits;
}

}  // namespace credence::app
