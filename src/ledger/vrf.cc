// SPDX-License-Identifier: Apache-2.0
#include "ledger/vrf.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>

#include <array>

#include "base/ensure.h"

namespace credence::ledger {
namespace {

constexpr char suite = 0x01;
constexpr std::size_t point_bytes = 33, number_bytes = 32, challenge_bytes = 16;
constexpr std::size_t proof_bytes = point_bytes + challenge_bytes + number_bytes;

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* p) const {
    Free(p);
  }
};
using Number = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;
using Point = std::unique_ptr<EC_POINT, Freed<EC_POINT_clear_free>>;
using Scratch = std::unique_ptr<BN_CTX, Freed<BN_CTX_free>>;

const EC_GROUP* curve() {
  static const EC_GROUP* const group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  return group;
}
const BIGNUM* order() { return EC_GROUP_get0_order(curve()); }

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
std::string_view view(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

Number number_of(std::string_view bytes) {
  return Number(BN_bin2bn(raw(bytes), static_cast<int>(bytes.size()), nullptr));
}
std::string bytes_of(const BIGNUM* number, std::size_t size) {
  std::string bytes(size, '\0');
  ensure(BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()),
                      static_cast<int>(size)) == static_cast<int>(size));
  return bytes;
}

Point point_of(std::string_view bytes, BN_CTX* scratch) {
  Point point(EC_POINT_new(curve()));
  if (bytes.size() != point_bytes ||
      EC_POINT_oct2point(curve(), point.get(), raw(bytes), bytes.size(), scratch) != 1)
    return nullptr;
  return point;
}
std::string bytes_of(const EC_POINT* point, BN_CTX* scratch) {
  std::string bytes(point_bytes, '\0');
  // The point at infinity has a form of its own, of one byte; it never verifies.
  if (EC_POINT_point2oct(curve(), point, POINT_CONVERSION_COMPRESSED,
                         reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                         scratch) != bytes.size())
    return {};
  return bytes;
}

Point times(const BIGNUM* of_base, const EC_POINT* point, const BIGNUM* factor, BN_CTX* scratch) {
  Point out(EC_POINT_new(curve()));
  ensure(EC_POINT_mul(curve(), out.get(), of_base, point, factor, scratch) == 1);
  return out;
}

// RFC 9381 section 5.4.1.1, try and increment; the salt is the public key.
Point encode_to_curve(std::string_view public_key, std::string_view alpha, BN_CTX* scratch) {
  for (int attempt = 0; attempt < 256; ++attempt) {
    std::string input{suite, '\x01'};
    input += public_key;
    input += alpha;
    input += static_cast<char>(attempt);
    input += '\0';
    std::string candidate(1, '\x02');
    candidate += view(sha256(input));
    if (auto point = point_of(candidate, scratch)) return point;
  }
  return nullptr;  // one in 2^256
}

// Section 5.4.3.
std::string challenge(std::initializer_list<std::string> points) {
  std::string input{suite, '\x02'};
  for (const auto& point : points) input += point;
  input += '\0';
  return std::string(view(sha256(input)).substr(0, challenge_bytes));
}

// Section 5.4.2.1: RFC 6979 section 3.2 with SHA-256; order and hash have 256 bits both.
Number nonce(std::string_view secret, std::string_view message, BN_CTX* scratch) {
  Number hashed = number_of(view(sha256(message)));
  ensure(BN_nnmod(hashed.get(), hashed.get(), order(), scratch) == 1);
  const std::string input = std::string(secret) + bytes_of(hashed.get(), number_bytes);
  std::string v(32, '\x01'), k(32, '\0');
  for (const char round : {'\0', '\x01'}) {
    k = view(hmac_sha256(k, v + round + input));
    v = view(hmac_sha256(k, v));
  }
  for (;;) {
    v = view(hmac_sha256(k, v));
    Number candidate = number_of(v);
    if (!BN_is_zero(candidate.get()) && BN_cmp(candidate.get(), order()) < 0) return candidate;
    k = view(hmac_sha256(k, v + '\0'));
    v = view(hmac_sha256(k, v));
  }
}

// Section 5.2; the cofactor is 1.
Digest proof_to_hash(std::string_view gamma) {
  std::string input{suite, '\x03'};
  input += gamma;
  input += '\0';
  return sha256(input);
}

}  // namespace

VrfKey::VrfKey(std::string_view secret) : secret_(secret) {
  const Number x = number_of(secret);
  ensure(secret.size() == number_bytes && !BN_is_zero(x.get()) && BN_cmp(x.get(), order()) < 0,
         "a VRF secret");
  const Scratch scratch(BN_CTX_new());
  public_key_ = bytes_of(times(x.get(), nullptr, nullptr, scratch.get()).get(), scratch.get());
}

VrfOutput VrfKey::prove(std::string_view alpha) const {
  const Scratch scratch(BN_CTX_new());
  const Number x = number_of(secret_);
  const Point h = encode_to_curve(public_key_, alpha, scratch.get());
  ensure(h != nullptr, "some point is hit");
  const std::string h_bytes = bytes_of(h.get(), scratch.get());
  const std::string gamma =
      bytes_of(times(nullptr, h.get(), x.get(), scratch.get()).get(), scratch.get());
  const Number k = nonce(secret_, h_bytes, scratch.get());
  const std::string c =
      challenge({public_key_, h_bytes, gamma,
                 bytes_of(times(k.get(), nullptr, nullptr, scratch.get()).get(), scratch.get()),
                 bytes_of(times(nullptr, h.get(), k.get(), scratch.get()).get(), scratch.get())});
  const Number c_number = number_of(c), s(BN_new());
  ensure(BN_mod_mul(s.get(), c_number.get(), x.get(), order(), scratch.get()) == 1 &&
         BN_mod_add(s.get(), s.get(), k.get(), order(), scratch.get()) == 1);
  return {proof_to_hash(gamma), gamma + c + bytes_of(s.get(), number_bytes)};
}

std::optional<Digest> vrf_verify(std::string_view public_key, std::string_view alpha,
                                 std::string_view proof) {
  const Scratch scratch(BN_CTX_new());
  if (proof.size() != proof_bytes) return std::nullopt;
  const Point y = point_of(public_key, scratch.get());
  const std::string gamma_bytes(proof.substr(0, point_bytes));
  const Point gamma = point_of(gamma_bytes, scratch.get());
  const std::string_view c = proof.substr(point_bytes, challenge_bytes);
  const Number s = number_of(proof.substr(point_bytes + challenge_bytes));
  if (!y || !gamma || BN_cmp(s.get(), order()) >= 0) return std::nullopt;
  const Point h = encode_to_curve(public_key, alpha, scratch.get());
  if (!h) return std::nullopt;
  // U = s*B - c*Y and V = s*H - c*Gamma
  Number minus_c = number_of(c);
  ensure(BN_sub(minus_c.get(), order(), minus_c.get()) == 1);
  const Point u = times(s.get(), y.get(), minus_c.get(), scratch.get());
  const Point v = times(nullptr, h.get(), s.get(), scratch.get());
  const Point w = times(nullptr, gamma.get(), minus_c.get(), scratch.get());
  ensure(EC_POINT_add(curve(), v.get(), v.get(), w.get(), scratch.get()) == 1);
  const std::string own =
      challenge({std::string(public_key), bytes_of(h.get(), scratch.get()), gamma_bytes,
                 bytes_of(u.get(), scratch.get()), bytes_of(v.get(), scratch.get())});
  if (own != c) return std::nullopt;
  return proof_to_hash(gamma_bytes);
}

}  // namespace credence::ledger
