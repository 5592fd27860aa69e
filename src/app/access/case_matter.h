// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/access/caller.h"
#include "base/ids.h"
#include "store/session.h"

// A case as the matter of a question: whoever handles it may open the file of its subject for it.

namespace credence::app {

struct CaseMatter {
  SubjectId subject;
  std::string provider;  // unit that provided the record it is about
  std::string desk;      // unit that has it; empty: the credit centre
  bool open = false;
};
std::optional<CaseMatter> case_matter(store::Session& facts, std::string_view number);

// Whether the caller's office has to do with it: the credit centre with every case, the provider
// with those about its records, another unit with an open one on its desk.
bool concerns(const CaseMatter& matter, const Caller& caller);

}  // namespace credence::app
