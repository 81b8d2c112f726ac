#include "rigor/arithmetic/rational.hpp"

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {

Rational factorial(int n) {
  require(n >= 0, "factorial: n is {}, expected at least 0", n);
  Rational product = 1;
  for (int i = 2; i <= n; ++i) product *= i;
  return product;
}

Rational binomial(int n, int k) {
  require(k >= 0 && k <= n, "binomial: k is {}, expected 0 to {}", k, n);
  return factorial(n) / (factorial(k) * factorial(n - k));
}

}  // namespace asymptest::rigor
