#pragma once

#include <span>
#include <vector>

namespace asymptest {

/// One design point on a one-factor law: logarithm of the size (growing towards the limit that the
/// law speaks of), logarithm of the summary, and the summary's relative standard error.
struct Observation {
  double log_size = 0, log_value = 0, error = 0;
};

/// A power law with one finite-size correction, C·x^a·(1 + b·x^−ω), fitted at a given exponent a.
struct CorrectedFit {
  double exponent = 0;
  double misfit = 0;      ///< chi-squared: sum of ((fitted/observed − 1)/error)²
  double omega = 0;       ///< ω
  double amplitude = 0;   ///< b
  double log_factor = 0;  ///< log C

  [[nodiscard]] double log_at(double log_size) const;
};

/// The range of corrections that are allowed for.
struct CorrectionRange {
  double omega_lower = 0.25, omega_upper = 2.5;
  /// Highest |b·x^−ω| at the largest size: there the leading term must lead, or nothing could be
  /// said of it (x^a is itself a correction, of amplitude infinity, to any larger power).
  double most_at_largest = 1;
};

/// Profiles the misfit over (C, b, ω) at each exponent. For given (a, ω) the law is linear in C and
/// C·b, so that the profile is exact but for a search over ω alone.
class CorrectedProfile {
 public:
  /// Copies the observations. Needs two distinct sizes at least.
  CorrectedProfile(std::span<const Observation> observations, const CorrectionRange& range);

  [[nodiscard]] CorrectedFit fit_at(double exponent) const;
  [[nodiscard]] double misfit_at(double exponent) const { return fit_at(exponent).misfit; }
  /// The exponent of least misfit.
  [[nodiscard]] CorrectedFit best() const;

 private:
  [[nodiscard]] CorrectedFit fit_at(double exponent, double omega) const;
  [[nodiscard]] CorrectedFit polished(double exponent, double lower, double upper) const;

  std::vector<Observation> observations_;
  CorrectionRange range_;
  double smallest_ = 0, largest_ = 0, mean_value_ = 0;
  double plain_slope_ = 0, plain_error_ = 0;
};

}  // namespace asymptest
