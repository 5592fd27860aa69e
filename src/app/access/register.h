// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "store/database.h"
#include "wire/from_json.h"

// The register of who may act and by what right: units, accounts, invitations, keys, consents,
// findings, requests. One mechanism for all: each is a described struct, kept as JSON, never
// changed but followed by a new version that says who did what (the security audit that GB/T 22239
// asks for), and each version is an entry of the access lane's log (docs/design/access.md).

namespace credence::app {

// Who did it, for the ledger.
struct Actor {
  std::string id;    // account, key, or "operator:root"
  std::string unit;  // credit code of their unit
};

template <class T>
concept Registered = wire::Described<T> && requires(const T& value) {
  { T::kind } -> std::convertible_to<std::string_view>;
  { value.key() } -> std::convertible_to<std::string>;     // names it within its kind
  { value.parent() } -> std::convertible_to<std::string>;  // what it is listed under
  { value.also() } -> std::convertible_to<std::string>;    // and what else
};

// One version of one thing.
struct RegisterEntry {
  std::string kind, id;
  std::int64_t version = 0;
  Instant at;
  std::string actor, unit, act;  // "invite", "suspend", …
  std::string body;              // JSON of the thing as it was then
  std::uint64_t leaf = 0;        // its entry of the access lane's log
};

// What the log attests of a version, and its inverse for auditors.
std::string register_statement(const RegisterEntry& entry);

namespace detail {
void put_entry(store::Write& write, Random& random, const Actor& by, std::string_view act,
               std::string_view kind, const std::string& id, const std::string& parent,
               const std::string& also, const std::string& body);
std::optional<std::string> current_body(store::Session& sql, std::string_view kind,
                                        std::string_view id);
enum class Under : std::uint8_t { parent, also, any };
std::vector<std::string> current_bodies(store::Session& sql, std::string_view kind, Under under,
                                        std::string_view name, std::string_view after, int limit);

template <Registered T>
T read_body(const std::string& text) {
  boost::system::error_code fault;
  const auto json = boost::json::parse(text, fault);
  return wire::from_json<T>(fault ? boost::json::value() : json).or_throw();
}
}  // namespace detail

// Puts a new version in force. Only on the access lane's committer; what it rests on must have been
// read in the same work.
template <Registered T>
void put(store::Write& write, Random& random, const Actor& by, std::string_view act,
         const T& value) {
  detail::put_entry(write, random, by, act, T::kind, value.key(), value.parent(), value.also(),
                    wire::to_line(value));
}

// The version in force. Throws Failure when it is damaged.
template <Registered T>
std::optional<T> find(store::Session& sql, std::string_view key) {
  const auto body = detail::current_body(sql, T::kind, key);
  return body ? std::optional(detail::read_body<T>(*body)) : std::nullopt;
}

// Those in force, by key after `after`: under one parent, under one other name, or all.
using detail::Under;
template <Registered T>
std::vector<T> list(store::Session& sql, Under under, std::string_view name = {},
                    std::string_view after = {}, int limit = 1'000) {
  std::vector<T> all;
  for (const auto& body : detail::current_bodies(sql, T::kind, under, name, after, limit))
    all.push_back(detail::read_body<T>(body));
  return all;
}

// Every version of one thing, oldest first.
std::vector<RegisterEntry> history(store::Session& sql, std::string_view kind, std::string_view id);

// Changes of the register, newest first, before the entry `before` of the log (0: from the newest).
struct ActFilter {
  std::string kind, actor;  // empty: any
  std::uint64_t before = 0;
  int limit = 100;
};
std::vector<RegisterEntry> acts(store::Session& sql, const ActFilter& filter);

class Audit;
// For fsck: every version against the log, versions without a gap, the last one in force.
void audit_register(Audit& audit);

}  // namespace credence::app
