#include "asymptest/inference/fit/separable/exponent_profile.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace asymptest {

ExponentProfile::ExponentProfile(std::function<double(double)> misfit, double farthest, double step)
    : misfit_at_(std::move(misfit)), farthest_(farthest), step_(step) {
  constexpr int bits = 40;
  const auto nodes = static_cast<std::size_t>(std::llround(2 * farthest / step)) + 1;
  for (std::size_t i = 0; i < nodes; ++i) misfits_.push_back(misfit_at_(node(i)));
  const auto least = std::min_element(misfits_.begin(), misfits_.end());
  const double best = node(static_cast<std::size_t>(least - misfits_.begin()));
  std::tie(exponent_, misfit_) =
      boost::math::tools::brent_find_minima(misfit_at_, best - step, best + step, bits);
  if (*least < misfit_) exponent_ = best, misfit_ = *least;
}

double ExponentProfile::node(std::size_t i) const {
  return -farthest_ + static_cast<double>(i) * step_;
}

// The next node beyond an exponent that is farthest within lies outside.
double ExponentProfile::end(double inside, double direction, double limit) const {
  constexpr double rounding = 1e-9;
  constexpr int halvings = 30;
  const double place = (inside + farthest_) / step_;
  const double next =
      direction < 0 ? std::ceil(place - rounding) - 1 : std::floor(place + rounding) + 1;
  if (next < 0 || next > static_cast<double>(misfits_.size() - 1)) {
    return direction * std::numeric_limits<double>::infinity();
  }
  double outside = node(static_cast<std::size_t>(next));
  for (int i = 0; i < halvings; ++i) {
    const double middle = (inside + outside) / 2;
    (misfit_at_(middle) <= limit ? inside : outside) = middle;
  }
  return outside;
}

Bounds ExponentProfile::within(double limit) const {
  double lower = exponent_, upper = exponent_;
  for (std::size_t i = 0; i < misfits_.size(); ++i) {
    if (!(misfits_[i] <= limit)) continue;
    lower = std::min(lower, node(i)), upper = std::max(upper, node(i));
  }
  return {end(lower, -1, limit), end(upper, +1, limit)};
}

}  // namespace asymptest
