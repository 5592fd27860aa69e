// SPDX-License-Identifier: Apache-2.0
#include "http/statistics_handlers.h"

#include "http/asking.h"
#include "http/route_parts.h"

namespace credence::http {
namespace {

constexpr int trend_months = 12;
constexpr int look_days = 30;

Response get_record_counts(const Services& services, const Request&) {
  return json_response(wire::to_line(*services.statistics.records(services.book)),
                       Caching::revalidate);
}

// The first day of the month, eleven months before the month of `today`.
Date trend_start(Date today) {
  return Date(today.year(), today.month(), 1).plus_months(1 - trend_months);
}

Response get_trend(const Services& services, const Request& request) {
  const Date today = services.clock.now().day();
  return json_of(services.statistics.submissions(
      services.book, provider_filter(request), request.value("item"),
      day(request, "from", trend_start(today)), day(request, "to", today)));
}

Response get_look_counts(const Services& services, const Request& request) {
  const Date today = services.clock.now().day();
  return json_of(services.statistics
                     .looks(services.book, request.caller,
                            day(request, "from", today.plus_days(1 - look_days)),
                            day(request, "to", today))
                     .or_throw());
}

}  // namespace

std::vector<Route> statistics_routes() {
  return {
      {"GET",
       "/api/v1/statistics/records",
       {"公开记录数：按事项和市，不含自然人", "Published records by item and city; of no person"},
       {},
       now(get_record_counts),
       true,
       schema<app::RecordCounts>},
      {"GET",
       "/api/v1/statistics/quality",
       {"报送情况：按月、提供单位和事项", "Submissions by month, provider and item"},
       {{"provider", "提供单位代码", "the provider's code"},
        {"item", "事项", "item"},
        {"from", "接收日期自，缺省为一年前", "received from; a year ago"},
        {"to", "接收日期至", "received to"}},
       now(get_trend),
       true,
       schema<app::SubmissionTrend>,
       holder(domain::Power::submit)},
      {"GET",
       "/api/v1/statistics/looks",
       {"查询量：按日和目的，及社会公众查询量；限公共信用信息机构和审计",
        "Looks by day and purpose, and anonymous views; for the credit centre and auditors"},
       {{"from", "日期自，缺省为三十天", "from; thirty days"},
        {"to", "日期至，最多四百天", "to; at most four hundred days"}},
       now(get_look_counts),
       true,
       schema<app::LookCounts>,
       signed_in},
  };
}

}  // namespace credence::http
