#include "polynomial_trials.hpp"

#include <algorithm>
#include <cmath>

#include "learning/features/chebyshev_basis.hpp"
#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::model_complexity {
namespace {

constexpr Eigen::Index target_terms = 32;

Eigen::VectorXd target_coefficients(Eigen::Index count) {
  Eigen::VectorXd coefficients = Eigen::VectorXd::Zero(std::max(count, target_terms));
  for (Eigen::Index k = 0; k < target_terms; ++k) coefficients(k) = std::exp2(-k);
  return coefficients;
}

double risk_at(const Eigen::VectorXd& nodes, const Point& at, double noise, Stream& random) {
  const Eigen::Index p = at.count("p");
  Eigen::VectorXd error = -target_coefficients(p);
  Eigen::VectorXd labels =
      learning::chebyshev_basis(nodes, target_terms) * -error.head(target_terms);
  for (double& label : labels) label += std::sqrt(noise) * random.normal();
  // Columns over their share of the norm turn it into the plain one.
  const Eigen::ArrayXd share = Eigen::ArrayXd::LinSpaced(p, 1, at["p"]).pow(-at["s"]);
  const Eigen::MatrixXd basis = learning::chebyshev_basis(nodes, p) * share.matrix().asDiagonal();
  const Eigen::ArrayXd fit = learning::min_norm_solution(basis, labels).col(0);
  error.head(p) += (share * fit).matrix();
  return error.squaredNorm();
}

}  // namespace

double polynomial_risk(const Point& at, Stream& random) {
  return risk_at(learning::chebyshev_nodes(at.count("n")), at, at["noise"], random);
}

double polynomial_risk_law(const Point& at) {
  const double n = at["n"], p = at["p"], each = at["noise"] / n;
  double risk = each * std::min(n, p);
  for (double k = p; k < target_terms; ++k) risk += std::exp2(-2 * k);
  for (double i = 1; i < p - n; ++i) {
    const double k = n - i, signal = k < target_terms ? std::exp2(-2 * k) : 0;
    const double a = 1 / (1 + std::pow((1 + k) / (1 + n + i), 2 * at["s"]));
    const double kept = a * a + (1 - a) * (1 - a);
    risk += kept * (signal + each) + (1 - 2 * a) * signal - each;
  }
  return risk;
}

double polynomial_risk_without_noise(const Point& at, Stream& random) {
  return risk_at(learning::chebyshev_nodes(at.count("n")), at, 0, random);
}

double polynomial_risk_at_equal_spacing(const Point& at, Stream& random) {
  return risk_at(Eigen::VectorXd::LinSpaced(at.count("n"), -1, 1), at, at["noise"], random);
}

}  // namespace asymptest::model_complexity
