// SPDX-License-Identifier: Apache-2.0
#include "base/one_time.h"

#include <liboath/oath.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "base/digest.h"
#include "base/ensure.h"
#include "base/text.h"

namespace credence {
namespace {

constexpr std::size_t secret_size = 20;
constexpr unsigned digits = 6;
constexpr std::int64_t step_seconds = OATH_TOTP_DEFAULT_TIME_STEP_SIZE;
constexpr std::int64_t micros_per_second = 1'000'000;

struct FreeText {
  void operator()(char* text) const { std::free(text); }
};
using OathText = std::unique_ptr<char, FreeText>;

void start_library() {
  static const int outcome = oath_init();
  ensure(outcome == OATH_OK, "oath_init");
}

std::int64_t step_at(Instant at) { return at.micros() / micros_per_second / step_seconds; }

std::string code_of_step(std::string_view secret, std::int64_t step) {
  start_library();
  std::array<char, digits + 1> code{};
  ensure(oath_totp_generate(secret.data(), secret.size(), step * step_seconds, step_seconds,
                            OATH_TOTP_DEFAULT_START_TIME, digits, code.data()) == OATH_OK,
         "oath_totp_generate");
  return std::string(code.data(), digits);
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::string percent_encoded(std::string_view text) {
  constexpr char hex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return out;
}

}  // namespace

std::string new_totp_secret(Random& random) { return random.bytes(secret_size); }

std::string to_base32(std::string_view bytes) {
  char* out = nullptr;
  std::size_t size = 0;
  ensure(oath_base32_encode(bytes.data(), bytes.size(), &out, &size) == OATH_OK,
         "oath_base32_encode");
  const OathText owner(out);
  std::string text(out, size);
  text.erase(std::find(text.begin(), text.end(), '='), text.end());
  return text;
}

std::optional<std::string> from_base32(std::string_view text) {
  char* out = nullptr;
  std::size_t size = 0;
  if (oath_base32_decode(text.data(), text.size(), &out, &size) != OATH_OK) return std::nullopt;
  const OathText owner(out);
  return std::string(out, size);
}

std::string totp_code(std::string_view secret, Instant at) {
  return code_of_step(secret, step_at(at));
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant at) {
  std::optional<std::int64_t> found;
  // All three are always computed, so that the time taken does not tell which one it was.
  for (std::int64_t step = std::max<std::int64_t>(step_at(at) - 1, 0); step <= step_at(at) + 1;
       ++step) {
    if (equal_in_constant_time(code_of_step(secret, step), code)) found = step;
  }
  return found;
}

std::string totp_address(std::string_view issuer, std::string_view account,
                         std::string_view secret) {
  return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(account) +
         "?secret=" + to_base32(secret) + "&issuer=" + percent_encoded(issuer) +
         "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace credence
