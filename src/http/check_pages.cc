// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/check/answer_signer.h"
#include "app/report/parts.h"
#include "http/asking.h"
#include "http/check_handlers.h"
#include "http/page_forms.h"
#include "http/page_frame.h"
#include "http/pages.h"
#include "http/route_parts.h"

// The check for people: a form for clerks, and a small page that approval systems show in a frame.
// What the frame shows is an answer that was signed here, so it needs no session and opens nothing.

namespace credence::http {
namespace {

using app::escaped;
using boost::json::object;
using boost::json::value;

std::string text_of(const value& in, const char* name) {
  const auto* found = in.as_object().if_contains(name);
  return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

// A text in the language asked for.
struct Language {
  const char* name;  // "zh", "en"
  bool chinese() const { return *name == 'z'; }
  std::string of(const value& in, const char* key) const {
    const auto* words = in.as_object().if_contains(key);
    return words != nullptr && words->is_object() ? text_of(*words, name) : std::string();
  }
  std::string say(const char* zh, const char* en) const { return chinese() ? zh : en; }
};

// "2026-11-27T10:29:39…" as people write it.
std::string minute_of(std::string instant) {
  if (instant.size() > 16) instant = instant.substr(0, 10) + " " + instant.substr(11, 5);
  return instant;
}

std::string term_html(const Language& say, const value& one) {
  const std::string until = text_of(one, "until");
  return say.say("自 ", "since ") + escaped(text_of(one, "since")) +
         (until.empty() ? say.say("，未定终止日", ", no end known")
                        : say.say("，至 ", ", until ") + escaped(until) +
                              say.say("（当日起不再有效）", " (that day no more)"));
}

std::string measure_html(const Language& say, const value& one) {
  const value& ground = one.at("ground");
  std::string html =
      "<article>\n<h3>" + escaped(say.of(one, "label")) + "</h3>\n<p>" +
      escaped(say.of(one, "why").empty() ? say.of(one, "role") : say.of(one, "why")) +
      "</p>\n<p class=\"grey\">" + term_html(say, one) + " · " +
      (text_of(one, "force") == "reference" ? say.say("供参考", "for reference")
                                            : say.say("依法应当执行", "mandatory")) +
      " · " + escaped(say.of(one, "article")) + "</p>\n<p class=\"grey\">" +
      say.say("解除：", "Lifted by: ") + escaped(say.of(one, "lifted_by")) + "</p>\n";
  if (ground.at("disputed").as_bool())
    html += "<p><strong>" + say.say("有异议正在处理", "An objection is being handled") +
            "</strong></p>\n";
  return html + "</article>\n";
}

std::string group_html(const Language& say, const value& answer, const char* part,
                       const std::string& title) {
  const auto& all = answer.at(part).as_array();
  if (all.empty()) return "";
  std::string html = "<h2>" + title + "</h2>\n";
  for (const value& one : all) html += measure_html(say, one);
  return html;
}

std::string fact_html(const Language& say, const value& answer) {
  const auto& all = answer.at("facts").as_array();
  if (all.empty()) return "";
  std::string html = "<h2>" + say.say("相关事实", "Facts that count") + "</h2>\n<ul>\n";
  for (const value& one : all) {
    html += "<li>" + escaped(say.of(one, "item_label")) + "：" + escaped(text_of(one, "caption"));
    if (const auto state = text_of(one, "state"); !state.empty()) html += " · " + escaped(state);
    if (const auto day = text_of(one, "decided_on"); !day.empty()) html += " · " + escaped(day);
    html += "</li>\n";
  }
  return html + "</ul>\n";
}

std::string answer_html(const Language& say, const value& answer) {
  std::string html = "<p><strong>" + escaped(say.of(answer, "summary")) + "</strong></p>\n<table>" +
                     row(say.say("名称", "Name"), text_of(answer, "name")) +
                     row(say.say("代码", "Code"), text_of(answer, "code")) +
                     row(say.say("事项", "Matter"), say.of(answer, "matter_label")) +
                     row(say.say("办件编号", "Case number"), text_of(answer, "business")) +
                     row(say.say("核查编号", "Check"), text_of(answer, "number")) +
                     row(say.say("截至", "As of"), minute_of(text_of(answer, "known"))) +
                     "</table>\n";
  html += group_html(say, answer, "constraints", say.say("限制", "Constraints"));
  html += group_html(say, answer, "limits", say.say("任职限制", "Limits on office"));
  html += group_html(say, answer, "rewards", say.say("激励", "Rewards"));
  html += group_html(say, answer, "resting", say.say("暂时解除", "Resting for the time being"));
  html += fact_html(say, answer);
  const auto& searched = answer.at("searched");
  const auto count = [&](const char* part) {
    return std::to_string(searched.at(part).as_array().size());
  };
  return html + "<p class=\"grey\">" +
         (say.chinese()
              ? "已查 " + count("lists") + " 个名单、" + count("measures") + " 项措施、" +
                    count("limits") + " 项任职限制。核查只说明法律的规定，由承办人员决定。"
              : "Searched: " + count("lists") + " lists, " + count("measures") + " measures, " +
                    count("limits") +
                    " limits on office. It tells what the law provides; an official "
                    "decides.") +
         "</p>\n";
}

// ---- the form of clerks

std::string options(const Services& services, const Request& request) {
  std::string html;
  for (const auto& [id, matter] : services.book.matters) {
    const auto may = [&](const std::string& purpose) {
      return request.caller.may_ask_for(purpose);
    };
    const auto purpose = std::ranges::find_if(matter.purposes, may);
    if (purpose == matter.purposes.end()) continue;
    html +=
        "<option value=\"" + id + "|" + *purpose + "\">" + escaped(matter.label.zh) + "</option>";
  }
  return html;
}

std::string check_form(const Services& services, const Request& request) {
  const std::string known = options(services, request);
  if (known.empty()) return "<p>您的账号没有可核查的事项；请以窗口经办账号登录。</p>\n";
  return "<form class=\"wide\" action=\"/plain/check\" method=\"post\">\n" + csrf_field(request) +
         input("code", "统一社会信用代码，或者自然人证件号码", "required autocomplete=\"off\"") +
         "<label for=\"matter\">办理事项</label><select id=\"matter\" name=\"matter\" required>" +
         known + "</select>\n" + input("business", "办件编号", "required autocomplete=\"off\"") +
         "<button type=\"submit\">核查</button>\n</form>\n";
}

Response page_check(const Services& services, const Request& request) {
  return html_response(
      page("核查",
           "<h1>核查</h1>\n<p>对办事的主体，某一事项上现行有效的激励、惩戒和任职限制，"
           "以及理由、期限和解除办法。每次核查都会留痕，主体可以看到。</p>\n" +
               check_form(services, request),
           &request));
}

Response answer_page(const Request& request, const std::string& json) {
  const Language chinese{"zh"};
  return html_response(page("核查结果",
                            "<h1>核查结果</h1>\n" + answer_html(chinese, boost::json::parse(json)) +
                                "<p><a href=\"/plain/check\">再核查一个</a></p>\n",
                            &request));
}

void post_check_page(const Services& services, const SharedRequest& request, const Reply& reply) {
  const auto form = form_of(*request);
  const std::string chosen = field(form, "matter");
  const auto bar = chosen.find('|');
  CheckForm asking;
  asking.purpose = bar == std::string::npos ? "" : chosen.substr(bar + 1);
  asking.business = field(form, "business");
  const auto permit = admitted(services, *request, asking);
  const auto asked =
      services.checks.question(services.book, permit, field(form, "code"), chosen.substr(0, bar))
          .or_throw();
  services.ledger.release_later<app::CheckedText>(
      permit, services.checks.check(services.book, permit, asked),
      [request, reply](const app::CheckedText& text) { reply(answer_page(*request, text.json)); },
      [request, reply](std::exception_ptr) { reply(not_recorded(request->id)); });
}

// ---- the frame

std::string ancestors(const Services& services) {
  std::string all;
  for (const auto& one : services.embed_origins) all += " " + one;
  return all.empty() ? " 'none'" : all;
}

// Shows an answer that this node signed: form field `proof`, a proof file as POST /api/v1/checks
// gives it with form "proof"; `lang`: zh or en.
Response post_embed(const Services& services, const Request& request) {
  const auto form = form_of(request);
  const Language say{field(form, "lang") == "en" ? "en" : "zh"};
  const auto verified = app::verify_answer(field(form, "proof"), services.answer_keys);
  std::string body =
      verified ? answer_html(say, boost::json::parse(verified->answer)) : alert(verified.error());
  Response response =
      html_response("<!doctype html>\n<html lang=\"" + std::string(say.chinese() ? "zh-CN" : "en") +
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                        "content=\"width=device-width, initial-scale=1\"><title>" +
                        say.say("信用核查", "Credit check") + "</title>" + style_element() +
                        "</head><body><main>" + body + "</main></body></html>\n",
                    verified ? 200 : 400);
  for (auto& [name, content] : response.headers) {
    if (name == "Content-Security-Policy")
      content =
          "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; "
          "frame-ancestors" +
          ancestors(services);
  }
  response.framed = true;
  return response;
}

}  // namespace

std::vector<Route> check_page_routes() {
  return {
      {"GET",
       "/plain/check",
       {"核查页", "The check, as a page"},
       {},
       now(page_check),
       false,
       nullptr,
       holder(domain::Power::ask)},
      {"POST",
       "/plain/check",
       {"核查", "Checks, and shows the answer as a page"},
       {},
       post_check_page,
       false,
       nullptr,
       holder(domain::Power::ask),
       form_body},
      {"POST",
       embed_address,
       {"在审批系统的框架内显示已签名的核查答复",
        "Shows a signed answer of a check within the frame of an approval system"},
       {},
       now(post_embed),
       false,
       nullptr,
       {},
       form_body},
  };
}

}  // namespace credence::http
