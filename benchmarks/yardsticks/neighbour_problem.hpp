#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"

namespace asymptest::benchmarks {

/// How many fresh points a turn looks at among N.
constexpr Eigen::Index queries_of_a_turn(Eigen::Index count) { return count > 500000 ? 128 : 512; }

/// N uniform points of the unit cube of R^D, and as many queries as one turn takes.
struct NeighbourProblem {
  Eigen::MatrixXd points, queries;

  NeighbourProblem(Eigen::Index dimension, Eigen::Index count, Eigen::Index queries_in_turn)
      : points(dimension, count), queries(dimension, queries_in_turn) {
    Stream random({.suite_seed = 1, .claim = "benchmark", .point = "neighbours", .trial = 0});
    random.fill_uniform({points.data(), static_cast<std::size_t>(points.size())});
    random.fill_uniform({queries.data(), static_cast<std::size_t>(queries.size())});
  }
};

}  // namespace asymptest::benchmarks
