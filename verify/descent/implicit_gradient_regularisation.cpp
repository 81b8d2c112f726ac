#include "asymptest/claim/registry.hpp"
#include "modified_flow.hpp"

namespace asymptest::learning::optimisation::implicit_gradient_regularisation_claim {
namespace {

const Registered implicit_gradient_regularisation{{
    .id = "descent/implicit-gradient-regularisation",
    .title = "Gradient descent follows the flow of L + (h/4)|∇L|² to second order in its step",
    .statement = R"(\lVert w_{1/h} - \tilde w(1) \rVert = \Theta(h^2), \quad
        \dot{\tilde w} = -\nabla \bigl( L + \tfrac h4 \lVert \nabla L \rVert^2 \bigr)(\tilde w),
        \quad \tilde w(0) = w_0, \quad h = 1/N)",
    .source = {"Barrett, Dherin 2020, arXiv:2009.11162", "Theorem 3.1"},
    .assumes = {"the regulariser has the coefficient h/4"},
    .sweep = {axis("N", "steps, each of length 1/N").geometric(16, 256).standard(1024)},
    .measure = {"distance to the flow's end after N steps, over that after 12 steps",
                Polarity::exact, relative_distance(0.25)},
    .predict = theta({{"N", -2}})
                   .of(Summary::geometric_mean)
                   .within(0.25)
                   .rival(-1, "any other coefficient")
                   .corrected_by(1, "backward error analysis: an expansion in powers of h")
                   .because("a quarter of the gap to the rival"),
    .budget = {.first = 24,
               .quick = 256,
               .standard = 512,
               .cost = [](const Point& at) { return 500 + at["N"]; }},
    .controls =
        {{.name = "plain-flow",
          .breaks = "the regulariser has the coefficient h/4",
          .expect = near(-1, 0.25).because("Euler's method is of first order"),
          .trial = relative_distance(0),
          .correction = Correction{1, "backward error analysis: an expansion in powers of h"}},
         {.name = "minus-a-quarter",
          .breaks = "the regulariser has the coefficient h/4",
          .expect = near(-1, 0.25).because("another coefficient leaves an error of first order"),
          .trial = relative_distance(-0.25),
          .correction = Correction{1, "backward error analysis: an expansion in powers of h"}},
         {.name = "an-eighth",
          .breaks = "the regulariser has the coefficient h/4",
          .expect = near(-1, 0.25).because("another coefficient leaves an error of first order"),
          .trial = relative_distance(0.125),
          .correction = Correction{1, "backward error analysis: an expansion in powers of h"}},
         {.name = "a-half",
          .breaks = "the regulariser has the coefficient h/4",
          .expect = near(-1, 0.25).because("another coefficient leaves an error of first order"),
          .trial = relative_distance(0.5),
          .correction = Correction{1, "backward error analysis: an expansion in powers of h"}}},
    .remark = "The flow is integrated by Runge–Kutta–Fehlberg of order 8 to 1e-14 a step: its "
              "error is far below the least distance, about 1e-6.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::implicit_gradient_regularisation_claim
