// SPDX-License-Identifier: Apache-2.0
#include "app/access/units.h"
#include "app/rights/processing_rules.h"
#include "http/account_handlers.h"
#include "http/asking.h"
#include "http/route_parts.h"

// What waits for somebody's decision: findings of the patrol, and requests of data subjects.

namespace credence::http {
namespace {

using domain::Power;

const std::vector<Parameter> paging = {{"state", "状态", "state"},
                                       {"after", "上一页最后一个", "the last of the page before"},
                                       {"limit", "最多几条", "at most"}};

// ---- findings

struct FindingDecision {
  std::string decision;  // "explained", "confirmed", "passed_on"
  std::string note;
};
BOOST_DESCRIBE_STRUCT(FindingDecision, (), (decision, note))

Response get_findings(const Services& services, const Request& request) {
  return json_of(services.patrol
                     .list(request.caller,
                           {request.value("state"), request.value("asker"), request.value("after"),
                            number(request, "limit", page_rows, page_rows_max)})
                     .or_throw());
}

Response decide_finding(const Services& services, const Request& request) {
  const auto form = body_of<FindingDecision>(request);
  return json_of(
      services.patrol.decide(request.caller, request.value("id"), form.decision, form.note)
          .or_throw());
}

// ---- requests of data subjects

struct RightAnswer {
  std::string id;
  Words label;
  std::string basis;
  bool at_once = false;
};
BOOST_DESCRIBE_STRUCT(RightAnswer, (), (id, label, basis, at_once))

struct Referral {
  std::string unit;  // credit code of the unit that is asked
};
BOOST_DESCRIBE_STRUCT(Referral, (), (unit))

Response get_rights(const Services& services, const Request&) {
  std::vector<RightAnswer> all;
  for (const auto& [id, kind] : services.book.rights) {
    all.push_back(
        {id, kind.label, kind.basis, kind.answer != rulebook::RightsKind::Answer::decision});
  }
  return json_response(wire::to_line(all), Caching::steady);
}

app::Processor processor_of(const Services& services) {
  const std::string region = std::to_string(services.cases.region());
  const auto unit =
      services.centre.empty()
          ? std::nullopt
          : app::find<app::Unit>(services.database.read_access().sql(), services.centre);
  return {services.issuer, services.centre, unit ? unit->name : "", region,
          services.book.regions.full_name(region)};
}

Response get_processing_rules(const Services& services, const Request&) {
  return json_response(wire::to_line(app::processing_rules(services.book, processor_of(services),
                                                           services.clock.now().day())),
                       Caching::steady);
}

Response get_requests(const Services& services, const Request& request) {
  return json_of(services.rights
                     .list(request.caller, request.value("state"), request.value("after"),
                           number(request, "limit", page_rows, page_rows_max))
                     .or_throw());
}

Response post_request(const Services& services, const Request& request) {
  return json_of(
      services.rights.open(services.book, request.caller, body_of<app::RightsForm>(request))
          .or_throw());
}

Response decide_request(const Services& services, const Request& request) {
  return json_of(services.rights
                     .decide(services.book, request.caller, request.value("number"),
                             body_of<app::RightsDecision>(request))
                     .or_throw());
}

Response refer_request(const Services& services, const Request& request) {
  return json_of(services.rights
                     .refer(services.book, request.caller, request.value("number"),
                            body_of<Referral>(request).unit)
                     .or_throw());
}

Response withdraw_request(const Services& services, const Request& request) {
  return json_of(services.rights.withdraw(request.caller, request.value("number")).or_throw());
}

}  // namespace

std::vector<Route> desk_routes() {
  std::vector<Parameter> by_asker = paging;
  by_asker.push_back({"asker", "被巡查的账号或密钥", "the account or key it is about"});
  return {
      {"GET",
       "/api/v1/findings",
       {"巡查发现", "Findings of the patrol"},
       by_asker,
       now(get_findings),
       false,
       schema<std::vector<app::PatrolFinding>>,
       signed_in},
      {"POST",
       "/api/v1/findings/{id}/decision",
       {"处置巡查发现", "Decide a finding"},
       {},
       now(decide_finding),
       true,
       schema<app::PatrolFinding>,
       holder(Power::handle_findings),
       json<FindingDecision>()},
      {"GET",
       "/api/v1/rights",
       {"个人信息权利", "What data subjects may ask for"},
       {},
       now(get_rights),
       false,
       schema<std::vector<RightAnswer>>},
      {"GET",
       "/api/v1/processing-rules",
       {"个人信息处理规则", "How personal data are processed (PIPL art. 17)"},
       {},
       now(get_processing_rules),
       true,
       schema<app::ProcessingRules>},
      {"GET",
       "/api/v1/requests",
       {"权利请求：本人的，或待答复的（先到期的在前）",
        "Requests of data subjects: one's own, or those to answer, the earliest due first"},
       paging,
       now(get_requests),
       false,
       schema<app::RightsList>,
       signed_in},
      {"POST",
       "/api/v1/requests",
       {"提出权利请求", "Make a request"},
       {},
       now(post_request),
       true,
       schema<app::RightsRequest>,
       signed_in,
       json<app::RightsForm>()},
      {"POST",
       "/api/v1/requests/{number}/decision",
       {"答复权利请求", "Answer it, with reasons"},
       {},
       now(decide_request),
       true,
       schema<app::RightsRequest>,
       holder(Power::answer_requests),
       json<app::RightsDecision>()},
      {"POST",
       "/api/v1/requests/{number}/referral",
       {"转请其他单位核查", "Another unit must be asked"},
       {},
       now(refer_request),
       true,
       schema<app::RightsRequest>,
       holder(Power::answer_requests),
       json<Referral>()},
      {"POST",
       "/api/v1/requests/{number}/withdrawal",
       {"撤回权利请求", "Take it back"},
       {},
       now(withdraw_request),
       true,
       schema<app::RightsRequest>,
       signed_in},
  };
}

}  // namespace credence::http
