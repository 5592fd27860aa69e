// SPDX-License-Identifier: Apache-2.0
#include "http/reference_handlers.h"

#include <algorithm>
#include <set>
#include <utility>

#include "http/asking.h"
#include "http/route_parts.h"
#include "rulebook/terms.h"

namespace credence::http {
namespace {

// ---- laws

struct LawSummary {
  std::string id;  // "SD-2020"
  Words title;
  std::string level;  // "statute"
  Words level_label;
  std::string number, issuer;
  Date adopted, in_force;
  std::optional<Date> ended;
  std::int64_t articles = 0;  // 0: it has none, or their number is not confirmed
  std::int64_t rules = 0;     // how many rest on it, parts that cite for themselves included
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(LawSummary, (),
                      (id, title, level, level_label, number, issuer, adopted, in_force, ended,
                       articles, rules, provisional))

struct CitingRule {
  std::string kind;  // "catalogue"
  Words kind_label;
  std::string id;
  Words label;
  std::string basis;
  Words article;  // the basis in words
};
BOOST_DESCRIBE_STRUCT(CitingRule, (), (kind, kind_label, id, label, basis, article))

struct LawDetail {
  LawSummary law;
  std::vector<CitingRule> cited_by;  // by kind and id
};
BOOST_DESCRIBE_STRUCT(LawDetail, (), (law, cited_by))

using Citations = std::vector<const rulebook::Citation*>;

Citations citations_of(const rulebook::RuleBook& book, std::string_view law) {
  Citations all;
  for (const auto& one : book.citations) {
    if (one.law() == law) all.push_back(&one);
  }
  std::ranges::sort(all, {}, [](const auto* one) { return std::tie(one->kind, one->id); });
  return all;
}

LawSummary summary_of(const rulebook::Law& law, const Citations& citations) {
  std::set<std::pair<std::string_view, std::string_view>> rules;
  for (const auto* one : citations) rules.emplace(one->kind, one->id);
  return {law.id,
          law.title,
          std::string(rulebook::term_of(rulebook::law_level_terms, law.level).name),
          rulebook::words_of(rulebook::law_level_terms, law.level),
          law.number,
          law.issuer,
          law.adopted,
          law.in_force,
          law.repealed,
          law.articles,
          static_cast<std::int64_t>(rules.size()),
          law.provisional};
}

Response get_laws(const Services& services, const Request&) {
  std::vector<LawSummary> all;
  for (const auto& [id, law] : services.book.laws)
    all.push_back(summary_of(law, citations_of(services.book, id)));
  return json_response(wire::to_line(all), Caching::steady);
}

Response get_law(const Services& services, const Request& request) {
  const auto& book = services.book;
  const auto law = book.laws.find(request.value("id"));
  if (law == book.laws.end()) {
    refuse(ErrorCode::not_found, "http.law_unknown",
           {"法规登记册中没有这部法规。", "The register has no such law."},
           {"登记的法规见 /api/v1/laws。", "/api/v1/laws lists them."});
  }
  const Citations citations = citations_of(book, law->first);
  LawDetail detail{summary_of(law->second, citations), {}};
  for (const auto* one : citations) {
    detail.cited_by.push_back({one->kind,
                               rulebook::rule_kind_label(one->kind),
                               one->id,
                               one->label,
                               one->basis,
                               {book.cite(one->basis), book.cite(one->basis, false)}});
  }
  return json_response(wire::to_line(detail), Caching::steady);
}

// ---- divisions

struct RegionLine {
  std::string code;  // six digits
  std::string name;
  std::string level;  // "province", "city", "county"
  Words level_label;
  std::string parent;  // code; empty for a province
};
BOOST_DESCRIBE_STRUCT(RegionLine, (), (code, name, level, level_label, parent))

std::pair<std::string, Words> level_of(std::string_view code) {
  if (code.ends_with("0000")) return {"province", {"省级", "province"}};
  if (code.ends_with("00")) return {"city", {"地级", "city"}};
  return {"county", {"县级", "county"}};
}

// The division around it that there is: the city of a county, or the province where it has none.
std::string parent_in(const domain::Regions& regions, std::string_view code, Date day) {
  std::string parent = domain::Regions::parent(code);
  while (!parent.empty() && !regions.in_force(parent, day))
    parent = domain::Regions::parent(parent);
  return parent;
}

// The beginning that the codes of a division share: 37 of 370000, 3701 of 370100. By default of
// the province whose platform this is.
std::string beginning_of(const Services& services, const Request& request) {
  std::string asked = request.value("within");
  if (asked.empty()) return std::to_string(services.cases.region()).substr(0, 2);
  const bool digits = std::ranges::all_of(asked, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || (asked.size() != 2 && asked.size() != 4 && asked.size() != 6)) {
    refuse(ErrorCode::invalid, "http.parameter",
           {"within 不是区划代码。", "within is no division code."},
           {"请写两位、四位或六位数字。", "Write two, four or six digits."});
  }
  while (asked.size() > 2 && asked.ends_with("00")) asked.resize(asked.size() - 2);
  return asked;
}

Response get_regions(const Services& services, const Request& request) {
  const Date today = services.clock.now().day();
  const auto& regions = services.book.regions;
  const std::string beginning = beginning_of(services, request);
  std::vector<RegionLine> lines;
  for (auto at = regions.all().lower_bound(beginning);
       at != regions.all().end() && at->first.starts_with(beginning); ++at) {
    if (!regions.in_force(at->first, today)) continue;
    const auto [level, label] = level_of(at->first);
    lines.push_back(
        {at->first, at->second.name, level, label, parent_in(regions, at->first, today)});
  }
  return json_response(wire::to_line(lines), Caching::steady);
}

}  // namespace

std::vector<Route> reference_routes() {
  return {
      {"GET",
       "/api/v1/laws",
       {"法规登记册", "The register of laws, with how many rules rest on each"},
       {},
       now(get_laws),
       false,
       schema<std::vector<LawSummary>>},
      {"GET",
       "/api/v1/laws/{id}",
       {"一部法规和依据它的全部规则", "A law, and every rule that rests on it"},
       {},
       now(get_law),
       false,
       schema<LawDetail>},
      {"GET",
       "/api/v1/regions",
       {"行政区划：本省及其市、县", "Divisions in force: the province, its cities and counties"},
       {{"within", "区划代码或其开头，缺省为本省",
         "division code or its beginning; this platform's province"}},
       now(get_regions),
       false,
       schema<std::vector<RegionLine>>},
  };
}

}  // namespace credence::http
