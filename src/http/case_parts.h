// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/cases/desk.h"
#include "http/routes.h"

// Pieces of pages about cases.

namespace credence::http {

// The name of a unit of the register; the credit centre's when the code is empty.
std::string unit_label(const Services& services, const std::string& code);
// "尚余 2 个工作日（2026-10-10）": where a deadline stands, in words.
std::string deadline_words(const app::ShownDeadline& deadline);
// How much of its time has gone, as a bar beside its words and its article.
std::string deadline_bar(const app::ShownDeadline& deadline, const std::string& owed_by,
                         Date today);
// What happened, step by step.
std::string steps_html(const Services& services, const app::CaseView& view);

}  // namespace credence::http
