#include <fmt/format.h>

#include <functional>

#include "asymptest/claim/proof.hpp"
#include "proofs_check/shallow_instances.hpp"
#include "proofs_check/tangent_kernel_bounds.hpp"
#include "rigor/algebra/matrix_polynomial.hpp"
#include "rigor/arithmetic/elementary.hpp"
#include "rigor/matrices/eigenvalue_bound.hpp"
#include "rigor/networks/convergence_ball.hpp"

namespace asymptest::hessian_control_proof {
namespace {

using Eigen::Index;
using rigor::BallBounds;
using rigor::certainly_less;
using rigor::Interval;
using rigor::IntervalMatrix;
using rigor::MatrixPolynomial;
using rigor::Polynomial;
using rigor::Rational;
using rigor::ShallowProblem;

// --- |tanh''| ≤ 4/(3√3) -----------------------------------------------------------------------

/// With s = tanh² in [0, 1], (tanh'')² = 4 s (1 − s)², and
/// most/4 − s (1 − s)² = (4/3 − s)(s − 1/3)² ≥ 0 for most = 16/27, exactly.
ProofCheck curvature(const Rational& most) {
  return [=](Stream&) {
    const Polynomial s = Polynomial::variable("s");
    const Polynomial rest = Rational(1, 4) * most - s * square(1 - s) -
                            (Rational(4, 3) - s) * square(s - Rational(1, 3));
    if (!rest.is_zero()) return failed("the sides differ by " + rest.str());
    const Interval in_code = square(rigor::largest_tanh_curvature());
    if (certainly_less(in_code, rigor::ratio(16, 27)) ||
        certainly_less(rigor::ratio(16, 27), in_code)) {
      return failed("the constant of the code is another one");
    }
    return proved("expanded in s = tanh²");
  };
}

// --- ‖J(w) − J(w₀)‖ ≤ κ‖w − w₀‖ ---------------------------------------------------------------

/// The Jacobian, enclosed: n × m(d + 1).
IntervalMatrix jacobian(const ShallowProblem& p) {
  const Index d = p.dimension();
  const IntervalMatrix a = product(IntervalMatrix(p.inputs), IntervalMatrix(p.hidden.transpose()));
  const Interval scale = Interval(1) / sqrt(Interval(static_cast<double>(p.width())));
  IntervalMatrix j(p.samples(), p.width() * (d + 1));
  for (Index i = 0; i < p.samples(); ++i) {
    for (Index r = 0; r < p.width(); ++r) {
      const Interval value = tanh(a(i, r));
      const Interval slope = scale * Interval(p.output(r)) * (Interval(1) - square(value));
      j.set(i, r * (d + 1) + d, scale * value);
      for (Index k = 0; k < d; ++k) j.set(i, r * (d + 1) + k, slope * Interval(p.inputs(i, k)));
    }
  }
  return j;
}

/// One neuron at the origin with a tiny output weight: J is a plane vector that turns as fast as
/// tanh' allows, and κ is attained but for the size of that weight.
ShallowProblem tight_problem() {
  ShallowProblem tight;
  tight.inputs = Eigen::MatrixXd::Ones(1, 1);
  tight.labels = Eigen::VectorXd::Zero(1);
  tight.hidden = Eigen::MatrixXd::Zero(1, 1);
  tight.output = Eigen::VectorXd::Constant(1, 0x1p-10);
  return tight;
}

/// A network with large output weights, and a point where one neuron has moved along an input.
ShallowProblem with_large_outputs(Stream& random) {
  ShallowProblem problem = random_shallow({.samples = 4, .dimension = 6, .width = 48}, random);
  problem.output *= 20;
  // Where tanh'' is large for the first input.
  problem.hidden.row(0) = 0.66 * problem.inputs.row(0);
  return problem;
}

struct Pair {
  ShallowProblem from, to;
};

std::vector<Pair> pairs(Stream& random) {
  std::vector<Pair> all;
  const ShallowProblem usual = random_shallow({.samples = 5, .dimension = 6, .width = 64}, random);
  for (const double distance : {0.01, 1.0, 10.0}) {
    all.push_back({usual, moved_at_random(usual, distance, random)});
  }
  const ShallowProblem large = with_large_outputs(random);
  ShallowProblem turned = large;
  turned.hidden.row(0) += 0x1p-10 * large.inputs.row(0);
  all.push_back({large, turned});
  const ShallowProblem tight = tight_problem();
  ShallowProblem moved = tight;
  moved.output(0) += 0x1p-14;
  all.push_back({tight, moved});
  return all;
}

using Kappa = std::function<Interval(const BallBounds&, Index width)>;

Interval kappa_of(const BallBounds& at, Index width) {
  return jacobian_lipschitz(at, at.output_weight, width);
}

/// Without the term of tanh'': as if the slopes did not change.
Interval kappa_without_curvature(const BallBounds& at, Index width) {
  return jacobian_lipschitz(at, 0, width);
}

Kappa times(double factor) {
  return [=](const BallBounds& at, Index width) { return Interval(factor) * kappa_of(at, width); };
}

/// In general, by what docs/theory-rigor.md says of κ, of which the blocks' split, Minkowski's
/// inequality over the neurons and the eigenvalue are expanded here; besides on pairs of networks.
ProofCheck jacobian_change(const Kappa& kappa, const Rational& scale, bool with_curvature) {
  return [=](Stream& random) {
    const std::string fault = fault_of_kappa(scale, with_curvature);
    if (!fault.empty()) return failed(fault);
    int count = 0;
    for (const Pair& pair : pairs(random)) {
      const Interval most = kappa(bound_at(pair.from), pair.from.width()) *
                            distance(weights_of(pair.from), weights_of(pair.to));
      const IntervalMatrix change = jacobian(pair.to) - jacobian(pair.from);
      const double found = rigor::largest_singular_value_upper_bound(change);
      if (!(found <= most.lower())) {
        return failed(
            fmt::format("pair {}: ‖J(w)−J(w₀)‖ ≤ {}, claimed {}", count, found, to_string(most)));
      }
      ++count;
    }
    return proved(
        fmt::format("from |tanh'| ≤ 1, |tanh''| ≤ 4/(3√3) and norms of products: the split of the "
                    "change, the sum over the neurons and the quadratic form's largest eigenvalue, "
                    "expanded; besides enclosed on {} pairs of networks",
                    count));
  };
}

// --- ‖K(w) − K(w₀)‖ ≤ (2σ_max + κR) κR ----------------------------------------------------------

/// The claimed bound from σ_max(J₀) and κR.
using KernelChange = std::function<Interval(const Interval& largest, const Interval& change)>;

Interval kernel_change_bound(const Interval& largest, const Interval& change) {
  return (Interval(2) * largest + change) * change;
}

/// The claimed bound in indeterminates S and κR.
using SymbolicChange =
    std::function<Polynomial(const Polynomial& largest, const Polynomial& change)>;

SymbolicChange symbolic_change(int twice, const Rational& scale) {
  return [=](const Polynomial& largest, const Polynomial& change) {
    return scale * (twice * largest + change) * change;
  };
}

/// (J + Δ)(J + Δ)ᵀ − JJᵀ in letters, bounded with ‖J‖ ≤ S and ‖Δ‖ ≤ κR. Empty if that is at most
/// what is claimed.
std::string fault_of_kernel_change(const SymbolicChange& bound) {
  const auto j = MatrixPolynomial::matrix("J", "n", "w");
  const auto delta = MatrixPolynomial::matrix("Δ", "n", "w");
  const MatrixPolynomial moved = j + delta;
  const Polynomial largest = Polynomial::variable("S"), change = Polynomial::variable("κR");
  const Polynomial most =
      norm_bound(moved * moved.transposed() - j * j.transposed(), {{"J", largest}, {"Δ", change}});
  const Polynomial room = bound(largest, change) - most;
  return room.has_nonnegative_coefficients() ? "" : "the bound leaves a room of " + room.str();
}

ProofCheck kernel_change(const KernelChange& bound, const SymbolicChange& symbolic) {
  return [=](Stream& random) {
    const std::string fault = fault_of_kernel_change(symbolic);
    if (!fault.empty()) return failed(fault);
    int count = 0;
    for (const Pair& pair : pairs(random)) {
      const BallBounds at = bound_at(pair.from);
      const Interval change =
          kappa_of(at, pair.from.width()) * distance(weights_of(pair.from), weights_of(pair.to));
      const Interval most = bound(Interval(at.largest_singular), change);
      const IntervalMatrix difference = linearise(pair.to, weights_of(pair.to)).kernel -
                                        linearise(pair.from, weights_of(pair.from)).kernel;
      const double found = rigor::operator_norm_upper_bound(difference);
      const double sharp = rigor::largest_singular_value_upper_bound(difference);
      if (!(std::min(found, sharp) <= most.lower())) {
        return failed(
            fmt::format("pair {}: ‖K(w)−K(w₀)‖ ≤ {}, claimed {}", count, sharp, to_string(most)));
      }
      ++count;
    }
    return proved(
        fmt::format("JΔᵀ + ΔJᵀ + ΔΔᵀ in matrices as indeterminates, by norms of products; besides "
                    "enclosed on {} pairs of networks",
                    count));
  };
}

// --- λ_min on the ball ---------------------------------------------------------------------------

constexpr rigor::ShallowSizes wide{.samples = 6, .dimension = 48, .width = 1 << 14};

/// λ_min(A + E) ≥ λ_min(A) − sign·‖E‖ (Weyl): with A = λ + BᵀB and E = −e + CᵀC, for λ the smallest
/// eigenvalue and e the norm, zᵀ(A + E)z − (λ − e)zᵀz is |Bz|² + |Cz|². Empty if so.
std::string fault_of_weyl(int sign) {
  const auto one = MatrixPolynomial::identity("n");
  const auto b = MatrixPolynomial::matrix("B", "n", "n"),
             c = MatrixPolynomial::matrix("C", "n", "n");
  const auto z = MatrixPolynomial::matrix("z", "n", "1");
  const Polynomial least = Polynomial::variable("λ"), norm = Polynomial::variable("e");
  const MatrixPolynomial sum = least * one + b.transposed() * b - norm * one + c.transposed() * c;
  const MatrixPolynomial squares = (b * z).transposed() * (b * z) + (c * z).transposed() * (c * z);
  const MatrixPolynomial rest =
      z.transposed() * sum * z - (least - sign * norm) * (z.transposed() * z) - squares;
  return rest.is_zero() ? "" : "two squares and " + rest.str() + " are left";
}

/// λ_min(K(w)) ≥ λ_min(K₀) − sign·(2σ_max + κR) κR at points of B(w₀, R), R = 2.
ProofCheck smallest_eigenvalue(int sign) {
  return [=](Stream& random) {
    const std::string fault = fault_of_weyl(sign);
    if (!fault.empty()) return failed(fault);
    constexpr double radius = 2;
    const ShallowProblem problem = random_shallow(wide, random);
    const BallBounds at = bound_at(problem);
    const Interval change = kappa_of(at, problem.width()) * Interval(radius);
    const Interval least = square(Interval(at.smallest_singular)) -
                           Interval(static_cast<double>(sign)) *
                               kernel_change_bound(Interval(at.largest_singular), change);
    for (const ShallowProblem& point :
         {moved_at_random(problem, 0.9 * radius, random), shrunk(problem, 0.999 * radius)}) {
      if (distance(weights_of(problem), weights_of(point)).upper() > radius) {
        return failed("the point is not in the ball");
      }
      const auto kernel = linearise(point, weights_of(point)).kernel;
      const double found = rigor::smallest_eigenvalue_lower_bound(kernel);
      if (!(found >= least.upper())) {
        return failed(fmt::format("λ_min ≥ {}, claimed {}", found, to_string(least)));
      }
    }
    return proved(
        fmt::format("a sum of squares, in matrices as indeterminates; besides λ_min(K(w)) ≥ {:.4g} "
                    "at points within {} of a network of width {}",
                    least.lower(), radius, wide.width));
  };
}

/// λ_min(K) > 0 on the whole ball, through K and, sharper, through the singular values of J.
ProofCheck positive(double radius) {
  return [=](Stream& random) {
    const BallBounds at = bound_at(random_shallow(wide, random));
    const Interval change = kappa_of(at, wide.width) * Interval(radius);
    const Interval left = Interval(at.smallest_singular) - change;
    const Interval through_kernel = square(Interval(at.smallest_singular)) -
                                    kernel_change_bound(Interval(at.largest_singular), change);
    if (!(left.lower() > 0)) return failed(fmt::format("σ_min − κR is {}", to_string(left)));
    if (!(through_kernel.upper() < square(left).lower())) {
      return failed("the bound through the kernel is not the weaker one");
    }
    return verified(fmt::format("R = {}: λ_min ≥ {:.4g} through σ_min(J), {:.4g} through K", radius,
                                square(left).lower(), through_kernel.lower()));
  };
}

const RegisteredProof hessian_control{{
    .id = "proof/hessian-control",
    .title =
        "In a wide network the Jacobian, and so the tangent kernel, changes by O(R/√m) on a ball",
    .statement = R"(\|K(w)-K(w_0)\| \le (2\sigma_{\max}(J_0)+\kappa R)\,\kappa R,\qquad
        \kappa = \frac{\|X\|}{\sqrt m}\sqrt{1+\tfrac{a^2}{2}+a\sqrt{1+\tfrac{a^2}{4}}},\quad
        a = \tfrac{4}{3\sqrt3}\max_r|v_r|\max_i|x_i|)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092",
               "Theorem 3.2 and Proposition 2.3, with the constants"},
    .supports = {"hessian/hessian-norm-decay-ball", "tangent-kernel/kernel-change",
                 "polyak-lojasiewicz/pl-gives-convergence"},
    .steps = {{.name = "curvature",
               .statement = R"(\max_z |\tanh''(z)| = \tfrac{4}{3\sqrt3})",
               .check = curvature(Rational(16, 27)),
               .planted = {{"one-per-cent", "0.99 · 16/27 in place of 16/27",
                            curvature(Rational(16, 27) * Rational(99, 100))}}},
              {.name = "jacobian-change",
               .statement = R"(\|J(w)-J(w_0)\| \le \kappa \|w-w_0\|)",
               .uses = {"curvature"},
               .check = jacobian_change(kappa_of, 1, true),
               .planted = {{"one-per-cent", "0.99 κ in place of κ",
                            jacobian_change(times(0.99), Rational(99, 100), true)},
                           {"term-dropped", "κ without the term of tanh''",
                            jacobian_change(kappa_without_curvature, 1, false)}}},
              {.name = "kernel-change",
               .statement = R"(\|K(w)-K(w_0)\| \le (2\sigma_{\max}(J_0)+\kappa R)\,\kappa R)",
               .uses = {"jacobian-change"},
               .check = kernel_change(kernel_change_bound, symbolic_change(2, 1)),
               .planted = {{"constant-hidden", "1 in place of 2, as a hidden constant may be read",
                            kernel_change(
                                [](const Interval& largest, const Interval& change) {
                                  return (largest + change) * change;
                                },
                                symbolic_change(1, 1))},
                           {"one-per-cent", "0.99 of the bound",
                            kernel_change(
                                [](const Interval& largest, const Interval& change) {
                                  return Interval(0.99) * kernel_change_bound(largest, change);
                                },
                                symbolic_change(2, Rational(99, 100)))}}},
              {.name = "smallest-eigenvalue",
               .statement = R"(\lambda_{\min}(K(w)) \ge \lambda_{\min}(K(w_0)) - \|K(w)-K(w_0)\|)",
               .uses = {"kernel-change"},
               .check = smallest_eigenvalue(1),
               .planted = {{"sign-flipped", "+ in place of −", smallest_eigenvalue(-1)},
                           {"term-dropped", "λ_min(K(w₀)) alone", smallest_eigenvalue(0)}}},
              {.name = "positive",
               .statement = R"(\lambda_{\min}(K(w)) \ge (\sigma_{\min}(J_0)-\kappa R)^2 > 0
              \text{ on } B(w_0,R))",
               .uses = {"jacobian-change", "smallest-eigenvalue"},
               .check = positive(4),
               .planted = {{"radius", "a hundred times the radius", positive(400)}}}},
    .remark =
        "The change is bounded block by block instead of through the supremum of the Hessian, "
        "which would pay for output weights that grow by R in a single neuron.",
}};

}  // namespace
}  // namespace asymptest::hessian_control_proof
