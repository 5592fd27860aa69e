// SPDX-License-Identifier: Apache-2.0
#include "http/measure_use_handlers.h"

#include "http/asking.h"
#include "http/route_parts.h"
#include "wire/csv.h"

namespace credence::http {
namespace {

using app::MeasureCounts;
using app::MeasureUse;

constexpr const char* csv_head =
    "措施编号,措施,单位代码,单位,区划代码,区划,告知,已采取,未采取,未采取：主体已补正,"
    "未采取：法定例外,未采取：依据已撤销,未采取：与事项无关,未采取：其他,已撤销,未反馈,逾期未反馈,"
    "依据后被撤下,依据后被修复,依据后被更正,不能成立,从未采取,多数不能成立\r\n";

std::string line_of(const std::vector<std::string>& names, const MeasureCounts& c,
                    const std::vector<std::string>& flags) {
  std::string line;
  for (const auto& name : names) line += wire::csv_cell(name) + ",";
  for (const auto n :
       {c.told, c.applied, c.not_applied, c.why_not.put_right, c.why_not.exempt,
        c.why_not.ground_gone, c.why_not.unrelated, c.why_not.other, c.overturned, c.unanswered,
        c.late, c.ground_withdrawn, c.ground_repaired, c.ground_corrected})
    line += std::to_string(n) + ",";
  line += std::to_string(c.fell);
  for (const auto& flag : flags) line += "," + flag;
  return line + "\r\n";
}

// A line for each measure over all units, with what is to be looked at; then one for each unit.
std::string csv_of(const MeasureUse& use) {
  std::string csv = std::string(wire::csv_begin) + csv_head;
  for (const auto& one : use.measures)
    csv += line_of({one.measure, one.label.zh, "", "合计", "", ""}, one.counts,
                   {one.never_applied ? "是" : "", one.mostly_overturned ? "是" : ""});
  for (const auto& one : use.units)
    csv +=
        line_of({one.measure, one.label.zh, one.unit, one.unit_name, one.region, one.region_name},
                one.counts, {"", ""});
  return csv;
}

Response get_measure_use(const Services& services, const Request& request) {
  const std::string& format = request.value("format");
  if (!format.empty() && format != "json" && format != "csv")
    refuse(ErrorCode::invalid, "measure_use.format",
           {"没有“" + format + "”这种格式。", "There is no format “" + format + "”."},
           {"可用 json、csv。", "There are json and csv."});
  const Date today = services.clock.now().day();
  const auto use =
      services.measure_uses
          .use(services.book, request.caller,
               {day(request, "from", Date(today.year(), 1, 1)), day(request, "to", today),
                request.value("measure"), request.value("region")})
          .or_throw();
  if (format == "csv")
    return file_response(csv_of(use), "text/csv; charset=utf-8", "measure-use.csv");
  return json_of(use);
}

}  // namespace

std::vector<Route> measure_use_routes() {
  return {
      {"GET",
       "/api/v1/measures/use",
       {"奖惩措施的使用和效果：各措施、单位、区划",
        "Use and effect of measures, by measure, unit and region"},
       {{"from", "核查日期自，缺省为今年", "checked from; this year"},
        {"to", "核查日期至", "checked to"},
        {"measure", "措施编号", "measure"},
        {"region", "区划代码或其开头", "division code or its beginning"},
        {"format", "json（缺省）或 csv", "json, the default, or csv"}},
       now(get_measure_use),
       true,
       schema<app::MeasureUse>,
       signed_in},
  };
}

}  // namespace credence::http
