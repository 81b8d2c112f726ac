#pragma once

namespace asymptest::cli {

/// What the command tells the shell.
enum ExitCode : int {
  as_expected = 0,      ///< every verdict as declared; `check`: supported
  not_expected = 1,     ///< some verdict not as declared; `check`: refuted
  bad_input = 2,        ///< usage or input error
  undecided = 3,        ///< inconclusive within the budget
  nothing_measured = 4  ///< nothing matched or nothing was measured
};

}  // namespace asymptest::cli
