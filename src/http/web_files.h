// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

// The files of the web application (web/), as they were built and compiled in
// (cmake/EmbedWeb.cmake).

namespace credence::http {

struct Bytes {
  const char *begin = nullptr, *end = nullptr;
  std::string_view view() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

struct WebFile {
  std::string_view path;  // "/index.html", "/assets/portal-1a2b3c4d.js"
  std::string_view hash;  // of its content
  Bytes plain;
  Bytes brotli, gzip;  // empty where packing it gains nothing
};

// All of them, by path; none in a program built without them.
const std::vector<WebFile>& web_files();

}  // namespace credence::http
