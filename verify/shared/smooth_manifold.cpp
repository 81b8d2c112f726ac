#include "smooth_manifold.hpp"

#include <cmath>
#include <numbers>

#include "learning/geometry/torus.hpp"

namespace asymptest {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

MatrixXd frequencies_up_to(Index largest, Index dimension) {
  const Index base = 2 * largest + 1;
  const auto all = static_cast<Index>(std::lround(std::pow(base, dimension)));
  MatrixXd frequencies(dimension, all / 2);
  for (Index i = 0; i < all / 2; ++i) {  // the middle one of all is 0
    Index rest = i;
    for (double& k : frequencies.col(i)) {
      k = static_cast<double>(rest % base - largest);
      rest /= base;
    }
  }
  return frequencies;
}

}  // namespace

SmoothManifold::SmoothManifold(Index dimension, Index ambient_dimension, Index largest,
                               Stream& shapes)
    : frequencies_(frequencies_up_to(largest, dimension)),
      cosines_(normal_matrix(ambient_dimension, frequencies_.cols(), shapes)),
      sines_(normal_matrix(ambient_dimension, frequencies_.cols(), shapes)) {}

MatrixXd SmoothManifold::points(Index count, Stream& draws) const {
  const MatrixXd turns =
      frequencies_.transpose() * learning::uniform_torus_points(frequencies_.rows(), count, draws);
  const Eigen::ArrayXXd angles = 2 * std::numbers::pi * turns.array();
  return cosines_ * angles.cos().matrix() + sines_ * angles.sin().matrix();
}

MatrixXd normal_matrix(Index rows, Index columns, Stream& random) {
  MatrixXd matrix(rows, columns);
  random.fill_normal({matrix.data(), static_cast<std::size_t>(matrix.size())});
  return matrix;
}

}  // namespace asymptest
