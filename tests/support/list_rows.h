// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json.hpp>

#include <string>
#include <utility>
#include <vector>

#include "support/platform.h"

// Rows of files about lists.

namespace credence::testing {

// One row of a file of JSON Lines.
using ListRow = std::vector<std::pair<std::string, std::string>>;
inline std::string line(const ListRow& row) {
  boost::json::object object;
  for (const auto& [name, value] : row) {
    if (!value.empty()) object[name] = value;
  }
  return boost::json::serialize(object) + "\n";
}

inline std::string name_of(const std::string& code) {
  if (code == company) return "济南明信科技有限公司";
  return code == shop ? "青岛市北区明信便利店" : "济南某银行股份有限公司";
}

inline std::string entry_row(const std::string& code, int number, const std::string& category,
                             Date listed, const std::string& valid_to, const std::string& removed) {
  return line({{"YZ_ZTMC", name_of(code)},
               {"YZ_TYSHXYDM", code},
               {"YZ_LRWH", "列字" + std::to_string(number) + "号"},
               {"YZ_LRSY", "欠缴"},
               {"YZ_MDLB", category},
               {"YZ_FDDBR", "王小明"},
               {"YZ_YXQZI", valid_to},
               {"YZ_LRRQ", to_string(listed)},
               {"YZ_YCRQ", removed},
               {"YZ_YCYY", removed.empty() ? "" : "履行完毕"},
               {"YZ_ZT", removed.empty() ? "在列" : "已移出"},
               {"YZ_LRJG", "国家税务总局济南市税务局"},
               {"YZ_LRJGDM", bureau},
               {"YZ_LYDW", "山东省市场监督管理局"},
               {"YZ_LYDWDM", bureau}});
}

inline std::string grade_row(const std::string& code, int year, Date rated,
                             const std::string& valid_to) {
  return line({{"NS_ZTMC", name_of(code)},
               {"NS_TYSHXYDM", code},
               {"NS_PJND", std::to_string(year)},
               {"NS_PJDJ", "A"},
               {"NS_RDRQ", to_string(rated)},
               {"NS_YXQZI", valid_to},
               {"NS_LYDW", "山东省税务局"},
               {"NS_LYDWDM", bureau}});
}

}  // namespace credence::testing
