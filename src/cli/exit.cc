// SPDX-License-Identifier: Apache-2.0
#include "cli/exit.h"

namespace credence::cli {

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid:
      return 65;  // EX_DATAERR
    case ErrorCode::not_found:
      return 66;  // EX_NOINPUT
    case ErrorCode::unidentified:
    case ErrorCode::forbidden:
      return 77;  // EX_NOPERM
    case ErrorCode::conflict:
      return 73;  // EX_CANTCREAT
    case ErrorCode::too_late:
      return 74;
    case ErrorCode::limit:
    case ErrorCode::too_many:
      return 75;  // EX_TEMPFAIL
    case ErrorCode::unavailable:
      return 69;  // EX_UNAVAILABLE
    case ErrorCode::internal:
      return 70;  // EX_SOFTWARE
  }
  return 70;
}

}  // namespace credence::cli
