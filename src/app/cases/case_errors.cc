// SPDX-License-Identifier: Apache-2.0
#include "app/cases/case_errors.h"

#include <algorithm>

#include "rulebook/terms.h"

namespace credence::app::case_errors {
namespace {

using rulebook::Act;
using rulebook::Procedure;
using rulebook::RuleBook;

Words parties_of(const std::vector<rulebook::Party>& by) {
  Words text;
  for (const auto party : by) {
    const auto& term = rulebook::term_of(rulebook::party_terms, party);
    text.zh += (text.zh.empty() ? "" : "、") + std::string(term.zh);
    text.en += (text.en.empty() ? "" : ", ") + std::string(term.name);
  }
  return text;
}

}  // namespace

Error not_found() {
  return make_error(ErrorCode::not_found, "case.not_found",
                    {"没有这一案件，或者不由您办理、与您无关。",
                     "There is no such case, or it is none of yours."},
                    {"请核对案号。", "Check its number."}, "SD-2020/37");
}

Error no_subject() {
  return make_error(ErrorCode::not_found, "subject.not_found",
                    {"平台上没有该信用主体可供您办理的信息。",
                     "The platform holds nothing on this subject for you to act on."},
                    {"请核对代码。", "Check the code."}, "SD-2020/20");
}

Error no_record() {
  return make_error(ErrorCode::not_found, "record.not_found",
                    {"没有这一条记录。", "There is no such record."},
                    {"请从记录页面进入，或核对记录编号（record）。",
                     "Start from the record's page, or check its number (record)."},
                    "SD-2020/39");
}

Error no_code() {
  return make_error(ErrorCode::invalid, "case.code",
                    {"须写明是关于哪个信用主体的。", "Say which subject it is about."},
                    {"请填写代码（code）。", "Give its code (code)."}, "SD-2020/39");
}

Error no_procedure(const RuleBook& book, const std::string& kind) {
  std::string known;
  for (const auto& [id, one] : book.procedures) {
    if (known.find(one.kind) == std::string::npos) known += (known.empty() ? "" : ", ") + one.kind;
  }
  return make_error(ErrorCode::invalid, "case.procedure",
                    {"没有程序“" + kind + "”。", "There is no procedure “" + kind + "”."},
                    {"可用：" + known + "。", "There are: " + known + "."}, "SD-2020/39");
}

Error not_for(const Procedure& procedure) {
  return make_error(ErrorCode::invalid, "case.subjects",
                    {"程序“" + procedure.label.zh + "”不适用于这类信用主体。",
                     "The procedure “" + procedure.label.en + "” is not for this kind of subject."},
                    {"请选用适用的程序。", "Choose one that is."}, procedure.basis);
}

Error not_a_party(const Procedure& procedure, const std::string& id) {
  std::vector<rulebook::Party> by;
  for (const Act& act : procedure.acts) {
    if (id.empty() ? act.opens() : act.id == id) by.insert(by.end(), act.by.begin(), act.by.end());
  }
  const Words who = parties_of(by);
  return make_error(ErrorCode::forbidden, "case.party",
                    {"您不是可以办理这一步骤的一方。", "You are not a party who may do this."},
                    {"由以下各方办理：" + who.zh + "。", "It is for: " + who.en + "."},
                    procedure.basis);
}

Error open_already(const std::string& number) {
  return make_error(ErrorCode::conflict, "case.open_already",
                    {"您已就这条记录提出，正在办理：" + number + "。",
                     "You have one open about this record: " + number + "."},
                    {"请在该案件中补充。", "Add to that case."}, "SD-2020/39");
}

Error moved_on(int steps) {
  return make_error(
      ErrorCode::conflict, "case.moved_on",
      {"您查看之后，案件又有新的办理（现为第 " + std::to_string(steps) + " 步）。",
       "The case has moved on since you looked (it is at step " + std::to_string(steps) + ")."},
      {"请重新打开案件，核对后再办理。", "Open it again, look, and then act."}, "SD-2020/39");
}

Error four_eyes(const Act& act) {
  return make_error(ErrorCode::forbidden, "case.four_eyes",
                    {"“" + act.label.zh + "”须由前一步骤经办人以外的人办理。",
                     "“" + act.label.en + "” is for somebody else than who did the step before."},
                    {"请由另一名经办人办理。", "Let a colleague do it."}, act.basis);
}

Error only_once(const Act& act) {
  return make_error(
      ErrorCode::conflict, "case.once",
      {"“" + act.label.zh + "”只能办理一次。", "“" + act.label.en + "” can be done once only."},
      {"如仍不服，可以依法申请行政复议或者提起诉讼。",
       "Whoever is still not content may appeal by law."},
      act.basis);
}

Error too_late(const RuleBook& book, const Act& act, const std::string& clock, Date last) {
  return make_error(ErrorCode::too_late, "case.within",
                    {"“" + act.label.zh + "”的期限已于 " + to_string(last) + " 届满。",
                     "The time for “" + act.label.en + "” ended on " + to_string(last) + "."},
                    {"如有新情况，请另行提出。", "If there is something new, open another case."},
                    book.clock(clock, last).basis);
}

Error document_missing(const Procedure& procedure, const Act& act, const std::string& kind) {
  const auto at = std::ranges::find(procedure.documents, kind, &rulebook::DocumentKind::id);
  const Words label = at == procedure.documents.end() ? Words{kind, kind} : at->label;
  return make_error(ErrorCode::invalid, "case.document_missing",
                    {"“" + act.label.zh + "”须附：" + label.zh + "。",
                     "“" + act.label.en + "” needs this document: " + label.en + "."},
                    {"请上传后随同提交（documents，kind 为 " + kind + "）。",
                     "Upload it and send it along (documents, kind " + kind + ")."},
                    at == procedure.documents.end() ? act.basis : at->basis);
}

}  // namespace credence::app::case_errors
