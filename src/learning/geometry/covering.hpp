#pragma once

#include <Eigen/Core>
#include <functional>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// Draws `count` independent points of a law: a matrix with a point a column.
using PointLaw = std::function<Eigen::MatrixXd(Eigen::Index count, Stream& random)>;

enum class Metric { euclidean, flat_torus };

/// The mean, over `fresh` points of the law `queries`, of the distance to the nearest of `count`
/// points of the law `samples`: one trial of E δ_N, unbiased, with most of its noise averaged away
/// over the fresh points. Draws from substreams "samples" and "fresh points".
double mean_covering_distance(const PointLaw& samples, Eigen::Index count, const PointLaw& queries,
                              Eigen::Index fresh, Metric metric, const Stream& random);

/// The same with samples and fresh points of one law.
double mean_covering_distance(const PointLaw& law, Eigen::Index count, Eigen::Index fresh,
                              Metric metric, const Stream& random);

/// The uniform law on the flat torus T^d.
PointLaw torus_law(Eigen::Index dimension);

/// The uniform law on T^(d−1), lifted into T^d as the graph x_d = 1/2 + sin(2π x₁)/4: a sheet.
/// Throws std::invalid_argument unless d ≥ 2.
PointLaw sheet_law(Eigen::Index dimension);

}  // namespace asymptest::learning
