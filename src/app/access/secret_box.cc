// SPDX-License-Identifier: Apache-2.0
#include "app/access/secret_box.h"

#include "base/digest.h"
#include "base/sealing.h"

namespace credence::app {
namespace {

constexpr SealSuite suite = SealSuite::aes_gcm;

std::string bytes_of(const Digest& digest) { return {digest.begin(), digest.end()}; }

std::string from_hex(std::string_view hex) {
  std::string bytes;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    const int high = digit(hex[i]), low = digit(hex[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::string context_of(std::string_view use, std::string_view owner) {
  return std::string(use) + ":" + std::string(owner);
}

}  // namespace

SecretBox::SecretBox(std::string_view node_secret, Random& random)
    : node_secret_(node_secret), random_(&random) {}

std::string SecretBox::key(std::string_view use) const {
  return bytes_of(hmac_sha256(node_secret_, "secret box: " + std::string(use)));
}

std::string SecretBox::seal(std::string_view use, std::string_view owner,
                            std::string_view plain) const {
  return to_hex(credence::seal(suite, key(use), random_->bytes(nonce_bytes(suite)),
                               context_of(use, owner), plain));
}

Result<std::string> SecretBox::open(std::string_view use, std::string_view owner,
                                    std::string_view sealed) const {
  std::string plain;
  if (credence::open(key(use), context_of(use, owner), from_hex(sealed), plain)) return plain;
  return make_error(ErrorCode::unavailable, "vault.damaged",
                    {"密封的密钥与节点密钥不符。", "A sealed secret and the node's do not agree."},
                    {"请核对 node.secret 与数据来自同一备份。",
                     "Check that node.secret and the data are of one backup."});
}

std::int64_t SecretBox::sum(std::string_view row) const {
  return first_63_bits(hmac_sha256(key("sum"), row));
}

std::string SecretBox::mark(std::string_view use, std::string_view text) const {
  return to_hex(hmac_sha256(key(use), text));
}

std::string SecretBox::fingerprint(std::string_view secret) { return to_hex(sha256(secret)); }
std::string SecretBox::new_secret() const { return to_hex(random_->bytes(24)); }
std::string SecretBox::new_id() const { return to_hex(random_->bytes(8)); }

}  // namespace credence::app
