// SPDX-License-Identifier: Apache-2.0
#include "app/rights/processing_rules.h"

#include <algorithm>

#include "rulebook/terms.h"

namespace credence::app {
namespace {

using rulebook::Item;
using rulebook::RightsKind;
using rulebook::RuleBook;

Words article_of(const RuleBook& book, const std::string& basis) {
  return {book.cite(basis), book.cite(basis, false)};
}

template <class Terms, class E>
std::string name_of(const Terms& terms, E value) {
  return std::string(rulebook::term_of(terms, value).name);
}

std::vector<ProcessingPurpose> purposes_of(const RuleBook& book) {
  std::vector<ProcessingPurpose> all;
  for (const auto& [id, purpose] : book.purposes) {
    all.push_back({id, purpose.label, name_of(rulebook::audience_terms, purpose.audience),
                   rulebook::words_of(rulebook::audience_terms, purpose.audience), purpose.persons,
                   purpose.matter_required, purpose.basis, article_of(book, purpose.basis)});
  }
  return all;
}

// ---- which data

PersonalItem personal_item(const RuleBook& book, const Item& item) {
  PersonalItem told{item.id,
                    item.label,
                    item.allows(domain::SubjectKind::person),
                    name_of(rulebook::disclosure_terms, item.persons),
                    rulebook::words_of(rulebook::disclosure_terms, item.persons),
                    {},
                    item.providers,
                    item.basis,
                    {}};
  for (const auto& field : item.fields) {
    if (field.personal)
      told.fields.push_back({field.code, field.label, name_of(rulebook::mask_terms, field.mask),
                             rulebook::words_of(rulebook::mask_terms, field.mask)});
  }
  for (const auto& basis : item.basis) told.articles.push_back(article_of(book, basis));
  return told;
}

std::vector<PersonalItem> items_of(const RuleBook& book) {
  std::vector<PersonalItem> all;
  for (const auto& [number, item] : book.catalogue.items()) {
    if (item.allows(domain::SubjectKind::person) ||
        std::ranges::any_of(item.fields, &rulebook::Field::personal))
      all.push_back(personal_item(book, item));
  }
  return all;
}

// ---- how long

RetentionRule ceiling_of(const RuleBook& book) {
  const std::string years = std::to_string(book.publicity.ceiling_years);
  return {"ceiling",
          {"披露期限", "disclosure period"},
          "ceiling",
          {"失信信息", "Information on dishonesty"},
          {"自失信行为或者事件终止之日起 " + years + " 年，期满不再披露、查询和使用",
           years + " years from the end of the conduct; then no display, no query, no use"},
          book.publicity.ceiling_basis,
          article_of(book, book.publicity.ceiling_basis),
          false};
}

Words shown_for(const domain::PublicityPeriod& period) {
  if (!period.shown) return {"不公示", "not published"};
  const std::string months = std::to_string(period.months_max);
  Words words = period.months_max == 0 ? Words{"在其有效期内公示", "shown while it holds"}
                                       : Words{"公示最长 " + months + " 个月",
                                               "shown for at most " + months + " months"};
  if (period.months_max != 0 && period.until_valid_to) {
    words.zh += "；限制期限更长的，至限制期满";
    words.en += "; longer while a restriction runs";
  }
  return words;
}

Words period_label(const domain::PublicityEdition& edition, const domain::PublicityPeriod& period) {
  if (!period.severity || *period.severity == domain::Severity::none) return edition.label;
  const Words severity = rulebook::words_of(rulebook::severity_terms, *period.severity);
  return {edition.label.zh + "：" + severity.zh, edition.label.en + ": " + severity.en};
}

void add_publicity(const RuleBook& book, Date day, std::vector<RetentionRule>& all) {
  for (const auto& edition : book.publicity.editions) {
    if (day < edition.from || (edition.to && day >= *edition.to)) continue;
    for (const auto& period : edition.periods) {
      all.push_back({"publicity",
                     {"公示期限（法人、非法人组织和个体工商户；自然人的信息不公示）",
                      "publicity period of organisations; persons are never published"},
                     period.id,
                     period_label(edition, period),
                     shown_for(period),
                     period.basis,
                     article_of(book, period.basis),
                     period.provisional});
    }
  }
}

void add_erasure(const RuleBook& book, std::vector<RetentionRule>& all) {
  for (const auto& [id, ground] : book.erasure_grounds) {
    if (!ground.persons) continue;
    all.push_back({"erasure",
                   {"销毁事由", "ground of erasure"},
                   id,
                   ground.label,
                   {"出现该情形即予销毁", "destroyed as soon as this is so"},
                   ground.basis,
                   article_of(book, ground.basis),
                   false});
  }
}

// ---- rights

Words length_of(const RuleBook& book, const std::string& clock, Date day) {
  const auto& rule = book.clock(clock, day);
  const Words unit = rulebook::words_of(rulebook::unit_terms, rule.unit);
  const std::string value = std::to_string(rule.value);
  return {value + unit.zh, value + " " + unit.en + (rule.value == 1 ? "" : "s")};
}

Words how_to_use(const RightsKind& kind) {
  switch (kind.answer) {
    case RightsKind::Answer::own_file:
      return {"登录后即时办理；未开户的，持身份证件到公共信用信息机构窗口提出",
              "at once after signing in; without an account at the credit centre, with a document"};
    case RightsKind::Answer::consent:
      return {"登录后撤回，即时生效；未开户的，到公共信用信息机构窗口提出",
              "after signing in, with effect at once; without an account at the credit centre"};
    case RightsKind::Answer::decision:
      break;
  }
  return {"登录后提出请求，或者到公共信用信息机构窗口提出；不予办理的，书面说明理由",
          "as a request after signing in, or at the credit centre; a refusal gives its reasons"};
}

std::vector<ProcessingRight> rights_of(const RuleBook& book, Date day) {
  std::vector<ProcessingRight> all;
  for (const auto& [id, kind] : book.rights) {
    ProcessingRight right{id,
                          kind.label,
                          how_to_use(kind),
                          length_of(book, kind.clock, day),
                          {},
                          kind.basis,
                          article_of(book, kind.basis)};
    if (!kind.clock_with_others.empty())
      right.with_others = length_of(book, kind.clock_with_others, day);
    all.push_back(std::move(right));
  }
  return all;
}

// ---- never

// The hard limits of the program itself. They are not rules: no rule can lift them.
std::vector<NeverDone> never_done(const RuleBook& book) {
  std::vector<NeverDone> all = {
      {{"不对自然人评分、评级、积分、排名或者预测",
        "No score, grade, points, ranking or prediction "
        "for a natural person"},
       "PIPL-2021/24",
       {}},
      {{"不公示自然人的信息，不提供按姓名查询",
        "No public display of persons, and no search by name"},
       "SD-2020/20",
       {}},
      {{"除法律规定的任职、从业资格限制外，不对自然人采取措施，不影响其基本公共服务、出行、就学和亲"
        "属",
        "No measure on a person but a limit on an office or qualification that a statute names; "
        "never on basic services, travel, schooling or relatives"},
       "SD-2020/27",
       {}},
      {{"任何措施不由机器自动生效，由工作人员决定并签署",
        "No measure takes effect by machine: an official decides and signs"},
       "PIPL-2021/24",
       {}},
      {{"不采集法律禁止采集的信息，不处理未成年人的信息",
        "What the law forbids to collect never enters, and minors are out of scope"},
       "SD-2020/42",
       {}},
      {{"没有法定依据的事项、名单、措施和查询目的不予装载",
        "No item, list, measure or purpose without a legal basis"},
       "PIPL-2021/13",
       {}},
      {{"未能留下查询记录的，不予答复；本人可以查看谁查询过",
        "No answer without a trace; who looked is told to the person"},
       "SD-2020/36",
       {}},
  };
  for (NeverDone& one : all) one.article = article_of(book, one.basis);
  return all;
}

std::vector<NeverCollected> never_collected(const RuleBook& book) {
  std::vector<NeverCollected> all;
  for (const auto& denied : book.denied)
    all.push_back({denied.id, denied.label, denied.with_consent, denied.basis,
                   article_of(book, denied.basis)});
  return all;
}

}  // namespace

ProcessingRules processing_rules(const RuleBook& book, Processor processor, Date day) {
  std::vector<RetentionRule> retention = {ceiling_of(book)};
  add_publicity(book, day, retention);
  add_erasure(book, retention);
  return {std::move(processor), purposes_of(book), items_of(book),        std::move(retention),
          rights_of(book, day), never_done(book),  never_collected(book), day,
          book.edition};
}

}  // namespace credence::app
