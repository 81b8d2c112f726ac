#include "proofs_check/tangent_kernel_bounds.hpp"

#include "rigor/algebra/matrix_polynomial.hpp"

namespace asymptest {
namespace {

using rigor::MatrixPolynomial;
using rigor::Polynomial;
using rigor::Rational;

Polynomial letter(const std::string& name) { return Polynomial::variable(name); }

/// With 1 + a²/4 for s².
Polynomial without_squared_root(const Polynomial& p) {
  Polynomial sum;
  for (const auto& [powers, coefficient] : p.terms()) {
    rigor::Polynomial term = coefficient;
    for (const auto& [name, exponent] : powers) {
      const bool root = name == "s";
      term = term * power(letter(name), root ? exponent % 2 : exponent);
      if (root) term = term * power(1 + Rational(1, 4) * square(letter("a")), exponent / 2);
    }
    sum = sum + term;
  }
  return sum;
}

/// Σ_r (β_r + aα_r)² ≤ (q + ap)² for p² = Σα_r², q² = Σβ_r²: what is left is 2a(pq − Σα_rβ_r),
/// which is ≥ 0 by Cauchy and Schwarz. `c` stands for Σα_rβ_r, and c = pq − t.
bool minkowski_holds() {
  const Polynomial a = letter("a"), p = letter("p"), q = letter("q");
  const Polynomial c = p * q - letter("t");
  const Polynomial blocks = square(q) + 2 * a * c + square(a) * square(p);
  return (square(q + a * p) - blocks).has_nonnegative_coefficients();
}

/// v'φ'(z') − vφ'(z) = Δv φ'(z') + v Δφ', of size at most |Δv| + c|v| |Δz|.
bool slopes_split() {
  const Polynomial v = letter("v"), change = letter("Δv"), slope = letter("φ'"),
                   bend = letter("Δφ'");
  return (v + change) * (slope + bend) - v * slope == change * (slope + bend) + v * bend;
}

}  // namespace

std::string fault_of_kappa(const rigor::Rational& scale, bool with_curvature) {
  const Polynomial a = letter("a"), s = letter("s"), p = letter("p"), q = letter("q");
  if (!slopes_split() || !minkowski_holds()) return "the blocks do not add up";
  const Polynomial kappa2 =
      scale * scale * (with_curvature ? 1 + Rational(1, 2) * square(a) + a * s : Polynomial(1));
  // The form's matrix is [[κ² − 1 − a², −a], [−a, κ² − 1]]: with e = κ² − 1 ≥ 0 it is (ap − eq)²
  // over e, and e² − a²e − a² times p².
  const Polynomial e = kappa2 - 1;
  const Polynomial rest = without_squared_root(square(e) - square(a) * e - square(a));
  const Polynomial form = e * (kappa2 * (square(p) + square(q)) - square(p) - square(q + a * p));
  if (!without_squared_root(form - square(a * p - e * q) - rest * square(p)).is_zero()) {
    return "the quadratic form is not the one meant";
  }
  if (!e.has_nonnegative_coefficients()) return "κ² − 1 is " + e.str() + ", s = √(1 + a²/4)";
  return rest.has_nonnegative_coefficients() ? ""
                                             : "the form falls short by " + rest.str() + " of p²";
}

std::string fault_of_shrunk_singular_value(const rigor::Rational& share) {
  // |Jᵀz| ≥ |J₀ᵀz| − |(J − J₀)ᵀz| = (σ + x) − (c − y), σ = c + g.
  const Polynomial c = letter("c"), g = letter("g");
  const Polynomial length = (c + g + letter("x")) - (c - letter("y"));
  const Polynomial room = square(length) - square(c + g - share * c);
  if (!room.has_nonnegative_coefficients()) return "zᵀJJᵀz has a room of " + room.str();
  const auto rows = MatrixPolynomial::matrix("J", "n", "w"),
             more = MatrixPolynomial::matrix("U", "n", "u");
  const auto z = MatrixPolynomial::matrix("z", "n", "1");
  const auto squared = [&](const MatrixPolynomial& block) {
    return (block.transposed() * z).transposed() * (block.transposed() * z);
  };
  const MatrixPolynomial kernel = rows * rows.transposed() + more * more.transposed();
  return (z.transposed() * kernel * z - squared(rows) - squared(more)).is_zero()
             ? ""
             : "further blocks are no squares";
}

}  // namespace asymptest
