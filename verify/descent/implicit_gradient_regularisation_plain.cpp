#include "asymptest/claim/registry.hpp"
#include "modified_flow.hpp"

namespace asymptest::learning::optimisation::implicit_gradient_regularisation_plain_claim {
namespace {

const Registered implicit_gradient_regularisation_plain{{
    .id = "descent/implicit-gradient-regularisation-plain",
    .title = "Gradient descent follows the plain gradient flow to first order in its step only",
    .statement = R"(\lVert w_{1/h} - w(1) \rVert = \Theta(h), \quad
        \dot w = -\nabla L(w), \quad w(0) = w_0, \quad h = 1/N)",
    .source = {"Barrett, Dherin 2020, arXiv:2009.11162", "section 3"},
    .assumes = {"the flow is that of L alone"},
    .sweep = {axis("N", "steps, each of length 1/N").geometric(16, 256).standard(1024)},
    .measure = {"distance to the flow's end after N steps, over that after 12 steps",
                Polarity::exact, relative_distance(0)},
    .predict = theta({{"N", -1}})
                   .of(Summary::geometric_mean)
                   .within(0.25)
                   .rival(-2, "the flow with the regulariser (h/4)|∇L|²")
                   .corrected_by(1, "Euler's method: an expansion in powers of h")
                   .because("a quarter of the gap to the rival"),
    .budget = {.first = 24,
               .quick = 256,
               .standard = 512,
               .cost = [](const Point& at) { return 100 + at["N"]; }},
    .controls = {{.name = "with-the-regulariser",
                  .breaks = "the flow is that of L alone",
                  .expect = near(-2, 0.25),
                  .trial = relative_distance(0.25)}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::implicit_gradient_regularisation_plain_claim
