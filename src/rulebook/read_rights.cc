// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "rulebook/readers.h"

// rules/rights: what data subjects may ask for, by which article, and by when it is answered.

namespace credence::rulebook {
namespace {

void check_clock(MapReader& reader, std::string_view key, const std::string& clock,
                 const RuleBook& book) {
  if (clock.empty() || std::ranges::count(book.clocks, clock, &ClockRule::id) > 0) return;
  reader.refuse(key, {"没有期限“" + clock + "”。", "There is no clock \"" + clock + "\"."},
                {"请改正，或在 rules/clocks/ 中补上。", "Correct it, or add it in rules/clocks/."});
}

// Written out in every rule, so that whoever reads it sees it; there is no other value.
void check_reasons(MapReader& reader) {
  if (reader.flag("reasons_when_refused")) return;
  reader.refuse("reasons_when_refused",
                {"拒绝个人的请求必须说明理由（PIPL-2021/50）。",
                 "A refusal must always give its reasons (PIPL-2021/50)."},
                {"请写明 reasons_when_refused: true。", "Write reasons_when_refused: true."});
}

void check_erases(MapReader& reader, const RightsKind& kind) {
  if (!kind.erases || kind.answer == RightsKind::Answer::decision) return;
  reader.refuse("erases",
                {"销毁信息须经人决定，不得即时办结。",
                 "What destroys data is decided by somebody; it is never done at once."},
                {"请写 answer: decision。", "Write answer: decision."});
}

void read_kind(MapReader& reader, RuleBook& book) {
  RightsKind kind;
  kind.id = reader.text("id");
  kind.label = reader.words("label");
  kind.basis = reader.basis();
  kind.clock = reader.text("clock");
  kind.clock_with_others = reader.text("clock_with_others", Need::may);
  kind.answer = reader.term("answer", answer_terms);
  kind.erases = reader.flag("erases");
  kind.provisional = note_provisional(reader, "rights/" + kind.id, book);
  check_clock(reader, "clock", kind.clock, book);
  check_clock(reader, "clock_with_others", kind.clock_with_others, book);
  check_reasons(reader);
  check_erases(reader, kind);
  if (book.rights.contains(kind.id)) {
    reader.refuse("id", {"“" + kind.id + "”重复。", "Duplicate id \"" + kind.id + "\"."},
                  {"请只保留一处，或改名。", "Keep one of them, or rename one."});
  }
  book.rights.insert_or_assign(kind.id, std::move(kind));
}

}  // namespace

void read_rights(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  reader.each("kinds", Need::must, [&](MapReader& one) { read_kind(one, book); });
}

}  // namespace credence::rulebook
