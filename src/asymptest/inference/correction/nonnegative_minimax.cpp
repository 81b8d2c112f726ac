#include "asymptest/inference/correction/nonnegative_minimax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <vector>

#include "asymptest/linear_algebra/inverse.hpp"

namespace asymptest {
namespace {

constexpr std::size_t most_rows = most_rays + 1;
using Column = std::array<double, most_rows>;

// Relative to the largest target: what counts as a gain by a column that enters.
constexpr double least_gain = 1e-12;
// Exact arithmetic takes some ten steps for a dozen observations; where rounding makes the search
// go round in a circle it ends here.
constexpr int most_steps = 500;
// By how much a basis times its inverse may miss the identity.
constexpr double singular = 1e-6;

// The dual of the minimax problem: signed weights of the observations that sum to 1 in magnitude
// and meet no ray positively, with the largest Σ weight·target. Its multipliers are the rays'
// weights and the largest deviation.
//
// Columns: of observation i the pair 2i (positive weight) and 2i + 1 (negative), then a slack for
// each ray. Row k < rays: Σ ray_k·weight + slack_k = 0; the last: Σ |weight| = 1. The basis is
// factored anew for each step, so that rays that are nearly parallel pile up no rounding.
class Dual {
 public:
  Dual(const std::vector<std::span<const double>>& rays, std::span<const double> target)
      : rays_(rays), target_(target), n_(target.size()), count_(rays.size()) {
    // Feasible: all weight on one observation, negatively, for no ray is negative.
    for (std::size_t k = 0; k < count_; ++k) basis_[k] = 2 * n_ + k;
    basis_[count_] = 1;
    for (const double t : target) scale_ = std::max(scale_, std::abs(t));
  }

  /// The rays' weights; none where rounding stopped the search, for rays that are nearly parallel.
  std::optional<NonnegativeFit> fitted() {
    for (int steps = 0; steps < most_steps && step(); ++steps) {
    }
    if (!is_optimal_) return std::nullopt;
    NonnegativeFit fit;
    for (std::size_t k = 0; k < count_; ++k) fit.weights[k] = std::max(0.0, prices_[k]);
    return fit;
  }

 private:
  [[nodiscard]] std::size_t rows() const { return count_ + 1; }

  [[nodiscard]] Column column(std::size_t index) const {
    Column c{};
    if (index >= 2 * n_) {
      c[index - 2 * n_] = 1;
      return c;
    }
    const double sign = index % 2 == 0 ? 1 : -1;
    for (std::size_t k = 0; k < count_; ++k) c[k] = sign * rays_[k][index / 2];
    c[count_] = 1;
    return c;
  }

  [[nodiscard]] double gain(std::size_t index) const {
    if (index >= 2 * n_) return 0;
    return (index % 2 == 0 ? 1 : -1) * target_[index / 2];
  }

  // The basis, inverted; none if it is singular to rounding.
  [[nodiscard]] std::optional<Eigen::MatrixXd> inverse() const {
    const auto size = static_cast<Eigen::Index>(rows());
    Eigen::MatrixXd basis(size, size);
    for (std::size_t j = 0; j < rows(); ++j) {
      const Column c = column(basis_[j]);
      basis.col(static_cast<Eigen::Index>(j)) = Eigen::Map<const Eigen::VectorXd>(c.data(), size);
    }
    const Eigen::MatrixXd inverted = inverse_of(basis);
    const double off =
        (basis * inverted - Eigen::MatrixXd::Identity(size, size)).cwiseAbs().maxCoeff();
    if (!(off < singular)) return std::nullopt;
    return inverted;
  }

  // One exchange in the basis; false if none raises the objective.
  bool step() {
    const auto inverted = inverse();
    if (!inverted) return false;
    const auto size = inverted->rows();
    Eigen::VectorXd gains(size);
    for (std::size_t j = 0; j < rows(); ++j) gains(static_cast<Eigen::Index>(j)) = gain(basis_[j]);
    Eigen::Map<Eigen::VectorXd>(prices_.data(), size) = inverted->transpose() * gains;
    const auto entering = improving_column();
    is_optimal_ = !entering;
    if (!entering) return false;
    const Column c = column(*entering);
    const auto leaving = leaving_row(inverted->col(size - 1),
                                     *inverted * Eigen::Map<const Eigen::VectorXd>(c.data(), size));
    if (!leaving) return false;
    basis_[*leaving] = *entering;
    return true;
  }

  // The first column (Bland 1977) that a unit of raises the objective.
  [[nodiscard]] std::optional<std::size_t> improving_column() const {
    const auto end = basis_.begin() + static_cast<std::ptrdiff_t>(rows());
    for (std::size_t index = 0; index < 2 * n_ + count_; ++index) {
      const Column c = column(index);
      double excess = gain(index);
      for (std::size_t k = 0; k < rows(); ++k) excess -= prices_[k] * c[k];
      if (excess > least_gain * scale_ && std::find(basis_.begin(), end, index) == end)
        return index;
    }
    return std::nullopt;
  }

  // The weights sum to 1 in magnitude, so that but for rounding some row limits the change.
  [[nodiscard]] std::optional<std::size_t> leaving_row(const Eigen::VectorXd& values,
                                                       const Eigen::VectorXd& change) const {
    std::optional<std::size_t> leaving;
    double least = 0;
    for (std::size_t row = 0; row < rows(); ++row) {
      const auto i = static_cast<Eigen::Index>(row);
      if (!(change(i) > least_gain)) continue;
      const double ratio = std::max(0.0, values(i)) / change(i);
      if (!leaving || ratio < least || (ratio == least && basis_[row] < basis_[*leaving])) {
        leaving = row, least = ratio;
      }
    }
    return leaving;
  }

  const std::vector<std::span<const double>>& rays_;
  std::span<const double> target_;
  std::size_t n_, count_;
  double scale_ = 0;
  std::array<std::size_t, most_rows> basis_{};
  Column prices_{};
  bool is_optimal_ = false;
};

void require_rays(std::span<const double> rays, std::span<const double> target) {
  const std::size_t n = target.size(), count = n == 0 ? 0 : rays.size() / n;
  if (count < 1 || count > most_rays || rays.size() != count * n) {
    throw std::invalid_argument(fmt::format(
        "{} ray components for {} targets, expected 1 to {} rays", rays.size(), n, most_rays));
  }
  for (const double component : rays) {
    if (component >= 0) continue;
    throw std::invalid_argument(
        fmt::format("a ray's component is {}, expected none below 0", component));
  }
}

using Rays = std::vector<std::span<const double>>;

double square_of_largest(const Rays& rays, std::span<const double> target,
                         const NonnegativeFit& fit) {
  double largest = 0;
  for (std::size_t i = 0; i < target.size(); ++i) {
    double residual = -target[i];
    for (std::size_t k = 0; k < rays.size(); ++k) residual += fit.weights[k] * rays[k][i];
    largest = std::max(largest, std::abs(residual));
  }
  return largest * largest;
}

// Of rays of one scale, which the pivots' tolerance is relative to.
NonnegativeFit scaled_fit(const Rays& rays, std::span<const double> target);

// The best fit without one of the rays: of two that are nearly parallel either will do.
NonnegativeFit fit_without_one(const Rays& rays, std::span<const double> target) {
  NonnegativeFit best{.misfit = std::numeric_limits<double>::infinity()};
  for (std::size_t out = 0; out < rays.size(); ++out) {
    Rays others = rays;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(out));
    const NonnegativeFit fit = scaled_fit(others, target);
    if (!(fit.misfit < best.misfit)) continue;
    best = fit;
    for (std::size_t k = most_rays - 1; k > out; --k) best.weights[k] = fit.weights[k - 1];
    best.weights[out] = 0;
  }
  return best;
}

NonnegativeFit scaled_fit(const Rays& rays, std::span<const double> target) {
  auto fit = Dual(rays, target).fitted();
  if (!fit && rays.size() > 1) return fit_without_one(rays, target);
  if (!fit) throw std::logic_error("the minimax fit of one ray has no optimum");
  fit->misfit = square_of_largest(rays, target, *fit);
  return *fit;
}

}  // namespace

NonnegativeFit nonnegative_minimax(std::span<const double> rays, std::span<const double> target) {
  require_rays(rays, target);
  const std::size_t n = target.size(), count = rays.size() / n;
  std::vector<double> scaled(rays.begin(), rays.end());
  std::array<double, most_rays> scales{};
  Rays all;
  for (std::size_t k = 0; k < count; ++k) {
    const std::span<double> ray = std::span(scaled).subspan(k * n, n);
    scales[k] = *std::max_element(ray.begin(), ray.end());
    if (!(scales[k] > 0)) scales[k] = 1;
    for (double& component : ray) component /= scales[k];
    all.emplace_back(ray);
  }
  NonnegativeFit fit = scaled_fit(all, target);
  for (std::size_t k = 0; k < count; ++k) fit.weights[k] /= scales[k];
  return fit;
}

}  // namespace asymptest
