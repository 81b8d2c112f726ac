#pragma once

#include <Eigen/Core>

#include "learning/data/formats/file_bytes.hpp"

namespace asymptest::learning {

/// Whether the file begins as an IDX file does: two zero bytes.
bool is_idx(const FileBytes& file);

/// The points of an IDX file, the format of the MNIST digits: big-endian, the bytes 0, 0, type (08
/// uint8, 09 int8, 0b int16, 0c int32, 0d float, 0e double), number of axes, then the length of
/// each axis in 4 bytes, then the numbers, the last axis fastest.
///
/// The first axis counts the points; the rest are the coordinates of one: D × N, a point a column
/// (1 × N for a file of labels).
///
/// Throws DataError for another magic number, an unknown type, no axis, an axis of length 0, fewer
/// or more bytes than the lengths ask for.
Eigen::MatrixXd read_idx(const FileBytes& file);

}  // namespace asymptest::learning
