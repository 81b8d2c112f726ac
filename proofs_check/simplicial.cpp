#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "learning/interpolation/kuhn.hpp"
#include "proofs_check/random_rational.hpp"
#include "rigor/algebra/matrix_polynomial.hpp"
#include "rigor/algebra/quotient.hpp"
#include "rigor/matrices/rational_matrix.hpp"

namespace asymptest::simplicial_proof {
namespace {

using rigor::binomial;
using rigor::factorial;
using rigor::MatrixPolynomial;
using rigor::Polynomial;
using rigor::Quotient;
using rigor::Rational;
using rigor::RationalMatrix;
using rigor::RationalVector;

using Order = std::vector<std::size_t>;
using Vertex = std::vector<int>;

/// Coordinates with denominator 10^6 + 3: two of them coincide with a chance of a millionth.
RationalVector random_point(std::size_t dimension, Stream& random) {
  RationalVector x;
  for (std::size_t i = 0; i < dimension; ++i) x.push_back(unit_rational(random, 1000003));
  return x;
}

std::string text_of(const RationalVector& x) {
  std::string text = "(";
  for (const Rational& coordinate : x) text += coordinate.str() + " ";
  text.back() = ')';
  return text;
}

/// The vertices 0, e_π(1), e_π(1) + e_π(2), … of the simplex of an order.
std::vector<Vertex> vertices_of(const Order& order) {
  std::vector<Vertex> vertices{Vertex(order.size(), 0)};
  for (const std::size_t i : order) {
    vertices.push_back(vertices.back());
    vertices.back()[i] += 1;
  }
  return vertices;
}

RationalVector in_order(const RationalVector& x, const Order& order) {
  RationalVector sorted;
  for (const std::size_t i : order) sorted.push_back(x[i]);
  return sorted;
}

using Ordering = std::function<Order(const RationalVector&)>;

Order descending(const RationalVector& x) { return learning::kuhn_order<Rational>(x); }

Order ascending(const RationalVector& x) {
  Order order = descending(x);
  std::reverse(order.begin(), order.end());
  return order;
}

/// The induction on d: a further coordinate y = x − g below the last one, x, splits the last weight
/// x into x − y at the last vertex v and y at the new one, v + e. The sum stays, the mean moves by
/// the new coordinate, and g ≥ 0. At d = 0 the weight 1 is at the corner. Empty if it goes through.
std::string fault_of_splitting(bool descending_order) {
  const Polynomial x = Polynomial::variable("x"), g = Polynomial::variable("g");
  const Polynomial v = Polynomial::variable("v"), e = Polynomial::variable("e");
  const Polynomial y = descending_order ? x - g : x + g;
  const Polynomial kept = x - y;
  if (!(kept + y - x).is_zero()) return "the sum of the weights changes";
  if (!(kept * v + y * (v + e) - x * v - y * e).is_zero()) return "the mean is not the point";
  return kept.has_nonnegative_coefficients() ? "" : "a weight is " + kept.str();
}

/// λ ≥ 0, Σλ = 1, Σλ_k v_k = x, for the weights that the instrument uses.
ProofCheck weights(const Ordering& ordering, bool descending_order) {
  return [=](Stream& random) {
    const std::string fault = fault_of_splitting(descending_order);
    if (!fault.empty()) return failed("from d to d + 1 " + fault);
    for (std::size_t d = 1; d <= 10; ++d) {
      for (int draw = 0; draw < 50; ++draw) {
        const RationalVector x = random_point(d, random);
        const Order order = ordering(x);
        const auto lambda = learning::kuhn_weights<Rational>(in_order(x, order));
        const auto vertices = vertices_of(order);
        Rational sum = 0;
        RationalVector mean(d);
        for (std::size_t k = 0; k <= d; ++k) {
          if (lambda[k] < 0) return failed("a weight is negative at " + text_of(x));
          sum += lambda[k];
          for (std::size_t i = 0; i < d; ++i) mean[i] += lambda[k] * vertices[k][i];
        }
        if (sum != 1 || mean != x) return failed("the mean is not the point " + text_of(x));
      }
    }
    return proved(
        "by induction on d, its step expanded in the coordinates and vertices; the code's own "
        "weights besides at 50 points in each dimension from 1 to 10");
  };
}

/// The point's barycentric coordinates in the simplex of an order, by solving Σλ_k v_k = x, Σλ = 1.
RationalVector barycentric(const std::vector<RationalVector>& vertices, const RationalVector& x) {
  const std::size_t size = vertices.size();
  RationalMatrix system(size, size);
  RationalVector right = x;
  right.push_back(1);
  for (std::size_t k = 0; k < size; ++k) {
    for (std::size_t i = 0; i + 1 < size; ++i) system(i, k) = vertices[k][i];
    system(size - 1, k) = 1;
  }
  return solve(system, right).value();
}

std::vector<RationalVector> rational(const std::vector<Vertex>& vertices) {
  std::vector<RationalVector> result;
  result.reserve(vertices.size());
  for (const Vertex& vertex : vertices) result.emplace_back(vertex.begin(), vertex.end());
  return result;
}

Rational volume(const std::vector<RationalVector>& vertices) {
  const std::size_t d = vertices.size() - 1;
  RationalMatrix edges(d, d);
  for (std::size_t k = 0; k < d; ++k) {
    for (std::size_t i = 0; i < d; ++i) edges(i, k) = vertices[k + 1][i] - vertices[0][i];
  }
  const Rational parallelepiped = determinant(edges);
  return (parallelepiped < 0 ? -parallelepiped : parallelepiped) / factorial(static_cast<int>(d));
}

std::vector<std::vector<RationalVector>> all_simplices(std::size_t dimension) {
  Order order(dimension);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::vector<RationalVector>> simplices;
  do {
    simplices.push_back(rational(vertices_of(order)));
  } while (std::next_permutation(order.begin(), order.end()));
  return simplices;
}

/// (n + steps)!/n!.
Quotient factorial_ratio(const Polynomial& n, int steps) {
  Quotient ratio = 1;
  for (int i = 1; i <= steps; ++i) ratio = ratio * Quotient(n + i);
  return ratio;
}

/// What of the tiling is altered for a planted error.
struct Orders {
  int forgotten = 0;       ///< places that a further coordinate is never put
  bool one_twice = false;  ///< a place taken once more instead of another one
};

/// The induction on d, for every d. By `weights` x is inside the simplex of an order if it descends
/// strictly along it. A further coordinate y fits the place after as many as are above it, and no
/// other: between u_j and u_{j+1} and also, k > j, between u_k ≤ u_{j+1} and u_{k+1} it would be
/// above u_{j+1} and below u_k. The d + 1 places make (d + 1)! orders of d!. The simplex of each
/// order has the same volume, the coordinates being exchanged, which is F_d(1) for F_{d+1}(t) = ∫₀ᵗ
/// F_d, F_0 = 1, as 1/d! is: ((d + 1)!)⁻¹ (t^(d+1))' = (d!)⁻¹ t^d. Empty if so.
std::string fault_of_insertion(const Orders& orders) {
  const Polynomial below_first = Polynomial::variable("u"), g = Polynomial::variable("g");
  const Polynomial above_second = orders.one_twice ? below_first + g : below_first - g;
  const Polynomial left_over = below_first - above_second;  // ≥ 0, so that y has no room in between
  if (!left_over.has_nonnegative_coefficients()) return "a point is in two simplices";
  const Polynomial d = Polynomial::variable("d");
  const Quotient places(d + 1 - orders.forgotten);
  if (!(places == factorial_ratio(d, 1))) return "there are not (d + 1)! orders of d + 1";
  const Polynomial power = Polynomial::variable("t^(d+1)"), lower = Polynomial::variable("t^d");
  const Polynomial slope = power.derivation({{"t^(d+1)", (d + 1) * lower}});
  return Quotient(slope) / factorial_ratio(d, 1) == Quotient(lower) ? "" : "the volume is not 1/d!";
}

using Change = std::function<void(std::vector<std::vector<RationalVector>>&)>;

/// The d! simplices have volume 1 together, and each random point is inside exactly one.
ProofCheck tiling(const Change& change, const Orders& orders) {
  return [=](Stream& random) {
    const std::string fault = fault_of_insertion(orders);
    if (!fault.empty()) return failed(fault);
    for (std::size_t d = 2; d <= 5; ++d) {
      auto simplices = all_simplices(d);
      change(simplices);
      Rational total = 0;
      for (const auto& simplex : simplices) total += volume(simplex);
      if (total != 1) return failed(fmt::format("d = {}: volume {}", d, total.str()));
      for (int draw = 0; draw < 10; ++draw) {
        const RationalVector x = random_point(d, random);
        const auto inside = std::count_if(simplices.begin(), simplices.end(), [&](const auto& s) {
          const RationalVector lambda = barycentric(s, x);
          return std::all_of(lambda.begin(), lambda.end(), [](const Rational& l) { return l > 0; });
        });
        if (inside != 1) return failed(fmt::format("{} is in {} simplices", text_of(x), inside));
      }
    }
    return proved(
        "by induction on d, the place of a further coordinate and the volume in indeterminates; "
        "besides all simplices for d = 2 to 5, 10 points each");
  };
}

/// Vertex → weight for the point of a cell with the given offset.
std::map<Vertex, Rational> interpolation(const Vertex& cell, const RationalVector& offset,
                                         const Ordering& ordering) {
  const Order order = ordering(offset);
  const auto lambda = learning::kuhn_weights<Rational>(in_order(offset, order));
  auto vertices = vertices_of(order);
  std::map<Vertex, Rational> weights;
  for (std::size_t k = 0; k < vertices.size(); ++k) {
    for (std::size_t i = 0; i < cell.size(); ++i) vertices[k][i] += cell[i];
    if (lambda[k] != 0) weights[vertices[k]] += lambda[k];
  }
  return weights;
}

/// For every d. Seen from the one cell the facet's coordinate is 1, comes first and splits the
/// weight 1 of the corner into 1 − 1 there and 1 at the next vertex, which is the other cell's
/// corner. Seen from that one it is 0 and, if it comes last, splits a weight x into x − 0 and 0.
/// The coordinates in between are the same and split the same weight from the same vertex on. Empty
/// if so.
std::string fault_at_facet(bool descending_neighbour) {
  using learning::kuhn_weights;
  const Polynomial x = Polynomial::variable("x");
  const std::vector<Polynomial> whole{1}, none{0};
  const auto cell = kuhn_weights<Polynomial>(whole);  // 1 split by 1
  const Polynomial begins = descending_neighbour ? 1 : kuhn_weights<Polynomial>(none)[1];
  const Polynomial last = x - (descending_neighbour ? Polynomial(0) : x);
  if (!cell[0].is_zero() || !(cell[1] == begins)) {
    return fmt::format("the weight to be split is {} and {}", cell[1].str(), begins.str());
  }
  return last == x ? "" : "the last vertices differ in weight";
}

/// A point of a facet gets the same weights from the cells on both sides of it.
ProofCheck conformity(const Ordering& neighbours_ordering, bool descending_neighbour) {
  return [=](Stream& random) {
    const std::string fault = fault_at_facet(descending_neighbour);
    if (!fault.empty()) return failed("at a facet " + fault);
    for (std::size_t d = 2; d <= 8; ++d) {
      for (int draw = 0; draw < 50; ++draw) {
        RationalVector offset = random_point(d, random);
        const std::size_t facet = random.below(d);
        Vertex cell(d, 0), neighbour(d, 0);
        neighbour[facet] = 1;
        offset[facet] = 1;
        const auto from_cell = interpolation(cell, offset, descending);
        offset[facet] = 0;
        if (from_cell != interpolation(neighbour, offset, neighbours_ordering)) {
          return failed("the cells disagree at " + text_of(offset));
        }
      }
    }
    return proved(
        "for every d: the first and the last weight in indeterminates, those in between are the "
        "same; the code's own weights besides at 50 points in each dimension from 2 to 8");
  };
}

/// ∫ Π λ_k^{a_k} over the Kuhn simplex, as an iterated integral of monomials: with
/// F_d(t) = t^{a_d} and F_k(t) = ∫₀ᵗ (t − s)^{a_k} F_{k+1}(s) ds it is F₀(1).
Rational integral(const std::vector<int>& powers) {
  Rational coefficient = 1;
  int degree = powers.back();
  for (std::size_t k = powers.size() - 1; k-- > 0;) {
    Rational sum = 0;  // ∫₀¹ (1 − s)^a s^degree ds, expanded
    for (int j = 0; j <= powers[k]; ++j) {
      sum += (j % 2 == 0 ? 1 : -1) * binomial(powers[k], j) / (j + degree + 1);
    }
    coefficient *= sum;
    degree += powers[k] + 1;
  }
  return coefficient;
}

/// E Π λ_k^{a_k} for Dirichlet(1, …, 1): d! Π a_k! / (d + Σa)!, off by `shift` for a planted error.
Rational dirichlet_moment(const std::vector<int>& powers, int shift) {
  const int d = static_cast<int>(powers.size()) - 1;
  Rational product = factorial(d);
  int total = 0;
  for (const int a : powers) {
    product *= factorial(a);
    total += a;
  }
  return product / factorial(d + total + shift);
}

bool next_powers(std::vector<int>& powers, int largest_degree) {
  for (int& power : powers) {
    ++power;
    if (std::accumulate(powers.begin(), powers.end(), 0) <= largest_degree) return true;
    power = 0;
  }
  return false;
}

/// B(a, m) = ∫₀¹ (1 − s)^a s^m ds = a! m!/(a + m + 1)! for all a and m. By parts,
/// ((1 − s)^a s^(m+1))' = (m + 1)(1 − s)^a s^m − a (1 − s)^(a−1) s^(m+1), which integrates to 0 for
/// a ≥ 1: (m + 1) B(a, m) = a B(a − 1, m + 1), as of the factorials; and B(0, m) = 1/(m + 1).
bool beta_integral_holds() {
  const Polynomial a = Polynomial::variable("a"), m = Polynomial::variable("m");
  // With s = s^(m+1), t = (1 − s)^a and the powers one lower, s1 and t1.
  const Polynomial s = Polynomial::variable("s"), s1 = Polynomial::variable("s1");
  const Polynomial t = Polynomial::variable("t"), t1 = Polynomial::variable("t1");
  const Polynomial slope = (s * t).derivation({{"s", (m + 1) * s1}, {"t", -(a * t1)}});
  const bool by_parts = slope == (m + 1) * t * s1 - a * t1 * s;
  // [a!/(a − 1)!] / [(m + 1)!/m!], the two having the same (a + m + 1)!.
  const Quotient ratio = factorial_ratio(a - 1, 1) / factorial_ratio(m, 1);
  const bool first = 1 / factorial_ratio(m, 1) == Quotient(1, m + 1);
  return by_parts && first && ratio == Quotient(a, m + 1);
}

/// The induction on the vertices. F(t) = Π a_k!/D! t^D of those so far, D the number of integrals
/// and exponents, becomes ∫₀ᵗ (t − s)^a F(s) ds = B(a, D) Π a_k!/D! t^(D+a+1) = a! Π a_k!/(D + a +
/// 1)! t^(D+a+1). The first has no integral: F(t) = t^a = a!/a! t^a. Whether the moments with
/// (… + shift)! do this.
bool moments_follow(int shift) {
  const Polynomial a = Polynomial::variable("a"), degree = Polynomial::variable("D");
  const bool first = factorial_ratio(a, shift) == Quotient(1);
  return first && factorial_ratio(degree, shift) == factorial_ratio(degree + a + 1, shift);
}

/// By induction; and by iterated integrals of monomials, expanded.
ProofCheck moments(int shift) {
  return [shift](Stream&) {
    if (!beta_integral_holds()) return failed("the beta integral does not follow by parts");
    if (!moments_follow(shift)) {
      return failed("a further vertex does not multiply the moment by the beta integral");
    }
    constexpr int largest_degree = 6;
    int checked = 0;
    for (std::size_t d = 1; d <= 5; ++d) {
      std::vector<int> powers(d + 1, 0);
      do {
        const Rational mean = integral(powers) * factorial(static_cast<int>(d));
        if (mean != dirichlet_moment(powers, shift)) {
          return failed(fmt::format("d = {}, powers {}: the moment is {}", d,
                                    fmt::join(powers, " "), mean.str()));
        }
        ++checked;
      } while (next_powers(powers, largest_degree));
    }
    return proved(
        fmt::format("by induction on the exponents and the vertices, its steps expanded in an "
                    "exponent and the degree; besides all {} moments up to degree {}, d = 1 to 5",
                    checked, largest_degree));
  };
}

/// With [x; 1] for a point and M for the matrix of a simplex's vertices in this form, λ = M⁻¹[x;
/// 1]. An affine map is a matrix B: the image B[x; 1] = BMλ has in the image of the simplex, BM or,
/// with its vertices exchanged, BMP, the coordinates (BM)⁻¹BMλ.
ProofCheck affine_invariance(bool reorder) {
  return [reorder](Stream&) {
    const std::string size = "d+1";
    const auto square = [&](const std::string& name) {
      return MatrixPolynomial::matrix(name, size, size);
    };
    const MatrixPolynomial m = square("M"), m_inverse = square("M⁻¹"), b = square("B"),
                           b_inverse = square("B⁻¹"), p = square("P"),
                           one = MatrixPolynomial::identity(size);
    const MatrixPolynomial lambda = MatrixPolynomial::matrix("λ", size, "1");
    const MatrixPolynomial back =
        reorder ? p.transposed() * m_inverse * b_inverse : m_inverse * b_inverse;
    const MatrixPolynomial change =
        reduced(back * b * m * lambda - lambda,
                {relation(b_inverse * b, one), relation(m_inverse * m, one)});
    if (!change.is_zero()) return failed("the coordinates change by " + change.str());
    return proved("in matrices as indeterminates, of any order: every simplex that is not flat");
  };
}

/// d + 1 moments of d! 2!/(d + 2)! each.
ProofCheck second_moment(int denominator_shift) {
  return [denominator_shift](Stream&) {
    const Polynomial d = Polynomial::variable("d");
    const Quotient sum = Quotient(2 * (d + 1)) / factorial_ratio(d, 2);
    if (!(sum == Quotient(2, d + denominator_shift))) {
      return failed("the sum is " + sum.str());
    }
    return proved("(d + 1) · 2 d!/(d + 2)!, expanded in d");
  };
}

const RegisteredProof simplicial{{
    .id = "proof/simplicial",
    .title = "Kuhn simplices tile space, and the squared weights of a uniform point sum to 2/(d+2)",
    .statement = R"(\mathbb{E}\sum_{k=0}^d \lambda_k^2 = \frac{2}{d+2})",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161", "section 3"},
    .supports = {"interpolation/simplicial-regression",
                 "interpolation/simplicial-regression-constant"},
    .steps =
        {{.name = "weights",
          .statement = R"(\lambda \ge 0,\ \sum_k \lambda_k = 1,\ \sum_k \lambda_k v_k = x)",
          .check = weights(descending, true),
          .planted = {{"ascending", "the coordinates sorted the wrong way",
                       weights(ascending, false)}}},
         {.name = "tiling",
          .statement = R"(\text{the } d! \text{ simplices have volume } 1/d! \text{ each, and almost
              every point of the cube lies in exactly one})",
          .uses = {"weights"},
          .check = tiling([](auto&) {}, {}),
          .planted = {{"one-left-out", "one order of the coordinates is forgotten",
                       tiling([](auto& simplices) { simplices.pop_back(); }, {.forgotten = 1})},
                      {"one-twice", "one order in place of another: the volume is still 1",
                       tiling([](auto& all) { std::fill(all.begin() + 1, all.end(), all[0]); },
                              {.one_twice = true})}}},
         {.name = "conformity",
          .statement = R"(\text{neighbouring cells agree on their common facet})",
          .uses = {"weights"},
          .check = conformity(descending, true),
          .planted = {{"mirrored-neighbour", "the next cell is cut along the other diagonal",
                       conformity(ascending, false)}}},
         {.name = "dirichlet",
          .statement = R"(\mathbb{E}\prod_k \lambda_k^{a_k} = \frac{d!\,\prod_k a_k!}{(d+\sum_k
              a_k)!}, \text{ the moments of Dirichlet}(1,\dots,1))",
          .uses = {"weights", "tiling"},
          .check = moments(0),
          .planted = {{"one-more-degree", "(d + Σa + 1)! in the denominator", moments(1)}}},
         {.name = "affine-invariance",
          .statement = R"(\text{an affine map of the simplex keeps } \lambda)",
          .uses = {"weights"},
          .check = affine_invariance(false),
          .planted = {{"vertices-exchanged", "two vertices are exchanged",
                       affine_invariance(true)}}},
         {.name = "second-moment",
          .statement = R"(\sum_{k=0}^d \mathbb{E}\lambda_k^2 = \frac{2}{d+2})",
          .uses = {"dirichlet", "affine-invariance"},
          .check = second_moment(2),
          .planted = {{"d-plus-one", "2/(d + 1) in place of 2/(d + 2)", second_moment(1)}}}},
    .remark = "The moments determine the law of a bounded variable. With independent noise of "
              "variance σ² at the vertices "
              "the noise part of the squared error is σ² times this sum.",
}};

}  // namespace
}  // namespace asymptest::simplicial_proof
