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

Error not_of(const RuleBook& book, const Procedure& procedure) {
  Words items;
  for (const auto& id : procedure.items) {
    const auto* item = book.catalogue.find(id);
    if (item == nullptr) continue;
    items.zh += (items.zh.empty() ? "" : "、") + item->label.zh;
    items.en += (items.en.empty() ? "" : ", ") + item->label.en;
  }
  return make_error(ErrorCode::invalid, "case.items",
                    {"程序“" + procedure.label.zh + "”不适用于这类记录。",
                     "The procedure “" + procedure.label.en + "” is not for this kind of record."},
                    {"适用于：" + items.zh + "。", "It is for: " + items.en + "."},
                    procedure.basis);
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

Error day_turned() {
  return make_error(ErrorCode::conflict, "case.day_turned",
                    {"提交时恰逢零时，记录上的日期与办理之日不同，没有办理。",
                     "Midnight passed meanwhile: the record would say another day than the act."},
                    {"请再提交一次。", "Send it again."}, "SD-2020/36");
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

Error too_early(const RuleBook& book, const Act& act, const rulebook::Guard& guard, Date first) {
  const std::string& basis = book.clock(guard.clock, first).basis;
  if (first == forever)
    return make_error(ErrorCode::conflict, "case.too_early",
                      {"“" + act.label.zh + "”之前应当先告知，现在还没有。",
                       "“" + act.label.en + "” needs notice first, and none was given."},
                      {"请先办理告知。", "Give notice first."}, basis);
  return make_error(ErrorCode::conflict, "case.too_early",
                    {"信用主体陈述、申辩的期限尚未届满，“" + act.label.zh + "”最早于 " +
                         to_string(first) + " 办理。",
                     "The time in which the subject may be heard has not run out; “" +
                         act.label.en + "” is possible from " + to_string(first) + " on."},
                    {"请等期限届满，或者在信用主体陈述、申辩之后办理。",
                     "Wait until then, or until the subject was heard."},
                    basis);
}

Error no_list(const Procedure& procedure, const std::string& list) {
  return make_error(
      ErrorCode::invalid, "case.list",
      {"名单“" + list + "”不在施行中，或者不由“" + procedure.label.zh + "”列入。",
       "The list “" + list + "” is not in force, or not entered by “" + procedure.label.en + "”."},
      {"请从表单所列的名单中选择。", "Choose one that the form offers."}, procedure.basis);
}

Error not_for_list(const rulebook::ListRule& list) {
  return make_error(ErrorCode::invalid, "case.list_subjects",
                    {"名单“" + list.label.zh + "”不列入这类信用主体。",
                     "The list “" + list.label.en + "” does not take this kind of subject."},
                    {"请核对主体和名单。", "Check the subject and the list."}, list.basis.front());
}

Error listed_already(const rulebook::ListRule& list) {
  return make_error(ErrorCode::conflict, "case.listed_already",
                    {"该信用主体已在名单“" + list.label.zh + "”之列。",
                     "The subject is on the list “" + list.label.en + "” already."},
                    {"无需再次列入；列入内容有变化的，请更正该记录。",
                     "It need not be listed again; what changed is corrected in that record."},
                    list.basis.front());
}

Error not_listed(const Procedure& procedure) {
  return make_error(
      ErrorCode::conflict, "case.not_listed",
      {"这条记录现在不在可以由“" + procedure.label.zh + "”移出的名单之列。",
       "This record is no entry in force of a list that is left by “" + procedure.label.en + "”."},
      {"已移出、已到期的无需办理；由认定机关另行管理的名单，请向认定机关提出。",
       "What has ended needs nothing; of a list kept elsewhere, ask its authority."},
      procedure.basis);
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
