// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "domain/calendar.h"
#include "domain/names.h"
#include "domain/powers.h"
#include "domain/publicity.h"
#include "domain/regions.h"
#include "rulebook/catalogue.h"
#include "rulebook/citations.h"
#include "rulebook/consequences.h"
#include "rulebook/patrol_rules.h"
#include "rulebook/procedure.h"
#include "rulebook/repair_rules.h"

// The law as data, read once and shared: everything the program knows about statutes, calendars,
// regions, the catalogue, publicity periods, clocks and purposes. One request sees one RuleBook.

namespace credence::rulebook {

// How high a text stands (法律效力层级). What only some of them may found asks for it.
enum class LawLevel : std::uint8_t {
  statute,           // 法律
  regulation,        // 行政法规
  central_policy,    // 党中央、国务院政策文件
  judicial,          // 司法解释
  department,        // 部门规章和规范性文件
  local_regulation,  // 地方性法规
  local_document,    // 地方政府规章和规范性文件
  standard,          // 标准
};

struct Law {
  std::string id;  // "SD-2020"
  LawLevel level = LawLevel::standard;
  Words title;
  std::string number;  // document number, may be empty
  std::string issuer;
  Date adopted;
  Date in_force;
  std::optional<Date> repealed;
  int articles = 0;  // 0 when the text has no articles; then a basis names a section freely
  bool provisional = false;
};

// One time limit (domain.md 9).
struct ClockRule {
  enum class Unit : std::uint8_t { working_day, day, month, year };
  std::string id;  // "publish.sgs"
  Words label;
  int value = 0;
  Unit unit = Unit::working_day;
  std::string counted_from;
  std::string basis;
  Date from;               // in force
  std::optional<Date> to;  // first day no longer in force
  bool provisional = false;
};

// A number of the law that is not a length of time (domain.md 9): yuan, points, items.
struct LimitRule {
  std::string id;  // "penalty.simple.unit"
  Words label;
  std::int64_t value = 0;
  Words unit;
  std::string basis;
  Date from;
  std::optional<Date> to;
  bool provisional = false;
};

// Why somebody may ask (Shandong regulation art. 22).
struct Purpose {
  std::string id;  // "permit_review"
  Words label;
  std::string basis;
  domain::Audience audience = domain::Audience::public_body;  // who asks for it, in the law's eyes
  bool persons = false;                                       // may open a person's file
  bool matter_required = true;                                // a matter number must be given
  bool submissions_only = false;  // opens what the asker's own unit sent, and nothing else
  bool case_only = false;  // the matter is a case of the asker's, and opens its subject alone
  int seal_days = 0;       // how long such a look may stay sealed; 0: never
  std::string seal_basis;  // by which article
};

// What the holder of an account or key may do (rules/roles).
struct RoleRule {
  std::string id;  // "counter_clerk"
  Words label;
  std::string basis;
  domain::Management management = domain::Management::none;
  std::vector<domain::UnitKind> unit_kinds;  // the units whose people may hold it
  std::vector<domain::Power> powers;
  std::vector<std::string> purposes;  // what they may ask for, beside what is public
  bool second_factor = false;         // must be proven at every sign-in
  bool enrolment = false;             // opened by enrolment, not granted by security
};

// Data about persons that must never, or not without consent, be collected (art. 42).
struct DeniedField {
  std::string id;
  Words label;
  std::vector<std::string> headers;  // pieces of a header that give it away
  bool with_consent = false;         // lawful with written consent; still refused at intake
  std::string basis;
};

// Why what is kept of a subject may, or must, be destroyed (PIPL art. 47).
struct ErasureGround {
  std::string id;  // "retention_ended"
  Words label;
  std::string basis;
  bool persons = false, organizations = false;  // whose data it is a ground for
  bool four_eyes = true;                        // somebody else must approve
};

// What a subject may ask of who keeps its data, and by when (PIPL arts. 44–50; SD-2020 art. 39).
struct RightsKind {
  // How it is answered when the subject's own account asks.
  enum class Answer : std::uint8_t {
    own_file,  // at once: its own file is open to it
    consent,   // at once: the consent is withdrawn
    decision,  // somebody decides, in time
  };
  std::string id;  // "correction"
  Words label;
  std::string basis;
  std::string clock;              // how long the answer may take
  std::string clock_with_others;  // when another unit must be asked; empty: the same
  Answer answer = Answer::decision;
  bool erases = false;  // granting it means that an erasure is proposed
  bool provisional = false;
};

struct RuleBook {
  std::map<std::string, Law, std::less<>> laws;
  domain::Calendar calendar;
  domain::Regions regions;
  domain::NameVocabulary names;
  domain::PublicityRules publicity;
  Catalogue catalogue;
  std::vector<ClockRule> clocks;
  std::vector<LimitRule> limits;
  std::map<std::string, Purpose, std::less<>> purposes;
  std::map<std::string, RoleRule, std::less<>> roles;
  std::vector<DeniedField> denied;
  std::map<std::string, ErasureGround, std::less<>> erasure_grounds;
  std::vector<PatrolRule> patrol;
  std::map<std::string, RightsKind, std::less<>> rights;
  std::map<std::string, Procedure, std::less<>> procedures;
  std::vector<RepairEdition> repair;
  std::map<std::string, ListRule, std::less<>> lists;
  std::map<std::string, Measure, std::less<>> measures;
  std::map<std::string, AppointmentLimit, std::less<>> appointments;
  std::map<std::string, Matter, std::less<>> matters;
  std::vector<Citation> citations;           // of every rule, by basis, kind and id; each once
  std::vector<std::string> provisional;      // "catalogue/penalty: …", for `credence rules check`
  std::map<std::string, std::string> files;  // what it was read from, cases left out
  std::string edition;  // hex SHA-256 over every rule file's path and bytes (cases left out), first
                        // 16 digits

  // The clock in force on `on`; before the first edition, the first. REQUIRES: the id is known; the
  // reader refuses a book without those we use.
  const ClockRule& clock(std::string_view id, Date on) const;
  const LimitRule& limit(std::string_view id, Date on) const;  // likewise
  // "《山东省社会信用条例》第十三条" for "SD-2020/13".
  std::string cite(std::string_view basis, bool chinese = true) const;
};

// The day on which `clock`, counted from `start`, runs out: the last day that is still in time.
// Months and years end on the same day of the month. REQUIRES: the clock is known.
domain::DueDay due_day(const RuleBook& book, std::string_view clock, Date start);

// The procedure of a kind ("objection") in force in a jurisdiction (a division code): its own, or
// the one of everywhere. Null when there is none.
const Procedure* procedure_in(const RuleBook& book, std::string_view kind, int region);
// A procedure from the text of its file, as it is kept with the cases that run under it. Throws
// Failure when it cannot be read against this book: a law or clock it names is gone.
Procedure read_kept_procedure(const RuleBook& book, const std::string& id, const std::string& text);

// The denied kind of personal data that a column header gives away; null when it gives away none.
// For items that may be about natural persons (art. 42). A piece written "=收入" means the whole
// header.
const DeniedField* denied_header(const RuleBook& book, std::string_view header);

struct RuleFault {
  std::string file;
  int line = 0;  // 1-based; 0 when the whole file is meant
  Words message;
  Words remedy;
};

// A file of rules as text: path below the rules folder, and content.
using RuleFiles = std::map<std::string, std::string>;

RuleFiles read_rule_files(const std::filesystem::path& folder);  // throws Failure when unreadable
// The rules compiled into the binary.
RuleFiles embedded_rule_files();

struct Reading {
  std::shared_ptr<const RuleBook> book;  // null when there are faults
  std::vector<RuleFault> faults;
};
// Reads strictly: unknown or doubled key, wrong type, missing basis, basis not in the register of
// laws, overlapping dates, unknown reference → a fault with file, line and remedy.
Reading read_rules(const RuleFiles& files);

// Runs the `*.case.yaml` files that stand beside the rules; a fault per case that does not give
// what it says.
std::vector<RuleFault> run_cases(const RuleFiles& files, const RuleBook& book);

}  // namespace credence::rulebook
