#include "asymptest/claim/registry.hpp"
#include "learning/dimension/sphere_likelihood_law.hpp"
#include "trials/dimension_trials.hpp"

namespace asymptest::scaling::intrinsic_dimension_as_stated_claim {
namespace {

double reciprocal_of_dimension(const Point& at) { return 1 / at["d"]; }

const Registered intrinsic_dimension_as_stated{{
    .id = "scaling/intrinsic-dimension-as-stated",
    .title = "Erratum: the likelihood estimate at finite N is not the dimension",
    .statement = R"(\mathbb{E}\,\frac{1}{\hat d} = \frac1d \quad \text{for every } d)",
    .source = {"Levina, Bickel 2005", "section 3, the density taken as constant around each point"},
    .assumes = {"the points lie on the sphere"},
    .sweep = {axis("d", "dimension of the sphere").listed({4, 8, 16}),
              axis("N", "points").listed({256, 512})},
    .measure = {"mean over N points of the mean log ratio of the 10th neighbour's distance to "
                "those of the nearer ones",
                Polarity::exact, likelihood_reciprocal(points_of_sphere, 10)},
    .predict =
        equals(reciprocal_of_dimension).within(0.03).because("the band of the corrected law"),
    .budget = {.first = 32, .quick = 512, .standard = 4096, .full = 16384},
    .corrected_by = "scaling/intrinsic-dimension-sphere",
    .expect = near(16 * learning::sphere_likelihood_law(16, 256, 10) - 1, 0.04),
    .remark = "Within the distance of its 10th neighbour a point of S^16 sees the sphere's "
              "curvature at any N that a person has.",
}};

}  // namespace
}  // namespace asymptest::scaling::intrinsic_dimension_as_stated_claim
