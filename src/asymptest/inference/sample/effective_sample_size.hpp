#pragma once

#include <optional>

#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// The number of trials that a mean rests on: n/γ² for n trials of skewness γ.
///
/// If k of n trials are large and equal and the others nothing beside them, γ = √(n/k): the mean
/// is that of k trials, whatever n is. What γ shows by chance in normal trials (one standard error,
/// √(6(n − 2)/((n + 1)(n + 3)))) is taken off its magnitude first. Infinite if nothing is left.
double effective_sample_size(const PointStatistic& point);

/// The effective sample size that Student's interval of chance `alpha` needs: ((2t² + 1)/(1.8·t))²
/// with t its normal quantile, 9.5 for 1 % and 20 for 10⁻⁴. With as many, the first term of the
/// Edgeworth expansion of Student's statistic, γ(2t² + 1)/(6√n) (Hall 1987), shifts t by 30 %.
/// Throws std::invalid_argument unless 0 < alpha < 1.
double least_effective_sample_size(double alpha);

/// The magnitude that the skewness γ of n normal trials exceeds with this chance: by D'Agostino's
/// transformation (1970, "Transformation to normality of the null distribution of g₁", n ≥ 8), a
/// table from 5 to 0.1 % for four to seven (beyond it, its end), infinite for fewer.
/// Throws std::invalid_argument unless 0 < chance < 1.
double normal_skewness_quantile(std::size_t trials, double chance);

/// The design point whose mean rests on the fewest trials if those are too few at `alpha`, of the
/// sizes whose skewness is more than that of normal trials: some size of 5 % of the sweeps of such
/// trials is taken for skewed, however many sizes there are.
///
/// One such size makes all of them doubtful, above all those that look better: a size whose trials
/// happen to hold none of the rare large ones has a small skewness, a small error and a mean far
/// too low. Nothing where the trials don't tell the noise.
std::optional<PointStatistic> rests_on_few(const Statistics& statistics, double alpha);

/// The statistics with errors that allow for what a size may not have seen: each error e becomes
/// √(e² + (r·log(1/α)/(n·t))²), r the largest `reach` of any size and t as above. For an event of
/// chance log(1/α)/n is missed by n trials with chance α, and shifts the mean by that times r.
Statistics with_unseen(Statistics statistics, double alpha);

}  // namespace asymptest
