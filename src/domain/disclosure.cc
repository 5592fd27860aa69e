// SPDX-License-Identifier: Apache-2.0
#include "domain/disclosure.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace credence::domain {
namespace {

constexpr std::array<std::pair<Audience, std::string_view>, 6> audience_names = {{
    {Audience::open, "open"},
    {Audience::self, "self"},
    {Audience::consented, "consented"},
    {Audience::public_body, "public_body"},
    {Audience::steward, "steward"},
    {Audience::auditor, "auditor"},
}};

Disclosure withheld(std::string code, Words reason, std::string basis) {
  return {Visibility::withheld, std::move(code), std::move(reason), std::move(basis), {}};
}

Disclosure shown(Words reason, std::string basis, std::optional<Date> until) {
  return {Visibility::shown, "shown", std::move(reason), std::move(basis), until};
}

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a) return b;
  if (!b) return a;
  return std::min(*a, *b);
}

// What anyone may see: never a person (art. 20), only open items, only within the publicity period.
Disclosure disclose_openly(const DisclosureFacts& facts, Date day) {
  if (facts.subject == SubjectKind::person) {
    return withheld("person_not_public",
                    {"自然人的公共信用信息不向社会公开。",
                     "Public credit information on natural persons is not published."},
                    "SD-2020/20");
  }
  if (facts.mode != DisclosureMode::open) {
    return withheld(
        "not_public",
        {"该事项不通过公开公示方式披露。", "This item is not disclosed by publication."},
        "SD-2020/20");
  }
  if (!facts.publicity.shown) {
    return withheld("minor_not_published",
                    {"轻微失信信息原则上不予公示。",
                     "Minor dishonesty information is in principle not published."},
                    facts.publicity.basis);
  }
  if (facts.publicity.publicity_end && day >= *facts.publicity.publicity_end) {
    return withheld(
        "publicity_ended",
        {"公示期已于 " + to_string(*facts.publicity.publicity_end) + " 届满。",
         "Its publicity period ended on " + to_string(*facts.publicity.publicity_end) + "."},
        facts.publicity.basis);
  }
  return shown({"公开公示信息。", "Published information."}, "SD-2020/20",
               earlier(facts.publicity.publicity_end, facts.publicity.disclosure_end));
}

Disclosure within_period(const DisclosureFacts& facts, Words reason, std::string basis) {
  return shown(std::move(reason), std::move(basis), facts.publicity.disclosure_end);
}

Disclosure disclose_by_role(const DisclosureFacts& facts, Audience audience, Date day) {
  switch (audience) {
    case Audience::open:
      return disclose_openly(facts, day);
    case Audience::self:
      return within_period(facts, {"信用主体有权查询自身信息。", "A subject may see its own file."},
                           "SD-2020/21");
    case Audience::consented:
      if (facts.mode == DisclosureMode::government) {
        return withheld(
            "government_only",
            {"该事项仅在政务部门之间共享。", "This item is shared between public bodies only."},
            "SD-2020/20");
      }
      return within_period(facts,
                           {"经信用主体书面授权查询。", "Seen with the subject's written consent."},
                           "SD-2020/21");
    case Audience::public_body:
      return within_period(
          facts, {"行政机关依法履职查询。", "Seen by a public body performing a statutory duty."},
          "SD-2020/22");
    case Audience::steward:
      return within_period(
          facts,
          {"公共信用信息机构运行维护平台。", "Seen by the institution that runs the platform."},
          "SD-2020/9");
    case Audience::auditor:
      break;
  }
  return shown({"监督检查。", "Supervision of the platform."}, "SD-2020/36", {});
}

// Whom the archive is open to: the subject, the institution that keeps it, who supervises it.
bool sees_archive(Audience audience) {
  return audience == Audience::self || audience == Audience::steward ||
         audience == Audience::auditor;
}

Disclosure marked_out(Audience audience, std::string code, Words reason, std::string basis,
                      std::optional<Date> until) {
  if (!sees_archive(audience))
    return withheld(std::move(code), std::move(reason), std::move(basis));
  return {Visibility::archived, std::move(code), std::move(reason), std::move(basis), until};
}

// What a decision on a case leaves of an answer that would show the record.
Disclosure under_marks(const RecordMarks& marks, Audience audience, Disclosure answer) {
  if (answer.visibility != Visibility::shown) return answer;
  if (marks.withdrawn) {
    return marked_out(
        audience, "withdrawn",
        {"认定依据已被撤销、变更或者信息已被删除，不再披露、查询和使用。",
         "Its basis was revoked or changed, or it was deleted; it is no longer shown, "
         "queried or used."},
        "SD-2020/40", answer.until);
  }
  if (marks.repaired) {
    return marked_out(audience, "repaired",
                      {"已完成信用修复，终止公示，停止共享和使用。",
                       "It was repaired: its publication has ended, sharing and use have stopped."},
                      "NDRC-36-2025", answer.until);
  }
  return answer;
}

}  // namespace

std::string_view to_string(Audience audience) {
  return audience_names.at(static_cast<std::size_t>(audience)).second;
}

std::optional<Audience> audience_from(std::string_view name) {
  for (const auto& [audience, known] : audience_names) {
    if (known == name) return audience;
  }
  return std::nullopt;
}

Disclosure disclose(const DisclosureFacts& facts, Audience audience, Date day) {
  // SD-2020 art. 38: after five years from the end of the conduct it is not shown, queried or used.
  // Only who supervises the platform still finds it in the archive.
  const auto end = facts.publicity.disclosure_end;
  if (end && day >= *end && audience != Audience::auditor) {
    return withheld("expired",
                    {"失信信息披露期限已于 " + to_string(*end) + " 届满，不再披露、查询或使用。",
                     "Its disclosure period ended on " + to_string(*end) +
                         "; it is no longer shown, queried or used."},
                    "SD-2020/38");
  }
  return under_marks(facts.marks, audience, disclose_by_role(facts, audience, day));
}

ValueView view_of(Mask mask, bool personal, Audience audience) {
  if (audience == Audience::self) return ValueView::full;
  if (personal) return audience == Audience::open ? ValueView::hidden : ValueView::masked;
  if (mask == Mask::none) return ValueView::full;
  return mask == Mask::hidden && audience == Audience::open ? ValueView::hidden : ValueView::masked;
}

std::string masked(Mask mask, std::string_view value) {
  if (value.empty() || mask == Mask::hidden) return {};
  const std::u32string text = to_code_points(value);
  if (mask == Mask::person_name) {
    return to_utf8(text.substr(0, 1)) + std::string(text.size() > 2 ? 2 : 1, '*');
  }
  if (mask == Mask::none) return std::string(value);
  const std::size_t keep = text.size() >= 15 ? 6 : 1;
  const std::size_t tail = text.size() >= 15 ? 4 : 1;
  if (text.size() <= keep + tail) return std::string(text.size(), '*');
  return to_utf8(text.substr(0, keep)) + std::string(text.size() - keep - tail, '*') +
         to_utf8(text.substr(text.size() - tail));
}

}  // namespace credence::domain
