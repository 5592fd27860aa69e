// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// What the log attests: the kind of each entry (docs/design/log.md). Stored and published; never
// renumber.

namespace credence::domain {

enum class Attested : std::uint8_t {
  batch_received = 1,  // a file arrived
  row_added = 2,       // a row became a record
  row_changed = 3,     // a row became a new version of a record
  row_duplicate = 4,   // a row said what was known
  row_refused = 5,     // a row was refused, and why
  rows_committed = 6,  // a chunk of rows, with the totals so far
  batch_done = 7,      // the receipt
  subject = 8,         // an organisation's code and name, first seen or changed
  edition = 9,         // a rule edition put in force
  dictionary = 10,     // a packing dictionary
  report = 12,         // a credit report issued
  report_form = 13,    // its JSON, HTML or PDF, first given out (self_check.js knows this number)
  access = 14,         // a look at a subject (the access lane)
  erasure_proposed = 16,
  erasure = 17,         // keys, salts and payload destroyed
  list_state = 18,      // the root of the map of who stood in a list (absence)
  administration = 19,  // acts on the node itself
  cosigned = 20,        // a checkpoint of another log, cosigned as its witness
  registered = 21,      // a unit, account, key, consent … as it was put in the register, by whom
  record_marked = 22,   // a mark was put on a record: disputed, repaired, withdrawn …
  record_mark_ended = 23,  // and ended
};

}  // namespace credence::domain
