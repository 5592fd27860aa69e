// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

// What kind of file somebody attached, told by its bytes and never by its name.

namespace credence::app {

// "application/pdf", "image/png", "image/jpeg" or "application/ofd" (GB/T 33190: a ZIP file that
// holds OFD.xml). Errors: invalid ("document.kind": none of these, and which are taken;
// "document.active": a PDF that names scripts, programs to launch or embedded files). PDF is looked
// through for those names as they stand, also when written with # escapes; what lies in its
// compressed streams is not unpacked, so this keeps out the careless, not the determined: whoever
// shows a document must still not let it run anything.
Result<std::string> media_type_of(std::string_view bytes);

}  // namespace credence::app
