// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "simulation/names.h"

// What is permitted, punished and honoured in the invented province: the vocabulary of its
// decisions. The statutes exist; the cases do not, and no article here is authority for anything.

namespace credence::simulation {

// Kinds of penalty (domain.md 2.4) as a set.
using Sanctions = std::uint16_t;
enum Sanction : Sanctions {
  warning = 1,
  criticism = 2,
  fine = 4,
  gains = 8,
  goods = 16,
  suspension = 32,
  downgrade = 64,
  revocation = 128,
  restriction = 256,
  halt = 512,
  closure = 1024,
  ban = 2048,
};
constexpr bool has(Sanctions set, Sanction one) { return (set & one) != 0; }

struct Matter {
  Office office;
  std::uint32_t sectors;
  std::string_view violation;
  std::array<std::string_view, 2> facts;  // {a} is the value of the goods, in yuan
  std::string_view basis;
  std::array<Sanctions, 3> sanctions;  // usual, heavier, heaviest
  std::int32_t fine_low, fine_high;    // yuan, for a company
  std::string_view licence;            // what may be suspended or revoked
};

struct Permit {
  Office office;  // of counties without an office for approvals
  std::uint32_t sectors;
  std::string_view title;                   // of the decision
  std::string_view kind;                    // 普通, 特许, 认可, 核准, 登记
  std::string_view certificate;             // may be empty
  std::string_view prefix;                  // of the certificate's number
  std::array<std::string_view, 2> content;  // {n} the subject, {p} the place
  int months;                               // validity; 0 for ever
};

struct Honour {
  Office office;
  std::uint32_t sectors;
  std::string_view name;
};

// One that fits the sector.
const Matter& draw_matter(Sector sector, Dice& dice);
const Permit& draw_permit(Sector sector, Dice& dice);
const Honour& draw_honour(Sector sector, Dice& dice);

// "警告;罚款".
void append_kinds(std::string& out, Sanctions sanctions);

// What a decision says, with the amounts it is about, in yuan.
struct Sentence {
  Sanctions sanctions = 0;
  std::int64_t fine = 0, gains = 0, goods = 0;
  std::string_view licence;  // name and number
};
// "1.给予警告；2.处以罚款人民币2000元。"
void append_sentence(std::string& out, const Sentence& sentence);

// How facts begin ({n}, {p}, {d}) and how they end.
std::string_view draw_opening(Dice& dice);
std::string_view draw_closing(Dice& dice);

}  // namespace credence::simulation
