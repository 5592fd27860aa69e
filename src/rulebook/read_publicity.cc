// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "rulebook/readers.h"

// rules/publicity: one file per dated edition, severity.yaml with the classes of penalty kinds,
// ceiling.yaml with the five years of SD-2020 art. 38.

namespace credence::rulebook {
namespace {

using domain::PublicityEdition;
using domain::PublicityPeriod;

constexpr std::int64_t fen_per_yuan = 100;

void check_months(MapReader& reader, const PublicityPeriod& period) {
  if (period.months_max == 0 || period.months_min <= period.months_max) return;
  reader.refuse("months_min",
                {"最短公示期长于最长公示期。", "The shortest period is longer than the longest."},
                {"请改正 months_min 或 months_max。", "Correct months_min or months_max."});
}

PublicityPeriod read_period(MapReader& reader, const std::string& edition, RuleBook& book) {
  PublicityPeriod period;
  period.id = edition + "." + reader.text("id");
  period.rule = reader.text("rule");
  if (reader.has("severity")) period.severity = reader.term("severity", severity_terms);
  period.kinds = reader.texts("kinds", Need::may);
  period.shown = reader.flag("shown", true);
  period.months_min = static_cast<int>(reader.integer("months_min", 0, 600, Need::may));
  period.months_max = static_cast<int>(reader.integer("months_max", 0, 600, Need::may));
  period.until_valid_to = reader.flag("until_valid_to");
  period.basis = reader.basis();
  period.provisional = note_provisional(reader, "publicity/" + period.id, book);
  check_months(reader, period);
  return period;
}

// A period written for several sectors counts once for each.
void add_period(PublicityPeriod period, const std::vector<std::string>& sectors,
                PublicityEdition& edition) {
  if (sectors.empty()) edition.periods.push_back(period);
  for (const std::string& sector : sectors) {
    PublicityPeriod one = period;
    one.sector = sector;
    if (sectors.size() > 1) one.id += "." + sector;
    edition.periods.push_back(std::move(one));
  }
}

bool overlap(const PublicityEdition& a, const PublicityEdition& b) {
  return (!a.to || b.from < *a.to) && (!b.to || a.from < *b.to);
}

// Two editions must not govern the same records (rule and sector) on the same day.
void check_overlap(MapReader& reader, const PublicityEdition& edition, const RuleBook& book) {
  for (const auto& other : book.publicity.editions) {
    if (!overlap(edition, other)) continue;
    for (const auto& period : edition.periods) {
      const auto same = [&](const PublicityPeriod& known) {
        return known.rule == period.rule && known.sector == period.sector;
      };
      if (std::ranges::none_of(other.periods, same)) continue;
      reader.refuse("from",
                    {"与“" + other.id + "”的施行期间重叠（规则 " + period.rule + "）。",
                     "Its dates overlap those of \"" + other.id + "\" (rule " + period.rule + ")."},
                    {"请给前一版加上 to，或改正日期。",
                     "Give the earlier one a `to`, or correct the dates."});
    }
  }
}

void read_edition(MapReader& reader, const std::string& id, RuleBook& book) {
  PublicityEdition edition;
  edition.id = id;
  edition.label = reader.words("label");
  edition.from = reader.date("from");
  edition.to = reader.date_if_given("to");
  if (edition.to && *edition.to <= edition.from) {
    reader.refuse("to", {"“to”不晚于“from”。", "\"to\" is not after \"from\"."},
                  {"请核对日期的先后。", "Check the order of the dates."});
  }
  reader.each("periods", Need::must, [&](MapReader& one) {
    const auto sectors = one.texts("sectors", Need::may);
    add_period(read_period(one, id, book), sectors, edition);
  });
  check_overlap(reader, edition, book);
  book.publicity.editions.push_back(std::move(edition));
}

void read_severity(MapReader& reader, RuleBook& book) {
  domain::SeverityRule rule;
  rule.kind = reader.text("kind");
  rule.severity = reader.term("severity", severity_terms);
  const auto fen = [&](std::string_view key) {
    return fen_per_yuan * reader.integer(key, 0, 1'000'000'000, Need::may);
  };
  // The law says "three thousand yuan and below": the next fen is above.
  if (reader.has("fine_minor_to_yuan")) rule.fine_general_fen = fen("fine_minor_to_yuan") + 1;
  rule.fine_serious_fen = fen("fine_serious_from_yuan");
  rule.basis = reader.basis();
  rule.provisional = note_provisional(reader, "publicity/severity/" + rule.kind, book);
  if (std::ranges::count(book.publicity.severities, rule.kind, &domain::SeverityRule::kind) > 0) {
    reader.refuse(
        "kind",
        {"处罚种类“" + rule.kind + "”重复。", "Duplicate penalty kind \"" + rule.kind + "\"."},
        {"请只保留一处。", "Keep one of them."});
  }
  book.publicity.severities.push_back(std::move(rule));
}

void read_ceiling(MapReader& reader, RuleBook& book) {
  book.publicity.ceiling_years = static_cast<int>(reader.integer("years", 1, 5));
  book.publicity.ceiling_basis = reader.basis();
  book.publicity.ceiling_rules = reader.texts("rules");
}

}  // namespace

void read_publicity(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  const std::string id = stem_of(source.file);
  if (id == "ceiling") return read_ceiling(reader, book);
  if (id == "severity") {
    return reader.each("kinds", Need::must, [&](MapReader& one) { read_severity(one, book); });
  }
  read_edition(reader, id, book);
}

}  // namespace credence::rulebook
