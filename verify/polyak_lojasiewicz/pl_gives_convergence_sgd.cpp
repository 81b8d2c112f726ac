#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/training_task.hpp"
#include "learning/training/gradient_descent.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::pl_gives_convergence_sgd_claim {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index width = 64;

/// Steps are half as long as 1/n and so shorter than 1/(n·max K_ii), for which a batch of one
/// contracts on average; orthogonal inputs keep λ_min(K) near K_ii, about 0.86.
double step_for(Index samples) { return 0.5 / static_cast<double>(samples); }

/// A rate in t = steps·η that descent exceeds: 2λ_min(K∞) is 1.7, batches of one cost
/// η·n·K_ii of it, about 0.4, and the finite width up to a half of what is left.
constexpr double stated_rate = 0.5;

/// Loss after the time t of stochastic descent on n orthogonal inputs in Rⁿ; the second one a copy
/// of the first with another label if `conflict`.
Trial loss_at(Index samples, Index batch, bool conflict) {
  return [=](const Point& at, Stream& random) {
    const TrainingTask drawn =
        training_task(uniform_architecture(samples, width, 1), samples, random);
    MatrixXd inputs =
        std::sqrt(static_cast<double>(samples)) * MatrixXd::Identity(samples, samples);
    if (conflict) inputs.col(1) = inputs.col(0);
    const TrainingTask task = drawn.with_inputs(inputs);
    const double step = step_for(samples);
    const int steps = static_cast<int>(std::lround(at["t"] / step));
    return stochastic_descent(task.fit, task.start, step, steps, batch, random.substream("batches"))
        .losses.back();
  };
}

Claim sgd_claim(Index samples, Index batch, const std::string& id, const std::string& title) {
  return {
      .id = id,
      .title = title,
      .statement = R"(\exp \mathbb{E} \log L(w_t) \le C e^{-r t},\; r > 0
          \text{, where all labels can be interpolated})",
      .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "Theorem 7"},
      .assumes = {"no two inputs are equal"},
      .sweep =
          {axis("t", "training time, steps times their length").listed({4, 8, 12, 16, 20, 24})},
      .measure = {"loss of all samples after stochastic descent for the time t, " +
                      std::to_string(samples) + " orthogonal inputs, width 64",
                  Polarity::exact, loss_at(samples, batch, false)},
      .predict = decays("t", stated_rate)
                     .within(0.5)
                     .rival(0, "a floor")
                     .of(Summary::geometric_mean)
                     .because("half the gap to the rival"),
      .budget = {.first = 48, .quick = 1024, .cost = [](const Point& at) { return at["t"]; }},
      .controls = {{.name = "conflicting-labels",
                    .breaks = "no two inputs are equal",
                    .expect = below(0.25),
                    .trial = loss_at(samples, batch, true),
                    .remark = "the loss can't fall below (y₀ − y₁)²/4"}},
      .remark =
          "The geometric mean, because the loss is nearly log-normal: its mean at late times "
          "is that of a few slow runs.",
  };
}

const Registered batch_one{sgd_claim(4, 1, "polyak-lojasiewicz/pl-gives-convergence-sgd-1",
                                     "Stochastic descent with batches of one decays exponentially "
                                     "where labels can be interpolated")};
const Registered batch_four{
    sgd_claim(8, 4, "polyak-lojasiewicz/pl-gives-convergence-sgd-4",
              "Stochastic descent with batches of four decays exponentially "
              "where labels can be interpolated")};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_sgd_claim
