#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <stdexcept>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "proofs_check/tangent_kernel_bounds.hpp"
#include "rigor/algebra/matrix_polynomial.hpp"
#include "rigor/arithmetic/rational.hpp"
#include "rigor/matrices/eigenvalue_bound.hpp"
#include "rigor/networks/convergence_ball.hpp"
#include "rigor/networks/deep_ball.hpp"
#include "rigor/networks/descent.hpp"

namespace asymptest::two_hidden_layers_proof {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using rigor::DeepBall;
using rigor::DeepBounds;
using rigor::DeepLinearisation;
using rigor::DeepProblem;
using rigor::DeepScales;
using rigor::DeepSizes;
using rigor::Interval;
using rigor::IntervalMatrix;
using rigor::MatrixPolynomial;
using rigor::Polynomial;
using rigor::Rational;

DeepProblem random_deep(const DeepSizes& sizes, Stream& random) {
  return rigor::random_deep_problem(sizes, [&random] { return random.normal(); });
}

// --- ‖W‖
// ------------------------------------------------------------------------------------------

/// A lower bound of ‖W‖: |Wz|/|z| for a z that the power method found.
double operator_norm_lower_bound(const MatrixXd& w) {
  constexpr int steps = 400;
  Eigen::VectorXd z = Eigen::VectorXd::Ones(w.cols()).normalized();
  for (int k = 0; k < steps; ++k) z = (w.transpose() * (w * z)).normalized();
  const IntervalMatrix image = rigor::product(w, MatrixXd(z));
  Interval image_squares = 0;
  Interval squares = 0;
  for (Index i = 0; i < w.rows(); ++i) image_squares += square(image(i, 0));
  for (const double entry : z) squares += square(Interval(entry));
  return sqrt(image_squares / squares).lower();
}

ProofCheck hidden_norm(double factor) {
  return [=](Stream& random) {
    for (const Index width : {160, 400}) {
      const MatrixXd w = random_deep({.samples = 1, .dimension = 1, .width = width}, random).second;
      const double bound = factor * rigor::largest_singular_value_upper_bound(w);
      const double found = operator_norm_lower_bound(w);
      if (!(bound >= found)) {
        return failed(fmt::format("m = {}: ‖W‖ ≥ {}, claimed {}", width, found, bound));
      }
    }
    return verified("normal matrices of orders 160 and 400, against Rayleigh quotients");
  };
}

// --- ‖J(w) − J(w₀)‖ ≤ κ|w − w₀| in W and v ------------------------------------------------------

struct Pair {
  DeepProblem from, to;
};

/// One neuron in each layer and one input: f = v tanh(w tanh(u x)).
struct ScalarWeights {
  double u = 0, w = 0, v = 0;
};

Pair scalar_pair(double x, const ScalarWeights& from, const ScalarWeights& step) {
  const auto problem = [x](double u, double w, double v) {
    return DeepProblem{MatrixXd::Constant(1, 1, x), Eigen::VectorXd::Zero(1),
                       MatrixXd::Constant(1, 1, u), MatrixXd::Constant(1, 1, w),
                       Eigen::VectorXd::Constant(1, v)};
  };
  return {problem(from.u, from.w, from.v),
          problem(from.u + step.u, from.w + step.w, from.v + step.v)};
}

DeepProblem moved(DeepProblem problem, double distance, Stream& random) {
  const auto weights =
      static_cast<double>(problem.first.size() + problem.second.size() + problem.output.size());
  const double scale = distance / std::sqrt(weights);
  for (double& weight : problem.first.reshaped()) weight += scale * random.normal();
  for (double& weight : problem.second.reshaped()) weight += scale * random.normal();
  for (double& weight : problem.output.reshaped()) weight += scale * random.normal();
  return problem;
}

/// Networks near and far, and four networks of two neurons in each of which another term of κ is
/// nearly all of it: ‖W‖, |b_i|, tanh'' and ‖Φ‖.
std::vector<Pair> pairs(Stream& random) {
  constexpr double tiny = 0x1p-12;
  std::vector<Pair> all{scalar_pair(1, {.u = 0, .w = 1, .v = tiny}, {.u = tiny}),
                        scalar_pair(1, {.u = 0, .w = tiny, .v = 20}, {.u = tiny}),
                        scalar_pair(0x1p-6, {.u = 64, .w = 0.87, .v = 20}, {.w = tiny}),
                        scalar_pair(1, {.u = 1, .w = tiny, .v = tiny}, {.v = tiny})};
  const DeepProblem usual = random_deep({.samples = 3, .dimension = 4, .width = 16}, random);
  for (const double distance : {0.01, 1.0, 4.0}) {
    all.push_back({usual, moved(usual, distance, random)});
  }
  return all;
}

/// Columns v, then W row by row.
IntervalMatrix last_jacobian(const DeepLinearisation& at) {
  const Index n = at.values.rows();
  const Index m = at.values.cols();
  const Interval root = sqrt(Interval(static_cast<double>(m)));
  IntervalMatrix j(n, m + m * m);
  for (Index i = 0; i < n; ++i) {
    for (Index r = 0; r < m; ++r) {
      j.set(i, r, at.values(i, r) / root);
      for (Index s = 0; s < m; ++s) j.set(i, m + r * m + s, at.slopes(i, r) * at.features(i, s));
    }
  }
  return j;
}

using Altered = std::function<void(DeepScales&)>;
void unaltered(DeepScales&) {}

/// Bounds of the sizes in κ by name, and what a planted error makes of them in the claim: a factor.
struct Factors {
  Rational hidden_norm = 1, slope_size = 1, output_weight = 1, feature_norm = 1;
};

/// The two lines of κ (docs/theory-rigor.md, "Two hidden layers"), which are linear in how far U, W
/// and v move, p₁, p₂, p₃, and in √m taken into these and the sizes.
struct Lines {
  Polynomial output, hidden;
};

Polynomial symbol(const std::string& name) { return Polynomial::variable(name); }

Lines claimed_lines(const Factors& factors) {
  const Polynomial x = symbol("‖X‖"), w = factors.hidden_norm * symbol("‖W‖");
  const Polynomial features = factors.feature_norm * symbol("‖Φ'‖");
  const Polynomial zeta = x * w * symbol("p₁") + features * symbol("p₂");
  const Polynomial bend =
      symbol("c") * factors.output_weight * symbol("max|v|") * symbol("max|φ'|");
  return {zeta, features * symbol("p₃") + bend * zeta +
                    factors.slope_size * symbol("max|b|") * x * symbol("p₁")};
}

/// Z = ΦWᵀ becomes Z + ΔΦWᵀ + Φ'ΔWᵀ, Φ' = Φ + ΔΦ.
bool change_of_z_splits() {
  const auto phi = MatrixPolynomial::matrix("Φ", "n", "m");
  const auto dphi = MatrixPolynomial::matrix("ΔΦ", "n", "m");
  const auto w = MatrixPolynomial::matrix("W", "m", "m");
  const auto dw = MatrixPolynomial::matrix("ΔW", "m", "m");
  const MatrixPolynomial moved = phi + dphi;
  return (moved * (w + dw).transposed() - phi * w.transposed() - dphi * w.transposed() -
          moved * dw.transposed())
      .is_zero();
}

/// The bound of its norm with ‖ΔΦ‖ ≤ ‖X‖p₁, by |tanh'| ≤ 1.
Polynomial change_of_z() {
  const auto dphi = MatrixPolynomial::matrix("ΔΦ", "n", "m");
  const auto moved = MatrixPolynomial::matrix("Φ'", "n", "m");
  const auto w = MatrixPolynomial::matrix("W", "m", "m");
  const auto dw = MatrixPolynomial::matrix("ΔW", "m", "m");
  return norm_bound(dphi * w.transposed() + moved * dw.transposed(),
                    {{"ΔΦ", symbol("‖X‖") * symbol("p₁")},
                     {"W", symbol("‖W‖")},
                     {"Φ'", symbol("‖Φ'‖")},
                     {"ΔW", symbol("p₂")}});
}

/// Why the claimed lines don't bound the changes of J_v and J_W; empty if they do. An entry v s φ
/// of J_W, s = tanh'(z), becomes v s φ + Δv s'φ' + v Δs φ' + v s Δφ. With |s'| ≤ 1 and |Δs| ≤
/// c|Δz|, by Schur's bound of rows a_i ⊗ q_i and neuron by neuron as with one hidden layer, the
/// three are at most ‖Φ'‖p₃, c max|v| max|φ'| ζ and max|b| ‖X‖p₁ in norm; J_v changes by ζ.
std::string fault_of_lines(const Factors& factors) {
  const Polynomial v = symbol("v"), dv = symbol("Δv"), s = symbol("s"), ds = symbol("Δs");
  const Polynomial phi = symbol("φ"), dphi = symbol("Δφ");
  const Polynomial split = dv * (s + ds) * (phi + dphi) + v * ds * (phi + dphi) + v * s * dphi;
  if (!((v + dv) * (s + ds) * (phi + dphi) - v * s * phi - split).is_zero() ||
      !change_of_z_splits())
    return "the changes don't split";
  const Polynomial zeta = change_of_z();
  const Polynomial hidden = symbol("‖Φ'‖") * symbol("p₃") +
                            symbol("c") * symbol("max|v|") * symbol("max|φ'|") * zeta +
                            symbol("max|b|") * symbol("‖X‖") * symbol("p₁");
  const Lines claimed = claimed_lines(factors);
  for (const Polynomial& room : {claimed.output - zeta, claimed.hidden - hidden}) {
    if (!room.has_nonnegative_coefficients()) return "a line of κ leaves a room of " + room.str();
  }
  return "";
}

ProofCheck jacobian_change(const Altered& alter, const Factors& factors) {
  return [=](Stream& random) {
    const std::string fault = fault_of_lines(factors);
    if (!fault.empty()) return failed(fault);
    int count = 0;
    for (const Pair& pair : pairs(random)) {
      DeepScales at = bound_at(pair.from).scales;
      alter(at);
      const double distance = distance_upper_bound(pair.from, pair.to);
      const Interval most = jacobian_lipschitz(at, within(at, pair.from.width(), distance),
                                               pair.from.width(), rigor::Layers::last_two) *
                            Interval(distance);
      const double found = rigor::largest_singular_value_upper_bound(
          last_jacobian(linearise(pair.to)) - last_jacobian(linearise(pair.from)));
      if (!(found <= most.lower())) {
        return failed(
            fmt::format("pair {}: ‖J(w)−J(w₀)‖ ≤ {}, claimed {}", count, found, most.lower()));
      }
      ++count;
    }
    return proved(fmt::format(
        "from |tanh'| ≤ 1, |tanh''| ≤ c, norms of products and Schur's bound: the split of "
        "the changes and both lines of κ in indeterminates; besides enclosed on {} pairs of "
        "networks, four of them each hold one term of κ",
        count));
  };
}

// --- the ball -----------------------------------------------------------------------------------

constexpr DeepSizes small{.samples = 4, .dimension = 8, .width = 256};
constexpr DeepSizes flagship{.samples = 4, .dimension = 16, .width = 4096};

/// Labels ± the largest scale, times `factor`, for which a ball with margin 1 goes through.
struct ScaledProblem {
  DeepProblem problem;
  DeepBounds bounds;
  double label_scale = 0;
};

ScaledProblem with_largest_labels(const DeepSizes& sizes, double factor, Stream& random) {
  ScaledProblem scaled{.problem = random_deep(sizes, random)};
  scaled.bounds = bound_at(scaled.problem);
  // 2^-18 for f(w₀), which is not quite 0, and what the bound of the residual is relaxed by.
  scaled.label_scale = factor * (1 - 0x1p-18) * largest_residual(scaled.bounds, 1) /
                       std::sqrt(static_cast<double>(sizes.samples));
  scaled.problem.labels *= scaled.label_scale;
  scaled.bounds.residual = residual_upper_bound(scaled.problem);
  return scaled;
}

using ClaimedMu = std::function<double(const DeepBall&)>;
double mu_of(const DeepBall& ball) { return ball.mu; }
double mu_without_change(const DeepBall& ball) {
  return ball.bounds.smallest_singular * ball.bounds.smallest_singular;
}

DeepProblem output_shrunk(DeepProblem problem, double distance) {
  problem.output *= 1 - distance / problem.output.norm();
  return problem;
}

/// λ_min(K(w)) ≥ μ at points of the ball's boundary, the share of U left out.
ProofCheck kernel_in_ball(const ClaimedMu& claimed, int share) {
  return [=](Stream& random) {
    const std::string fault = fault_of_shrunk_singular_value(share);
    if (!fault.empty()) return failed(fault);
    const ScaledProblem scaled = with_largest_labels(small, 1, random);
    const DeepBall ball = prove_ball(scaled.bounds, 1);
    const double inside = 0.999 * ball.radius;
    for (const DeepProblem& point :
         {moved(scaled.problem, 0.9 * inside, random), output_shrunk(scaled.problem, inside)}) {
      const double distance = distance_upper_bound(scaled.problem, point);
      if (!(distance <= ball.radius)) return failed(fmt::format("{} is outside", distance));
      const double found = rigor::smallest_eigenvalue_lower_bound(linearise(point).last_kernel);
      if (!(found >= claimed(ball))) {
        return failed(fmt::format("λ_min ≥ {}, claimed {}", found, claimed(ball)));
      }
    }
    return proved(fmt::format(
        "from the change of J by κR, with further blocks of K as squares, in "
        "indeterminates; besides μ = {:.4g} at points of a ball of radius {:.4g} around a "
        "network of width {}",
        ball.mu, ball.radius, small.width));
  };
}

Rational exactly(double x) { return Rational(x); }

/// (σ_min − κR)² ≥ μ and R²μ ≥ 2L₀, in fractions. Empty if so.
std::string fault_of(const DeepBall& ball) {
  const Rational left = exactly(ball.bounds.smallest_singular) -
                        exactly(ball.jacobian_lipschitz) * exactly(ball.radius);
  const Rational mu = exactly(ball.mu);
  const Rational radius = exactly(ball.radius);
  const Rational residual = exactly(ball.bounds.residual);
  if (left <= 0 || left * left < mu) return fmt::format("μ = {} is too large", ball.mu);
  if (radius * radius * mu < residual * residual) {
    return fmt::format("R = {} is too small", ball.radius);
  }
  return "";
}

std::string summary_of(const ScaledProblem& scaled, const DeepBall& ball) {
  const double largest = ball.bounds.largest_singular;
  const DeepProblem end =
      descended(scaled.problem, {.step_size = 1 / (largest * largest), .goal = 1e-3});
  const double residual = ball.bounds.residual;
  return fmt::format(
      "n = {}, m = {}, labels ±{:.4g}: μ = {:.4g}, R = {:.4g} (√(2L₀/μ) = {:.4g}, 2√(2βL₀)/μ = "
      "{:.4g}, descent travels {:.4g})",
      scaled.problem.samples(), scaled.problem.width(), scaled.label_scale, ball.mu, ball.radius,
      residual / std::sqrt(ball.mu), 2 * std::sqrt(ball.smoothness) * residual / ball.mu,
      distance_upper_bound(scaled.problem, end));
}

using BallAlteration = std::function<void(DeepBall&)>;

ProofCheck ball(const DeepSizes& sizes, double label_factor, const BallAlteration& alter) {
  return [=](Stream& random) {
    const ScaledProblem scaled = with_largest_labels(sizes, label_factor, random);
    try {
      DeepBall found = prove_ball(scaled.bounds, 1);
      alter(found);
      const std::string fault = fault_of(found);
      return fault.empty() ? verified(summary_of(scaled, found)) : failed(fault);
    } catch (const std::domain_error& none) {
      return failed(none.what());
    }
  };
}

ProofCheck altered_ball(const BallAlteration& alter) { return ball(small, 1, alter); }

const RegisteredProof two_hidden_layers{{
    .id = "proof/two-hidden-layers",
    .title = "With two hidden layers the inequality holds on a ball with a solution, too",
    .statement = R"(f = m^{-1/2} v\cdot\tanh(m^{-1/2} W\tanh(Ux)):\quad
        \lambda_{\min}(K(w)) \ge (\sigma_{\min}(J_{W,v}) - \kappa R)^2 \ge \mu \text{ on } B(w_0,R),
        \ R\sqrt\mu \ge \sqrt{2L_0} \Rightarrow L \text{ has a zero in it})",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "Theorems 4 and 6, two hidden layers"},
    .uses = {"proof/hessian-control", "proof/polyak-lojasiewicz"},
    .supports = {"polyak-lojasiewicz/pl-inequality"},
    .steps = {{.name = "hidden-norm",
               .statement = R"(\|W\| \le \omega)",
               .check = hidden_norm(1),
               .planted = {{"one-per-cent", "0.99 ω", hidden_norm(0.99)}}},
              {.name = "jacobian-change",
               .statement = R"(\|J_{W,v}(w)-J_{W,v}(w_0)\| \le \kappa(R)\,|w-w_0|
              \text{ for } |w-w_0| \le R)",
               .uses = {"hidden-norm"},
               .check = jacobian_change(unaltered, {}),
               .planted = {{"one-per-cent", "0.99 ‖W‖",
                            jacobian_change([](DeepScales& at) { at.hidden_norm *= 0.99; },
                                            {.hidden_norm = Rational(99, 100)})},
                           {"hidden-dropped", "without ‖W‖",
                            jacobian_change([](DeepScales& at) { at.hidden_norm = 0; },
                                            {.hidden_norm = 0})},
                           {"slopes-dropped", "without max|b_i|",
                            jacobian_change([](DeepScales& at) { at.slope_size = 0; },
                                            {.slope_size = 0})},
                           {"curvature-dropped", "without the term of tanh''",
                            jacobian_change([](DeepScales& at) { at.output_weight = 0; },
                                            {.output_weight = 0})},
                           {"features-dropped", "without ‖Φ‖",
                            jacobian_change([](DeepScales& at) { at.feature_norm = 0; },
                                            {.feature_norm = 0})}}},
              {.name = "kernel-in-ball",
               .statement = R"(\lambda_{\min}(K(w)) \ge \lambda_{\min}(K_{W,v}(w)) \ge
              (\sigma_{\min}(J_{W,v}(w_0))-\kappa R)^2)",
               .uses = {"jacobian-change"},
               .check = kernel_in_ball(mu_of, 1),
               .planted = {{"term-dropped", "μ without the change of the Jacobian",
                            kernel_in_ball(mu_without_change, 0)}}},
              {.name = "ball",
               .statement = R"(\mu > 0,\ R\sqrt\mu \ge \sqrt{2L_0})",
               .uses = {"kernel-in-ball"},
               .check = ball(flagship, 1, [](DeepBall&) {}),
               .planted = {{"labels", "labels larger by 1 %", ball(small, 1.01, [](DeepBall&) {})},
                           {"mu", "1.01 μ", altered_ball([](DeepBall& b) { b.mu *= 1.01; })},
                           {"radius", "R/1.01",
                            altered_ball([](DeepBall& b) { b.radius /= 1.01; })},
                           {"term-dropped", "μ = σ_min²",
                            altered_ball([](DeepBall& b) { b.mu = mu_without_change(b); })}}}},
    .remark = "All weights are trained; the bound of K leaves out the share of the first layer, "
              "whose Jacobian changes three times as fast as the others. The labels are the "
              "largest for which a ball goes through at this width.",
}};

}  // namespace
}  // namespace asymptest::two_hidden_layers_proof
