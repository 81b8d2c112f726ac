#include "asymptest/claim/registry.hpp"
#include "verify/shared/minimiser.hpp"

namespace asymptest::learning::optimisation::minimiser_manifold_rates_claim {
namespace {

constexpr Eigen::Index width = 8, samples = 4;

/// Twice the largest distance of the sweep.
constexpr double reference_distance = 1.0 / 128;

using Direction = std::function<Eigen::VectorXd(const Minimiser&, Stream)>;

Eigen::VectorXd generic(const Minimiser& at, Stream random) {
  return unit_vector(at.weights.size(), random);
}

/// −λ_min at the distance t over that at the reference distance of the same draw.
Trial relative_curvature(const Direction& direction) {
  return [=](const Point& at, Stream& random) {
    const Minimiser found = network_minimiser(width, samples, random);
    const auto along = direction(found, random.substream("direction"));
    return curvature_at(found, 1 / at["1/t"], along).least /
           curvature_at(found, reference_distance, along).least;
  };
}

const Sweep distances{axis("1/t", "inverse distance").geometric(256, 16384)};

const Registered minimiser_manifold_generic{{
    .id = "minimisers/minimiser-manifold-rates-generic",
    .title = "Off the minimisers the negative curvature grows as the distance",
    .statement = R"(-\lambda_{\min}(\nabla^2 L(w^* + t u)) = \Theta(t)
        \text{ for generic } u)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "section 3, first order in t"},
    .assumes = {"the direction leaves the tangent space"},
    .sweep = distances,
    .measure = {"negative curvature at the distance t in a random direction, over that at 1/128",
                Polarity::exact, relative_curvature(generic)},
    .predict = theta({{"1/t", -1}})
                   .within(0.2)
                   .rival(-2, "a direction within the tangent space")
                   .corrected_by(1, "Taylor's expansion in t")
                   .of(Summary::median)
                   .because("a fifth of the gap to the rival"),
    .budget = {.first = 48, .quick = 512},
    .controls = {{.name = "tangent-direction",
                  .breaks = "the direction leaves the tangent space",
                  .expect = near(-2, 0.2).because("J·u = 0: the residual is of second order in t"),
                  .trial = relative_curvature(tangent_vector)}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::minimiser_manifold_rates_claim
