// SPDX-License-Identifier: Apache-2.0
#include "http/page_forms.h"

#include "app/report/parts.h"
#include "http/address.h"

namespace credence::http {

using app::escaped;

Form form_of(const Request& request) {
  Form form;
  if (is_multipart(request.content_type)) {
    for (auto& part : read_multipart(request.content_type, request.body).or_throw()) {
      if (!part.is_file) form.emplace(std::move(part.name), part.bytes);
    }
    return form;
  }
  auto values = parse_query(request.body);
  if (!values) throw Failure(values.error());
  for (auto& [name, value] : *values) form.emplace(name, value);
  return form;
}

std::vector<Part> files_of(const Request& request) {
  if (!is_multipart(request.content_type)) return {};
  auto parts = read_multipart(request.content_type, request.body).or_throw();
  std::erase_if(parts, [](const Part& one) { return one.file_name.empty(); });
  return parts;
}

std::string field(const Form& form, std::string_view name) {
  const auto at = form.find(name);
  return at == form.end() ? "" : at->second;
}

Response see(const std::string& where) {
  Response response = html_response("", 303);
  response.headers.emplace_back("Location", where);
  return response;
}

std::string hidden(const std::string& name, const std::string& value) {
  return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(value) + "\">";
}

std::string csrf_field(const Request& request) {
  return request.session ? hidden("csrf", request.session->csrf) : "";
}

std::string input(const std::string& name, const std::string& label, const std::string& more) {
  return "<label for=\"" + name + "\">" + label + "</label><input id=\"" + name + "\" name=\"" +
         name + "\" " + more + ">\n";
}

std::string own_links(const Request& request) {
  using domain::Power;
  if (!request.caller.is_subject()) {
    const bool cases =
        request.caller.may(Power::handle_cases) || request.caller.may(Power::supervise_cases);
    std::string links =
        cases ? "<a href=\"/plain/desk\">待办</a> · <a href=\"/plain/cases\">案件</a>" : "";
    if (request.caller.may(Power::ask))
      links += std::string(cases ? " · " : "") + "<a href=\"/plain/check\">核查</a>";
    return links.empty() ? "" : "<p>" + links + "</p>\n";
  }
  return "<p><a href=\"/plain/me/file\">本人信息</a> · <a href=\"/plain/me/looks\">谁查询过我</a> "
         "· "
         "<a href=\"/plain/me/consents\">书面授权</a> · "
         "<a href=\"/plain/me/requests\">权利请求</a> · <a "
         "href=\"/plain/cases\">异议、修复等案件</a> · "
         "<a href=\"/plain/me/repair\">信用修复路径</a></p>\n";
}

}  // namespace credence::http
