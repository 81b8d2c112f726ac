#pragma once

#include <Eigen/Core>

#include "learning/data/data_set.hpp"

namespace asymptest::learning {

/// Points with a class each.
struct LabelledPoints {
  Eigen::MatrixXd points;   ///< D × N, a point a column
  Eigen::VectorXi classes;  ///< of the points, from 0
  int class_count = 0;
};

/// The data set with its labels numbered: shorter ones first, those of one length by the alphabet,
/// which puts whole numbers in their order.
/// Throws std::invalid_argument unless there is a label a point, and two that differ.
LabelledPoints labelled_points(DataSet data);

}  // namespace asymptest::learning
