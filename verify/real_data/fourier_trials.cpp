#include "fourier_trials.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "drawn_points.hpp"
#include "learning/features/fourier_features.hpp"
#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::real_data {
namespace {

constexpr Eigen::Index fresh_of_features = 255;
constexpr double mild = 1.0 / 20;  // times p: a tenth of the mean of p squares of features
constexpr double strong = 10;      // times n p
constexpr int draws_of_descents = 16;

/// Features of samples and fresh points, a row a point, with their labels.
struct Design {
  Eigen::MatrixXd samples, fresh;
  Eigen::VectorXd labels, fresh_labels;
};

Design design_of(Eigen::Index n, Eigen::Index p, Stream& random) {
  const DrawnTwice drawn = draw_points(n, fresh_of_features, random);
  Eigen::MatrixXd frequencies(p / 2, drawn.samples.points.rows());
  random.fill_normal({frequencies.data(), static_cast<std::size_t>(frequencies.size())});
  frequencies *= std::sqrt(2.0) / mean_distance(drawn.samples.points);
  return {learning::fourier_features(drawn.samples.points.transpose(), frequencies),
          learning::fourier_features(drawn.fresh.points.transpose(), frequencies),
          drawn.samples.labels.matrix(), drawn.fresh.labels.matrix()};
}

/// (XᵀX + λ)⁻¹Xᵀy = Xᵀ(XXᵀ + λ)⁻¹y
Eigen::VectorXd penalised(const Design& design, double penalty) {
  Eigen::MatrixXd gram = design.samples * design.samples.transpose();
  gram.diagonal().array() += penalty;
  return design.samples.transpose() * gram.llt().solve(design.labels);
}

Eigen::VectorXd least_norm(const Design& design) {
  return learning::min_norm_solution(design.samples, design.labels);
}

double risk_of(const Design& design, const Eigen::VectorXd& solution) {
  return (design.fresh * solution - design.fresh_labels).squaredNorm() /
         static_cast<double>(design.fresh.rows());
}

Design first_columns(const Design& design, Eigen::Index p) {
  return {design.samples.leftCols(p), design.fresh.leftCols(p), design.labels, design.fresh_labels};
}

double second_above_first(const Design& design) {
  const Eigen::Index n = design.samples.rows();
  double first = INFINITY;
  for (const Eigen::Index divisor : {16, 8, 4, 2}) {
    const Design part = first_columns(design, n / divisor);
    first = std::min(first, risk_of(part, least_norm(part)));
  }
  return risk_of(design, penalised(design, 0)) - first;  // far from the threshold
}

/// Averaged over draws whose labels `change` may change.
template <class Change>
double mean_second_above_first(const Point& at, Stream& random, Change change) {
  double sum = 0;
  for (int one = 0; one < draws_of_descents; ++one) {
    Design design = design_of(at.count("n"), 8 * at.count("n"), random);
    change(design);
    sum += second_above_first(design);
  }
  return sum / draws_of_descents;
}

}  // namespace

double fourier_risk(const Point& at, Stream& random) {
  const Design design = design_of(at.count("n"), at.count("p"), random);
  return risk_of(design, least_norm(design));
}

double fourier_norm(const Point& at, Stream& random) {
  return least_norm(design_of(at.count("n"), at.count("p"), random)).squaredNorm();
}

double fourier_risk_with_penalty(const Point& at, Stream& random) {
  const Design design = design_of(at.count("n"), at.count("p"), random);
  return risk_of(design, penalised(design, mild * at["p"]));
}

double fourier_norm_with_strong_penalty(const Point& at, Stream& random) {
  const Design design = design_of(at.count("n"), at.count("p"), random);
  return penalised(design, strong * at["n"] * at["p"]).squaredNorm();
}

double second_descent_above_first(const Point& at, Stream& random) {
  return mean_second_above_first(at, random, [](Design&) {});
}

double second_descent_of_coins(const Point& at, Stream& random) {
  return mean_second_above_first(at, random, [&](Design& design) {
    for (double& label : design.labels) label = random.sign();
    for (double& label : design.fresh_labels) label = random.sign();
  });
}

}  // namespace asymptest::real_data
