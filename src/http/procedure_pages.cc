// SPDX-License-Identifier: Apache-2.0
#include "app/cases/procedure_page.h"

#include <algorithm>
#include <set>

#include "app/report/parts.h"
#include "http/case_asking.h"
#include "http/page_frame.h"
#include "http/pages.h"
#include "http/route_parts.h"

// What can be asked for here, how it goes and how long it takes: told from the procedures' data.

namespace credence::http {
namespace {

using app::escaped;
using app::Named;
using app::ProcedureView;

std::string joined(const std::vector<Named>& all, const char* between) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : between) + one.label.zh;
  return text;
}

std::string grey(const std::string& text) {
  return "<span class=\"grey\">" + escaped(text) + "</span>";
}

std::string field_text(const app::DescribedField& field) {
  std::string text = field.label.zh;
  std::string more = field.choices.empty() ? "" : joined(field.choices, "、");
  if (!field.required) more += std::string(more.empty() ? "" : "；") + "选填";
  if (!field.read_by.empty())
    more += std::string(more.empty() ? "" : "；") + "仅" + joined(field.read_by, "、") + "可见";
  return text + (more.empty() ? "" : "（" + more + "）");
}

std::string fields_text(const app::DescribedAct& act) {
  std::string text;
  for (const auto& field : act.fields) text += (text.empty() ? "" : "；") + field_text(field);
  return text;
}

std::string words_text(const std::vector<Words>& all) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : "；") + one.zh;
  return text;
}

// The deadlines an act starts.
std::string started_text(const ProcedureView& view, const app::DescribedAct& act) {
  std::string text;
  for (const auto& one : view.deadlines) {
    if (std::ranges::count(one.starts, act.id, &Named::id) == 0) continue;
    text += (text.empty() ? "" : "；") + one.owed_by.label.zh + "应在" + one.counted_from.zh +
            "起" + one.length.zh + "内" + one.label.zh;
  }
  return text;
}

std::string act_html(const ProcedureView& view, const app::DescribedAct& act) {
  const std::string after = act.to ? "转为“" + act.to->label.zh + "”" : "状态不变";
  return "<article id=\"" + escaped(act.id) + "\">\n<h3>" + escaped(act.label.zh) +
         "</h3>\n<table>\n" + row("由谁", joined(act.by, "、")) + row("填写", fields_text(act)) +
         row("条件", words_text(act.conditions)) + row("办理后", after) +
         row("同时", words_text(act.effects)) + row("期限", started_text(view, act)) +
         row("依据", act.article.zh) + "</table>\n</article>\n";
}

// The acts that fit, each told in full the first time and named after that.
template <class Fits>
std::string acts_html(const ProcedureView& view, std::set<std::string>& told, Fits fits) {
  std::string html, again;
  for (const auto& act : view.acts) {
    if (!fits(act)) continue;
    if (told.insert(act.id).second) {
      html += act_html(view, act);
    } else {
      again += std::string(again.empty() ? "" : "、") + "<a href=\"#" + escaped(act.id) + "\">" +
               escaped(act.label.zh) + "</a>";
    }
  }
  return again.empty() ? html : html + "<p>同前：" + again + "</p>\n";
}

std::string steps_html(const ProcedureView& view) {
  std::set<std::string> told;
  std::string html = "<h2>怎样办</h2>\n<ol class=\"steps\">\n<li><strong>开始</strong>\n" +
                     acts_html(view, told, [](const auto& act) { return act.opens; }) + "</li>\n";
  for (const auto& state : view.states) {
    const std::string acts = acts_html(view, told, [&](const auto& act) {
      return std::ranges::count(act.from, state.id, &Named::id) > 0;
    });
    if (acts.empty()) continue;
    html += "<li><strong>" + escaped(state.label.zh) + "</strong> " +
            grey(state.owner ? "由" + state.owner->label.zh + "办理" : "已办结") + "\n" + acts +
            "</li>\n";
  }
  const std::string any = acts_html(view, told, [](const auto& act) { return act.from_any; });
  if (!any.empty()) html += "<li><strong>办结前随时可以</strong>\n" + any + "</li>\n";
  return html + "</ol>\n";
}

std::string ends_html(const ProcedureView& view) {
  std::string html = "<h2>结果</h2>\n<table>\n";
  for (const auto& state : view.states) {
    if (!state.owner) html += row(state.label.zh, state.outcome.zh);
  }
  return html + "</table>\n";
}

std::string deadlines_html(const ProcedureView& view) {
  if (view.deadlines.empty()) return "";
  std::string html =
      "<h2>期限</h2>\n<div class=\"scroll\"><table><thead><tr><th>事项</th><th>由谁</th>"
      "<th>多长</th><th>自何时起</th><th>依据</th></tr></thead><tbody>\n";
  for (const auto& one : view.deadlines) {
    std::string more;
    if (!one.replaces.empty()) more += "；取代“" + joined(one.replaces, "”“") + "”的期限";
    if (!one.paused_in.empty()) more += "；“" + joined(one.paused_in, "”“") + "”期间不计";
    if (one.provisional) more += "；天数待核实";
    html += "<tr><td>" + escaped(one.label.zh) + "</td><td>" + escaped(one.owed_by.label.zh) +
            "</td><td>" + escaped(one.length.zh) + "</td><td>" +
            escaped(one.counted_from.zh + more) + "</td><td>" + escaped(one.article.zh) +
            "</td></tr>\n";
  }
  return html +
         "</tbody></table></div>\n<p class=\"grey\">期限自次日起算，以国务院公布的放假"
         "调休安排计算工作日；到期未办的自动列入<a href=\"/plain/breaches\">期限公示</a>。</p>\n";
}

std::string documents_html(const ProcedureView& view) {
  if (view.documents.empty()) return "<h2>材料</h2>\n<p>无须提交材料。</p>\n";
  std::string html = "<h2>材料</h2>\n<table>\n";
  for (const auto& one : view.documents) html += row(one.label.zh, one.article.zh);
  return html + "</table>\n<p class=\"grey\">除此以外不收取任何材料。</p>\n";
}

// Those about a record are opened beside it, but by an office for somebody who came to it.
std::string begin_html(const ProcedureView& view, bool official) {
  if (view.about.id == "record" && !official)
    return "<p>在记录旁提出：先<a href=\"/plain\">查询组织</a>，或者打开<a "
           "href=\"/plain/me/file\">本人信息</a>。</p>\n";
  return "<p><a class=\"button\" href=\"/plain/cases/new?procedure=" + escaped(view.id) +
         "\">现在办理</a></p>\n";
}

Response page_procedure(const Services& services, const Request& request) {
  const auto view = app::procedure_view(
      services.book, procedure_by_id(services, request.value("id")), services.clock.now().day());
  const std::string body =
      "<h1>" + escaped(view.label.zh) + "</h1>\n<p>" + escaped(view.summary.zh) +
      "</p>\n<table>\n" + row("适用", joined(view.subjects, "、")) +
      row("针对", view.about.label.zh) + row("依据", view.article.zh) +
      row("保密", view.applicant_sealed ? "谁提出的，只有公共信用信息机构知道。" : "") +
      "</table>\n" + begin_html(view, is_official(request)) + steps_html(view) +
      deadlines_html(view) + documents_html(view) + ends_html(view) + "<h2>流程图</h2>\n" +
      view.diagram;
  return html_response(page(view.label.zh, body, &request));
}

Response page_procedures(const Services& services, const Request& request) {
  std::string body = "<h1>办事程序</h1>\n<ul class=\"hits\">\n";
  for (const auto& one : app::procedures_in(services.book, services.cases.region())) {
    body += "<li><a href=\"/plain/procedures/" + escaped(one.id) + "\">" + escaped(one.label.zh) +
            "</a> " + grey(one.article.zh) + "<br>" + escaped(one.summary.zh) + "</li>\n";
  }
  return html_response(page("办事程序", body + "</ul>\n", &request));
}

}  // namespace

std::vector<Route> procedure_page_routes() {
  return {
      {"GET", "/plain/procedures", {"办事程序", "Procedures"}, {}, now(page_procedures)},
      {"GET", "/plain/procedures/{id}", {"一个程序", "A procedure"}, {}, now(page_procedure)},
  };
}

}  // namespace credence::http
