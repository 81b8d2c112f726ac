#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "trials/cantor_trials.hpp"

namespace asymptest::covering::covering_mean_cantor_claim {
namespace {

const double exponent_of_set = -std::log(3.0) / std::log(2.0);

const Registered covering_mean_cantor{{
    .id = "covering/covering-mean-cantor",
    .title = "On the middle-thirds Cantor set the nearest sample is N^(-log 3/log 2) away",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = \frac{\log 2}{\log 3})",
    .source = {"Falconer 2014, Fractal Geometry", "theorem 9.3, for the dimension"},
    .assumes = {"the samples follow the set's own measure"},
    .sweep = cantor_sizes(2),
    .measure = {"mean distance of a fresh point of the set to the nearest sample, even weights",
                Polarity::exact, mean_distance_on_cantor_set(0.5)},
    .predict = theta({{"N", exponent_of_set}})
                   .within(0.06)
                   .with_period(2)
                   .corrected_by(1, "a third without samples has the chance exp(-N/2)")
                   .because("a tenth of the gap to an interval's exponent, 1"),
    .budget = {.first = 64, .quick = 8192, .standard = 32768, .full = 131072, .cost = cantor_cost},
    .controls = {{.name = "interval",
                  .breaks = "the samples follow the set's own measure",
                  .expect = near(-1, 0.14),
                  .trial = mean_distance_on_interval,
                  .remark = "samples and fresh points all over [0, 1]: 1/(4N) but for the ends"}},
    .remark = "covering/hausdorff-measure-mean has uneven weights on the same set, and another "
              "exponent.",
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_cantor_claim
