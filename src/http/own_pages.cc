// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/report/parts.h"
#include "app/report/qr.h"
#include "base/one_time.h"
#include "base/text.h"
#include "http/account_handlers.h"
#include "http/address.h"
#include "http/asking.h"
#include "http/cookie.h"
#include "http/page_forms.h"
#include "http/page_frame.h"
#include "http/pages.h"
#include "http/problem.h"
#include "http/route_parts.h"

// Signing in, joining by a one-time link, and what concerns oneself: the own file, who looked, and
// the consents given. All work without JavaScript.

namespace credence::http {
namespace {

using app::escaped;

// ---- signing in

// Where to go after signing in: an address of ours, or the own account.
std::string next_page(const std::string& then) {
  const bool ours = then.starts_with("/") && !then.starts_with("//") &&
                    then.find_first_of("\\\r\n\t") == std::string::npos;
  return ours ? then : "/plain/me";
}

std::string sign_in_form(const std::string& name, const std::string& then,
                         const std::string& message) {
  return "<h1>登录</h1>\n" + message +
         "<form class=\"card\" action=\"/plain/sign-in\" method=\"post\">\n" +
         (then.empty() ? "" : hidden("then", then)) +
         input("name", "账号",
               "autocomplete=\"username\" required value=\"" + escaped(name) + "\"") +
         input("password", "口令", "type=\"password\" autocomplete=\"current-password\" required") +
         input("code", "动态口令（如已设置）",
               "inputmode=\"numeric\" autocomplete=\"one-time-code\" maxlength=\"6\"") +
         "<button type=\"submit\">登录</button>\n</form>\n<p class=\"grey\">"
         "没有账号：单位经办人由系统管理员开户；企业和个人凭有效证件到信用中心窗口核验身份后开户。<"
         "/p>\n";
}

Response page_sign_in(const Services&, const Request& request) {
  return html_response(page("登录", sign_in_form("", request.value("then"), ""), &request));
}

Response do_sign_in(const Services& services, const Request& request) {
  const Form form = form_of(request);
  const auto fresh = services.sessions.sign_in(
      services.book, {field(form, "name"), field(form, "password"), field(form, "code")},
      channel_of(request));
  if (fresh)
    return signed_in_response(services, request, *fresh, see(next_page(field(form, "then"))));
  Response response = html_response(
      page("登录", sign_in_form(field(form, "name"), field(form, "then"), alert(fresh.error())),
           &request),
      status_of(fresh.error().code));
  if (fresh.error().wait_seconds > 0)
    response.headers.emplace_back("Retry-After", std::to_string(fresh.error().wait_seconds));
  return response;
}

Response do_sign_out(const Services& services, const Request& request) {
  services.sessions.sign_out(request.session_token);
  Response response = see("/");
  response.headers.emplace_back("Set-Cookie", set_cookie("", request.secure));
  return response;
}

// ---- joining

std::string second_factor_fields(const std::string& secret, const std::string& name, bool needed) {
  const std::string address =
      totp_address("明信", name.empty() ? "credence" : name, from_base32(secret).value_or(""));
  return "<fieldset><legend>动态口令" + std::string(needed ? "（必须设置）" : "（建议设置）") +
         "</"
         "legend>\n<p>用手机上的动态口令应用扫描二维码，或手工输入密钥，再填写它显示的六位数字。</"
         "p>\n" +
         app::qr_svg(app::qr_matrix(address), "动态口令二维码") + "<p>密钥 <code>" +
         escaped(secret) + "</code></p>\n" + hidden("totp_secret", secret) +
         input("code", "应用显示的六位数字",
               std::string("inputmode=\"numeric\" maxlength=\"6\" autocomplete=\"one-time-code\"") +
                   (needed ? " required" : "")) +
         "</fieldset>\n";
}

std::string join_page(const app::Joining& joining, const Form& given, const std::string& message) {
  std::string roles;
  for (const auto& role : joining.roles) roles += (roles.empty() ? "" : "、") + role.zh;
  const bool renewal = !joining.account.empty();
  const std::string name = renewal ? joining.account : field(given, "name");
  const std::string secret =
      field(given, "totp_secret").empty() ? joining.totp_secret : field(given, "totp_secret");
  return "<h1>" + std::string(renewal ? "重设口令" : "开户") + "</h1>\n" + message + "<table>\n" +
         row("单位", joining.unit_name) + row("姓名", joining.person) + row("角色", roles) +
         row("账号", renewal ? joining.account : "") +
         "</table>\n<form class=\"card\" method=\"post\">\n" +
         (renewal ? ""
                  : input("name", "账号名（2–64 个小写字母、数字、汉字或 _-.@）",
                          "autocomplete=\"username\" required value=\"" + escaped(name) + "\"")) +
         input("password", "口令", "type=\"password\" autocomplete=\"new-password\" required") +
         input("again", "再次输入口令",
               "type=\"password\" autocomplete=\"new-password\" required") +
         second_factor_fields(secret, name, joining.second_factor) + "<button type=\"submit\">" +
         (renewal ? "重设" : "开户") + "</button>\n</form>\n";
}

Response page_join(const Services& services, const Request& request) {
  const auto joining = services.members.joining(services.book, request.value("token"));
  if (!joining)
    return html_response(page("开户", "<h1>开户</h1>\n" + alert(joining.error()), &request),
                         status_of(joining.error().code));
  Response response = html_response(page("开户", join_page(*joining, {}, ""), &request));
  // The address is a secret.
  for (auto& [name, value] : response.headers) {
    if (name == "Referrer-Policy") value = "no-referrer";
  }
  return response;
}

Error not_the_same() {
  return make_error(ErrorCode::invalid, "account.password_again",
                    {"两次输入的口令不同。", "The two passwords differ."},
                    {"请重新输入。", "Enter them again."});
}

Response do_join(const Services& services, const Request& request) {
  const Form form = form_of(request);
  const std::string& token = request.value("token");
  const auto joining = services.members.joining(services.book, token).or_throw();
  const bool proves = joining.second_factor || !field(form, "code").empty();
  const bool same = field(form, "password") == field(form, "again");
  const auto joined =
      same ? services.members.join(services.book, token,
                                   {field(form, "name"), field(form, "password"),
                                    proves ? field(form, "totp_secret") : "", field(form, "code")})
           : Result<app::AccountView>(not_the_same());
  if (!joined)
    return html_response(page("开户", join_page(joining, form, alert(joined.error())), &request),
                         status_of(joined.error().code));
  return html_response(page(
      "开户",
      sign_in_form(joined->name, "", "<p class=\"good\" role=\"status\">已开户，请登录。</p>\n"),
      &request));
}

// ---- one's own pages

std::string password_form(const Request& request) {
  return "<h2>更换口令</h2>\n<form class=\"card\" action=\"/plain/me/password\" "
         "method=\"post\">\n" +
         csrf_field(request) +
         input("old", "当前口令", "type=\"password\" autocomplete=\"current-password\" required") +
         input("new", "新口令", "type=\"password\" autocomplete=\"new-password\" required") +
         input("again", "再次输入新口令",
               "type=\"password\" autocomplete=\"new-password\" required") +
         "<button type=\"submit\">更换</button>\n</form>\n";
}

std::string me_page(const Services& services, const Request& request, const std::string& message) {
  const auto account = services.members.account(request.session->account).or_throw();
  std::string roles;
  for (const auto& id : account.grant.roles) {
    const auto role = services.book.roles.find(id);
    roles += (roles.empty() ? "" : "、") +
             (role == services.book.roles.end() ? id : role->second.label.zh);
  }
  std::string sessions;
  for (const auto& one : services.sessions.sessions_of(services.book, request.session_token))
    sessions += row(one.own ? "本次会话" : "其他会话",
                    app::moment(one.started) + " 登录，" + app::moment(one.seen) + " 最近使用");
  const std::string outdated =
      request.session->password_outdated
          ? "<p class=\"bad\" role=\"alert\">口令已到更换期限，请先更换。</p>\n"
          : "";
  return "<h1>我的账号</h1>\n" + message + outdated + own_links(request) + "<table>\n" +
         row("账号", account.name) + row("单位", account.unit_name) + row("角色", roles) +
         row("认证方式", account.second_factor ? "口令和第二因素" : "口令") + sessions +
         "</table>\n" + password_form(request);
}

Response page_me(const Services& services, const Request& request) {
  return html_response(page("我的账号", me_page(services, request, ""), &request));
}

Response do_password(const Services& services, const Request& request) {
  const Form form = form_of(request);
  auto changed = field(form, "new") == field(form, "again")
                     ? services.members.change_password(services.book, request.caller,
                                                        field(form, "old"), field(form, "new"))
                     : Result<void>(not_the_same());
  if (!changed)
    return html_response(
        page("我的账号", me_page(services, request, alert(changed.error())), &request),
        status_of(changed.error().code));
  services.sessions.end_others(request.session_token);
  return see("/plain/me");
}

void page_own_file(const Services& services, const SharedRequest& request, const Reply& reply) {
  const auto permit = own_permit(services, *request);
  auto pending = services.query.own(services.book, permit, as_of(services, *request)).or_throw();
  services.ledger.release_later<Result<app::DisclosedFile>>(
      permit, std::move(pending),
      [request, reply, &services](const Result<app::DisclosedFile>& file) {
        const auto below = [&](const app::ShownRecord& record) {
          return record_links(services, "", record);
        };
        const std::string body =
            "<h1>本人信息</h1>\n" + own_links(*request) +
            (file ? file_html(*file, "全部记录", below) : "<p>平台上没有您的信息。</p>\n");
        reply(html_response(page("本人信息", body, request.get())));
      },
      [request, reply](std::exception_ptr) { reply(not_recorded(request->id)); });
}

std::string looks_table(const app::LooksAtMe& answer) {
  std::string html =
      "<div class=\"scroll\"><table><thead><tr><th>时间</th><th>单位</th><th>目的和依据</th>"
      "<th>办件编号</th><th>看到的事项</th></tr></thead><tbody>\n";
  for (const auto& look : answer.looks) {
    std::string items;
    for (const auto& item : look.item_labels) items += (items.empty() ? "" : "、") + item.zh;
    html += "<tr><td>" + escaped(app::moment(look.at)) + "</td><td>" + escaped(look.unit) +
            "</td><td>" + escaped(look.purpose_label.zh) + "<br><span class=\"grey\">" +
            escaped(look.article.zh) + (look.was_sealed ? "；曾依法保密" : "") +
            "</span></td><td>" + escaped(look.matter) + "</td><td>" +
            escaped(items.empty() ? "没有记录" : items) + "<br><span class=\"grey\">展示 " +
            std::to_string(look.shown) + " 条</span></td></tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

Response page_looks(const Services& services, const Request& request) {
  const auto answer =
      services.looks.at_me(services.book, request.caller, request.value("after"), 100).or_throw();
  std::string body = "<h1>谁查询过我</h1>\n" + own_links(request);
  body += "<p class=\"facts\">共 " + std::to_string(answer.total) +
          " 次有记名的查询（《山东省社会信用条例》第三十七条）。" +
          (answer.complete ? "编号连续，没有缺失。"
                           : "<strong>编号有缺失，请向信用中心查询。</strong>") +
          "</p>\n";
  body += answer.looks.empty() ? "<p>没有记名的查询。</p>\n" : looks_table(answer);
  if (!answer.next.empty())
    body += "<p><a href=\"/plain/me/looks?after=" + answer.next + "\">更早的</a></p>\n";
  if (!answer.public_views.empty()) {
    body += "<h2>公开页面的浏览次数</h2>\n<table>\n";
    for (const auto& one : answer.public_views)
      body += row(to_string(one.day), std::to_string(one.views) + " 次");
    body += "</table>\n";
  }
  return html_response(page("谁查询过我", body, &request));
}

std::string consent_rows(const Request& request, const std::vector<app::Consent>& all, Date today) {
  std::string html;
  for (const auto& one : all) {
    const std::string state = one.withdrawn ? "已撤回（" + to_string(*one.withdrawn) + "）"
                              : one.is_live(today) ? "有效"
                                                   : "不在有效期内";
    html += "<tr><td>" + escaped(one.id) + "</td><td>" + escaped(one.grantee_name) + "</td><td>" +
            escaped(one.use) + "</td><td>" + to_string(one.from) + " 至 " + to_string(one.to) +
            "</td><td>" + escaped(state);
    if (!one.withdrawn) {
      html += "<form action=\"/plain/me/consents/withdraw\" method=\"post\">" +
              csrf_field(request) + hidden("id", one.id) + "<button>撤回</button></form>";
    }
    html += "</td></tr>\n";
  }
  return html;
}

std::string consent_form(const Services& services, const Request& request) {
  std::string units;
  for (const auto& unit : services.members.units()) {
    const bool inquirer = std::ranges::any_of(
        unit.kinds, [](const auto& kind) { return kind == "bank" || kind == "agency"; });
    if (unit.active && inquirer)
      units += "<option value=\"" + escaped(unit.code) + "\">" + escaped(unit.name) + "</option>";
  }
  return "<h2>授权查询</h2>\n<form class=\"wide\" action=\"/plain/me/consents\" "
         "method=\"post\">\n" +
         csrf_field(request) +
         "<label for=\"grantee\">授权给</label><select id=\"grantee\" "
         "name=\"grantee\" required>" +
         units + "</select>\n" + input("use", "用途", "required maxlength=\"150\"") +
         input("from", "自", "type=\"date\" required") +
         input("to", "至", "type=\"date\" required") +
         "<button type=\"submit\">授权</button>\n</form>\n<p class=\"grey\">"
         "授权只用于所写用途，可随时撤回，撤回立即生效（《个人信息保护法》第十五条）。</p>\n";
}

std::string consents_page(const Services& services, const Request& request,
                          const std::string& message) {
  const auto all = services.consents.of(request.caller).or_throw();
  std::string body = "<h1>书面授权</h1>\n" + own_links(request) + message;
  if (all.empty()) {
    body += "<p>没有授权任何单位查询。</p>\n";
  } else {
    body +=
        "<div class=\"scroll\"><table><thead><tr><th>编号</th><th>授权给</th><th>用途</th>"
        "<th>期限</th><th>状态</th></tr></thead><tbody>\n" +
        consent_rows(request, all, services.clock.now().day()) + "</tbody></table></div>\n";
  }
  return body + consent_form(services, request);
}

Response page_consents(const Services& services, const Request& request) {
  return html_response(page("书面授权", consents_page(services, request, ""), &request));
}

Response consents_after(const Services& services, const Request& request,
                        const Result<app::Consent>& done) {
  if (done) return see("/plain/me/consents");
  return html_response(
      page("书面授权", consents_page(services, request, alert(done.error())), &request),
      status_of(done.error().code));
}

Response do_consent(const Services& services, const Request& request) {
  const Form form = form_of(request);
  const auto from = parse_date(field(form, "from")), to = parse_date(field(form, "to"));
  app::ConsentForm consent;
  consent.grantee = field(form, "grantee");
  consent.use = field(form, "use");
  consent.from = from.value_or(Date());
  consent.to = to.value_or(Date());
  return consents_after(services, request,
                        services.consents.give(services.book, request.caller, consent));
}

Response do_withdraw(const Services& services, const Request& request) {
  return consents_after(services, request,
                        services.consents.withdraw(request.caller, field(form_of(request), "id")));
}

}  // namespace

std::vector<Route> own_page_routes() {
  const Body form = form_body;
  const std::vector<Parameter> after = {{"after", "上一页的 next", "`next` of the page before"}};
  return {
      {"GET",
       "/plain/sign-in",
       {"登录页", "Page to sign in"},
       {{"then", "登录后打开的页面", "the page to go on to"}},
       now(page_sign_in)},
      {"POST",
       "/plain/sign-in",
       {"登录", "Sign in"},
       {},
       now(do_sign_in),
       false,
       nullptr,
       {},
       form,
       true},
      {"POST",
       "/plain/sign-out",
       {"退出", "Sign out"},
       {},
       now(do_sign_out),
       true,
       nullptr,
       upkeep,
       form},
      {"GET",
       "/plain/join/{token}",
       {"凭链接开户", "Open an account by a link"},
       {},
       now(page_join)},
      {"POST",
       "/plain/join/{token}",
       {"开户", "Open it"},
       {},
       now(do_join),
       false,
       nullptr,
       {},
       form,
       true},
      {"GET",
       "/plain/me",
       {"我的账号", "The own account"},
       {},
       now(page_me),
       false,
       nullptr,
       upkeep},
      {"POST",
       "/plain/me/password",
       {"更换口令", "Change the password"},
       {},
       now(do_password),
       false,
       nullptr,
       upkeep,
       form,
       true},
      {"GET",
       "/plain/me/file",
       {"本人信息", "The own file"},
       {},
       page_own_file,
       false,
       nullptr,
       signed_in},
      {"GET",
       "/plain/me/looks",
       {"谁查询过我", "Who looked at me"},
       after,
       now(page_looks),
       false,
       nullptr,
       signed_in},
      {"GET",
       "/plain/me/consents",
       {"书面授权", "Consents"},
       {},
       now(page_consents),
       false,
       nullptr,
       signed_in},
      {"POST",
       "/plain/me/consents",
       {"授权", "Give a consent"},
       {},
       now(do_consent),
       true,
       nullptr,
       signed_in,
       form},
      {"POST",
       "/plain/me/consents/withdraw",
       {"撤回授权", "Withdraw one"},
       {},
       now(do_withdraw),
       true,
       nullptr,
       signed_in,
       form},
  };
}

}  // namespace credence::http
