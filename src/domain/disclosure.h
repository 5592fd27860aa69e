// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/error.h"
#include "domain/publicity.h"
#include "domain/subject.h"

// The one disclosure function: shown, masked, archived or withheld, for whom, on which day, by
// which article. Pure.

namespace credence::domain {

// 披露方式 (SD-2020 art. 20).
enum class DisclosureMode : std::uint8_t { open, authorized, government };

// Who is looking, in the law's eyes. Named in the access ledger; never renumber.
enum class Audience : std::uint8_t {
  open = 0,         // anyone: what is published
  self = 1,         // the subject (arts. 21, 37)
  consented = 2,    // holder of the subject's live written consent (art. 21)
  public_body = 3,  // a public body with a statutory purpose (art. 22)
  steward = 4,      // the credit centre, running the platform (art. 9)
  auditor = 5,      // supervision of the platform; sees the archive
};
std::string_view to_string(Audience audience);  // "open", …
std::optional<Audience> audience_from(std::string_view name);

// What decisions on cases did to a record, as of the instant asked about (docs/design/marks.md).
struct RecordMarks {
  bool disputed = false;   // an objection is being handled: shown, and said so
  bool repaired = false;   // publication ended, sharing and use stopped (Order 36)
  bool withdrawn = false;  // its basis was revoked or changed (SD-2020 art. 40)
  bool lifted = false;     // measures are lifted for the time being: shown, and said so
};

struct DisclosureFacts {
  SubjectKind subject = SubjectKind::organization;
  DisclosureMode mode = DisclosureMode::open;  // the item's mode for this kind of subject
  PublicityAnswer publicity;
  RecordMarks marks{};
};

// `archived`: may be seen as what stands in the archive, and never among what is in use.
enum class Visibility : std::uint8_t { shown, withheld, archived };

struct Disclosure {
  Visibility visibility = Visibility::withheld;
  std::string code;  // "shown", "person_not_public", "expired", "repaired", "withdrawn", …
  Words reason;
  std::string basis;          // "SD-2020/20"
  std::optional<Date> until;  // first day this answer changes to withheld
};

// A mark only takes away: who may not see a record does not learn that it was repaired.
Disclosure disclose(const DisclosureFacts& facts, Audience audience, Date day);

// How much of one value an audience sees.
enum class Mask : std::uint8_t { none, hidden, id_number, person_name };
enum class ValueView : std::uint8_t { full, masked, hidden };
// `personal`: an identifying field of a natural person. Public never sees any of it; the subject
// sees it in full; everybody else sees it masked.
ValueView view_of(Mask mask, bool personal, Audience audience);
// "370102********1234", "王**", "***" (hidden gives an empty text).
std::string masked(Mask mask, std::string_view value);

}  // namespace credence::domain
