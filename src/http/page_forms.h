// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "http/multipart.h"

// Forms on pages, and what comes back from them.

namespace credence::http {

using Form = std::map<std::string, std::string, std::less<>>;

// The fields of a form that was sent. Throws Failure (invalid, "http.encoding", "http.multipart").
Form form_of(const Request& request);
// The files that were chosen in it. They point into the request.
std::vector<Part> files_of(const Request& request);
std::string field(const Form& form, std::string_view name);  // empty when absent

// After a form was accepted: go and see this page (303).
Response see(const std::string& where);

std::string hidden(const std::string& name, const std::string& value);
// The token every form of a session carries.
std::string csrf_field(const Request& request);
// A labelled input; `more` are its other attributes.
std::string input(const std::string& name, const std::string& label, const std::string& more);
// The links between a subject's own pages, or those of who handles cases; nothing for others.
std::string own_links(const Request& request);

}  // namespace credence::http
