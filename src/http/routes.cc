// SPDX-License-Identifier: Apache-2.0
#include "http/routes.h"

#include "app/intake/quality.h"
#include "base/text.h"
#include "http/account_handlers.h"
#include "http/address.h"
#include "http/asking.h"
#include "http/check_handlers.h"
#include "http/handlers.h"
#include "http/measure_use_handlers.h"
#include "http/pages.h"
#include "http/record_files.h"
#include "http/reference_handlers.h"
#include "http/route_parts.h"
#include "http/statistics_handlers.h"

namespace credence::http {
namespace {

// What was there before accounts: the public's questions, submissions, reports, the log.
std::vector<Route> first_routes() {
  return {
      {"GET",
       "/api/v1/subjects/{code}",
       {"按代码查询信用主体", "A subject's file, by any of its codes"},
       asking({}),
       get_subject,
       false,
       schema<app::DisclosedFile>},
      {"GET",
       "/api/v1/records",
       {"列出记录", "Records across organisations, newest first"},
       asking(listing({{"limit", "每页条数", "rows per page"},
                       {"after", "上一页的 next", "`next` of the page before"}})),
       get_records,
       false,
       schema<app::DisclosedPage>},
      {"GET",
       "/api/v1/search",
       {"按名称、拼音、代码找组织", "Find organisations by name, pinyin or code"},
       {{"q", "名称片段", "a piece of the name", true}, {"limit", "最多几个", "at most"}},
       now(get_search),
       false,
       schema<app::NameHits>},
      {"GET",
       "/api/v1/screen",
       {"名称模糊比对", "Whose name could this be"},
       {{"name", "名称", "name", true}, {"limit", "最多几个", "at most"}},
       now(get_screen),
       false,
       schema<std::vector<app::ScreenHit>>},
      {"GET",
       "/api/v1/codes/{code}",
       {"说明一个代码", "What a code is: well-formed, known, in force, registered"},
       {},
       now(get_code),
       false,
       schema<app::CodeAnswer>},
      {"GET",
       "/api/v1/items",
       {"数据清单", "The catalogue"},
       {},
       now(get_items),
       false,
       schema<std::vector<ItemSummary>>},
      {"GET",
       "/api/v1/items/{item}",
       {"一个事项的字段和校验", "An item's fields and checks"},
       {},
       now(get_item),
       false,
       schema<ItemDetail>},
      {"GET",
       "/api/v1/items/{item}/template.{format}",
       {"下载模板", "Download the empty table (csv or xlsx)"},
       {},
       now(get_template),
       true},
      {"POST",
       "/api/v1/items/{item}/submissions",
       {"报送文件（正文即文件）", "Send a file; the body is the file"},
       {{"provider", "提供单位代码，缺省为本单位", "the provider's code; the own unit when absent"},
        {"provider_name", "提供单位名称", "its name"},
        {"file_name", "文件名", "file name"}},
       now(post_submission),
       true,
       schema<app::Receipt>,
       holder(domain::Power::submit),
       {Body::Kind::file, nullptr}},
      {"GET",
       "/api/v1/submissions",
       {"最近的回执", "The latest receipts"},
       {{"provider", "提供单位代码", "the provider's code"},
        {"item", "事项", "item"},
        {"limit", "最多几个", "at most"}},
       now(get_submissions),
       false,
       schema<std::vector<app::Receipt>>,
       holder(domain::Power::submit)},
      {"GET",
       "/api/v1/submissions/{number}",
       {"回执", "A receipt"},
       {},
       now(get_submission),
       false,
       schema<app::Receipt>,
       holder(domain::Power::submit)},
      {"GET",
       "/api/v1/submissions/{number}/rejects.{format}",
       {"下载拒收清单", "Download the reject file (csv or xlsx)"},
       {},
       now(get_rejects),
       true,
       nullptr,
       holder(domain::Power::submit)},
      {"GET",
       "/api/v1/submissions/{number}/rows/{row}/proof",
       {"一行的回执证明（tlog-proof）",
        "The proof that a row was accepted or refused (tlog-proof)"},
       {{"provider", "提供单位代码，缺省为本单位",
         "the provider's code; the own unit when absent"}},
       get_row_proof,
       false,
       nullptr,
       holder(domain::Power::submit)},
      {"GET",
       "/log/keys",
       {"日志公钥（log.pub）", "The logs' public keys (log.pub), C2SP vkeys"},
       {},
       now(get_log_keys),
       false},
      {"GET",
       "/log/{lane}/checkpoint",
       {"已签名的检查点", "The signed checkpoint (C2SP tlog-checkpoint); lane: facts, access"},
       {},
       now(get_checkpoint),
       false},
      {"GET",
       "/log/{lane}/tile/{tile*}",
       {"日志的哈希瓦片和条目", "Hashes and entries of the log (C2SP tlog-tiles)"},
       {},
       now(get_tile),
       false},
      {"POST",
       "/api/v1/certificates",
       {"出具不在名单证明", "Certify that an organisation stands in no list of a kind"},
       asking({{"code", "统一社会信用代码", "credit code", true},
               {"item", "名单事项", "the list's item", true}}),
       post_certificate,
       true,
       schema<app::AbsenceCertificate>},
      {"POST",
       "/witness/add-checkpoint",
       {"请本节点见证检查点", "Have this node cosign a checkpoint (C2SP tlog-witness)"},
       {},
       now(post_checkpoint),
       true,
       nullptr,
       {},
       {Body::Kind::text, nullptr}},
      {"POST",
       "/api/v1/reports",
       {"出具信用报告", "Issue a credit report"},
       asking({{"code", "主体代码（自然人的放在正文中）",
                "the subject's code; a person's in the body"}}),
       now(post_report),
       true,
       schema<ReportLinks>,
       {},
       {Body::Kind::json, schema<LookupForm>}},
      {"GET",
       "/api/v1/reports/{number}.{format}",
       {"取报告（json、html、pdf）", "The kept report as json, html or pdf"},
       {{"code", "校验码", "check code", true}},
       now(get_report),
       true},
      {"GET",
       "/api/v1/reports/{number}/confirmation",
       {"核验报告", "Confirm a report"},
       {{"code", "校验码", "check code", true}},
       now(get_confirmation),
       false,
       schema<app::Confirmation>},
      {"GET",
       "/api/v1/quality",
       {"数据质量", "Data quality"},
       {{"provider", "提供单位代码", "the provider's code"},
        {"item", "事项", "item"},
        {"from", "接收日期自", "received from"},
        {"to", "接收日期至", "received to"}},
       now(get_quality),
       true,
       schema<app::QualityReport>,
       holder(domain::Power::submit)},
      {"GET",
       "/api/v1/limits",
       {"各项限制", "Every limit"},
       {},
       now(get_limits),
       false,
       schema<LimitsAnswer>},
      {"GET",
       "/api/v1/openapi.json",
       {"接口文档", "This document"},
       {},
       now(get_openapi),
       false,
       schema<boost::json::object>},
      {"GET",
       "/healthz",
       {"健康：新鲜且一致", "Health: fresh and consistent"},
       {},
       now(get_health),
       false,
       schema<Health>},
      {"GET",
       "/metrics",
       {"指标", "Metrics, Prometheus text"},
       {},
       now(get_metrics),
       false,
       nullptr,
       holder(domain::Power::operate)},
  };
}

std::vector<Route> all_routes() {
  auto all = first_routes();
  for (auto more :
       {reject_routes(), account_routes(), access_routes(), desk_routes(), case_routes(),
        repair_routes(), check_routes(), measure_use_routes(), list_routes(), record_file_routes(),
        statistics_routes(), reference_routes(), edition_routes(), ledger_routes(), page_routes()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> table = all_routes();
  return table;
}

namespace {

// Matches one segment: "{code}", "template.{format}", "{number}.{format}", or plain text.
bool match_segment(std::string_view pattern, std::string_view segment, Values& values) {
  const auto open = pattern.find('{');
  if (open == std::string_view::npos) return pattern == segment;
  if (!segment.starts_with(pattern.substr(0, open))) return false;
  const auto close = pattern.find('}', open);
  const std::string name(pattern.substr(open + 1, close - open - 1));
  segment.remove_prefix(open);
  pattern.remove_prefix(close + 1);
  const auto end =
      pattern.empty() ? segment.size() : segment.rfind(pattern.substr(0, pattern.find('{')));
  if (end == std::string_view::npos || end == 0) return false;
  const auto value = percent_decode(segment.substr(0, end));
  if (!value) return false;
  values.emplace_back(name, *value);
  return pattern.empty() || match_segment(pattern, segment.substr(end), values);
}

// "{tile*}" as the last segment takes all that is left.
bool match(const std::vector<std::string_view>& wanted, const std::vector<std::string_view>& given,
           Values& values) {
  const bool open = !wanted.empty() && wanted.back().ends_with("*}");
  if (open ? given.size() < wanted.size() : given.size() != wanted.size()) return false;
  values.clear();
  const std::size_t plain = open ? wanted.size() - 1 : wanted.size();
  for (std::size_t i = 0; i < plain; ++i) {
    if (!match_segment(wanted[i], given[i], values)) return false;
  }
  if (!open) return true;
  std::string rest;
  for (std::size_t i = plain; i < given.size(); ++i)
    rest += (rest.empty() ? "" : "/") + std::string(given[i]);
  values.emplace_back(wanted.back().substr(1, wanted.back().size() - 3), rest);
  return true;
}

// Patterns taken apart once: a request meets more than a hundred of them.
struct SplitRoute {
  const Route* route;
  std::vector<std::string_view> segments;
};
const std::vector<SplitRoute>& split_routes() {
  static const std::vector<SplitRoute> table = [] {
    std::vector<SplitRoute> all;
    for (const Route& route : routes()) all.push_back({&route, segments(route.pattern)});
    return all;
  }();
  return table;
}

}  // namespace

const Route* find_route(std::string_view method, std::string_view path, Values& values,
                        bool& known_path) {
  known_path = false;
  const auto given = segments(path);
  for (const SplitRoute& one : split_routes()) {
    if (!match(one.segments, given, values)) continue;
    if (one.route->method == method) return one.route;
    known_path = true;
  }
  values.clear();
  return nullptr;
}

}  // namespace credence::http
