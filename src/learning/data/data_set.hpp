#pragma once

#include <Eigen/Core>
#include <filesystem>
#include <string>
#include <vector>

namespace asymptest::learning {

/// A person's data.
struct DataSet {
  Eigen::MatrixXd points;           ///< D × N, a point a column
  std::vector<std::string> names;   ///< of the coordinates; empty if the file has none
  std::vector<std::string> labels;  ///< of the points; empty if there are none
};

/// Reads an IDX, NPY or CSV file, plain or gzipped; which of them it is its first bytes tell.
///
/// `label` names a column of the CSV file, or else a file with one label for each point; empty for
/// none. Throws DataError as the readers of these formats do, and if there is not one label a
/// point.
DataSet load_data(const std::filesystem::path& file, const std::string& label = "");

}  // namespace asymptest::learning
