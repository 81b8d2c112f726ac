#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "regression_task.hpp"

namespace asymptest::learning::optimisation::pl_inequality_equality_claim {
namespace {

/// |quotient − 1| at a residual along the eigenvector k of the tangent kernel, from the bottom.
Trial quotient_along(int k) {
  return [=](const Point& at, Stream& random) {
    const RegressionTask task = random_task(at, random);
    const Eigen::VectorXd residual = task.eigenvector(k);
    const double quotient = half_squared_gradient(task, residual) /
                            (task.smallest_eigenvalue() * residual.squaredNorm() / 2);
    return std::abs(quotient - 1);
  };
}

const Registered pl_inequality_equality{{
    .id = "polyak-lojasiewicz/pl-inequality-equality",
    .title = "The PL inequality is an equality at the bottom eigenvector",
    .statement = R"(K(w)(F(w) - y) = \lambda_{\min}(F(w) - y) \implies
        \tfrac12 \lVert \nabla L(w) \rVert^2 = \lambda_{\min}(K(w))\, L(w))",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
               "section 4, equation 8, where it is sharp"},
    .assumes = {"the residual is the bottom eigenvector"},
    .sweep = {axis("m", "width").listed({4, 16, 64}), axis("L", "hidden layers").listed({1, 2, 3})},
    .measure = {"distance from 1 of half the squared gradient over λ_min·L", Polarity::exact,
                quotient_along(0)},
    .predict =
        always_at_most(quotient_rounding)
            .within(0.02)
            .because("the bound is the rounding of the quotient, and nothing else may tell "
                     "the two sides apart; one trial in fifty is far below the chance in the "
                     "control"),
    .budget = {.first = 128,
               .quick = 512,
               .cost = [](const Point& at) { return 1000 + at["L"] * at["m"] * at["m"]; }},
    .controls = {{.name = "second-eigenvector",
                  .breaks = "the residual is the bottom eigenvector",
                  .expect = near(1, 0.1),
                  .trial = quotient_along(1),
                  .remark = "the quotient is λ₂/λ₁, which is 1 with chance 0"}},
    .remark = "The distance in each trial, since errors of either sign would cancel in a mean.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_inequality_equality_claim
