#include <string>

#include "asymptest/claim/registry.hpp"
#include "patch_trials.hpp"

namespace asymptest::kernel_machines::local_kernel_claim {
namespace {

constexpr const char* own_patches = "the kernel is a sum over the target's patches";
constexpr const char* local_target = "the target is a sum over patches";

Sweep samples_on_the_torus() {
  return {axis("n", "samples").geometric(64, 1024).standard(4096),
          axis("d", "coordinates").listed({4})};
}

Budget budget_of_patches() {
  return {.first = 16, .quick = 256, .standard = 256, .full = 256, .cost = [](const Point& at) {
            return at["n"] * at["n"];
          }};
}

const Source local_kernels{"Favero, Cagnetta, Wyart 2021, arXiv:2106.08619",
                           "section 4, the exponent α_t/s"};

Control full_target(int t, double width) {
  return {.name = "full-target",
          .breaks = local_target,
          .expect = near(0, width).because("most of it is no sum over patches, and stays"),
          .trial = full_target_error({t}),
          .correction =
              Correction{1.0 / t, "the part that is a sum over patches, learned as n^(-1/t)"}};
}

const Registered local_kernel_1{{
    .id = "kernel-machines/local-kernel-1",
    .title = "A sum of functions of one coordinate each is learned as in one dimension",
    .statement = R"(\mathbb{E}\,(f - \hat f_n)^2 = \Theta(n^{-1/t}), \qquad t = 1,\ d = 4)",
    .source = local_kernels,
    .assumes = {own_patches, local_target},
    .sweep = samples_on_the_torus(),
    .measure = {"mean squared error of the sum of Laplace kernels of one coordinate each on random "
                "functions with its covariance, exactly in the mean over functions",
                Polarity::exact, patch_error({1}, {1})},
    .predict = theta({{"n", -1}})
                   .within(0.15)
                   .rival(-0.5, "patches of two coordinates")
                   .rival(-0.25, "all four")
                   .corrected_by(1, "the next order in the spacing 1/n of a patch's samples")
                   .because("less than a third of the gap to patches of two"),
    .budget = budget_of_patches(),
    .controls = {{.name = "patches-of-two",
                  .breaks = own_patches,
                  .expect = near(-0.5, 0.1875).because("two coordinates at a time: −1/2"),
                  .trial = patch_error({1}, {2}),
                  .correction =
                      Correction{0.5,
                                 "the next order in the spacing n^(-1/2) of a patch's samples"}},
                 full_target(1, 0.25)},
}};

const Registered local_kernel_2{{
    .id = "kernel-machines/local-kernel-2",
    .title = "A sum of functions of two coordinates each is learned as in two dimensions",
    .statement = R"(\mathbb{E}\,(f - \hat f_n)^2 = \Theta(n^{-1/t}), \qquad t = 2,\ d = 4)",
    .source = local_kernels,
    .assumes = {own_patches, local_target},
    .sweep = samples_on_the_torus(),
    .measure = {"mean squared error of the sum of Laplace kernels of two coordinates each on "
                "random functions with its covariance, exactly in the mean over functions",
                Polarity::exact, patch_error({2}, {2})},
    .predict = theta({{"n", -0.5}})
                   .within(0.1)
                   .rival(-1, "single coordinates")
                   .rival(-0.25, "all four")
                   .corrected_by(0.5, "the next order in the spacing n^(-1/2) of a patch's samples")
                   .because("less than half of the gap to the full kernel's exponent"),
    .budget = budget_of_patches(),
    .controls = {full_target(2, 0.125),
                 {.name = "shifted-patches",
                  .breaks = own_patches,
                  .expect = near(0, 0.125).because(
                      "pairs that each take a coordinate of two: what couples the target's own "
                      "pairs stays"),
                  .trial = patch_error({2, 0}, {2, 1}),
                  .correction =
                      Correction{0.5, "what single coordinates share, learned as n^(-1/2)"}}},
}};

}  // namespace
}  // namespace asymptest::kernel_machines::local_kernel_claim
