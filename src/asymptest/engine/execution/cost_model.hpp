#pragma once

#include <optional>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/store/cells.hpp"

namespace asymptest {

/// Size of a trial for its cost: `Budget::cost` if the claim declares it, else the product of the
/// point's coordinates.
double trial_size(const Subject& subject, const Point& at);

/// What a subject's trials cost, learned from those that are finished.
///
/// Seconds of a trial at a point: the mean of that point's own trials if there are any; else
/// exp(a + b log size), where a and b are least squares over the known points, in logarithms, b
/// taken as at least 0, and b = 1 where one size alone is known.
class CostModel {
 public:
  CostModel(const Subject& subject, const SubjectCells& cells);

  /// Seconds of one trial there; nothing if no trial of the subject is known.
  [[nodiscard]] std::optional<double> seconds(const Point& at) const;

 private:
  const Subject* subject_;
  const SubjectCells* cells_;
  bool known_ = false;
  double intercept_ = 0, exponent_ = 1;
};

}  // namespace asymptest
