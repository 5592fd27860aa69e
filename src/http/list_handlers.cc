// SPDX-License-Identifier: Apache-2.0
#include "app/lists/campaigns.h"
#include "app/lists/lists.h"
#include "http/account_handlers.h"
#include "http/asking.h"
#include "http/route_parts.h"

// Lists and how wide they are, what a change of rules would do, and campaigns.

namespace credence::http {
namespace {

using domain::Power;

// ---- lists

Response get_lists(const Services& services, const Request&) {
  return json_response(wire::to_line(services.lists.lines(services.book)), Caching::revalidate);
}

Response get_list(const Services& services, const Request& request) {
  return json_response(
      wire::to_line(services.lists.view(services.book, request.value("id")).or_throw()),
      Caching::revalidate);
}

Response get_spread(const Services& services, const Request& request) {
  return json_of(services.lists.spread(services.book, request.caller).or_throw());
}

Response get_spread_csv(const Services& services, const Request& request) {
  return file_response(
      app::spread_csv(services.lists.spread(services.book, request.caller).or_throw()),
      "text/csv; charset=utf-8", "lists.csv");
}

// ---- the preview

void post_preview(const Services& services, const SharedRequest& request, const Reply& reply) {
  const auto form = body_of<app::PreviewForm>(*request);
  const auto permit =
      services.gate
          .admit(services.book, request->caller,
                 {"stewardship", request->value("matter"), "", "http", request->id, false})
          .or_throw();
  const auto after = app::changed_book(services.book, form.files).or_throw();
  auto pending =
      services.lists
          .preview(services.book, *after, permit, form.day.value_or(services.clock.now().day()),
                   static_cast<std::size_t>(number(*request, "limit", page_rows, page_rows_max)))
          .or_throw();
  release_as(services, permit, std::move(pending), json_of<app::Preview>, request, reply);
}

// ---- campaigns

Response get_campaigns(const Services& services, const Request& request) {
  return json_of(services.campaigns.list(services.book, request.caller).or_throw());
}

Response post_campaign(const Services& services, const Request& request) {
  return json_of(
      services.campaigns.start(services.book, request.caller, body_of<app::CampaignForm>(request))
          .or_throw());
}

Response get_campaign(const Services& services, const Request& request) {
  return json_of(
      services.campaigns.progress(services.book, request.caller, request.value("id")).or_throw());
}

Response gather_campaign(const Services& services, const Request& request) {
  return json_of(
      services.campaigns.gather(services.book, request.caller, request.value("id")).or_throw());
}

Response close_campaign(const Services& services, const Request& request) {
  return json_of(
      services.campaigns.close(services.book, request.caller, request.value("id")).or_throw());
}

Response get_typical(const Services& services, const Request& request) {
  return json_response(
      wire::to_line(services.campaigns.typical(services.book, request.value("id")).or_throw()),
      Caching::revalidate);
}

std::vector<Route> campaign_routes() {
  return {
      {"GET",
       "/api/v1/campaigns",
       {"专项治理及其进度", "Campaigns and how they go"},
       {},
       now(get_campaigns),
       true,
       schema<std::vector<app::CampaignProgress>>,
       signed_in},
      {"POST",
       "/api/v1/campaigns",
       {"启动专项治理：按名单、事项或者代码归集主体，向各单位下达任务",
        "Start a campaign: gather organisations and give units their tasks"},
       {},
       now(post_campaign),
       true,
       schema<app::CampaignProgress>,
       holder(Power::supervise_cases),
       json<app::CampaignForm>()},
      {"GET",
       "/api/v1/campaigns/{id}",
       {"一项专项治理的进度", "How a campaign goes"},
       {},
       now(get_campaign),
       true,
       schema<app::CampaignProgress>,
       signed_in},
      {"POST",
       "/api/v1/campaigns/{id}/gathering",
       {"补充归集，向新符合条件的主体下达任务", "Give tasks about those who fit by now"},
       {},
       now(gather_campaign),
       true,
       schema<app::CampaignProgress>,
       holder(Power::supervise_cases)},
      {"POST",
       "/api/v1/campaigns/{id}/closing",
       {"结束专项治理；已下达的任务仍应办结", "Close it; the tasks given stay owed"},
       {},
       now(close_campaign),
       true,
       schema<app::CampaignProgress>,
       holder(Power::supervise_cases)},
      {"GET",
       "/api/v1/campaigns/{id}/typical",
       {"典型案例（公开）；记录不公开的不写名称",
        "Typical cases, public; named only while the record is public"},
       {},
       now(get_typical),
       true,
       schema<std::vector<app::TypicalCase>>},
  };
}

}  // namespace

std::vector<Route> list_routes() {
  std::vector<Route> all = {
      {"GET",
       "/api/v1/lists",
       {"名单和在列数", "The lists in force, with how many are on them"},
       {},
       now(get_lists),
       true,
       schema<std::vector<app::ListLine>>},
      {"GET",
       "/api/v1/lists/spread",
       {"名单规模和防止泛化提示", "How wide lists are, and what asks for attention"},
       {},
       now(get_spread),
       true,
       schema<app::SpreadReport>,
       signed_in},
      {"GET",
       "/api/v1/lists/spread.csv",
       {"名单规模（CSV）", "How wide lists are, as CSV"},
       {},
       now(get_spread_csv),
       true,
       nullptr,
       signed_in},
      {"GET",
       "/api/v1/lists/{id}",
       {"一个名单：认定条件、移出条件、依据和相应措施",
        "A list: conditions, removal, articles, and the measures it leads to"},
       {},
       now(get_list),
       true,
       schema<app::ListView>},
      {"POST",
       "/api/v1/rules/preview",
       {"规则变更预演：改了这些规则文件，谁会新受约束、解除或者变化",
        "What a change of rule files would do: who is newly bound, freed, or bound otherwise"},
       {{"matter", "办件编号", "matter number"}, {"limit", "最多列出几个主体", "at most"}},
       post_preview,
       true,
       schema<app::Preview>,
       holder(Power::steward),
       json<app::PreviewForm>()},
  };
  for (auto& more : campaign_routes()) all.push_back(std::move(more));
  return all;
}

}  // namespace credence::http
