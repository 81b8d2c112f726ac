#include "asymptest/cli/measuring/ranked_run.hpp"

#include <fmt/format.h>

#include "asymptest/cli/input/claim_files.hpp"
#include "asymptest/engine/ranks/communicator.hpp"
#include "asymptest/engine/ranks/helper.hpp"

namespace asymptest::cli {
namespace {

/// A rank says each second that it lives, unless its machine is gone or stands still.
constexpr double lost_seconds = 60;

ExitCode help_rank_zero(Communicator& ranks, std::vector<std::string> filters,
                        const MeasureOptions& how) {
  try {
    const Catalogue all = take_catalogue(filters);
    help(ranks, all.suite, how);
    return as_expected;
  } catch (const std::exception& problem) {
    tell_failure(ranks, problem.what());
    return bad_input;
  }
}

}  // namespace

ExitCode run_on_ranks(const std::vector<std::string>& filters, const MeasureOptions& how,
                      const std::function<ExitCode(Dealer*)>& command) {
  const auto ranks = connect_ranks();
  if (!ranks) return command(nullptr);
  if (ranks->rank() > 0) return help_rank_zero(*ranks, filters, how);
  Dealer dealer(*ranks, lost_seconds,
                [](const std::string& reason) { fmt::print(stderr, "\nasymptest: {}\n", reason); });
  return command(&dealer);
}

}  // namespace asymptest::cli
