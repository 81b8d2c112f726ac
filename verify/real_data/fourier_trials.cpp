#include "fourier_trials.hpp"

#include <algorithm>
#include <cmath>

#include "asymptest/linear_algebra/cholesky.hpp"
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

using Columns = Eigen::Ref<const Eigen::MatrixXd>;

/// (XᵀX + λ)⁻¹Xᵀy = Xᵀ(XXᵀ + λ)⁻¹y, by the smaller of the two Gram matrices.
Eigen::VectorXd penalised(const Columns& x, const Eigen::VectorXd& y, double penalty) {
  const bool wide = x.rows() < x.cols();
  const Eigen::Index size = std::min(x.rows(), x.cols());
  Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(size, size);
  gram.diagonal().setConstant(penalty);
  if (wide) {
    gram.selfadjointView<Eigen::Lower>().rankUpdate(x);
    return x.transpose() * Cholesky(gram).solve(y);
  }
  gram.selfadjointView<Eigen::Lower>().rankUpdate(x.transpose());
  return Cholesky(gram).solve(x.transpose() * y);
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
  return risk_of(design, penalised(design.samples, design.labels, 0)) -
         first;  // far from the threshold
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

/// Of the quantity of (fresh features, solution, fresh labels); the penalty is a function of (n,
/// p).
template <class Quantity, class Penalty>
double place_of_highest(const Point& at, Stream& random, Quantity quantity, Penalty penalty) {
  const Eigen::Index n = at.count("n");
  const Design design = design_of(n, 4 * n, random);
  double highest = -INFINITY, place = 0;
  for (const double ratio : {0.1, 0.25, 0.5, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 4.0}) {
    const auto p = std::lround(ratio * static_cast<double>(n));
    const Eigen::VectorXd solution =
        penalised(design.samples.leftCols(p), design.labels,
                  penalty(static_cast<double>(n), static_cast<double>(p)));
    const double value = quantity(design.fresh.leftCols(p), solution, design.fresh_labels);
    if (value <= highest) continue;
    highest = value;
    place = ratio;
  }
  return place;
}

double risk_there(const Columns& fresh, const Eigen::VectorXd& solution,
                  const Eigen::VectorXd& labels) {
  return (fresh * solution - labels).squaredNorm();
}

double norm_there(const Columns&, const Eigen::VectorXd& solution, const Eigen::VectorXd&) {
  return solution.squaredNorm();
}

double rounding_penalty(double, double p) { return p * 1e-10; }

}  // namespace

double place_of_highest_risk(const Point& at, Stream& random) {
  return place_of_highest(at, random, risk_there, rounding_penalty);
}

double place_of_highest_norm(const Point& at, Stream& random) {
  return place_of_highest(at, random, norm_there, rounding_penalty);
}

double place_of_highest_penalised_risk(const Point& at, Stream& random) {
  return place_of_highest(at, random, risk_there, [](double, double p) { return mild * p; });
}

double place_of_highest_penalised_norm(const Point& at, Stream& random) {
  return place_of_highest(at, random, norm_there,
                          [](double n, double p) { return strong * n * p; });
}

double fourier_risk(const Point& at, Stream& random) {
  const Design design = design_of(at.count("n"), at.count("p"), random);
  return risk_of(design, least_norm(design));
}

double fourier_norm(const Point& at, Stream& random) {
  return least_norm(design_of(at.count("n"), at.count("p"), random)).squaredNorm();
}

double fourier_risk_with_penalty(const Point& at, Stream& random) {
  const Design design = design_of(at.count("n"), at.count("p"), random);
  return risk_of(design, penalised(design.samples, design.labels, mild * at["p"]));
}

double fourier_norm_with_strong_penalty(const Point& at, Stream& random) {
  const Design design = design_of(at.count("n"), at.count("p"), random);
  return penalised(design.samples, design.labels, strong * at["n"] * at["p"]).squaredNorm();
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
