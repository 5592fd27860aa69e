// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "domain/publicity.h"
#include "domain/subject.h"

// What a record may lead to, as data: lists (rules/lists), measures on organisations
// (rules/measures), limits on persons (rules/appointments), and the matters (rules/matters) in
// which they count. Plain values. A measure cannot name a person: there is no value for one in
// MeasureTarget, and what may bind a person is a type of its own (DESIGN 2.3).

namespace credence::rulebook {

// Which records: of an item, and where given of some categories or classes alone.
struct RecordClass {
  std::string item;                          // Item::id
  std::vector<std::string> categories;       // as written in the field of role `category`
  std::vector<std::int32_t> numbers;         // category_number() of each
  std::vector<domain::Severity> severities;  // empty: any
  bool while_valid =
      true;  // a ground only while the record says it is valid; false: while it is used
};

// 名单. An entry is a record: it comes in by submission from whoever recognised it, or by a case of
// the procedure `listing`, and it ends like a record does.
struct ListRule {
  enum class Sort : std::uint8_t {
    serious,   // 严重失信主体名单
    abnormal,  // 经营异常等法定名录、状态
    red,       // 守信激励对象（红名单）
  };
  std::string id;  // "tax_major"
  Words label;
  Sort sort = Sort::serious;
  Words area;                      // 领域
  std::vector<std::string> basis;  // one of them national (国办发〔2020〕49号)
  Words recognised_by;             // 认定机关
  std::vector<domain::SubjectKind> subjects;
  std::vector<RecordClass> entries;
  Words conditions, evidence, removal, publicity;
  std::string entry, exit, objection;  // kinds of procedure; empty where others keep the list
  int term_months = 0;                 // 0: until it is removed, or as the entry says
  Date from;
  std::optional<Date> to;
  bool provisional = false;

  bool in_force(Date day) const { return from <= day && (!to || day < *to); }
};

// Whom a measure is for.
enum class MeasureTarget : std::uint8_t { organization, individual_business };

// What a measure rests on: entries of a list, or records directly.
struct Ground {
  std::string list;     // ListRule::id; or
  RecordClass records;  // where no list stands between
};

// 奖惩措施 on organisations and individual businesses.
struct Measure {
  enum class Effect : std::uint8_t { constraint, reward };
  enum class Force : std::uint8_t { mandatory, reference };
  // Of the national list (全国失信惩戒措施基础清单).
  enum class Class : std::uint8_t { restricts, manages, market, reward };
  std::string id;  // "procurement_ban"
  Words label, content;
  Effect effect = Effect::constraint;
  Force force = Force::reference;
  Class sort = Class::manages;
  std::vector<MeasureTarget> targets;
  std::string basis;
  Words carried_out_by;
  std::vector<Ground> grounds;
  std::vector<std::string> matters;  // Matter::id; where it counts
  int months = 0;                    // own length, from the ground on; 0: as long as the ground
  Words relation,
      proportion;   // SD-2020 art. 27: what it has to do with the act, and why it is not too much
  Words lifted_by;  // what ends it
  Date from;
  std::optional<Date> to;
  bool provisional = false;

  bool in_force(Date day) const { return from <= day && (!to || day < *to); }
};

// The only thing that may bind a person: a limit to hold an office or qualification that a statute
// ties to a role.
struct AppointmentLimit {
  std::string id;             // "head_of_revoked_company"
  Words label, office, role;  // which office; by reason of which role
  std::string basis;          // a statute or an administrative regulation
  std::vector<RecordClass> grounds;
  std::vector<std::string> matters;
  int months = 0;
  Words lifted_by;
  Date from;
  std::optional<Date> to;
  bool provisional = false;

  bool in_force(Date day) const { return from <= day && (!to || day < *to); }
};

// 办理事项: what somebody decides, and what of a subject's record counts in it.
struct Matter {
  enum class Kind : std::uint8_t {
    permit,
    convenience,
    procurement,
    tendering,
    funds,
    land,
    qualification,
    award,
    supervision,
    appointment,
    credit,
  };
  std::string id;  // "food_permit"
  Words label;
  Kind kind = Kind::permit;
  std::string basis;
  std::vector<std::string> purposes;  // Purpose::id; why one may check it
  std::vector<std::string> facts;     // Item::id; records that count beside measures
  bool provisional = false;
};

}  // namespace credence::rulebook
