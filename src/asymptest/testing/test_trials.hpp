#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "asymptest/inference/decide.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::test {

/// Draws one value at a size.
using Draw = std::function<double(double size, Stream& random)>;

/// `trials` values at each size of one axis, from streams keyed as those of a claim: replicate
/// r of a calibration has suite seed r.
inline std::vector<PointTrials> draw_trials(const std::string& axis,
                                            const std::vector<double>& sizes, int trials,
                                            std::uint64_t replicate, const Draw& draw) {
  std::vector<PointTrials> all;
  for (const double size : sizes) {
    PointTrials point{{{axis, size}}, {}};
    const std::string key = point.at.key();
    for (int t = 0; t < trials; ++t) {
      Stream random({replicate, "calibration", key, static_cast<std::uint64_t>(t)});
      point.values.push_back(draw(size, random));
    }
    all.push_back(std::move(point));
  }
  return all;
}

/// A power of one size, as of people's own data of which nothing is known beside.
inline Prediction theta_of_own_data(const std::string& axis, double exponent, double band) {
  return theta({{axis, exponent}}).within(band).may_be_cost().may_begin_early().may_hide_terms();
}

/// How often something happened among independent replicates of a test.
struct Rate {
  int happened = 0, replicates = 0;
};

Rate count_outcomes(int replicates, Outcome outcome,
                    const std::function<Verdict(std::uint64_t)>& decide_replicate);

/// The exact 99.9 % lower bound of the chance behind a rate: a stated chance must not be below it.
double surely_above(const Rate& rate);

}  // namespace asymptest::test
