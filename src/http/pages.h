// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/routes.h"

// The pages for people.

namespace credence::http {

std::vector<Route> page_routes();

// Whether an address answers people, not programs: then what is refused is told as a page.
bool is_page(std::string_view pattern);
Response refusal_page(const Request& request, const Error& error);

// A file as a page shows it, with its records under `title`.
std::string file_html(const app::DisclosedFile& file, std::string_view title);

Response page_home(const Services& services, const Request& request);
void page_subject(const Services& services, const SharedRequest& request, Reply reply);
Response page_confirm(const Services& services, const Request& request);
// Signing in, joining by a link, and one's own pages (own_pages.cc).
std::vector<Route> own_page_routes();
// What a subject asks of the platform (rights_pages.cc).
std::vector<Route> rights_page_routes();

}  // namespace credence::http
