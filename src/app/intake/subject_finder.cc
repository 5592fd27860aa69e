// SPDX-License-Identifier: Apache-2.0
#include "app/intake/subject_finder.h"

#include <array>

#include "base/text.h"
#include "domain/identifiers.h"

namespace credence::app {
namespace {

using domain::Scheme;
using domain::SubjectKind;
using rulebook::Role;

// In the order in which a code is trusted to identify a unit.
constexpr std::array<std::pair<Role, Scheme>, 5> legacy_codes = {{
    {Role::subject_registration, Scheme::registration},
    {Role::subject_organization_code, Scheme::organization_code},
    {Role::subject_institution, Scheme::institution},
    {Role::subject_social, Scheme::social_organization},
    {Role::subject_tax, Scheme::tax_registration},
}};

// Full civil capacity begins at eighteen (Civil Code art. 17); SD-2020 art. 2 covers nobody
// younger.
constexpr int adult_months = 18 * 12;

}  // namespace

SubjectFinder::SubjectFinder(const rulebook::RuleBook& book, const rulebook::Item& item,
                             std::string person_secret, Date today)
    : book_(book), item_(item), person_secret_(std::move(person_secret)), today_(today) {}

int SubjectFinder::position(Role role) const {
  const auto* field = item_.with_role(role);
  return field == nullptr ? -1 : item_.field_index(field->code);
}

std::string_view SubjectFinder::role(std::span<const std::string_view> values, Role role) const {
  const int at = position(role);
  return at < 0 ? std::string_view{} : values[static_cast<std::size_t>(at)];
}

SubjectKind SubjectFinder::kind_of(std::span<const std::string_view> values) const {
  const std::string_view uscc = role(values, Role::subject_uscc);
  const std::string_view said = role(values, Role::subject_kind);
  if (said == "自然人") return SubjectKind::person;
  if (said == "个体工商户") return SubjectKind::individual_business;
  if (!said.empty()) return SubjectKind::organization;
  if (uscc.starts_with("92") || domain::is_placeholder_uscc(uscc))
    return SubjectKind::individual_business;
  if (!uscc.empty()) return SubjectKind::organization;
  const bool only_person = !role(values, Role::person_document_number).empty();
  if (only_person && item_.allows(SubjectKind::person)) return SubjectKind::person;
  return item_.subjects.empty() ? SubjectKind::organization : item_.subjects.front();
}

void SubjectFinder::find_organization(std::span<const std::string_view> values, FoundSubject& found,
                                      std::vector<Finding>& findings) const {
  const std::string_view uscc = role(values, Role::subject_uscc);
  if (!uscc.empty() && !domain::is_placeholder_uscc(uscc)) {
    found.scheme = Scheme::uscc;
    found.code = uscc;
  }
  for (const auto& [wanted, scheme] : legacy_codes) {
    const std::string_view value = role(values, wanted);
    if (value.empty()) continue;
    std::string code = domain::canonical_code(value);
    if (found.code.empty()) {
      found.scheme = scheme;
      found.code = std::move(code);
    } else if (scheme != Scheme::tax_registration && code != found.code) {
      found.aliases.emplace_back(scheme, std::move(code));
    }
  }
  if (found.code.empty()) {
    findings.push_back(
        {"row.no_code",
         false,
         position(Role::subject_uscc),
         {"没有可识别信用主体的代码；不得仅凭名称认定主体。",
          "No code identifies the subject, and a subject is never identified by its name alone."},
         {"请填写统一社会信用代码；确无代码的个体工商户请填写工商注册号。",
          "Give the unified social credit code; for an individual business without one, its "
          "registration number."},
         "SD-2020/10"});
    return;
  }
  found.id = domain::organization_id(found.scheme, found.code);
}

void SubjectFinder::find_person(std::span<const std::string_view> values, FoundSubject& found,
                                std::vector<Finding>& findings) const {
  const std::string code = domain::canonical_code(role(values, Role::person_document_number));
  const auto scheme = domain::document_scheme(role(values, Role::person_document_type));
  found.scheme = scheme.value_or(Scheme::resident_id);
  const int at = position(Role::person_document_number);
  if (code.empty()) return;  // the item's checks say that it is required
  const auto verdict = domain::check_code(found.scheme, code, book_.regions, today_);
  for (const auto& fault : verdict.faults) {
    findings.push_back(
        {"cell.code",
         false,
         at,
         {"证件号码有误：" + fault.message.zh, "The document number is wrong: " + fault.message.en},
         fault.remedy,
         "GB11643-1999"});
  }
  if (!verdict.well_formed) return;
  found.code = verdict.canonical;
  if (found.scheme == Scheme::resident_id) {
    const auto born = parse_date(std::string_view(found.code).substr(6, 8));
    if (born && born->plus_months(adult_months) > today_) {
      findings.push_back(
          {"row.minor",
           false,
           at,
           {"未成年人不属于信用主体，其信息不得归集。",
            "A minor is not a credit subject; nothing about minors may be collected."},
           {"请勿报送该行。", "Do not send this row."},
           "SD-2020/2"});
    }
  }
  found.id = domain::person_id(person_secret_, found.scheme, found.code);
}

FoundSubject SubjectFinder::find(std::span<const std::string_view> values,
                                 std::vector<Finding>& findings) const {
  FoundSubject found;
  found.kind = kind_of(values);
  if (!item_.allows(found.kind)) {
    findings.push_back({"row.subject_kind",
                        false,
                        position(Role::subject_kind),
                        {"该事项不收集此类主体的信息。",
                         "This item does not collect information on this kind of subject."},
                        {"请核对主体类别和报送事项。", "Check the kind of subject and the item."},
                        item_.basis.empty() ? "" : item_.basis.front()});
  }
  if (found.kind == SubjectKind::person) {
    find_person(values, found, findings);
  } else {
    find_organization(values, found, findings);
  }
  return found;
}

}  // namespace credence::app
