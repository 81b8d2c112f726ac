#include <cmath>
#include <functional>

#include "asymptest/claim/registry.hpp"

namespace simpson {
namespace {

using namespace asymptest;

/// |∫₋₁¹ f − composite Simpson on n pairs of panels|; the grid misses 0 by a share of a panel.
Trial error(const std::function<double(double)>& f, double exact) {
  return [=](const Point& at, Stream&) {
    const double pairs = at["n"], h = 1 / pairs;
    double sum = 0;
    for (double k = 0; k < pairs; ++k) {
      const double left = -1 + 2 * h * k;
      sum += h / 3 * (f(left) + 4 * f(left + h) + f(left + 2 * h));
    }
    return std::abs(sum - exact);
  };
}

const Registered composite{{
    .id = "numerics/simpson",
    .title = "Composite Simpson's rule has order 4",
    .statement = R"(\Bigl|\int f - S_n f\Bigr| = \Theta(n^{-4}))",
    .source = {"Davis, Rabinowitz 1984, Methods of Numerical Integration", "section 2.2"},
    .assumes = {"the fourth derivative is bounded"},
    .sweep = {axis("n", "pairs of panels").listed({5, 9, 17, 33, 65, 129})},
    .measure = {"error for e^x on [−1, 1]", Polarity::exact,
                error([](double x) { return std::exp(x); }, std::exp(1) - std::exp(-1))},
    .predict = theta({{"n", -4}})
                   .within(0.25)
                   .rival(-2, "a kink")
                   .because("an eighth of the gap to the order with a kink"),
    .budget = {.first = 2, .quick = 2},
    .controls = {{.name = "kink",
                  .breaks = "the fourth derivative is bounded",
                  .expect = near(-2, 0.5),
                  .trial = error([](double x) { return std::abs(x); }, 1.0),
                  .remark = "|x|, 0 in the middle of a pair of panels"}},
}};

}  // namespace
}  // namespace simpson
