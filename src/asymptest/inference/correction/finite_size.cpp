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
// A sweep that begins before its limit: a correction leads at the first sizes, by this much at
// most, and falls off by this exponent at least where it is alone, so that the local exponent shows
// it.
constexpr double most_of_a_leading_term = 1000, slowest_leading_omega = 0.5;
// It is at most this many times the leading term at the last size, else that shows nowhere; or, of
// a lone one over a short sweep, this many times at the first.
constexpr double most_at_largest = 2, most_over_short_sweeps = 20;
constexpr double leading_ratios[] = {2, 3};
// A lone term that may hide leads longer: at the last size it is at most this many times the
// leading one. It is as slow as any other term may be, for slower ones bend by less than most
// designs show (over seven doublings with three trials of 2 % x^-0.15 lies at χ² = 2.3 at most from
// a power), and reach far wherever they fit the noise.
constexpr double fastest_slow_omega = 1;
constexpr double most_slow_at_largest = 3;
// At the smallest size the law stays positive.
constexpr double least_at_smallest = -0.95;
// Of two corrections, the first is at most this fraction of the leading term at the smallest size,
// the second at most as large as the first: more would let any smooth curve pass for any power.
constexpr double rising_at_smallest = 1, falling_at_smallest = -0.8;
// The first exponent of two: the second then reaches up to three times as far.
constexpr double largest_first_omega = 1.25;
constexpr double second_ratios[] = {1.5, 2, 3};
// Powers of log(16·x/x_min), which is log x of sizes from 16 on, that may hide in a law that
// doesn't speak of logarithms.
constexpr double hidden_log_power = 1.25;
constexpr double usual_offset = 2.772588722239781;  // log 16
// Powers of log(x/x₀) that may hide in it, for c = log(x_min/x₀) from the smallest on to that of
// sizes that begin at e^10 = 22 000; over a short sweep the logarithm alone, for there the others
// are any correction's double.
constexpr double hidden_log_powers[] = {-1, 0.5, 1, 2};
constexpr double least_offset = 0.25, most_offset = 10;
constexpr double long_log_range = 6.2;  // nine doublings
// The same where any term may be hidden: over every range, and to sizes that begin at e^14 = 10^6.
constexpr double any_log_powers[] = {-3, -2, -1, -0.5, 0.5, 1, 2, 3};
constexpr double any_offset = 14;
// exp(√log(x/x₀)) may hide there too, which grows faster than any power of a logarithm; from sizes
// that begin at e^7 = 1100 on it is a power's double. Its inverse is that of 1 + x^−½ over eleven
// doublings, which would lose a fifth of its verdicts to it.
constexpr double stretched_power = 1;
constexpr double stretched_offset = 7;
// An overhead is at most this many times the logarithm at the smallest size.
constexpr double most_overhead = 100;
// What one more parameter gains from noise on average, twice (Akaike 1974).
constexpr double one_parameter = 2;
// Powers in a law that holds up to logarithms, with a correction by each of these exponents: those
// between are mimicked by another amplitude.
constexpr double declared_log_powers[] = {-2, -1, -0.5, 0.5, 1, 2};
constexpr double log_omegas[] = {smallest_omega, 0.5, 0.75, 1, 1.6, largest_omega};
// (x + s)^a for s from −0.9 to 8 times the smallest size; where a late start may be hidden, to half
// the largest one.
constexpr double least_shift = -0.9, most_shift = 8, latest_start = 0.5;

// θ of a logarithm with c = `offset`.
double share_of(double offset) { return 1 / (1 + offset); }

// The largest amplitude of x^−ω at the smallest size.
double highest_amplitude(double omega, double smallest, double largest) {
  return std::max(most_at_smallest, negligible_at_largest * std::exp(omega * (largest - smallest)));
}

void write_correction(double omega, std::span<const double> x, double smallest, double largest,
                      std::span<double> rays) {
  const std::size_t n = x.size();
  const double high = highest_amplitude(omega, smallest, largest);
  for (std::size_t i = 0; i < n; ++i) {
    const double u = std::exp(-omega * (x[i] - smallest));
    rays[i] = 1 + least_at_smallest * u;
    // Scaled to stay of order 1 whatever the range.
    rays[n + i] = (1 + high * u) / (1 + high);
  }
}

// The largest amplitude at the smallest size of a term x^−`exponent` that leads at first.
double most_leading(double exponent, double smallest, double largest,
                    double at_largest = most_at_largest) {
  return std::min(most_of_a_leading_term, at_largest * std::exp(exponent * (largest - smallest)));
}

void write_leading_correction(double omega, std::span<const double> x, double smallest,
                              double largest, std::span<double> rays) {
  const std::size_t n = x.size();
  const double most = std::max(most_over_short_sweeps, most_leading(omega, smallest, largest));
  for (std::size_t i = 0; i < n; ++i) {
    const double u = std::exp(-omega * (x[i] - smallest));
    rays[i] = (1 + most_at_smallest * u) / (1 + most_at_smallest);
    rays[n + i] = (1 + most * u) / (1 + most);
  }
}

// Two terms that may lead: x^−ω, and x^−`fast` that falls off faster.
void write_leading_corrections(double omega, double fast, std::span<const double> x,
                               double smallest, double largest, std::span<double> rays) {
  const std::size_t n = x.size();
  const double first = most_leading(omega, smallest, largest);
  const double second = fast > 0 ? most_leading(fast, smallest, largest) : 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double u = std::exp(-omega * (x[i] - smallest)), v = std::exp(-fast * (x[i] - smallest));
    rays[i] = 1;
    rays[n + i] = (1 + first * u) / (1 + first);
    rays[2 * n + i] = (1 + second * v) / (1 + second);
  }
}

// One term that may lead throughout: without it, and with the largest.
void write_slow_correction(double omega, std::span<const double> x, double smallest, double largest,
                           std::span<double> rays) {
  const std::size_t n = x.size();
  const double most = most_leading(omega, smallest, largest, most_slow_at_largest);
  for (std::size_t i = 0; i < n; ++i) {
    rays[i] = 1;
    rays[n + i] = (1 + most * std::exp(-omega * (x[i] - smallest))) / (1 + most);
  }
}

// Of 1/Q: without the term, and with the largest.
void write_saturation(double omega, std::span<const double> x, double smallest, double largest,
                      std::span<double> rays) {
  const std::size_t n = x.size();
  const double most = most_leading(omega, smallest, largest);
  for (std::size_t i = 0; i < n; ++i) {
    rays[i] = 1;
    rays[n + i] = (1 + most * std::exp(-omega * (x[i] - smallest))) / (1 + most);
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

// base^power, at once for the powers of the families: a decision takes some 10^6 of them.
double usual_power(double base, double power) {
  if (power < 0) return 1 / usual_power(base, -power);
  if (power == 1) return base;
  if (power == 2) return base * base;
  return power == 0.5 ? std::sqrt(base) : std::pow(base, power);
}

// (c + log(x/x_min))^q, relative to the last size: of order 1 throughout.
double scaled_logarithm(double share, double power, double log_ratio, double log_range) {
  return usual_power((1 - share + share * log_ratio) / (1 - share + share * log_range), power);
}

void write_logarithm(double share, double power, std::span<const double> x, double smallest,
                     double largest, std::span<double> ray) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    ray[i] = scaled_logarithm(share, power, x[i] - smallest, largest - smallest);
  }
}

// exp(q·√log(x/x₀)), relative to the last size.
void write_stretched(double share, double power, std::span<const double> x, double smallest,
                     double largest, std::span<double> ray) {
  const double offset = (1 - share) / share, last = std::sqrt(offset + largest - smallest);
  for (std::size_t i = 0; i < x.size(); ++i) {
    ray[i] = std::exp(power * (std::sqrt(offset + x[i] - smallest) - last));
  }
}

// (log(1 + x/x₀))^q, relative to the last size.
void write_late_logarithm(double scale, double power, std::span<const double> x, double smallest,
                          double largest, std::span<double> ray) {
  const double last = std::log1p(std::exp(largest - smallest) / scale);
  for (std::size_t i = 0; i < x.size(); ++i) {
    ray[i] = std::pow(std::log1p(std::exp(x[i] - smallest) / scale) / last, power);
  }
}

// A constant beside x^a·(log(x/x₀))^q, where that grows: without it, and with the largest.
void write_growing_logarithm(double share, double power, double exponent, std::span<const double> x,
                             double smallest, double largest, std::span<double> rays) {
  const std::size_t n = x.size();
  write_logarithm(share, power, x, smallest, largest, rays.first(n));
  const double first = scaled_logarithm(share, power, 0, largest - smallest);
  const double constant = exponent > 0 ? most_overhead * first : 0;
  for (std::size_t i = 0; i < n; ++i) {
    rays[n + i] = (rays[i] + constant * std::exp(-exponent * (x[i] - smallest))) / (1 + constant);
  }
}

// An overhead is a constant beside a law that grows, and a term k/x beside one that doesn't.
void write_corrected_logarithm(const FiniteSize& family, double share, double exponent,
                               std::span<const double> x, double smallest, double largest,
                               std::span<double> rays) {
  const std::size_t n = x.size();
  const double range = largest - smallest;
  write_correction(family.omega, x, smallest, largest, rays);
  const double falls_by = exponent > 0 ? exponent : 1;
  const double first = scaled_logarithm(share, family.power, 0, range);
  // The logarithm is 1 at the last size.
  const double overhead =
      std::max(most_at_smallest * first, negligible_at_largest * std::exp(falls_by * range));
  for (std::size_t i = 0; i < n; ++i) {
    const double g = scaled_logarithm(share, family.power, x[i] - smallest, range);
    rays[i] *= g, rays[n + i] *= g;
    rays[2 * n + i] = (g + overhead * std::exp(-falls_by * (x[i] - smallest))) / (1 + overhead);
  }
}

void write_shift(double shift, double exponent, std::span<const double> x, double smallest,
                 std::span<double> rays) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    rays[i] = std::exp(exponent * std::log1p(shift * std::exp(-(x[i] - smallest))));
  }
}

std::string describe_logarithm(double share, double power, const std::string& size) {
  const double scale = std::exp(-(1 - share) / share);
  return fmt::format("times (log({}/x0))^{:.3g}, x0 {:.3g} of the smallest size", size, power,
                     scale);
}

// (log(x/x₀))^power with x₀ from the least offset to `offset`, beside a law that doesn't speak of
// it.
FiniteSize hidden_logarithm(double power, double offset, int scale_steps, int fewer_parameters) {
  return {.kind = Kind::scaled_logarithm,
          .lower = share_of(offset),
          .upper = share_of(least_offset),
          .steps = scale_steps,
          .power = power,
          .in_inner = false,
          .needs_evidence = true,
          .guards_the_power = std::abs(power) == 1,
          .fewer_parameters = fewer_parameters};
}

// Logarithms that a law doesn't speak of.
void add_hidden_logarithms(std::vector<FiniteSize>& families, Growth growth, double log_range) {
  constexpr int power_steps = 12, scale_steps = 8;
  families.push_back({.kind = Kind::logarithm,
                      .lower = -hidden_log_power,
                      .upper = hidden_log_power,
                      .steps = power_steps,
                      .in_inner = false,
                      .fewer_parameters = 2});
  for (const double power : hidden_log_powers) {
    if (power != 1 && log_range < long_log_range) continue;
    FiniteSize family = hidden_logarithm(power, most_offset, scale_steps, 1);
    families.push_back(family);
    if (growth == Growth::none || power < 0) continue;
    family.kind = Kind::growing_logarithm;
    family.guards_the_power = false;
    family.penalty = one_parameter;
    family.fewer_parameters = 0;
    families.push_back(family);
    if (growth != Growth::measured_cost || power != 1) continue;
    family.discrepancy = cost_discrepancy;
    families.push_back(family);
  }
}

void add_any_logarithms(std::vector<FiniteSize>& families, double log_range) {
  constexpr int scale_steps = 10;
  for (const double power : any_log_powers) {
    families.push_back(hidden_logarithm(power, any_offset, scale_steps, 2));
  }
  for (const double power : {-1.0, 1.0}) {
    FiniteSize late = hidden_logarithm(power, any_offset, scale_steps, 2);
    late.kind = Kind::late_logarithm;
    late.lower = 1, late.upper = latest_start * std::exp(log_range);
    late.guards_the_power = false;
    families.push_back(late);
  }
  FiniteSize stretched = hidden_logarithm(stretched_power, stretched_offset, scale_steps, 2);
  stretched.kind = Kind::stretched;
  stretched.guards_the_power = false;
  families.push_back(stretched);
}

// Terms of a sum of powers, all of one sign, or of its inverse; and a start later than others.
void add_leading_terms(std::vector<FiniteSize>& families, Growth growth, double log_range) {
  constexpr int omega_steps = 8;
  FiniteSize family{.kind = Kind::leading_corrections,
                    .lower = smallest_omega,
                    .upper = largest_omega,
                    .steps = omega_steps,
                    .in_inner = false,
                    .penalty = one_parameter,
                    .needs_evidence = true};
  for (const double ratio : leading_ratios) {
    family.ratio = ratio;
    families.push_back(family);
  }
  family.kind = Kind::saturation;
  families.push_back(family);
  FiniteSize slow = family;
  slow.kind = Kind::slow_correction;
  slow.upper = fastest_slow_omega;
  slow.penalty = 0;
  families.push_back(slow);
  const double latest = latest_start * std::exp(log_range);
  if (latest > most_shift) {
    families.push_back({.kind = Kind::shift,
                        .lower = most_shift,
                        .upper = latest,
                        .steps = omega_steps,
                        .in_inner = false,
                        .needs_evidence = true,
                        .fewer_parameters = 2});
  }
  if (growth == Growth::none) return;
  family.kind = Kind::leading_overhead;
  families.push_back(family);
}

void add_declared_logarithms(std::vector<FiniteSize>& families, std::optional<double> declared) {
  constexpr int steps = 8;
  std::vector<double> omegas(std::begin(log_omegas), std::end(log_omegas));
  if (declared) omegas = {*declared};
  for (const double power : declared_log_powers) {
    for (const double omega : omegas) {
      families.push_back({.kind = Kind::corrected_logarithm,
                          .lower = 0,
                          .upper = share_of(least_offset),
                          .steps = steps,
                          .power = power,
                          .omega = omega});
    }
  }
}

}  // namespace

std::size_t FiniteSize::rays() const {
  switch (kind) {
    case Kind::rising_corrections:
    case Kind::falling_corrections:
    case Kind::leading_corrections:
    case Kind::leading_overhead:
    case Kind::corrected_logarithm:
      return 3;
    case Kind::correction:
    case Kind::leading_correction:
    case Kind::slow_correction:
    case Kind::saturation:
    case Kind::growing_logarithm:
      return 2;
    default:
      return 1;
  }
}

bool FiniteSize::depends_on_exponent() const {
  return kind == Kind::shift || kind == Kind::growing_logarithm || kind == Kind::leading_overhead ||
         kind == Kind::corrected_logarithm;
}

bool FiniteSize::is_reciprocal() const { return kind == Kind::saturation; }

bool FiniteSize::is_hidden_logarithm() const {
  return kind == Kind::logarithm || kind == Kind::scaled_logarithm ||
         kind == Kind::late_logarithm || kind == Kind::stretched || kind == Kind::growing_logarithm;
}

bool FiniteSize::varies_slowly() const {
  return kind == Kind::corrected_logarithm || (is_hidden_logarithm() && kind != Kind::logarithm);
}

void FiniteSize::write_rays(double theta, double exponent, std::span<const double> log_sizes,
                            double smallest, double largest, std::span<double> out) const {
  switch (kind) {
    case Kind::correction:
      return write_correction(theta, log_sizes, smallest, largest, out);
    case Kind::leading_correction:
      return write_leading_correction(theta, log_sizes, smallest, largest, out);
    case Kind::slow_correction:
      return write_slow_correction(theta, log_sizes, smallest, largest, out);
    case Kind::leading_corrections:
      return write_leading_corrections(theta, ratio * theta, log_sizes, smallest, largest, out);
    case Kind::leading_overhead:
      return write_leading_corrections(theta, exponent, log_sizes, smallest, largest, out);
    case Kind::saturation:
      return write_saturation(theta, log_sizes, smallest, largest, out);
    case Kind::rising_corrections:
      return write_two_corrections(theta, ratio, rising_at_smallest, -rising_at_smallest,
                                   rising_at_smallest, log_sizes, smallest, out);
    case Kind::falling_corrections:
      return write_two_corrections(theta, ratio, falling_at_smallest,
                                   least_at_smallest - falling_at_smallest, -falling_at_smallest,
                                   log_sizes, smallest, out);
    case Kind::logarithm:
      return write_logarithm(share_of(usual_offset), theta, log_sizes, smallest, largest, out);
    case Kind::scaled_logarithm:
      return write_logarithm(theta, power, log_sizes, smallest, largest, out);
    case Kind::late_logarithm:
      return write_late_logarithm(theta, power, log_sizes, smallest, largest, out);
    case Kind::stretched:
      return write_stretched(theta, power, log_sizes, smallest, largest, out);
    case Kind::growing_logarithm:
      return write_growing_logarithm(theta, power, exponent, log_sizes, smallest, largest, out);
    case Kind::corrected_logarithm:
      return write_corrected_logarithm(*this, theta, exponent, log_sizes, smallest, largest, out);
    case Kind::shift:
      return write_shift(theta, exponent, log_sizes, smallest, out);
  }
}

std::string FiniteSize::describe(double theta, const std::string& size) const {
  switch (kind) {
    case Kind::correction:
    case Kind::leading_correction:
    case Kind::slow_correction:
      return fmt::format("with a correction {}^{:.3g}", size, -theta);
    case Kind::rising_corrections:
    case Kind::falling_corrections:
    case Kind::leading_corrections:
      return fmt::format("with corrections {}^{:.3g} and {}^{:.3g}", size, -theta, size,
                         -ratio * theta);
    case Kind::logarithm:
      return describe_logarithm(share_of(usual_offset), theta, size);
    case Kind::scaled_logarithm:
      return describe_logarithm(theta, power, size);
    case Kind::leading_overhead:
      return fmt::format("with a correction {}^{:.3g} and an overhead", size, -theta);
    case Kind::late_logarithm:
      return fmt::format("times (log(1 + {}/x0))^{:.3g}, x0 {:.3g} smallest sizes", size, power,
                         theta);
    case Kind::stretched:
      return fmt::format("times exp({:g} sqrt(log({}/x0))), x0 {:.3g} of the smallest size", power,
                         size, std::exp(-(1 - theta) / theta));
    case Kind::saturation:
      return fmt::format("over 1 + b {}^{:.3g}", size, -theta);
    case Kind::growing_logarithm:
      return describe_logarithm(theta, power, size) + ", with an overhead";
    case Kind::corrected_logarithm:
      return fmt::format("{}, with a correction {}^{:.3g}", describe_logarithm(theta, power, size),
                         size, -omega);
    default:
      return fmt::format("of {} shifted by {:.3g} smallest sizes", size, theta);
  }
}

FiniteSize power_alone() { return {.kind = Kind::shift}; }

std::vector<FiniteSize> finite_size_families(std::optional<double> declared_omega, bool up_to_logs,
                                             Growth growth, double log_range,
                                             const Unspoken& unspoken) {
  // Noise alone makes two parameters more gain as much in misfit with a chance of 5 % (χ²₂).
  constexpr double second_correction = 6;
  constexpr int omega_steps = 12, first_omega_steps = 6, shift_steps = 10;
  std::vector<FiniteSize> families;
  const double low = declared_omega.value_or(smallest_omega);
  const double high = declared_omega.value_or(largest_omega);
  families.push_back({.lower = low, .upper = high, .steps = omega_steps});
  const double first_high = declared_omega.value_or(largest_first_omega);
  for (const double ratio : second_ratios) {
    if (declared_omega && ratio != 2) continue;
    for (const Kind kind : {Kind::rising_corrections, Kind::falling_corrections}) {
      families.push_back({.kind = kind,
                          .lower = low,
                          .upper = first_high,
                          .steps = first_omega_steps,
                          .ratio = ratio,
                          .in_inner = false,
                          .handicap = second_correction});
    }
  }
  if (unspoken.begins_early && !declared_omega) {
    families.push_back({.kind = Kind::leading_correction,
                        .lower = slowest_leading_omega,
                        .upper = largest_omega,
                        .steps = first_omega_steps,
                        .in_inner = false,
                        .needs_evidence = true});
  }
  if (!declared_omega) {
    families.push_back({.kind = Kind::shift,
                        .lower = least_shift,
                        .upper = most_shift,
                        .steps = shift_steps,
                        .in_inner = false,
                        .fewer_parameters = 2});
  }
  if (unspoken.hides_terms && !declared_omega && !up_to_logs) {
    add_leading_terms(families, growth, log_range);
  }
  if (up_to_logs) {
    add_declared_logarithms(families, declared_omega);
  } else if (!declared_omega && unspoken.logarithms) {
    add_hidden_logarithms(families, growth, log_range);
    if (unspoken.hides_terms) add_any_logarithms(families, log_range);
  }
  return families;
}

}  // namespace asymptest
