#include "asymptest/claim/registry.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "learning/separable/separable_supremum.hpp"
#include "learning/suprema/shallow_linearisation.hpp"
#include "verify/shared/ball_trials.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::linearisation_claim {
namespace {

/// The supremum of the Hessian's norm over the ball, or what stands in its place.
using Curvature = std::function<double(const ShallowDraw& draw, double radius, Stream random)>;

double supremum(const ShallowDraw& draw, double radius, Stream) {
  return shallow_hessian_supremum(draw.network, draw.input, radius);
}

double at_the_centre(const ShallowDraw& draw, double, Stream) {
  return shallow_hessian_norm(draw.network, draw.input);
}

/// The largest of some uniform points of the sphere |w − w₀| = R.
double sampled(const ShallowDraw& draw, double radius, Stream random) {
  constexpr int points = 16;
  double largest = 0;
  for (int k = 0; k < points; ++k) {
    const Network moved = moved_at_random(draw.network, radius, random);
    largest = std::max(largest, shallow_hessian_norm(moved, draw.input));
  }
  return largest;
}

Trial error_over_bound(const Curvature& curvature) {
  return [=](const Point& at, Stream& random) {
    const double radius = at["R"];
    const ShallowDraw draw =
        shallow_draw(width_at(at), Activation::tanh, OutputWeights::normal, random);
    const double error = shallow_linearisation_error(draw.network, draw.input, radius).upper;
    return error / (radius * radius / 2 * curvature(draw, radius, random.substream("points")));
  };
}

const Registered linearisation{{
    .id = "linearisation/linearisation",
    .title = "Over a ball f is linear to R²/2 times the largest norm of its Hessian there",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lvert f(w) - f(w_0)
        - \nabla f(w_0)^\top (w - w_0) \rvert
        \le \frac{R^2}{2} \sup_{\lVert w - w_0 \rVert \le R} \lVert \nabla^2 f(w) \rVert_2)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "section 2, equation 4"},
    .assumes = {"the Hessian is taken over the whole ball", "its supremum is exact"},
    .sweep = {axis("m", "width").geometric(16, 256, 4).standard(4096),
              axis("R", "radius of the ball").listed({0.125, 0.5, 1})},
    .measure = {"exact supremum of |f − f_lin| over R²/2 times that of the Hessian's norm",
                Polarity::exact, error_over_bound(supremum)},
    .predict = always_at_most(1, price_tolerance)
                   .within(0.02)
                   .because("an inequality: no violation is expected; one trial in fifty is far "
                            "below the chance in the controls"),
    .budget = {.first = 48, .quick = 512, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls = {{.name = "hessian-at-the-centre",
                  .breaks = "the Hessian is taken over the whole ball",
                  .expect = above(0.2).because(
                      "at R = 1 one neuron can be moved by as much as it is wide: the Hessian "
                      "elsewhere is larger by a factor of order one"),
                  .trial = error_over_bound(at_the_centre)},
                 {.name = "sampled-supremum",
                  .breaks = "its supremum is exact",
                  .expect = above(0.2),
                  .trial = error_over_bound(sampled),
                  .remark = "the best of 16 random points is far below the supremum"},
                 {.name = "sampled-supremum-declared",
                  .trial = error_over_bound(sampled),
                  .remark = "a lower bound of the supremum makes an upper one of the quotient, "
                            "which can be large where the quotient isn't",
                  .stopped_by = Polarity::upper_bound}},
    .remark = "Equality is approached as R → 0: `linearisation-equality`.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::linearisation_claim
