#pragma once

#include "rigor/arithmetic/elementary.hpp"
#include "rigor/matrices/interval_matrix.hpp"

/// Functions of an interval matrix entry by entry, for the networks' sources.
namespace asymptest::rigor {

/// function(a_ij), an interval of an interval.
template <class Function>
IntervalMatrix entrywise(const IntervalMatrix& a, Function function) {
  IntervalMatrix result(a.rows(), a.cols());
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    for (Eigen::Index i = 0; i < a.rows(); ++i) result.set(i, j, function(a(i, j)));
  }
  return result;
}

inline IntervalMatrix entrywise_product(const IntervalMatrix& a, const IntervalMatrix& b) {
  IntervalMatrix result(a.rows(), a.cols());
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    for (Eigen::Index i = 0; i < a.rows(); ++i) result.set(i, j, a(i, j) * b(i, j));
  }
  return result;
}

inline IntervalMatrix scaled(const IntervalMatrix& a, const Interval& factor) {
  return entrywise(a, [&](const Interval& entry) { return factor * entry; });
}

/// tanh' = 1 − tanh², between 0 and 1.
inline Interval slope_from_value(const Interval& value) {
  return max(Interval(0), Interval(1) - square(value));
}

}  // namespace asymptest::rigor
