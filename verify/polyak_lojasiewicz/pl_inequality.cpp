#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "regression_task.hpp"

namespace asymptest::learning::optimisation::pl_inequality_claim {
namespace {

double quotient(const Point& at, Stream& random) {
  const RegressionTask task = random_task(at, random);
  const Eigen::VectorXd residual = random_residual(task, random.substream("residual"));
  return half_squared_gradient(task, residual) /
         (task.smallest_eigenvalue() * residual.squaredNorm() / 2);
}

/// With L = |F − y|²/(2n) the gradient is divided by n and its square by n², the loss by n only.
double quotient_of_mean_loss(const Point& at, Stream& random) {
  const RegressionTask task = random_task(at, random);
  const Eigen::VectorXd residual = random_residual(task, random.substream("residual"));
  const auto n = static_cast<double>(residual.size());
  return half_squared_gradient(task, residual / n) /
         (task.smallest_eigenvalue() * residual.squaredNorm() / (2 * n));
}

double quotient_with_another_kernel(const Point& at, Stream& random) {
  const RegressionTask task = random_task(at, random);
  const RegressionTask other = random_task(at, random.substream("other"));
  const Eigen::VectorXd residual = random_residual(task, random.substream("residual"));
  return half_squared_gradient(task, residual) /
         (other.smallest_eigenvalue() * residual.squaredNorm() / 2);
}

/// L = Σ r⁴/4 has the derivative r³ in the outputs, here near the bottom eigenvector and small.
double quotient_of_quartic_loss(const Point& at, Stream& random) {
  const RegressionTask task = random_task(at, random);
  const Eigen::VectorXd slopes = 1e-3 * random_residual(task, random.substream("residual"));
  const double loss = slopes.array().abs().pow(4.0 / 3).sum() / 4;
  return half_squared_gradient(task, slopes) / (task.smallest_eigenvalue() * loss);
}

const Registered pl_inequality{{
    .id = "polyak-lojasiewicz/pl-inequality",
    .title = "The squared loss satisfies the Polyak–Łojasiewicz inequality with μ = λ_min(K(w))",
    .statement = R"(\tfrac12 \lVert \nabla L(w) \rVert^2 \ge \lambda_{\min}(K(w))\, L(w),
        \quad L(w) = \tfrac12 \lVert F(w) - y \rVert^2)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "section 4, equation 8"},
    .assumes = {"the loss is squared", "the loss is a sum over the samples, not a mean",
                "the kernel is taken at the same weights"},
    .sweep = {axis("m", "width").listed({4, 16, 64}), axis("L", "hidden layers").listed({1, 2, 3})},
    .measure = {"half the squared gradient over λ_min·L, for random activations, weight scales, "
                "inputs and residuals near the bottom eigenvector",
                Polarity::exact, quotient},
    .predict = always_at_least(1, quotient_rounding)
                   .within(0.01)
                   .because("an inequality: no violation is expected; one trial in a hundred "
                            "is far below the chance in each control"),
    .budget = {.first = 256,
               .quick = 1024,
               .cost = [](const Point& at) { return 1000 + at["L"] * at["m"] * at["m"]; }},
    .controls = {{.name = "mean-loss",
                  .breaks = "the loss is a sum over the samples, not a mean",
                  .expect = above(0.1),
                  .trial = quotient_of_mean_loss,
                  .remark = "μ would have to be λ_min/n"},
                 {.name = "kernel-of-other-weights",
                  .breaks = "the kernel is taken at the same weights",
                  .expect = above(0.1).because(
                      "the other eigenvalue is the larger one every second time; near the bottom "
                      "eigenvector the quotient is then below 1"),
                  .trial = quotient_with_another_kernel},
                 {.name = "quartic-loss",
                  .breaks = "the loss is squared",
                  .expect = above(0.1).because("½|∇L|² is of order r⁶ and L of order r⁴: at slopes "
                                               "of 1e-3 the gradient is too small by 10"),
                  .trial = quotient_of_quartic_loss}},
    .remark = "λ_min comes from the Jacobian's singular values, and a draw whose condition number "
              "exceeds 10⁵ is drawn again: from the Gram matrix, λ_min is noise below ε·λ_max. "
              "The gradient comes from backpropagation, not from that Jacobian.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_inequality_claim
