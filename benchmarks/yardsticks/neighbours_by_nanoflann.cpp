#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <nanoflann.hpp>
#include <vector>

#include "neighbour_problem.hpp"

namespace {

using asymptest::benchmarks::NeighbourProblem;

struct PointCloud {
  const Eigen::MatrixXd& points;
  [[nodiscard]] std::size_t kdtree_get_point_count() const {
    return static_cast<std::size_t>(points.cols());
  }
  [[nodiscard]] double kdtree_get_pt(std::size_t point, std::size_t axis) const {
    return points(static_cast<Eigen::Index>(axis), static_cast<Eigen::Index>(point));
  }
  template <class Box>
  bool kdtree_get_bbox(Box&) const {
    return false;
  }
};

/// The dimension is known to the compiler, which is the faster way.
template <int dimension>
using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, PointCloud>,
                                                 PointCloud, dimension, std::uint32_t>;

/// The `k` nearest of N points to each query.
template <int dimension>
void neighbours_by_nanoflann(benchmark::State& state) {
  const auto k = static_cast<std::size_t>(state.range(2));
  const NeighbourProblem problem(state.range(0), state.range(1),
                                 asymptest::benchmarks::queries_of_a_turn(state.range(1)));
  const PointCloud cloud{problem.points};
  const Tree<dimension> tree(static_cast<int>(state.range(0)), cloud);
  std::vector<std::uint32_t> indices(k);
  std::vector<double> squares(k);
  for (auto _ : state) {
    for (const auto query : problem.queries.colwise()) {
      tree.knnSearch(query.data(), k, indices.data(), squares.data());
      benchmark::DoNotOptimize(squares.data());
    }
  }
  state.SetItemsProcessed(state.iterations() * problem.queries.cols());
}

const auto registered = [] {
  const auto add = [](auto* function, int dimension, int count, int k) {
    benchmark::RegisterBenchmark("neighbours_by_nanoflann", function)
        ->ArgNames({"D", "N", "k"})
        ->Args({dimension, count, k})
        ->Unit(benchmark::kMicrosecond);
  };
  add(neighbours_by_nanoflann<2>, 2, 1000000, 1);
  add(neighbours_by_nanoflann<4>, 4, 65536, 1);
  add(neighbours_by_nanoflann<8>, 8, 100000, 1);
  add(neighbours_by_nanoflann<16>, 16, 100000, 1);
  add(neighbours_by_nanoflann<32>, 32, 1000000, 1);
  add(neighbours_by_nanoflann<64>, 64, 8192, 10);
  add(neighbours_by_nanoflann<-1>, 784, 8192, 10);
  return true;
}();

}  // namespace
