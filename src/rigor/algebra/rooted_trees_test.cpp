#include "rigor/algebra/rooted_trees.hpp"

#include <gtest/gtest.h>

#include <array>

#include "rigor/algebra/polynomial.hpp"

namespace asymptest::rigor::rooted_trees_test {
namespace {

const TreeSum f = TreeSum::field();

TEST(RootedTrees, FollowTheChainRule) {
  const TreeSum once = along(f, f);
  EXPECT_EQ(once.terms(), (std::map<std::string, Rational>{{"[[]]", 1}}));
  // (f'f)'f = f''(f, f) + f'f'f.
  EXPECT_EQ(along(once, f).terms(),
            (std::map<std::string, Rational>{{"[[][]]", 1}, {"[[[]]]", 1}}));
}

/// The n-th derivative of a solution of ẇ = f(w) is a sum over (n − 1)! trees, with repetitions.
TEST(RootedTrees, AreAsManyAsOrderedOnes) {
  TreeSum derivative = f;
  for (int nodes = 2; nodes <= 7; ++nodes) {
    derivative = along(derivative, f);
    Rational count = 0;
    for (const auto& [tree, coefficient] : derivative.terms()) count += coefficient;
    EXPECT_EQ(count, factorial(nodes - 1));
  }
  EXPECT_EQ(derivative.terms().size(), 48U);  // rooted trees of 7 nodes (Cayley)
}

using Field = std::array<Polynomial, 2>;

Field field_along(const Field& g, const Field& v) {
  const std::map<std::string, Polynomial> slopes{{"x", v[0]}, {"y", v[1]}};
  return {g[0].derivation(slopes), g[1].derivation(slopes)};
}

/// The oracle: f'''(f, f, f) of a field of the plane, by its definition.
Polynomial third_derivative(const Polynomial& component, const Field& v) {
  const char* const names[] = {"x", "y"};
  Polynomial sum;
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 2; ++j) {
      for (std::size_t k = 0; k < 2; ++k) {
        sum = sum + component.derivative(names[i]).derivative(names[j]).derivative(names[k]) *
                        v[i] * v[j] * v[k];
      }
    }
  }
  return sum;
}

/// f'''(f,f,f) = ((f'f)'f)'f − [3 f''(f'f, f) + f''(f'f, f)… ] as the trees say: it alone is
/// [[][][]], the rest of the third derivative along f has f'(·) or f''(·,·) at its root.
TEST(RootedTrees, HoldForAFieldOfThePlane) {
  const Polynomial x = Polynomial::variable("x"), y = Polynomial::variable("y");
  const Field plane{x * x * x - 2 * x * y + 1, y * y * x + 3 * x - y};
  const TreeSum bend = along(along(f, f), f) + Rational(-1) * along(f, along(f, f));
  // f'''(f,f,f) = (f''(f,f))'f − 2 f''(f'f, f), and 2 f''(f'f, f) from f''(f, g) = (f'f)'g −
  // f'(f'g) with g = f'f.
  const TreeSum mixed =
      along(along(f, f), along(f, f)) + Rational(-1) * along(f, along(f, along(f, f)));
  const TreeSum third = along(bend, f) + Rational(-2) * mixed;
  EXPECT_EQ(third.terms(), (std::map<std::string, Rational>{{"[[][][]]", 1}}));

  const auto difference = [](const Field& a, const Field& b) {
    return Field{a[0] - b[0], a[1] - b[1]};
  };
  const Field first = field_along(plane, plane);
  const Field bent = difference(field_along(first, plane), field_along(plane, first));
  const Field both =
      difference(field_along(first, first), field_along(plane, field_along(plane, first)));
  const Field found = difference(difference(field_along(bent, plane), both), both);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(found[i], third_derivative(plane[i], plane));
}

}  // namespace
}  // namespace asymptest::rigor::rooted_trees_test
