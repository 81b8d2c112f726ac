#include "asymptest/inference/design/information.hpp"

#include <fmt/format.h>

#include <Eigen/Core>
#include <cmath>
#include <stdexcept>

#include "asymptest/inference/correction/period_lag.hpp"
#include "asymptest/linear_algebra/generalised_inverse.hpp"

namespace asymptest {
namespace {

Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }

/// The terms that the model has besides the constant and the exponents.
enum class Terms { none, corrections, corrections_and_logs };

// Logarithms of a factor at the points, growing towards the limit that the law speaks of.
Eigen::VectorXd log_sizes(const Factor& factor, std::span<const Point> points) {
  Eigen::VectorXd logs(index(points.size()));
  for (std::size_t i = 0; i < points.size(); ++i) logs[index(i)] = std::log(factor.at(points[i]));
  return logs;
}

// A constant for each phase but the first.
void append_phases(const PowerLaw& law, std::span<const Point> points, Eigen::MatrixXd& matrix) {
  const Eigen::VectorXd logs = log_sizes(law.factors.front(), points);
  const PhaseClasses phases =
      phase_classes(std::span(logs.data(), points.size()), law.period.value());
  const Eigen::Index first = matrix.cols() - 1;
  matrix.conservativeResize(Eigen::NoChange, first + index(phases.sizes.size()));
  matrix.rightCols(matrix.cols() - 1 - first).setZero();
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (phases.of[i] > 0) matrix(index(i), first + index(phases.of[i])) = 1;
  }
}

Eigen::MatrixXd design(const PowerLaw& law, std::span<const Point> points, Terms terms) {
  const auto factors = index(law.factors.size());
  const Eigen::Index groups = terms == Terms::none ? 1 : terms == Terms::corrections ? 2 : 3;
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Ones(index(points.size()), 1 + groups * factors);
  if (law.period) append_phases(law, points, matrix);
  const double omega = law.correction ? law.correction->exponent : assumed_correction;
  for (Eigen::Index j = 0; j < factors; ++j) {
    const Eigen::VectorXd logs = log_sizes(law.factors[static_cast<std::size_t>(j)], points);
    matrix.col(1 + j) = logs;
    const bool shrinks = law.factors[static_cast<std::size_t>(j)].towards == Towards::zero;
    const Eigen::ArrayXd growing = shrinks ? -logs : logs;
    const Eigen::ArrayXd beyond_first = growing - growing.minCoeff();
    if (groups > 1) matrix.col(1 + factors + j) = (-omega * beyond_first).exp();
    if (groups > 2) matrix.col(1 + 2 * factors + j) = (1 + beyond_first).log();
  }
  return matrix;
}

// Rows of the generalised inverse (XᵀWX)⁻¹XᵀW for the exponents; none if X has dependent columns.
std::vector<Influence> influences_of(const Eigen::MatrixXd& matrix, std::span<const double> errors,
                                     std::size_t factors) {
  const Eigen::VectorXd weights =
      Eigen::Map<const Eigen::VectorXd>(errors.data(), index(errors.size())).cwiseInverse();
  const auto inverse = generalised_inverse(weights.asDiagonal() * matrix);
  if (!inverse) return {};
  std::vector<Influence> influences;
  for (std::size_t j = 0; j < factors; ++j) {
    const Eigen::VectorXd row = inverse->row(index(1 + j)).transpose().cwiseProduct(weights);
    influences.emplace_back(row.data(), row.data() + row.size());
  }
  return influences;
}

}  // namespace

std::vector<Influence> exponent_influences(const PowerLaw& law, std::span<const Point> points,
                                           std::span<const double> errors) {
  if (errors.size() != points.size()) {
    throw std::invalid_argument(fmt::format("{} errors for {} design points, expected one each",
                                            errors.size(), points.size()));
  }
  for (const double error : errors) {
    if (!(error > 0) || !std::isfinite(error)) {
      throw std::invalid_argument(
          fmt::format("standard error is {}, expected a positive number", error));
    }
  }
  const Terms richest = law.up_to_logs ? Terms::corrections_and_logs : Terms::corrections;
  for (const Terms terms : {richest, Terms::corrections, Terms::none}) {
    auto influences = influences_of(design(law, points, terms), errors, law.factors.size());
    if (!influences.empty()) return influences;
  }
  throw std::invalid_argument(fmt::format("{} design points can't tell {} exponents apart",
                                          points.size(), law.factors.size()));
}

}  // namespace asymptest
