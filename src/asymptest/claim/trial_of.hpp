#pragma once

#include <string>
#include <string_view>

#include "asymptest/claim/claim.hpp"

namespace asymptest {

/// A trial that draws from the streams of another claim or control, `owner`: trial k here is the
/// same run as trial k there, of which it reads another number.
struct TrialOf {
  std::string owner;  ///< Subject::name()
  Trial trial;

  double operator()(const Point& at, Stream& random) const { return trial(at, random); }
};

/// Whose streams a subject's trials draw from: the owner's if it is a TrialOf, else its own. The
/// view is of either.
inline std::string_view stream_owner(const Trial& trial, std::string_view subject) {
  const auto* const borrowed = trial.target<TrialOf>();
  return borrowed == nullptr ? subject : std::string_view(borrowed->owner);
}

}  // namespace asymptest
