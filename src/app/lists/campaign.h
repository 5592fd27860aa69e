// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/register.h"
#include "base/date.h"
#include "base/ids.h"
#include "wire/json.h"

// 重点领域专项治理: a campaign gathers organisations and gives a task about each to a unit. A task
// is a case of the procedure `governance_task`, so deadlines, pressing and the desk are the
// engine's; the campaign itself is an entry of the register. It carries no measure.

namespace credence::app {

// Whose tasks are a unit's.
struct CampaignUnit {
  std::string region;  // a division code or its beginning ("3701"); empty: wherever no other fits
  std::string unit;    // credit code
};
BOOST_DESCRIBE_STRUCT(CampaignUnit, (), (region, unit))

// Whom it gathers, and what is to be done.
struct CampaignForm {
  std::string id;  // capital letters, digits, hyphens: "ZX-2026-01"
  std::string title;
  std::string basis;                 // law and article
  std::string task;                  // what the units are to do
  std::vector<std::string> lists;    // who is on one of these; and
  std::vector<std::string> items;    // who has a record of these in use
  std::string severity;              // … of this class; empty: any
  std::vector<std::string> codes;    // and these, wherever they are
  std::vector<std::string> regions;  // of lists and items: in these alone; empty: everywhere
  std::vector<CampaignUnit> units;
};
BOOST_DESCRIBE_STRUCT(CampaignForm, (),
                      (id, title, basis, task, lists, items, severity, codes, regions, units))

struct Campaign {
  static constexpr std::string_view kind = "campaign";
  CampaignForm form;
  std::string started_by;
  Date started;
  bool closed = false;

  std::string key() const { return form.id; }
  std::string parent() const { return ""; }
  std::string also() const { return ""; }
};
BOOST_DESCRIBE_STRUCT(Campaign, (), (form, started_by, started, closed))

struct CampaignTask {
  static constexpr std::string_view kind = "campaign_task";
  std::string campaign;
  std::string number;  // of the case
  std::string unit;
  SubjectId subject;
  RecordKey record;  // by which it was gathered; 0: by its code

  std::string key() const { return number; }
  std::string parent() const { return campaign; }
  std::string also() const { return ""; }
};
BOOST_DESCRIBE_STRUCT(CampaignTask, (), (campaign, number, unit, subject, record))

// ---- what is shown

struct CampaignCount {
  std::string key;  // state, unit
  Words label;
  std::int64_t tasks = 0, closed = 0, late = 0;  // late: past its day and not closed
};
BOOST_DESCRIBE_STRUCT(CampaignCount, (), (key, label, tasks, closed, late))

struct CampaignProgress {
  CampaignForm form;
  Words article;
  Date started;
  bool closed = false;
  std::int64_t tasks = 0, done = 0, late = 0;
  std::int64_t without_unit = 0;  // gathered now, and no unit for it: no task was given
  std::vector<CampaignCount> by_state, by_unit;
};
BOOST_DESCRIBE_STRUCT(CampaignProgress, (),
                      (form, article, started, closed, tasks, done, late, without_unit, by_state,
                       by_unit))

// Public. The organisation is named only while the record that gathered it is public.
struct TypicalCase {
  std::string name;  // empty: not public
  std::string result, summary;
  std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(TypicalCase, (), (name, result, summary, unit_name))

}  // namespace credence::app
