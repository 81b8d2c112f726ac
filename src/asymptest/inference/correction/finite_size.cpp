#include "asymptest/inference/correction/finite_size.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace asymptest {
namespace {

using Kind = FiniteSize::Kind;

// The corrections that the verdicts allow for: ω from 0.3, less one percent so that 0.3 lies
// inside. Smaller ones can't be told from a power over any sweep that is ever measured; beyond 2.5
// a correction is gone after the first size.
constexpr double smallest_omega = 0.297, largest_omega = 2.5;
// The leading term leads: a correction is at most 1.744 times as large at the smallest size, which
// 4·x^−0.3 is from 16 on, or at most a tenth of it at the largest. (A power x^a is itself a
// correction, of amplitude infinity, to any larger power.)
constexpr double most_at_smallest = 1.744, negligible_at_largest = 0.1;
// At the smallest size the law stays positive.
constexpr double least_at_smallest = -0.95;
// Of two corrections, the first is at most this fraction of the leading term at the smallest size,
// the second at most as large as the first: more would let any smooth curve pass for any power.
constexpr double rising_at_smallest = 1, falling_at_smallest = -0.8;
// The first exponent of two: the second then reaches up to three times as far.
constexpr double largest_first_omega = 1.25;
constexpr double second_ratios[] = {1.5, 2, 3};
// Powers of the logarithm that may hide in a law that doesn't speak of logarithms, and in one that
// does.
constexpr double hidden_log_power = 1.25, declared_log_power = 2;
// (x + s)^a for s from −0.9 to 8 times the smallest size.
constexpr double least_shift = -0.9, most_shift = 8;

// log x needs sizes beyond 1; below 2, log(1 + x) stands in for it, of sizes in units of the
// smallest where that is below 1.
double log_of(double log_size, double smallest) {
  if (smallest >= std::log(2.0)) return log_size;
  return std::log1p(std::exp(log_size - std::min(smallest, 0.0)));
}

void write_correction(double omega, std::span<const double> x, double smallest, double largest,
                      std::span<double> rays) {
  const std::size_t n = x.size();
  const double high =
      std::max(most_at_smallest, negligible_at_largest * std::exp(omega * (largest - smallest)));
  for (std::size_t i = 0; i < n; ++i) {
    const double u = std::exp(-omega * (x[i] - smallest));
    rays[i] = 1 + least_at_smallest * u;
    // Scaled to stay of order 1 whatever the range.
    rays[n + i] = (1 + high * u) / (1 + high);
  }
}

void write_two_corrections(double omega, double kappa, double first, double second_lower,
                           double second_upper, std::span<const double> x, double smallest,
                           std::span<double> rays) {
  const std::size_t n = x.size();
  for (std::size_t i = 0; i < n; ++i) {
    const double u = std::exp(-omega * (x[i] - smallest));
    const double v = std::exp(-kappa * omega * (x[i] - smallest));
    rays[i] = 1;
    rays[n + i] = 1 + first * u + second_lower * v;
    rays[2 * n + i] = 1 + first * u + second_upper * v;
  }
}

void write_logarithm(double power, bool corrected, std::span<const double> x, double smallest,
                     double largest, std::span<double> rays) {
  const std::size_t n = x.size();
  const double last = log_of(largest, smallest);
  for (std::size_t i = 0; i < n; ++i) {
    const double g = std::pow(log_of(x[i], smallest) / last, power);
    if (!corrected) {
      rays[i] = g;
      continue;
    }
    const double u = std::exp(-(x[i] - smallest));
    rays[i] = g * (1 + falling_at_smallest * u);
    rays[n + i] = g * (1 + rising_at_smallest * u);
  }
}

void write_shift(double shift, double exponent, std::span<const double> x, double smallest,
                 std::span<double> rays) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    rays[i] = std::exp(exponent * std::log1p(shift * std::exp(-(x[i] - smallest))));
  }
}

}  // namespace

std::size_t FiniteSize::rays() const {
  switch (kind) {
    case Kind::rising_corrections:
    case Kind::falling_corrections:
      return 3;
    case Kind::correction:
    case Kind::corrected_logarithm:
      return 2;
    default:
      return 1;
  }
}

void FiniteSize::write_rays(double theta, double exponent, std::span<const double> log_sizes,
                            double smallest, double largest, std::span<double> out) const {
  switch (kind) {
    case Kind::correction:
      return write_correction(theta, log_sizes, smallest, largest, out);
    case Kind::rising_corrections:
      return write_two_corrections(theta, ratio, rising_at_smallest, -rising_at_smallest,
                                   rising_at_smallest, log_sizes, smallest, out);
    case Kind::falling_corrections:
      return write_two_corrections(theta, ratio, falling_at_smallest,
                                   least_at_smallest - falling_at_smallest, -falling_at_smallest,
                                   log_sizes, smallest, out);
    case Kind::logarithm:
    case Kind::corrected_logarithm:
      return write_logarithm(theta, kind == Kind::corrected_logarithm, log_sizes, smallest, largest,
                             out);
    case Kind::shift:
      return write_shift(theta, exponent, log_sizes, smallest, out);
  }
}

std::string FiniteSize::describe(double theta, const std::string& size) const {
  switch (kind) {
    case Kind::correction:
      return fmt::format("with a correction {}^{:.3g}", size, -theta);
    case Kind::rising_corrections:
    case Kind::falling_corrections:
      return fmt::format("with corrections {}^{:.3g} and {}^{:.3g}", size, -theta, size,
                         -ratio * theta);
    case Kind::logarithm:
    case Kind::corrected_logarithm:
      return fmt::format("times (log {})^{:.3g}", size, theta);
    default:
      return fmt::format("of {} shifted by {:.3g} smallest sizes", size, theta);
  }
}

std::vector<FiniteSize> finite_size_families(std::optional<double> declared_omega,
                                             bool up_to_logs) {
  // Noise alone makes two parameters more gain as much in misfit with a chance of 5 % (χ²₂).
  constexpr double second_correction = 6;
  constexpr int omega_steps = 12, first_omega_steps = 6, log_steps = 12, shift_steps = 10;
  std::vector<FiniteSize> families;
  const double low = declared_omega.value_or(smallest_omega);
  const double high = declared_omega.value_or(largest_omega);
  families.push_back({Kind::correction, low, high, omega_steps});
  const double first_high = declared_omega.value_or(largest_first_omega);
  for (const double ratio : second_ratios) {
    if (declared_omega && ratio != 2) continue;
    families.push_back({Kind::rising_corrections, low, first_high, first_omega_steps, ratio, false,
                        second_correction});
    families.push_back({Kind::falling_corrections, low, first_high, first_omega_steps, ratio, false,
                        second_correction});
  }
  if (!declared_omega)
    families.push_back({Kind::shift, least_shift, most_shift, shift_steps, 2, false, 0, 2});
  if (up_to_logs) {
    families.push_back({Kind::corrected_logarithm, -declared_log_power, declared_log_power,
                        2 * log_steps, 2, true, 0, 2});
  } else if (!declared_omega) {
    families.push_back(
        {Kind::logarithm, -hidden_log_power, hidden_log_power, log_steps, 2, false, 0, 2});
  }
  return families;
}

}  // namespace asymptest
