#include <fmt/format.h>

#include <functional>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "proofs_check/descent_bounds.hpp"
#include "proofs_check/scratch_folder.hpp"
#include "proofs_check/shallow_instances.hpp"
#include "proofs_check/tangent_kernel_bounds.hpp"
#include "rigor/algebra/matrix_polynomial.hpp"
#include "rigor/certificates/certificate.hpp"
#include "rigor/certificates/certificate_checker.hpp"
#include "rigor/matrices/eigenvalue_bound.hpp"
#include "rigor/matrices/symmetric_eigen.hpp"
#include "rigor/networks/convergence_ball.hpp"
#include "rigor/networks/descent.hpp"

namespace asymptest::polyak_lojasiewicz_proof {
namespace {

using rigor::certainly_at_most;
using rigor::ConvergenceBall;
using rigor::Interval;
using rigor::MatrixPolynomial;
using rigor::Polynomial;
using rigor::Rational;
using rigor::ShallowLinearisation;
using rigor::ShallowProblem;
using rigor::ShallowWeights;

// --- ‖∇L‖² = rᵀKr -----------------------------------------------------------------------------

Polynomial symbol(const std::string& name) { return Polynomial::variable(name); }

/// A neuron's share of K_ij, for any activation φ, beside the factor 1/m: the products of the
/// derivatives of v φ(u·x_i) and v φ(u·x_j) along v and along each u_k, by the chain rule, are
/// φ_iφ_j + v² φ'_iφ'_j Σ_k x_ik x_jk, with the output layer's weighted by `of_output`.
std::string fault_of_kernel_formula(const Rational& of_output) {
  const auto value = [](const char* i) { return symbol("v") * symbol(std::string("φ_") + i); };
  const auto along_v = [&](const char* i) { return value(i).derivation({{"v", 1}}); };
  const auto along_u = [&](const std::string& i) {
    return value(i.c_str()).derivation({{"φ_" + i, symbol("φ'_" + i) * symbol("x_" + i)}});
  };
  const Polynomial output = along_v("i") * along_v("j") - of_output * symbol("φ_i") * symbol("φ_j");
  const Polynomial hidden = along_u("i") * along_u("j") - square(symbol("v")) * symbol("φ'_i") *
                                                              symbol("φ'_j") * symbol("x_i") *
                                                              symbol("x_j");
  return output.is_zero() && hidden.is_zero() ? "" : "K_ij lacks " + (output + hidden).str();
}

/// ∇L = Jᵀr, so that ‖∇L‖² = scale · rᵀKr with K = JJᵀ; and K by its formula.
ProofCheck gradient_identity(const Rational& scale, const Rational& of_output) {
  return [=](Stream&) {
    const std::string fault = fault_of_kernel_formula(of_output);
    if (!fault.empty()) return failed(fault);
    const auto j = MatrixPolynomial::matrix("J", "n", "w");
    const auto r = MatrixPolynomial::matrix("r", "n", "1");
    const MatrixPolynomial gradient = j.transposed() * r;
    const MatrixPolynomial rest = gradient.transposed() * gradient -
                                  Polynomial(scale) * (r.transposed() * j * j.transposed() * r);
    if (!rest.is_zero()) return failed("the sides differ by " + rest.str());
    return proved(
        "with J and r as indeterminates, and a neuron's share of K by the chain rule: every "
        "activation, width, number and dimension of inputs");
  };
}

/// A check that holds in general unless there is a fault, and that is besides checked on networks.
ProofCheck in_general(const std::function<std::string()>& fault, const std::string& how,
                      const ProofCheck& on_networks) {
  return [=](Stream& random) {
    const std::string found = fault();
    if (!found.empty()) return failed(found);
    const ProofResult besides = on_networks(random);
    return besides.holds ? proved(how + "; besides " + besides.message) : besides;
  };
}

// --- real tanh networks ----------------------------------------------------------------------

constexpr rigor::ShallowSizes small{.samples = 8, .dimension = 48, .width = 1 << 12};
constexpr rigor::ShallowSizes balanced{.samples = 4, .dimension = 4, .width = 1 << 11};
constexpr rigor::ShallowSizes flagship{.samples = 20, .dimension = 64, .width = 1 << 16};

/// A lower bound of λ_min(K), times `factor`, proved again: a bound above the truth can't be.
ProofCheck kernel_bound(double factor) {
  return [=](Stream& random) {
    const ShallowProblem problem = random_shallow(small, random);
    const rigor::IntervalMatrix kernel = linearise(problem, weights_of(problem)).kernel;
    const double bound = factor * rigor::smallest_eigenvalue_lower_bound(kernel);
    if (!(bound > 0)) return failed(fmt::format("the bound is {}", bound));
    const double radius = rigor::operator_norm_upper_bound(
        {Eigen::MatrixXd::Zero(kernel.rows(), kernel.cols()), kernel.radius});
    // Half of a millionth below what was claimed: the second proof has roundings of its own.
    const double again = factor == 1 ? bound * (1 - 0x1p-21) : bound;
    if (!rigor::is_at_least(kernel.midpoint, rigor::add_up(again, radius))) {
      return failed(fmt::format("no Cholesky factor of K - {} I", again));
    }
    return verified(
        fmt::format("λ_min(K) ≥ {:.4g} at m = {}, n = {}", bound, small.width, small.samples));
  };
}

Interval squared_norm(const ShallowWeights& gradient) {
  const rigor::IntervalMatrix none(gradient.hidden.rows(), gradient.hidden.cols());
  const rigor::IntervalMatrix nothing(gradient.output.rows(), 1);
  return square(distance(gradient, {none, nothing}));
}

/// Labels that make the residual the eigenvector of λ_min: there the inequality is an equality.
void turn_residual_to_the_bottom(ShallowProblem& problem) {
  const ShallowLinearisation at = linearise(problem, weights_of(problem));
  const Eigen::VectorXd outputs = at.residuals.midpoint + problem.labels;
  problem.labels = outputs - rigor::symmetric_eigen(at.kernel.midpoint).vectors.col(0);
}

/// ½‖∇L‖² ≥ factor · μ L with μ ≤ λ_min(K): on random labels and on the worst ones.
ProofCheck inequality_on_networks(double factor) {
  return [=](Stream& random) {
    for (const bool worst : {false, true}) {
      ShallowProblem problem = random_shallow(small, random);
      if (worst) turn_residual_to_the_bottom(problem);
      const ShallowLinearisation at = linearise(problem, weights_of(problem));
      // A billionth below the bound: at equality the enclosures of both sides overlap.
      const double mu = rigor::smallest_eigenvalue_lower_bound(at.kernel) * (1 - 1e-9);
      const Interval left = Interval(0.5) * squared_norm(gradient(problem, weights_of(problem)));
      const Interval right = Interval(factor) * Interval(mu) * half_squared_norm(at.residuals);
      if (!certainly_at_most(right, left)) {
        return failed(fmt::format("{} labels: ½|∇L|² in {}, μ L in {}", worst ? "worst" : "random",
                                  to_string(left), to_string(right)));
      }
    }
    return verified("random labels, and labels that leave the bottom eigenvector as residual");
  };
}

ProofCheck inequality(const Rational& factor) {
  return in_general([=] { return fault_of_inequality(factor); },
                    "for K = μ + BᵀB the difference is a square, in matrices as indeterminates",
                    inequality_on_networks(static_cast<double>(factor)));
}

using ClaimedMu = std::function<double(const ConvergenceBall&)>;

/// λ_min(K(w)) ≥ μ at points of the ball's boundary, one of them adverse.
ProofCheck kernel_at_points(const ClaimedMu& claimed) {
  return [=](Stream& random) {
    const ShallowProblem problem = balanced_shallow(balanced, random);
    const ConvergenceBall ball = prove_ball(problem, 1);
    const double inside = 0.999 * ball.radius;
    for (const ShallowProblem& point :
         {moved_at_random(problem, 0.9 * inside, random), shrunk(problem, inside)}) {
      const double moved = distance(weights_of(problem), weights_of(point)).upper();
      if (!(moved <= ball.radius)) return failed(fmt::format("{} is no point of it", moved));
      const auto kernel = linearise(point, weights_of(point)).kernel;
      const double bound = rigor::smallest_eigenvalue_lower_bound(kernel);
      if (!(bound >= claimed(ball))) {
        return failed(fmt::format("λ_min ≥ {} is not ≥ {}", bound, claimed(ball)));
      }
    }
    return verified(
        fmt::format("μ = {:.4g} on a ball of radius {:.4g} around a network of width {}", ball.mu,
                    ball.radius, balanced.width));
  };
}

double mu_of(const ConvergenceBall& ball) { return ball.mu; }
double mu_without_change(const ConvergenceBall& ball) {
  return ball.bounds.smallest_singular * ball.bounds.smallest_singular;
}

ProofCheck kernel_in_ball(const ClaimedMu& claimed, int share) {
  return in_general([=] { return fault_of_shrunk_singular_value(share); },
                    "from the change of J by κR (`hessian-control`), in lengths as indeterminates",
                    kernel_at_points(claimed));
}

/// A point of a trajectory of gradient descent, an exact step from it, and their losses.
struct Step {
  ShallowProblem from;
  Interval loss, next_loss, squared_gradient;
  double moved;  ///< ≥ the distance of `from` from the start
};

/// Gradient descent with step η, each exact step begun from the last one's end, rounded to doubles.
std::vector<Step> trajectory(const ShallowProblem& start, double eta, int steps) {
  std::vector<Step> path;
  ShallowProblem at = start;
  for (int t = 0; t < steps; ++t) {
    const ShallowWeights weights = weights_of(at);
    const ShallowWeights slope = gradient(at, weights);
    const ShallowWeights end = stepped(weights, slope, eta);
    path.push_back({at, half_squared_norm(residuals(at, weights)),
                    half_squared_norm(residuals(at, end)), squared_norm(slope),
                    distance(weights_of(start), weights).upper()});
    at.hidden = end.hidden.midpoint;
    at.output = end.output.midpoint.col(0);
  }
  return path;
}

using StepFault = std::function<std::string(const Step&, const ConvergenceBall&, double eta)>;

/// Checks every step of a trajectory with η just below 1/β in a ball with margin 2.
ProofCheck every_step(StepFault fault) {
  return [fault = std::move(fault)](Stream& random) {
    constexpr int steps = 12;
    const ShallowProblem problem = balanced_shallow(balanced, random);
    const ConvergenceBall ball = prove_ball(problem, 2);
    const double eta = 0.999 / ball.smoothness;
    const std::vector<Step> path = trajectory(problem, eta, steps);
    for (const Step& step : path) {
      const std::string found = fault(step, ball, eta);
      if (!found.empty()) return failed(found);
    }
    return verified(fmt::format(
        "{} steps with η = {:.4g}, from L = {:.4g} to {:.2g}, distance {:.4g} of {:.4g}", steps,
        eta, path.front().loss.midpoint(), path.back().loss.midpoint(), path.back().moved,
        ball.radius));
  };
}

/// L(w − η∇L) ≤ L − η (1 − curvature·ηβ/2)‖∇L‖².
StepFault descent(double curvature) {
  return [=](const Step& step, const ConvergenceBall& ball, double eta) -> std::string {
    const Interval half = Interval(curvature) * Interval(eta) * Interval(ball.smoothness) / 2.0;
    const Interval most = step.loss - Interval(eta) * (Interval(1) - half) * step.squared_gradient;
    if (certainly_at_most(step.next_loss, most)) return "";
    return fmt::format("L falls to {}, claimed {}", to_string(step.next_loss), to_string(most));
  };
}

using Rate = std::function<Interval(const ConvergenceBall&)>;
StepFault contraction(const Rate& rate) {
  return [=](const Step& step, const ConvergenceBall& ball, double eta) -> std::string {
    const Interval most = (Interval(1) - Interval(eta) * rate(ball)) * step.loss;
    if (certainly_at_most(step.next_loss, most)) return "";
    return fmt::format("L falls to {}, claimed {}", to_string(step.next_loss), to_string(most));
  };
}

/// ‖w_t − w₀‖ ≤ share · R.
StepFault stays(double share) {
  return [=](const Step& step, const ConvergenceBall& ball, double) -> std::string {
    if (step.moved <= share * ball.radius) return "";
    return fmt::format("the distance is up to {}, claimed {}", step.moved, share * ball.radius);
  };
}

ProofCheck descends(int curvature) {
  return in_general([=] { return fault_of_descent(curvature); },
                    "the change of Jᵀr and an integral, in matrices and norms as indeterminates",
                    every_step(descent(curvature)));
}

ProofCheck contracts(bool smallest) {
  const Rate rate = [=](const ConvergenceBall& ball) {
    return smallest ? Interval(ball.mu) : 2 * square(Interval(ball.bounds.largest_singular));
  };
  return in_general([=] { return fault_of_contraction(smallest); },
                    "for every η ≤ 1/β, expanded in L, μ, η and what the inequalities leave",
                    every_step(contraction(rate)));
}

ProofCheck stays_in(const Rational& share) {
  return in_general(
      [=] { return fault_of_path(share); },
      "for every η ≤ 1/β the steps add up to 2√(2L₀/μ), expanded in √L, √L' and √(2μ)",
      every_step(stays(static_cast<double>(share))));
}

/// A zero of L in the ball, and a second proof from where descent ends: a smaller ball around the
/// end point that holds a zero and lies within the first.
ProofCheck solution_of_networks(double label_scale_after) {
  return [=](Stream& random) {
    ShallowProblem problem = balanced_shallow(balanced, random);
    const ConvergenceBall ball = prove_ball(problem, 2);
    problem.labels *= label_scale_after;
    const Step last = trajectory(problem, 0.999 / ball.smoothness, 25).back();
    const ConvergenceBall around = prove_ball(last.from, 1);
    const double reach = rigor::add_up(last.moved, around.radius);
    if (!(reach <= ball.radius)) {
      return failed(fmt::format("the zero is up to {} away, the ball is {}", reach, ball.radius));
    }
    return verified(
        fmt::format("a zero within {:.3g} of the end of descent, {:.4g} of the ball's {:.4g}",
                    around.radius, reach, ball.radius));
  };
}

ProofCheck solution(int label_scale_after) {
  return in_general([=] { return fault_of_flow(label_scale_after); },
                    "the length of the gradient flow, expanded in √L, √(2μ) and |∇L|",
                    solution_of_networks(label_scale_after));
}

// --- the theorem: a certificate, checked apart ------------------------------------------------

using Alteration = std::function<void(ConvergenceBall&)>;

using Instance = std::function<ShallowProblem(Stream& random)>;

std::string summary_of(const ShallowProblem& problem, const ConvergenceBall& ball) {
  const double largest = ball.bounds.largest_singular;
  const ShallowProblem end =
      descended(problem, {.step_size = 1 / (largest * largest), .goal = 1e-3});
  const double residual = ball.bounds.residual;
  return fmt::format(
      "n = {}, m = {}: μ = {:.4g}, R = {:.5g} (√(2L₀/μ) = {:.5g}, 2√(2βL₀)/μ = {:.5g}, largest R "
      "{:.5g}, descent travels {:.4g})",
      problem.samples(), problem.width(), ball.mu, ball.radius, residual / std::sqrt(ball.mu),
      2 * std::sqrt(ball.smoothness) * residual / ball.mu, largest_radius(ball),
      distance(weights_of(problem), weights_of(end)).upper());
}

ProofCheck certificate(const Instance& instance, const Alteration& alter) {
  return [=](Stream& random) {
    const ShallowProblem problem = instance(random);
    const ConvergenceBall ball = prove_ball(problem, 1);
    ConvergenceBall stated = ball;
    alter(stated);
    const ScratchFolder folder(random);
    write_certificate(folder.path() / "ball.json", problem, stated);
    const auto check = rigor::check_certificate(folder.path() / "ball.json");
    for (const auto& step : check.steps) {
      if (!step.established) return failed("not established: " + step.condition);
    }
    return verified(summary_of(problem, ball));
  };
}

ShallowProblem flagship_problem(Stream& random) { return random_shallow(flagship, random); }
ShallowProblem balanced_problem(Stream& random) { return balanced_shallow(balanced, random); }

const RegisteredProof polyak_lojasiewicz{{
    .id = "proof/polyak-lojasiewicz",
    .title = "A wide network obeys the Polyak–Łojasiewicz inequality on a ball with a solution",
    .statement = R"(\lambda_{\min}(K(w)) \ge \mu \text{ on } B(w_0,R),\ R \ge \sqrt{2L_0/\mu}
        \Rightarrow \tfrac12\|\nabla L\|^2 \ge \mu L \text{ there, and } L \text{ has a zero in it})",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "Theorems 1, 4 and 6"},
    .uses = {"proof/hessian-control"},
    .supports = {"polyak-lojasiewicz/pl-inequality", "polyak-lojasiewicz/pl-gives-convergence",
                 "polyak-lojasiewicz/pl-gives-convergence-path",
                 "polyak-lojasiewicz/pl-gives-convergence-rate",
                 "polyak-lojasiewicz/pl-gives-convergence-solution"},
    .steps =
        {{.name = "gradient-identity",
          .statement = R"(\|\nabla L\|^2 = (F-y)^\top K (F-y))",
          .check = gradient_identity(1, 1),
          .planted = {{"one-per-cent", "1.01 K in place of K",
                       gradient_identity(Rational(101, 100), 1)},
                      {"sign-flipped", "−K in place of K", gradient_identity(-1, 1)},
                      {"term-dropped", "K without the output layer", gradient_identity(1, 0)}}},
         {.name = "kernel-bound",
          .statement = R"(K(w_0) \succeq \lambda I)",
          .check = kernel_bound(1),
          .planted = {{"one-per-cent", "1.01 λ in place of λ", kernel_bound(1.01)}}},
         {.name = "inequality",
          .statement = R"(K \succeq \mu I \Rightarrow \tfrac12\|\nabla L\|^2 \ge \mu L)",
          .uses = {"gradient-identity", "kernel-bound"},
          .check = inequality(1),
          .planted = {{"one-per-cent", "1.01 μ in place of μ", inequality(Rational(101, 100))},
                      {"factor-dropped", "|∇L|² without its half", inequality(2)}}},
         {.name = "ball",
          .statement = R"(\lambda_{\min}(K(w)) \ge (\sigma_{\min}(J_0)-\kappa R)^2 \ge \mu
              \text{ on } B(w_0,R))",
          .uses = {"kernel-bound"},
          .check = kernel_in_ball(mu_of, 1),
          .planted = {{"term-dropped", "μ without the change of the Jacobian",
                       kernel_in_ball(mu_without_change, 0)}}},
         {.name = "descent",
          .statement = R"(L(w-\eta\nabla L) \le L(w) - \eta(1-\tfrac{\eta\beta}{2})\|\nabla L\|^2)",
          .uses = {"ball"},
          .check = descends(1),
          .planted = {{"term-dropped", "η in place of η (1 − ηβ/2)", descends(0)},
                      {"sign-flipped", "η (1 + ηβ/2)", descends(-1)}}},
         {.name = "contraction",
          .statement = R"(L_{t+1} \le (1-\eta\mu) L_t)",
          .uses = {"inequality", "descent"},
          .check = contracts(true),
          .planted = {{"largest-eigenvalue", "2 σ_max² in place of μ", contracts(false)}}},
         {.name = "stays",
          .statement = R"(\|w_t - w_0\| \le R)",
          .uses = {"contraction"},
          .check = stays_in(1),
          .planted = {{"tenth", "R/10 in place of R", stays_in(Rational(1, 10))}}},
         {.name = "solution",
          .statement = R"(R\sqrt\mu \ge \sqrt{2L_0} \Rightarrow \exists w \in B(w_0,R):\ L(w)=0)",
          .uses = {"inequality", "ball", "stays"},
          .check = solution(1),
          .planted = {{"larger-labels", "the ball of labels that are four times smaller",
                       solution(4)}}},
         {.name = "certificate",
          .statement =
              R"(\text{the ball's certificate, re-established by scalar interval arithmetic})",
          .uses = {"solution"},
          .check = certificate(flagship_problem, [](ConvergenceBall&) {}),
          .planted = {{"mu", "1.01 μ",
                       certificate(balanced_problem, [](ConvergenceBall& b) { b.mu *= 1.01; })},
                      {"radius", "R/1.01",
                       certificate(balanced_problem, [](ConvergenceBall& b) { b.radius /= 1.01; })},
                      {"lipschitz", "0.99 κ",
                       certificate(balanced_problem,
                                   [](ConvergenceBall& b) { b.jacobian_lipschitz *= 0.99; })}}}},
    .remark = "The zero exists because the gradient flow from w₀ is no longer than √(2L₀/μ). The "
              "last step checks a certificate of 20 inputs with labels ±1 apart from its prover.",
}};

}  // namespace
}  // namespace asymptest::polyak_lojasiewicz_proof
