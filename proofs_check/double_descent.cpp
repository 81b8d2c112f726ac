#include <fmt/format.h>

#include <functional>

#include "asymptest/claim/proof.hpp"
#include "rigor/algebra/matrix_trace.hpp"
#include "rigor/algebra/quotient.hpp"

// X is n × p with independent standard normal entries, W = XᵀX or, for p > n, XXᵀ. Sizes and
// matrices are indeterminates: what is shown holds for all of them.
namespace asymptest::double_descent_proof {
namespace {

using rigor::contracted;
using rigor::factorial;
using rigor::inverse;
using rigor::Letter;
using rigor::MatrixPolynomial;
using rigor::Polynomial;
using rigor::Quotient;
using rigor::Rational;
using rigor::Relation;
using rigor::trace;

const Polynomial n = Polynomial::variable("n");
const Polynomial p = Polynomial::variable("p");

// --- E g φ(g) = E φ'(g) for a standard normal g
// ---------------------------------------------------

/// With e for e^(−g²/2), e' = −g e: (φ e)' = (φ' − gφ) e, which integrates to 0 where φ e vanishes
/// at infinity.
ProofCheck integration_by_parts(const Rational& factor) {
  return [=](Stream&) {
    const Polynomial g = Polynomial::variable("g"), e = Polynomial::variable("e");
    const Polynomial phi = Polynomial::variable("φ"), slope = Polynomial::variable("φ'");
    const Polynomial total = (phi * e).derivation({{"φ", slope}, {"e", -(g * e)}});
    const Polynomial rest = (Polynomial(factor) * slope - g * phi) * e - total;
    if (!rest.is_zero()) {
      return failed("φ e has another derivative, by " + rest.str());
    }
    return proved("(φ e^(−g²/2))' expanded: every φ for which φ e^(−g²/2) vanishes at infinity");
  };
}

// --- the divergence of X W⁻¹, W = XᵀX
// -------------------------------------------------------------

const MatrixPolynomial x = MatrixPolynomial::matrix("X", "n", "p");
const Letter gram_inverse{.name = "W⁻¹", .rows = "p", .columns = "p", .symmetric = true};
const Letter direction{.name = "E", .rows = "n", .columns = "p"};

std::vector<Relation> gram_relations() { return inverse(x.transposed() * x, gram_inverse); }

/// Σ ∂(XW⁻¹)_ij/∂X_ij, with dW⁻¹ = −W⁻¹ dW W⁻¹.
Polynomial divergence() {
  const MatrixPolynomial w = gram_inverse, e = direction;
  const MatrixPolynomial slope =
      Polynomial(-1) * (w * (e.transposed() * x + x.transposed() * e) * w);
  return contracted(derivative(x * w, {{"X", e}, {"W⁻¹", slope}}), direction, gram_relations());
}

Polynomial trace_of_inverse() { return trace(gram_inverse, gram_relations()); }

/// Σ ∂(XW⁻¹)_ij/∂X_ij = (n − p − missing) tr W⁻¹.
ProofCheck haff(const Rational& missing) {
  return [=](Stream&) {
    const Polynomial rest = divergence() - (n - p - Polynomial(missing)) * trace_of_inverse();
    if (!rest.is_zero()) return failed("the sides differ by " + rest.str());
    return proved("differentiated and contracted with X and W⁻¹ as indeterminates: all n and p");
  };
}

// --- E tr W⁻¹ = p/(n − p − 1)
// -----------------------------------------------------------------------

/// E 1/χ²_k = Γ(k/2 − 1)/(2Γ(k/2)) for even k ≥ 4.
Rational mean_inverse_chi_square(int k) {
  return factorial(k / 2 - 2) / (2 * factorial(k / 2 - 1));
}

using Formula = std::function<Quotient(const Polynomial& n, const Polynomial& p)>;
Quotient wishart(const Polynomial& rows, const Polynomial& columns) {
  return {columns, rows - columns - 1};
}

/// Another way to the same, on instances: (W⁻¹)_pp is one over a χ² of n − p + 1 degrees.
bool agrees_with_chi_square(const Quotient& mean) {
  for (int rows = 4; rows <= 40; ++rows) {
    for (int columns = 1; columns <= rows - 3; ++columns) {
      const int degrees = rows - columns + 1;
      if (degrees % 2 != 0) continue;
      const std::map<std::string, Rational> at{{"n", rows}, {"p", columns}};
      const Rational value = mean.numerator().at(at) / mean.denominator().at(at);
      if (value != columns * mean_inverse_chi_square(degrees)) return false;
    }
  }
  return true;
}

/// Expectations of p = tr(W W⁻¹) = Σ X_ij (XW⁻¹)_ij: by parts in each entry they are those of the
/// divergence, so that p = (n − p − 1) E tr W⁻¹. For n ≥ p + 2 that may be done: a line of matrices
/// almost never meets one of lower rank.
ProofCheck inverse_wishart(const Formula& formula) {
  return [=](Stream&) {
    const MatrixPolynomial product = x * MatrixPolynomial(gram_inverse);
    const Polynomial sum = trace(x.transposed() * product, gram_relations());
    const Quotient factor = Quotient(divergence(), trace_of_inverse());
    const Quotient mean = formula(n, p);
    if (!(factor * mean == Quotient(sum))) {
      return failed("E Σ X_ij (XW⁻¹)_ij is " + sum.str() + ", not " + (factor * mean).str());
    }
    if (!agrees_with_chi_square(mean)) return failed("not the mean of 1/χ²");
    return proved(
        "for n ≥ p + 2, Σ X_ij (XW⁻¹)_ij and its divergence with X, n and p as indeterminates; "
        "besides the "
        "mean of 1/χ² for all n to 40 where that has an even degree");
  };
}

// --- the two parts of the risk
// ----------------------------------------------------------------------

/// Σ_i ‖X⁺e_i‖² = tr X⁺ᵀX⁺ = scale · tr W⁻¹, X⁺ = (XᵀX)⁻¹Xᵀ or Xᵀ(XXᵀ)⁻¹.
ProofCheck noise(const Rational& scale) {
  return [=](Stream&) {
    for (const bool wide : {false, true}) {
      const MatrixPolynomial tall = wide ? x.transposed() : x;
      const Letter w{
          .name = "W⁻¹", .rows = tall.columns(), .columns = tall.columns(), .symmetric = true};
      const std::vector<Relation> relations = inverse(tall.transposed() * tall, w);
      const MatrixPolynomial pseudo = wide ? tall * w : w * tall.transposed();
      const Polynomial rest =
          trace(pseudo.transposed() * pseudo, relations) - Polynomial(scale) * trace(w, relations);
      if (!rest.is_zero()) {
        return failed(
            fmt::format("{}: the sides differ by {}", wide ? "wide" : "tall", rest.str()));
      }
    }
    return proved("both forms of X⁺ with X as an indeterminate, by tr AB = tr BA: all n and p");
  };
}

using Share = std::function<Quotient(const Polynomial& n, const Polynomial& p)>;

/// Σ_j ‖(I − X⁺X)e_j‖² = tr (I − X⁺X)ᵀ(I − X⁺X) = p · share(n, p): the mean over directions of β of
/// what interpolation from n < p samples does not see.
ProofCheck null_space(const Share& share) {
  return [=](Stream&) {
    const Letter w{.name = "W⁻¹", .rows = "n", .columns = "n", .symmetric = true};
    const MatrixPolynomial unseen = MatrixPolynomial::identity("p") - x.transposed() * w * x;
    const Polynomial sum = trace(unseen.transposed() * unseen, inverse(x * x.transposed(), w));
    if (!(Quotient(sum) == Quotient(p) * share(n, p))) return failed("the sum is " + sum.str());
    return proved("it is " + sum.str() + ", with X as an indeterminate: all n ≤ p");
  };
}

// --- the risk
// ---------------------------------------------------------------------------------------

/// The excess risk of least squares with noise σ² and |β| = r, for p < n or for p > n.
using Risk = std::function<Quotient(bool wide, const Polynomial& noise, const Polynomial& signal)>;

Quotient excess_risk(bool wide, const Polynomial& noise, const Polynomial& signal) {
  if (!wide) return Quotient(noise) * wishart(n, p);
  return Quotient(signal) * (1 - Quotient(n, p)) + Quotient(noise) * wishart(p, n);
}

/// The risk assembled from the steps before, and its shape: with noise it rises to p = n − 2 and,
/// without signal, falls from p = n + 2 on. p = 1 + t and n = p + 2 + u, or n and p the other way,
/// and t, u ≥ 0 in the differences' coefficients.
ProofCheck double_descent_of(const Risk& risk) {
  return [=](Stream&) {
    const Polynomial s2 = Polynomial::variable("σ²"), r2 = Polynomial::variable("r²");
    const Polynomial t = Polynomial::variable("t"), u = Polynomial::variable("u");
    const Quotient tall = risk(false, s2, r2), wide = risk(true, s2, r2);
    if (!(tall * Quotient(n - p - 1) == Quotient(p * s2))) return failed("p < n: the noise part");
    if (!((wide - risk(true, 0, r2)) * Quotient(p - n - 1) == Quotient(n * s2))) {
      return failed("p > n: the noise part");
    }
    if (!(risk(true, 0, r2) * Quotient(p) == Quotient(r2 * (p - n)))) {
      return failed("p > n: the null space");
    }
    const Quotient pure = risk(true, s2, 0);
    const Quotient rise = (tall.with("p", p + 1) - tall).with("n", p + 3 + u).with("p", 1 + t);
    const Quotient fall = (pure - pure.with("p", p + 1)).with("p", n + 2 + u).with("n", 1 + t);
    if (rise.is_zero() || !rise.has_nonnegative_coefficients())
      return failed("no rise: " + rise.str());
    if (fall.is_zero() || !fall.has_nonnegative_coefficients())
      return failed("no second descent: " + fall.str());
    return proved("assembled, and rising and falling, with n, p, σ² and r² as indeterminates");
  };
}

const RegisteredProof double_descent{{
    .id = "proof/double-descent",
    .title = "Least squares: the exact mean risk on both sides of the interpolation threshold",
    .statement = R"(E\,\mathrm{tr}(X^\top X)^{-1} = \frac{p}{n-p-1},\qquad
        R = \frac{\sigma^2 p}{n-p-1}\ (p<n-1),\quad
        R = r^2\Bigl(1-\frac np\Bigr) + \frac{\sigma^2 n}{p-n-1}\ (p>n+1))",
    .source = {"Belkin, Hsu, Xu 2019, arXiv:1903.07571", "Theorem 1"},
    .steps =
        {{.name = "by-parts",
          .statement = R"(E\,g\varphi(g) = E\,\varphi'(g),\ g \sim N(0,1))",
          .check = integration_by_parts(1),
          .planted = {{"sign-flipped", "−φ' in place of φ'", integration_by_parts(-1)},
                      {"one-per-cent", "1.01 φ' in place of φ'",
                       integration_by_parts(Rational(101, 100))}}},
         {.name = "divergence",
          .statement = R"(\sum_{ij}\partial_{X_{ij}}(XW^{-1})_{ij} = (n-p-1)\,\mathrm{tr}W^{-1})",
          .check = haff(1),
          .planted = {{"term-dropped", "n − p in place of n − p − 1", haff(0)},
                      {"sign-flipped", "n − p + 1", haff(-1)}}},
         {.name = "inverse-wishart",
          .statement = R"(E\,\mathrm{tr}W^{-1} = \frac{p}{n-p-1})",
          .uses = {"by-parts", "divergence"},
          .check = inverse_wishart(wishart),
          .planted = {{"term-dropped", "p/(n − p)",
                       inverse_wishart([](const Polynomial& rows, const Polynomial& columns) {
                         return Quotient(columns, rows - columns);
                       })},
                      {"one-per-cent", "1.01 p/(n − p − 1)", inverse_wishart([](const Polynomial& rows, const Polynomial& columns) {
                         return Quotient(Rational(101, 100)) * wishart(rows, columns);
                       })}}},
         {.name = "noise",
          .statement = R"(\sum_i \|X^+e_i\|^2 = \mathrm{tr}W^{-1})",
          .check = noise(1),
          .planted = {{"one-per-cent", "1.01 tr W⁻¹", noise(Rational(101, 100))}}},
         {.name = "null-space",
          .statement = R"(\tfrac1p\sum_j\|(I-X^+X)e_j\|^2 = 1-\tfrac np)",
          .check = null_space([](const Polynomial& rows, const Polynomial& columns) {
            return 1 - Quotient(rows, columns);
          }),
          .planted = {{"complement", "n/p in place of 1 − n/p",
                       null_space([](const Polynomial& rows, const Polynomial& columns) {
                         return Quotient(rows, columns);
                       })}}},
         {.name = "risk",
          .statement = R"(R = \tfrac{\sigma^2p}{n-p-1};\quad
              R = r^2(1-\tfrac np)+\tfrac{\sigma^2n}{p-n-1})",
          .uses = {"inverse-wishart", "noise", "null-space"},
          .check = double_descent_of(excess_risk),
          .planted =
              {{"term-dropped", "|1 − γ| in place of |n − p| − 1",
                double_descent_of([](bool wide, const Polynomial& s, const Polynomial& r) {
                  if (!wide) return Quotient(s * p, n - p);
                  return Quotient(r) * (1 - Quotient(n, p)) + Quotient(s * n, p - n);
                })},
               {"sign-flipped", "r²(1 + n/p)",
                double_descent_of([](bool wide, const Polynomial& s, const Polynomial& r) {
                  const Quotient twice = wide ? Quotient(2 * r * n, p) : Quotient(0);
                  return excess_risk(wide, s, r) + twice;
                })}}}},
}};

}  // namespace
}  // namespace asymptest::double_descent_proof
