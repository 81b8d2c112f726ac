#include "growth.hpp"

#include "asymptest/data/input_error.hpp"
#include "asymptest/estimate/estimate.hpp"

namespace asymptest::benchmarks {
namespace {

/// The median of the repetitions at each size: a neighbour on the machine spoils some of them.
cli::CheckRequest request_of(const Growth& growth, const std::string& file) {
  return {.file = file,
          .sizes = {growth.size},
          .value = "cpu_time",
          .alpha = 0.05,
          .summary = Summary::median,
          .rows = {.where = {"family=" + growth.family}}};
}

}  // namespace

std::vector<GrowthFound> growth_found(const std::vector<Growth>& growths, const std::string& file) {
  std::vector<GrowthFound> found;
  for (const Growth& growth : growths) {
    try {
      const ExponentRegion region = cli::estimate_exponent(request_of(growth, file)).exponent();
      found.push_back({&growth, region.estimate, region.outer.lower, region.outer.upper});
    } catch (const cli::InputError&) {
      continue;  // one repetition, or none
    }
  }
  return found;
}

const std::vector<Growth>& growths() {
  static const std::vector<Growth> all{
      {"tangent kernel", "^tangent_kernel_of/L:3/m:[0-9]+/n:256$", "tangent_kernel_of", "m",
       "m² beside n² m"},
      {"product with one sample's Hessian", "^hessian_product/", "hessian_product", "arg1", "m²"},
      {"supremum of the linearisation's error", "^linearisation_supremum/",
       "linearisation_supremum", "m", "m"},
      {"supremum of the kernel's change", "^kernel_change_supremum/", "kernel_change_supremum", "m",
       "m"},
      {"eigenvalues of a symmetric matrix", "^eigenvalues_of_the_project/",
       "eigenvalues_of_the_project", "n", "n³"},
      {"Delaunay location at d = 16", "^delaunay_location_of_points/",
       "delaunay_location_of_points", "n", "n a pass over the points"},
      {"simplicial noise variance", "^simplicial_noise_variance_of_a_point/[0-9]+$",
       "simplicial_noise_variance_of_a_point", "arg1", "d log d"},
      {"singular weights", "^singular_weights_of_distances/", "singular_weights_of_distances", "n",
       "n"},
      {"nearest of N points by the tree, D = 3", "^neighbours_of_points/", "neighbours_of_points",
       "N", "log N, and what leaves the cache"},
  };
  return all;
}

}  // namespace asymptest::benchmarks
