#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "learning/interpolation/kuhn.hpp"
#include "proofs_check/random_rational.hpp"
#include "rigor/matrices/rational_matrix.hpp"

namespace asymptest::simplicial_proof {
namespace {

using rigor::binomial;
using rigor::factorial;
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

/// λ ≥ 0, Σλ = 1, Σλ_k v_k = x, for the weights that the instrument uses.
ProofCheck weights(const Ordering& ordering) {
  return [ordering](Stream& random) {
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
    return verified("50 points in each dimension from 1 to 10");
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

using Change = std::function<void(std::vector<std::vector<RationalVector>>&)>;

/// The d! simplices have volume 1 together, and each random point is inside exactly one.
ProofCheck tiling(const Change& change) {
  return [change](Stream& random) {
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
    return verified("d = 2 to 5: all simplices, 10 points each");
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

/// A point of a facet gets the same weights from the cells on both sides of it.
ProofCheck conformity(const Ordering& ordering, const Ordering& neighbours_ordering) {
  return [=](Stream& random) {
    for (std::size_t d = 2; d <= 8; ++d) {
      for (int draw = 0; draw < 50; ++draw) {
        RationalVector offset = random_point(d, random);
        const std::size_t facet = random.below(d);
        Vertex cell(d, 0), neighbour(d, 0);
        neighbour[facet] = 1;
        offset[facet] = 1;
        const auto from_cell = interpolation(cell, offset, ordering);
        offset[facet] = 0;
        if (from_cell != interpolation(neighbour, offset, neighbours_ordering)) {
          return failed("the cells disagree at " + text_of(offset));
        }
      }
    }
    return verified("50 points of facets in each dimension from 2 to 8");
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

ProofCheck moments(int shift) {
  return [shift](Stream&) {
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
    return verified(
        fmt::format("all {} moments up to degree {}, d = 1 to 5", checked, largest_degree));
  };
}

/// The map of the Kuhn simplex onto any other that takes vertices to vertices keeps the barycentric
/// coordinates and changes every volume by the same factor.
ProofCheck affine_invariance(bool reorder) {
  return [reorder](Stream& random) {
    for (std::size_t d = 1; d <= 5; ++d) {
      for (int draw = 0; draw < 20; ++draw) {
        std::vector<RationalVector> vertices(d + 1);
        do {
          for (auto& vertex : vertices) vertex = random_point(d, random);
        } while (volume(vertices) == 0);
        const RationalVector x = random_point(d, random);
        const auto lambda = learning::kuhn_weights<Rational>(in_order(x, descending(x)));
        RationalVector image(d);
        for (std::size_t k = 0; k <= d; ++k) {
          for (std::size_t i = 0; i < d; ++i) image[i] += lambda[k] * vertices[k][i];
        }
        if (reorder) std::swap(vertices.front(), vertices.back());
        if (barycentric(vertices, image) != lambda) {
          return failed(fmt::format("d = {}: the coordinates of {} change", d, text_of(x)));
        }
      }
    }
    return verified("20 random simplices in each dimension from 1 to 5");
  };
}

ProofCheck second_moment(int denominator_shift) {
  return [denominator_shift](Stream&) {
    constexpr int largest = 48;
    for (int d = 1; d <= largest; ++d) {
      Rational sum = 0;
      for (int k = 0; k <= d; ++k) {
        std::vector<int> powers(static_cast<std::size_t>(d) + 1, 0);
        powers[static_cast<std::size_t>(k)] = 2;
        sum += integral(powers) * factorial(d);
      }
      if (sum != Rational(2, d + denominator_shift)) {
        return failed(fmt::format("d = {}: the sum is {}", d, sum.str()));
      }
    }
    return verified(fmt::format("d = 1 to {}", largest));
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
          .check = weights(descending),
          .planted = {{"ascending", "the coordinates sorted the wrong way", weights(ascending)}}},
         {.name = "tiling",
          .statement = R"(\text{the } d! \text{ simplices have volume } 1/d! \text{ each, and almost
              every point of the cube lies in exactly one})",
          .uses = {"weights"},
          .check = tiling([](auto&) {}),
          .planted = {{"one-left-out", "one order of the coordinates is forgotten",
                       tiling([](auto& simplices) { simplices.pop_back(); })},
                      {"one-twice", "one order in place of another: the volume is still 1",
                       tiling([](auto& all) { std::fill(all.begin() + 1, all.end(), all[0]); })}}},
         {.name = "conformity",
          .statement = R"(\text{neighbouring cells agree on their common facet})",
          .uses = {"weights"},
          .check = conformity(descending, descending),
          .planted = {{"mirrored-neighbour", "the next cell is cut along the other diagonal",
                       conformity(descending, ascending)}}},
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
    .remark =
        "The moments up to a degree are checked, in exact fractions; all of them determine "
        "the law of a bounded variable. With independent noise of variance σ² at the vertices "
        "the noise part of the squared error is σ² times this sum.",
}};

}  // namespace
}  // namespace asymptest::simplicial_proof
