#pragma once

#include <boost/multiprecision/cpp_int.hpp>

namespace asymptest::rigor {

/// A fraction of whole numbers of any length: sums, products and quotients are exact. Without
/// expression templates, so that `auto` holds a number.
using Rational = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                               boost::multiprecision::et_off>;

/// n!. Throws std::invalid_argument if n is negative.
Rational factorial(int n);

/// n over k. Throws std::invalid_argument unless 0 ≤ k ≤ n.
Rational binomial(int n, int k);

}  // namespace asymptest::rigor
