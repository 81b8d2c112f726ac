#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// One way in which a newer record differs from an older one.
struct Change {
  enum class Kind {
    verdict,      ///< another outcome, or another status
    drift,        ///< two estimates, each outside the other's interval
    loosened,     ///< a band or the suite's level that admits more than before
    declaration,  ///< another prediction, or another thing that a control must show
    added,        ///< a claim or control that was not there
    removed       ///< one that is gone
  };
  Kind kind = Kind::verdict;
  std::string subject;  ///< its name; empty for the suite as a whole
  std::string what;     ///< a sentence: from what to what
};

/// "verdict changed", "exponent drifted", "band loosened", …
std::string_view name_of(Change::Kind kind);

/// What changed from the older record to the newer, in the order of the newer one's claims, what is
/// gone at the end. Times, trials and figures are no change: two runs with different seeds that
/// agree give none.
std::vector<Change> compare(const Record& older, const Record& newer);

}  // namespace asymptest::report
