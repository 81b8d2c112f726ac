#pragma once

#include <optional>
#include <string>
#include <vector>

#include "asymptest/inference/sample/summaries.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest::cli {

/// What is decided from: trials, or summaries of them where the rows say no more or say more.
struct Evidence {
  std::vector<PointTrials> trials;
  std::optional<Statistics> summaries;
  std::vector<std::string> pairs = {};  ///< of paired trials: what each is called
  std::string remark = {};              ///< what was left out of it
};

}  // namespace asymptest::cli
