#include "asymptest/claim/registry.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::hessian_norm_decay_as_stated_claim {
namespace {

/// `depth` hidden layers without any scale but the outer 1/√m, output weights ±1.
Trial with_outer_scale_only(int depth) {
  return hessian_norm_of([depth](Eigen::Index m) {
    Architecture architecture = uniform_architecture(input_dimension, m, depth);
    architecture.output_weights = OutputWeights::signs;
    architecture.parametrisation = Parametrisation::outer_only;
    return architecture;
  });
}

Claim literal_formula(int depth, Expectation expect, double widest, const std::string& growth) {
  const std::string layers = depth == 2 ? "two" : "three";
  return {
      .id = "hessian/hessian-norm-decay-as-stated-" + layers + "-layers",
      .title =
          "Erratum: with the outer 1/√m alone the Hessian of " + layers + " hidden layers grows",
      .statement = R"(f = \tfrac{1}{\sqrt m}\, v^\top \sigma(W_L \cdots \sigma(W_1 x))
          \implies \lVert \nabla^2_w f(x; w_0) \rVert_2 = \tilde O(m^{-1/2}), \quad L = )" +
                   std::to_string(depth),
      .source = {"Lecture slides after Belkin 2021, arXiv:2105.14368",
                 "near-linearity of wide networks"},
      .assumes = {"every hidden layer is wide"},
      .sweep = {axis("m", "width of all hidden layers").geometric(16, widest)},
      .measure = {"spectral norm of the Hessian at initialisation, by Lanczos on its products",
                  Polarity::exact, with_outer_scale_only(depth)},
      .predict = at_most({{"m", -0.5}})
                     .within(0.125)
                     .rival(0, "the Hessian doesn't vanish")
                     .because("the band of the corrected claim"),
      .budget = {.first = 32,
                 .quick = 1024,
                 .cost = [](const Point& at) { return 2000 + at["m"] * at["m"]; }},
      .corrected_by = "hessian/hessian-norm-decay",
      .expect = std::move(expect),
      .remark = growth,
  };
}

const Registered two_layers{
    literal_formula(2, near(0.5, 0.25), 512, "It grows as √m: one inner layer lacks its 1/√m.")};
const Registered three_layers{
    literal_formula(3, near(1, 0.4), 256, "It grows as m: two inner layers lack their 1/√m.")};

}  // namespace
}  // namespace asymptest::learning::optimisation::hessian_norm_decay_as_stated_claim
