// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "domain/regions.h"
#include "domain/subject.h"

// The numbers organisations and persons are known by. Three separate questions, none of which
// answers another: is it well-formed, are its parts known, are they in force. Nothing is ever
// repaired: an O for a 0 is reported, not corrected. All functions are pure and safe from several
// threads.

namespace credence::domain {

// One thing that is wrong with a code.
struct CodeFault {
  std::string id;  // "code.length", "code.check_character", …
  Words message;
  Words remedy;
};

struct CodeVerdict {
  std::string canonical;          // half-width, upper case, without spaces and hyphens
  bool well_formed = false;       // shape and check characters agree with the standard
  std::vector<CodeFault> faults;  // why not; empty when well-formed
  bool known = false;     // department, category and division are ones that exist or existed
  bool in_force = false;  // the division is in force on the day asked about
};

// Half-width, upper case, without spaces, hyphens and the marks people paste along. Changes no
// character for another of its kind.
std::string canonical_code(std::string_view text);

// Judges a code by the standard of its scheme; `on` decides what is in force. Schemes without a
// published form (tax, institution, social organisation, passports …) have a soft form check only.
CodeVerdict check_code(Scheme scheme, std::string_view code, const Regions& regions, Date on);

// Well-formed or not; the argument is canonical.
bool is_uscc(std::string_view code);                 // GB 32100-2015, both check characters
bool is_organization_code(std::string_view code);    // GB 11714-1997
bool is_registration_number(std::string_view code);  // GS 15-2006, 15 digits; 13 old digits are not
bool is_resident_id(std::string_view code);          // GB 11643-1999, 18 digits
// Seventeen zeros and X: what an individual business without a code is reported under. No code of
// anybody.
bool is_placeholder_uscc(std::string_view code);
// Whether a text holds what is with near certainty a resident identity number (domain.md V12).
bool contains_resident_id(std::string_view text);

// The check characters. REQUIRES: the argument has the stated length and only characters of the
// standard.
char uscc_check(std::string_view first17);
char organization_code_check(std::string_view first8);
char registration_check(std::string_view first14);
char resident_id_check(std::string_view first17);

// The 18-digit form of an old 15-digit identity number; as it is when it is not one.
std::string modern_resident_id(std::string_view code);

// The registration department a credit code tells, and the category within it; empty when unknown.
Words uscc_department(std::string_view code);
std::string uscc_category(std::string_view code);  // Chinese

// Which scheme a code of an organisation looks like by its shape, before any check.
std::optional<Scheme> guess_scheme(std::string_view canonical);
// 证件类型 as written in the publicity tables (domain.md 1.7).
std::optional<Scheme> document_scheme(std::string_view written);

}  // namespace credence::domain
