#include <cmath>
#include <numbers>

#include "asymptest/claim/registry.hpp"
#include "trials/torus_sup_trials.hpp"

namespace asymptest::covering::covering_sup_torus_claim {
namespace {

/// N/(log N + log log N + γ): N π r² has that denominator as its mean, up to what vanishes.
double samples_per_logarithm(const Point& at) {
  const double log = std::log(at["N"]);
  return at["N"] / (log + std::log(log) + std::numbers::egamma);
}

const Registered covering_sup_torus{{
    .id = "covering/covering-sup-torus-2",
    .title = "The farthest point of the 2-torus: N^(-1/2) with its logarithms",
    .statement = R"(\mathbb{E}\,\sup_x \delta_N(x) = \Theta\Bigl(\Bigl(
        \frac{\log N + (d-1)\log\log N}{N}\Bigr)^{1/d}\Bigr), \qquad d = 2)",
    .source = {"Janson 1986, Random coverings in several dimensions", "theorem 1.1"},
    .assumes = {"the samples are independent"},
    .sweep = {axis("N", "samples").geometric(16, 4096, 4)},
    .measure = {"covering radius of N samples of the 2-torus, by branch and bound to 1e-3",
                Polarity::exact, torus_radius},
    .predict = theta({{"N/(log N + log log N + γ)", -0.5, samples_per_logarithm}})
                   .within(0.06)
                   .rival(-1, "a curve, d = 1")
                   .rival(-1.0 / 3, "space, d = 3")
                   .because("two bands stay clear of the reciprocal dimensions 1 and 1/3"),
    .controls =
        {{.name = "copies",
          .breaks = "the samples are independent",
          .expect = near(-0.22, 0.07),
          .trial = torus_radius_of_copies,
          .sweep = Sweep{axis("N", "samples").geometric(256, 4194304, 4)},
          .remark =
              "each of √N points comes √N times: −0.22 is the law of √N points over the sweep"}},
}};

}  // namespace
}  // namespace asymptest::covering::covering_sup_torus_claim
