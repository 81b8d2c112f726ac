#pragma once

namespace asymptest {
struct Record;
}

namespace asymptest::cli {

/// What the command tells the shell.
enum ExitCode : int {
  as_expected = 0,       ///< every verdict as declared; `check`: supported
  not_expected = 1,      ///< some verdict not as declared; `check`: refuted
  bad_input = 2,         ///< usage or input error
  undecided = 3,         ///< inconclusive within the budget
  nothing_measured = 4,  ///< nothing matched or nothing was measured
  next_round = 5         ///< `merge`: a look asks for more trials, listed for the next round
};

/// The codes of `run`, for its help.
inline constexpr const char* exit_codes_text =
    "Exit codes: 0 all as declared, 1 something isn't, 2 bad usage or input, 3 undecided within "
    "the "
    "budget, 4 nothing matched or was measured.\n"
    "Marks: OK as declared, NOT not as declared, ERR a trial failed, ? undecided, - not measured.";

/// What a record amounts to: the first that applies of `not_expected` (a verdict is not as
/// declared, or a trial failed), `undecided`, `as_expected`, `nothing_measured`.
ExitCode exit_code_of(const Record& record);

}  // namespace asymptest::cli
