// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "domain/disclosure.h"
#include "domain/publicity.h"
#include "domain/subject.h"
#include "rulebook/catalogue.h"
#include "rulebook/rulebook.h"

// The words of the rule files for closed sets of values, with their Chinese labels.

namespace credence::rulebook {

template <class E>
struct Term {
  E value;
  std::string_view name;  // as written in a rule file
  std::string_view zh;
};

template <class Terms>
auto value_named(const Terms& terms, std::string_view name) {
  std::optional<std::remove_cvref_t<decltype(terms[0].value)>> found;
  for (const auto& term : terms) {
    if (term.name == name) found = term.value;
  }
  return found;
}

// The term of a value; REQUIRES: the value has one, as every enumerator does.
template <class Terms, class E>
const auto& term_of(const Terms& terms, E value) {
  std::size_t at = 0;
  while (at + 1 < terms.size() && terms[at].value != value) ++at;
  return terms[at];
}

// The label of a value: the Chinese one of its term, and its name read as English.
template <class Terms, class E>
Words words_of(const Terms& terms, E value) {
  const auto& term = term_of(terms, value);
  std::string english(term.name);
  std::ranges::replace(english, '_', ' ');
  return {std::string(term.zh), std::move(english)};
}

template <class Terms>
std::string names_of(const Terms& terms) {
  std::string names;
  for (const auto& term : terms) names += (names.empty() ? "" : ", ") + std::string(term.name);
  return names;
}

inline constexpr auto law_level_terms = std::to_array<Term<LawLevel>>({
    {LawLevel::statute, "statute", "法律"},
    {LawLevel::regulation, "regulation", "行政法规"},
    {LawLevel::central_policy, "central_policy", "党中央、国务院政策文件"},
    {LawLevel::judicial, "judicial", "司法解释"},
    {LawLevel::department, "department", "部门规章、规范性文件"},
    {LawLevel::local_regulation, "local_regulation", "地方性法规"},
    {LawLevel::local_document, "local_document", "地方政府规章、规范性文件"},
    {LawLevel::standard, "standard", "标准"},
});

inline constexpr auto nature_terms = std::to_array<Term<Nature>>({
    {Nature::basic, "basic", "基础信息"},
    {Nature::dishonesty, "dishonesty", "失信信息"},
    {Nature::good, "good", "守信信息"},
    {Nature::other, "other", "其他信息"},
});

inline constexpr auto disclosure_terms = std::to_array<Term<DisclosureMode>>({
    {DisclosureMode::open, "open", "公开公示"},
    {DisclosureMode::authorized, "authorized", "授权查询"},
    {DisclosureMode::government, "government", "政务共享"},
});

inline constexpr auto field_type_terms = std::to_array<Term<FieldType>>({
    {FieldType::text, "text", "文本"},
    {FieldType::date, "date", "日期"},
    {FieldType::money, "money", "金额（万元）"},
    {FieldType::integer, "integer", "整数"},
    {FieldType::number, "number", "数值"},
    {FieldType::choice, "choice", "单选"},
    {FieldType::choices, "choices", "多选"},
    {FieldType::uscc, "uscc", "统一社会信用代码"},
    {FieldType::code, "code", "编码"},
});

inline constexpr auto required_terms = std::to_array<Term<Required>>({
    {Required::no, "no", "否"},
    {Required::always, "always", "是"},
    {Required::units, "units", "法人及非法人组织必填"},
    {Required::persons, "persons", "自然人必填"},
    {Required::units_and_businesses, "units_and_businesses", "法人及非法人组织、个体工商户必填"},
});

inline constexpr auto mask_terms = std::to_array<Term<Mask>>({
    {Mask::none, "none", "不脱敏"},
    {Mask::hidden, "hidden", "隐藏"},
    {Mask::id_number, "id_number", "证件号码脱敏"},
    {Mask::person_name, "person_name", "姓名脱敏"},
});

inline constexpr auto role_terms = std::to_array<Term<Role>>({
    {Role::none, "none", "无"},
    {Role::subject_name, "subject_name", "主体名称"},
    {Role::subject_kind, "subject_kind", "主体类别"},
    {Role::subject_uscc, "subject_uscc", "统一社会信用代码"},
    {Role::subject_registration, "subject_registration", "工商注册号"},
    {Role::subject_organization_code, "subject_organization_code", "组织机构代码"},
    {Role::subject_tax, "subject_tax", "税务登记号"},
    {Role::subject_institution, "subject_institution", "事业单位证书号"},
    {Role::subject_social, "subject_social", "社会组织登记证号"},
    {Role::person_document_type, "person_document_type", "自然人证件类型"},
    {Role::person_document_number, "person_document_number", "自然人证件号码"},
    {Role::document_number, "document_number", "文书号"},
    {Role::decided_on, "decided_on", "决定日期"},
    {Role::valid_from, "valid_from", "有效期自"},
    {Role::valid_to, "valid_to", "有效期至"},
    {Role::conduct_end, "conduct_end", "失信行为终止之日"},
    {Role::publicity_end, "publicity_end", "公示截止期"},
    {Role::issuing_body, "issuing_body", "决定机关"},
    {Role::issuing_body_code, "issuing_body_code", "决定机关代码"},
    {Role::source_body, "source_body", "数据来源单位"},
    {Role::source_body_code, "source_body_code", "数据来源单位代码"},
    {Role::penalty_kinds, "penalty_kinds", "处罚类别"},
    {Role::fine, "fine", "罚款金额"},
    {Role::confiscation, "confiscation", "没收金额"},
    {Role::status, "status", "状态"},
    {Role::region, "region", "行政区划"},
    {Role::category, "category", "类别"},
    {Role::ended_on, "ended_on", "移出、撤销日期"},
});

inline constexpr auto subject_terms = std::to_array<Term<domain::SubjectKind>>({
    {domain::SubjectKind::organization, "organization", "法人及非法人组织"},
    {domain::SubjectKind::individual_business, "individual_business", "个体工商户"},
    {domain::SubjectKind::person, "person", "自然人"},
});

inline constexpr auto severity_terms = std::to_array<Term<domain::Severity>>({
    {domain::Severity::none, "none", "未分类"},
    {domain::Severity::minor, "minor", "轻微"},
    {domain::Severity::general, "general", "一般"},
    {domain::Severity::serious, "serious", "严重"},
});

inline constexpr auto audience_terms = std::to_array<Term<domain::Audience>>({
    {domain::Audience::open, "open", "社会公众"},
    {domain::Audience::self, "self", "信用主体本人"},
    {domain::Audience::consented, "consented", "经书面授权"},
    {domain::Audience::public_body, "public_body", "公共管理单位"},
    {domain::Audience::steward, "steward", "公共信用信息机构"},
    {domain::Audience::auditor, "auditor", "监督检查"},
});

inline constexpr auto power_terms = std::to_array<Term<domain::Power>>({
    {domain::Power::ask, "ask", "查询"},
    {domain::Power::submit, "submit", "报送"},
    {domain::Power::steward, "steward", "归集管理"},
    {domain::Power::lodge_consent, "lodge_consent", "登记书面授权"},
    {domain::Power::enrol, "enrol", "核验身份开户"},
    {domain::Power::answer_requests, "answer_requests", "答复个人信息权利请求"},
    {domain::Power::propose_erasure, "propose_erasure", "提出销毁"},
    {domain::Power::approve_erasure, "approve_erasure", "批准销毁"},
    {domain::Power::seal, "seal", "查询保密"},
    {domain::Power::handle_findings, "handle_findings", "处置巡查发现"},
    {domain::Power::handle_cases, "handle_cases", "办理案件"},
    {domain::Power::supervise_cases, "supervise_cases", "督办"},
    {domain::Power::manage_accounts, "manage_accounts", "账号管理"},
    {domain::Power::manage_roles, "manage_roles", "权限管理"},
    {domain::Power::read_ledger, "read_ledger", "审计查询记录"},
    {domain::Power::operate, "operate", "运行监控"},
});

inline constexpr auto management_terms = std::to_array<Term<domain::Management>>({
    {domain::Management::none, "none", "无"},
    {domain::Management::system, "system", "系统管理"},
    {domain::Management::security, "security", "安全管理"},
    {domain::Management::audit, "audit", "审计管理"},
});

inline constexpr auto unit_kind_terms = std::to_array<Term<domain::UnitKind>>({
    {domain::UnitKind::credit_centre, "credit_centre", "公共信用信息机构"},
    {domain::UnitKind::provider, "provider", "信息提供单位"},
    {domain::UnitKind::counter, "counter", "政务服务窗口"},
    {domain::UnitKind::regulator, "regulator", "监管、执法、司法机关"},
    {domain::UnitKind::bank, "bank", "金融机构"},
    {domain::UnitKind::agency, "agency", "信用服务机构"},
    {domain::UnitKind::node, "node", "其他平台"},
    {domain::UnitKind::subject, "subject", "信用主体"},
});

inline constexpr auto grant_terms = std::to_array<Term<bool>>({
    {false, "security", "由安全管理员批准"},
    {true, "enrolment", "核验身份后开立"},
});

inline constexpr auto detector_terms = std::to_array<Term<Detector>>({
    {Detector::volume, "volume", "查询量异常"},
    {Detector::hours, "hours", "工作时间以外查询"},
    {Detector::matter_reuse, "matter_reuse", "办件编号异常"},
    {Detector::walking, "walking", "逐个试探代码"},
    {Detector::repeated, "repeated", "反复查询同一人"},
    {Detector::expired_shown, "expired_shown", "过期信息仍展示"},
    {Detector::personal_in_text, "personal_in_text", "公开文本中含个人信息"},
});

inline constexpr auto askers_terms = std::to_array<Term<Askers>>({
    {Askers::any, "any", "全部"},
    {Askers::people, "people", "账号"},
    {Askers::keys, "keys", "密钥"},
});

inline constexpr auto gravity_terms = std::to_array<Term<Gravity>>({
    {Gravity::notice, "notice", "提示"},
    {Gravity::serious, "serious", "较重"},
    {Gravity::grave, "grave", "严重"},
});

// In hours.
inline constexpr auto window_terms = std::to_array<Term<std::int64_t>>({
    {1, "hour", "小时"},
    {24, "day", "日"},
});

inline constexpr auto answer_terms = std::to_array<Term<RightsKind::Answer>>({
    {RightsKind::Answer::own_file, "own_file", "查询本人信息，即时办结"},
    {RightsKind::Answer::consent, "consent", "撤回授权，即时生效"},
    {RightsKind::Answer::decision, "decision", "经办人办理"},
});

inline constexpr auto party_terms = std::to_array<Term<Party>>({
    {Party::subject, "subject", "信用主体"},
    {Party::interested, "interested", "利害关系人"},
    {Party::applicant, "applicant", "申请人"},
    {Party::centre, "centre", "公共信用信息机构"},
    {Party::provider, "provider", "信息提供单位"},
    {Party::assigned, "assigned", "承办单位"},
    {Party::handler, "handler", "当前经办单位"},
    {Party::supervisor, "supervisor", "督办人"},
    {Party::platform, "platform", "平台"},
});

inline constexpr auto about_terms = std::to_array<Term<About>>({
    {About::record, "record", "一条记录"},
    {About::subject, "subject", "一个信用主体"},
});

inline constexpr auto form_type_terms = std::to_array<Term<FormField::Type>>({
    {FormField::Type::text, "text", "文本"},
    {FormField::Type::date, "date", "日期（不晚于今天）"},
    {FormField::Type::choice, "choice", "单选"},
    {FormField::Type::unit, "unit", "单位统一社会信用代码"},
    {FormField::Type::changes, "changes", "应更正的字段"},
    {FormField::Type::money, "money", "金额（万元）"},
    {FormField::Type::flag, "flag", "是或否"},
    {FormField::Type::list, "list", "名单"},
});

inline constexpr auto guard_terms = std::to_array<Term<Guard::Kind>>({
    {Guard::Kind::four_eyes, "four_eyes", "须由他人办理"},
    {Guard::Kind::within, "within", "须在期限内提出"},
    {Guard::Kind::once, "once", "只能一次"},
    {Guard::Kind::document, "document", "须附材料"},
    {Guard::Kind::repairable, "repairable", "须符合修复条件"},
    {Guard::Kind::after, "after", "须在期限届满之后"},
    {Guard::Kind::listable, "listable", "须可以列入名单"},
    {Guard::Kind::listed, "listed", "须在名单之列"},
});

inline constexpr auto effect_terms = std::to_array<Term<Effect::Kind>>({
    {Effect::Kind::mark, "mark", "标记记录"},
    {Effect::Kind::unmark, "unmark", "解除标记"},
    {Effect::Kind::correct, "correct", "更正记录"},
    {Effect::Kind::record, "record", "形成记录"},
});

inline constexpr auto record_value_terms = std::to_array<Term<RecordValue::From>>({
    {RecordValue::From::list_category, "$list.category", "名单类别"},
    {RecordValue::From::case_number, "$case.number", "案号"},
    {RecordValue::From::today, "$today", "办理当日"},
    {RecordValue::From::unit_code, "$unit.code", "办理单位代码"},
    {RecordValue::From::unit_name, "$unit.name", "办理单位名称"},
});

inline constexpr auto mark_terms = std::to_array<Term<domain::MarkKind>>({
    {domain::MarkKind::disputed, "disputed", "异议处理中"},
    {domain::MarkKind::repaired, "repaired", "已修复"},
    {domain::MarkKind::withdrawn, "withdrawn", "已撤下"},
    {domain::MarkKind::lifted, "lifted", "暂时解除措施"},
    {domain::MarkKind::statement, "statement", "信用主体声明"},
    {domain::MarkKind::corrected, "corrected", "已更正"},
});

inline constexpr auto list_sort_terms = std::to_array<Term<ListRule::Sort>>({
    {ListRule::Sort::serious, "serious", "严重失信主体名单"},
    {ListRule::Sort::abnormal, "abnormal", "异常名录、状态"},
    {ListRule::Sort::red, "red", "守信激励名单（红名单）"},
});

inline constexpr auto target_terms = std::to_array<Term<MeasureTarget>>({
    {MeasureTarget::organization, "organization", "法人及非法人组织"},
    {MeasureTarget::individual_business, "individual_business", "个体工商户"},
});

inline constexpr auto measure_effect_terms = std::to_array<Term<Measure::Effect>>({
    {Measure::Effect::constraint, "constraint", "失信惩戒"},
    {Measure::Effect::reward, "reward", "守信激励"},
});

inline constexpr auto force_terms = std::to_array<Term<Measure::Force>>({
    {Measure::Force::reference, "reference", "参考使用"},
    {Measure::Force::mandatory, "mandatory", "依法应当执行"},
});

inline constexpr auto measure_class_terms = std::to_array<Term<Measure::Class>>({
    {Measure::Class::restricts, "restricts", "减损权益、增加义务"},
    {Measure::Class::manages, "manages", "相关管理措施"},
    {Measure::Class::market, "market", "市场主体自主措施"},
    {Measure::Class::reward, "reward", "激励措施"},
});

inline constexpr auto matter_kind_terms = std::to_array<Term<Matter::Kind>>({
    {Matter::Kind::permit, "permit", "行政许可"},
    {Matter::Kind::convenience, "convenience", "便利服务"},
    {Matter::Kind::procurement, "procurement", "政府采购"},
    {Matter::Kind::tendering, "tendering", "招标投标"},
    {Matter::Kind::funds, "funds", "财政资金"},
    {Matter::Kind::land, "land", "土地出让"},
    {Matter::Kind::qualification, "qualification", "资质认定"},
    {Matter::Kind::award, "award", "评先评优"},
    {Matter::Kind::supervision, "supervision", "日常监管"},
    {Matter::Kind::appointment, "appointment", "任职资格"},
    {Matter::Kind::credit, "credit", "融资授信"},
});

inline constexpr auto unit_terms = std::to_array<Term<ClockRule::Unit>>({
    {ClockRule::Unit::working_day, "working_day", "个工作日"},
    {ClockRule::Unit::day, "day", "日"},
    {ClockRule::Unit::month, "month", "个月"},
    {ClockRule::Unit::year, "year", "年"},
});

using Op = Condition::Op;
inline constexpr auto op_terms = std::to_array<Term<Op>>({
    {Op::present, "present", "已填写"},
    {Op::absent, "absent", "为空"},
    {Op::equals, "equals", "等于"},
    {Op::one_of, "one_of", "为其中之一"},
    {Op::contains_any, "contains_any", "包含任一"},
    {Op::starts_with, "starts_with", "以其开头"},
    {Op::not_after_field, "not_after_field", "不晚于"},
    {Op::not_before_field, "not_before_field", "不早于"},
    {Op::not_after_today, "not_after_today", "不晚于今天"},
    {Op::at_most, "at_most", "不大于"},
    {Op::at_least, "at_least", "不小于"},
    {Op::subject_kind, "subject_kind", "主体类别为"},
});

}  // namespace credence::rulebook
