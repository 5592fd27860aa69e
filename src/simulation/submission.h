// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/intake/tabular/writer.h"
#include "simulation/faults.h"
#include "simulation/province.h"

// What departments send: tables with Chinese headers, and a stated share of the faults real files
// have.

namespace credence::simulation {

enum class Kind : std::uint8_t { registrations, permits, penalties, honours };

// The catalogue item a kind is sent for.
std::string_view item_of(Kind kind);

struct SubmissionPlan {
  Kind kind = Kind::penalties;
  std::uint64_t first = 0, rows = 0;  // indexes of records; other ranges hold other records
  std::uint32_t fault_per_million = 20'000;
  std::uint32_t late_per_million = 30'000;
};

std::vector<app::WriterColumn> columns(Kind kind);

// Makes the rows of a plan, in any order. Keeps scratch memory; one per thread.
class RowMaker {
 public:
  // The province must outlive it.
  RowMaker(const Province& province, const SubmissionPlan& plan)
      : province_(province), plan_(plan) {}
  // The cells of row `i`, and what is wrong with them.
  Fault make(std::uint64_t i, std::vector<std::string>& cells);

 private:
  void make_clean(std::uint64_t i, std::vector<std::string>& cells);
  void add_party(std::vector<std::string>& cells) const;
  void add_penalty(std::uint64_t i, Dice& dice, std::vector<std::string>& cells);
  void add_permit(std::uint64_t i, Dice& dice, std::vector<std::string>& cells);
  void add_registration(std::uint64_t i, std::vector<std::string>& cells);
  void add_honour(std::uint64_t i, Dice& dice, std::vector<std::string>& cells);
  Date decided_on(Dice& dice) const;

  const Province& province_;
  SubmissionPlan plan_;
  Party party_;
};

// All rows of a plan, one after another; how many have which fault.
std::vector<std::uint64_t> write_rows(const Province& province, const SubmissionPlan& plan,
                                      app::TableWriter& writer);

}  // namespace credence::simulation
