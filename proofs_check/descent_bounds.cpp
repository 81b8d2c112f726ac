#include "proofs_check/descent_bounds.hpp"

#include "rigor/algebra/matrix_polynomial.hpp"
#include "rigor/algebra/quotient.hpp"

namespace asymptest {
namespace {

using rigor::MatrixPolynomial;
using rigor::Polynomial;
using rigor::Quotient;
using rigor::Rational;

Polynomial indeterminate(const std::string& name) { return Polynomial::variable(name); }

}  // namespace

std::string fault_of_inequality(const Rational& factor) {
  const auto b = MatrixPolynomial::matrix("B", "n", "n"),
             r = MatrixPolynomial::matrix("r", "n", "1");
  const Rational half(1, 2);
  const Polynomial mu = indeterminate("μ");
  const MatrixPolynomial kernel = mu * MatrixPolynomial::identity("n") + b.transposed() * b;
  const MatrixPolynomial rest = half * (r.transposed() * kernel * r) -
                                half * factor * mu * (r.transposed() * r) -
                                half * ((b * r).transposed() * (b * r));
  return rest.is_zero() ? "" : "beside a square there is " + rest.str();
}

std::string fault_of_descent(const Rational& curvature) {
  const auto j = MatrixPolynomial::matrix("J", "n", "w"),
             dj = MatrixPolynomial::matrix("ΔJ", "n", "w");
  const auto r = MatrixPolynomial::matrix("r", "n", "1"),
             dr = MatrixPolynomial::matrix("Δr", "n", "1");
  const MatrixPolynomial after = r + dr;
  const MatrixPolynomial change = (j + dj).transposed() * after - j.transposed() * r;
  if (!(change - dj.transposed() * after - j.transposed() * dr).is_zero()) {
    return "the gradient changes by " + change.str();
  }
  const Polynomial s = indeterminate("S"), kappa = indeterminate("κ"),
                   residual = indeterminate("ρ + SR"), d = indeterminate("d");
  const auto whole = MatrixPolynomial::matrix("r'", "n", "1");  // r + Δr, on the ball as well
  const Polynomial lipschitz =
      norm_bound(dj.transposed() * whole + j.transposed() * dr,
                 {{"ΔJ", kappa * d}, {"r'", residual}, {"J", s}, {"Δr", s * d}});
  if (!(lipschitz - (s * s + kappa * residual) * d).is_zero()) {
    return "∇L changes by " + lipschitz.str();
  }
  const Polynomial eta = indeterminate("η"), beta = indeterminate("β"), g = indeterminate("|∇L|"),
                   t = indeterminate("t");
  // ∫₀¹ β t |d|² dt is Q(1) for Q(0) = 0 and Q' the integrand.
  const Polynomial antiderivative = Rational(1, 2) * beta * square(t * eta * g);
  if (!(antiderivative.derivative("t") - beta * t * square(eta * g)).is_zero()) return "∫ t dt";
  const Polynomial most = -(eta * g * g) + antiderivative.with("t", 1);
  const Polynomial claimed = -(eta * (1 - curvature * Rational(1, 2) * eta * beta) * g * g);
  const Polynomial room = claimed - most;
  return room.has_nonnegative_coefficients() ? "" : "the claim leaves a room of " + room.str();
}

std::string fault_of_contraction(bool smallest) {
  const Polynomial eta = indeterminate("η"), mu = indeterminate("μ"), l = indeterminate("L"),
                   z = indeterminate("z");
  const Polynomial rate = smallest ? mu : 2 * (mu + indeterminate("e"));
  const Polynomial descended =
      eta * (1 - Rational(1, 2) * (1 - z)) * 2 * (mu * l + indeterminate("y"));
  const Polynomial room = descended - eta * rate * l;
  return room.has_nonnegative_coefficients() ? "" : "a step leaves a room of " + room.str();
}

std::string fault_of_path(const Rational& share) {
  const Polynomial l = indeterminate("l"), next = indeterminate("l'"), q = indeterminate("q"),
                   eta = indeterminate("η");
  if (!(2 * l * (l - next) - (l * l - next * next) - square(l - next)).is_zero()) return "√L";
  const Polynomial g = q * l + indeterminate("y");
  const Polynomial falls = eta * (1 - Rational(1, 2) * (1 - indeterminate("z"))) * g * g;
  const Polynomial step_room = 4 * falls - q * eta * g * 2 * l;
  if (!step_room.has_nonnegative_coefficients()) return "a step leaves " + step_room.str();
  // q R = 4 l₀ + t, by R√μ ≥ 2√(2L₀).
  const Polynomial path = 4 * indeterminate("l₀");
  const Polynomial room = share * (path + indeterminate("t")) - path;
  return room.has_nonnegative_coefficients() ? "" : "the path leaves a room of " + room.str();
}

std::string fault_of_flow(int factor) {
  const Polynomial l = indeterminate("l"), q = indeterminate("q"), y = indeterminate("y"),
                   g = q * l + y;
  const Quotient falls(g * g, 2 * l);
  const Quotient speed_room = Quotient(2, q) * falls - Quotient(g);
  // Over ql: g² − g ql = g y.
  if (!(speed_room == Quotient(g * y, q * l))) return "the speed leaves " + speed_room.str();
  if (!(falls - Quotient(Rational(1, 2) * q * q * l)).numerator().has_nonnegative_coefficients()) {
    return "L does not decay";
  }
  // q R = 2 l₀ + t.
  const Polynomial room =
      2 * indeterminate("l₀") + indeterminate("t") - factor * 2 * indeterminate("l₀");
  return room.has_nonnegative_coefficients() ? "" : "the length leaves a room of " + room.str();
}

}  // namespace asymptest
