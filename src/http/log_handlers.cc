// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <fstream>

#include "app/access/proofs.h"
#include "app/witness/witness.h"
#include "http/handlers.h"
#include "ledger/tiles.h"
#include "store/log.h"
#include "store/session.h"

// The log as the public formats serve it (C2SP tlog-tiles), and proofs of single rows.

namespace credence::http {
namespace {

Failure no_resource() {
  return Failure(make_error(ErrorCode::not_found, "log.not_found",
                            {"日志没有这一部分。", "The log has no such part."},
                            {"先取 checkpoint，再按其大小取瓦片。",
                             "Fetch the checkpoint first, then the tiles its size implies."}));
}

store::Lane lane_of(const Request& request) {
  const std::string& name = request.value("lane");
  if (name == store::lane_name(store::Lane::facts)) return store::Lane::facts;
  if (name == store::lane_name(store::Lane::access)) return store::Lane::access;
  throw no_resource();
}

store::ReadLease read(const Services& services, store::Lane lane) {
  return lane == store::Lane::facts ? services.database.read() : services.database.read_access();
}

Response bytes_response(std::string body, const char* type, Caching caching) {
  Response response;
  response.body = std::move(body);
  response.type = type;
  response.caching = caching;
  return response;
}

constexpr const char* plain_text = "text/plain; charset=utf-8";

}  // namespace

Response get_log_keys(const Services& services, const Request&) {
  std::ifstream in(services.folder / "log.pub", std::ios::binary);
  return bytes_response({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()},
                        plain_text, Caching::steady);
}

Response get_checkpoint(const Services& services, const Request& request) {
  const auto lane = lane_of(request);
  const auto lease = read(services, lane);
  auto head = store::log_head(lease.sql(), lane);
  if (head.size == 0) throw no_resource();
  return bytes_response(std::move(head.checkpoint), plain_text, Caching::brief);
}

Response get_tile(const Services& services, const Request& request) {
  const auto address = ledger::parse_tile_address(request.value("tile"));
  if (!address) throw no_resource();
  const auto lane = lane_of(request);
  const auto lease = read(services, lane);
  auto body = store::log_resource(lease.sql(), lane, *address);
  if (!body) throw no_resource();
  return bytes_response(std::move(*body), "application/octet-stream", Caching::forever);
}

Response post_checkpoint(const Services& services, const Request& request) {
  const auto answer = app::Witness(services.database, services.random).add_checkpoint(request.body);
  Response response = bytes_response(answer.body, answer.type.c_str(), Caching::none);
  response.status = answer.status;
  return response;
}

void get_row_proof(const Services& services, const SharedRequest& request, Reply reply) {
  const auto permit = services.gate
                          .admit(services.book, request->caller,
                                 {"own_submission", "", "", "http", request->id, false})
                          .or_throw();
  const bool steward = request->caller.may(domain::Power::steward);
  const std::string provider = steward ? request->value("provider") : request->caller.unit();
  std::int64_t row = 0;
  const std::string& text = request->value("row");
  std::from_chars(text.data(), text.data() + text.size(), row);
  const std::string name = request->value("number") + "-" + std::to_string(row) + ".tlog-proof";
  auto proof =
      services.intake.row_proof(permit, provider, request->value("number"), row).or_throw();
  services.ledger.release_later<std::string>(
      permit, std::move(proof),
      [reply, name](std::string body) { reply(file_response(std::move(body), plain_text, name)); },
      [reply, request](std::exception_ptr) { reply(not_recorded(request->id)); });
}

}  // namespace credence::http
