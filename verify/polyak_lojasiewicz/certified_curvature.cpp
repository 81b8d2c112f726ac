#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/singular_values.hpp"
#include "learning/tasks/certified_ball.hpp"

namespace asymptest::learning::optimisation::certified_curvature_claim {
namespace {

using Eigen::VectorXd;

/// √(Σ |∇²f_i|²), each by `norm_of` the network and an input.
template <class NormOf>
double curvature(const TrainingTask& task, NormOf norm_of) {
  const Network network = network_with(task.architecture, task.start);
  VectorXd norms(task.inputs.cols());
  for (Eigen::Index i = 0; i < norms.size(); ++i) norms[i] = norm_of(network, task.inputs.col(i));
  return norms.norm();
}

double supremum(const CertifiedBall& ball) {
  return curvature(ball.task, [&](const Network& network, const VectorXd& x) {
    return shallow_hessian_supremum(network, x, ball.radius);
  });
}

/// h, from μ = (σ_min(J(w₀)) − R·h)².
double bound(const CertifiedBall& ball) {
  const VectorXd values = singular_values(ball.task.fit.jacobian(ball.task.start));
  return (values[values.size() - 1] - std::sqrt(ball.pl)) / ball.radius;
}

CertifiedBall ball_at(const Point& at, const Stream& random) {
  return certified_ball(at.count("m"), at.count("n"), random);
}

double share_of_bound(const Point& at, Stream& random) {
  const CertifiedBall ball = ball_at(at, random);
  return supremum(ball) / bound(ball);
}

double share_of_centre(const Point& at, Stream& random) {
  const CertifiedBall ball = ball_at(at, random);
  return supremum(ball) / curvature(ball.task, [](const Network& network, const VectorXd& x) {
           return shallow_hessian_norm(network, x);
         });
}

const Registered certified_curvature{{
    .id = "polyak-lojasiewicz/certified-curvature",
    .title = "The bound that certifies a ball holds the exact supremum of the curvature",
    .statement = R"(\sum_i \sup_{\lVert w - w_0 \rVert \le R} \lVert \nabla^2 f_i(w) \rVert_2^2
        \le h^2, \quad \mu = (\sigma_{\min}(J(w_0)) - R h)^2)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
               "Theorem 4.1, with the constants of one hidden layer"},
    .assumes = {"the bound allows for the whole ball"},
    .sweep = {axis("m", "width").listed({64, 256, 1024}), axis("n", "samples").listed({1, 4})},
    .measure = {"root of the sum over the samples of the squared exact supremum of |∇²f_i|, over h",
                Polarity::exact, share_of_bound},
    .predict = always_at_most(1).within(0.02).because(
        "an inequality: no violation is expected; one trial in fifty is far below the chance in "
        "the control"),
    .budget = {.first = 128, .quick = 512, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls = {{.name = "curvature-of-the-centre",
                  .breaks = "the bound allows for the whole ball",
                  .expect = near(1, 0.1).because("the weights of the largest block can be moved so "
                                                 "that it grows, every time"),
                  .trial = share_of_centre}},
    .remark = "Near the bound where the ball is wide, its radius of 1 to 4 on one unit: then "
              "|v| + R, the largest σ'' and the factor √n are all needed.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::certified_curvature_claim
