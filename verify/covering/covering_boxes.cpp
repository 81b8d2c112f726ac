#include <cmath>
#include <cstddef>

#include "asymptest/claim/registry.hpp"
#include "learning/fractals/box_counts.hpp"
#include "learning/fractals/ternary_sets.hpp"

namespace asymptest::covering::covering_boxes_claim {
namespace {

constexpr double copies = 8, share_of_first = 0.5, broken_level = 3;

double boxes_at(const Point& at) { return std::pow(copies, at["j"]); }

Eigen::Index samples_at(const Point& at) {
  return static_cast<Eigen::Index>(std::lround(at["N/8^j"] * boxes_at(at)));
}

double boxes_of(const Eigen::MatrixXd& points, const Point& at) {
  const auto level = static_cast<int>(at.count("j"));
  return static_cast<double>(
      learning::box_counts(points, 3, level)[static_cast<std::size_t>(level)]);
}

double boxes_of_carpet(const Point& at, Stream& random) {
  return boxes_of(learning::ternary_points(learning::sierpinski_carpet(), samples_at(at), random),
                  at);
}

/// The first of the eight subcubes has half of the weight at every level.
double boxes_of_uneven_carpet(const Point& at, Stream& random) {
  const learning::KeptCubes kept = learning::sierpinski_carpet();
  learning::KeptCubes weighed(kept.rows(), 2 * (kept.cols() - 1));
  weighed << kept.col(0).replicate(1, kept.cols() - 1), kept.rightCols(kept.cols() - 1);
  return boxes_of(learning::ternary_points(weighed, samples_at(at), random), at);
}

double missed(double weight, double samples) { return std::pow(1 - weight, samples); }

double boxes_met(const Point& at) {
  return boxes_at(at) * (1 - missed(1 / boxes_at(at), static_cast<double>(samples_at(at))));
}

const Point broken_at{{"j", broken_level}, {"N/8^j", 1}};

/// Over all m of `broken_level` digits that are the heavy one.
double boxes_met_unevenly() {
  const auto samples = static_cast<double>(samples_at(broken_at));
  double sum = 0, ways = 1;
  for (double m = 0; m <= broken_level; ++m) {
    const double weight = std::pow(share_of_first, m) *
                          std::pow((1 - share_of_first) / (copies - 1), broken_level - m);
    sum += ways * std::pow(copies - 1, broken_level - m) * (1 - missed(weight, samples));
    ways *= (broken_level - m) / (m + 1);
  }
  return sum;
}

const double deviation_of_uneven = boxes_met_unevenly() / boxes_met(broken_at) - 1;

Sweep levels_and_samples() {
  return {axis("j", "level: boxes of side 3^-j").listed({2, 3, 4}),
          axis("N/8^j", "samples over boxes").listed({0.25, 1, 2})};
}

const Registered covering_boxes{{
    .id = "covering/covering-boxes",
    .title = "N samples of the Sierpinski carpet lie in 8^j (1 − (1 − 8^−j)^N) boxes of side 3^−j",
    .statement = R"(\mathbb{E}\,\#\{\text{boxes of side } 3^{-j} \text{ with a sample}\}
        = 8^j\,\bigl(1 - (1 - 8^{-j})^N\bigr))",
    .source = {"Falconer 2014, Fractal Geometry",
               "section 2.1, box counts, with the coupons that "
               "N samples collect"},
    .assumes = {"the samples follow the set's own measure"},
    .sweep = levels_and_samples(),
    .measure = {"boxes of side 3^-j that hold one of N independent points, counted",
                Polarity::exact, boxes_of_carpet},
    .predict = equals(boxes_met)
                   .within(0.01)
                   .rival(-0.37, "each sample in a box of its own, or each box met: at N = 8^j")
                   .because("a slope over a level, log 8/log 3, is then known to 0.02"),
    .budget = {.first = 64, .quick = 2048, .cost = boxes_at},
    .controls = {{.name = "uneven-weights",
                  .breaks = "the samples follow the set's own measure",
                  .expect = near(deviation_of_uneven, 0.02)
                                .because("the same count for each weight, half at the first copy"),
                  .trial = boxes_of_uneven_carpet,
                  .sweep = Sweep{axis("j", "level").listed({broken_level}),
                                 axis("N/8^j", "samples over boxes").listed({1})}}},
    .remark = "Boxes are counted as whole numbers. A count of N samples stops at N: its slope is "
              "the dimension only while N is well above 8^j.",
}};

}  // namespace
}  // namespace asymptest::covering::covering_boxes_claim
