#include "asymptest/claim/registry.hpp"
#include "subnetwork_trials.hpp"

namespace asymptest::compression::sparse_subnetwork_claim {
namespace {

Sweep fewer_kept_than_there_are() {
  return {{axis("m", "units").listed({8, 64, 256}), axis("k", "units kept").listed({4, 16, 32})},
          [](const Point& at) { return at["k"] < at["m"]; }};
}

const Registered sparse_subnetwork{{
    .id = "compression/sparse-subnetwork",
    .title = "k random units of m meet a network's outputs to within (m − k)/(k (m − 1)) of a unit",
    .statement = R"(\mathbb{E}\Bigl\lVert \frac1k \sum_{i \in S} u_i - \frac1m \sum_i u_i
        \Bigr\rVert^2 = \frac1k\,\frac{m-k}{m-1}\,\mathrm{Var}(u), \quad |S| = k)",
    .source = {"Pisier 1981", "Maurey's lemma, for sampling without replacement"},
    .assumes = {"no unit is kept twice"},
    .sweep = fewer_kept_than_there_are(),
    .measure = {"squared distance of the outputs of a relu network and of k random units of it, at "
                "16 inputs, over the variance of a unit",
                Polarity::exact, relative_error},
    .predict = equals(maurey).within(0.04).because(
        "a twentieth of what 1/k is off by at k = m/2, and less than a third of what m for m - 1 "
        "changes at m = 8, 1/8"),
    .budget = {.first = 256, .quick = 16384},
    .controls = {{.name = "with-replacement",
                  .breaks = "no unit is kept twice",
                  .expect = near(63.0 / 32 - 1, 0.2),
                  .trial = relative_error_with_replacement,
                  .remark = "1/k, most off at k = 32 of 64"}},
}};

}  // namespace
}  // namespace asymptest::compression::sparse_subnetwork_claim
