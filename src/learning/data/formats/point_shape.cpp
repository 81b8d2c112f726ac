#include "learning/data/formats/point_shape.hpp"

#include <limits>

namespace asymptest::learning {
namespace {

/// The product, or the greatest number that there is if it is greater still.
std::size_t saturated_product(std::size_t a, std::size_t b) {
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  return b != 0 && a > most / b ? most : a * b;
}

}  // namespace

std::size_t PointShape::coordinates() const {
  std::size_t product = 1;
  for (std::size_t i = 1; i < axes.size(); ++i) product = saturated_product(product, axes[i]);
  return product;
}

std::string PointShape::text() const {
  std::string words;
  for (const std::size_t length : axes)
    words += (words.empty() ? "" : " x ") + std::to_string(length);
  return words;
}

void PointShape::require_exact_size(const FileBytes& file, std::size_t begin,
                                    int number_bytes) const {
  if (axes.empty()) file.refuse(begin, "the array has no axis, expected one for the points");
  if (saturated_product(axes.front(), coordinates()) == 0) {
    file.refuse(begin, "the array is " + text() + ", expected at least one number");
  }
  const std::size_t expected = saturated_product(saturated_product(axes.front(), coordinates()),
                                                 static_cast<std::size_t>(number_bytes));
  const std::size_t there = file.bytes.size() - begin;
  const std::string wanted = "expected " + bytes_text(expected) + " for " + text() +
                             " numbers of " + bytes_text(static_cast<std::size_t>(number_bytes));
  if (there < expected) {
    file.refuse(file.bytes.size(),
                "the file ends after " + bytes_text(there) + " of data, " + wanted);
  }
  if (there > expected) {
    file.refuse(begin + expected,
                bytes_text(there - expected) + " too many follow the data, " + wanted);
  }
}

}  // namespace asymptest::learning
