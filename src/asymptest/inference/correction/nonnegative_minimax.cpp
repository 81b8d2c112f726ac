#include "asymptest/inference/correction/nonnegative_minimax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <vector>

namespace asymptest {
namespace {

constexpr std::size_t most_rows = most_rays + 1;
using Column = std::array<double, most_rows>;

// Relative to the largest target: what counts as a gain by a column that enters.
constexpr double least_gain = 1e-12;

// The dual of the minimax problem: signed weights of the observations that sum to 1 in magnitude
// and meet no ray positively, with the largest Σ weight·target. Its multipliers are the rays'
// weights and the largest deviation.
//
// Columns: of observation i the pair 2i (positive weight) and 2i + 1 (negative), then a slack for
// each ray. Row k < rays: Σ ray_k·weight + slack_k = 0; the last: Σ |weight| = 1.
class Dual {
 public:
  Dual(std::span<const double> rays, std::span<const double> target)
      : rays_(rays), target_(target), n_(target.size()), count_(rays.size() / n_) {
    // Feasible: all weight on one observation, negatively, for no ray is negative.
    for (std::size_t k = 0; k < count_; ++k) basis_[k] = 2 * n_ + k;
    basis_[count_] = 1;
    for (std::size_t k = 0; k < rows(); ++k) inverse_[k][k] = 1;
    for (std::size_t k = 0; k < count_; ++k) inverse_[k][count_] = rays_[k * n_];
    values_ = {};
    for (std::size_t k = 0; k < rows(); ++k) values_[k] = inverse_[k][count_];
    for (const double t : target) scale_ = std::max(scale_, std::abs(t));
  }

  NonnegativeFit solve() {
    while (const auto entering = improving_column()) enter(*entering);
    const Column prices = multipliers();
    NonnegativeFit fit;
    for (std::size_t k = 0; k < count_; ++k) fit.weights[k] = std::max(0.0, prices[k]);
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
    for (std::size_t k = 0; k < count_; ++k) c[k] = sign * rays_[k * n_ + index / 2];
    c[count_] = 1;
    return c;
  }

  [[nodiscard]] double gain(std::size_t index) const {
    if (index >= 2 * n_) return 0;
    return (index % 2 == 0 ? 1 : -1) * target_[index / 2];
  }

  [[nodiscard]] Column multipliers() const {
    Column prices{};
    for (std::size_t row = 0; row < rows(); ++row) {
      for (std::size_t k = 0; k < rows(); ++k) {
        prices[k] += gain(basis_[row]) * inverse_[row][k];
      }
    }
    return prices;
  }

  // The first column (Bland 1977) that a unit of raises the objective.
  [[nodiscard]] std::optional<std::size_t> improving_column() const {
    const Column prices = multipliers();
    for (std::size_t index = 0; index < 2 * n_ + count_; ++index) {
      const Column c = column(index);
      double excess = gain(index);
      for (std::size_t k = 0; k < rows(); ++k) excess -= prices[k] * c[k];
      const bool is_basic = std::find(basis_.begin(), basis_.begin() + rows(), index) !=
                            basis_.begin() + static_cast<std::ptrdiff_t>(rows());
      if (!is_basic && excess > least_gain * scale_) return index;
    }
    return std::nullopt;
  }

  void enter(std::size_t index) {
    const Column c = column(index);
    Column change{};
    for (std::size_t row = 0; row < rows(); ++row) {
      for (std::size_t k = 0; k < rows(); ++k) change[row] += inverse_[row][k] * c[k];
    }
    const std::size_t leaving = leaving_row(change);
    for (std::size_t k = 0; k < rows(); ++k) inverse_[leaving][k] /= change[leaving];
    values_[leaving] /= change[leaving];
    for (std::size_t row = 0; row < rows(); ++row) {
      if (row == leaving) continue;
      for (std::size_t k = 0; k < rows(); ++k) {
        inverse_[row][k] -= change[row] * inverse_[leaving][k];
      }
      values_[row] -= change[row] * values_[leaving];
    }
    basis_[leaving] = index;
  }

  // The weights sum to 1 in magnitude, so that some row always limits the change.
  [[nodiscard]] std::size_t leaving_row(const Column& change) const {
    std::size_t leaving = rows();
    double least = 0;
    for (std::size_t row = 0; row < rows(); ++row) {
      if (!(change[row] > least_gain)) continue;
      const double ratio = values_[row] / change[row];
      const bool first =
          leaving == rows() || ratio < least || (ratio == least && basis_[row] < basis_[leaving]);
      if (first) leaving = row, least = ratio;
    }
    if (leaving == rows()) throw std::logic_error("the minimax fit's programme has no bound");
    return leaving;
  }

  std::span<const double> rays_, target_;
  std::size_t n_, count_;
  double scale_ = 0;
  std::array<std::size_t, most_rows> basis_{};
  std::array<Column, most_rows> inverse_{};  ///< of the basis
  Column values_{};                          ///< of the basic columns
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

}  // namespace

NonnegativeFit nonnegative_minimax(std::span<const double> rays, std::span<const double> target) {
  require_rays(rays, target);
  const std::size_t n = target.size(), count = rays.size() / n;
  // Rays of one scale, which the pivots' tolerance is relative to.
  std::vector<double> scaled(rays.begin(), rays.end());
  std::array<double, most_rays> scales{};
  for (std::size_t k = 0; k < count; ++k) {
    const auto ray = scaled.begin() + static_cast<std::ptrdiff_t>(k * n);
    scales[k] = *std::max_element(ray, ray + static_cast<std::ptrdiff_t>(n));
    if (!(scales[k] > 0)) scales[k] = 1;
    for (std::size_t i = 0; i < n; ++i) scaled[k * n + i] /= scales[k];
  }
  NonnegativeFit fit = Dual(scaled, target).solve();
  for (std::size_t k = 0; k < count; ++k) fit.weights[k] /= scales[k];
  double largest = 0;
  for (std::size_t i = 0; i < n; ++i) {
    double residual = -target[i];
    for (std::size_t k = 0; k < count; ++k) residual += fit.weights[k] * rays[k * n + i];
    largest = std::max(largest, std::abs(residual));
  }
  fit.misfit = largest * largest;
  return fit;
}

}  // namespace asymptest
