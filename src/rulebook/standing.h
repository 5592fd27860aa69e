// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/record_head.h"
#include "rulebook/rulebook.h"

// What is in force for a subject on a day: a pure function of its records' heads, the rules and the
// day. The check, the standing index, the preview of a change of rules, replay and fsck all ask it.
// Nothing grounds a measure that a public body could not be shown (domain/disclosure), so what was
// repaired, withdrawn or has expired frees the subject by itself.

namespace credence::rulebook {

// From when until when something holds. `until`: the first day no more; none: no end is known.
struct Span {
  Date since;
  std::optional<Date> until;
  bool holds(Date day) const { return since <= day && (!until || day < *until); }
  bool operator==(const Span&) const = default;
};

// What one record means.
struct Standing {
  Span usable;  // while the record may be used at all
  struct OnList {
    const ListRule* list = nullptr;
    Span span;
  };
  struct Applied {
    const Measure* measure = nullptr;
    const ListRule* list = nullptr;  // null: the record itself is the ground
    Span span;
  };
  struct Limited {
    const AppointmentLimit* limit = nullptr;
    Span span;
  };
  std::vector<OnList> lists;
  std::vector<Applied> measures;  // of organisations; always empty for a person
  std::vector<Limited> limits;    // of persons; always empty for others
};

// The rules on lists and measures of one book, arranged by item. Made once; the book must outlive
// it. Thread safe.
class Consequences {
 public:
  explicit Consequences(const RuleBook& book);
  ~Consequences();
  Consequences(Consequences&&) noexcept;

  // What a record means on `day`: what holds on it and, with `later`, also what will. A record that
  // is in use no more means nothing. Measures rest while the record is marked `lifted`.
  enum class When : std::uint8_t { that_day, that_day_or_later };
  Standing of(const domain::RecordHead& head, Date day, When when = When::that_day) const;
  // The first day from which the record can mean nothing more; none: no such day is known.
  std::optional<Date> done_by(const domain::RecordHead& head) const;

  // What counts in a matter of this book, by id, ascending. REQUIRES: the matter is the book's.
  struct Counting {
    std::vector<std::string> lists, measures, limits;  // lists: those the measures rest on
  };
  const Counting& counting_in(const Matter& matter) const;

  // Whether records of an item can mean anything: are they an entry, a ground, or a fact of a
  // matter?
  bool concerns(int item) const;
  // Those items, ascending.
  const std::vector<int>& items() const;
  const RuleBook& book() const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

// Whether a measure counts in a matter.
bool counts_in(const Measure& measure, const Matter& matter);
bool counts_in(const AppointmentLimit& limit, const Matter& matter);
bool is_fact_of(const Item& item, const Matter& matter);

}  // namespace credence::rulebook
