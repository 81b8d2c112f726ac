#include "learning/data/data_set.hpp"

#include <array>
#include <charconv>

#include "asymptest/require/require.hpp"
#include "learning/data/formats/csv_points.hpp"
#include "learning/data/formats/file_bytes.hpp"
#include "learning/data/formats/idx.hpp"
#include "learning/data/formats/npy.hpp"

namespace asymptest::learning {
namespace {

std::string shortest(double value) {
  std::array<char, 32> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

DataSet data_of(const FileBytes& file, const std::string& label_column) {
  if (is_npy(file)) return {.points = read_npy(file)};
  if (is_idx(file)) return {.points = read_idx(file)};
  CsvPoints table = read_csv_points(file, label_column);
  return {std::move(table.points), std::move(table.names), std::move(table.labels)};
}

std::vector<std::string> labels_in(const std::string& name, Eigen::Index points) {
  const FileBytes file = read_file_bytes(name);
  const DataSet data = data_of(file, "");
  if (data.points.rows() != 1 || data.points.cols() != points) {
    file.refuse(0, message("there are {} x {} numbers, expected {} x 1: one label for each point",
                           data.points.cols(), data.points.rows(), points));
  }
  std::vector<std::string> labels;
  for (const double value : data.points.reshaped()) labels.push_back(shortest(value));
  return labels;
}

}  // namespace

DataSet load_data(const std::filesystem::path& file, const std::string& label) {
  const bool label_file = !label.empty() && std::filesystem::is_regular_file(label);
  const FileBytes bytes = read_file_bytes(file);
  if (!label.empty() && !label_file && (is_npy(bytes) || is_idx(bytes))) {
    bytes.refuse(0, "only a CSV file has columns of labels, expected '" + label + "' to be a file");
  }
  DataSet data = data_of(bytes, label_file ? "" : label);
  if (label_file) data.labels = labels_in(label, data.points.cols());
  return data;
}

}  // namespace asymptest::learning
