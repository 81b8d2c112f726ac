#include "rigor/algebra/matrix_polynomial.hpp"

#include <algorithm>
#include <optional>

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {
namespace {

Letter transposed_letter(Letter letter) {
  if (letter.symmetric) return letter;
  std::swap(letter.rows, letter.columns);
  letter.transposed = !letter.transposed;
  return letter;
}

Word transposed_word(const Word& word) {
  Word result;
  for (auto at = word.rbegin(); at != word.rend(); ++at) result.push_back(transposed_letter(*at));
  return result;
}

std::string text_of_word(const Word& word) {
  std::string text;
  for (const Letter& letter : word) {
    if (!text.empty()) text += ' ';
    text += letter.name + (letter.transposed ? "'" : "");
  }
  return text.empty() ? "1" : text;
}

void require_same_size(const MatrixPolynomial& a, const MatrixPolynomial& b) {
  require(a.rows() == b.rows() && a.columns() == b.columns(),
          "sum of matrices: {} × {} and {} × {}, expected the same size", a.rows(), a.columns(),
          b.rows(), b.columns());
}

MatrixPolynomial single(const std::string& rows, const std::string& columns, const Word& word) {
  MatrixPolynomial result(rows, columns);
  result.add(word, 1);
  return result;
}

/// The word with the first left side in it replaced; none if there is no left side in it.
std::optional<MatrixPolynomial> rewritten(const Word& word, const Relation& relation) {
  const auto at = std::search(word.begin(), word.end(), relation.left.begin(), relation.left.end());
  if (at == word.end()) return std::nullopt;
  const Word before(word.begin(), at);
  const Word after(at + std::ssize(relation.left), word.end());
  const std::string& rows = relation.right.rows();
  const std::string& columns = relation.right.columns();
  return single(before.empty() ? rows : before.front().rows, rows, before) * relation.right *
         single(columns, after.empty() ? columns : after.back().columns, after);
}

void require_shortening(const Relation& relation) {
  for (const auto& [word, coefficient] : relation.right.terms()) {
    require(word.size() < relation.left.size(),
            "relation: '{}' is replaced by '{}', expected a shorter word",
            text_of_word(relation.left), text_of_word(word));
  }
}

}  // namespace

MatrixPolynomial::MatrixPolynomial(std::string rows, std::string columns)
    : rows_(std::move(rows)), columns_(std::move(columns)) {}

MatrixPolynomial::MatrixPolynomial(const Letter& letter)
    : MatrixPolynomial(letter.rows, letter.columns) {
  add({letter}, 1);
}

MatrixPolynomial MatrixPolynomial::identity(const std::string& order) {
  return single(order, order, {});
}

MatrixPolynomial MatrixPolynomial::matrix(const std::string& name, const std::string& rows,
                                          const std::string& columns) {
  return Letter{name, rows, columns};
}

MatrixPolynomial MatrixPolynomial::symmetric(const std::string& name, const std::string& order) {
  return Letter{.name = name, .rows = order, .columns = order, .symmetric = true};
}

void MatrixPolynomial::add(const Word& word, const Polynomial& coefficient) {
  const std::string* size = &rows_;
  for (const Letter& letter : word) {
    require(letter.rows == *size, "product of matrices: '{}' has {} rows in '{}', expected {}",
            letter.name, letter.rows, text_of_word(word), *size);
    size = &letter.columns;
  }
  require(*size == columns_, "product of matrices: '{}' has {} columns, expected {}",
          text_of_word(word), *size, columns_);
  const Polynomial sum = terms_[word] + coefficient;
  if (sum.is_zero()) {
    terms_.erase(word);
  } else {
    terms_[word] = sum;
  }
}

MatrixPolynomial MatrixPolynomial::transposed() const {
  MatrixPolynomial result(columns_, rows_);
  for (const auto& [word, coefficient] : terms_) result.add(transposed_word(word), coefficient);
  return result;
}

std::string MatrixPolynomial::str() const {
  std::string text;
  for (const auto& [word, coefficient] : terms_) {
    if (!text.empty()) text += " + ";
    text += "(" + coefficient.str() + ") " + text_of_word(word);
  }
  return text.empty() ? "0" : text;
}

MatrixPolynomial operator+(const MatrixPolynomial& a, const MatrixPolynomial& b) {
  require_same_size(a, b);
  MatrixPolynomial sum = a;
  for (const auto& [word, coefficient] : b.terms_) sum.add(word, coefficient);
  return sum;
}

MatrixPolynomial operator-(const MatrixPolynomial& a, const MatrixPolynomial& b) {
  return a + Polynomial(-1) * b;
}

MatrixPolynomial operator*(const MatrixPolynomial& a, const MatrixPolynomial& b) {
  require(a.columns_ == b.rows_, "product of matrices: {} × {} times {} × {}, which don't fit",
          a.rows_, a.columns_, b.rows_, b.columns_);
  MatrixPolynomial product(a.rows_, b.columns_);
  for (const auto& [left, c] : a.terms_) {
    for (const auto& [right, e] : b.terms_) {
      Word word = left;
      word.insert(word.end(), right.begin(), right.end());
      product.add(word, c * e);
    }
  }
  return product;
}

MatrixPolynomial operator*(const Polynomial& c, const MatrixPolynomial& a) {
  MatrixPolynomial product(a.rows_, a.columns_);
  for (const auto& [word, coefficient] : a.terms_) product.add(word, c * coefficient);
  return product;
}

MatrixPolynomial reduced(const MatrixPolynomial& a, const std::vector<Relation>& relations) {
  for (const Relation& relation : relations) require_shortening(relation);
  MatrixPolynomial rest = a;
  MatrixPolynomial done(a.rows(), a.columns());
  while (!rest.is_zero()) {
    const auto [word, coefficient] = *rest.terms().begin();
    rest.add(word, -coefficient);
    std::optional<MatrixPolynomial> next;
    for (const Relation& relation : relations) {
      next = rewritten(word, relation);
      if (next) break;
    }
    if (next) {
      rest = rest + coefficient * *next;
    } else {
      done.add(word, coefficient);
    }
  }
  return done;
}

Relation relation(const MatrixPolynomial& product, const MatrixPolynomial& right) {
  require(product.terms().size() == 1 && product.terms().begin()->second == Polynomial(1),
          "relation: '{}' on the left, expected a single product", product.str());
  return {product.terms().begin()->first, right};
}

std::vector<Relation> inverse(const MatrixPolynomial& product, const Letter& letter) {
  require(letter.symmetric, "inverse: '{}' is not symmetric", letter.name);
  const MatrixPolynomial one = MatrixPolynomial::identity(letter.rows);
  return {relation(product * letter, one), relation(letter * product, one)};
}

Polynomial norm_bound(const MatrixPolynomial& a, const std::map<std::string, Polynomial>& bounds) {
  Polynomial sum;
  for (const auto& [word, coefficient] : a.terms()) {
    Polynomial product = coefficient.with_absolute_coefficients();
    for (const Letter& letter : word) {
      const auto bound = bounds.find(letter.name);
      require(bound != bounds.end(), "norm: '{}' has no bound", letter.name);
      product = product * bound->second;
    }
    sum = sum + product;
  }
  return sum;
}

}  // namespace asymptest::rigor
