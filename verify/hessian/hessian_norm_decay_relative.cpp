#include "asymptest/claim/registry.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "learning/kernels/tangent_kernel.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::hessian_norm_decay_relative_claim {
namespace {

Trial relative_norm(Parametrisation parametrisation) {
  return [=](const Point& at, Stream& random) {
    Architecture architecture = uniform_architecture(input_dimension, at.count("m"), 1);
    architecture.parametrisation = parametrisation;
    architecture.output_weights = OutputWeights::signs;
    const Network network = initialise(architecture, random.substream("weights"));
    const Eigen::MatrixXd x = sphere_points(input_dimension, 1, random.substream("input"));
    return shallow_hessian_norm(network, x.col(0)) / tangent_kernel(network, x)(0, 0);
  };
}

const Registered hessian_norm_decay_relative{{
    .id = "hessian/hessian-norm-decay-relative",
    .title = "The Hessian vanishes relative to the tangent kernel, not with it",
    .statement = R"(\frac{\lVert \nabla^2_w f(x; w_0) \rVert_2}{\lVert \nabla_w f(x; w_0) \rVert^2}
        = O(m^{-1/2}))",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "section 3"},
    .assumes = {"the output is scaled by 1/√m"},
    .sweep = {axis("m", "width").geometric(32, 4096).standard(65536)},
    .measure = {"spectral norm of the Hessian over K(x, x) at initialisation", Polarity::exact,
                relative_norm(Parametrisation::ntk)},
    .predict = at_most({{"m", -0.5}})
                   .within(0.05)
                   .rival(0, "mean-field scaling: the Hessian vanishes, the kernel with it")
                   .because("a tenth of the gap to the mean-field exponent 0"),
    .controls = {{.name = "mean-field",
                  .breaks = "the output is scaled by 1/√m",
                  .expect = near(0, 0.05),
                  .trial = relative_norm(Parametrisation::mean_field),
                  .remark = "its Hessian norm alone decays as 1/m and would pass"}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::hessian_norm_decay_relative_claim
