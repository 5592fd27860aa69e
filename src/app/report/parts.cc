// SPDX-License-Identifier: Apache-2.0
#include "app/report/parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace credence::app {
namespace {

using Label = std::pair<std::string_view, std::string_view>;

constexpr std::array<Label, 3> kinds = {{
    {"organization", "法人和非法人组织"},
    {"individual_business", "个体工商户"},
    {"person", "自然人"},
}};

constexpr std::array<Label, 11> schemes = {{
    {"uscc", "统一社会信用代码"},
    {"registration", "工商注册号"},
    {"organization_code", "组织机构代码"},
    {"tax_registration", "税务登记号"},
    {"institution", "事业单位证书号"},
    {"social_organization", "社会组织登记证号"},
    {"resident_id", "公民身份号码"},
    {"passport", "护照号"},
    {"hk_macao_permit", "港澳居民来往内地通行证号"},
    {"taiwan_permit", "台湾居民来往大陆通行证号"},
    {"foreigner_id", "外国人永久居留身份证号"},
}};

constexpr std::array<Label, 6> audiences = {{
    {"open", "社会公众"},
    {"self", "信用主体本人（本单位）"},
    {"consented", "经信用主体书面授权的查询人"},
    {"public_body", "依法履职的行政机关"},
    {"steward", "公共信用信息机构"},
    {"auditor", "监督检查人员"},
}};

constexpr std::array<Label, 3> severities = {
    {{"minor", "轻微"}, {"general", "一般"}, {"serious", "严重"}}};

constexpr std::array<Label, 3> laws = {{
    {"NDRC-36-2025", "《信用修复管理办法》"},
    {"SD-2020", "《山东省社会信用条例》"},
    {"PIPL-2021", "《中华人民共和国个人信息保护法》"},
}};

template <std::size_t N>
std::string label_in(const std::array<Label, N>& labels, std::string_view code,
                     std::string_view otherwise) {
  const auto at = std::ranges::find(labels, code, &Label::first);
  return printable(at == labels.end() ? otherwise : at->second);
}

void add(std::vector<ReportLine>& lines, std::string_view label, std::string_view value) {
  if (!trim(value).empty()) lines.push_back({printable(label), printable(value)});
}

void add_day(std::vector<ReportLine>& lines, std::string_view label, const std::optional<Date>& day,
             std::string_view then) {
  if (day) add(lines, label, to_string(*day) + std::string(then));
}

// A head line, unless one of the record's fields says the same.
void add_head(std::vector<ReportLine>& lines, const ShownRecord& record, std::string_view label,
              std::string_view value) {
  const bool said = std::ranges::any_of(
      record.fields, [&](const ShownField& field) { return field.value == value; });
  if (!said) add(lines, label, value);
}

void add_head(std::vector<ReportLine>& lines, const ShownRecord& record, std::string_view label,
              const std::optional<Date>& day) {
  if (day) add_head(lines, record, label, *day == forever ? std::string("长期") : to_string(*day));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : "、") + part;
  return all;
}

int total_of(const CreditReport& report) {
  int total = 0;
  for (const auto& section : report.sections) total += section.count;
  return total;
}

// Nothing when the text is not a number from 1 to 999 only.
std::optional<int> plain_number(std::string_view text) {
  int number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size() || number < 1 || number > 999)
    return std::nullopt;
  return number;
}

ReportNote about_content(const CreditReport& report) {
  return {"关于本报告的内容",
          {"本报告由" + report.issuer +
               "根据依法归集的公共信用信息自动生成，只陈述事实、来源和展示理由，不含对信用主体的评"
               "价结论。",
           "本报告反映截至 " + to_string(report.as_of.day) +
               " 依法可以展示的信息，所依据的数据归集至 " + moment(report.as_of.known) +
               "；此后新增、变更、异议或修复的结果不在其中。",
           "掩码（*"
           "）处为依法不予展示的内容。标注“暂定”的日期所依据的规则尚待国家或者省有关部门确认。"}};
}

ReportNote about_sources() {
  return {"关于信息来源",
          {"每条信息均列明来源单位、接收时间和批次。信息的真实性、准确性由来源单位负责；信用主体有"
           "权知晓信息来源和变动理由，并免费查询自身信息（" +
           basis_in_words("SD-2020/37") + "）。"}};
}

ReportNote about_periods() {
  return {
      "关于展示期限",
      {"“公示截止”之日起不再向社会公示；“披露截止”之日起不再披露、查询，也不再作为失信惩戒的依据。"
       "失信信息披露期限自失信行为终止之日起最长不超过五年，法律、行政法规另有规定的除外（" +
       basis_in_words("SD-2020/38") + "）。"}};
}

ReportNote about_objection() {
  return {"如何提出异议",
          {"认为信息存在错误、遗漏，或者采集、归集、披露、使用侵犯合法权益的，可以向公共信用信息机"
           "构或者该条信息的来源单位提出异议申请，并注明本报告编号和信息序号。",
           "属于受理单位处理范围的，自收到申请之日起三个工作日内处理并告知结果；需要其他单位协助核"
           "查的，自收到申请之日起七个工作日内处理并告知结果（" +
               basis_in_words("SD-2020/39") + "）。"}};
}

ReportNote about_repair() {
  return {"如何申请信用修复",
          {"主动纠正失信行为、消除不良影响的，可以自“可申请修复日”起，通过“信用中国”网站、服务窗口"
           "或者认定单位提出信用修复申请。",
           "申请时提交义务履行完毕的证明材料和信用承诺书即可，信用修复不收取费用。受理单位按照国家"
           "有关规定办理并及时告知结果（" +
               basis_in_words("SD-2020/41") + "）。"}};
}

ReportNote about_confirming(const CreditReport& report) {
  return {
      "如何核验本报告",
      {"扫描首页二维码，或者打开 " + report.confirm_url + " ，即可核验本报告是否由出具单位出具。",
       "也可以在出具单位网站的“报告核验”页面输入报告编号 " + report.number + " 和校验码 " +
           report.check_code + " 。核验结果与纸面不一致的，以核验结果为准。"}};
}

}  // namespace

std::string chinese_number(int number) {
  constexpr std::array<std::string_view, 10> digits = {"",   "一", "二", "三", "四",
                                                       "五", "六", "七", "八", "九"};
  if (number < 1 || number > 99) return std::to_string(number);
  const auto tens = static_cast<std::size_t>(number / 10),
             ones = static_cast<std::size_t>(number % 10);
  std::string text;
  if (tens > 0) text = (tens > 1 ? std::string(digits[tens]) : std::string()) + "十";
  return text += digits[ones];
}

std::string basis_in_words(std::string_view basis) {
  const auto slash = basis.find('/');
  const std::string_view law = basis.substr(0, slash);
  std::string text = label_in(laws, law, law);
  if (slash == std::string_view::npos) return text;
  const std::string_view place = basis.substr(slash + 1);
  const auto article = plain_number(place);
  return text + (article ? "第" + chinese_number(*article) + "条" : " " + printable(place));
}

std::string moment(Instant instant) {
  std::string text = to_string(instant).substr(0, 19);  // 2024-03-01T09:30:00
  if (text.size() > 10) text[10] = ' ';
  return text;
}

std::string kind_label(std::string_view subject_kind) {
  return label_in(kinds, subject_kind, "信用主体");
}
std::string scheme_label(std::string_view code_scheme) {
  return label_in(schemes, code_scheme, "其他证件号码");
}
std::string audience_label(std::string_view audience) {
  return label_in(audiences, audience, audience);
}
std::string severity_label(std::string_view severity) {
  return label_in(severities, severity, severity);
}

std::string subject_title(const ShownSubject& subject) {
  if (!trim(subject.name).empty()) return printable(subject.name);
  return subject.kind == "person" ? "（自然人，姓名不予展示）" : "（名称未归集）";
}

std::vector<ReportLine> cover_lines(const CreditReport& report) {
  const ShownSubject& subject = report.subject;
  std::vector<ReportLine> lines;
  add(lines, "信用主体", subject_title(subject));
  for (const auto& code : subject.codes) add(lines, scheme_label(code.scheme), code.code);
  add(lines, "主体类别", kind_label(subject.kind));
  add(lines, "曾用名", joined(subject.former_names));
  add(lines, "登记地区", subject.region);
  add(lines, "登记管理部门", subject.authority);
  add(lines, "登记信息", subject.registered ? "已归集" : "尚未归集，主体信息来自其他公共信用信息");
  add(lines, "报告编号", report.number);
  add(lines, "校验码", report.check_code);
  add(lines, "出具时间", moment(report.made));
  add(lines, "信息截至",
      to_string(report.as_of.day) + "（数据归集至 " + moment(report.as_of.known) + "）");
  add(lines, "查询用途", report.purpose);
  add(lines, "查询身份", audience_label(report.audience));
  add(lines, "出具单位", report.issuer);
  add(lines, "报告版本", report.version);
  add(lines, "规则版本", report.edition);
  return lines;
}

std::string section_heading(const CreditReport& report, std::size_t index) {
  return chinese_number(static_cast<int>(index) + 1) + "、" +
         printable(report.sections.at(index).title.zh);
}

std::vector<ReportLine> summary_lines(const CreditReport& report) {
  std::vector<ReportLine> lines;
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    lines.push_back({section_heading(report, i), std::to_string(report.sections[i].count)});
  }
  lines.push_back({"合计", std::to_string(total_of(report))});
  return lines;
}

std::string nothing_found(const CreditReport& report) {
  return "无（截至 " + to_string(report.as_of.day) + " 未查询到相关信息）";
}

std::string record_heading(const ShownRecord& record, int number) {
  const std::string& told = record.caption.empty() ? record.item_label.zh : record.caption;
  std::string heading = std::to_string(number) + ". " + printable(told);
  for (const auto& mark : record.marks) {
    if (mark.kind == "disputed" || mark.kind == "lifted")
      heading += "【" + printable(mark.label.zh) + "】";
  }
  return heading;
}

std::vector<ReportLine> record_lines(const ShownRecord& record) {
  std::vector<ReportLine> lines;
  add(lines, "信息类别", record.item_label.zh);
  add_head(lines, record, "文书号", record.document_number);
  add_head(lines, record, "认定单位", record.issuing_body);
  add_head(lines, record, "认定单位代码", record.issuing_body_code);
  add_head(lines, record, "认定日期", record.decided_on);
  for (const auto& field : record.fields) add(lines, field.label.zh, field.value);
  add_head(lines, record, "有效期自", record.valid_from);
  add_head(lines, record, "有效期至", record.valid_to);
  add(lines, "失信程度", severity_label(record.severity));
  for (const auto& mark : record.marks) add(lines, mark.label.zh, mark_told(mark));
  return lines;
}

std::vector<ReportLine> origin_lines(const ShownRecord& record) {
  const Provenance& source = record.source;
  const std::string_view doubt = record.provisional ? "（暂定）" : "";
  std::vector<ReportLine> lines;
  add(lines, "来源单位", source.provider_name.empty() ? source.provider : source.provider_name);
  add(lines, "接收时间", moment(source.received));
  add(lines, "批次", std::to_string(source.batch) + " 第 " + std::to_string(source.row) + " 行");
  add(lines, "依据", basis_in_words(record.basis));
  add(lines, "展示理由", record.reason.zh);
  add_day(lines, "公示截止", record.publicity_end, std::string(" 起不再公示") += doubt);
  add_day(lines, "披露截止", record.disclosure_end,
          std::string(" 起不再披露、查询和使用") += doubt);
  add_day(lines, "可申请修复日", record.earliest_repair, std::string(" 起") += doubt);
  return lines;
}

std::string mark_told(const ShownMark& mark) {
  std::string told = mark.text.empty() ? "" : printable(mark.text) + "\n";
  told += "自 " + to_string(mark.since.day()) + " 起";
  if (!mark.basis.empty()) told += "（依据：" + basis_in_words(mark.basis) + "）";
  if (!mark.case_number.empty()) told += "，案号 " + printable(mark.case_number);
  return told;
}

std::string withheld_intro(const CreditReport& report) {
  if (report.withheld.empty()) return "没有依法不予展示的信息。";
  int count = 0;
  for (const auto& one : report.withheld) count += one.count;
  return "另有 " + std::to_string(count) + " 条信息依法不予展示，原因如下。";
}

std::string withheld_reason(const WithheldCount& withheld) {
  const std::string basis =
      withheld.basis.empty() ? "" : "（依据：" + basis_in_words(withheld.basis) + "）";
  return printable(withheld.reason.zh) + basis;
}

std::vector<ReportNote> notes(const CreditReport& report) {
  std::vector<ReportNote> all = {about_content(report), about_sources(), about_periods(),
                                 about_objection(),     about_repair(),  about_confirming(report)};
  for (auto& note : all) {
    for (auto& paragraph : note.paragraphs) paragraph = printable(paragraph);
  }
  return all;
}

std::string qr_label(const CreditReport& report) {
  return "扫码核验报告 " + printable(report.number);
}

}  // namespace credence::app
