#include "asymptest/inference/intervals/quantiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <map>
#include <numbers>
#include <stdexcept>
#include <utility>

namespace asymptest {
namespace {

using boost::math::complement;

// Within 2e-14 of what extended precision gives, at less of its cost, and every look asks for some.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using StudentsT = boost::math::students_t_distribution<double, InDouble>;
using ChiSquared = boost::math::chi_squared_distribution<double, InDouble>;

// Beyond this Student's law and the normal law agree to six digits down to chances of 1e-9, and
// Boost's series for Student's law gets slow.
constexpr double as_good_as_normal = 1e8;

void require_chance(const char* what, double chance) {
  if (!(chance > 0 && chance < 1)) {
    throw std::invalid_argument(fmt::format("{} is {}, expected within (0, 1)", what, chance));
  }
}

double sought_two_sided_quantile(double chance, double degrees) {
  if (degrees > as_good_as_normal) {
    return quantile(complement(boost::math::normal(), chance / 2));
  }
  return quantile(complement(StudentsT(degrees), chance / 2));
}

}  // namespace

double normal_quantile(double tail) { return two_sided_quantile(2 * tail, infinity); }

double normal_chance_below(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

double two_sided_quantile(double chance, double degrees) {
  require_chance("chance", chance);
  if (!(degrees > 0)) {
    throw std::invalid_argument(
        fmt::format("degrees of freedom are {}, expected a positive number", degrees));
  }
  // The points of a sweep ask for the same one, as do the steps of a search.
  constexpr std::size_t most_known = 1024;
  thread_local std::map<std::pair<double, double>, double> known;
  if (known.size() > most_known) known.clear();
  const std::pair key(chance, degrees);
  if (const auto at = known.find(key); at != known.end()) return at->second;
  return known[key] = sought_two_sided_quantile(chance, degrees);
}

double chi_squared_tail(double value, double degrees) {
  if (std::isinf(value)) return 0;
  return cdf(complement(ChiSquared(degrees), value));
}

double fisher_tail(double value, double numerator_degrees, double denominator_degrees) {
  if (std::isinf(value)) return 0;
  return cdf(complement(boost::math::fisher_f(numerator_degrees, denominator_degrees), value));
}

double fisher_quantile(double chance, double numerator_degrees, double denominator_degrees) {
  require_chance("chance", chance);
  if (denominator_degrees > as_good_as_normal) {
    return quantile(complement(ChiSquared(numerator_degrees), chance)) / numerator_degrees;
  }
  // The square of Student's, and a power: the limits of one and of two parameters.
  if (numerator_degrees == 1) return std::pow(two_sided_quantile(chance, denominator_degrees), 2);
  if (numerator_degrees == 2) {
    return denominator_degrees / 2 * std::expm1(-2 / denominator_degrees * std::log(chance));
  }
  return quantile(
      complement(boost::math::fisher_f(numerator_degrees, denominator_degrees), chance));
}

ChanceInterval clopper_pearson(std::int64_t events, std::int64_t of, double confidence) {
  require_chance("confidence", confidence);
  if (events < 0 || of < 1 || events > of) {
    throw std::invalid_argument(
        fmt::format("{} events of {}, expected 0 <= events <= of and 1 <= of", events, of));
  }
  const double tail = (1 - confidence) / 2;
  const auto hits = static_cast<double>(events);
  const auto misses = static_cast<double>(of - events);
  ChanceInterval interval;
  if (events > 0) {
    interval.lower = quantile(boost::math::beta_distribution<>(hits, misses + 1), tail);
  }
  if (events < of) {
    interval.upper = quantile(complement(boost::math::beta_distribution<>(hits + 1, misses), tail));
  }
  return interval;
}

std::int64_t median_rank(std::int64_t trials, double tail) {
  require_chance("tail", tail);
  if (trials < 1) {
    throw std::invalid_argument(fmt::format("{} trials, expected 1 or more", trials));
  }
  const boost::math::binomial coins(static_cast<double>(trials), 0.5);
  double rank = std::floor(quantile(coins, tail)) + 1;
  while (rank >= 1 && cdf(coins, rank - 1) > tail) --rank;
  return std::max<std::int64_t>(0, static_cast<std::int64_t>(rank));
}

}  // namespace asymptest
