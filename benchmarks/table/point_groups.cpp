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
                                 "no triangulation is kept, so that all points are "
                                 "priced again and again"),
                      as_fast_as("Qhull with its triangulation", "one query",
                                 "delaunay_location/" + sizes,
                                 "delaunay_triangulation_by_qhull/" + sizes + "/iterations:1")},
          .turns = 3,
          .slow = true};
}

Group by_tree(int dimension, int count) {
  const std::string sizes = fmt::format("D:{}/N:{}/k:1", dimension, count);
  return {.name = fmt::format("Nearest of N = {} points, D = {}", count, dimension),
          .figures = {as_fast_as("nanoflann", "tree", "neighbours_by_tree/" + sizes,
                                 "neighbours_by_nanoflann/" + sizes, at_least(1)),
                      as_fast_as("brute force", "tree", "neighbours_by_tree/" + sizes,
                                 "neighbours_by_brute_force/" + sizes)},
          .turns = 7};
}

Group by_product(int dimension, int count, int k) {
  const std::string sizes = fmt::format("D:{}/N:{}/k:{}", dimension, count, k);
  const std::string ours = "neighbours_by_product/" + sizes;
  return {
      .name = fmt::format("{} nearest of N = {} points, D = {}, exact", k, count, dimension),
      .figures = {as_fast_as("nanoflann", "product", ours, "neighbours_by_nanoflann/" + sizes,
                             at_least(1)),
                  as_fast_as("brute force", "product", ours, "neighbours_by_brute_force/" + sizes),
                  as_fast_as("faiss, which has single precision only", "product", ours,
                             "neighbours_by_faiss/" + sizes)},
      .turns = 3,
      .slow = dimension > 100};
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

}  // namespace

std::vector<Group> point_groups() {
  return {delaunay_beside_qhull(2, 100000),
          delaunay_beside_qhull(4, 10000),
          delaunay_beside_clp(8, 2000, 36),
          delaunay_beside_clp(16, 2000, 155),
          delaunay_beside_clp(32, 1000, 430),
          delaunay_beside_clp(100, 2000, 20000),
          by_tree(2, 65536),
          by_tree(4, 65536),
          by_tree(8, 65536),
          by_product(16, 8192, 1),
          by_product(64, 8192, 10),
          by_product(784, 8192, 10),
          singular_weights()};
}

}  // namespace asymptest::benchmarks
