#include "learning/kernel_machines/precise_interpolant.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <limits>
#include <optional>
#include <stdexcept>
#include <vector>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using PreciseMatrix = Eigen::Ref<const Eigen::MatrixXd>;
using PreciseVector = Eigen::Ref<const Eigen::VectorXd>;

template <class Number>
Number precise_value(Radial shape, const PreciseVector& x, const PreciseVector& z, double length) {
  Number square = 0;
  for (Index axis = 0; axis < x.size(); ++axis) {
    const Number step = Number(x[axis]) - z[axis];
    square += step * step;
  }
  square /= Number(length) * length;
  if (shape == Radial::gaussian) return exp(-square);
  const Number r = sqrt(square);
  const Number decay = exp(-r);
  if (shape == Radial::laplace) return decay;
  if (shape == Radial::matern_three_halves) return (1 + r) * decay;
  return (1 + r + square / 3) * decay;
}

/// L of K = LLᵀ, row by row.
template <class Number>
using Triangle = std::vector<std::vector<Number>>;

/// Nothing where a pivot is not above rounding; the least is told in any case.
template <class Number>
std::optional<Triangle<Number>> precise_factor(Radial shape, const PreciseMatrix& points,
                                               double length, double& least) {
  const auto n = static_cast<std::size_t>(points.cols());
  const Number rounding = std::numeric_limits<Number>::epsilon() * static_cast<double>(n);
  Triangle<Number> factor(n);
  least = 1;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      Number rest = precise_value<Number>(shape, points.col(static_cast<Index>(i)),
                                          points.col(static_cast<Index>(j)), length);
      for (std::size_t k = 0; k < j; ++k) rest -= factor[i][k] * factor[j][k];
      if (j < i) {
        factor[i].push_back(rest / factor[j][j]);
        continue;
      }
      least = std::min(least, static_cast<double>(rest));
      if (rest <= rounding) return std::nullopt;
      factor[i].push_back(sqrt(rest));
    }
  }
  return factor;
}

/// K⁻¹y.
template <class Number>
std::vector<Number> precise_coefficients(const Triangle<Number>& factor,
                                         const PreciseVector& labels) {
  const std::size_t n = factor.size();
  std::vector<Number> solved(n);
  for (std::size_t i = 0; i < n; ++i) {
    solved[i] = labels[static_cast<Index>(i)];
    for (std::size_t k = 0; k < i; ++k) solved[i] -= factor[i][k] * solved[k];
    solved[i] /= factor[i][i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) solved[i] -= factor[k][i] * solved[k];
    solved[i] /= factor[i][i];
  }
  return solved;
}

template <class Number>
std::optional<Eigen::VectorXd> interpolated(Radial shape, const PreciseMatrix& points,
                                            const PreciseVector& labels, const PreciseMatrix& fresh,
                                            double length, double& least) {
  const auto factor = precise_factor<Number>(shape, points, length, least);
  if (!factor) return std::nullopt;
  const std::vector<Number> coefficients = precise_coefficients(*factor, labels);
  Eigen::VectorXd values(fresh.cols());
  for (Index j = 0; j < fresh.cols(); ++j) {
    Number sum = 0;
    for (Index i = 0; i < points.cols(); ++i) {
      sum += coefficients[static_cast<std::size_t>(i)] *
             precise_value<Number>(shape, points.col(i), fresh.col(j), length);
    }
    values[j] = static_cast<double>(sum);
  }
  return values;
}

}  // namespace

Eigen::VectorXd precise_interpolation(Radial shape, const PreciseMatrix& points,
                                      const PreciseVector& labels, const PreciseMatrix& fresh,
                                      double length) {
  require(points.cols() == labels.size() && points.cols() > 0,
          "precise interpolation: {} labels for {} points, expected one for each", labels.size(),
          points.cols());
  require(points.rows() == fresh.rows(),
          "precise interpolation: points of {} and of {} coordinates, expected as many",
          points.rows(), fresh.rows());
  require(length > 0, "precise interpolation: the length is {}, expected a positive number",
          length);
  namespace numbers = boost::multiprecision;
  double least = 0;
  auto values =
      interpolated<numbers::cpp_bin_float_50>(shape, points, labels, fresh, length, least);
  if (!values) {
    values = interpolated<numbers::cpp_bin_float_100>(shape, points, labels, fresh, length, least);
  }
  if (!values) {
    throw std::domain_error(message(
        "precise interpolation: of {} samples the least pivot is {}, which 100 digits don't "
        "tell from 0; samples coincide or the kernel is too smooth",
        points.cols(), least));
  }
  return *values;
}

}  // namespace asymptest::learning
