#pragma once

#include <map>
#include <string>
#include <vector>

#include "rigor/algebra/polynomial.hpp"

namespace asymptest::rigor {

/// A matrix that is known by name only, of a size that is known by name only: "X", n × p. A letter
/// of a column vector has "1" columns.
struct Letter {
  std::string name, rows, columns;
  bool symmetric = false;   ///< its transpose is itself
  bool transposed = false;  ///< then rows and columns are those of the transpose

  auto operator<=>(const Letter&) const = default;
};

/// A product of letters; empty for the identity.
using Word = std::vector<Letter>;

/// A polynomial in letters that don't commute, with coefficients that are polynomials in scalars.
/// Where it is 0 it is 0 for all matrices of all sizes that fit: what holds of letters holds of
/// every matrix.
class MatrixPolynomial {
 public:
  /// The 0 of this size.
  MatrixPolynomial(std::string rows, std::string columns);
  /// The letter itself.
  MatrixPolynomial(const Letter& letter);  // NOLINT(google-explicit-constructor): a letter is one
  /// The identity of this order.
  static MatrixPolynomial identity(const std::string& order);
  /// A matrix named by a letter, and one that is symmetric.
  static MatrixPolynomial matrix(const std::string& name, const std::string& rows,
                                 const std::string& columns);
  static MatrixPolynomial symmetric(const std::string& name, const std::string& order);

  [[nodiscard]] const std::string& rows() const { return rows_; }
  [[nodiscard]] const std::string& columns() const { return columns_; }
  [[nodiscard]] const std::map<Word, Polynomial>& terms() const { return terms_; }
  [[nodiscard]] bool is_zero() const { return terms_.empty(); }
  [[nodiscard]] MatrixPolynomial transposed() const;
  [[nodiscard]] std::string str() const;

  /// Adds coefficient · word. Throws std::invalid_argument unless the sizes of the word's letters
  /// fit each other and the polynomial's.
  void add(const Word& word, const Polynomial& coefficient);

  /// Sums and products. Throw std::invalid_argument if the sizes don't fit.
  friend MatrixPolynomial operator+(const MatrixPolynomial& a, const MatrixPolynomial& b);
  friend MatrixPolynomial operator-(const MatrixPolynomial& a, const MatrixPolynomial& b);
  friend MatrixPolynomial operator*(const MatrixPolynomial& a, const MatrixPolynomial& b);
  friend MatrixPolynomial operator*(const Polynomial& c, const MatrixPolynomial& a);

 private:
  std::string rows_, columns_;
  std::map<Word, Polynomial> terms_;
};

/// A hypothesis: the word on the left equals what is on the right.
struct Relation {
  Word left;
  MatrixPolynomial right;
};

/// Replaces each word on a left by what is on the right until none is left. Where the difference of
/// two sides comes out as 0, they are equal for all matrices that satisfy the relations; where it
/// does not, nothing is concluded. Throws std::invalid_argument if a right side has a word that is
/// not shorter than the left one, since it might never end.
MatrixPolynomial reduced(const MatrixPolynomial& a, const std::vector<Relation>& relations);

/// product = right. Throws std::invalid_argument unless the product is a single word.
Relation relation(const MatrixPolynomial& product, const MatrixPolynomial& right);

/// That the symmetric letter is the inverse of the product: product · letter = letter · product
/// = 1. Throws std::invalid_argument unless the product is a single word.
std::vector<Relation> inverse(const MatrixPolynomial& product, const Letter& letter);

/// An upper bound of the operator norm, from one of each letter (by name): the triangle inequality
/// and ‖AB‖ ≤ ‖A‖‖B‖. Scalars are taken to be ≥ 0.
/// Throws std::invalid_argument naming a letter that has no bound.
Polynomial norm_bound(const MatrixPolynomial& a, const std::map<std::string, Polynomial>& bounds);

}  // namespace asymptest::rigor
