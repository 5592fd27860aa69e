// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "http/message.h"

// What every page has around it.

namespace credence::http {

// A whole page. `request` tells whether somebody is signed in, for the links at the top.
std::string page(const std::string& title, const std::string& body,
                 const Request* request = nullptr);
// The look of pages, for those that stand alone.
std::string style_element();
// A row of a table of labels and values; nothing for an empty value. Escapes both.
std::string row(const std::string& label, const std::string& value);
// A paragraph that tells what went wrong, and what to do.
std::string alert(const Error& error);

}  // namespace credence::http
