#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "learning/data/formats/file_bytes.hpp"

namespace asymptest::learning {

/// A table of numbers: a row a point, a column a coordinate.
struct CsvPoints {
  Eigen::MatrixXd points;           ///< D × N, a point a column
  std::vector<std::string> names;   ///< of the coordinates; empty if the file has none
  std::vector<std::string> labels;  ///< of the points; empty unless a column of labels was named
};

/// Reads a CSV file. Cells are separated by commas, may stand in quotes and be surrounded by
/// spaces; lines end in LF or CRLF; blank lines and a UTF-8 byte order mark are skipped. The first
/// line holds the names of the columns if none of its cells is a number. "nan" and "inf" count
/// as numbers.
///
/// The column `label` (a name, or a position from 1 in a file without names), if any, is no
/// coordinate: its cells are the labels as they stand.
///
/// Throws DataError, which names byte, line and column, for a zero byte, a cell that is empty, no
/// number or beyond the range of double precision, a line with another number of cells than the
/// first, a quote that is not closed, no line of numbers, a column of labels that isn't there.
CsvPoints read_csv_points(const FileBytes& file, const std::string& label = "");

}  // namespace asymptest::learning
