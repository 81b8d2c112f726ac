#include <fmt/format.h>

#include "groups.hpp"

namespace asymptest::benchmarks {
namespace {

/// `microseconds`: of a query, the target.
Group delaunay_beside_clp(int d, int n, double microseconds) {
  const std::string sizes = fmt::format("d:{}/n:{}", d, n);
  return {.name = fmt::format("Delaunay location, d = {}, n = {}", d, n),
          .figures = {{.instrument = "a query",
                       .above = {"delaunay_location/" + sizes, "time"},
                       .scale = 1e6,
                       .unit = "µs",
                       .target = at_most(microseconds),
                       .bound = "d + 1 passes over all points, or some more"},
                      as_fast_as("Clp", "a query", "delaunay_location/" + sizes,
                                 "delaunay_location_by_clp/" + sizes)},
          .turns = 5,
          .slow = d > 32};
}

Group delaunay_beside_qhull(int d, int n) {
  const std::string sizes = fmt::format("d:{}/n:{}", d, n);
  return {.name = fmt::format("Delaunay location, d = {}, n = {}", d, n),
          .figures = {as_fast_as("Qhull's query, once it has built", "a query",
                                 "delaunay_location/" + sizes,
                                 "delaunay_location_by_qhull/" + sizes, at_least(1),
                                 "no triangulation is kept to walk through: neighbours are "
                                 "looked for two times or three"),
                      as_fast_as("Qhull with its triangulation", "one query",
                                 "delaunay_location/" + sizes,
                                 "delaunay_triangulation_by_qhull/" + sizes + "/iterations:1")},
          .turns = 3,
          .slow = true};
}

/// Never slower than the better of two by more than a twentieth.
constexpr double as_fast = 1 / 1.05;

Group by_tree(int dimension, int count) {
  const std::string sizes = fmt::format("D:{}/N:{}/k:1", dimension, count);
  Figure beside_nanoflann = as_fast_as("nanoflann", "tree", "neighbours_by_tree/" + sizes,
                                       "neighbours_by_nanoflann/" + sizes, at_least(as_fast));
  beside_nanoflann.bound = "leaves in no order, for which both wait";
  return {.name = fmt::format("Nearest of N = {} points, D = {}", count, dimension),
          .figures = {beside_nanoflann,
                      as_fast_as("brute force", "tree", "neighbours_by_tree/" + sizes,
                                 "neighbours_by_brute_force/" + sizes, at_least(as_fast))},
          .turns = count > 65536 ? 3 : 7,
          .slow = count > 65536};
}

/// `times`: as fast as nanoflann, the target.
Group by_product(int dimension, int count, int k, double times) {
  const std::string sizes = fmt::format("D:{}/N:{}/k:{}", dimension, count, k);
  const std::string ours = "neighbours_by_product/" + sizes;
  return {.name = fmt::format("{} nearest of N = {} points, D = {}, exact", k, count, dimension),
          .figures = {as_fast_as("nanoflann", "product", ours, "neighbours_by_nanoflann/" + sizes,
                                 at_least(times)),
                      as_fast_as("brute force", "product", ours,
                                 "neighbours_by_brute_force/" + sizes, at_least(as_fast)),
                      as_fast_as("faiss, which has single precision only", "product", ours,
                                 "neighbours_by_faiss/" + sizes)},
          .turns = count > 65536 ? 1 : 3,
          .slow = dimension > 100 || count > 65536};
}

Group singular_weights() {
  const std::string ours = "singular_weights_of_distances/n:100000";
  return {.name = "Singular weights, n = 10⁵",
          .figures = {{.instrument = "bytes read and written",
                       .above = {ours, "bytes_per_second"},
                       .below = {{"triad/100000", "bytes_per_second"}},
                       .form = Form::share,
                       .unit = "of the triad in the cache",
                       .target = at_least(0.8),
                       .bound = "a logarithm and an exponential a label, eight times the "
                                "triad's work"}}};
}

Group geometric_sets() {
  return {.name = "McShane's constant, greedy designs and box counts",
          .figures = {{.instrument = "constant of 4096 values, D = 32",
                       .above = {"least_lipschitz_constant/D:32/N:4096", "FLOP/s"},
                       .below = peak(),
                       .form = Form::share,
                       .unit = "of the peak, by instructions",
                       .target = at_least(0.8),
                       .bound = "a load beside each three instructions, and a division a pair"},
                      {.instrument = "greedy design from 25 000 candidates, D = 2",
                       .above = {"farthest_first/D:2/N:25000", "bytes_per_second"},
                       .below = {{"triad/100000", "bytes_per_second"}},
                       .form = Form::share,
                       .unit = "of the triad in the cache",
                       .target = at_least(0.8),
                       .bound = "distances around the torus, six instructions a coordinate"},
                      {.instrument = "boxes of 100 000 points, D = 2, twelve levels",
                       .above = {"box_counts/D:2/N:100000", "time"},
                       .below = {{"sorted_numbers/100000", "time"}},
                       .form = Form::times,
                       .unit = "the time in which as many numbers are sorted",
                       .target = at_most(1.25),
                       .bound = "the numbers' digits, beside their order"}},
          .turns = 5};
}

}  // namespace

std::vector<Group> point_groups() {
  return {delaunay_beside_qhull(2, 100000),
          delaunay_beside_qhull(4, 10000),
          delaunay_beside_clp(8, 2000, 36),
          delaunay_beside_clp(16, 2000, 155),
          delaunay_beside_clp(32, 1000, 430),
          delaunay_beside_clp(100, 2000, 20000),
          by_tree(2, 1000000),
          by_tree(4, 65536),
          by_tree(8, 100000),
          by_product(16, 100000, 1, 10),
          by_product(32, 1000000, 1, 10),
          by_product(64, 8192, 10, 10),
          by_product(784, 8192, 10, 10),
          geometric_sets(),
          singular_weights()};
}

}  // namespace asymptest::benchmarks
