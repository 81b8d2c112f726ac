#include <algorithm>

#include "asymptest/claim/registry.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "verify/shared/ball_trials.hpp"

namespace asymptest::learning::optimisation::hessian_norm_decay_ball_radius_claim {
namespace {

constexpr Eigen::Index width = 256, wide = 32768;

double supremum(const Point& at, Stream& random) {
  const ShallowDraw draw = shallow_draw(width, Activation::tanh, OutputWeights::normal, random);
  return shallow_hessian_supremum(draw.network, draw.input, at["R"]);
}

/// A random point moves each of M = 5m weights by R/√M.
double at_a_random_point(const Point& at, Stream& random) {
  const ShallowDraw draw = shallow_draw(wide, Activation::tanh, OutputWeights::normal, random);
  Stream direction = random.substream("direction");
  return shallow_hessian_norm(moved_at_random(draw.network, at["R"], direction), draw.input);
}

const Registered hessian_norm_decay_ball_radius{{
    .id = "hessian/hessian-norm-decay-ball-radius",
    .title = "Over a large ball the Hessian's supremum grows as the radius: one hidden layer",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lVert \nabla^2_w f(x; w) \rVert_2
        = \Theta(R) \text{ as } R \to \infty)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092",
               "Theorem 3.2, whose bound has a power 3L of R, made exact for L = 1"},
    .assumes = {"the worst point of the ball is taken"},
    .sweep = {axis("R", "radius of the ball").geometric(16, 1024)},
    .measure = {"exact supremum over the ball of the Hessian's spectral norm, width 256",
                Polarity::exact, supremum},
    .predict = theta({{"R", 1}})
                   .within(0.1)
                   .rival(3, "the power 3L of the theorem")
                   .rival(0, "a random point of the ball")
                   .corrected_by(1, "|v| + R less what it takes to move z to the maximum of |σ''|")
                   .because("a tenth of the gap to the nearest rival"),
    .budget = {.first = 32, .quick = 1024},
    .controls = {{.name = "random-points",
                  .breaks = "the worst point of the ball is taken",
                  .expect = near(0, 0.2).because("R²/M ≤ 0.6 %: no weight moves much"),
                  .trial = at_a_random_point,
                  .sweep = Sweep{axis("R", "radius of the ball").geometric(1, 32)}}},
    .remark = "One neuron's output weight takes the whole radius, and a = v·σ''(z) with it. That "
              "the term in R is there is what the certified bound of `-ball-deep-upper` needs.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::hessian_norm_decay_ball_radius_claim
