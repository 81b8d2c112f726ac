#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/fractals/fractals.hpp"
#include "trials/covering_trials.hpp"

namespace asymptest::covering::covering_mean_torus_1_claim {
namespace {

using learning::torus_law;

Eigen::MatrixXd half_of_the_circle(Eigen::Index count, Stream& random) {
  return 0.5 * torus_law(1)(count, random);
}

const Registered mean_torus_1{{
    .id = "covering/covering-mean-torus-1",
    .title = "A fresh point of the circle is 1/N away from its nearest sample",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = 1)",
    .source = {"Sharma, Kaplan 2020, arXiv:2004.10802", "section 2"},
    .assumes = {"the samples are independent", "the support has dimension d",
                "the fresh point follows the law of the samples"},
    .sweep = {axis("N", "samples").geometric(128, 8192).standard(1 << 20)},
    .measure = {"mean distance of 512 fresh points of the circle to their nearest of N samples",
                Polarity::exact, distance_within(torus_law(1))},
    .predict = theta({{"N", -1.0}})
                   .within(0.1)
                   .rival(-1.0 / 2, "a surface, d = 2")
                   .corrected_by(1, "Stirling's series of N!/Γ(N + 1 + 1/d)")
                   .because("a fifth of the gap to the rival exponent of the next dimension"),
    .controls =
        {{.name = "duplicates",
          .breaks = "the samples are independent",
          .expect = near(-0.5, 0.25),
          .trial = distance_to(duplicated_torus_law(1), torus_law(1)),
          .sweep = square_sizes(),
          .correction = Correction{0.5, "Stirling's series in the √N distinct points"},
          .remark = "each of √N points comes √N times: copies cover nothing"},
         {.name = "cantor-set",
          .breaks = "the support has dimension d",
          .expect = near(-std::log(3.0) / std::log(2.0), 0.2),
          .trial = distance_within(learning::cantor_set_points, learning::Metric::euclidean),
          .remark = "dimension log 2/log 3, so −1.585; the sizes are whole periods of its wiggle"},
         {.name = "unseen-half",
          .breaks = "the fresh point follows the law of the samples",
          .expect = near(0, 0.1),
          .trial = distance_to(half_of_the_circle, torus_law(1)),
          .correction = Correction{1, "the gap at the edge of the unseen half, of 1/N"},
          .remark = "half of the circle is never sampled: no N helps there"}},
    .remark = "A circle rather than an interval, whose ends bias the slope.",
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_torus_1_claim
