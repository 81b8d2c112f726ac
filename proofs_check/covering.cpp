#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "rigor/algebra/quotient.hpp"

namespace asymptest::covering_proof {
namespace {

using rigor::Polynomial;
using rigor::Quotient;
using rigor::Rational;

using GridPoint = std::array<int, 2>;

/// A self-similar set in the unit square, at depth k the cells of side base^-k whose digits, pair
/// by pair, are all allowed. Everything is counted in whole numbers.
struct SelfSimilar {
  const char* name;
  int base;
  int depth;
  std::vector<GridPoint> digits;

  [[nodiscard]] int side() const { return power(base, depth); }
  [[nodiscard]] static int power(int x, int n) {
    int result = 1;
    for (int i = 0; i < n; ++i) result *= x;
    return result;
  }
  /// m^k.
  [[nodiscard]] int cells(int level) const { return power(static_cast<int>(digits.size()), level); }
  [[nodiscard]] bool allows(int x, int y) const {
    for (int level = 0; level < depth; ++level, x /= base, y /= base) {
      const GridPoint digit{x % base, y % base};
      if (std::find(digits.begin(), digits.end(), digit) == digits.end()) return false;
    }
    return true;
  }
  /// Every cell of the grid, tried.
  [[nodiscard]] std::vector<GridPoint> points() const {
    std::vector<GridPoint> all;
    for (int x = 0; x < side(); ++x) {
      for (int y = 0; y < side(); ++y) {
        if (allows(x, y)) all.push_back({x, y});
      }
    }
    return all;
  }
};

std::vector<SelfSimilar> sets() {
  std::vector<GridPoint> carpet;
  for (int x = 0; x < 3; ++x) {
    for (int y = 0; y < 3; ++y) {
      if (x != 1 || y != 1) carpet.push_back({x, y});
    }
  }
  return {{"cantor", 3, 6, {{0, 0}, {2, 0}}},
          {"cantor dust", 3, 4, {{0, 0}, {2, 0}, {0, 2}, {2, 2}}},
          {"gasket", 2, 7, {{0, 0}, {1, 0}, {0, 1}}},
          {"carpet", 3, 3, carpet},
          {"square", 2, 5, {{0, 0}, {1, 0}, {0, 1}, {1, 1}}}};
}

/// The distance of the maximum norm.
int distance(const GridPoint& a, const GridPoint& b) {
  return std::max(std::abs(a[0] - b[0]), std::abs(a[1] - b[1]));
}

/// Points taken in order, each farther than r from those before: separated by more than r, and
/// every point is within r of one of them.
std::vector<GridPoint> greedy(const std::vector<GridPoint>& points, int r) {
  std::vector<GridPoint> chosen;
  for (const GridPoint& point : points) {
    const bool near = std::any_of(chosen.begin(), chosen.end(), [&](const GridPoint& other) {
      return distance(point, other) <= r;
    });
    if (!near) chosen.push_back(point);
  }
  return chosen;
}

using Fault = std::function<std::optional<std::string>(const SelfSimilar&, Stream&)>;

Polynomial symbol(const std::string& name) { return Polynomial::variable(name); }

/// What is left of each inequality must have nonnegative coefficients in indeterminates that are ≥
/// 0: then it holds in general. Besides, the statement is counted out on the sets.
struct General {
  std::vector<Polynomial> rooms;
  std::string how;
};

ProofCheck in_general(const General& general, const Fault& fault) {
  return [=](Stream& random) {
    for (const Polynomial& room : general.rooms) {
      if (!room.has_nonnegative_coefficients()) return failed("it leaves a room of " + room.str());
    }
    for (const SelfSimilar& set : sets()) {
      if (const auto found = fault(set, random)) {
        return failed(fmt::format("{}: {}", set.name, *found));
      }
    }
    return proved(general.how +
                  "; besides counted on Cantor set, Cantor dust, gasket, carpet and square");
  };
}

/// The induction on the level, from one cell: a cell x and a pair of digits r make the cell b·x + r
/// of the next one, m of them from each cell, and all of them differ. For if x' = x + 1 + t, r ≥ 0
/// and r' = b − 1 − v in a coordinate, b x' + r is b t + r + v + 1 above b x + r'. The claimed
/// number must be multiplied by m, no less and no more.
General cells_multiply(int extra) {
  const Polynomial b = symbol("b"), x = symbol("x"), t = symbol("t"), r = symbol("r");
  const Polynomial v = symbol("v"), m = symbol("m"), here = symbol("cells");
  const Polynomial apart = b * (x + 1 + t) + r - (b * x + (b - 1 - v));
  const Polynomial off = (m + extra) * here - m * here;
  return {{apart - 1, off, -off}, "by induction on k with b, m and the digits as indeterminates"};
}

/// At each level the cells, counted one by one, are m^level, m = digits + extra.
Fault cell_count(int extra) {
  return [=](const SelfSimilar& set, Stream&) -> std::optional<std::string> {
    const std::vector<GridPoint> points = set.points();
    for (int level = 0; level <= set.depth; ++level) {
      const int side = SelfSimilar::power(set.base, set.depth - level);
      std::set<GridPoint> boxes;
      for (const GridPoint& point : points) boxes.insert({point[0] / side, point[1] / side});
      const int claimed = SelfSimilar::power(static_cast<int>(set.digits.size()) + extra, level);
      if (static_cast<int>(boxes.size()) != claimed) {
        return fmt::format("level {} has {} cells, claimed {}", level, boxes.size(), claimed);
      }
    }
    return std::nullopt;
  };
}

/// log m^k = s log b^k with s = scale · log m/log b.
ProofCheck dimension(const Rational& scale) {
  return [=](Stream&) {
    const Polynomial k = symbol("k"), log_m = symbol("log m"), log_b = symbol("log b");
    const Quotient s = scale * Quotient(log_m, log_b);
    const Quotient rest = Quotient(k * log_m) - s * Quotient(k * log_b);
    if (!rest.is_zero()) return failed("the logarithms differ by " + rest.str());
    return proved("the logarithms with k, log m and log b as indeterminates");
  };
}

/// The gasket by name: at each level k, cells of side 2^−k that are `digits`^k, counted one by one.
ProofCheck gasket(int digits) {
  return [=](Stream&) {
    const std::vector<SelfSimilar> all = sets();
    const auto found = std::find_if(all.begin(), all.end(), [](const SelfSimilar& set) {
      return std::string_view(set.name) == "gasket";
    });
    if (found == all.end()) return failed("there is no gasket among the sets");
    if (found->base != 2 || static_cast<int>(found->digits.size()) != digits) {
      return failed(fmt::format("the gasket has {} pairs of digits", found->digits.size()));
    }
    const std::vector<GridPoint> points = found->points();
    for (int level = 0; level <= found->depth; ++level) {
      const int side = SelfSimilar::power(2, found->depth - level);
      std::set<GridPoint> boxes;
      for (const GridPoint& point : points) boxes.insert({point[0] / side, point[1] / side});
      const int claimed = SelfSimilar::power(digits, level);
      if (static_cast<int>(boxes.size()) != claimed) {
        return failed(fmt::format("the gasket has {} cells of side 2^-{}, claimed {}", boxes.size(),
                                  level, claimed));
      }
    }
    return proved(fmt::format("its pairs of digits, and `cells`; besides cell by cell to depth {}",
                              found->depth));
  };
}

/// In any metric space. Two points of a ball with centre c are r − a and r − e from it, a, e ≥ 0,
/// and by the triangle inequality (r − a) + (r − e) − t from each other: no farther than factor ·
/// r, so that each ball of a covering holds at most one point of a packing. And a packing to which
/// no point can be added leaves none farther than r from it: it is a covering.
General no_two_in_a_ball(int factor) {
  const Polynomial r = symbol("r");
  const Polynomial between = (r - symbol("a")) + (r - symbol("e")) - symbol("t");
  return {{factor * r - between}, "by the triangle inequality in any metric space"};
}

/// P(factor r) ≤ N(r) ≤ P(r): two points farther apart than 2r share no ball of radius r; a maximal
/// set of points separated by r is a covering. `factor` 2 is the theorem's.
Fault packing_and_covering(int factor) {
  return [=](const SelfSimilar& set, Stream&) -> std::optional<std::string> {
    const std::vector<GridPoint> points = set.points();
    for (int r = 1; 2 * r < set.side(); r *= set.base) {
      const std::vector<GridPoint> covering = greedy(points, r);
      for (const GridPoint& point : points) {
        const bool covered = std::any_of(covering.begin(), covering.end(), [&](const auto& centre) {
          return distance(point, centre) <= r;
        });
        if (!covered) return fmt::format("radius {} leaves a point out", r);
      }
      const std::size_t packed = greedy(points, factor * r).size();
      if (packed > covering.size()) {
        return fmt::format("{} points are packed at {} r, {} balls of radius r = {}", packed,
                           factor, covering.size(), r);
      }
    }
    return std::nullopt;
  };
}

/// P(r) ≤ N(r) with the same r: not so. Two points r apart may share a ball: the best covering is
/// by balls centred between them, of which one holds each cell of side 2r + 1.
Fault packing_at_the_same_radius() {
  return [](const SelfSimilar& set, Stream&) -> std::optional<std::string> {
    const std::vector<GridPoint> points = set.points();
    const int r = (set.base - 1) / 2 + 1;
    const int side = 2 * r + 1;
    std::set<GridPoint> boxes;
    for (const GridPoint& point : points) boxes.insert({point[0] / side, point[1] / side});
    const std::size_t packed = greedy(points, r).size();
    if (packed > boxes.size()) {
      return fmt::format("{} points are packed at r = {}, {} balls cover", packed, r, boxes.size());
    }
    return std::nullopt;
  };
}

/// A coordinate of a point of a cell is its corner's plus v = ℓ − 1 − w, w ≥ 0: within ℓ − shrink.
General corner_covers(int shrink) {
  const Polynomial side = symbol("ℓ");
  return {{(side - shrink) - (side - 1 - symbol("w"))},
          "a ball for each of the m^k cells, with ℓ as an indeterminate"};
}

/// One point of each cell of side ℓ = b^(k−level) covers with balls of radius ℓ − shrink: N ≤
/// m^level.
Fault upper_covering(int shrink) {
  return [=](const SelfSimilar& set, Stream&) -> std::optional<std::string> {
    const std::vector<GridPoint> points = set.points();
    for (int level = 0; level < set.depth; ++level) {
      const int side = SelfSimilar::power(set.base, set.depth - level);
      for (const GridPoint& point : points) {
        // The cell's lowest point: (0, 0) is an allowed pair of digits in every set here.
        const GridPoint corner{point[0] / side * side, point[1] / side * side};
        if (distance(point, corner) > side - shrink) {
          return fmt::format("level {}: a point is {} from its cell's corner", level,
                             distance(point, corner));
        }
      }
    }
    return std::nullopt;
  };
}

/// In each coordinate the ball's 2r + 1 = ℓ − z places meet at most two cells: one place of the
/// cell x, ℓx + ℓ − 1 − v, and one of the cell x + 2 + t, ℓ(x + 2 + t) + w, are farther than 2r
/// apart. So it meets 2^D cells of equal measure, here with D = 2; `half_cells` halves are claimed.
General ball_meets(int half_cells) {
  const Polynomial side = symbol("ℓ"), x = symbol("x"), t = symbol("t");
  const Polynomial apart = side * (x + 2 + t) + symbol("w") - (side * x + side - 1 - symbol("v"));
  const Polynomial width = side - symbol("z") - 1;
  const int cells_met = 2 * 2;
  return {{apart - width - 1, Polynomial(half_cells - 2 * cells_met)},
          "two cells in each coordinate, with ℓ as an indeterminate"};
}

/// The most points of the set in a ball of radius r < ℓ/2, ℓ = b^(k−level): it meets at most
/// four cells of that level, each of which holds m^(k−level) points. So N balls hold at most N of
/// that.
Fault ball_measure(int half_cells) {
  return [=](const SelfSimilar& set, Stream&) -> std::optional<std::string> {
    const std::vector<GridPoint> points = set.points();
    for (int level = 1; level < set.depth; ++level) {
      const int side = SelfSimilar::power(set.base, set.depth - level);
      const int r = (side - 1) / 2;
      const int step = std::max(1, side / 9);
      for (int x = 0; x < set.side(); x += step) {
        for (int y = 0; y < set.side(); y += step) {
          const auto held = std::count_if(points.begin(), points.end(), [&](const auto& point) {
            return distance(point, {x, y}) <= r;
          });
          const int most = half_cells * set.cells(set.depth - level);
          if (2 * held > most) {
            return fmt::format("level {}: a ball of radius {} holds {} points, claimed {}", level,
                               r, held, most / 2);
          }
        }
      }
    }
    return std::nullopt;
  };
}

/// A share a = A − z of the set is within r of the N points, A = 2^D N m^−k by `measure`, and the
/// rest farther: the mean is r (1 − a) + e with e ≥ 0.
General markov(bool subtract) {
  const Polynomial r = symbol("r"), a = symbol("a"), e = symbol("e");
  const Polynomial most = a + symbol("z");
  return {{r * (1 - a) + e - r * (1 - (subtract ? most : Polynomial()))},
          "Markov's inequality, with r, the share and its bound as indeterminates"};
}

/// For any N points the mean distance is at least (r + 1)(1 − N·4·m^−level), r = (ℓ − 1)/2: at most
/// N·4·m^(k−level) points lie within r of them. Samples drawn at random, distances in whole
/// numbers.
Fault mean_distance(bool subtract) {
  return [=](const SelfSimilar& set, Stream& random) -> std::optional<std::string> {
    const std::vector<GridPoint> points = set.points();
    for (const int size : {1, 2, 4, 8, 16}) {
      std::vector<GridPoint> sample;
      for (int i = 0; i < size; ++i) sample.push_back(points[random.below(points.size())]);
      long sum = 0;
      for (const GridPoint& point : points) {
        int nearest = set.side();
        for (const GridPoint& one : sample) nearest = std::min(nearest, distance(point, one));
        sum += nearest;
      }
      for (int level = 1; level <= set.depth; ++level) {
        const int side = SelfSimilar::power(set.base, set.depth - level);
        const long far = static_cast<long>(points.size()) -
                         (subtract ? 4L * size * set.cells(set.depth - level) : 0);
        const long least = ((side - 1) / 2 + 1) * far;
        if (sum < least) {
          return fmt::format("{} samples, level {}: the distances sum to {}, claimed {}", size,
                             level, sum, least);
        }
      }
    }
    return std::nullopt;
  };
}

const RegisteredProof covering{{
    .id = "proof/covering",
    .title = "A self-similar set needs N^(−1/s) to be covered by N balls, and no less on average",
    .statement = R"(4^{-1} r^{-s} \lesssim N(r) \le (1/r)^s,\quad s = \frac{\log m}{\log b},\quad
        \text{mean distance} \ge c\,N^{-1/s})",
    .source = {"Falconer 2014, Fractal Geometry, 3rd edition", "sections 2.1 and 9.3"},
    .supports = {"covering/covering-mean-torus-2", "covering/covering-mean-sierpinski-gasket"},
    .steps = {{.name = "cells",
               .statement = R"(\#\{\text{cells of side } b^{-k}\} = m^k)",
               .check = in_general(cells_multiply(0), cell_count(0)),
               .planted = {{"one-digit-more", "(m + 1)^k",
                            in_general(cells_multiply(1), cell_count(1))}}},
              {.name = "dimension",
               .statement = R"(m^k = (b^k)^s,\ s = \log m/\log b)",
               .uses = {"cells"},
               .check = dimension(1),
               .planted = {{"one-per-cent", "1.01 s", dimension(Rational(101, 100))}}},
              {.name = "gasket",
               .statement = R"(\#\{\text{cells of side } 2^{-k}\} = 3^k
                   \text{ for Sierpinski's gasket, so } s = \log 3/\log 2)",
               .uses = {"cells", "dimension"},
               .check = gasket(3),
               .planted = {{"square", "4^k, as of a square", gasket(4)},
                           {"line", "2^k, as of a line", gasket(2)}}},
              {.name = "packing",
               .statement = R"(P(2r) \le N(r) \le P(r))",
               .check = in_general(no_two_in_a_ball(2), packing_and_covering(2)),
               .planted = {{"same-radius", "P(r) ≤ N(r)",
                            in_general(no_two_in_a_ball(1), packing_at_the_same_radius())}}},
              {.name = "upper",
               .statement = R"(N(b^{-k}) \le m^k)",
               .uses = {"cells"},
               .check = in_general(corner_covers(1), upper_covering(1)),
               .planted = {{"radius", "a radius one smaller",
                            in_general(corner_covers(2), upper_covering(2))}}},
              {.name = "measure",
               .statement = R"(\mu(B(x,r)) \le 2^D m^{-k},\ r < b^{-k}/2)",
               .uses = {"cells"},
               .check = in_general(ball_meets(8), ball_measure(8)),
               .planted = {{"half-cell", "m^−k/2: a ball meets half a cell",
                            in_general(ball_meets(1), ball_measure(1))}}},
              {.name = "mean-distance",
               .statement = R"(\tfrac1{|S|}\sum_{x\in S} d(x,\{x_i\}) \ge r\,(1-2^DNm^{-k}))",
               .uses = {"measure", "dimension"},
               .check = in_general(markov(true), mean_distance(true)),
               .planted = {{"term-dropped", "r in place of r (1 − 2^D N m^−k)",
                            in_general(markov(false), mean_distance(false))}}}},
}};

}  // namespace
}  // namespace asymptest::covering_proof
