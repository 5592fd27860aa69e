// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>

// Every limit of the HTTP floor, in one place and with its reason. GET /api/v1/limits serves them.

namespace credence::http {

struct Limits {
  // Proxies in front cut longer addresses without saying so; refuse earlier, with a clear answer.
  std::size_t url_bytes = 8'000;
  std::size_t header_bytes = 8'000;
  std::size_t headers = 100;
  // An uploaded file is held in memory until it is whole; longer files go through `credence
  // ingest`.
  std::size_t upload_bytes = 128ULL << 20;
  // A form or a JSON document.
  std::size_t form_bytes = 64 << 10;
  // A form with files: two documents of a case at their largest (rules, document.bytes).
  std::size_t file_form_bytes = 24 << 20;
  // Long work (uploads, reports, quality) waiting for a worker; above it the answer is 503 with
  // Retry-After.
  std::size_t long_work = 64;
  std::size_t workers = 2;
  // Signing in holds 19 MiB and a core for some 25 ms each.
  std::size_t sign_in_workers = 2;
  std::size_t sign_ins_waiting = 200;
  std::size_t threads = 2;
  std::chrono::seconds read_time{
      60};  // a request from its first byte to its last; a kept-alive connection
  // A connection over TLS that has not finished its handshake by then is closed.
  std::chrono::seconds handshake_time{10};
  // Connections over TLS at one time, from anywhere. A process may have 1 024 files open unless
  // told otherwise, and one that cannot open another stops accepting; the rest is for the
  // databases.
  std::size_t connections = 512;
  std::chrono::seconds certificate_look{10};  // how often its files are looked at for a newer one
  int certificate_warning_days = 30;          // what is left when warnings begin
  std::chrono::seconds answer_time{1'800};    // the longest work: a file of a million rows
  std::chrono::seconds write_time{60};
  std::chrono::seconds stop_time{
      10};  // how long running requests may take after a stop was asked for
  // How often the ledger is patrolled, and how long after a start for the first time.
  std::chrono::seconds patrol_every{3'600}, patrol_first{60};
  std::chrono::seconds recall_every{5};    // how soon decisions reach whoever was shown the records
  std::chrono::seconds feedback_every{5};  // how soon a check's measures lie on its unit's desk
  std::chrono::seconds index_age{60};      // a name index older than this is not healthy
};

}  // namespace credence::http
