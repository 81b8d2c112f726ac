#pragma once

#include <functional>
#include <vector>

#include "asymptest/inference/sample/location.hpp"

namespace asymptest {

/// The least misfit of a law as a function of one of its exponents, over all that else is free in
/// it: on a grid over [−farthest, farthest], and where it is asked for between the nodes.
class ExponentProfile {
 public:
  /// Takes the misfit at every node. Needs farthest > 0 and step > 0.
  ExponentProfile(std::function<double(double)> misfit, double farthest, double step);

  /// Where the misfit is least: the best node, and Brent's method around it.
  [[nodiscard]] double exponent() const { return exponent_; }
  [[nodiscard]] double misfit() const { return misfit_; }

  /// The hull of all exponents whose misfit is at most `limit`; infinite on a side where that holds
  /// to the end of the grid; the least one alone if nothing is within.
  [[nodiscard]] Bounds within(double limit) const;

 private:
  [[nodiscard]] double node(std::size_t i) const;
  // The end of what is within the limit beyond an exponent that is, downwards (−1) or upwards.
  [[nodiscard]] double end(double inside, double direction, double limit) const;

  std::function<double(double)> misfit_at_;
  std::vector<double> misfits_;  ///< at the nodes
  double farthest_ = 0, step_ = 0;
  double exponent_ = 0, misfit_ = 0;
};

}  // namespace asymptest
