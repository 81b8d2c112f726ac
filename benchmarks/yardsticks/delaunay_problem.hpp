#pragma once

#include <Eigen/Core>
#include <cmath>
#include <cstdint>

#include "asymptest/random/stream.hpp"

namespace asymptest::benchmarks {

/// n normal points of R^d, and queries within their hull: each a uniform point of the simplex of
/// d + 1 of them.
struct DelaunayProblem {
  static constexpr Eigen::Index queries_in_turn = 64;
  Eigen::MatrixXd points, queries;

  DelaunayProblem(Eigen::Index d, Eigen::Index n)
      : points(d, n), queries(Eigen::MatrixXd::Zero(d, queries_in_turn)) {
    Stream random({.suite_seed = 1, .claim = "benchmark", .point = "delaunay", .trial = 0});
    random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
    for (auto query : queries.colwise()) {
      double sum = 0;
      for (Eigen::Index corner = 0; corner <= d; ++corner) {
        const double weight = -std::log(random.uniform());
        const auto chosen = static_cast<Eigen::Index>(random.uniform() * static_cast<double>(n));
        query += weight * points.col(chosen);
        sum += weight;
      }
      query /= sum;
    }
  }

  /// The k-th query, over and over again.
  [[nodiscard]] auto query(std::int64_t k) const { return queries.col(k % queries_in_turn); }
};

}  // namespace asymptest::benchmarks
