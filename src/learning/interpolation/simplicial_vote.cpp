#include "learning/interpolation/simplicial_vote.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>

#include "asymptest/require/require.hpp"
#include "learning/interpolation/kuhn.hpp"

namespace asymptest::learning {
namespace {

void require_dimension(std::int64_t dimension) {
  if (dimension >= 1) return;
  throw std::invalid_argument(
      message("simplicial vote: dimension is {}, expected at least 1", dimension));
}

}  // namespace

std::vector<double> uniform_kuhn_weights(std::int64_t dimension, Stream& random) {
  require_dimension(dimension);
  std::vector<double> offset(static_cast<std::size_t>(dimension));
  random.fill_uniform(offset);
  std::sort(offset.begin(), offset.end(), std::greater<>());
  return kuhn_weights<double>(offset);
}

bool wrong_plug_in(std::span<const double> weights, double q, Stream& random) {
  double wrong = 0;
  for (const double weight : weights) wrong += random.uniform() < q ? weight : 0;
  return wrong > 0.5;
}

double chance_of_wrong_plug_in(std::int64_t dimension, double q) {
  require_dimension(dimension);
  if (!(q >= 0 && q <= 1)) throw std::invalid_argument("simplicial vote: q is not a chance");
  const auto d = static_cast<double>(dimension);
  const boost::math::binomial_distribution<> wrong(d + 1, q), fair(d, 0.5);
  // What lies farther than 12 standard deviations from the mean adds less than 1e-30.
  const double spread = 12 * std::sqrt((d + 1) * std::max(q * (1 - q), 0.25 / (d + 1)));
  const double first = d <= 512 ? 1 : std::max(1.0, std::floor((d + 1) * q - spread));
  const double last = d <= 512 ? d + 1 : std::min(d + 1, std::ceil((d + 1) * q + spread));
  double sum = 0;
  for (double s = first; s <= last; ++s) sum += pdf(wrong, s) * cdf(fair, std::min(s - 1, d));
  return sum;
}

double plug_in_excess_law(std::int64_t dimension, double q) {
  return (1 - 2 * q) * chance_of_wrong_plug_in(dimension, q);
}

}  // namespace asymptest::learning
