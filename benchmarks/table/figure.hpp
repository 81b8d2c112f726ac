#pragma once

#include <optional>
#include <string>
#include <vector>

#include "best_values.hpp"

namespace asymptest::benchmarks {

/// What a figure has to reach.
struct Target {
  bool at_least = true;  ///< or at most
  double value = 0;
};

enum class Form {
  share,  ///< 0.83 reads "83 %"
  times,  ///< "8.3 ×"
  plain   ///< "8.3"
};

/// A row of the table: the quotient of two numbers that were measured by turns in one process.
struct Figure {
  std::string instrument;
  Quantity above;
  std::vector<Quantity> below = {};  ///< the best of them; with none `above` stands by itself
  double scale = 1;                  ///< of a number that stands by itself: 1e6 for µs
  Form form = Form::plain;
  std::string unit = {};  ///< "of the peak", "as fast as nanoflann"
  std::optional<Target> target = {};
  std::string bound = {};  ///< what bounds it, where the target is missed

  /// NaN if a number is lacking, as where a library is not installed.
  [[nodiscard]] double value(const BestValues& best) const;
  [[nodiscard]] bool meets(double value) const;
};

/// Figures whose benchmarks run by turns in one process.
struct Group {
  std::string name;
  std::vector<Figure> figures;
  int turns = 9;
  bool slow = false;  ///< left out of a quick run

  /// The names of all benchmarks that its figures take, each once.
  [[nodiscard]] std::vector<std::string> benchmarks() const;
};

}  // namespace asymptest::benchmarks
