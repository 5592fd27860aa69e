// SPDX-License-Identifier: Apache-2.0
#include "store/packing.h"

#include <soci/soci.h>
#include <zdict.h>
#include <zstd.h>

#include <cstdint>
#include <map>
#include <mutex>

#include "base/digest.h"
#include "store/dialect.h"
#include "store/session.h"

namespace credence::store {
namespace {

// First byte of a packed value; stored, never changed. docs/design/record-format.md.
constexpr char as_is = 0;            // the text itself follows
constexpr char plain = 1;            // a zstd frame
constexpr char with_dictionary = 2;  // two bytes of dictionary id, little-endian, and a zstd frame

constexpr int level = 3;
constexpr std::size_t dictionary_bytes = 32 * 1024;
constexpr std::size_t samples_min = 200;
constexpr std::size_t text_max = 64ULL << 20;  // nothing we pack is near this

Failure damaged() {
  return Failure(
      make_error(ErrorCode::internal, "record.damaged",
                 {"存储的记录内容已损坏。", "A stored record is damaged."},
                 {"请运行一致性检查并从备份恢复。", "Check the store and restore from a backup."}));
}

struct FreeCompressor {
  void operator()(ZSTD_CCtx* c) const { ZSTD_freeCCtx(c); }
};
struct FreeExpander {
  void operator()(ZSTD_DCtx* c) const { ZSTD_freeDCtx(c); }
};
struct FreeCompressorDictionary {
  void operator()(ZSTD_CDict* d) const { ZSTD_freeCDict(d); }
};
struct FreeExpanderDictionary {
  void operator()(ZSTD_DDict* d) const { ZSTD_freeDDict(d); }
};

}  // namespace

struct Packer::State {
  std::unique_ptr<ZSTD_CCtx, FreeCompressor> context{ZSTD_createCCtx()};
  std::unique_ptr<ZSTD_CDict, FreeCompressorDictionary> dictionary;
  int id = 0;
  std::string buffer;
};

Packer::Packer(std::string_view dictionary, int dictionary_id) : state_(std::make_unique<State>()) {
  auto* context = state_->context.get();
  // Every byte counts at six thousand million records: our own first byte says all a header would.
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 1);
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 0);
  ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
  if (dictionary.empty()) return;
  state_->id = dictionary_id;
  state_->dictionary.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), level));
  ZSTD_CCtx_refCDict(context, state_->dictionary.get());
}
Packer::~Packer() = default;
Packer::Packer(Packer&&) noexcept = default;

void Packer::pack(std::string_view json, std::string& out) {
  auto& buffer = state_->buffer;
  buffer.resize(ZSTD_compressBound(json.size()));
  const std::size_t size =
      ZSTD_compress2(state_->context.get(), buffer.data(), buffer.size(), json.data(), json.size());
  if (ZSTD_isError(size) != 0U || size + 2 >= json.size()) {
    out += as_is;
    out += json;
    return;
  }
  out += state_->dictionary ? with_dictionary : plain;
  if (state_->dictionary) {
    out += static_cast<char>(state_->id & 0xff);
    out += static_cast<char>(state_->id >> 8);
  }
  out.append(buffer.data(), size);
}

std::string train_dictionary(const std::vector<std::string>& samples) {
  if (samples.size() < samples_min) return {};
  std::string all;
  std::vector<std::size_t> sizes;
  for (const auto& sample : samples) {
    all += sample;
    sizes.push_back(sample.size());
  }
  std::string dictionary(dictionary_bytes, '\0');
  const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), all.data(),
                                                 sizes.data(), static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(size) != 0U) return {};
  dictionary.resize(size);
  return dictionary;
}

struct Dictionaries::State {
  std::mutex mutex;
  std::map<int, Entry> current;                                // by item
  std::map<int, std::shared_ptr<const ZSTD_DDict>> expanders;  // by dictionary id
};

Dictionaries::Dictionaries() : state_(std::make_unique<State>()) {}
Dictionaries::~Dictionaries() = default;

namespace {

// `which`: the column that is to be `value`.
std::optional<Dictionaries::Entry> read_dictionary(Session& sql, std::string_view which,
                                                   int value) {
  const auto row = sql.query("SELECT dictionary_id, bytes FROM dictionary WHERE " +
                                 std::string(which) + " = $1 ORDER BY dictionary_id DESC LIMIT 1",
                             {value});
  if (!row->next()) return std::nullopt;
  return Dictionaries::Entry{static_cast<int>(row->number(0)), std::string(row->bytes(1))};
}

std::string expand(ZSTD_DCtx* context, const ZSTD_DDict* dictionary, std::string_view frame) {
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > text_max) throw damaged();  // also the two error values, which are larger still
  std::string text(static_cast<std::size_t>(size), '\0');
  const std::size_t got =
      dictionary == nullptr
          ? ZSTD_decompressDCtx(context, text.data(), text.size(), frame.data(), frame.size())
          : ZSTD_decompress_usingDDict(context, text.data(), text.size(), frame.data(),
                                       frame.size(), dictionary);
  if (ZSTD_isError(got) != 0U || got != text.size()) throw damaged();
  return text;
}

}  // namespace

Dictionaries::Entry Dictionaries::current(Session& sql, int item) {
  {
    const std::lock_guard lock(state_->mutex);
    const auto at = state_->current.find(item);
    if (at != state_->current.end()) return at->second;
  }
  auto entry = read_dictionary(sql, "item", item);
  if (!entry) return {};
  const std::lock_guard lock(state_->mutex);
  return state_->current[item] = std::move(*entry);
}

int Dictionaries::add(Write& write, int item, std::string_view bytes) {
  const auto last = write.sql.query("SELECT COALESCE(MAX(dictionary_id), 0) FROM dictionary");
  last->next();
  const int id = static_cast<int>(last->number(0)) + 1;
  write.sql.run(
      "INSERT INTO dictionary (dictionary_id, item, bytes, made, sum) VALUES ($1, $2, $3, $4, $5)",
      {id, item, Bytes{bytes}, write.now.micros(), dictionary_sum(id, item, write.now, bytes)});
  return id;
}

std::int64_t dictionary_sum(int id, int item, Instant made, std::string_view bytes) {
  return first_63_bits(sha256(std::to_string(id) + "\n" + std::to_string(item) + "\n" +
                              std::to_string(made.micros()) + "\n" + std::string(bytes)));
}

std::string Dictionaries::unpack(Session& sql, std::string_view packed) {
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeExpander> context{ZSTD_createDCtx()};
  if (packed.empty()) throw damaged();
  const char form = packed.front();
  packed.remove_prefix(1);
  if (form == as_is) return std::string(packed);
  if (form == plain) return expand(context.get(), nullptr, packed);
  if (form != with_dictionary || packed.size() < 2) throw damaged();
  const int id = static_cast<unsigned char>(packed[0]) | static_cast<unsigned char>(packed[1]) << 8;
  packed.remove_prefix(2);
  std::shared_ptr<const ZSTD_DDict> dictionary;
  {
    const std::lock_guard lock(state_->mutex);
    const auto at = state_->expanders.find(id);
    if (at != state_->expanders.end()) dictionary = at->second;
  }
  if (!dictionary) {
    const auto entry = read_dictionary(sql, "dictionary_id", id);
    if (!entry) throw damaged();
    dictionary.reset(ZSTD_createDDict(entry->bytes.data(), entry->bytes.size()),
                     FreeExpanderDictionary{});
    const std::lock_guard lock(state_->mutex);
    state_->expanders.emplace(id, dictionary);
  }
  return expand(context.get(), dictionary.get(), packed);
}

}  // namespace credence::store
