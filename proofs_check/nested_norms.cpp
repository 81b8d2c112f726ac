#include "asymptest/claim/proof.hpp"
#include "rigor/algebra/matrix_polynomial.hpp"

// n samples, N features, M < N of them in the smaller class. All matrices are letters: what is
// shown holds for all n, M, N and all features whose rows are independent.
namespace asymptest::nested_norms_proof {
namespace {

using rigor::inverse;
using rigor::Letter;
using rigor::MatrixPolynomial;
using rigor::Polynomial;
using rigor::Rational;
using rigor::reduced;
using rigor::Relation;
using rigor::relation;

using Relations = std::vector<Relation>;

const MatrixPolynomial features = MatrixPolynomial::matrix("Φ", "n", "N");
const MatrixPolynomial labels = MatrixPolynomial::matrix("y", "n", "1");
/// Pads with zeros: the columns are those of the identity that belong to the smaller class.
const MatrixPolynomial padding = MatrixPolynomial::matrix("E", "N", "M");
/// Pads elsewhere.
const MatrixPolynomial elsewhere = MatrixPolynomial::matrix("F", "N", "M");
/// (ΦΦᵀ)⁻¹, and the same of the fewer features ΦE.
const Letter dual{.name = "G", .rows = "n", .columns = "n", .symmetric = true};
const Letter fewer_dual{.name = "H", .rows = "n", .columns = "n", .symmetric = true};

Relations operator+(Relations a, const Relations& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Relations dual_relations() { return inverse(features * features.transposed(), dual); }
Relations padding_relations() {
  const MatrixPolynomial one = MatrixPolynomial::identity("M");
  return {relation(padding.transposed() * padding, one),
          relation(elsewhere.transposed() * elsewhere, one)};
}
Relations fewer_relations() {
  const MatrixPolynomial fewer = features * padding;
  return inverse(fewer * fewer.transposed(), fewer_dual) + padding_relations();
}

/// Φᵀ(ΦΦᵀ)⁻¹y, and the same of the fewer features: (ΦE)ᵀ(ΦE(ΦE)ᵀ)⁻¹y.
MatrixPolynomial min_norm() { return features.transposed() * dual * labels; }
MatrixPolynomial fewer_min_norm() {
  return (features * padding).transposed() * fewer_dual * labels;
}

MatrixPolynomial squared(const MatrixPolynomial& w) { return w.transposed() * w; }

ProofResult settled(const MatrixPolynomial& difference, const Relations& relations,
                    const std::string& how) {
  const MatrixPolynomial rest = reduced(difference, relations);
  if (!rest.is_zero()) return failed("the sides differ by " + rest.str());
  return proved(how + ", in matrices as indeterminates: all numbers of samples and features");
}

ProofCheck interpolates(const MatrixPolynomial& weights) {
  return [=](Stream&) {
    return settled(features * weights - labels, dual_relations(), "expanded with ΦΦᵀ(ΦΦᵀ)⁻¹ = 1");
  };
}

/// ‖w + k‖² = ‖w‖² + ‖k‖² for every k with Φk = 0: those are the differences of two interpolating
/// solutions.
ProofCheck is_least(const MatrixPolynomial& weights) {
  return [=](Stream&) {
    const MatrixPolynomial k = MatrixPolynomial::matrix("k", "N", "1");
    const Relations unseen{
        relation(features * k, MatrixPolynomial("n", "1")),
        relation(k.transposed() * features.transposed(), MatrixPolynomial("1", "n"))};
    return settled(squared(weights + k) - squared(weights) - squared(k),
                   unseen + dual_relations() + fewer_relations(), "expanded with Φk = 0");
  };
}

ProofCheck padded_interpolates(const Rational& scale, const MatrixPolynomial& pad) {
  return [=](Stream&) {
    return settled(Polynomial(scale) * (features * pad * fewer_min_norm()) - labels,
                   fewer_relations(), "expanded with ΦE(ΦE)ᵀ(ΦE(ΦE)ᵀ)⁻¹ = 1");
  };
}

struct Monotone {
  bool nested = true;
  bool normalised = false;
};

/// ‖w_M‖² − ‖w_N‖² = ‖E w_M − w_N‖², a square.
ProofCheck monotone(const Monotone& claimed) {
  return [=](Stream&) {
    const MatrixPolynomial anew = MatrixPolynomial::matrix("A", "n", "M");
    const MatrixPolynomial before =
        claimed.nested ? fewer_min_norm() : anew.transposed() * fewer_dual * labels;
    const Polynomial m = claimed.normalised ? Polynomial::variable("M") : Polynomial(1);
    const Polynomial n = claimed.normalised ? Polynomial::variable("N") : Polynomial(1);
    const Relations relations =
        dual_relations() +
        (claimed.nested ? fewer_relations()
                        : inverse(anew * anew.transposed(), fewer_dual) + padding_relations());
    return settled(
        m * squared(before) - n * squared(min_norm()) - squared(padding * before - min_norm()),
        relations, "the difference of the squared norms is a square");
  };
}

const RegisteredProof nested_norms{{
    .id = "proof/nested-norms",
    .title = "A richer class interpolates with a norm that is no larger",
    .statement = R"(S_1 \subset S_2 \Rightarrow \min_{f \in S_2} \|f\| \le \min_{f \in S_1} \|f\|)",
    .source = {"Belkin 2021, arXiv:2105.14368", "section 3, inductive biases"},
    .steps =
        {{.name = "interpolates",
          .statement = R"(w = \Phi^\top(\Phi\Phi^\top)^{-1}y \text{ has } \Phi w = y)",
          .check = interpolates(min_norm()),
          .planted = {{"no-solve", "w = Φᵀy", interpolates(features.transposed() * labels)}}},
         {.name = "least",
          .statement = R"(\Phi k = 0 \Rightarrow \|w+k\|^2 = \|w\|^2 + \|k\|^2)",
          .uses = {"interpolates"},
          .check = is_least(min_norm()),
          .planted = {{"padded", "the solution on fewer features, which interpolates too",
                       is_least(padding* fewer_min_norm())}}},
         {.name = "padding",
          .statement = R"(\text{the solution on fewer features, padded with zeros, interpolates})",
          .uses = {"interpolates"},
          .check = padded_interpolates(1, padding),
          .planted = {{"one-per-cent", "1.01 w", padded_interpolates(Rational(101, 100), padding)},
                      {"elsewhere", "zeros in the places of other features",
                       padded_interpolates(1, elsewhere)}}},
         {.name = "monotone",
          .statement = R"(\|w_{N+1}\| \le \|w_N\|)",
          .uses = {"least", "padding"},
          .check = monotone({}),
          .planted = {{"features-drawn-anew", "the larger class does not contain the smaller",
                       monotone({.nested = false})},
                      {"normalised", "N‖w‖², the norm with features scaled by 1/√N",
                       monotone({.normalised = true})}}}},
    .remark = "The slides compare ‖f‖ in one norm with ‖f‖ in another (an index slip): it is the "
              "same norm on both sides.",
}};

}  // namespace
}  // namespace asymptest::nested_norms_proof
