#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::capacity {

// sup |R − R_emp| over a class of hypotheses on n samples with the label 0, exactly.

/// Thresholds x ≤ t on uniform samples of [0, 1]: Kolmogorov's distance.
double deviation_of_thresholds(const Point& at, Stream& random);

/// E of the same: √(π/2) ln 2/√n − 1/(6n), up to the order n^(−3/2) (Kolmogorov 1933; Vrbik 2018,
/// "Small-sample corrections to Kolmogorov–Smirnov test statistic").
double deviation_of_thresholds_law(const Point& at);

/// One sample in each of n equal cells.
double deviation_of_thresholds_in_cells(const Point& at, Stream& random);

/// All subsets of D equal atoms: half of Σ |p̂ − 1/D|, √((D − 1)/(2πn)) for n ≫ D.
double deviation_of_subsets(const Point& at, Stream& random);

/// A subset of D/2 atoms, fixed before the samples: the mean over 16 such hypotheses.
double deviation_of_one_subset(const Point& at, Stream& random);

/// n/2 atoms, whatever D.
double deviation_of_subsets_as_many_as_samples(const Point& at, Stream& random);

}  // namespace asymptest::capacity
