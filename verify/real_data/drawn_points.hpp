#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"
#include "learning/data/labelled_points.hpp"

namespace asymptest::real_data {

/// The distinct points of the data set in `data_folder()`, read once a folder. Throws
/// learning::DataError as its readers do, std::runtime_error if the folder lacks a file.
const learning::LabelledPoints& real_points();

/// Some of them, a point a column. A label is −1 for the first half of the classes, +1 for the
/// others.
struct Drawn {
  Eigen::MatrixXd points;
  Eigen::ArrayXd labels;
};

/// Samples, and fresh points that are none of them.
struct DrawnTwice {
  Drawn samples, fresh;
};

/// n points and `fresh` others, without replacement. Throws std::invalid_argument if there are
/// fewer.
DrawnTwice draw_points(Eigen::Index n, Eigen::Index fresh, Stream& random);

/// Each label is with chance q replaced by a fair coin.
Eigen::ArrayXd with_noise(const Eigen::ArrayXd& labels, double q, Stream& random);

/// The share of points on which the sign of the outputs is not the label; 0 is missed.
double share_missed(const Eigen::ArrayXd& outputs, const Eigen::ArrayXd& labels);

/// Mean distance between the columns of one half of the points and those of the other.
double mean_distance(const Eigen::MatrixXd& points);

}  // namespace asymptest::real_data
