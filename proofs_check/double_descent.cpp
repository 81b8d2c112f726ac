#include <fmt/format.h>

#include <functional>
#include <utility>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "proofs_check/random_rational.hpp"
#include "rigor/matrices/rational_matrix.hpp"

namespace asymptest::double_descent_proof {
namespace {

using rigor::dot;
using rigor::factorial;
using rigor::Rational;
using rigor::RationalMatrix;
using rigor::RationalVector;

// --- E g φ(g) = E φ'(g) for a standard normal g
// ---------------------------------------------------

/// E g^k = 1·3·5⋯(k − 1) for even k.
Rational gaussian_moment(int k) {
  Rational moment = k % 2 == 0 ? 1 : 0;
  for (int j = k - 1; j > 0 && k % 2 == 0; j -= 2) moment *= j;
  return moment;
}

ProofCheck integration_by_parts(const Rational& factor) {
  return [=](Stream& random) {
    for (int instance = 0; instance < 30; ++instance) {
      Rational left = 0;
      Rational right = 0;
      for (int k = 0; k <= 9; ++k) {
        const Rational coefficient = whole_number(random, 20);
        left += coefficient * gaussian_moment(k + 1);
        if (k > 0) right += coefficient * k * gaussian_moment(k - 1);
      }
      if (left != factor * right) {
        return failed(fmt::format("E gφ = {}, E φ' = {}", left.str(), right.str()));
      }
    }
    return verified("30 polynomials of degree 9");
  };
}

// --- the divergence of X W⁻¹, W = XᵀX
// -------------------------------------------------------------

/// A fraction with its derivative along one entry of X.
struct Dual {
  Rational value = 0, slope = 0;
};
Dual operator-(const Dual& a, const Dual& b) { return {a.value - b.value, a.slope - b.slope}; }
Dual operator+(const Dual& a, const Dual& b) { return {a.value + b.value, a.slope + b.slope}; }
Dual operator*(const Dual& a, const Dual& b) {
  return {a.value * b.value, a.value * b.slope + a.slope * b.value};
}
Dual operator/(const Dual& a, const Dual& b) {
  return {a.value / b.value, (a.slope * b.value - a.value * b.slope) / (b.value * b.value)};
}
using DualMatrix = std::vector<std::vector<Dual>>;

DualMatrix gram(const DualMatrix& x) {
  const std::size_t p = x[0].size();
  DualMatrix w(p, std::vector<Dual>(p));
  for (std::size_t i = 0; i < p; ++i) {
    for (std::size_t j = 0; j < p; ++j) {
      for (const auto& row : x) w[i][j] = w[i][j] + row[i] * row[j];
    }
  }
  return w;
}

/// Gauss and Jordan without pivoting: the matrix is positive definite.
DualMatrix inverse(DualMatrix a) {
  const std::size_t p = a.size();
  DualMatrix b(p, std::vector<Dual>(p));
  for (std::size_t i = 0; i < p; ++i) b[i][i].value = 1;
  for (std::size_t k = 0; k < p; ++k) {
    const Dual pivot = a[k][k];
    for (std::size_t j = 0; j < p; ++j) {
      a[k][j] = a[k][j] / pivot;
      b[k][j] = b[k][j] / pivot;
    }
    for (std::size_t i = 0; i < p; ++i) {
      if (i == k) continue;
      const Dual factor = a[i][k];
      for (std::size_t j = 0; j < p; ++j) {
        a[i][j] = a[i][j] - factor * a[k][j];
        b[i][j] = b[i][j] - factor * b[k][j];
      }
    }
  }
  return b;
}

/// Whole numbers from −9 to 9, of full column rank.
RationalMatrix random_matrix(std::size_t n, std::size_t p, Stream& random) {
  for (;;) {
    RationalMatrix x(n, p);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < p; ++j) x(i, j) = whole_number(random, 9);
    }
    if (determinant(x.transposed() * x) != 0) return x;
  }
}

/// X with the derivative along entry (row, column).
DualMatrix along(const RationalMatrix& x, std::size_t row, std::size_t column) {
  DualMatrix dual(x.rows(), std::vector<Dual>(x.columns()));
  for (std::size_t i = 0; i < x.rows(); ++i) {
    for (std::size_t j = 0; j < x.columns(); ++j) dual[i][j].value = x(i, j);
  }
  dual[row][column].slope = 1;
  return dual;
}

/// Σ_ij ∂(X W⁻¹)_ij / ∂X_ij.
Rational divergence(const RationalMatrix& x) {
  Rational sum = 0;
  for (std::size_t i = 0; i < x.rows(); ++i) {
    for (std::size_t j = 0; j < x.columns(); ++j) {
      const DualMatrix dual = along(x, i, j);
      const DualMatrix w_inverse = inverse(gram(dual));
      Dual entry;
      for (std::size_t k = 0; k < x.columns(); ++k) {
        entry = entry + dual[i][k] * w_inverse[k][j];
      }
      sum += entry.slope;
    }
  }
  return sum;
}

/// Column j of W⁻¹ e_j, summed: tr W⁻¹.
Rational trace_of_inverse(const RationalMatrix& w) {
  Rational sum = 0;
  for (std::size_t j = 0; j < w.rows(); ++j) {
    RationalVector unit(w.rows());
    unit[j] = 1;
    sum += solve(w, unit).value()[j];
  }
  return sum;
}

/// Σ ∂(XW⁻¹)_ij/∂X_ij = (n − p − missing) tr W⁻¹.
ProofCheck haff(const Rational& missing) {
  return [=](Stream& random) {
    const std::pair<std::size_t, std::size_t> shapes[] = {{4, 1}, {5, 2}, {7, 3}, {6, 4}};
    for (const auto& [n, p] : shapes) {
      const RationalMatrix x = random_matrix(n, p, random);
      const Rational claimed =
          (Rational(n) - Rational(p) - missing) * trace_of_inverse(x.transposed() * x);
      if (divergence(x) != claimed) {
        return failed(
            fmt::format("n = {}, p = {}: {} is not {}", n, p, divergence(x).str(), claimed.str()));
      }
    }
    return verified("random integer matrices of 4 shapes");
  };
}

// --- E tr W⁻¹ = p/(n − p − 1)
// -----------------------------------------------------------------------

/// E 1/χ²_k = Γ(k/2 − 1)/(2Γ(k/2)) for even k ≥ 4.
Rational mean_inverse_chi_square(int k) {
  return factorial(k / 2 - 2) / (2 * factorial(k / 2 - 1));
}

using Formula = std::function<Rational(int n, int p)>;
Rational wishart(int n, int p) { return Rational(p) / (n - p - 1); }

/// Two ways at once. Taking expectations in p = tr(W W⁻¹) = Σ X_ij (XW⁻¹)_ij, the steps before
/// give p = (n − p − 1) E tr W⁻¹. And (W⁻¹)_pp is one over the squared distance of the last column
/// from the span of the others (checked over the fractions), which is a χ² of n − p + 1 degrees.
ProofCheck inverse_wishart(const Formula& formula) {
  return [=](Stream& random) {
    const RationalMatrix x = random_matrix(6, 3, random);
    const RationalMatrix w = x.transposed() * x;
    const RationalMatrix others = x.left_columns(2);
    RationalVector last(6);
    for (std::size_t i = 0; i < 6; ++i) last[i] = x(i, 2);
    const RationalVector projected =
        others * solve(others.transposed() * others, others.transposed() * last).value();
    RationalVector unit(3);
    unit[2] = 1;
    const Rational distance = dot(last, last) - dot(projected, projected);
    if (solve(w, unit).value()[2] * distance != 1) return failed("Schur's complement fails");
    for (int n = 4; n <= 60; ++n) {
      for (int p = 1; p <= n - 3; ++p) {
        if ((n - p - 1) * formula(n, p) != p) {
          return failed(fmt::format("n = {}, p = {}: not the mean by parts", n, p));
        }
        const int degrees = n - p + 1;
        if (degrees % 2 == 0 && formula(n, p) != p * mean_inverse_chi_square(degrees)) {
          return failed(fmt::format("n = {}, p = {}: not the mean of 1/χ²", n, p));
        }
      }
    }
    return verified("every p ≤ n − 3, n ≤ 60, by parts and by 1/χ² of n − p + 1 degrees");
  };
}

// --- what label noise and the null space contribute
// ------------------------------------------------

/// Σ_i ‖X⁺e_i‖² = scale · tr (XᵀX)⁻¹ (n ≥ p) or tr (XXᵀ)⁻¹ (n < p): noise of variance σ² adds σ²
/// times its mean to the risk at x ~ N(0, I).
ProofCheck noise(const Rational& scale) {
  return [=](Stream& random) {
    for (const bool wide : {false, true}) {
      const RationalMatrix tall = random_matrix(6, 3, random);
      const RationalMatrix w = tall.transposed() * tall;
      Rational sum = 0;
      const std::size_t targets = wide ? 3 : 6;
      for (std::size_t i = 0; i < targets; ++i) {
        RationalVector e(targets);
        e[i] = 1;
        // Wide: X = tallᵀ, X⁺ = tall (tallᵀ tall)⁻¹. Tall: X⁺ = (tallᵀ tall)⁻¹ tallᵀ.
        const RationalVector beta =
            wide ? tall * solve(w, e).value() : solve(w, tall.transposed() * e).value();
        sum += dot(beta, beta);
      }
      if (sum != scale * trace_of_inverse(w)) {
        return failed(fmt::format("{}: {} is not {}", wide ? "wide" : "tall", sum.str(),
                                  Rational(scale * trace_of_inverse(w)).str()));
      }
    }
    return verified("a tall and a wide integer matrix");
  };
}

/// Σ_j ‖(I − X⁺X)e_j‖² = p · share(n, p): the mean over directions of β of what interpolation from
/// n < p samples does not see.
ProofCheck null_space(const Formula& share) {
  return [=](Stream& random) {
    const std::pair<int, int> shapes[] = {{1, 4}, {2, 5}, {3, 7}};
    for (const auto& [n, p] : shapes) {
      const RationalMatrix xt =
          random_matrix(static_cast<std::size_t>(p), static_cast<std::size_t>(n), random);
      Rational sum = 0;
      for (int j = 0; j < p; ++j) {
        RationalVector e(static_cast<std::size_t>(p));
        e[static_cast<std::size_t>(j)] = 1;
        const RationalVector seen = xt * solve(xt.transposed() * xt, xt.transposed() * e).value();
        sum += 1 - 2 * dot(e, seen) + dot(seen, seen);
      }
      if (sum != p * share(n, p)) {
        return failed(fmt::format("n = {}, p = {}: {} is not {}", n, p, sum.str(),
                                  Rational(p * share(n, p)).str()));
      }
    }
    return verified("3 shapes of integer matrices");
  };
}

/// The excess risk of least squares with noise σ² and |β| = r.
using Risk = std::function<Rational(int n, int p, const Rational& noise, const Rational& signal)>;

Rational excess_risk(int n, int p, const Rational& noise, const Rational& signal) {
  if (p < n) return noise * wishart(n, p);
  return signal * (1 - Rational(n) / p) + noise * wishart(p, n);
}

/// The risk assembled from the steps before, and its shape: it rises to p = n − 2 and, without
/// signal, falls from p = n + 2 on; the variance mirrors itself.
ProofCheck double_descent_of(const Risk& risk) {
  return [=](Stream& random) {
    const Rational sigma2 = 1 + unit_rational(random, 100);
    const Rational r2 = 1 + unit_rational(random, 100);
    for (int n = 5; n <= 40; ++n) {
      for (int p = 1; p <= n - 2; ++p) {
        if ((n - p - 1) * risk(n, p, sigma2, r2) != p * sigma2) {
          return failed(fmt::format("n = {}, p = {}: not the noise part", n, p));
        }
        if (p > 1 && risk(n, p, sigma2, r2) <= risk(n, p - 1, sigma2, r2)) {
          return failed(fmt::format("no rise at n = {}, p = {}", n, p));
        }
      }
      for (int p = n + 2; p <= 4 * n; ++p) {
        const Rational left = (risk(n, p, sigma2, r2) - risk(n, p, 0, r2)) * (p - n - 1);
        if (left != n * sigma2) return failed(fmt::format("n = {}, p = {}: noise", n, p));
        if (risk(n, p, 0, r2) * p != r2 * (p - n)) {
          return failed(fmt::format("n = {}, p = {}: null space", n, p));
        }
        if (risk(n, p + 1, sigma2, 0) >= risk(n, p, sigma2, 0)) {
          return failed(fmt::format("no second descent at n = {}, p = {}", n, p));
        }
      }
    }
    return verified("every n from 5 to 40 and p ≤ 4n with |p − n| ≥ 2");
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
                       inverse_wishart([](int n, int p) { return Rational(p) / (n - p); })},
                      {"one-per-cent", "1.01 p/(n − p − 1)", inverse_wishart([](int n, int p) {
                         return Rational(101, 100) * wishart(n, p);
                       })}}},
         {.name = "noise",
          .statement = R"(\sum_i \|X^+e_i\|^2 = \mathrm{tr}W^{-1})",
          .check = noise(1),
          .planted = {{"one-per-cent", "1.01 tr W⁻¹", noise(Rational(101, 100))}}},
         {.name = "null-space",
          .statement = R"(\tfrac1p\sum_j\|(I-X^+X)e_j\|^2 = 1-\tfrac np)",
          .check = null_space([](int n, int p) { return 1 - Rational(n) / p; }),
          .planted = {{"complement", "n/p in place of 1 − n/p",
                       null_space([](int n, int p) { return Rational(n) / p; })}}},
         {.name = "risk",
          .statement = R"(R = \tfrac{\sigma^2p}{n-p-1};\quad
              R = r^2(1-\tfrac np)+\tfrac{\sigma^2n}{p-n-1})",
          .uses = {"inverse-wishart", "noise", "null-space"},
          .check = double_descent_of(excess_risk),
          .planted =
              {{"term-dropped", "|1 − γ| in place of |n − p| − 1",
                double_descent_of([](int n, int p, const Rational& s, const Rational& r) {
                  if (p < n) return Rational(s * p / (n - p));
                  return Rational(r * (1 - Rational(n) / p) + s * n / (p - n));
                })},
               {"sign-flipped", "r²(1 + n/p)",
                double_descent_of([](int n, int p, const Rational& s, const Rational& r) {
                  return Rational(excess_risk(n, p, s, r) + (p > n ? r * 2 * n / p : Rational(0)));
                })}}}},
}};

}  // namespace
}  // namespace asymptest::double_descent_proof
