#include <fmt/format.h>

#include "asymptest/claim/proof.hpp"
#include "rigor/algebra/quotient.hpp"
#include "rigor/algebra/rooted_trees.hpp"

namespace asymptest::implicit_regularisation_proof {
namespace {

using rigor::Polynomial;
using rigor::Quotient;
using rigor::Rational;
using rigor::TreeSum;

// --- ∇¼‖∇L‖² = ½H∇L
// -------------------------------------------------------------------------------

/// ∂_i (¼ Σ_j g_j²) = factor · Σ_j H_ij g_j for the gradient g and its derivatives H_ij = ∂_i g_j,
/// term by term.
ProofCheck gradient_of_penalty(const Rational& factor) {
  return [=](Stream&) {
    const Polynomial g = Polynomial::variable("g_j"), h = Polynomial::variable("H_ij");
    const Polynomial slope = (Rational(1, 4) * g * g).derivation({{"g_j", h}});
    const Polynomial rest = slope - Polynomial(factor) * h * g;
    if (!rest.is_zero()) return failed("each term of the sum over j is off by " + rest.str());
    return proved(
        "term by term in the derivatives as indeterminates: every smooth loss of any number of "
        "weights");
  };
}

// --- the flow, in elementary differentials
// ----------------------------------------------------------

/// The flow ẇ = f + h f₁ for the time h is w + h f + h² (f₁ + ½f'f) + …; a step of descent has no
/// h² term. Here f = −∇L and f₁ = −c ∇‖∇L‖² = −2c H∇L (by `penalty`) = −2c f'f, since f'f =
/// (−H)(−∇L).
TreeSum first_correction(const Rational& c) {
  const TreeSum f = TreeSum::field();
  return -2 * c * along(f, f);
}

ProofResult cancels(const TreeSum& sum, const char* order) {
  if (!sum.is_zero()) {
    std::string left;
    for (const auto& [tree, coefficient] : sum.terms()) {
      left += fmt::format(" {} F({})", coefficient.str(), tree);
    }
    return failed(fmt::format("the term in {} is{}", order, left));
  }
  return proved("in rooted trees: every smooth loss of any number of weights");
}

ProofCheck second_order(const Rational& c) {
  return [=](Stream&) {
    const TreeSum f = TreeSum::field();
    return cancels(first_correction(c) + Rational(1, 2) * along(f, f), "h²");
  };
}

/// The h³ term of the flow ẇ = f + h f₁ + h² f₂, f₁ = −½f'f:
/// f₂ + ½(f₁'f + f'f₁) + (f''(f,f) + f'f'f)/6, which f₂ = a f'f'f + b f''(f,f) must cancel.
ProofCheck third_order(const Rational& a, const Rational& b) {
  return [=](Stream&) {
    const TreeSum f = TreeSum::field();
    const TreeSum f1 = Rational(-1, 2) * along(f, f);
    const TreeSum chain = along(f, along(f, f));
    const TreeSum bend = along(along(f, f), f) + Rational(-1) * chain;
    const TreeSum f2 = a * chain + b * bend;
    return cancels(f2 + Rational(1, 2) * (along(f1, f) + along(f, f1)) +
                       Rational(1, 6) * along(along(f, f), f),
                   "h³");
  };
}

// --- the global error on a quadratic
// ----------------------------------------------------------------

/// Whether p(x) has nonnegative coefficients in Bernstein's form, with y for 1 − x: c x^k is c x^k
/// (x + y)^(n − k). Then p ≥ 0 on [0, 1].
bool certainly_nonnegative(const Polynomial& p, int degree) {
  const Polynomial x = Polynomial::variable("x"), y = Polynomial::variable("y");
  Polynomial homogeneous;
  for (const auto& [powers, coefficient] : p.terms()) {
    const int k = powers.contains("x") ? powers.at("x") : 0;
    homogeneous = homogeneous + coefficient * power(x, k) * power(x + y, degree - k);
  }
  return homogeneous.has_nonnegative_coefficients();
}

/// On L = ½λw², after N = T/h steps: with x = hλ in (0, 1) and D = −log(1 − x) − x(1 + 2c x),
///   e^{−λT(1 + 2c x)} − (1 − x)^N = e^{−λT(1 + 2c x)} (1 − e^{−ND}),   0 ≤ 1 − e^{−ND} ≤ ND,
/// for D ≥ 0, so that the gap is O(h²) where 0 ≤ D ≤ x³/(3(1 − x)). All of it is 0 at x = 0, and
/// the derivatives are in order: their differences are polynomials over powers of 1 − x.
ProofCheck global_error(const Rational& c) {
  return [=](Stream&) {
    const Polynomial x = Polynomial::variable("x"), y = Polynomial::variable("y");
    const std::map<std::string, Polynomial> along_x{{"x", 1}};
    // D' = 1/(1 − x) − (x(1 + 2c x))', the logarithm by its derivative.
    const Quotient slope =
        Quotient(1, 1 - x) - Quotient((x * (1 + Polynomial(2 * c) * x)).derivation(along_x));
    const Quotient most = Quotient(x * x * x, 3 * (1 - x)).derivation(along_x);
    const Quotient room = most - slope;
    constexpr int degree = 4;
    const bool positive = slope.denominator().with("x", 1 - y).has_nonnegative_coefficients() &&
                          room.denominator().with("x", 1 - y).has_nonnegative_coefficients();
    if (!positive || !certainly_nonnegative(slope.numerator(), degree) ||
        !certainly_nonnegative(room.numerator(), degree)) {
      return failed(fmt::format("the slope of D is {}, what it falls short of the bound's {}",
                                slope.str(), room.str()));
    }
    return proved("for every λ, T and h with 0 < hλ < 1, by the derivatives in x = hλ");
  };
}

const RegisteredProof implicit_regularisation{{
    .id = "proof/implicit-regularisation",
    .title = "Gradient descent follows the flow of the loss with a penalty on its gradient",
    .statement = R"(w - h\nabla L(w) = \phi_h(w) + O(h^3),\quad
        \dot w = -\nabla\bigl(L + \tfrac h4\|\nabla L\|^2\bigr))",
    .source = {"Barrett, Dherin 2020, arXiv:2009.11162", "Theorem 3.1"},
    .supports = {"descent/implicit-gradient-regularisation"},
    .steps =
        {{.name = "penalty",
          .statement = R"(\nabla\tfrac14\|\nabla L\|^2 = \tfrac12 H\nabla L)",
          .check = gradient_of_penalty(Rational(1, 2)),
          .planted = {{"factor-dropped", "H∇L in place of ½H∇L", gradient_of_penalty(1)},
                      {"sign-flipped", "−½H∇L", gradient_of_penalty(Rational(-1, 2))}}},
         {.name = "second-order",
          .statement =
              R"(f_1 + \tfrac12 f'f = 0,\ f = -\nabla L,\ f_1 = -\tfrac14\nabla\|\nabla L\|^2)",
          .uses = {"penalty"},
          .check = second_order(Rational(1, 4)),
          .planted = {{"sign-flipped", "−h/4", second_order(Rational(-1, 4))},
                      {"eighth", "h/8", second_order(Rational(1, 8))},
                      {"half", "h/2", second_order(Rational(1, 2))},
                      {"one-per-cent", "1.01 h/4", second_order(Rational(101, 400))},
                      {"term-dropped", "the plain flow", second_order(0)}}},
         {.name = "third-order",
          .statement =
              R"(f_2 = \tfrac13 f'f'f + \tfrac1{12} f''(f,f) \text{ cancels the term in } h^3)",
          .uses = {"second-order"},
          .check = third_order(Rational(1, 3), Rational(1, 12)),
          .planted =
              {{"term-dropped", "without f''(f, f)", third_order(Rational(1, 3), 0)},
               {"sign-flipped", "−f''(f, f)/12", third_order(Rational(1, 3), Rational(-1, 12))},
               {"penalty-alone", "f₂ = 0: the penalty is exact to all orders", third_order(0, 0)}}},
         {.name = "global-error",
          .statement =
              R"(0 \le e^{-\lambda T(1+h\lambda/2)} - (1-h\lambda)^{T/h} = O(h^2),\ h\lambda < 1)",
          .uses = {"second-order"},
          .check = global_error(Rational(1, 4)),
          .planted = {{"sign-flipped", "−h/4", global_error(Rational(-1, 4))},
                      {"half", "h/2", global_error(Rational(1, 2))},
                      {"term-dropped", "the plain flow", global_error(0)}}}},
    .remark = "The first two orders are the theorem; the third shows what it leaves out.",
}};

}  // namespace
}  // namespace asymptest::implicit_regularisation_proof
