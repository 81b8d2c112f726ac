#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "cantor_trials.hpp"
#include "learning/fractals/cantor_measure.hpp"

namespace asymptest::covering::covering_mean_cantor_claim {
namespace {

const double exponent_of_set = -std::log(3.0) / std::log(2.0);
/// Weights q and q³, which have laws with the period log(1/q).
const double uneven = learning::weight_with_power(3);
const double exponent_of_uneven = -learning::mean_distance_exponent(uneven);
/// Two of them stay clear of the other measure's exponent, 0.079 away.
constexpr double band = 0.03;
const double uneven_period = 1 / (uneven * uneven);

Prediction law_of_set(double period, double omega, const char* reason) {
  return theta({{"N", exponent_of_set}})
      .within(band)
      .rival(-1, "an interval")
      .rival(exponent_of_uneven, "weights 0.682 and 0.318")
      .with_period(period)
      .corrected_by(omega, reason)
      .because("two bands stay clear of uneven weights on the same set");
}

const Registered covering_mean_cantor{{
    .id = "covering/covering-mean-cantor",
    .title = "On the middle-thirds Cantor set the nearest sample is N^(-log 3/log 2) away",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = \frac{\log 2}{\log 3})",
    .source = {"Falconer 2014, Fractal Geometry", "theorem 9.3, for the dimension"},
    .assumes = {"the measure is Ahlfors regular"},
    .sweep = cantor_sizes(2),
    .measure = {"mean distance of a fresh point of the set to the nearest sample, even weights",
                Polarity::exact, mean_distance_on_cantor_set(0.5)},
    .predict = law_of_set(2, 1, "a third without samples has the chance exp(-N/2)"),
    .budget = {.first = 64, .quick = 8192, .standard = 32768, .full = 131072, .cost = cantor_cost},
    .controls = {{.name = "uneven-weights",
                  .breaks = "the measure is Ahlfors regular",
                  .expect = near(exponent_of_uneven, band),
                  .trial = mean_distance_on_cantor_set(uneven),
                  .sweep = cantor_sizes(uneven_period),
                  .predict = law_of_set(uneven_period, transient_exponent(uneven),
                                        "the renewal equation's other roots"),
                  .remark = "weights q and q³: Σ pᵢ^(1−β) = 3 instead"}},
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_cantor_claim
