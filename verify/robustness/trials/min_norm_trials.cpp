#include "min_norm_trials.hpp"

#include <cmath>

#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/smoothness/lipschitz.hpp"

namespace asymptest::robustness {
namespace {

/// The first p coordinates of n samples of N(0, I/d).
Eigen::MatrixXd gaussian_data(const Point& at, Stream& random) {
  return learning::gaussian_design(at.count("n"), at.count("p"), 1 / at["d"], random);
}

}  // namespace

double squared_lipschitz(const Point& at, Stream& random) {
  return learning::mean_min_norm_squared(gaussian_data(at, random));
}

double on_a_subspace(const Point& at, Stream& random) {
  constexpr Eigen::Index subspace_dimension = 64;
  Eigen::MatrixXd design = Eigen::MatrixXd::Zero(at.count("n"), at.count("p"));
  design.leftCols(subspace_dimension) = learning::gaussian_design(at.count("n"), subspace_dimension,
                                                                  1.0 / subspace_dimension, random);
  return learning::mean_min_norm_squared(design);
}

double with_linear_labels(const Point& at, Stream& random) {
  constexpr Eigen::Index targets = 64;
  const Eigen::Index p = at.count("p");
  const Eigen::MatrixXd design = learning::gaussian_design(at.count("n"), p, 1 / at["d"], random);
  const Eigen::MatrixXd target = learning::gaussian_design(p, targets, at["d"] / at["p"], random);
  return learning::min_norm_solution(design, design * target).squaredNorm() / targets;
}

double on_atoms(const Point& at, Stream& random) {
  const Eigen::Index n = at.count("n");
  Eigen::MatrixXd atoms = learning::gaussian_design(at.count("d"), n, 1, random);
  atoms.colwise().normalize();
  Eigen::VectorXd labels(n);  // the atoms are random, so fixed labels lose nothing
  for (Eigen::Index i = 0; i < n; ++i) labels(i) = i % 2 == 0 ? 1 : -1;
  return std::pow(learning::least_lipschitz_constant(atoms, labels), 2);
}

double on_two_clusters(const Point& at, Stream& random) {
  constexpr double half_distance = 10;  // the clusters have radius 1
  Eigen::MatrixXd design = gaussian_data(at, random);
  for (double& first : design.col(0)) first += half_distance * random.sign();
  return learning::mean_min_norm_squared(design);
}

double with_uneven_rows(const Point& at, Stream& random) {
  Eigen::MatrixXd design = gaussian_data(at, random);
  for (Eigen::Index i = 0; i < design.rows(); ++i) {
    design.row(i) *= random.sign() > 0 ? std::sqrt(0.25) : std::sqrt(1.75);
  }
  return learning::mean_min_norm_squared(design);
}

double with_correlated_rows(const Point& at, Stream& random) {
  Eigen::MatrixXd design = gaussian_data(at, random);
  const Eigen::RowVectorXd common = design.colwise().sum() / std::sqrt(at["n"]);
  design = std::sqrt(0.5) * (design.rowwise() + common);
  return learning::mean_min_norm_squared(design);
}

}  // namespace asymptest::robustness
