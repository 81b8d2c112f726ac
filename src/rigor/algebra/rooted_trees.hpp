#pragma once

#include <map>
#include <string>

#include "rigor/arithmetic/rational.hpp"

namespace asymptest::rigor {

/// A sum of elementary differentials of a smooth vector field f on a space of any dimension, each
/// written as a rooted tree (Cayley 1857; Hairer, Lubich, Wanner 2006, III.1): "[]" is f itself and
/// "[t₁…t_k]" is f^(k)(F(t₁), …, F(t_k)), so that "[[]]" = f'f, "[[[]]]" = f'f'f and "[[][]]" =
/// f''(f, f). An identity of such sums holds for every f, since derivatives are symmetric and
/// linear; a sum that is not 0 is not 0 for some f.
class TreeSum {
 public:
  /// f.
  static TreeSum field();

  [[nodiscard]] bool is_zero() const { return terms_.empty(); }
  /// Tree → coefficient, none of them 0; children in the order of their texts.
  [[nodiscard]] const std::map<std::string, Rational>& terms() const { return terms_; }

  friend TreeSum operator+(const TreeSum& a, const TreeSum& b);
  friend TreeSum operator*(const Rational& c, const TreeSum& a);
  friend bool operator==(const TreeSum& a, const TreeSum& b) { return a.terms_ == b.terms_; }
  /// a'(w) b(w), the derivative of a along b: by the product and the chain rule each node of a in
  /// turn gets b as a further child.
  friend TreeSum along(const TreeSum& a, const TreeSum& b);

 private:
  void add(const std::string& tree, const Rational& coefficient);

  std::map<std::string, Rational> terms_;
};

}  // namespace asymptest::rigor
