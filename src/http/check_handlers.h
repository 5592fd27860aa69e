// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/routes.h"

// The check (核查): its forms, and what there is to check.

namespace credence::http {

struct CheckForm {
  std::optional<std::string> code;                // of one subject, or
  std::optional<std::vector<std::string>> codes;  // of up to 1000
  std::string matter;                             // 办理事项: id of GET /api/v1/matters
  std::string purpose;                            // id of the purposes
  std::optional<std::string> business;            // 办件编号
  std::optional<std::string> consent;             // number of the subject's consent
  std::optional<std::string> form;                // "json"; "proof": a file that carries its proof
};
BOOST_DESCRIBE_STRUCT(CheckForm, (), (code, codes, matter, purpose, business, consent, form))

// Admits whoever asks by this form. Throws Failure: those of app::Gate.
app::Permit admitted(const Services& services, const Request& request, const CheckForm& form);

// As the answer said: code, matter, purpose, business, day, known. An auditor gives the unit that
// asked and its purpose (asked_purpose) too.
struct ReplayForm {
  std::string code, matter, purpose;
  std::optional<std::string> business, consent, unit, asked_purpose;
  std::string day, known;
  std::optional<std::string> form;
};
BOOST_DESCRIBE_STRUCT(ReplayForm, (),
                      (code, matter, purpose, business, consent, unit, asked_purpose, day, known,
                       form))

struct MatterView {
  std::string id;
  Words label;
  std::string kind, basis;
  Words article;
  std::vector<std::string> purposes, measures, limits, facts;
};
BOOST_DESCRIBE_STRUCT(MatterView, (),
                      (id, label, kind, basis, article, purposes, measures, limits, facts))

struct MeasureView {
  std::string id;
  Words label, content;
  std::string effect, force, measure_class;
  std::vector<std::string> targets;
  std::string basis;
  Words article, carried_out_by;
  std::vector<std::string> grounds, matters;
  int months = 0;
  Words relation, proportion, lifted_by;
  Date from;
  std::optional<Date> to;
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(MeasureView, (),
                      (id, label, content, effect, force, measure_class, targets, basis, article,
                       carried_out_by, grounds, matters, months, relation, proportion, lifted_by,
                       from, to, provisional))

std::vector<Route> check_routes();
// The form for clerks and the frame for approval systems (check_pages.cc).
std::vector<Route> check_page_routes();

}  // namespace credence::http
