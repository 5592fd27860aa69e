// SPDX-License-Identifier: Apache-2.0
#include "cli/fetch.h"

#include <curl/curl.h>

namespace credence::cli {
namespace {

constexpr long seconds_max = 30;
constexpr std::size_t bytes_max = 16UL << 20;

struct Close {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size * count > bytes_max) return 0;  // ends the transfer with an error
  body.append(bytes, size * count);
  return size * count;
}

Result<app::Fetched> fetch(CURL* handle, const std::string& url, const std::string* post) {
  app::Fetched got;
  curl_easy_reset(handle);
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds_max);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &got.body);
  if (post != nullptr) {
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, post->data());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(post->size()));
  }
  const CURLcode code = curl_easy_perform(handle);
  if (code != CURLE_OK) {
    const std::string what = curl_easy_strerror(code);
    return make_error(
        ErrorCode::unavailable, "fetch.failed",
        {"取不到 " + url + "：" + what + "。", "Cannot fetch " + url + ": " + what + "."},
        {"请检查地址和网络，稍后再试。", "Check the address and the network, and try again."});
  }
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  got.status = static_cast<int>(status);
  return got;
}

}  // namespace

app::Fetch web_fetch() {
  const std::shared_ptr<CURL> handle(curl_easy_init(), Close());
  return [handle](const std::string& url, const std::string* post) {
    return fetch(handle.get(), url, post);
  };
}

}  // namespace credence::cli
