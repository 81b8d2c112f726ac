#pragma once

#include <Eigen/Core>

#include "learning/data/formats/file_bytes.hpp"

namespace asymptest::learning {

/// Whether the file begins as an NPY file does: 93 'NUMPY'.
bool is_npy(const FileBytes& file);

/// The points of an NPY file of version 1, 2 or 3 (numpy.lib.format): floating numbers of 4 or 8
/// bytes, integers of 1, 2, 4 or 8, in either byte order, the array in C or in Fortran order.
///
/// The first axis counts the points; the rest are the coordinates of one: D × N, a point a column
/// (1 × N for an array of one axis). Several axes of coordinates are read in the order of the file.
///
/// Throws DataError for another magic number or version, a header that is cut short, holds a zero
/// byte or lacks 'descr', 'fortran_order' or 'shape', another type of numbers, no axis, an axis of
/// length 0, fewer or more bytes than the shape asks for.
Eigen::MatrixXd read_npy(const FileBytes& file);

}  // namespace asymptest::learning
