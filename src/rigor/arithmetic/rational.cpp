#include "rigor/arithmetic/rational.hpp"

#include <stdexcept>
#include <string>

namespace asymptest::rigor {

Rational factorial(int n) {
  if (n < 0) {
    throw std::invalid_argument("factorial: n is " + std::to_string(n) + ", expected at least 0");
  }
  Rational product = 1;
  for (int i = 2; i <= n; ++i) product *= i;
  return product;
}

Rational binomial(int n, int k) {
  if (k < 0 || k > n) {
    throw std::invalid_argument("binomial: k is " + std::to_string(k) + ", expected 0 to " +
                                std::to_string(n));
  }
  return factorial(n) / (factorial(k) * factorial(n - k));
}

}  // namespace asymptest::rigor
