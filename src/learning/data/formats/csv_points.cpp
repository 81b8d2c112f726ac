#include "learning/data/formats/csv_points.hpp"

#include <algorithm>
#include <optional>

#include "asymptest/require/require.hpp"
#include "learning/data/formats/csv_cells.hpp"

namespace asymptest::learning {
namespace {

/// Fit to be shown: cut after 40 characters, control characters as '?'.
std::string shown_cell(std::string_view cell) {
  std::string text(cell.substr(0, 40));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, '?');
  return "'" + text + "'";
}

double number_in(std::string_view cell, const CsvCells& cells) {
  double value = 0;
  const std::errc problem = read_cell_number(cell, value);
  if (problem == std::errc{}) return value;
  if (cell.empty()) cells.refuse("the cell is empty, expected a number");
  if (problem == std::errc::result_out_of_range) {
    cells.refuse(shown_cell(cell) + " is beyond the range of double precision");
  }
  cells.refuse(shown_cell(cell) + ", expected a number");
}

std::vector<std::string> first_line(CsvCells cells) {
  std::vector<std::string> line;
  std::string_view cell;
  bool last = !cells.next_line();
  while (!last) {
    last = cells.next_cell(cell);
    line.emplace_back(cell);
  }
  return line;
}

bool is_header(const std::vector<std::string>& line) {
  return std::all_of(line.begin(), line.end(), [](const std::string& cell) {
    double value = 0;
    return !cell.empty() && read_cell_number(cell, value) == std::errc::invalid_argument;
  });
}

std::optional<std::size_t> label_column(const std::vector<std::string>& line, bool has_names,
                                        const std::string& label, const FileBytes& file) {
  if (label.empty()) return std::nullopt;
  const auto found = std::find(line.begin(), line.end(), label);
  if (has_names && found != line.end()) return static_cast<std::size_t>(found - line.begin());
  for (std::size_t i = 0; i < line.size() && !has_names; ++i) {
    if (label == std::to_string(i + 1)) return i;
  }
  file.refuse(0,
              message("there is no column {} of labels among {}", shown_cell(label), line.size()));
}

/// Reads the lines of numbers into `table`, which has room for them.
class CsvReader {
 public:
  CsvReader(const FileBytes& file, std::size_t width, std::optional<std::size_t> label)
      : cells_(file), width_(width), label_(label) {}

  bool skip_line() {
    std::string_view cell;
    if (!cells_.next_line()) return false;
    while (!cells_.next_cell(cell)) {
    }
    return true;
  }

  bool read_line(double* coordinate, std::vector<std::string>& labels) {
    if (!cells_.next_line()) return false;
    std::string_view cell;
    for (std::size_t column = 0; column < width_; ++column) {
      const bool last = cells_.next_cell(cell);
      if (last != (column + 1 == width_)) {
        cells_.refuse(message(
            "{}{} cells as in the first line",
            (last ? "the line ends here, expected " : "the line goes on, expected "), width_));
      }
      if (label_ == column) {
        labels.emplace_back(cell);
      } else {
        *coordinate++ = number_in(cell, cells_);
      }
    }
    return true;
  }

 private:
  CsvCells cells_;
  std::size_t width_;
  std::optional<std::size_t> label_;
};

}  // namespace

CsvPoints read_csv_points(const FileBytes& file, const std::string& label) {
  if (const auto zero = file.bytes.find('\0'); zero != std::string::npos) {
    file.refuse(zero, "there is a zero byte, expected text: numbers separated by commas");
  }
  std::vector<std::string> line = first_line(CsvCells(file));
  const bool has_names = is_header(line);
  const auto labels_at = label_column(line, has_names, label, file);
  CsvPoints table;
  CsvReader reader(file, line.size(), labels_at);
  // A line of numbers takes two bytes for each: blank lines make no room. One more, to be refused.
  const auto lines = std::count(file.bytes.begin(), file.bytes.end(), '\n') + 1;
  const auto most = (file.bytes.size() + 1) / (2 * std::max<std::size_t>(line.size(), 1)) + 1;
  const auto room = std::min<Eigen::Index>(lines, static_cast<Eigen::Index>(most));
  if (has_names) reader.skip_line();
  table.points.resize(static_cast<Eigen::Index>(line.size()) - (labels_at ? 1 : 0), room);
  Eigen::Index count = 0;
  while (count < room && reader.read_line(table.points.col(count).data(), table.labels)) ++count;
  if (count == 0 || table.points.rows() == 0) {
    file.refuse(file.bytes.size(), "the file ends without a number, expected lines of numbers");
  }
  if (count != room) table.points.conservativeResize(Eigen::NoChange, count);
  if (has_names) table.names = std::move(line);
  if (has_names && labels_at)
    table.names.erase(table.names.begin() + static_cast<long>(*labels_at));
  return table;
}

}  // namespace asymptest::learning
