#include "record_text.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace asymptest {
namespace {

// What differs from run to run: times, and what a store remembers of earlier ones.
constexpr const char* times[] = {"\"seconds\":", "\"measured_at\":", "\"registered_at\":",
                                 "\"first_trial_at\":", "\"earlier_definitions\":"};

}  // namespace

std::string without_times(const std::string& json) {
  std::istringstream lines(json);
  std::string kept, line;
  while (std::getline(lines, line)) {
    const bool differs = std::any_of(std::begin(times), std::end(times), [&](const char* field) {
      return line.find(field) != std::string::npos;
    });
    if (!differs) kept += line + "\n";
  }
  return kept;
}

}  // namespace asymptest
