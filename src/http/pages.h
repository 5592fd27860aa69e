// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/routes.h"

// The pages for people: those of the web application, and plain ones under /plain that work without
// JavaScript.

namespace credence::http {

std::vector<Route> page_routes();

// The web application (web_pages.cc).
std::vector<Route> web_page_routes();
bool is_web_page(std::string_view pattern);
// For an address that does not exist, to people.
Response web_not_found(const Request& request);

// Whether an address answers people, not programs: then what is refused is told as a page.
bool is_page(std::string_view pattern);
Response refusal_page(const Request& request, const Error& error);

// What a page puts below a record: HTML.
using BelowRecord = std::function<std::string(const app::ShownRecord&)>;
// A record as a page shows it.
std::string record_html(const app::ShownRecord& record, const BelowRecord& below = {});
// A file as a page shows it, with its records under `title`; `below` for those in use.
std::string file_html(const app::DisclosedFile& file, std::string_view title,
                      const BelowRecord& below = {});
// Links to what the subject of a record may ask for about it (case_pages.cc). `code`: whose it is,
// where that may stand in an address; empty: the caller's own.
std::string record_links(const Services& services, const std::string& code,
                         const app::ShownRecord& record);

Response page_home(const Services& services, const Request& request);
void page_subject(const Services& services, const SharedRequest& request, Reply reply);
Response page_confirm(const Services& services, const Request& request);
// Signing in, joining by a link, and one's own pages (own_pages.cc).
std::vector<Route> own_page_routes();
// What a subject asks of the platform (rights_pages.cc).
std::vector<Route> rights_page_routes();
// Procedures, cases, and what is due (procedure_pages.cc, case_pages.cc, desk_pages.cc).
std::vector<Route> procedure_page_routes();
std::vector<Route> case_page_routes();
std::vector<Route> desk_page_routes();
std::vector<Route> repair_page_routes();

// The one address that pages of other sites, those of Services::embed_origins, may send a form to
// and show in a frame (check_pages.cc).
inline constexpr std::string_view embed_address = "/embed/check";

}  // namespace credence::http
