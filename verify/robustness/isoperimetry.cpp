#include "asymptest/claim/registry.hpp"
#include "trials/isoperimetry_trials.hpp"

namespace asymptest::robustness::isoperimetry_claim {
namespace {

const Registered isoperimetry{{
    .id = "robustness/isoperimetry",
    .title = "On the sphere no Lipschitz function varies by more than d^(-1/2)",
    .statement = R"(\mathrm{Var} f(x) = O(1/d) \quad \text{for } \mathrm{Lip}(f)\le1,
        \text{ chosen to vary much})",
    .source = {"Ledoux 2001, The Concentration of Measure Phenomenon", "section 3.1"},
    .assumes = {"the sphere has radius 1", "the law is in one piece",
                "the law is spread over all d directions", "the points have one length"},
    .sweep = {axis("d", "dimension").geometric(8, 512)},
    .measure = {"largest variance on 256 fresh points of three 1-Lipschitz functions chosen on 256 "
                "others: principal coordinate, distance to half of the points, length",
                Polarity::exact, largest_variance(IsoperimetryLaw::sphere)},
    .predict = at_most({{"d", -1}})
                   .within(0.1)
                   .because("a tenth of the gap to a law without concentration"),
    .budget = {.first = 16, .quick = 256, .standard = 2048, .full = 8192},
    .controls = {{.name = "radius-root-d",
                  .breaks = "the sphere has radius 1",
                  .expect = near(0, 0.2),
                  .trial = largest_variance(IsoperimetryLaw::large_sphere),
                  .remark = "coordinates of variance 1"},
                 {.name = "two-clusters",
                  .breaks = "the law is in one piece",
                  .expect = near(0, 0.2),
                  .trial = largest_variance(IsoperimetryLaw::clusters),
                  .remark =
                      "around ±e₁/√2: the principal coordinate has the variance 1/2 + 1/(2d)"},
                 {.name = "line",
                  .breaks = "the law is spread over all d directions",
                  .expect = near(0, 0.2),
                  .trial = largest_variance(IsoperimetryLaw::line),
                  .remark = "one axis of R^d"},
                 {.name = "two-shells",
                  .breaks = "the points have one length",
                  .expect = near(0, 0.2),
                  .trial = largest_variance(IsoperimetryLaw::shells),
                  .remark = "squared lengths 1/4 and 7/4: the length is a Lipschitz function"},
                 {.name = "gaussian",
                  .trial = largest_variance(IsoperimetryLaw::gaussian),
                  .harmless = true,
                  .remark = "N(0, I/d) is isoperimetric too"},
                 {.name = "cube",
                  .trial = largest_variance(IsoperimetryLaw::cube),
                  .harmless = true,
                  .remark = "and so is the uniform law on a cube of side √(12/d)"},
                 {.name = "generic-function-on-two-clusters",
                  .trial = generic_variance(IsoperimetryLaw::clusters),
                  .harmless = true,
                  .remark =
                      "a random direction misses what sets the clusters apart: a measure can't be "
                      "found isoperimetric by functions that don't look for its weakness"}},
    .remark =
        "Every linear function has the variance 1/d on the sphere, and none that is 1-Lipschitz "
        "more than 1/(d − 1). A supremum over three functions is a lower bound of the whole; "
        "what is stated of it is stated of them.",
}};

}  // namespace
}  // namespace asymptest::robustness::isoperimetry_claim
