// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// What an account or key may do, and what a unit is. Closed sets: which role has which power is
// data (rules/roles), what a power opens is code. Stored by name (rulebook/terms.h).

namespace credence::domain {

enum class Power : std::uint8_t {
  ask,              // for the purposes of the role
  submit,           // files of the own unit; its receipts, refusals and quality
  steward,          // the same for every unit
  lodge_consent,    // take in a subject's written consent
  enrol,            // open a subject's own account after seeing who they are
  answer_requests,  // decide what data subjects ask for
  propose_erasure,
  approve_erasure,
  seal,             // keep a look out of the subject's sight for a time
  handle_findings,  // of the patrol
  handle_cases,     // of the own unit: objections, repairs, recalls … (rules/procedures)
  supervise_cases,  // press for what is late (督办)
  manage_accounts,  // units, invitations, suspension (系统管理)
  manage_roles,     // what accounts and keys may do (安全管理)
  read_ledger,      // who asked what, and who did what (审计管理)
  operate,          // metrics and state of the node
};

// 三权分立 (GB/T 22239-2019): nobody holds two of these, nor one beside other work.
enum class Management : std::uint8_t { none, system, security, audit };

enum class UnitKind : std::uint8_t {
  credit_centre,  // 公共信用信息机构
  provider,       // 信息提供单位
  counter,        // 政务服务窗口
  regulator,      // 监管、执法、司法机关
  bank,
  agency,   // 信用服务机构
  node,     // another platform
  subject,  // an organisation or person, for its own file
};

}  // namespace credence::domain
