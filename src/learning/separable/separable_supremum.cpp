#include "learning/separable/separable_supremum.hpp"

#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <iterator>
#include <limits>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

/// The dual problem, with the best bounds seen so far.
class Market {
 public:
  Market(Index parts, const ResponsesOf& respond, double radius)
      : parts_(parts), respond_(respond), budget_(radius * radius) {}

  /// What all parts together overspend at a price, relative to the budget: falls in the price.
  double overspent(double price) {
    double gain = 0, spent = 0;
    std::array<Response, 1024> answers;
    for (Index first = 0; first < parts_; first += std::ssize(answers)) {
      const auto here = std::min<Index>(parts_ - first, std::ssize(answers));
      const std::span<Response> asked(answers.data(), static_cast<std::size_t>(here));
      respond_(first, price, asked);
      for (const Response& response : asked) {
        gain += response.gain;
        spent += response.spent;
      }
    }
    bounds_.upper = std::min(bounds_.upper, gain + price * (budget_ - spent));
    if (spent <= budget_) bounds_.lower = std::max(bounds_.lower, gain);
    return spent / budget_ - 1;
  }

  /// Where both ends are exact, rounding could put the lower one above the other.
  [[nodiscard]] Bracket bounds() const {
    return {bounds_.lower, std::max(bounds_.lower, bounds_.upper)};
  }

 private:
  Index parts_;
  const ResponsesOf& respond_;
  double budget_;
  Bracket bounds_{0, std::numeric_limits<double>::infinity()};
};

/// Steps in the logarithm of the price above the least one, from which no further digit comes.
constexpr int most_steps = 60;

}  // namespace

Bracket separable_supremum(Index parts, const ResponsesOf& respond, double radius,
                           double least_price, double guess) {
  require(radius > 0 && std::isfinite(radius),
          "separable_supremum: radius is {}, expected a positive number", radius);
  require(least_price >= 0 && std::isfinite(least_price),
          "separable_supremum: least price is {}, expected a number of at least 0", least_price);
  require(guess > least_price && std::isfinite(guess),
          "separable_supremum: guess is {}, expected a number above the least price", guess);
  Market market(parts, respond, radius);
  const auto price = [&](double step) {
    return least_price + (guess - least_price) * std::exp(step);
  };
  const auto overspent = [&](double step) { return market.overspent(price(step)); };
  double near = 0, at_near = overspent(near);
  const double direction = at_near > 0 ? 1 : -1;
  double far = direction, at_far = overspent(far);
  while (at_far * direction > 0 && std::abs(far) < most_steps) {
    near = far, at_near = at_far;
    far += direction;
    at_far = overspent(far);
  }
  if (at_far * direction > 0) return market.bounds();  // the budget is never spent
  std::uintmax_t iterations = most_steps;
  const auto close = [](double a, double b) { return std::abs(a - b) < price_tolerance; };
  if (direction > 0) {
    boost::math::tools::toms748_solve(overspent, near, far, at_near, at_far, close, iterations);
  } else {
    boost::math::tools::toms748_solve(overspent, far, near, at_far, at_near, close, iterations);
  }
  return market.bounds();
}

Bracket separable_supremum(Index parts, const ResponseOf& respond, double radius,
                           double least_price, double guess) {
  const ResponsesOf one_by_one = [&](Index first, double price, std::span<Response> answers) {
    for (Response& answer : answers) answer = respond(first++, price);
  };
  return separable_supremum(parts, one_by_one, radius, least_price, guess);
}

}  // namespace asymptest::learning
