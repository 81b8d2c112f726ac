#include "asymptest/inference/correction/profile_likelihood.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "asymptest/inference/correction/nonnegative_minimax.hpp"
#include "asymptest/inference/correction/period_lag.hpp"

namespace asymptest {

struct ProfileLikelihood::Workspace {
  double exponent = 0;
  std::vector<double> power;          ///< x^a over the observed value
  std::vector<double> rays;           ///< as written by a family
  std::vector<double> scaled;         ///< rays times `power` and `target`, a phase after the other
  double discrepancy = -1;            ///< that `target` allows for
  std::vector<double> target;         ///< 1 in units of the error
  std::vector<NonnegativeFit> cones;  ///< of each phase
};

namespace {

using boost::math::tools::brent_find_minima;

// Bits to which the exponent of least misfit is found: half of those of a double, beyond which the
// misfit is flat.
constexpr int exponent_bits = 26;

// Bits to which θ is found: so many that the error in the fitted law stays below the data's errors.
int theta_bits(double resolution) {
  constexpr int spare = 4, fewest = 8;
  return std::clamp(static_cast<int>(-std::log2(resolution)) + spare, fewest, exponent_bits);
}

// Nodes in proportion for positive ranges (exponents), evenly spaced else.
double node(const FiniteSize& family, int i) {
  if (family.steps < 1 || !(family.upper > family.lower)) return family.lower;
  const double part = static_cast<double>(i) / family.steps;
  if (family.lower > 0) return family.lower * std::pow(family.upper / family.lower, part);
  return family.lower + part * (family.upper - family.lower);
}

// Where the search for the exponent of least misfit starts, relative to the plain slope: fine near
// it, coarse beyond as far as the family reaches, wider for noisy data.
std::vector<double> search_offsets(double plain_error, const Bounds& reach) {
  constexpr int fine_steps = 8, coarse_steps = 5;
  constexpr double fine = 0.05, coarse = 0.2;
  const double scale = 1 + 8 * plain_error;
  // A minimum at the end of the reach has nodes on both sides.
  const auto steps = [&](double end) {
    const double beyond = end / scale - fine * fine_steps;
    return fine_steps + std::max(coarse_steps, static_cast<int>(std::ceil(beyond / coarse)) + 1);
  };
  std::vector<double> offsets;
  for (int i = -steps(-reach.lower); i <= steps(reach.upper); ++i) {
    const int inner = std::clamp(i, -fine_steps, fine_steps);
    offsets.push_back(scale * (fine * inner + coarse * (i - inner)));
  }
  return offsets;
}

}  // namespace

ProfileLikelihood::ProfileLikelihood(std::vector<Observation> observations,
                                     std::vector<FiniteSize> families, double resolution,
                                     Misfit misfit)
    : order_(observations.size()),
      families_(std::move(families)),
      resolution_(resolution),
      misfit_(misfit) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::stable_sort(order_.begin(), order_.end(), [&](std::size_t i, std::size_t j) {
    return observations[i].phase < observations[j].phase;
  });
  for (const std::size_t i : order_) observations_.push_back(observations[i]);
  for (std::size_t i = 1; i <= order_.size(); ++i) {
    const bool ends = i == order_.size() || observations_[i].phase != observations_[i - 1].phase;
    if (ends) phase_ends_.push_back(i);
  }
  for (const Observation& o : observations_) {
    log_sizes_.push_back(o.log_size);
  }
  const auto [low, high] = std::minmax_element(log_sizes_.begin(), log_sizes_.end());
  smallest_ = *low, largest_ = *high;
  double weights = 0, sum = 0;
  for (const Observation& o : observations_) {
    const double w = 1 / (o.error * o.error);
    weights += w, sum += w * o.log_value;
  }
  mean_value_ = sum / weights;
  const LagSlope plain = period_lag_slope(observations_);
  plain_slope_ = plain.slope;
  plain_error_ = plain.error;
  for (const FiniteSize& family : families_) grids_.push_back(grid_of(family));
  for (std::size_t i = 0; i < grids_.size(); ++i) grids_[i].reach = reach_of(i);
}

ProfileLikelihood::Grid ProfileLikelihood::grid_of(const FiniteSize& family) const {
  Grid grid;
  const int last = family.upper > family.lower ? family.steps : 0;
  for (int i = 0; i <= last; ++i) {
    grid.thetas.push_back(node(family, i));
    if (family.depends_on_exponent()) continue;
    grid.rays.emplace_back(family.rays() * log_sizes_.size());
    family.write_rays(grid.thetas.back(), 0, log_sizes_, smallest_, largest_, grid.rays.back());
  }
  return grid;
}

double ProfileLikelihood::plain_slope_of(std::span<const double> ray) const {
  std::vector<Observation> logs = observations_;
  for (std::size_t i = 0; i < logs.size(); ++i) logs[i].log_value = std::log(ray[i]);
  return period_lag_slope(logs).slope;
}

// The plain slope is linear in the logarithm: that of x^a·g is a plus that of g. Within a cone it
// is least and largest on a ray, for it falls as the amplitude of a correction grows.
Bounds ProfileLikelihood::reach_of(std::size_t index) const {
  const FiniteSize& family = families_[index];
  const std::size_t n = observations_.size();
  std::vector<double> rays(family.rays() * n);
  Bounds reach{0, 0};
  for (const double theta : grids_[index].thetas) {
    // A shift's ray is g^a: its law has the slope a·(1 + that of g).
    family.write_rays(theta, 1, log_sizes_, smallest_, largest_, rays);
    for (std::size_t k = 0; k < family.rays(); ++k) {
      const double slope = plain_slope_of(std::span(rays).subspan(k * n, n));
      const bool shift = family.kind == FiniteSize::Kind::shift;
      const double offset = shift                    ? plain_slope_ * (1 / (1 + slope) - 1)
                            : family.is_reciprocal() ? slope
                                                     : -slope;
      reach.lower = std::min(reach.lower, offset);
      reach.upper = std::max(reach.upper, offset);
    }
  }
  return reach;
}

void ProfileLikelihood::start(double exponent, Workspace& work) const {
  const std::size_t n = observations_.size();
  work.exponent = exponent;
  work.power.resize(n);
  work.rays.resize(most_rays * n);
  work.scaled.resize(most_rays * n);
  for (std::size_t i = 0; i < n; ++i) {
    const Observation& o = observations_[i];
    work.power[i] = std::exp(exponent * (o.log_size - largest_) - (o.log_value - mean_value_));
  }
}

void ProfileLikelihood::aim(double discrepancy, Workspace& work) const {
  if (work.discrepancy == discrepancy) return;
  work.discrepancy = discrepancy;
  work.target.resize(observations_.size());
  for (std::size_t i = 0; i < observations_.size(); ++i) {
    work.target[i] = 1 / std::hypot(observations_[i].error, discrepancy);
  }
}

double ProfileLikelihood::fit(const FiniteSize& family, std::span<const double> rays,
                              Workspace& work) const {
  const std::size_t n = observations_.size(), count = family.rays();
  work.cones.clear();
  aim(family.discrepancy, work);
  double misfit = 0;
  std::size_t begin = 0;
  for (const std::size_t end : phase_ends_) {
    const std::size_t length = end - begin;
    const std::span<double> scaled = std::span(work.scaled).subspan(begin * count, length * count);
    for (std::size_t k = 0; k < count; ++k) {
      for (std::size_t i = 0; i < length; ++i) {
        const double power = work.power[begin + i];
        scaled[k * length + i] = rays[k * n + begin + i] *
                                 (family.is_reciprocal() ? 1 / power : power) *
                                 work.target[begin + i];
      }
    }
    const std::span<const double> target = std::span(work.target).subspan(begin, length);
    if (misfit_ == Misfit::sum_of_squares) {
      work.cones.push_back(nonnegative_least_squares(scaled, target));
      misfit += work.cones.back().misfit;
    } else {
      work.cones.push_back(nonnegative_minimax(scaled, target));
      misfit = std::max(misfit, work.cones.back().misfit);
    }
    begin = end;
  }
  return misfit;
}

double ProfileLikelihood::fit_at(const FiniteSize& family, double theta, Workspace& work) const {
  const std::span<double> rays = std::span(work.rays).first(family.rays() * observations_.size());
  family.write_rays(theta, work.exponent, log_sizes_, smallest_, largest_, rays);
  return fit(family, rays, work);
}

LawFit ProfileLikelihood::refined(std::size_t index, std::size_t node, double node_misfit,
                                  Workspace& work) const {
  const FiniteSize& family = families_[index];
  const auto& thetas = grids_[index].thetas;
  LawFit best{work.exponent, node_misfit, index, thetas[node]};
  if (thetas.size() < 2) return best;
  const double lower = thetas[node == 0 ? 0 : node - 1];
  const double upper = thetas[std::min(node + 1, thetas.size() - 1)];
  const auto [theta, misfit] = brent_find_minima([&](double t) { return fit_at(family, t, work); },
                                                 lower, upper, theta_bits(resolution_));
  if (misfit < best.misfit) best.misfit = misfit, best.theta = theta;
  return best;
}

std::vector<double> ProfileLikelihood::grid_misfits(std::size_t family, Workspace& work) const {
  const Grid& grid = grids_[family];
  std::vector<double> misfits;
  for (std::size_t i = 0; i < grid.thetas.size(); ++i) {
    misfits.push_back(grid.rays.empty() ? fit_at(families_[family], grid.thetas[i], work)
                                        : fit(families_[family], grid.rays[i], work));
  }
  return misfits;
}

double ProfileLikelihood::searched(double exponent, std::size_t family) const {
  if (!families_[family].varies_slowly()) return at(exponent, family).misfit;
  Workspace work;
  start(exponent, work);
  const auto misfits = grid_misfits(family, work);
  return *std::min_element(misfits.begin(), misfits.end());
}

LawFit ProfileLikelihood::at(double exponent, std::size_t family) const {
  Workspace work;
  start(exponent, work);
  const auto misfits = grid_misfits(family, work);
  // Every local minimum of the grid is followed: the deepest valley may be the narrowest.
  LawFit best{exponent, std::numeric_limits<double>::infinity(), family, 0};
  for (std::size_t i = 0; i < misfits.size(); ++i) {
    const bool is_low = (i == 0 || misfits[i] <= misfits[i - 1]) &&
                        (i + 1 == misfits.size() || misfits[i] < misfits[i + 1]);
    if (!is_low) continue;
    if (const LawFit f = refined(family, i, misfits[i], work); f.misfit < best.misfit) best = f;
  }
  return best;
}

// A minimum at an end of the range lies beyond it: the search over a grid's nodes may be that far
// off where the noise is small.
LawFit ProfileLikelihood::descended(double lower, double upper, std::size_t family) const {
  constexpr int most_moves = 8;
  constexpr double at_end = 0.02;
  LawFit best;
  for (int move = 0; move <= most_moves; ++move) {
    const double found = brent_find_minima([&](double a) { return at(a, family).misfit; }, lower,
                                           upper, theta_bits(resolution_))
                             .first;
    best = at(found, family);
    const double width = upper - lower;
    const int beyond = (found > upper - at_end * width) - (found < lower + at_end * width);
    if (beyond == 0) break;
    lower = found - width / 2 + beyond * width * (0.5 - 2 * at_end);
    upper = lower + width;
  }
  return best;
}

LawFit ProfileLikelihood::best(std::size_t family) const {
  std::vector<double> exponents, misfits;
  const Bounds& reach = grids_[family].reach;
  for (const double offset : search_offsets(std::min(1.0, plain_error_), reach)) {
    exponents.push_back(plain_slope_ + offset);
    misfits.push_back(searched(exponents.back(), family));
  }
  LawFit best;
  best.misfit = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i + 1 < exponents.size(); ++i) {
    if (misfits[i] > misfits[i - 1] || misfits[i] >= misfits[i + 1]) continue;
    const LawFit f = descended(exponents[i - 1], exponents[i + 1], family);
    if (f.misfit < best.misfit) best = f;
  }
  return std::isinf(best.misfit) ? at(plain_slope_, family) : best;
}

double ProfileLikelihood::edge(const LawFit& best, double direction, double limit) const {
  constexpr double farthest = 64;
  // The excess is nearly quadratic in the distance, so that its root is nearly linear.
  const double goal = std::sqrt(limit - best.misfit);
  const auto beyond = [&](double distance) {
    const double excess =
        at(best.exponent + direction * distance, best.family).misfit - best.misfit;
    return std::sqrt(std::max(excess, 0.0)) - goal;
  };
  double inside = 0, outside = std::min(plain_error_, 0.05);
  double at_inside = -goal, at_outside = beyond(outside);
  while (at_outside <= 0) {
    inside = outside, at_inside = at_outside;
    outside *= 2;
    if (outside > farthest) return direction * std::numeric_limits<double>::infinity();
    at_outside = beyond(outside);
  }
  // Regula falsi with the Illinois rule (Dowell and Jarratt 1971).
  constexpr double fine = 3e-3;
  int last_side = 0;
  for (int i = 0; i < 60 && outside - inside > fine * outside; ++i) {
    const double part = std::clamp(-at_inside / (at_outside - at_inside), 0.02, 0.98);
    const double middle = inside + part * (outside - inside), value = beyond(middle);
    if (value <= 0) {
      inside = middle, at_inside = value;
      if (last_side < 0) at_outside /= 2;
      last_side = -1;
    } else {
      outside = middle, at_outside = value;
      if (last_side > 0) at_inside /= 2;
      last_side = 1;
    }
    if (std::abs(value) < fine * goal) return best.exponent + direction * middle;
  }
  return best.exponent + direction * outside;
}

std::vector<double> ProfileLikelihood::log_fitted(const LawFit& law) const {
  Workspace work;
  start(law.exponent, work);
  const FiniteSize& family = families_[law.family];
  static_cast<void>(fit_at(family, law.theta, work));
  std::vector<double> fitted(observations_.size());
  std::size_t begin = 0;
  for (std::size_t phase = 0; phase < phase_ends_.size(); ++phase) {
    const std::size_t end = phase_ends_[phase];
    const double* scaled = work.scaled.data() + begin * family.rays();
    for (std::size_t i = begin; i < end; ++i) {
      double ratio = 0;
      for (std::size_t k = 0; k < family.rays(); ++k) {
        ratio += work.cones[phase].weights[k] * scaled[k * (end - begin) + i - begin];
      }
      const double log_ratio = std::log(ratio / work.target[i]);
      fitted[order_[i]] =
          observations_[i].log_value + (family.is_reciprocal() ? -log_ratio : log_ratio);
    }
    begin = end;
  }
  return fitted;
}

double ProfileLikelihood::log_fitted_at(const LawFit& law, double log_size) const {
  Workspace work;
  start(law.exponent, work);
  const FiniteSize& family = families_[law.family];
  static_cast<void>(fit_at(family, law.theta, work));
  std::vector<double> rays(family.rays());
  family.write_rays(law.theta, law.exponent, std::span(&log_size, 1), smallest_, largest_, rays);
  double ratio = 0;
  for (std::size_t k = 0; k < rays.size(); ++k) ratio += work.cones.front().weights[k] * rays[k];
  return mean_value_ + law.exponent * (log_size - largest_) +
         (family.is_reciprocal() ? -1 : 1) * std::log(ratio);
}

}  // namespace asymptest
