// SPDX-License-Identifier: Apache-2.0
#include "http/route_parts.h"

namespace credence::http {
namespace {

std::vector<Parameter> with(std::vector<Parameter> first, const std::vector<Parameter>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

}  // namespace

std::vector<Parameter> asking(std::vector<Parameter> more) {
  return with(std::move(more),
              {{"purpose", "查询目的，缺省为社会公众", "purpose; the public when absent"},
               {"matter", "办件编号", "matter number"},
               {"consent", "书面授权编号", "number of the subject's written consent"},
               {"sealed", "true：在允许的期限内对信用主体保密",
                "true: kept from the subject as long as allowed"},
               {"as_of", "有效日，如 2024-03-01", "valid day"},
               {"known", "已知时刻，RFC 3339 或日期", "known instant, RFC 3339 or a day"}});
}

std::vector<Parameter> listing(std::vector<Parameter> more) {
  return with({{"item", "事项", "item"},
               {"region", "区划代码或其开头", "division code or its beginning"},
               {"body", "决定机关代码", "the issuing body's code"},
               {"from", "决定日期自", "decided from"},
               {"to", "决定日期至", "decided to"}},
              more);
}

}  // namespace credence::http
