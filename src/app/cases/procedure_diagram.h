// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "rulebook/procedure.h"

namespace credence::app {

// The states of a procedure as boxes, from the top down; its ends as double boxes; each act as an
// arrow from every state it leaves, labelled with its name and who may do it. Arrows into one state
// run together along a line of their own. An SVG of about 380 units of width, so that it can be
// read on a telephone; Chinese, with the English words as titles. Pure.
std::string procedure_diagram(const rulebook::Procedure& procedure);

}  // namespace credence::app
