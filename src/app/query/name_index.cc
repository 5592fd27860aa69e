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

#include "app/query/name_grams.h"
#include "app/query/name_parts.h"
#include "base/ensure.h"
#include "base/text.h"

namespace credence::app {

struct NameIndex::State {
  explicit State(const domain::NameVocabulary& vocabulary);

  Ready ready(const domain::Organization& organization,
              const std::vector<std::string>& former) const;
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
  void find_pinyin(const std::vector<std::string>& words, bool unfinished, Budget& budget,
                   Best& best) const;
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
    const bool known =
        std::ranges::any_of(made.names, [&](const auto& other) { return other.text == more.text; });
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
  if (arena.get(place.name_at, place.name_size) != clip(ready.organization->name, longest_name))
    return false;
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

void NameIndex::State::add_entry(std::uint32_t organization, const ReadyName& name,
                                 std::uint32_t name_at) {
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
  const std::size_t end =
      begin + length(std::string_view(name.text).substr(entry.region, entry.brand));
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
    return static_cast<std::uint64_t>(static_cast<unsigned char>(x)) << 8 |
           static_cast<unsigned char>(y);
  };
  return key_of(Gram::initials, pack(a, b), pack(c, d));
}

void NameIndex::State::add_initials(std::uint32_t entry,
                                    std::span<const std::array<char, 2>> letters) {
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
    const auto from = std::ranges::lower_bound(run, std::string_view(begin), {},
                                               [&](auto place) { return code(place); });
    const auto to = std::partition_point(
        from, run.end(), [&](auto place) { return code(place).starts_with(begin); });
    const auto most = static_cast<std::ptrdiff_t>(budget.look);
    if (to - from > most) budget.spent = true;
    for (auto at = from; at != from + std::min(most, to - from); ++at, --budget.look) {
      const Place& place = places[*at];
      if (place.entries > 0) best.add({*at, Match::code, place.text_size});
    }
  }
}

void NameIndex::State::find_names(std::vector<std::string> pieces, Budget& budget,
                                  Best& best) const {
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
    if (!certain &&
        !std::ranges::all_of(pieces, [&](const auto& piece) { return contains(name, piece); }))
      return;
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

// All ways to read `rest` as syllables that follow each other in some name; the last word may be
// unfinished.
void NameIndex::State::read_word(std::string_view rest, bool last, Run& read,
                                 std::vector<Run>& all) const {
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

void NameIndex::State::find_pinyin(const std::vector<std::string>& words, bool unfinished,
                                   Budget& budget, Best& best) const {
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
      if (!std::ranges::all_of(runs, [&](const Run& run) { return stands_in(name, run, is); }))
        return;
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
    lists.push_back(
        postings.find(initials_key(letters[i], letters[i + 1], letters[i + 2], letters[i + 3])));
  }
  look(lists);
}

NameHits NameIndex::State::hits(const Best& best) const {
  NameHits hits;
  for (const auto& [organization, match, size] : best) {
    hits.hits.push_back({places[organization].id, std::string(code(organization)),
                         std::string(name(organization)),
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
    const auto weight =
        std::log2(1.0F + static_cast<float>(entries.size()) / static_cast<float>(list.size()));
    list = list.first(std::min(list.size(), left));
    left -= list.size();
    for (const std::uint32_t entry : list) {
      std::size_t at = (entry * 0x9E3779B1U) >> 4 & (table.size() - 1);
      while (table[at].entry != entry && table[at].entry != UINT32_MAX)
        at = (at + 1) & (table.size() - 1);
      table[at] = {entry, table[at].weight + weight};
    }
  }
  std::erase_if(table, [](const Weighed& one) { return one.entry == UINT32_MAX; });
  const auto most =
      table.begin() + static_cast<std::ptrdiff_t>(std::min(table.size(), compare_most));
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
  const int parts = (45 * brand.likeness + 15 * region.likeness + 15 * industry.likeness +
                     10 * form.likeness + 15 * branch.likeness) /
                    100;
  // Taken together they forgive a wrong character that hides where a part ends.
  const int whole =
      std::max(similarity(asked.core, known.core), similarity(asked.whole, known.whole));

  ScreenHit hit;
  hit.id = places[entry.organization].id;
  hit.code = code(entry.organization);
  hit.name = name(entry.organization);
  hit.likeness = (6 * parts + 4 * whole) / 10;
  hit.brand = brand.word, hit.region = region.word, hit.industry = industry.word,
  hit.form = form.word;
  const auto agree = [](const std::string& a, const std::string& b) { return a == b; };
  const bool match = agree(asked.form, known.form) && agree(asked.industry, known.industry) &&
                     agree(asked.branch, known.branch) && agree(asked.brand, known.brand) &&
                     region.likeness == 1000;
  hit.verdict = match ? "match" : "review";
  return hit;
}

// ---- The index ----

NameIndex::NameIndex(const domain::NameVocabulary& vocabulary)
    : state_(std::make_unique<State>(vocabulary)) {}
NameIndex::~NameIndex() = default;

void NameIndex::put(const domain::Organization& organization,
                    const std::vector<std::string>& former) {
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
  Best best(static_cast<std::size_t>(limit),
            [this](std::uint32_t organization) { return state_->code(organization); });
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
