// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/caller.h"
#include "app/cases/cases.h"
#include "app/lists/campaign.h"
#include "app/lists/subject_facts.h"
#include "base/clock.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "store/packing.h"

// Starting campaigns, gathering whom they are about, and telling how they go.

namespace credence::app {

// Thread safe.
class Campaigns {
 public:
  Campaigns(store::Database& database, store::Dictionaries& dictionaries, Cases& cases,
            Random& random, const Clock& clock);

  // A person's decision, kept with its author. Errors: unidentified, forbidden ("access.power": who
  // supervises cases), conflict ("campaign.exists"), invalid ("campaign.form", "campaign.person").
  Result<CampaignProgress> start(const rulebook::RuleBook& book, const Caller& caller,
                                 const CampaignForm& form);
  // Gives tasks about those who fit by now and have none. Twice gives none twice. Errors: as above;
  // not_found ("campaign.not_found"), conflict ("campaign.closed").
  Result<CampaignProgress> gather(const rulebook::RuleBook& book, const Caller& caller,
                                  std::string_view id);
  // No more is gathered; the tasks given stay owed. Errors: as above.
  Result<CampaignProgress> close(const rulebook::RuleBook& book, const Caller& caller,
                                 std::string_view id);

  // Numbers alone. Errors: unidentified, forbidden, not_found ("campaign.not_found").
  Result<std::vector<CampaignProgress>> list(const rulebook::RuleBook& book,
                                             const Caller& caller) const;
  Result<CampaignProgress> progress(const rulebook::RuleBook& book, const Caller& caller,
                                    std::string_view id) const;
  // Errors: not_found ("campaign.not_found").
  Result<std::vector<TypicalCase>> typical(const rulebook::RuleBook& book,
                                           std::string_view id) const;

 private:
  using Gathered = std::map<SubjectId, RecordKey>;
  std::optional<Error> check(const rulebook::RuleBook& book, const CampaignForm& form) const;
  Gathered gathered(const rulebook::RuleBook& book, const CampaignForm& form) const;
  // Gives how many could not be given, for want of a unit.
  std::int64_t give_tasks(const rulebook::RuleBook& book, const Caller& caller,
                          const CampaignForm& form);
  CampaignProgress told(const rulebook::RuleBook& book, const Campaign& campaign) const;
  std::optional<TypicalCase> typical_of(const rulebook::RuleBook& book, store::Session& sql,
                                        const CampaignTask& task) const;
  std::vector<CampaignTask> tasks_of(const std::string& campaign) const;
  std::string unit_name(const std::string& code) const;

  store::Database& database_;
  store::Dictionaries& dictionaries_;
  Cases& cases_;
  Random& random_;
  const Clock& clock_;
};

}  // namespace credence::app
