// SPDX-License-Identifier: Apache-2.0
#include "app/access/access_errors.h"

namespace credence::app {

Error other_subject() {
  return make_error(ErrorCode::forbidden, "access.other_subject",
                    {"这次查询只能打开本人（或授权人）的信息。",
                     "This query opens only one's own file, or that of who consented."},
                    {"请核对代码；查询他人须有其书面授权。",
                     "Check the code; another subject's file needs its written consent."},
                    "SD-2020/21");
}

}  // namespace credence::app
