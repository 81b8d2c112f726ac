#include <algorithm>
#include <string>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "trials/noise_trials.hpp"

namespace asymptest::robustness::beyond_isoperimetry_claim {
namespace {

const char* const best_interpolant =
    "least Lipschitz constant of any function that takes the labels, "
    "McShane's extension";

/// Sizes n = side^d.
Sweep cells_of(int dimension) {
  const std::vector<std::vector<double>> sizes = {{16, 32, 64, 128, 256, 512},
                                                  {16, 36, 64, 144, 256, 576},
                                                  {8, 27, 64, 125, 216, 343, 512},
                                                  {16, 81, 256, 625, 1296}};
  return {axis("n", "samples").listed(sizes[static_cast<std::size_t>(dimension - 1)])};
}

/// The closest pair is n^(−2/d) apart, and the cube's faces cut as large a share off the points'
/// neighbourhoods: from three dimensions on sizes begin where it is about a tenth or less.
Axis independent_sizes(int dimension) {
  const std::vector<double> first = {16, 16, 32, 128};
  const double from = first[static_cast<std::size_t>(dimension - 1)];
  return axis("n", "samples").geometric(from, 32 * from);
}

/// Of labels x₁ the pair decides that lies best along the axis. Of n² pairs its angle with it is
/// n^(−2/(d − 1)), and the constant is that angle's cosine.
Prediction law_of_a_line(const Prediction& law, int dimension) {
  Prediction of_a_line = law;
  if (dimension > 1) of_a_line.corrected_by(4.0 / (dimension - 1), "1 - cos of the least angle");
  return of_a_line;
}

/// Independent points: the closest pair of unlike labels is n^(−2/d) apart.
Claim for_independent_points(int dimension) {
  const double exponent = 2.0 / dimension;
  const Prediction law =
      theta({{"n", exponent}})
          .within(exponent / 5)
          .of(Summary::median)
          .corrected_by(std::min(exponent, 1.0),
                        "the share n^(-2/d) of a neighbourhood that the cube's faces cut off, or "
                        "1/n, that of a pair among the others")
          .because("two bands stay clear of the bound's exponent, half as large");
  return {
      .id = "robustness/beyond-isoperimetry-independent-" + std::to_string(dimension),
      .title = "Noisy labels at independent points of the " + std::to_string(dimension) +
               "-cube cost n^(2/d)",
      .statement = R"(\mathrm{med}\min_{f(x_i)=y_i}\mathrm{Lip}(f) = \Theta(n^{2/d}),
          \qquad x_i \in [0,1]^d)",
      .source = {"Wu, Huang, Zhang 2023, A Law of Robustness beyond Isoperimetry, arXiv:2202.11592",
                 "n^(1/d) as the lower bound for any bounded law"},
      .assumes = {"the labels are noise", "the points are independent"},
      .sweep = {independent_sizes(dimension)},
      .measure = {best_interpolant, Polarity::exact, least_lipschitz_of_noise(dimension)},
      .predict = law,
      .budget = {.first = 64, .quick = 2048},
      .controls = {{.name = "linear-labels",
                    .breaks = "the labels are noise",
                    .expect = near(0, 0.25 * exponent),
                    .trial = least_lipschitz_of_a_line(dimension),
                    .predict = law_of_a_line(law, dimension),
                    .remark = "labels x₁: never more than 1"},
                   {.name = "cells",
                    .breaks = "the points are independent",
                    .expect = near(1.0 / dimension, 0.25 / dimension),
                    .trial = least_lipschitz_of_noise_in_cells(dimension),
                    .sweep = cells_of(dimension),
                    .remark = "one point in the middle of each cell: n^(1/d)"}},
      .remark =
          "There is no isoperimetry in a fixed dimension, yet no function may be smoother than "
          "n^(1/d) on a bounded set. The mean is infinite for d = 1: medians.",
  };
}

/// One point in the middle tenth of each cell: no pair is nearer than nine tenths of one.
Claim for_points_in_cells(int dimension) {
  const double exponent = 1.0 / dimension;
  return {
      .id = "robustness/beyond-isoperimetry-cells-" + std::to_string(dimension),
      .title = "Noisy labels at evenly spread points of the " + std::to_string(dimension) +
               "-cube cost n^(1/d)",
      .statement = R"(\mathrm{med}\min_{f(x_i)=y_i}\mathrm{Lip}(f) = \Theta(n^{1/d}),
          \qquad x_i \in [0,1]^d)",
      .source = {"Wu, Huang, Zhang 2023, A Law of Robustness beyond Isoperimetry, arXiv:2202.11592",
                 "n^(1/d) as the lower bound for any bounded law"},
      .assumes = {"the labels are noise"},
      .sweep = cells_of(dimension),
      .measure = {best_interpolant, Polarity::exact, least_lipschitz_of_noise_in_cells(dimension)},
      .predict = theta({{"n", exponent}})
                     .within(exponent / 5)
                     .rival(2.0 / dimension, "independent points")
                     .of(Summary::median)
                     .because("two bands stay clear of independent points and of a smooth target"),
      .controls = {{.name = "linear-labels",
                    .breaks = "the labels are noise",
                    .expect = near(0, 0.25 * exponent),
                    .trial = least_lipschitz_of_a_line(dimension),
                    .remark = "labels x₁: never more than 1"}},
      .remark = "The bound n^(1/d) for any law on a bounded set is attained.",
  };
}

const Registered independent_1{for_independent_points(1)};
const Registered independent_2{for_independent_points(2)};
const Registered independent_3{for_independent_points(3)};
const Registered independent_4{for_independent_points(4)};
const Registered cells_1{for_points_in_cells(1)};
const Registered cells_2{for_points_in_cells(2)};
const Registered cells_3{for_points_in_cells(3)};
const Registered cells_4{for_points_in_cells(4)};

}  // namespace
}  // namespace asymptest::robustness::beyond_isoperimetry_claim
