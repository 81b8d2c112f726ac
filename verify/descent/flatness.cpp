#include <stdexcept>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/sharpness.hpp"

namespace asymptest::learning::optimisation::flatness_claim {
namespace {

constexpr Eigen::Index width = 8;

/// λ_max(∇²L)·h/2 where a run with the step stretch·h ends; drawn again until it converges.
Trial share_of_stability(double stretch) {
  return [=](const Point& at, Stream& random) {
    constexpr int most_draws = 1000;
    for (int attempt = 0; attempt < most_draws; ++attempt) {
      const auto task = narrow_task(width, random.substream("task " + std::to_string(attempt)));
      const Sharpness end = sharpness_after(task, stretch * at["a"]);
      if (end.converged) return end.value * at["a"] / 2;
    }
    throw std::runtime_error("no run converged in 1000 draws at " + at.key());
  };
}

const Registered flatness{{
    .id = "descent/flatness",
    .title = "Where gradient descent converges the largest curvature is at most 2/h",
    .statement = R"(w_t \to w^* \implies \lambda_{\max}(\nabla^2 L(w^*)) \le 2/h)",
    .source = {"Wu, Ma, E 2018, \"How SGD selects the global minima\"",
               "section 3, linear stability"},
    .assumes = {"the run has the step h of the bound"},
    .sweep = {axis("a", "step in units of 1/λ_max(K(w₀))").listed({1, 2, 3})},
    .measure = {"largest eigenvalue of the loss's Hessian at the end, times h/2", Polarity::exact,
                share_of_stability(1)},
    .predict = always_at_most(1, stability_tolerance)
                   .within(0.02)
                   .because("an inequality: no violation is expected; one trial in fifty is far "
                            "below the chance in the control"),
    .budget = {.first = 160, .quick = 512},
    .controls = {{.name = "quarter-step",
                  .breaks = "the run has the step h of the bound",
                  .expect = above(0.1),
                  .trial = share_of_stability(0.25),
                  .remark = "a run with a shorter step ends where the longer one could not"}},
    .remark = "A step beyond 2/λ_max(K(w₀)) throws the run out of the steep valley that it starts "
              "in; where it converges, it has found a flatter one. Each run goes on for long after "
              "its loss is small: an unstable minimum throws it out again by then.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::flatness_claim
