#pragma once

#include <cstdint>
#include <vector>

namespace asymptest::designs {

/// Trials 1 + spread·z of the law x^(-1/2 + bands·band), whose claim is theta -1/2 ± band over
/// x = 16 … 2048, each at a cost proportional to x.
struct DrawnLaw {
  double bands = 0;   ///< 0, the claim is true, or 2 and more, it is to be refuted
  double spread = 0;  ///< relative, of one trial
};

/// What one law took, in trials at each size: the cost of one everywhere is the unit.
struct DesignCosts {
  double right = 0;       ///< share of data sets that the sequential procedure decided rightly
  double sequential = 0;  ///< mean over all data sets, decided or not
  double without_allocation = 0;  ///< the same with equal trials at each look
  double right_without = 0;
  /// Equal trials, judged once at the whole level, that are right as often; NaN if none is.
  double fixed = 0;
};

struct DrawnOptions {
  int data_sets = 200;
  double alpha = 0.01 / 700;  ///< a subject's share of a suite's
  std::int64_t first = 16, most = 4096;
  std::uint64_t seed = 1;
};

/// The same data for each procedure. Throws std::invalid_argument unless data_sets > 0.
DesignCosts costs_of(const DrawnLaw& law, const DrawnOptions& options);

/// Where a rising share of right decisions reaches `right`, between the counts by their logarithm;
/// NaN if it never does.
double count_of_power(const std::vector<double>& counts, const std::vector<double>& shares,
                      double right);

}  // namespace asymptest::designs
