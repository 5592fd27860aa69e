// SPDX-License-Identifier: Apache-2.0
#include "simulation/people.h"

#include "base/digest.h"
#include "base/one_time.h"

namespace credence::simulation {
namespace {

using rulebook::RuleBook;

struct Place {
  const char *code, *name;
  std::vector<std::string> kinds;
};

const std::vector<Place>& places_of_work() {
  static const std::vector<Place> all = {
      {"11370000MB2850121L", "山东省市场监督管理局（演示）", {"provider", "counter", "regulator"}},
      {"91370400728618604X", "齐鲁演示银行", {"bank"}},
  };
  return all;
}

struct Cast {
  const char *role, *name, *unit;
};

// Who is opened after the administrators, and where they work; "" is the credit centre.
constexpr Cast cast[] = {
    {"steward", "steward", ""},
    {"steward_lead", "lead", ""},
    {"provider_clerk", "provider", "11370000MB2850121L"},
    {"counter_clerk", "counter", "11370000MB2850121L"},
    {"feedback_clerk", "feedback", "11370000MB2850121L"},
    {"regulator", "regulator", "11370000MB2850121L"},
    {"court", "court", "11370000MB2850121L"},
    {"authorized_inquirer", "bank", "91370400728618604X"},
};

class Opening {
 public:
  Opening(const RuleBook& book, app::Members& members, const Clock& clock, Random& random)
      : book_(book), members_(members), clock_(clock), random_(random) {}

  DemoPerson join(const std::string& role, const std::string& name, const std::string& token) {
    const auto joining = members_.joining(book_, token).or_throw();
    DemoPerson person;
    person.role = role;
    person.role_label = book_.roles.at(role).label;
    person.name = name;
    person.password = "Ming-" + to_hex(random_.bytes(5)) + "-Lu";
    person.totp = joining.second_factor ? joining.totp_secret : "";
    person.unit = joining.unit;
    person.unit_name = joining.unit_name;
    const auto secret = from_base32(person.totp);
    members_
        .join(book_, token,
              {name, person.password, person.totp,
               person.totp.empty() ? "" : totp_code(*secret, clock_.now())})
        .or_throw();
    return person;
  }
  app::Caller caller(const std::string& name) const {
    return members_.caller_of(book_, name).or_throw();
  }

 private:
  const RuleBook& book_;
  app::Members& members_;
  const Clock& clock_;
  Random& random_;
};

std::string short_name(const std::string& role) { return role.substr(0, role.find('_')); }

}  // namespace

std::vector<DemoPerson> put_people(const RuleBook& book, app::Members& members, const Clock& clock,
                                   Random& random, const DemoPlaces& places) {
  Opening opening(book, members, clock, random);
  std::vector<DemoPerson> people;
  const auto links =
      members
          .first_links(book, {places.centre, places.centre_name, {"credit_centre"}, ""},
                       {"operator:demonstration", ""})
          .or_throw();
  for (const auto& [role, link] : links)
    people.push_back(opening.join(role, short_name(role), link.token));
  const auto system = opening.caller("system"), security = opening.caller("security");
  for (const auto& place : places_of_work())
    members.put_unit(book, system, {place.code, place.name, place.kinds, ""}).or_throw();
  for (const Cast& one : cast) {
    const std::string unit = *one.unit == '\0' ? places.centre : one.unit;
    const auto proposed =
        members
            .invite(book, system,
                    {book.roles.at(one.role).label.zh + "（演示）", unit, {{one.role}, {}, {}, {}}})
            .or_throw();
    const auto link = members.approve(book, security, proposed.id).or_throw();
    people.push_back(opening.join(one.role, one.name, link.token));
  }
  const auto enrol = [&](const std::string& code, const char* seen, const char* name) {
    const auto link = members.enrol(book, opening.caller("steward"), {code, seen}).or_throw();
    people.push_back(opening.join("subject", name, link.token));
  };
  enrol(places.organization, "营业执照、法定代表人身份证（演示）", "company");
  if (!places.person.empty()) enrol(places.person, "居民身份证（演示）", "citizen");
  return people;
}

}  // namespace credence::simulation
