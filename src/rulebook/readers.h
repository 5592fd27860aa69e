// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "rulebook/reader.h"

// One reader per kind of rule. Each takes the tree of one file and adds what it says to the book.

namespace credence::rulebook {

void read_law(const Source& source, const Yaml& document, RuleBook& book);
void read_calendar(const Source& source, const Yaml& document, RuleBook& book);
void read_regions(const Source& source, const Yaml& document, RuleBook& book);
void read_names(const Source& source, const Yaml& document, RuleBook& book);
void read_publicity(const Source& source, const Yaml& document, RuleBook& book);
void read_clocks(const Source& source, const Yaml& document, RuleBook& book);
void read_purposes(const Source& source, const Yaml& document, RuleBook& book);
void read_roles(const Source& source, const Yaml& document, RuleBook& book);
void read_denied(const Source& source, const Yaml& document, RuleBook& book);
void read_erasure(const Source& source, const Yaml& document, RuleBook& book);
void read_patrol(const Source& source, const Yaml& document, RuleBook& book);
void read_rights(const Source& source, const Yaml& document, RuleBook& book);

// These refer to items, so they are read after the catalogue.
void read_procedure(const Source& source, const Yaml& document, RuleBook& book);
// What is wrong with a procedure as a whole, once it is read.
void scrutinize(MapReader& reader, const Procedure& procedure);
void read_repair(const Source& source, const Yaml& document, RuleBook& book);
void read_matter(const Source& source, const Yaml& document, RuleBook& book);
void read_list(const Source& source, const Yaml& document, RuleBook& book);
void read_measure(const Source& source, const Yaml& document, RuleBook& book);
void read_appointment(const Source& source, const Yaml& document, RuleBook& book);

// Trees of the shared field blocks: "catalogue/common/party.yaml" → its tree.
using SharedBlocks = std::map<std::string, Yaml, std::less<>>;
void read_item(const Source& source, const Yaml& document, const SharedBlocks& shared,
               RuleBook& book);

// Adds every basis that stands in a file, with the rule it is of.
void add_citations(const std::string& file, const Yaml& document, std::vector<Citation>& found);

// "penalty" for "catalogue/03-administration/penalty.yaml".
std::string stem_of(std::string_view path);

// The dates a rule is in force: gives `from`, and `to` where it is written; refuses them in the
// wrong order.
Date read_span(MapReader& reader, std::optional<Date>& to);
// Refuses a kind of procedure that no file of rules/procedures is of.
void check_procedure_kind(MapReader& reader, std::string_view key, const std::string& kind);

// Adds "kind/id: what" to the book's list when the rule is provisional.
bool note_provisional(MapReader& reader, const std::string& rule, RuleBook& book);

}  // namespace credence::rulebook
