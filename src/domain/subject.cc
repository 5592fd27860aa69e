// SPDX-License-Identifier: Apache-2.0
#include "domain/subject.h"

#include <array>
#include <utility>

#include "base/digest.h"
#include "base/ensure.h"

namespace credence::domain {
namespace {

constexpr std::array<std::pair<Scheme, std::string_view>, 12> scheme_names = {{
    {Scheme::uscc, "uscc"},
    {Scheme::registration, "registration"},
    {Scheme::organization_code, "organization_code"},
    {Scheme::tax_registration, "tax_registration"},
    {Scheme::institution, "institution"},
    {Scheme::social_organization, "social_organization"},
    {Scheme::resident_id, "resident_id"},
    {Scheme::passport, "passport"},
    {Scheme::hk_macao_permit, "hk_macao_permit"},
    {Scheme::taiwan_permit, "taiwan_permit"},
    {Scheme::foreigner_id, "foreigner_id"},
    {Scheme::other_document, "other_document"},
}};

constexpr std::array<std::pair<SubjectKind, std::string_view>, 3> kind_names = {{
    {SubjectKind::organization, "organization"},
    {SubjectKind::individual_business, "individual_business"},
    {SubjectKind::person, "person"},
}};

// One byte of scheme, then the code: no two schemes can produce the same input.
std::string id_input(Scheme scheme, std::string_view code) {
  std::string input(1, static_cast<char>(scheme));
  return input += code;
}

}  // namespace

std::string_view to_string(Scheme scheme) {
  for (const auto& [value, name] : scheme_names) {
    if (value == scheme) return name;
  }
  return "unknown";
}

std::optional<Scheme> scheme_from(std::string_view name) {
  for (const auto& [value, known] : scheme_names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

std::string_view to_string(SubjectKind kind) {
  for (const auto& [value, name] : kind_names) {
    if (value == kind) return name;
  }
  return "unknown";
}

std::optional<SubjectKind> subject_kind_from(std::string_view name) {
  for (const auto& [value, known] : kind_names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

SubjectId organization_id(Scheme scheme, std::string_view canonical_code) {
  ensure(!is_personal(scheme), "organization_id of a personal scheme");
  return SubjectId(first_63_bits(sha256(id_input(scheme, canonical_code))));
}

SubjectId person_id(std::string_view node_secret, Scheme scheme, std::string_view canonical_code) {
  ensure(is_personal(scheme), "person_id of an organisation's scheme");
  return SubjectId(first_63_bits(hmac_sha256(node_secret, id_input(scheme, canonical_code))));
}

}  // namespace credence::domain
