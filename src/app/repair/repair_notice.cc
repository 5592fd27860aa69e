// SPDX-License-Identifier: Apache-2.0
#include "app/repair/repair_notice.h"

#include <algorithm>

#include "base/text.h"
#include "domain/subject.h"
#include "rulebook/terms.h"

namespace credence::app {
namespace {

using domain::SubjectKind;
using rulebook::Role;
using rulebook::RuleBook;

// As the party's kind is written in a record.
bool about_person(std::string_view kind) {
  return kind == rulebook::term_of(rulebook::subject_terms, SubjectKind::person).zh;
}

Words label_of(const std::string& severity) {
  if (severity == "minor") return {"轻微", "Minor"};
  if (severity == "general") return {"一般", "General"};
  if (severity == "serious") return {"严重", "Serious"};
  return {"未分类", "Unclassed"};
}

void add_basis(const std::string& basis, std::vector<std::string>& bases) {
  if (!basis.empty() && std::ranges::count(bases, basis) == 0) bases.push_back(basis);
}

Words when_of(const RepairNotice& notice, const std::vector<RepairObstacle>& obstacles) {
  if (!notice.published) {
    return {"该处罚属于不予公示的一类，无需申请修复。",
            "This penalty is of a class that is not published; no repair is needed."};
  }
  const std::string end_zh =
      notice.publicity_end ? "公示至 " + to_string(notice.publicity_end->plus_days(-1)) + " 止"
                           : std::string("在有效期内持续公示");
  const std::string end_en =
      notice.publicity_end ? "It is shown to " + to_string(notice.publicity_end->plus_days(-1))
                           : std::string("It is shown while it is in force");
  if (notice.earliest) {
    return {end_zh + "；义务履行完毕的，" + to_string(*notice.earliest) +
                " 起可以申请修复，提前终止公示。",
            end_en + "; once the duties are done, repair may be asked for from " +
                to_string(*notice.earliest) + " on."};
  }
  Words words = {end_zh + "；依法不得提前终止公示", end_en + "; its publicity may not end early"};
  for (const RepairObstacle& obstacle : obstacles) {
    if (obstacle.until) continue;
    return {words.zh + "：" + obstacle.reason.zh, words.en + ": " + obstacle.reason.en};
  }
  return {words.zh + "。", words.en + "."};
}

// ---- the page

// Colours keep 7:1 against their ground (WCAG 2.1, 1.4.6).
constexpr std::string_view style = R"css(
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1a1a1a;line-height:1.7;
font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
article{max-width:48rem;margin:0 auto;padding:2rem 1.5rem}
h1{margin:0 0 1rem;font-size:1.6rem;text-align:center;color:#12355b}
h2{margin:1.25rem 0 .25rem;font-size:1.1rem;color:#12355b}
p,ol{margin:.25rem 0}
table{width:100%;border-collapse:collapse}
th,td{padding:.35rem .6rem;border:1px solid #b5bdc7;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th[scope=row]{width:11rem;font-weight:400;color:#333;background:#f2f5f9}
.when{font-weight:700}
.small{font-size:.85rem;color:#4a4a4a}
@page{size:A4;margin:18mm 16mm}
@media print{article{max-width:none;padding:0}article+article{break-before:page}
th{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)css";

void row(std::string& out, std::string_view label, const std::string& value) {
  if (value.empty()) return;
  out +=
      "<tr><th scope=\"row\">" + std::string(label) + "</th><td>" + escaped(value) + "</td></tr>\n";
}

std::string text_of(const std::optional<Date>& day) { return day ? to_string(*day) : ""; }

void write_head(std::string& out, const RepairNotice& notice) {
  out +=
      "<h1>信用修复告知书</h1>\n<p>" + escaped(notice.subject_name) +
      "：</p>\n<p>现将与下列行政处罚决定有关的公示和信用修复事项一并告知：</p>\n<table><tbody>\n";
  row(out, "行政处罚决定书文号", notice.document_number);
  row(out, "作出决定的机关", notice.issuing_body);
  row(out, "决定日期", text_of(notice.decided_on));
  row(out, "失信程度", notice.severity_label.zh);
  if (notice.published) {
    row(out, "最早可以申请修复", notice.earliest ? text_of(notice.earliest) : "依法不得修复");
    row(out, "终止公示（未修复的）", text_of(notice.publicity_end));
  }
  out += "</tbody></table>\n<p class=\"when\">" + escaped(notice.when.zh) + "</p>\n";
}

template <class T, class TextOf>
void write_list(std::string& out, std::string_view heading, const std::vector<T>& lines,
                TextOf text) {
  out += "<h2>" + std::string(heading) + "</h2>\n<ol>\n";
  for (const T& line : lines) out += "<li>" + escaped(text(line)) + "</li>\n";
  out += "</ol>\n";
}

void write_how(std::string& out, const RepairNotice& notice) {
  write_list(out, "修复条件", notice.conditions, [](const Words& words) { return words.zh; });
  write_list(out, "需要的材料（仅此，不收费）", notice.materials,
             [](const NeededMaterial& material) { return material.label.zh; });
  out += "<h2>申请渠道</h2>\n<p>" + escaped(notice.where.zh) + "</p>\n";
}

void write_bases(std::string& out, const RuleBook& book, const RepairNotice& notice,
                 const std::string& issuer) {
  out += "<h2>依据</h2>\n<p>";
  std::string cited;
  for (const auto& basis : notice.bases) cited += (cited.empty() ? "" : "；") + book.cite(basis);
  out += escaped(cited) + "</p>\n";
  if (notice.provisional)
    out += "<p class=\"small\">所依规则中有待核实之处，以主管部门公布的文本为准。</p>\n";
  out += "<p class=\"small\">" + escaped(issuer) + "</p>\n";
}

}  // namespace

std::optional<RepairNotice> repair_notice(const RuleBook& book, const ShownRecord& record) {
  const rulebook::Item* item = book.catalogue.find(record.item);
  if (item == nullptr || item->validity != "penalty" || !record.decided_on) return std::nullopt;
  if (about_person(shown_value(*item, record, Role::subject_kind))) return std::nullopt;
  const RepairFacts facts = repair_facts(book, record);
  const Repairability repair = repairability(book, facts, *record.decided_on);
  RepairNotice notice;
  notice.subject_name = shown_value(*item, record, Role::subject_name);
  notice.document_number = record.document_number;
  notice.issuing_body = record.issuing_body;
  notice.decided_on = record.decided_on;
  notice.severity = repair.severity;
  notice.severity_label = label_of(repair.severity);
  notice.published = facts.publicity.shown;
  notice.publicity_end = facts.publicity.publicity_end;
  notice.earliest = repair.from;
  notice.when = when_of(notice, repair.obstacles);
  notice.provisional = repair.provisional;
  add_basis(facts.publicity.basis, notice.bases);
  for (const auto& obstacle : repair.obstacles) add_basis(obstacle.basis, notice.bases);
  if (!repair.from) return notice;
  notice.conditions = repair.conditions;
  notice.materials = repair.materials;
  notice.where = repair.where;
  notice.procedure = repair.procedure;
  add_basis(repair.basis, notice.bases);
  for (const auto& material : repair.materials) add_basis(material.basis, notice.bases);
  return notice;
}

std::vector<RepairNotice> repair_notices(const RuleBook& book,
                                         std::span<const ShownRecord> records) {
  std::vector<RepairNotice> notices;
  for (const ShownRecord& record : records) {
    if (auto notice = repair_notice(book, record)) notices.push_back(std::move(*notice));
  }
  return notices;
}

std::string to_html(const RuleBook& book, std::span<const RepairNotice> notices,
                    const std::string& issuer) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n<title>信用修复告知书</title>\n<style>";
  out += style;
  out += "</style>\n</head>\n<body>\n<main>\n";
  for (const RepairNotice& notice : notices) {
    out += "<article>\n";
    write_head(out, notice);
    if (notice.earliest) write_how(out, notice);
    write_bases(out, book, notice, issuer);
    out += "</article>\n";
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace credence::app
