#include <benchmark/benchmark.h>
#include <libqhull_r/qhull_ra.h>

#include <cstdio>
#include <stdexcept>
#include <vector>

#include "delaunay_problem.hpp"

namespace {

using asymptest::benchmarks::DelaunayProblem;

/// Qhull's Delaunay triangulation of the points, which it keeps to answer queries.
class Triangulation {
 public:
  explicit Triangulation(Eigen::MatrixXd points) : points_(std::move(points)) {
    char command[] = "qhull d Qbb Qt Q12";
    qh_zero(&qhull_, stderr);
    if (qh_new_qhull(&qhull_, static_cast<int>(points_.rows()), static_cast<int>(points_.cols()),
                     points_.data(), False, command, nullptr, stderr) != 0) {
      throw std::runtime_error("Qhull found no triangulation");
    }
  }
  ~Triangulation() {
    int left = 0, left_bytes = 0;
    qh_freeqhull(&qhull_, !qh_ALL);
    qh_memfreeshort(&qhull_, &left, &left_bytes);
  }
  Triangulation(const Triangulation&) = delete;
  Triangulation& operator=(const Triangulation&) = delete;

  /// The facet of the lower hull below the query, as Qhull's manual says to find it.
  const facetT* locate(const Eigen::VectorXd& query) {
    lifted_.assign(query.begin(), query.end());
    lifted_.push_back(0);
    qh_setdelaunay(&qhull_, static_cast<int>(lifted_.size()), 1, lifted_.data());
    realT distance = 0;
    boolT outside = False;
    return qh_findbestfacet(&qhull_, lifted_.data(), qh_ALL, &distance, &outside);
  }

 private:
  Eigen::MatrixXd points_;
  std::vector<double> lifted_;
  qhT qhull_{};
};

/// A query once the triangulation is there, and the first, which looks at all facets.
void delaunay_location_by_qhull(benchmark::State& state) {
  const DelaunayProblem problem(state.range(0), state.range(1));
  Triangulation triangulation(problem.points);
  std::int64_t turn = 0;
  benchmark::DoNotOptimize(triangulation.locate(problem.query(turn)));
  for (auto _ : state) benchmark::DoNotOptimize(triangulation.locate(problem.query(turn++)));
}
BENCHMARK(delaunay_location_by_qhull)
    ->ArgNames({"d", "n"})
    ->Args({2, 100000})
    ->Args({4, 10000})
    ->Unit(benchmark::kMicrosecond);

/// The triangulation itself, without which there is no query.
void delaunay_triangulation_by_qhull(benchmark::State& state) {
  const DelaunayProblem problem(state.range(0), state.range(1));
  for (auto _ : state) {
    Triangulation triangulation(problem.points);
    benchmark::DoNotOptimize(triangulation);
  }
}
BENCHMARK(delaunay_triangulation_by_qhull)
    ->ArgNames({"d", "n"})
    ->Args({2, 100000})
    ->Args({4, 10000})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
