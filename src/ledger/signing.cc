// SPDX-License-Identifier: Apache-2.0
#include "ledger/signing.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <array>
#include <charconv>

#include "base/base64.h"
#include "base/digest.h"
#include "base/ensure.h"
#include "base/text.h"

namespace credence::ledger {
namespace {

constexpr std::string_view sm2_type = "\xffsm2-sm3/v1";
constexpr std::string_view sm2_id =
    "1234567812345678";  // GM/T 0009-2012: the id when none is agreed
constexpr std::size_t secret_bytes = 32;
constexpr std::size_t sm2_point_bytes = 65;
constexpr std::size_t time_bytes = 8;
constexpr std::string_view private_mark = "PRIVATE+KEY+";

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

std::string_view type_of(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::ed25519:
      return std::string_view("\x01", 1);
    case Algorithm::cosignature:
      return std::string_view("\x04", 1);
    case Algorithm::sm2:
      return sm2_type;
  }
  return {};
}

std::size_t key_bytes(Algorithm algorithm) {
  return algorithm == Algorithm::sm2 ? sm2_point_bytes : secret_bytes;
}

std::uint32_t key_id(std::string_view name, Algorithm algorithm, std::string_view key) {
  std::string input(name);
  input += '\n';
  input += type_of(algorithm);
  input += key;
  const Digest digest = sha256(input);
  return std::uint32_t{digest[0]} << 24 | std::uint32_t{digest[1]} << 16 |
         std::uint32_t{digest[2]} << 8 | std::uint32_t{digest[3]};
}

std::string hex_of(std::uint32_t id) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int shift = 28; shift >= 0; shift -= 4) text += digits[(id >> shift) & 15U];
  return text;
}

Error bad_key() {
  return make_error(ErrorCode::invalid, "ledger.key",
                    {"密钥文本无法识别。", "This is not a key in the form of C2SP signed-note."},
                    {"请从签发机构重新取得公钥，整行复制。",
                     "Get the public key from the issuer again and copy the whole line."});
}

// ---- OpenSSL

// OpenSSL takes an SM2 key as group, scalar and point.
Key sm2_key(std::string_view scalar, std::string_view point) {
  OSSL_PARAM_BLD* build = OSSL_PARAM_BLD_new();
  OSSL_PARAM_BLD_push_utf8_string(build, OSSL_PKEY_PARAM_GROUP_NAME, "SM2", 0);
  OSSL_PARAM_BLD_push_octet_string(build, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
  BIGNUM* number =
      scalar.empty() ? nullptr : BN_bin2bn(raw(scalar), static_cast<int>(scalar.size()), nullptr);
  if (number != nullptr) OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_PRIV_KEY, number);
  OSSL_PARAM* parameters = OSSL_PARAM_BLD_to_param(build);
  EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr);
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata_init(context) == 1) {
    EVP_PKEY_fromdata(context, &key, number == nullptr ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR,
                      parameters);
  }
  EVP_PKEY_CTX_free(context);
  OSSL_PARAM_free(parameters);
  OSSL_PARAM_BLD_free(build);
  BN_free(number);
  return Key(key);
}

// The public point of a scalar.
std::string sm2_point(std::string_view scalar) {
  EC_GROUP* group = EC_GROUP_new_by_curve_name(NID_sm2);
  EC_POINT* point = EC_POINT_new(group);
  BIGNUM* number = BN_bin2bn(raw(scalar), static_cast<int>(scalar.size()), nullptr);
  std::string bytes(sm2_point_bytes, '\0');
  const bool made = EC_POINT_mul(group, point, number, nullptr, nullptr, nullptr) == 1 &&
                    EC_POINT_point2oct(group, point, POINT_CONVERSION_UNCOMPRESSED, raw(bytes),
                                       bytes.size(), nullptr) == bytes.size();
  BN_free(number);
  EC_POINT_free(point);
  EC_GROUP_free(group);
  ensure(made, "a scalar below the order has a point");
  return bytes;
}

// A scalar in [1, n-1]: the secret with its first bit cleared is always below SM2's order.
std::string sm2_scalar(std::string secret) {
  secret[0] = static_cast<char>(secret[0] & 0x7f);
  secret.back() = static_cast<char>(secret.back() | 1);
  return secret;
}

Key public_key(const VerifierKey& key) {
  if (key.algorithm == Algorithm::sm2) return sm2_key({}, key.key);
  return Key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(key.key), key.key.size()));
}

// The method's context; for SM2 with its id.
bool begin(Algorithm algorithm, EVP_MD_CTX* context, EVP_PKEY* key, bool signing) {
  const EVP_MD* method = nullptr;
  if (algorithm == Algorithm::sm2) {
    method = EVP_sm3();
    EVP_PKEY_CTX* with_id = EVP_PKEY_CTX_new(key, nullptr);
    if (with_id == nullptr ||
        EVP_PKEY_CTX_set1_id(with_id, sm2_id.data(), static_cast<int>(sm2_id.size())) != 1) {
      EVP_PKEY_CTX_free(with_id);
      return false;
    }
    EVP_MD_CTX_set_pkey_ctx(context, with_id);
  }
  const bool begun = (signing ? EVP_DigestSignInit : EVP_DigestVerifyInit)(context, nullptr, method,
                                                                           nullptr, key) == 1;
  return begun;
}

// EVP_MD_CTX does not own a context that was set from outside.
void end(Algorithm algorithm, EVP_MD_CTX* context) {
  if (algorithm == Algorithm::sm2) EVP_PKEY_CTX_free(EVP_MD_CTX_get_pkey_ctx(context));
}

std::string raw_sign(Algorithm algorithm, EVP_PKEY* key, std::string_view message) {
  const Context context(EVP_MD_CTX_new());
  std::size_t size = 0;
  std::string signature;
  bool made = begin(algorithm, context.get(), key, true) &&
              EVP_DigestSign(context.get(), nullptr, &size, raw(message), message.size()) == 1;
  if (made) {
    signature.resize(size);
    made = EVP_DigestSign(context.get(), raw(signature), &size, raw(message), message.size()) == 1;
    signature.resize(size);
  }
  end(algorithm, context.get());
  ensure(made, "a key of ours signs");
  return signature;
}

bool raw_verify(const VerifierKey& verifier, std::string_view message, std::string_view signature) {
  const Key key = public_key(verifier);
  if (!key) return false;
  const Context context(EVP_MD_CTX_new());
  const bool good = begin(verifier.algorithm, context.get(), key.get(), false) &&
                    EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(message),
                                     message.size()) == 1;
  end(verifier.algorithm, context.get());
  return good;
}

// ---- cosignature/v1

std::string cosigned(std::int64_t seconds, std::string_view text) {
  return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string(text);
}

std::string big_endian(std::uint64_t value, std::size_t bytes) {
  std::string out(bytes, '\0');
  for (std::size_t i = bytes; i-- > 0; value >>= 8) out[i] = static_cast<char>(value & 0xff);
  return out;
}

std::uint64_t from_big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

// "<name>+<id>+<base64>" apart; nothing when the form is wrong.
struct KeyText {
  std::string name;
  std::uint32_t id = 0;
  Algorithm algorithm{};
  std::string key;
};
std::optional<KeyText> read_key_text(std::string_view text) {
  const auto first = text.find('+');
  if (first == std::string_view::npos || first == 0 || text.size() < first + 10)
    return std::nullopt;
  const std::string_view id = text.substr(first + 1, 8);
  KeyText read;
  read.name = text.substr(0, first);
  const auto [end_of_id, fault] = std::from_chars(id.data(), id.data() + id.size(), read.id, 16);
  const auto bytes = from_base64(text.substr(first + 10));
  if (fault != std::errc{} || end_of_id != id.data() + id.size() || hex_of(read.id) != id ||
      text[first + 9] != '+' || !bytes) {
    return std::nullopt;
  }
  for (const Algorithm algorithm : {Algorithm::ed25519, Algorithm::cosignature, Algorithm::sm2}) {
    if (!bytes->starts_with(type_of(algorithm))) continue;
    read.algorithm = algorithm;
    read.key = bytes->substr(type_of(algorithm).size());
    return read;
  }
  return std::nullopt;
}

}  // namespace

std::string VerifierKey::text() const {
  return name + "+" + hex_of(id) + "+" + to_base64(std::string(type_of(algorithm)) + key);
}

Result<VerifierKey> parse_verifier_key(std::string_view text) {
  auto read = read_key_text(trim(text));
  if (!read || read->key.size() != key_bytes(read->algorithm) ||
      key_id(read->name, read->algorithm, read->key) != read->id) {
    return bad_key();
  }
  return VerifierKey{std::move(read->name), read->id, read->algorithm, std::move(read->key)};
}

bool verify_signature(const VerifierKey& key, std::string_view text, std::string_view signature,
                      std::int64_t* time) {
  if (key.algorithm != Algorithm::cosignature) return raw_verify(key, text, signature);
  if (signature.size() <= time_bytes) return false;
  const std::uint64_t seconds = from_big_endian(signature.substr(0, time_bytes));
  if (seconds > static_cast<std::uint64_t>(INT64_MAX)) return false;
  if (time != nullptr) *time = static_cast<std::int64_t>(seconds);
  return raw_verify(key, cosigned(static_cast<std::int64_t>(seconds), text),
                    signature.substr(time_bytes));
}

SigningKey::SigningKey(Algorithm algorithm, std::string name, std::string secret)
    : secret_(std::move(secret)) {
  ensure(secret_.size() == secret_bytes, "a signing secret has 32 bytes");
  ensure(!name.empty() && name.find_first_of(" +\n") == std::string::npos, "a key name");
  EVP_PKEY* key = nullptr;
  std::string shown(secret_bytes, '\0');
  if (algorithm == Algorithm::sm2) {
    const std::string scalar = sm2_scalar(secret_);
    shown = sm2_point(scalar);
    key = sm2_key(scalar, shown).release();
  } else {
    key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(secret_), secret_.size());
    std::size_t size = shown.size();
    ensure(key != nullptr && EVP_PKEY_get_raw_public_key(key, raw(shown), &size) == 1);
  }
  ensure(key != nullptr, "a signing key");
  key_ = std::shared_ptr<void>(key, [](void* p) { EVP_PKEY_free(static_cast<EVP_PKEY*>(p)); });
  const std::uint32_t id = key_id(name, algorithm, shown);
  verifier_ = {std::move(name), id, algorithm, std::move(shown)};
}

Result<SigningKey> SigningKey::parse(std::string_view text) {
  if (!text.starts_with(private_mark)) return bad_key();
  auto read = read_key_text(trim(text.substr(private_mark.size())));
  if (!read || read->key.size() != secret_bytes) return bad_key();
  SigningKey key(read->algorithm, std::move(read->name), std::move(read->key));
  if (key.verifier_.id != read->id) return bad_key();
  return key;
}

std::string SigningKey::text() const {
  return std::string(private_mark) + verifier_.name + "+" + hex_of(verifier_.id) + "+" +
         to_base64(std::string(type_of(verifier_.algorithm)) + secret_);
}

std::string SigningKey::sign(std::string_view text, Instant now) const {
  auto* key = static_cast<EVP_PKEY*>(key_.get());
  std::string signature = big_endian(verifier_.id, 4);
  if (verifier_.algorithm == Algorithm::cosignature) {
    const std::int64_t seconds = now.micros() / 1'000'000;
    signature += big_endian(static_cast<std::uint64_t>(seconds), time_bytes);
    signature += raw_sign(verifier_.algorithm, key, cosigned(seconds, text));
  } else {
    signature += raw_sign(verifier_.algorithm, key, text);
  }
  return "— " + verifier_.name + " " + to_base64(signature) + "\n";
}

}  // namespace credence::ledger
