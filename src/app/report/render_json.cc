// SPDX-License-Identifier: Apache-2.0
#include "app/report/report.h"
#include "wire/json.h"

namespace credence::app {

std::string to_json_text(const CreditReport& report) {
  return wire::pretty(wire::to_json(report)) + "\n";
}

}  // namespace credence::app
