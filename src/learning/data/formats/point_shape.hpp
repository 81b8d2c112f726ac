#pragma once

#include <string>
#include <vector>

#include "learning/data/formats/file_bytes.hpp"

namespace asymptest::learning {

/// The lengths of the axes of an array in a file, the first of which counts the points.
struct PointShape {
  std::vector<std::size_t> axes;

  /// Numbers in one point: the product of the other axes.
  [[nodiscard]] std::size_t coordinates() const;
  /// "60000 x 28 x 28"
  [[nodiscard]] std::string text() const;

  /// Throws DataError unless `file` has from `begin` on exactly the bytes of the array, each of its
  /// numbers `number_bytes` long; at `begin` if there is no axis, or one of length 0.
  void require_exact_size(const FileBytes& file, std::size_t begin, int number_bytes) const;
};

}  // namespace asymptest::learning
