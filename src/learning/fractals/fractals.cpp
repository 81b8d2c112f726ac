#include "learning/fractals/fractals.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

/// Independent uniform digits 0, 1, 2, forty to a random word.
class TernaryDigits {
 public:
  explicit TernaryDigits(Stream& random) : random_(&random) {}

  unsigned next() {
    if (left_ == 0) refill();
    --left_;
    const auto digit = static_cast<unsigned>(word_ % 3);
    word_ /= 3;
    return digit;
  }

 private:
  void refill() {
    word_ = random_->below(words_of_forty_digits);
    left_ = digits_of_a_word;
  }

  static constexpr int digits_of_a_word = 40;
  static constexpr std::uint64_t words_of_forty_digits = 12157665459056928801U;  // 3^40 < 2^64
  Stream* random_;
  std::uint64_t word_ = 0;
  int left_ = 0;
};

/// A uniform point (u, v) of the triangle u, v ≥ 0, u + v ≤ 1.
std::pair<double, double> uniform_in_triangle(Stream& random) {
  const double u = random.uniform(), v = random.uniform();
  return u + v <= 1 ? std::pair{u, v} : std::pair{1 - u, 1 - v};
}

}  // namespace

Eigen::MatrixXd sierpinski_gasket_points(Eigen::Index count, Stream& random, int depth) {
  require(count >= 1, "fractal: count is {}, expected at least 1", count);
  require(depth >= 0 && depth <= gasket_full_depth, "fractal: depth is {}, expected 0 to 53",
          depth);
  TernaryDigits digits(random);
  Eigen::MatrixXd points(2, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    // Coordinates along two sides of the triangle: the corners are (0, 0), (1, 0) and (0, 1).
    double u = 0, v = 0, scale = 1;
    for (int level = 0; level < depth; ++level) {
      scale *= 0.5;
      const unsigned corner = digits.next();
      u += corner == 1 ? scale : 0;
      v += corner == 2 ? scale : 0;
    }
    if (depth < gasket_full_depth) {
      const auto [du, dv] = uniform_in_triangle(random);
      u += scale * du;
      v += scale * dv;
    }
    points.col(i) << u + 0.5 * v, 0.5 * std::numbers::sqrt3 * v;
  }
  return points;
}

Eigen::MatrixXd cantor_set_points(Eigen::Index count, Stream& random) {
  require(count >= 1, "fractal: count is {}, expected at least 1", count);
  constexpr int digits = 33;  // 3^-33 is the first power of 1/3 below 2^-52
  Eigen::MatrixXd points(1, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    std::uint64_t address = random();
    double x = 0;
    for (int digit = 0; digit < digits; ++digit, address >>= 1U) {
      x = (x + ((address & 1U) != 0 ? 2.0 : 0.0)) / 3;
    }
    points(0, i) = x;
  }
  return points;
}

}  // namespace asymptest::learning
