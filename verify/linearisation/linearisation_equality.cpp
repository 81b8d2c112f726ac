#include "asymptest/claim/registry.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "learning/suprema/shallow_linearisation.hpp"
#include "verify/shared/ball_trials.hpp"

namespace asymptest::learning::optimisation::linearisation_equality_claim {
namespace {

/// The supremum of |f − f_lin| over R²/2 times the norm of the Hessian, of which the supremum over
/// so small a ball is the value at the centre to a share of order R.
Trial error_over_bound(TrainedLayers counted) {
  return [=](const Point& at, Stream& random) {
    const double radius = 1 / at["q"];
    const ShallowDraw draw =
        shallow_draw(width_at(at), Activation::tanh, OutputWeights::normal, random);
    const double curvature = counted == TrainedLayers::all
                                 ? shallow_hessian_supremum(draw.network, draw.input, radius)
                                 : shallow_hessian_norm(draw.network, draw.input, counted);
    const double error = shallow_linearisation_error(draw.network, draw.input, radius).upper;
    return error / (radius * radius / 2 * curvature);
  };
}

const Registered linearisation_equality{{
    .id = "linearisation/linearisation-equality",
    .title = "The bound on the error of linearisation is an equality as the ball shrinks",
    .statement = R"(\lim_{R \to 0} \frac{\sup_{\lVert w - w_0 \rVert \le R} \lvert f(w) - f(w_0)
        - \nabla f(w_0)^\top (w - w_0) \rvert}
        {\frac{R^2}{2} \sup_{\lVert w - w_0 \rVert \le R} \lVert \nabla^2 f(w) \rVert_2} = 1,
        \quad R = 1/q)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092",
               "section 2, equation 4, where it is sharp"},
    .assumes = {"the Hessian is that of all layers"},
    .sweep = {axis("m", "width").geometric(16, 256, 4).standard(4096),
              axis("q", "inverse of the ball's radius").listed({128, 512, 2048})},
    .measure = {"exact supremum of |f − f_lin| over R²/2 times that of the Hessian's norm",
                Polarity::exact, error_over_bound(TrainedLayers::all)},
    .predict =
        equals([](const Point&) { return 1.0; })
            .within(0.01)
            .rival(-0.5, "R² in place of R²/2")
            .because("the next term of Taylor's expansion is of order R, 0.4 % at R = 1/128; "
                     "a constant that is off by 2 % is refuted"),
    .budget = {.first = 32, .quick = 256, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls = {{.name = "hidden-layer-alone",
                  .breaks = "the Hessian is that of all layers",
                  .expect = above(0.02).because("the block [[a, b], [b, 0]] has a larger norm than "
                                                "|a|, by b²/a² where that is small"),
                  .trial = error_over_bound(TrainedLayers::hidden_only)}},
    .remark = "What `linearisation` leaves open: how near its two sides come.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::linearisation_equality_claim
