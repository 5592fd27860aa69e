// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"

// Who a record is about (信用主体; Shandong regulation art. 2), and how subjects are numbered.

namespace credence::domain {

// The three subject kinds of the publicity tables (domain.md 1.9). Stored; never renumber.
enum class SubjectKind : std::uint8_t {
  organization = 1,         // 法人及非法人组织
  individual_business = 2,  // 个体工商户
  person = 3,               // 自然人
};

// What a code is a code of. Stored and hashed; never renumber.
enum class Scheme : std::uint8_t {
  uscc = 1,                 // 统一社会信用代码, GB 32100-2015
  registration = 2,         // 工商注册号, GS 15-2006
  organization_code = 3,    // 组织机构代码, GB 11714-1997
  tax_registration = 4,     // 税务登记号
  institution = 5,          // 事业单位证书号
  social_organization = 6,  // 社会组织登记证号
  resident_id = 10,         // 公民身份号码, GB 11643-1999
  passport = 11,            // 护照号
  hk_macao_permit = 12,     // 港澳居民来往内地通行证
  taiwan_permit = 13,       // 台湾居民来往大陆通行证
  foreigner_id = 14,        // 外国人永久居留身份证
  other_document = 19,
};

constexpr bool is_personal(Scheme scheme) { return static_cast<int>(scheme) >= 10; }

// An organisation (units and individual businesses). Every function that evaluates, lists publicly,
// or searches by name takes this type; there is no overload for a person (DESIGN 2).
struct Organization {
  SubjectId id;
  SubjectKind kind = SubjectKind::organization;
  Scheme scheme = Scheme::uscc;
  std::string code;  // canonical
  std::string name;  // as registered
};

// A person is known by a keyed hash only; identifying fields are sealed and opened case by case.
struct Person {
  SubjectId id;
};

// "uscc", "resident_id", …: the names used in JSON, on the command line and in the database.
std::string_view to_string(Scheme scheme);
std::optional<Scheme> scheme_from(std::string_view name);
std::string_view to_string(SubjectKind kind);  // "organization", …
std::optional<SubjectKind> subject_kind_from(std::string_view name);

// The id of the organisation with this code: 63 bits of SHA-256 over scheme and canonical code.
// REQUIRES: !is_personal(scheme); code is canonical (domain/identifiers.h).
SubjectId organization_id(Scheme scheme, std::string_view canonical_code);

// The id of the person with this document number: 63 bits of HMAC-SHA-256 under the node's secret,
// so that nobody without the secret can turn a number into an id by guessing. REQUIRES:
// is_personal(scheme).
SubjectId person_id(std::string_view node_secret, Scheme scheme, std::string_view canonical_code);

}  // namespace credence::domain
