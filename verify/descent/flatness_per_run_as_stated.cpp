#include <stdexcept>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/sharpness.hpp"

namespace asymptest::learning::optimisation::flatness_per_run_as_stated_claim {
namespace {

constexpr Eigen::Index width = 2;

/// A minimum that is sharper by less than this share counts as equal: a million times what the last
/// residual, 1e-9, leaves open.
constexpr double visible_excess = 1e-3;

/// λ_max where a run with a longer step ends over that where one from the same start with a
/// quarter of the step ends.
double relative_sharpness(const Point& at, Stream& random) {
  constexpr int most_draws = 1000;
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    const auto task = narrow_task(width, random.substream("task " + std::to_string(attempt)));
    const Sharpness longer = sharpness_after(task, at["a"]);
    if (!longer.converged) continue;
    const Sharpness shorter = sharpness_after(task, at["a"] / 4);
    if (shorter.converged) return longer.value / shorter.value;
  }
  throw std::runtime_error("no pair of runs converged in 1000 draws at " + at.key());
}

const Registered flatness_per_run{{
    .id = "descent/flatness-per-run-as-stated",
    .title = "Erratum: in a given run, a larger step need not end in a flatter minimum",
    .statement = R"(h > h' \implies \lambda_{\max}(\nabla^2 L(w^*_h))
        \le \lambda_{\max}(\nabla^2 L(w^*_{h'})))",
    .source = {"Notes on double descent, after Barrett, Dherin 2020, arXiv:2009.11162",
               "implicit regularisation seeks out flat regions"},
    .assumes = {"both runs have the same start and converge"},
    .sweep = {axis("a", "step in units of 1/λ_max(K(w₀))").listed({0.5, 1})},
    .measure = {"largest eigenvalue of the loss's Hessian at the end, over that with a quarter of "
                "the step",
                Polarity::exact, relative_sharpness},
    .predict = always_at_most(1, visible_excess)
                   .within(0.02)
                   .because("an inequality: one violation is a counterexample"),
    .budget = {.first = 128, .quick = 512},
    .corrected_by = "descent/flatness",
    .expect = above(0.05),
    .remark =
        "Two neurons of tanh, two samples. The runs take different ways round, and the longer "
        "step may end at the sharper minimum: one time in five here, one in a hundred with "
        "eight neurons. On average over starts it was flatter, by 1 and by 5 per cent.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::flatness_per_run_as_stated_claim
