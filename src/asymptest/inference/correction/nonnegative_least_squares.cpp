#include "asymptest/inference/correction/nonnegative_least_squares.hpp"

#include <fmt/format.h>

#include <limits>
#include <stdexcept>

namespace asymptest {
namespace {

// The normal equations of the rays: `gram` and their products with the target.
struct Normal {
  std::array<std::array<double, most_rays>, most_rays> gram{};
  std::array<double, most_rays> product{};
};

// All sums in one pass, so that the processor adds to several at once.
template <std::size_t count>
Normal normal_equations(std::span<const double> rays, std::span<const double> target) {
  const std::size_t n = target.size();
  Normal normal;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < count; ++k) {
      const double component = rays[k * n + i];
      for (std::size_t l = k; l < count; ++l) normal.gram[k][l] += component * rays[l * n + i];
      normal.product[k] += component * target[i];
    }
  }
  for (std::size_t k = 0; k < count; ++k) {
    for (std::size_t l = 0; l < k; ++l) normal.gram[k][l] = normal.gram[l][k];
  }
  return normal;
}

Normal normal_equations(std::span<const double> rays, std::span<const double> target,
                        std::size_t count) {
  static_assert(most_rays == 3);
  if (count == 1) return normal_equations<1>(rays, target);
  return count == 2 ? normal_equations<2>(rays, target) : normal_equations<3>(rays, target);
}

// A determinant this small relative to its leading product is rounding: the rays are parallel.
constexpr double parallel = 1e-13;

// Solves the normal equations on the rays of `mask` by Cramer's rule. False unless all weights come
// out positive.
bool solve_pair(const Normal& m, std::size_t k, std::size_t l, NonnegativeFit& fit) {
  const double scale = m.gram[k][k] * m.gram[l][l];
  const double determinant = scale - m.gram[k][l] * m.gram[k][l];
  if (!(determinant > parallel * scale)) return false;
  const double first = (m.product[k] * m.gram[l][l] - m.product[l] * m.gram[k][l]) / determinant;
  const double second = (m.product[l] * m.gram[k][k] - m.product[k] * m.gram[k][l]) / determinant;
  if (!(first > 0 && second > 0)) return false;
  fit.weights = {};
  fit.weights[k] = first;
  fit.weights[l] = second;
  return true;
}

bool solve_triple(const Normal& m, NonnegativeFit& fit) {
  const auto& g = m.gram;
  const auto minor = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    return g[a][c] * g[b][d] - g[a][d] * g[b][c];
  };
  const double c00 = minor(1, 2, 1, 2), c01 = -minor(1, 2, 0, 2), c02 = minor(1, 2, 0, 1);
  const double c11 = minor(0, 2, 0, 2), c12 = -minor(0, 2, 0, 1), c22 = minor(0, 1, 0, 1);
  const double determinant = g[0][0] * c00 + g[0][1] * c01 + g[0][2] * c02;
  if (!(determinant > parallel * g[0][0] * g[1][1] * g[2][2])) return false;
  const auto& p = m.product;
  fit.weights = {(c00 * p[0] + c01 * p[1] + c02 * p[2]) / determinant,
                 (c01 * p[0] + c11 * p[1] + c12 * p[2]) / determinant,
                 (c02 * p[0] + c12 * p[1] + c22 * p[2]) / determinant};
  return fit.weights[0] > 0 && fit.weights[1] > 0 && fit.weights[2] > 0;
}

// Σ weight·product: how much of the target's square the combination takes away.
double gain(const Normal& m, const NonnegativeFit& fit) {
  return fit.weights[0] * m.product[0] + fit.weights[1] * m.product[1] +
         fit.weights[2] * m.product[2];
}

NonnegativeFit best_face(const Normal& m, std::size_t count) {
  NonnegativeFit best, candidate;
  if (count == 3 && solve_triple(m, candidate)) return candidate;
  double most = -std::numeric_limits<double>::infinity();
  const auto offer = [&] {
    if (const double g = gain(m, candidate); g > most) most = g, best = candidate;
  };
  for (std::size_t k = 0; k < count; ++k) {
    candidate.weights = {};
    if (m.product[k] > 0) candidate.weights[k] = m.product[k] / m.gram[k][k];
    offer();
    for (std::size_t l = k + 1; l < count; ++l) {
      if (solve_pair(m, k, l, candidate)) offer();
    }
  }
  return best;
}

}  // namespace

NonnegativeFit nonnegative_least_squares(std::span<const double> rays,
                                         std::span<const double> target) {
  const std::size_t n = target.size(), count = n == 0 ? 0 : rays.size() / n;
  if (count < 1 || count > most_rays || rays.size() != count * n) {
    throw std::invalid_argument(fmt::format(
        "{} ray components for {} targets, expected 1 to {} rays", rays.size(), n, most_rays));
  }
  NonnegativeFit fit = best_face(normal_equations(rays, target, count), count);
  // Summed anew from the residuals: the difference of squares loses the digits that exact data
  // need.
  for (std::size_t i = 0; i < n; ++i) {
    double residual = -target[i];
    for (std::size_t k = 0; k < count; ++k) residual += fit.weights[k] * rays[k * n + i];
    fit.misfit += residual * residual;
  }
  return fit;
}

}  // namespace asymptest
