#include "rigor/algebra/matrix_trace.hpp"

#include <algorithm>

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {
namespace {

MatrixPolynomial of_word(const Word& word, const std::string& rows, const std::string& columns) {
  MatrixPolynomial result(rows, columns);
  result.add(word, 1);
  return result;
}

std::string circle_text(const Word& word) {
  std::string text;
  for (const Letter& letter : word) {
    text += (text.empty() ? "" : " ") + letter.name + (letter.transposed ? "'" : "");
  }
  return "tr(" + text + ")";
}

/// All words that read the same around the circle.
std::vector<Word> rotations(Word word) {
  std::vector<Word> all;
  for (std::size_t i = 0; i < word.size(); ++i) {
    std::rotate(word.begin(), word.begin() + 1, word.end());
    all.push_back(word);
  }
  return all;
}

Polynomial trace_of_word(const Word& word, const std::string& order,
                         const std::vector<Relation>& relations) {
  if (word.empty()) return Polynomial::variable(order);
  std::string least;
  for (const Word& turned : rotations(word)) {
    const std::string& size = turned.front().rows;
    const MatrixPolynomial before = of_word(turned, size, size);
    const MatrixPolynomial after = reduced(before, relations);
    if (!(after - before).is_zero()) return trace(after, relations);
    for (const MatrixPolynomial& same : {before, before.transposed()}) {
      const std::string text = circle_text(same.terms().begin()->first);
      if (least.empty() || text < least) least = text;
    }
  }
  return Polynomial::variable(least);
}

}  // namespace

Polynomial trace(const MatrixPolynomial& a, const std::vector<Relation>& relations) {
  require(a.rows() == a.columns(), "trace: the matrix is {} × {}, expected a square one", a.rows(),
          a.columns());
  Polynomial sum;
  for (const auto& [word, coefficient] : a.terms()) {
    sum = sum + coefficient * trace_of_word(word, a.rows(), relations);
  }
  return sum;
}

MatrixPolynomial derivative(const MatrixPolynomial& a,
                            const std::map<std::string, MatrixPolynomial>& of) {
  MatrixPolynomial sum(a.rows(), a.columns());
  for (const auto& [word, coefficient] : a.terms()) {
    for (auto at = word.begin(); at != word.end(); ++at) {
      const auto slope = of.find(at->name);
      if (slope == of.end()) continue;
      const MatrixPolynomial change = at->transposed ? slope->second.transposed() : slope->second;
      sum = sum + coefficient * (of_word(Word(word.begin(), at), a.rows(), at->rows) * change *
                                 of_word(Word(at + 1, word.end()), at->columns, a.columns()));
    }
  }
  return sum;
}

Polynomial contracted(const MatrixPolynomial& m, const Letter& e,
                      const std::vector<Relation>& relations) {
  Polynomial sum;
  for (const auto& [word, coefficient] : m.terms()) {
    const auto is_e = [&](const Letter& letter) { return letter.name == e.name; };
    const auto at = std::find_if(word.begin(), word.end(), is_e);
    require(std::count_if(word.begin(), word.end(), is_e) == 1,
            "contraction: a word does not hold '{}' exactly once: {}", e.name, m.str());
    const MatrixPolynomial before = of_word(Word(word.begin(), at), m.rows(), at->rows);
    const MatrixPolynomial after = of_word(Word(at + 1, word.end()), at->columns, m.columns());
    const Polynomial traces = at->transposed ? trace(before * after.transposed(), relations)
                                             : trace(before, relations) * trace(after, relations);
    sum = sum + coefficient * traces;
  }
  return sum;
}

}  // namespace asymptest::rigor
