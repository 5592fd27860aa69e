// SPDX-License-Identifier: Apache-2.0
#include "app/query/name_index.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <unordered_map>

#include "base/text.h"
#include "domain/identifiers.h"

namespace credence::app {
namespace {

using Ordinal = std::uint32_t;
using Postings = std::vector<Ordinal>;

constexpr std::size_t candidates_max = 50'000;  // looked at by one search; more only makes the list longer
constexpr std::size_t screened_max = 600;       // scored by one screening
constexpr std::size_t screened_per_gram = 400;  // a gram commoner than this tells little

// Text kept once, addressed by place and size.
struct Span {
  std::uint32_t at = 0;
  std::uint16_t size = 0;
};

// What a search may find an organisation by: its own name or a former one.
struct Entry {
  Ordinal organization = 0;
  Span name;     // normalised
  Span sounds;   // initials, a slash, pinyin: "jnmx/jinanmingxin"
  bool former = false;
};

struct Known {
  SubjectId id;
  Span code, shown;
  bool live = true;
};

std::uint64_t gram(char32_t a, char32_t b) { return static_cast<std::uint64_t>(a) << 21 | b; }

// Each pair of neighbouring characters.
template <class Use>
void each_gram(const std::u32string& text, Use use) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) use(gram(text[i], text[i + 1]));
}

// ASCII texts by three letters.
template <class Use>
void each_trigram(std::string_view text, Use use) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    use(static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]) << 16 | static_cast<unsigned char>(text[i + 1]) << 8 |
                                   static_cast<unsigned char>(text[i + 2])));
  }
}

// The pinyin of each character, asked for once.
class Sounds {
 public:
  void append(const std::u32string& name, std::string& out) {
    std::string whole;
    for (const char32_t c : name) {
      const std::string_view sound = of(c);
      if (sound.empty()) continue;
      out += sound.front();
      whole += sound;
    }
    out += '/';
    out += whole;
  }

 private:
  std::string_view of(char32_t c) {
    const auto [at, fresh] = known_.try_emplace(c);
    if (fresh) {
      const bool ascii = c < 0x80;
      if (ascii && ((c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z'))) at->second = std::string(1, static_cast<char>(c | 32));
      if (!ascii) at->second = pinyin(c);
    }
    return at->second;
  }
  std::unordered_map<char32_t, std::string> known_;
};

// Longest common subsequence of two short texts, as a share of the longer one, in thousandths.
int likeness_of(const std::u32string& a, const std::u32string& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::size_t> row(b.size() + 1);
  for (const char32_t c : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = c == b[j] ? diagonal + 1 : std::max(row[j + 1], row[j]);
      diagonal = above;
    }
  }
  return static_cast<int>(1000 * row.back() / std::max(a.size(), b.size()));
}

const char* compare(const std::string& a, const std::string& b) {
  if (a.empty() && b.empty()) return "missing";
  if (a.empty() || b.empty()) return "missing";
  return a == b ? "same" : "different";
}

}  // namespace

struct NameIndex::State {
  explicit State(const domain::NameVocabulary& words) : vocabulary(words), parser(words) {}

  // ---- text
  Span keep(std::string_view text) {
    const Span span{static_cast<std::uint32_t>(arena.size()), static_cast<std::uint16_t>(std::min<std::size_t>(text.size(), 65'535))};
    arena.append(text.substr(0, span.size));
    return span;
  }
  std::string_view text(Span span) const { return std::string_view(arena).substr(span.at, span.size); }

  // ---- writing
  void put(const domain::Organization& organization, const std::vector<std::string>& former);
  void add_entry(Ordinal organization, std::string_view name, bool is_former);

  // ---- reading
  template <class Key>
  static std::optional<Postings> rarest(const std::unordered_map<Key, Postings>& index, const std::vector<Key>& keys);
  void search_names(const std::vector<std::u32string>& pieces, NameHits& out, std::map<Ordinal, int>& seen) const;
  void search_sounds(std::string_view wanted, NameHits& out, std::map<Ordinal, int>& seen) const;
  void search_codes(std::string_view wanted, NameHits& out, std::map<Ordinal, int>& seen) const;
  void hit(Ordinal organization, const char* matched, int rank, NameHits& out, std::map<Ordinal, int>& seen) const;
  std::vector<Ordinal> alike(const domain::ParsedName& wanted, const std::u32string& whole) const;
  ScreenHit score(const domain::ParsedName& wanted, Ordinal organization) const;
  std::string plain_form(const std::string& form) const {
    const auto short_form = vocabulary.short_forms.find(form);
    return short_form == vocabulary.short_forms.end() ? form : short_form->second;
  }

  domain::NameVocabulary vocabulary;
  domain::NameParser parser;
  mutable std::shared_mutex mutex;
  std::string arena;
  std::vector<Known> known;
  std::vector<Entry> entries;
  std::unordered_map<std::int64_t, Ordinal> by_id;
  std::unordered_map<std::uint64_t, Postings> grams;    // entries
  std::unordered_map<std::uint32_t, Postings> trigrams; // entries, of sounds
  std::unordered_map<std::string, Postings> prefixes;   // organisations, by the first eight of the code
  Sounds sounds;
  std::size_t live = 0;
};

NameIndex::NameIndex(const domain::NameVocabulary& vocabulary) : state_(std::make_unique<State>(vocabulary)) {}
NameIndex::~NameIndex() = default;

void NameIndex::State::add_entry(Ordinal organization, std::string_view name, bool is_former) {
  const std::string normal = domain::normalize_name(name);
  const std::u32string characters = to_code_points(normal);
  std::string sound;
  sounds.append(characters, sound);
  const auto ordinal = static_cast<Ordinal>(entries.size());
  entries.push_back({organization, keep(normal), keep(sound), is_former});
  const auto add = [&](Postings& postings) {
    if (postings.empty() || postings.back() != ordinal) postings.push_back(ordinal);
  };
  each_gram(characters, [&](std::uint64_t key) { add(grams[key]); });
  each_trigram(sound, [&](std::uint32_t key) { add(trigrams[key]); });
}

void NameIndex::State::put(const domain::Organization& organization, const std::vector<std::string>& former) {
  const auto ordinal = static_cast<Ordinal>(known.size());
  const auto [at, fresh] = by_id.try_emplace(organization.id.value, ordinal);
  if (!fresh) {
    known[at->second].live = false;
    --live;
    at->second = ordinal;
  }
  ++live;
  known.push_back({organization.id, keep(organization.code), keep(organization.name), true});
  if (organization.code.size() >= 8) prefixes[organization.code.substr(0, 8)].push_back(ordinal);
  add_entry(ordinal, organization.name, false);
  for (const auto& name : former) add_entry(ordinal, name, true);
}

void NameIndex::put(const domain::Organization& organization, const std::vector<std::string>& former) {
  const std::unique_lock lock(state_->mutex);
  state_->put(organization, former);
}

void NameIndex::put_all(const std::vector<domain::Organization>& organizations) {
  const std::unique_lock lock(state_->mutex);
  for (const auto& organization : organizations) state_->put(organization, {});
}

std::size_t NameIndex::size() const {
  const std::shared_lock lock(state_->mutex);
  return state_->live;
}

// The shortest of the keys' postings; nothing when a key has none, for then nothing has them all.
template <class Key>
std::optional<Postings> NameIndex::State::rarest(const std::unordered_map<Key, Postings>& index, const std::vector<Key>& keys) {
  const Postings* best = nullptr;
  for (const Key key : keys) {
    const auto at = index.find(key);
    if (at == index.end()) return std::nullopt;
    if (best == nullptr || at->second.size() < best->size()) best = &at->second;
  }
  if (best == nullptr) return std::nullopt;
  return Postings(best->begin(), best->begin() + static_cast<std::ptrdiff_t>(std::min(best->size(), candidates_max)));
}

void NameIndex::State::hit(Ordinal organization, const char* matched, int rank, NameHits& out,
                           std::map<Ordinal, int>& seen) const {
  const Known& one = known[organization];
  if (!one.live || !seen.emplace(organization, rank).second) return;
  out.hits.push_back({one.id, std::string(text(one.code)), std::string(text(one.shown)), matched});
}

void NameIndex::State::search_codes(std::string_view wanted, NameHits& out, std::map<Ordinal, int>& seen) const {
  if (wanted.size() < 4) return;
  const auto matches = [&](const Postings& postings) {
    for (const Ordinal ordinal : postings) {
      if (text(known[ordinal].code).starts_with(wanted)) hit(ordinal, "code", 0, out, seen);
    }
  };
  if (wanted.size() >= 8) {
    const auto at = prefixes.find(std::string(wanted.substr(0, 8)));
    if (at != prefixes.end()) matches(at->second);
    return;
  }
  for (const auto& [prefix, postings] : prefixes) {
    if (!prefix.starts_with(wanted)) continue;
    matches(postings);
    if (out.hits.size() > candidates_max) break;
  }
}

void NameIndex::State::search_names(const std::vector<std::u32string>& pieces, NameHits& out,
                                    std::map<Ordinal, int>& seen) const {
  std::vector<std::uint64_t> keys;
  std::vector<std::string> texts;
  for (const auto& piece : pieces) {
    each_gram(piece, [&](std::uint64_t key) { keys.push_back(key); });
    texts.push_back(to_utf8(piece));
  }
  const auto candidates = rarest(grams, keys);
  if (!candidates) return;
  if (candidates->size() == candidates_max) out.complete = false;
  for (const Ordinal ordinal : *candidates) {
    const Entry& entry = entries[ordinal];
    const std::string_view name = text(entry.name);
    if (!std::ranges::all_of(texts, [&](const auto& part) { return contains(name, part); })) continue;
    const bool whole = texts.size() == 1 && name == texts.front();
    const bool begins = name.starts_with(texts.front());
    if (entry.former) {
      hit(entry.organization, "former_name", 4, out, seen);
    } else {
      hit(entry.organization, "name", whole ? 1 : begins ? 2 : 3, out, seen);
    }
  }
}

void NameIndex::State::search_sounds(std::string_view wanted, NameHits& out, std::map<Ordinal, int>& seen) const {
  std::string letters;
  for (const char c : wanted) {
    if (c != ' ') letters += static_cast<char>(c | 32);
  }
  std::vector<std::uint32_t> keys;
  each_trigram(letters, [&](std::uint32_t key) { keys.push_back(key); });
  const auto candidates = rarest(trigrams, keys);
  if (!candidates) return;
  if (candidates->size() == candidates_max) out.complete = false;
  for (const Ordinal ordinal : *candidates) {
    const Entry& entry = entries[ordinal];
    const std::string_view sound = text(entry.sounds);
    const auto slash = sound.find('/');
    if (contains(sound.substr(0, slash), letters)) {
      hit(entry.organization, "initials", 5, out, seen);
    } else if (contains(sound.substr(slash + 1), letters)) {
      hit(entry.organization, "pinyin", 6, out, seen);
    }
  }
}

NameHits NameIndex::search(std::string_view asked, int limit) const {
  NameHits out;
  std::map<Ordinal, int> seen;
  const std::shared_lock lock(state_->mutex);
  const std::string code = domain::canonical_code(asked);
  const bool ascii = std::ranges::all_of(asked, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) state_->search_codes(code, out, seen);
  std::vector<std::u32string> pieces;
  for (const auto part : split(nfkc(asked), " ")) {
    auto piece = to_code_points(domain::normalize_name(part));
    if (piece.size() >= 2) pieces.push_back(std::move(piece));
  }
  if (!pieces.empty()) state_->search_names(pieces, out, seen);
  const bool letters = ascii && std::ranges::all_of(asked, [](char c) {
    return c == ' ' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  if (letters && asked.size() >= 3) state_->search_sounds(asked, out, seen);
  std::vector<std::pair<int, NameHit>> ranked;
  for (auto& one : out.hits) ranked.emplace_back(seen.at(state_->by_id.at(one.id.value)), std::move(one));
  const auto order = [](const auto& one) { return std::tuple(one.first, one.second.name.size(), std::string_view(one.second.code)); };
  const auto kept = std::min(ranked.size(), static_cast<std::size_t>(std::max(limit, 0)));
  std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(kept), {}, order);
  out.complete = out.complete && kept == ranked.size();
  out.hits.clear();
  for (std::size_t i = 0; i < kept; ++i) out.hits.push_back(std::move(ranked[i].second));
  return out;
}

// Candidates that share rare pairs of characters with the brand; of one-pair brands, with the whole name.
std::vector<Ordinal> NameIndex::State::alike(const domain::ParsedName& wanted, const std::u32string& whole) const {
  std::vector<const Postings*> found;
  const auto look = [&](std::uint64_t key) {
    const auto at = grams.find(key);
    if (at != grams.end()) found.push_back(&at->second);
  };
  const std::u32string brand = to_code_points(wanted.brand + wanted.industry.substr(0, 3));
  each_gram(brand, look);
  if (found.size() < 2) each_gram(whole, look);
  std::ranges::sort(found, {}, [](const Postings* postings) { return postings->size(); });
  std::vector<Ordinal> candidates;
  std::size_t used = 0;
  for (const Postings* postings : found) {
    if (used > 1 && postings->size() > screened_per_gram) break;
    const auto take = std::min(postings->size(), screened_per_gram);
    for (std::size_t i = 0; i < take; ++i) candidates.push_back(entries[(*postings)[i]].organization);
    ++used;
    if (candidates.size() > screened_max) break;
  }
  std::ranges::sort(candidates);
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return candidates;
}

// Brand 600, industry 150, region 150, form 100.
ScreenHit NameIndex::State::score(const domain::ParsedName& wanted, Ordinal organization) const {
  const Known& one = known[organization];
  ScreenHit out{one.id, std::string(text(one.code)), std::string(text(one.shown)), 0, "", "", "", "", ""};
  const domain::ParsedName name = parser.parse(domain::normalize_name(out.name));
  const int brand = likeness_of(to_code_points(wanted.brand), to_code_points(name.brand));
  out.brand = brand == 1000 ? "same" : brand >= 500 ? "similar" : "different";
  out.region = compare(wanted.region + wanted.region_in_brackets, name.region + name.region_in_brackets);
  if (out.region == "different" && (contains(name.region, wanted.region) || contains(wanted.region, name.region))) out.region = "similar";
  out.industry = compare(wanted.industry, name.industry);
  out.form = compare(plain_form(wanted.legal_form), plain_form(name.legal_form));
  const auto share = [](const std::string& verdict, int all) {
    return verdict == "same" ? all : verdict == "similar" ? all * 3 / 4 : verdict == "missing" ? all / 2 : 0;
  };
  const int industry = std::max(share(out.industry, 150), likeness_of(to_code_points(wanted.industry), to_code_points(name.industry)) * 150 / 1000);
  out.likeness = brand * 600 / 1000 + industry + share(out.region, 150) + share(out.form, 100);
  const bool branch = wanted.branch == name.branch;
  if (!branch) out.likeness -= 150;
  const bool agree = out.brand == "same" && out.form != "different" && out.region != "different" && out.industry != "different" && branch;
  out.verdict = agree ? "match" : "review";
  return out;
}

std::vector<ScreenHit> NameIndex::screen(std::string_view asked, int limit) const {
  const std::string normal = domain::normalize_name(asked);
  const std::u32string whole = to_code_points(normal);
  const std::shared_lock lock(state_->mutex);
  const domain::ParsedName wanted = state_->parser.parse(normal);
  std::vector<ScreenHit> hits;
  for (const Ordinal organization : state_->alike(wanted, whole)) {
    if (!state_->known[organization].live) continue;
    auto hit = state_->score(wanted, organization);
    if (hit.likeness >= 500) hits.push_back(std::move(hit));
  }
  std::ranges::sort(hits, [](const ScreenHit& a, const ScreenHit& b) {
    return std::tuple(-a.likeness, std::string_view(a.code)) < std::tuple(-b.likeness, std::string_view(b.code));
  });
  if (hits.size() > static_cast<std::size_t>(std::max(limit, 0))) hits.resize(static_cast<std::size_t>(std::max(limit, 0)));
  return hits;
}

}  // namespace credence::app
