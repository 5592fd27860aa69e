// SPDX-License-Identifier: Apache-2.0
#include "base/sealing.h"

#include <openssl/evp.h>

#include <memory>

#include "base/digest.h"
#include "base/ensure.h"

namespace credence {
namespace {

constexpr std::size_t key_size = 32;
constexpr std::size_t tag_size = 16;
constexpr std::size_t gcm_nonce_size = 12;
constexpr std::size_t ctr_nonce_size = 16;  // where the counter begins
constexpr std::size_t sm4_key_size = 16;

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* c) const { EVP_CIPHER_CTX_free(c); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

// Fetching an algorithm costs more than sealing a short text with it (OpenSSL 3), so fetch once.
const EVP_CIPHER* gcm_method() {
  static const EVP_CIPHER* const method = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  return method;
}
const EVP_CIPHER* sm4_method() {
  static const EVP_CIPHER* const method = EVP_CIPHER_fetch(nullptr, "SM4-CTR", nullptr);
  return method;
}

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

// ---- AES-256-GCM

std::string seal_gcm(std::string_view key, std::string_view nonce, std::string_view context,
                     std::string_view plain) {
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  std::string out(plain.size() + tag_size, '\0');
  int size = 0;
  ensure(EVP_EncryptInit_ex2(cipher.get(), gcm_method(), raw(key), raw(nonce), nullptr) == 1);
  ensure(EVP_EncryptUpdate(cipher.get(), nullptr, &size, raw(context),
                           static_cast<int>(context.size())) == 1);
  ensure(EVP_EncryptUpdate(cipher.get(), raw(out), &size, raw(plain),
                           static_cast<int>(plain.size())) == 1);
  ensure(EVP_EncryptFinal_ex(cipher.get(), raw(out) + size, &size) == 1);
  ensure(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tag_size,
                             out.data() + plain.size()) == 1);
  return out;
}

bool open_gcm(std::string_view key, std::string_view nonce, std::string_view context,
              std::string_view body, std::string_view tag, std::string& out) {
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  std::string own_tag(tag);
  int size = 0;
  return EVP_DecryptInit_ex2(cipher.get(), gcm_method(), raw(key), raw(nonce), nullptr) == 1 &&
         EVP_DecryptUpdate(cipher.get(), nullptr, &size, raw(context),
                           static_cast<int>(context.size())) == 1 &&
         EVP_DecryptUpdate(cipher.get(), raw(out), &size, raw(body),
                           static_cast<int>(body.size())) == 1 &&
         EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tag_size, own_tag.data()) == 1 &&
         EVP_DecryptFinal_ex(cipher.get(), raw(out) + size, &size) == 1;
}

// ---- SM4-CTR, then HMAC-SM3

// A key that has one use only, so that neither algorithm ever sees the other's.
std::string derived(std::string_view key, std::string_view use) {
  const Digest digest = hmac_sm3(key, use);
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

// Encrypts and decrypts alike.
std::string sm4_ctr(std::string_view key, std::string_view nonce, std::string_view in) {
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  const std::string own = derived(key, "credence sm4-ctr").substr(0, sm4_key_size);
  std::string out(in.size(), '\0');
  int size = 0;
  ensure(EVP_EncryptInit_ex2(cipher.get(), sm4_method(), raw(own), raw(nonce), nullptr) == 1);
  ensure(EVP_EncryptUpdate(cipher.get(), raw(out), &size, raw(in), static_cast<int>(in.size())) ==
         1);
  return out;
}

// The length of the context stands before it, so that context and nonce cannot run into each other.
std::string sm3_tag(std::string_view key, std::string_view nonce, std::string_view context,
                    std::string_view body) {
  std::string said;
  said.reserve(1 + sizeof(std::uint64_t) + context.size() + nonce.size() + body.size());
  said += static_cast<char>(SealSuite::sm4_sm3);
  for (std::size_t i = 0; i < sizeof(std::uint64_t); ++i)
    said += static_cast<char>(static_cast<std::uint64_t>(context.size()) >> (8 * i));
  said.append(context).append(nonce).append(body);
  const Digest digest = hmac_sm3(derived(key, "credence hmac-sm3"), said);
  return {reinterpret_cast<const char*>(digest.data()), tag_size};
}

std::string seal_sm4(std::string_view key, std::string_view nonce, std::string_view context,
                     std::string_view plain) {
  std::string out = sm4_ctr(key, nonce, plain);
  return out + sm3_tag(key, nonce, context, out);
}

bool open_sm4(std::string_view key, std::string_view nonce, std::string_view context,
              std::string_view body, std::string_view tag, std::string& out) {
  if (!equal_in_constant_time(sm3_tag(key, nonce, context, body), tag)) return false;
  out = sm4_ctr(key, nonce, body);
  return true;
}

bool is_suite(char first) {
  return first == static_cast<char>(SealSuite::aes_gcm) ||
         first == static_cast<char>(SealSuite::sm4_sm3);
}

}  // namespace

std::size_t nonce_bytes(SealSuite suite) {
  return suite == SealSuite::aes_gcm ? gcm_nonce_size : ctr_nonce_size;
}

std::string seal(SealSuite suite, std::string_view key, std::string_view nonce,
                 std::string_view context, std::string_view plain) {
  ensure(key.size() == key_size && nonce.size() == nonce_bytes(suite), "seal: key or nonce size");
  std::string out(1, static_cast<char>(suite));
  out += nonce;
  return out + (suite == SealSuite::aes_gcm ? seal_gcm(key, nonce, context, plain)
                                            : seal_sm4(key, nonce, context, plain));
}

bool open(std::string_view key, std::string_view context, std::string_view sealed,
          std::string& plain) {
  if (key.size() != key_size || sealed.empty() || !is_suite(sealed.front())) return false;
  const auto suite = static_cast<SealSuite>(sealed.front());
  const std::size_t nonce_size = nonce_bytes(suite);
  if (sealed.size() < 1 + nonce_size + tag_size) return false;
  const auto nonce = sealed.substr(1, nonce_size);
  const auto tag = sealed.substr(sealed.size() - tag_size);
  const auto body = sealed.substr(1 + nonce_size, sealed.size() - 1 - nonce_size - tag_size);
  std::string out(body.size(), '\0');
  const bool opened = suite == SealSuite::aes_gcm ? open_gcm(key, nonce, context, body, tag, out)
                                                  : open_sm4(key, nonce, context, body, tag, out);
  if (opened) plain = std::move(out);
  return opened;
}

}  // namespace credence
