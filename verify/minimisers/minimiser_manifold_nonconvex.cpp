#include "asymptest/claim/registry.hpp"
#include "learning/tasks/training_task.hpp"
#include "verify/shared/minimiser.hpp"

namespace asymptest::learning::optimisation::minimiser_manifold_nonconvex_claim {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Eigen::Index width = 8, samples = 4, linear_weights = 40;

/// Curvature, as a share of the largest, that is no rounding: 1e5 times what rounding leaves of a
/// zero, and a thousandth of what the law, t times a number of order 0.01, gives at t = 1e-4.
constexpr double visible_share = 1e-9;

Minimiser network(const Stream& random) { return network_minimiser(width, samples, random); }

Minimiser linear_model(const Stream& random) {
  const VectorXd solution = normal_vector(linear_weights, random.substream("solution"));
  const MatrixXd design = normal_vector(samples * linear_weights, random.substream("design"))
                              .reshaped(samples, linear_weights);
  return {linear_fit(design, design * solution), solution};
}

/// f = w₁ + w₁³ at one sample, with w₂ idle: nonlinear, but f'² outweighs r·f'' nearby.
Minimiser monotone_cubic(const Stream& random) {
  const double solution = normal_vector(1, random.substream("solution"))[0];
  const double label = solution + solution * solution * solution;
  LeastSquares fit;
  fit.residual = [=](const VectorXd& w) -> VectorXd {
    return VectorXd::Constant(1, w[0] + w[0] * w[0] * w[0] - label);
  };
  fit.hessian_product = [=](const VectorXd& w, const VectorXd& v) -> VectorXd {
    const double slope = 1 + 3 * w[0] * w[0], residual = w[0] + w[0] * w[0] * w[0] - label;
    return VectorXd{{(slope * slope + residual * 6 * w[0]) * v[0], 0}};
  };
  return {fit, VectorXd{{solution, 0}}};
}

Trial least_share(const std::function<Minimiser(const Stream&)>& draw) {
  return [=](const Point& at, Stream& random) {
    const Minimiser found = draw(random);
    const auto direction = unit_vector(found.weights.size(), random.substream("direction"));
    const CurvatureRange range = curvature_at(found, 1 / at["1/t"], direction);
    return range.least / range.largest;
  };
}

const Registered minimiser_manifold_nonconvex{{
    .id = "minimisers/minimiser-manifold-nonconvex",
    .title = "The loss is non-convex arbitrarily close to an interpolating minimum",
    .statement = R"(\lambda_{\min}(\nabla^2 L(w^* + t u)) < 0
        \text{ for generic } u \text{ and all small } t > 0)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
               "section 3, proposition on local non-convexity"},
    .assumes = {"the model is not linear",
                "the Hessian of f is not confined to the row space of J"},
    .sweep = {axis("1/t", "inverse distance").listed({100, 1000, 10000})},
    .measure = {"least eigenvalue of the loss's Hessian over the largest, at a distance t in a "
                "random direction",
                Polarity::exact, least_share(network)},
    .predict = always_at_most(-visible_share)
                   .within(0.01)
                   .because("an inequality: no violation is expected; each control violates it "
                            "every time"),
    .budget = {.first = 384, .quick = 1024},
    .controls = {{.name = "linear-model",
                  .breaks = "the model is not linear",
                  .expect = above(0.9).because("its loss is convex everywhere"),
                  .trial = least_share(linear_model)},
                 {.name = "monotone-cubic",
                  .breaks = "the Hessian of f is not confined to the row space of J",
                  .expect = above(0.9),
                  .trial = least_share(monotone_cubic),
                  .remark = "f = w₁ + w₁³: its loss stays convex near the minimum"}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::minimiser_manifold_nonconvex_claim
