#include "asymptest/engine/execution/elsewhere.hpp"

#include <exception>

namespace asymptest {
namespace {

std::string reason_of_current_exception() {
  try {
    throw;
  } catch (const std::exception& problem) {
    return problem.what();
  } catch (...) {
    return "something that is not a std::exception was thrown";
  }
}

}  // namespace

void give_up(ChunkSource& source, const OnFinished& on_finished, const Elsewhere& elsewhere) {
  if (!elsewhere.give_up) return;
  const std::string reason = reason_of_current_exception();
  try {
    const auto finished = source.collect(0, 0);
    if (finished && !finished->empty()) on_finished(*finished);
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): it is the listener that failed
  }
  elsewhere.give_up(reason);
}

}  // namespace asymptest
