// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/accounts/sessions.h"

// A request, a response, and the way between them: what handlers see of HTTP. No socket in sight.

namespace credence::http {

using Values = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;  // "GET", "HEAD" comes as GET
  std::string target;  // as sent; holds codes and names, so it is never logged
  std::string host, origin, fetch_site, if_none_match, content_type, accept, accept_encoding;
  // What was shown of who asks: Authorization, our cookie's value, X-Credence-Csrf,
  // Credence-Confirmation, and the fields of a signed request (RFC 9421, RFC 9530).
  std::string authorization, session_token, csrf, confirmation;
  std::string signature, signature_input, content_digest;
  // Of the connection: the peer's address without port; whether it is TLS; and the SHA-256 of the
  // client certificate that was verified (of its DER, lower-case hex), empty when there was none.
  std::string remote;
  bool secure = false;
  std::string client_certificate;
  std::string body;
  std::string id;  // our number for it: in the log, the answer and the access ledger
  // Set by the site: decoded, and who it is (http/identify.h).
  Values path, query;
  app::Caller caller = app::Caller::anonymous();
  std::optional<app::Session> session;  // when it came by cookie

  // A path or query value by name; empty when absent.
  const std::string& value(std::string_view name) const;
};

enum class Caching : std::uint8_t {
  none,        // no-store: attributed answers, receipts, reports
  revalidate,  // may be kept, must be asked about again: public records
  steady,      // an hour: what changes with the program or the rules
  brief,       // a second: the log's checkpoint
  forever,     // what stands in the log
};

struct Response {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  Values headers;
  Caching caching = Caching::none;
  std::string etag;
  bool framed = false;  // may stand in a frame; its policy says whose
};

Response json_response(std::string body, Caching caching = Caching::none);
Response html_response(std::string body, int status = 200);
Response file_response(std::string body, std::string type, std::string_view name);

using SharedRequest = std::shared_ptr<const Request>;
// Takes the answer; called exactly once, on any thread.
using Reply = std::function<void(Response)>;

}  // namespace credence::http
