// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "http/encoding.h"
#include "http/pages.h"
#include "http/problem.h"
#include "http/route_parts.h"
#include "http/web_files.h"

// The web application: its files, and the addresses at which its pages open. What a page shows it
// asks for at /api/v1, like any other client.

namespace credence::http {
namespace {

// Our own files and nothing else; nothing inline.
constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

const WebFile* find_file(std::string_view path) {
  const auto& all = web_files();
  const auto at = std::ranges::lower_bound(all, path, {}, &WebFile::path);
  return at != all.end() && at->path == path ? &*at : nullptr;
}

std::string_view type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> types = {
      {{".html", "text/html; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".css", "text/css; charset=utf-8"},
       {".svg", "image/svg+xml"},
       {".json", "application/json"}}};
  for (const auto& [ending, type] : types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

Response sent(const Request& request, const WebFile& file) {
  Response response;
  response.type = type_of(file.path);
  // Assets carry the hash of their content in their name.
  response.caching = file.path.starts_with("/assets/") ? Caching::forever : Caching::revalidate;
  const bool brotli = !file.brotli.view().empty() && takes_encoding(request.accept_encoding, "br");
  const bool gzip =
      !brotli && !file.gzip.view().empty() && takes_encoding(request.accept_encoding, "gzip");
  const Bytes& bytes = brotli ? file.brotli : gzip ? file.gzip : file.plain;
  response.body = bytes.view();
  response.etag = "\"" + std::string(file.hash) + (brotli ? "-br" : gzip ? "-gz" : "") + "\"";
  if (brotli || gzip) response.headers.emplace_back("Content-Encoding", brotli ? "br" : "gzip");
  response.headers.emplace_back("Vary", "Accept-Encoding");
  return response;
}

// Without the application, its addresses lead to the pages that need none.
Response to_plain() {
  Response response = html_response("", 303);
  response.headers.emplace_back("Location", "/plain");
  return response;
}

Response page_of(const Request& request, std::string_view file_name) {
  const WebFile* file = find_file(file_name);
  if (file == nullptr) return to_plain();
  Response response = sent(request, *file);
  response.headers.emplace_back("Content-Security-Policy", policy);
  response.headers.emplace_back("Referrer-Policy", "same-origin");
  return response;
}

AtOnce face(std::string_view file_name) {
  return
      [file_name](const Services&, const Request& request) { return page_of(request, file_name); };
}

Response asset(const Services&, const Request& request) {
  const WebFile* file = find_file("/assets/" + request.value("file"));
  if (file != nullptr) return sent(request, *file);
  return problem(
      make_error(ErrorCode::not_found, "http.asset", {"没有这个文件。", "There is no such file."},
                 {"平台可能刚刚更新，请刷新页面。",
                  "The platform may have been updated; reload the page."}),
      request.id);
}

Response icon(const Services&, const Request& request) {
  const WebFile* file = find_file("/icon.svg");
  return file == nullptr ? to_plain() : sent(request, *file);
}

struct Place {
  std::string_view pattern, file;
  Words summary;
};

const std::vector<Place>& places() {
  constexpr std::string_view portal = "/index.html", work = "/work.html", kiosk = "/kiosk.html";
  static const std::vector<Place> all = {
      {"/", portal, {"首页：查询", "Home: search"}},
      {"/org/{code}", portal, {"组织的公开信息", "An organisation's public file"}},
      {"/publicity", portal, {"双公示", "Permits and penalties"}},
      {"/lists", portal, {"名单", "Lists"}},
      {"/lists/{id}", portal, {"一份名单", "A list"}},
      {"/laws", portal, {"法规", "Laws"}},
      {"/laws/{id}", portal, {"一部法规", "A law"}},
      {"/catalogue", portal, {"信息清单", "The catalogue"}},
      {"/catalogue/{item}", portal, {"一个事项", "An item"}},
      {"/measures", portal, {"奖惩措施", "Measures"}},
      {"/matters", portal, {"核查事项", "Matters"}},
      {"/procedures", portal, {"办事指南", "Procedures"}},
      {"/procedures/{id}", portal, {"一个程序", "A procedure"}},
      {"/breaches", portal, {"期限公示", "Missed deadlines"}},
      {"/statistics", portal, {"数据", "Statistics"}},
      {"/processing-rules", portal, {"个人信息处理规则", "How personal information is handled"}},
      {"/confirm", portal, {"核验报告", "Confirm a report"}},
      {"/confirm/{number}", portal, {"核验一份报告", "Confirm one report"}},
      {"/sign-in", portal, {"登录", "Sign in"}},
      {"/join/{token}", portal, {"凭链接开户", "Open an account by a link"}},
      {"/me", portal, {"我的", "My account"}},
      {"/me/{rest*}", portal, {"我的各页", "Pages of my account"}},
      {"/cases", portal, {"我的案件", "My cases"}},
      {"/cases/{rest*}", portal, {"一个案件", "A case"}},
      {"/work", work, {"工作台", "Workbench"}},
      {"/work/{rest*}", work, {"工作台各页", "Pages of the workbench"}},
      {"/kiosk", kiosk, {"信用查询机", "Kiosk"}},
      {"/kiosk/{rest*}", kiosk, {"信用查询机各页", "Pages of the kiosk"}},
  };
  return all;
}

}  // namespace

Response web_not_found(const Request& request) {
  Response response = page_of(request, "/index.html");
  if (response.status != 200) return response;
  response.status = 404;
  response.caching = Caching::none;
  response.etag.clear();
  return response;
}

bool is_web_page(std::string_view pattern) {
  return std::ranges::find(places(), pattern, &Place::pattern) != places().end();
}

std::vector<Route> web_page_routes() {
  std::vector<Route> all;
  for (const Place& place : places()) {
    Route route{"GET", place.pattern, place.summary, {}, now(face(place.file))};
    route.any_parameters = true;  // the application reads them
    all.push_back(std::move(route));
  }
  all.push_back({"GET", "/assets/{file*}", {"网页文件", "Files of the pages"}, {}, now(asset)});
  all.push_back({"GET", "/icon.svg", {"图标", "Icon"}, {}, now(icon)});
  return all;
}

}  // namespace credence::http
