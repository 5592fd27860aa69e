// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <memory>

#include "base/ensure.h"

namespace credence {
namespace {

// Fetching an algorithm costs more than hashing a short text with it (OpenSSL 3), so fetch once.
const EVP_MD* sha256_method() {
  static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return method;
}
const EVP_MD* sm3_method() {
  static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SM3", nullptr);
  return method;
}

struct FreeDigest {
  void operator()(EVP_MD_CTX* c) const { EVP_MD_CTX_free(c); }
};
EVP_MD_CTX* thread_context() {
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
  return context.get();
}

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

Digest hash(const EVP_MD* method, std::string_view bytes) {
  Digest digest;
  EVP_MD_CTX* context = thread_context();
  ensure(EVP_DigestInit_ex2(context, method, nullptr) == 1 &&
         EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1 &&
         EVP_DigestFinal_ex(context, digest.data(), nullptr) == 1);
  return digest;
}

Digest hmac(const EVP_MD* method, std::string_view key, std::string_view bytes) {
  Digest digest;
  unsigned int size = 0;
  ensure(HMAC(method, key.data(), static_cast<int>(key.size()), raw(bytes), bytes.size(),
              digest.data(), &size) != nullptr);
  return digest;
}

}  // namespace

Digest sha256(std::string_view bytes) { return hash(sha256_method(), bytes); }
Digest hmac_sha256(std::string_view key, std::string_view bytes) {
  return hmac(sha256_method(), key, bytes);
}
Digest sm3(std::string_view bytes) { return hash(sm3_method(), bytes); }
Digest hmac_sm3(std::string_view key, std::string_view bytes) {
  return hmac(sm3_method(), key, bytes);
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Sha256Stream::Sha256Stream() : context_(EVP_MD_CTX_new()) {
  ensure(EVP_DigestInit_ex2(static_cast<EVP_MD_CTX*>(context_), sha256_method(), nullptr) == 1);
}
Sha256Stream::~Sha256Stream() { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_)); }
void Sha256Stream::add(std::string_view bytes) {
  ensure(EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_), bytes.data(), bytes.size()) == 1);
}
Digest Sha256Stream::finish() {
  Digest digest;
  ensure(EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(context_), digest.data(), nullptr) == 1);
  return digest;
}

std::int64_t first_63_bits(const Digest& digest) {
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) value = (value << 8) | digest[static_cast<std::size_t>(i)];
  return static_cast<std::int64_t>(value >> 1);
}

std::string to_hex(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string to_hex(const Digest& digest) {
  return to_hex(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

}  // namespace credence
