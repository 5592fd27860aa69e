// SPDX-License-Identifier: Apache-2.0
#include "http/asking.h"
#include "http/handlers.h"
#include "http/route_parts.h"

// The refused rows of a submission, cell by cell, for whoever sent it to correct.

namespace credence::http {
namespace {

constexpr int grid_rows = 50, grid_rows_max = 200;

Response get_refused_rows(const Services& services, const Request& request) {
  const auto receipt = own_receipt(services, request);
  return json_of(services.intake
                     .refused_rows(services.book, receipt.receipt, request.value("after"),
                                   static_cast<std::size_t>(
                                       number(request, "limit", grid_rows, grid_rows_max)))
                     .or_throw());
}

}  // namespace

std::vector<Route> reject_routes() {
  return {{"GET",
           "/api/v1/submissions/{number}/rejects",
           {"拒收的行，逐格说明问题", "The refused rows, and what is wrong with which cell"},
           {{"after", "上一页的 next", "`next` of the page before"},
            {"limit", "每页行数，最多 200", "rows per page, at most 200"}},
           now(get_refused_rows),
           true,
           schema<app::RefusedPage>,
           holder(domain::Power::submit)}};
}

}  // namespace credence::http
