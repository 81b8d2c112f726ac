#include "occam_trials.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <limits>

namespace asymptest::compression {

double largest_gap(const Point& at, Stream& random) {
  using namespace boost::math::policies;
  using Counts = policy<discrete_quantile<integer_round_up>>;
  const boost::math::binomial_distribution<double, Counts> errors(at["n"], 0.5);
  const double tail = -std::expm1(std::log(random.uniform()) * std::exp2(-at["K"]));
  const double least = quantile(errors, std::max(tail, std::numeric_limits<double>::min()));
  return 0.5 - least / at["n"];
}

}  // namespace asymptest::compression
