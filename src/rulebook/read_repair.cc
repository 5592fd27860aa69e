// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "rulebook/readers.h"

// rules/repair: one dated edition of the law of credit repair per file.

namespace credence::rulebook {
namespace {

RepairMaterial read_material(MapReader& reader) {
  RepairMaterial material{reader.text("id"), reader.words("label"), {}, reader.basis()};
  if (reader.has("severities"))
    material.severities = reader.term_list("severities", severity_terms);
  return material;
}

void check_kinds(MapReader& reader, const std::vector<std::string>& kinds) {
  for (const auto& kind : kinds) {
    const auto& known = reader.source().book.publicity.severities;
    if (std::ranges::count(known, kind, &domain::SeverityRule::kind) > 0) continue;
    reader.refuse("kinds",
                  {"没有处罚种类“" + kind + "”。", "There is no penalty kind \"" + kind + "\"."},
                  {"请按 rules/publicity/severity.yaml 改正。",
                   "Correct it after rules/publicity/severity.yaml."});
  }
}

RepairExclusion read_exclusion(MapReader& reader) {
  RepairExclusion exclusion;
  exclusion.items = reader.texts("items", Need::may);
  exclusion.kinds = reader.texts("kinds", Need::may);
  exclusion.reason = reader.words("reason");
  exclusion.basis = reader.basis();
  check_kinds(reader, exclusion.kinds);
  if (exclusion.items.empty() == exclusion.kinds.empty()) {
    reader.refuse("items",
                  {"须写明事项（items）或者处罚种类（kinds）其中一项。",
                   "An exclusion names either items or kinds."},
                  {"请改正。", "Correct it."});
  }
  return exclusion;
}

void read_running_ban(MapReader& reader, RunningBan& ban) {
  ban.kinds = reader.texts("kinds");
  ban.basis = reader.basis();
  check_kinds(reader, ban.kinds);
}

void check_references(MapReader& reader, const RepairEdition& edition) {
  const RuleBook& book = reader.source().book;
  check_procedure_kind(reader, "procedure", edition.procedure);
  if (std::ranges::count(book.clocks, edition.barred_clock, &ClockRule::id) == 0) {
    reader.refuse(
        "barred_clock",
        {"没有期限“" + edition.barred_clock + "”。",
         "There is no clock \"" + edition.barred_clock + "\"."},
        {"请改正，或在 rules/clocks/ 中补上。", "Correct it, or add it in rules/clocks/."});
  }
}

bool overlap(const RepairEdition& a, const RepairEdition& b) {
  return (!a.to || b.from < *a.to) && (!b.to || a.from < *b.to);
}

void check_dates(MapReader& reader, const RepairEdition& edition) {
  for (const auto& other : reader.source().book.repair) {
    if (other.issuers != edition.issuers || !overlap(other, edition)) continue;
    reader.refuse(
        "from",
        {"与“" + other.id + "”的施行期间重叠。",
         "Its dates overlap those of \"" + other.id + "\"."},
        {"请给前一版加上 to，或改正日期。", "Give the earlier one a `to`, or correct the dates."});
  }
}

// An edition for certain bodies knows them by a piece of their name.
bool concerns(const RepairEdition& edition, std::string_view issuing_body) {
  return std::ranges::any_of(edition.issuers, [&](const std::string& piece) {
    return issuing_body.find(piece) != std::string_view::npos;
  });
}

}  // namespace

void read_repair(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  RepairEdition edition;
  edition.id = stem_of(source.file);
  edition.label = reader.words("label");
  edition.from = read_span(reader, edition.to);
  edition.issuers = reader.texts("issuers", Need::may);
  edition.procedure = reader.text("procedure");
  edition.where = reader.words("where");
  edition.basis = reader.basis();
  reader.each("conditions", Need::must, [&](MapReader& one) {
    edition.conditions.push_back({one.words("label"), one.basis()});
  });
  reader.each("materials", Need::must,
              [&](MapReader& one) { edition.materials.push_back(read_material(one)); });
  reader.each("exclusions", Need::may,
              [&](MapReader& one) { edition.exclusions.push_back(read_exclusion(one)); });
  if (const Yaml* ban = reader.node("running_ban", Need::may)) {
    MapReader one(source, *ban);
    read_running_ban(one, edition.running_ban);
  }
  edition.barred_clock = reader.text("barred_clock");
  edition.provisional = note_provisional(reader, "repair/" + edition.id, book);
  check_references(reader, edition);
  check_dates(reader, edition);
  book.repair.push_back(std::move(edition));
}

const RepairEdition* repair_edition(const std::vector<RepairEdition>& editions, Date day,
                                    std::string_view issuing_body) {
  const RepairEdition* general = nullptr;
  const RepairEdition* first = nullptr;
  for (const RepairEdition& edition : editions) {
    if (edition.in_force(day) && concerns(edition, issuing_body)) return &edition;
    if (!edition.issuers.empty()) continue;
    if (edition.in_force(day)) general = &edition;
    if (first == nullptr || edition.from < first->from) first = &edition;
  }
  return general == nullptr ? first : general;
}

}  // namespace credence::rulebook
