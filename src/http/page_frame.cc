// SPDX-License-Identifier: Apache-2.0
#include "http/page_frame.h"

#include "app/report/parts.h"

namespace credence::http {
namespace {

using app::escaped;

constexpr const char* style = R"(
:root{color-scheme:light}
body{font:1.05rem/1.7 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1b2430;background:#f5f7fa;margin:0}
header{background:#173a5e;color:#fff}header div,main,footer{max-width:60rem;margin:0 auto;padding:1rem 1.25rem}
header div{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;align-items:center;justify-content:space-between}
header a{color:#fff}header .home{text-decoration:none;font-size:1.3rem;font-weight:700}
nav{display:flex;gap:1.2rem;align-items:center}button.plain{background:none;border:1px solid #9db4cc;padding:.2rem .8rem}
form.card{max-width:26rem}form.card label,form.wide label{margin-top:1rem}form.card input,form.wide input,select{font:inherit;padding:.5rem .6rem;border:1px solid #5b6b7c;border-radius:.3rem;width:100%;box-sizing:border-box}
form.card button,form.wide button{margin-top:1.4rem}form.wide{max-width:40rem}td form{margin:0}.scroll{overflow-x:auto}
.scroll table{min-width:40rem}.scroll table.counts{min-width:0}.scroll th{width:auto}
code{font-size:1.05rem;word-break:break-all}.facts{color:#33404d}
main{background:#fff;min-height:60vh;padding:1.5rem 1.25rem 3rem}
h1{font-size:1.5rem;line-height:1.35;margin:.2rem 0 1rem}h2{font-size:1.15rem;margin:2rem 0 .6rem}
label{display:block;font-weight:600;margin-bottom:.35rem}
input[type=search]{font:inherit;padding:.55rem .7rem;border:1px solid #5b6b7c;border-radius:.3rem;width:min(30rem,62vw)}
button{font:inherit;padding:.55rem 1.3rem;border:0;border-radius:.3rem;background:#0b5cad;color:#fff}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #e08a00;outline-offset:2px}
ul.hits{list-style:none;padding:0}ul.hits li{border-bottom:1px solid #dde3ea;padding:.6rem 0}
.badge{background:#fff3cd;color:#5c4300;border:1px solid #b38600;border-radius:.25rem;padding:0 .4rem;font-size:.9rem}
a{color:#0b5cad}.code,.grey{color:#4c5b6b;font-size:.95rem}
article{border:1px solid #d5dde6;border-radius:.4rem;padding:.8rem 1rem;margin:.8rem 0}
article h3{margin:0 0 .4rem;font-size:1.05rem}
table{border-collapse:collapse;width:100%}th{text-align:left;width:13rem;vertical-align:top;font-weight:600;color:#33404d}
th,td{padding:.25rem .4rem;border-top:1px solid #eef1f5}td{overflow-wrap:anywhere}
.good{background:#e7f5ec;border-left:5px solid #1d7a3e;padding:.8rem 1rem}.bad{background:#fdecea;border-left:5px solid #b3261e;padding:.8rem 1rem}
textarea{font:inherit;padding:.5rem .6rem;border:1px solid #5b6b7c;border-radius:.3rem;width:100%;box-sizing:border-box}
fieldset{border:1px solid #c3cdd8;border-radius:.3rem;margin-top:1rem}summary{font-weight:600;padding:.5rem 0;cursor:pointer}
details{border-bottom:1px solid #dde3ea}ol.steps{padding-left:1.4rem}ol.steps>li{margin:.8rem 0}ol.steps th{width:4.6rem}
svg.diagram{width:100%;max-width:34rem;height:auto;display:block}
.deadline{margin:.8rem 0}.bar{height:.6rem;background:#e3e9f0;border-radius:.3rem;margin:.3rem 0}
.bar span{display:block;height:100%;border-radius:.3rem;background:#0b5cad}.bar.soon span{background:#b36b00}
.bar.late span{background:#b3261e}.bar.over span{background:#1d7a3e}
.tile{display:inline-block;border:1px solid #d5dde6;border-radius:.4rem;padding:.4rem .9rem;margin:.2rem 0}
.tile strong{font-size:1.3rem}.tile.late strong{color:#b3261e}.tile.soon strong{color:#8a4b00}
a.button{display:inline-block;padding:.55rem 1.3rem;border-radius:.3rem;background:#0b5cad;color:#fff;text-decoration:none}
textarea:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid #e08a00;outline-offset:2px}
footer{color:#4c5b6b;font-size:.92rem}
@media(max-width:40rem){th{width:8rem}}
)";

// Where one is and may go.
std::string navigation(const Request* request) {
  if (request == nullptr || !request->session)
    return "<nav><a href=\"/plain/sign-in\">登录</a></nav>";
  return "<nav><a href=\"/plain/me\">" + escaped(request->session->account) +
         "</a><form action=\"/plain/sign-out\" method=\"post\"><input type=\"hidden\" "
         "name=\"csrf\" "
         "value=\"" +
         request->session->csrf + "\"><button class=\"plain\">退出</button></form></nav>";
}

}  // namespace

std::string style_element() { return "<style>" + std::string(style) + "</style>"; }

std::string page(const std::string& title, const std::string& body, const Request* request) {
  return "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
         "name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>" +
         escaped(title) + " · 明信</title>\n" + style_element() +
         "\n</head>\n<body>\n<header><div><a class=\"home\" href=\"/plain\">明信 · "
         "公共信用信息</a>" +
         navigation(request) + "</div></header>\n<main>\n" + body +
         "</"
         "main>\n<footer><p>"
         "只展示依法公开公示的组织信息；自然人信息不公开，也不能按姓名查询（《山东省社会信用条例》"
         "第二十条）。"
         "<a href=\"/plain/procedures\">办事程序</a> · <a href=\"/plain/breaches\">期限公示</a> · "
         "<a href=\"/api/v1/openapi.json\">接口文档</a></p></footer>\n</body>\n</html>\n";
}

std::string row(const std::string& label, const std::string& value) {
  return value.empty() ? ""
                       : "<tr><th scope=\"row\">" + escaped(label) + "</th><td>" + escaped(value) +
                             "</td></tr>\n";
}

std::string alert(const Error& error) {
  return "<p class=\"bad\" role=\"alert\">" + escaped(error.message.zh) + " " +
         escaped(error.remedy.zh) + "</p>\n";
}

}  // namespace credence::http
