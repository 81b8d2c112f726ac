#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

// Variances of 1-Lipschitz functions that were chosen on one sample to vary much and are measured
// on a fresh one. Points are the columns. On the unit sphere of R^d no 1-Lipschitz function has
// more than 1/(d − 1) (its first eigenvalue is d − 1; Ledoux 2001, "The Concentration of Measure
// Phenomenon", section 3.1), and a linear one has 1/d exactly.

/// Sample variance with divisor k − 1. Throws std::invalid_argument unless there are two or more.
double sample_variance(const Eigen::Ref<const Eigen::VectorXd>& values);

/// The unit vector along which the points vary most: the first principal axis, by 30 steps of the
/// power method on the centred points.
/// Throws std::invalid_argument unless there are two points or more and they are not all one.
Eigen::VectorXd principal_axis(const Eigen::Ref<const Eigen::MatrixXd>& points);

/// The distance of each query to the nearest of the anchors, by one product of matrices: Euclidean,
/// to about 1e-8 of their lengths. Throws std::invalid_argument unless there is an anchor of as
/// many coordinates.
Eigen::VectorXd distances_to_set(const Eigen::Ref<const Eigen::MatrixXd>& anchors,
                                 const Eigen::Ref<const Eigen::MatrixXd>& queries);

/// The largest of the fresh points' variances of three 1-Lipschitz functions: the coordinate along
/// the principal axis of `known`, the distance to the half of `known` that lies on that axis's
/// positive side of the median, and the length. Throws as the functions above.
double adversarial_variance(const Eigen::Ref<const Eigen::MatrixXd>& known,
                            const Eigen::Ref<const Eigen::MatrixXd>& fresh);

}  // namespace asymptest::learning
