#include "asymptest/claim/registry.hpp"
#include "trials/orbit_trials.hpp"

namespace asymptest::scaling::augmentation_claim {
namespace {

const Registered augmentation_orbits{{
    .id = "scaling/augmentation-orbits",
    .title = "With all translates the dimension of the group drops out",
    .statement = R"(\mathbb{E}\,\delta_{N,\infty} = \Theta(N^{-1/(d-g)}), \qquad d = 2,\ g = 1)",
    .source = {"from the mean distance in the quotient by the group", "verify/scaling/README.md"},
    .assumes = {"the labels are invariant under the group"},
    .sweep = {axis("N", "samples").geometric(32, 2048)},
    .measure =
        {"mean distance of 256 fresh points of the 2-torus to the nearest orbit of N samples",
         Polarity::exact, distance_to_orbits},
    .predict = theta({{"N", -1}})
                   .within(0.06)
                   .corrected_by(1, "the exact law on the circle, 1/(2(N + 1))")
                   .because("a tenth of the gap to what samples alone cover"),
    .controls = {{.name = "no-invariance",
                  .breaks = "the labels are invariant under the group",
                  .expect = near(-0.5, 0.05),
                  .trial = distance_to_samples,
                  .correction = Correction{1, "Stirling's series of N!/Γ(N + 1 + 1/d)"},
                  .remark = "without it a sample speaks for itself alone"}},
}};

const Registered augmentation_expands_as_stated{{
    .id = "scaling/augmentation-expands-as-stated",
    .title = "Erratum: augmentation does not expand the data manifold",
    .statement = R"(\mathbb{E}\,\delta_{N,\infty} = \Theta(N^{-1/d'}), \quad d' \ge d,
        \qquad d = 2)",
    .source = {"Notes on machine learning as interpolation, 2024",
               "data augmentation and manifold expansion"},
    .assumes = {"the labels are invariant under the group"},
    .sweep = {axis("N", "samples").geometric(32, 2048)},
    .measure =
        {"mean distance of 256 fresh points of the 2-torus to the nearest orbit of N samples",
         Polarity::exact, distance_to_orbits},
    .predict = at_least({{"N", -0.5}})
                   .within(0.06)
                   .corrected_by(1, "the exact law on the circle, 1/(2(N + 1))")
                   .because("the band of the corrected law"),
    .corrected_by = "scaling/augmentation-orbits",
    .expect = near(-1, 0.06),
    .remark =
        "A larger manifold, of dimension d' at least d, would be harder to cover; the quotient "
        "by the group is smaller, and N samples cover it as samples of dimension d − g.",
}};

}  // namespace
}  // namespace asymptest::scaling::augmentation_claim
