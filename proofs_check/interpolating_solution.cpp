#include "rigor/networks/interpolating_solution.hpp"

#include <fmt/format.h>

#include <functional>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "proofs_check/scratch_folder.hpp"
#include "proofs_check/shallow_instances.hpp"
#include "proofs_check/tangent_kernel_bounds.hpp"
#include "rigor/algebra/matrix_polynomial.hpp"
#include "rigor/arithmetic/elementary.hpp"
#include "rigor/certificates/certificate.hpp"
#include "rigor/certificates/certificate_checker.hpp"
#include "rigor/matrices/symmetric_eigen.hpp"
#include "rigor/networks/descent.hpp"

namespace asymptest::interpolating_solution_proof {
namespace {

using Eigen::Index;
using rigor::BallBounds;
using rigor::certainly_at_most;
using rigor::InterpolatingSolution;
using rigor::Interval;
using rigor::inverse;
using rigor::Letter;
using rigor::MatrixPolynomial;
using rigor::Polynomial;
using rigor::Rational;
using rigor::reduced;
using rigor::Relation;
using rigor::relation;
using rigor::ShallowProblem;

// --- h = −Jᵀ(JJᵀ)⁻¹r solves J h = −r, and is the shortest, of length √(rᵀK⁻¹r) ------------------

/// J is n × w, K = JJᵀ, r the residual.
const MatrixPolynomial jacobian_letter = MatrixPolynomial::matrix("J", "n", "w");
const MatrixPolynomial residual_letter = MatrixPolynomial::matrix("r", "n", "1");
const Letter kernel_inverse{.name = "K⁻¹", .rows = "n", .columns = "n", .symmetric = true};

MatrixPolynomial minus(const MatrixPolynomial& a) { return Polynomial(-1) * a; }
std::vector<Relation> kernel_relations() {
  return inverse(jacobian_letter * jacobian_letter.transposed(), kernel_inverse);
}
/// J⁺.
MatrixPolynomial right_inverse_of_jacobian() {
  return jacobian_letter.transposed() * kernel_inverse;
}

MatrixPolynomial newton_step() { return minus(right_inverse_of_jacobian() * residual_letter); }
MatrixPolynomial backward() { return right_inverse_of_jacobian() * residual_letter; }
MatrixPolynomial without_inverse() { return minus(jacobian_letter.transposed() * residual_letter); }

ProofCheck right_inverse(const MatrixPolynomial& h, const Rational& scale) {
  return [=](Stream&) {
    const MatrixPolynomial z = MatrixPolynomial::matrix("z", "w", "1");
    std::vector<Relation> relations = kernel_relations();
    const MatrixPolynomial missed = reduced(jacobian_letter * h + residual_letter, relations);
    if (!missed.is_zero()) return failed("J h + r is " + missed.str());
    const MatrixPolynomial length = reduced(
        h.transposed() * h -
            Polynomial(scale) * (residual_letter.transposed() * kernel_inverse * residual_letter),
        relations);
    if (!length.is_zero()) return failed("|h|² is off by " + length.str());
    // Another solution is h + z with J z = 0: |h + z|² = |h|² + |z|².
    relations.push_back(relation(jacobian_letter * z, MatrixPolynomial("n", "1")));
    const MatrixPolynomial other = reduced(h.transposed() * z, relations);
    if (!other.is_zero()) return failed("hᵀz is " + other.str());
    return proved("in matrices as indeterminates: every J of full row rank, every r");
  };
}

// --- |f(w + h) − f(w) − J h| ≤ κ|h|²/2 ----------------------------------------------------------

/// f_i(w + h) − f_i(w) − (J h)_i, enclosed, with w + h the second problem's weights.
Interval remainder(const ShallowProblem& from, const ShallowProblem& to, Index i) {
  Interval sum = 0;
  for (Index r = 0; r < from.width(); ++r) {
    Interval before = 0;
    Interval after = 0;
    for (Index k = 0; k < from.dimension(); ++k) {
      before += Interval(from.hidden(r, k)) * Interval(from.inputs(i, k));
      after += Interval(to.hidden(r, k)) * Interval(from.inputs(i, k));
    }
    const Interval value = tanh(before);
    const Interval weight = from.output(r);
    const Interval linear = weight * (Interval(1) - square(value)) * (after - before);
    sum += Interval(to.output(r)) * (tanh(after) - value) - linear;
  }
  return sum / sqrt(Interval(static_cast<double>(from.width())));
}

struct Pair {
  ShallowProblem from, to;
};

/// One input and one neuron, from (u, v) to (u + step, v + other).
Pair plane_pair(double u, double v, double step, double other) {
  ShallowProblem from;
  from.inputs = Eigen::MatrixXd::Ones(1, 1);
  from.labels = Eigen::VectorXd::Zero(1);
  from.hidden = Eigen::MatrixXd::Constant(1, 1, u);
  from.output = Eigen::VectorXd::Constant(1, v);
  Pair pair{from, from};
  pair.to.hidden(0, 0) += step;
  pair.to.output(0) += other;
  return pair;
}

/// Usual networks, near and far; f = v tanh u at the origin, where v and u change alike and κ is
/// attained; and a large v where |tanh''| is largest.
std::vector<Pair> pairs(Stream& random) {
  const ShallowProblem usual = random_shallow({.samples = 5, .dimension = 6, .width = 64}, random);
  std::vector<Pair> all{plane_pair(0, 0x1p-20, 0x1p-6, 0x1p-6), plane_pair(0.66, 20, 0x1p-8, 0)};
  for (const double far : {0.01, 1.0, 10.0}) {
    all.push_back({usual, moved_at_random(usual, far, random)});
  }
  return all;
}

using Kappa = std::function<Interval(const BallBounds&, Index width)>;

Kappa kappa_times(double factor) {
  return [=](const BallBounds& at, Index width) {
    return Interval(factor) * jacobian_lipschitz(at, at.output_weight, width);
  };
}
Interval kappa_without_curvature(const BallBounds& at, Index width) {
  return jacobian_lipschitz(at, 0, width);
}

/// The remainder is ∫₀¹ (J(w + th) − J)h dt, of size at most ∫₀¹ κ t |h|² dt, whose integrand is
/// the derivative of half of κ t²|h|², by `hessian-control`. Besides on pairs of networks.
struct SymbolicRemainder {
  Rational scale = 1;
  bool with_curvature = true;  ///< κ has its term of tanh''
};
std::string fault_of_remainder(const SymbolicRemainder& claimed) {
  const std::string fault = fault_of_kappa(1, claimed.with_curvature);
  if (!fault.empty()) return fault;
  const Polynomial t = Polynomial::variable("t");
  const Polynomial step = Polynomial::variable("κ") * square(Polynomial::variable("|h|"));
  const Polynomial most = Rational(1, 2) * claimed.scale * step * t * t;
  const Polynomial room = most.derivative("t") - step * t;
  return room.has_nonnegative_coefficients() ? "" : "the integrand leaves a room of " + room.str();
}

ProofCheck second_order_remainder(const Kappa& kappa, const SymbolicRemainder& claimed) {
  return [=](Stream& random) {
    const std::string fault = fault_of_remainder(claimed);
    if (!fault.empty()) return failed(fault);
    int count = 0;
    for (const Pair& pair : pairs(random)) {
      Interval squared = 0;
      for (Index i = 0; i < pair.from.samples(); ++i) {
        squared += square(remainder(pair.from, pair.to, i));
      }
      const Interval moved = distance(weights_of(pair.from), weights_of(pair.to));
      const Interval most =
          kappa(bound_at(pair.from), pair.from.width()) * square(moved) * Interval(0.5);
      if (!certainly_at_most(sqrt(squared), most)) {
        return failed(fmt::format("pair {}: the remainder is {}, claimed {}", count,
                                  to_string(sqrt(squared)), to_string(most)));
      }
      ++count;
    }
    return proved(
        fmt::format("an integral of `hessian-control`, in κ, |h| and t as indeterminates; besides "
                    "enclosed on {} pairs of networks, one of them where κ is attained",
                    count));
  };
}

// --- the end of gradient descent -----------------------------------------------------------------

/// Too narrow for a ball around the start, by more than an order of magnitude.
constexpr rigor::ShallowSizes narrow{.samples = 20, .dimension = 64, .width = 64};

/// Where descent with step 1/σ_max(J₀)² comes down to the residual.
ShallowProblem end_of_descent(const ShallowProblem& start, double goal) {
  const double largest = bound_at(start).largest_singular;
  return descended(start, {.step_size = 1 / (largest * largest), .goal = goal});
}

/// Jᵀz at the problem's weights: the gradient of a loss whose residual there is z.
rigor::ShallowWeights pulled_back(ShallowProblem problem, const rigor::IntervalMatrix& residual,
                                  const Eigen::VectorXd& z) {
  problem.labels += residual.midpoint.col(0) - z;
  return gradient(problem, weights_of(problem));
}

/// A point next to a zero, by the very iteration of the theorem, h ← h − J⁺F(w + h), in doubles.
ShallowProblem refined(const ShallowProblem& start) {
  const rigor::ShallowLinearisation at = linearise(start, weights_of(start));
  const rigor::SymmetricEigen kernel = rigor::symmetric_eigen(at.kernel.midpoint);
  ShallowProblem now = start;
  constexpr int iterations = 8;
  for (int k = 0; k < iterations; ++k) {
    const Eigen::VectorXd z =
        rigor::solved(kernel, residuals(now, weights_of(now)).midpoint.col(0));
    const rigor::ShallowWeights step = pulled_back(start, at.residuals, z);
    now.hidden -= step.hidden.midpoint;
    now.output -= step.output.midpoint.col(0);
  }
  return now;
}

using ClaimedRadius = std::function<double(const InterpolatingSolution&)>;

double radius_of(const InterpolatingSolution& solution) { return solution.radius; }
double without_second_order(const InterpolatingSolution& solution) {
  return solution.newton_step / (1 + 0x1p-19);  // less what both bounds were relaxed by
}
/// The smaller root of η − κρ²/(2σ) = ρ.
double with_sign_flipped(const InterpolatingSolution& solution) {
  const double second = solution.jacobian_lipschitz / (2 * solution.bounds.smallest_singular);
  return 2 * solution.newton_step / (1 + std::sqrt(1 + 4 * second * solution.newton_step));
}

/// One neuron whose output must fall where it is convex: the zero is farther than a linear step.
ShallowProblem convex_problem() {
  ShallowProblem problem = plane_pair(0.66, 1, 0, 0).from;
  problem.labels(0) = residuals(problem, weights_of(problem)).midpoint(0, 0) - 0x1p-6;
  return problem;
}

/// Why the claimed radius around the weights holds no zero or is not known to: one zero is proved
/// to be in a tiny ball of its own, and none at all is nearer than the lower bound. Empty if it
/// does.
std::string fault_of(const ShallowProblem& at, const InterpolatingSolution& solution,
                     double radius) {
  const double least = distance_to_any_solution(at, solution);
  if (!(least <= radius))
    return fmt::format("no zero is nearer than {}, claimed {}", least, radius);
  const ShallowProblem zero = refined(at);
  const double away = rigor::add_up(distance(weights_of(at), weights_of(zero)).upper(),
                                    prove_solution(zero).radius);
  return away <= radius ? "" : fmt::format("the zero is up to {} away, claimed {}", away, radius);
}

/// What is claimed of the radius: `scale` times a ρ ≥ η + `second` · κρ²/(2σ).
struct SymbolicRadius {
  Rational scale = 1;
  int second = 1;
};

/// T(h) = h − J⁺(r + Jh + N) on the rows' span, h = Jᵀz, is −J⁺r − J⁺N, with J⁺ᵀJ⁺ = K⁻¹ ≤ 1/σ² and
/// |N| ≤ κ|h|²/2: it maps the ball into itself if η + κ(radius)²/(2σ) ≤ radius. By Brouwer's
/// theorem it has a fixed point, where J⁺F = 0 and so F = JJ⁺F = 0. Empty if all of this is so.
std::string fault_of_newton_kantorovich(const SymbolicRadius& radius) {
  const MatrixPolynomial plus = right_inverse_of_jacobian();
  const MatrixPolynomial h = jacobian_letter.transposed() * MatrixPolynomial::matrix("z", "n", "1");
  const MatrixPolynomial n = MatrixPolynomial::matrix("N", "n", "1");
  const MatrixPolynomial map = h - plus * (residual_letter + jacobian_letter * h + n);
  const MatrixPolynomial one = MatrixPolynomial::identity("n");
  const MatrixPolynomial rest =
      reduced(map + plus * residual_letter + plus * n, kernel_relations());
  if (!rest.is_zero()) return "T is off by " + rest.str();
  if (!reduced(jacobian_letter * plus - one, kernel_relations()).is_zero()) return "JJ⁺ is not 1";
  if (!reduced(plus.transposed() * plus - kernel_inverse, kernel_relations()).is_zero()) {
    return "J⁺ᵀJ⁺ is not K⁻¹";
  }
  // s = κρ²/(2σ), and t ≥ 0 is what the condition leaves.
  const Polynomial eta = Polynomial::variable("η"), s = Polynomial::variable("s");
  const Polynomial rho = eta + radius.second * s + Polynomial::variable("t");
  const Polynomial room = radius.scale * rho - eta - radius.scale * radius.scale * s;
  return room.has_nonnegative_coefficients() ? "" : "the ball has a room of " + room.str();
}

ProofCheck newton_kantorovich(const ClaimedRadius& claimed, const SymbolicRadius& symbolic) {
  return [=](Stream& random) {
    const std::string unproved = fault_of_newton_kantorovich(symbolic);
    if (!unproved.empty()) return failed(unproved);
    const ShallowProblem end = end_of_descent(random_shallow(narrow, random), 1e-3);
    for (const ShallowProblem& at : {end, convex_problem()}) {
      const InterpolatingSolution solution = prove_solution(at);
      const std::string fault = fault_of(at, solution, claimed(solution));
      if (!fault.empty()) return failed(fault);
    }
    const InterpolatingSolution solution = prove_solution(end);
    return proved(fmt::format(
        "in matrices and norms as indeterminates, and by Brouwer's theorem; besides m = {}, n = "
        "{}: "
        "the zero nearest to an early end of descent is between {:.8g} and {:.8g} "
        "away; and an adverse network",
        narrow.width, narrow.samples, distance_to_any_solution(end, solution), solution.radius));
  };
}

using Alteration = std::function<void(InterpolatingSolution&)>;

/// 4κ√(2L₀)/σ_min², which a ball around the start needs to be below 1.
double ball_criterion(const BallBounds& at, Index width) {
  return 4 * jacobian_lipschitz(at, at.output_weight, width).upper() * at.residual /
         (at.smallest_singular * at.smallest_singular);
}

ProofCheck certificate(double goal, const Alteration& alter) {
  return [=](Stream& random) {
    const ShallowProblem start = random_shallow(narrow, random);
    const ShallowProblem end = end_of_descent(start, goal);
    InterpolatingSolution solution = prove_solution(end);
    const std::string summary = fmt::format(
        "n = {}, m = {}: a zero within {:.3g} of the end of descent, which went {:.4g}; a ball "
        "around the start would need 4κ√(2L₀)/σ_min² < 1, it is {:.3g}",
        narrow.samples, narrow.width, solution.radius,
        distance(weights_of(start), weights_of(end)).upper(),
        ball_criterion(bound_at(start), narrow.width));
    alter(solution);
    const ScratchFolder folder(random);
    write_certificate(folder.path() / "solution.json", end, solution);
    const auto check = rigor::check_certificate(folder.path() / "solution.json");
    for (const auto& step : check.steps) {
      if (!step.established) return failed("not established: " + step.condition);
    }
    return verified(summary);
  };
}

ProofCheck altered(const Alteration& alter) { return certificate(1e-3, alter); }

const RegisteredProof interpolating_solution{{
    .id = "proof/interpolating-solution",
    .title = "Next to where gradient descent ends lies a zero of the loss",
    .statement = R"(\eta + \tfrac{\kappa\rho^2}{2\sigma_{\min}(J)} \le \rho,\ \eta \ge
        \sqrt{r^\top K^{-1} r} \Rightarrow \exists w \in B(w_T,\rho):\ L(w)=0)",
    .source = {"Kantorovich 1948; Rump 2010, Verification methods, Acta Numerica 19", "section 13"},
    .uses = {"proof/hessian-control"},
    .supports = {"polyak-lojasiewicz/pl-gives-convergence-solution"},
    .steps =
        {{.name = "right-inverse",
          .statement = R"(h = -J^\top K^{-1} r:\ J h = -r,\ |h|^2 = r^\top K^{-1} r
              \text{, and no solution is shorter})",
          .check = right_inverse(newton_step(), 1),
          .planted = {{"one-per-cent", "1.01 rᵀK⁻¹r",
                       right_inverse(newton_step(), Rational(101, 100))},
                      {"sign-flipped", "h = +JᵀK⁻¹r", right_inverse(backward(), 1)},
                      {"term-dropped", "without K⁻¹", right_inverse(without_inverse(), 1)}}},
         {.name = "remainder",
          .statement = R"(|f(w+h)-f(w)-Jh| \le \tfrac12 \kappa |h|^2)",
          .check = second_order_remainder(kappa_times(1), {}),
          .planted = {{"one-per-cent", "0.99 κ", second_order_remainder(kappa_times(0.99), {.scale = Rational(99, 100)})},
                      {"term-dropped", "κ without the term of tanh''",
                       second_order_remainder(kappa_without_curvature, {.with_curvature = false})}}},
         {.name = "newton-kantorovich",
          .statement = R"(\eta + \tfrac{\kappa\rho^2}{2\sigma_{\min}} \le \rho \Rightarrow
              h \mapsto h - J^+F(w+h) \text{ maps } B(0,\rho) \text{ into itself, and has a fixed
              point: } F(w+h) = 0)",
          .uses = {"right-inverse", "remainder"},
          .check = newton_kantorovich(radius_of, {}),
          .planted = {{"one-per-cent", "0.99 ρ",
                       newton_kantorovich([](const auto& s) { return 0.99 * s.radius; },
                                          {.scale = Rational(99, 100)})},
                      {"term-dropped", "ρ = η, without the second order",
                       newton_kantorovich(without_second_order, {.second = 0})},
                      {"sign-flipped", "η − κρ²/(2σ) ≤ ρ", newton_kantorovich(with_sign_flipped, {.second = -1})}}},
         {.name = "certificate",
          .statement = R"(\text{the end point's certificate, re-established by scalar interval
              arithmetic})",
          .uses = {"newton-kantorovich"},
          .check = certificate(1e-11, [](auto&) {}),
          .planted = {{"newton-step", "η/1.01", altered([](auto& s) { s.newton_step /= 1.01; })},
                      {"radius", "ρ/1.01", altered([](auto& s) { s.radius /= 1.01; })},
                      {"lipschitz", "0.99 κ",
                       altered([](auto& s) { s.jacobian_lipschitz *= 0.99; })},
                      {"singular-value", "1.01 σ_min",
                       altered([](auto& s) { s.bounds.smallest_singular *= 1.01; })}}}},
    .remark = "The test knows nothing of how the weights were found. It holds for networks of one "
              "neuron for every two or three labels, where no ball around the start goes through.",
}};

}  // namespace
}  // namespace asymptest::interpolating_solution_proof
