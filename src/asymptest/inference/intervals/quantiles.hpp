#pragma once

#include <cstdint>
#include <limits>

namespace asymptest {

/// As degrees of freedom: those of an error that is known.
inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// z with P(Z > z) = `tail` for Z of the normal law.
/// Throws std::invalid_argument unless 0 < tail < 1/2.
double normal_quantile(double tail);

/// P(Z < z) for Z of the normal law, to rounding in the lower tail too.
double normal_chance_below(double z);

/// x with P(|T| > x) = `chance` for T of Student's law with `degrees` of freedom (infinity: the
/// normal law). Honest in the far tail: `chance` is used as it is, never as 1 − chance.
/// Throws std::invalid_argument unless 0 < chance < 1 and degrees > 0.
double two_sided_quantile(double chance, double degrees);

/// P(X > value) for X of the chi-squared law with `degrees` > 0 of freedom.
double chi_squared_tail(double value, double degrees);

/// P(X > value) for X of Fisher's law.
double fisher_tail(double value, double numerator_degrees, double denominator_degrees);

/// x with P(X > x) = `chance` for X of Fisher's law; the chi-squared law over its degrees of
/// freedom as the denominator's go to infinity.
double fisher_quantile(double chance, double numerator_degrees, double denominator_degrees);

/// A confidence interval of a chance.
struct ChanceInterval {
  double lower = 0, upper = 1;
};

/// The exact interval for the chance of an event that happened `events` times of `of` (Clopper and
/// Pearson 1934): misses the true chance with probability 1 − confidence at most.
/// Throws std::invalid_argument unless 0 <= events <= of, 1 <= of and 0 < confidence < 1.
ChanceInterval clopper_pearson(std::int64_t events, std::int64_t of, double confidence);

/// The largest rank r whose order statistic of `trials` independent trials lies above their median
/// with chance `tail` at most, P(fewer than r of as many fair coins show heads) <= tail; 0 if none.
/// Throws std::invalid_argument unless 1 <= trials and 0 < tail < 1.
std::int64_t median_rank(std::int64_t trials, double tail);

}  // namespace asymptest
