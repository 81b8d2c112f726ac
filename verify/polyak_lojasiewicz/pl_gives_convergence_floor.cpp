#include <cmath>
#include <numeric>
#include <utility>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/conflict.hpp"
#include "learning/training/gradient_descent.hpp"

namespace asymptest::learning::optimisation::pl_gives_convergence_floor_claim {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr Index width = 128;
constexpr double gap = 1;

/// Draws of a sample before and during the average, in units of 1/a. e^−4 is left of the
/// deviation from the stationary mean when it begins, and a thousandth in the average.
constexpr double burn_in = 1, average_over = 8;

/// A conflict at its solution, and the step at which one draw moves f(x₀) by the share `a` of the
/// way to the label drawn: η = a/(n·K₀₀).
struct Stationary {
  Conflict conflict;
  VectorXd solution;
  double step = 0;
  int first = 0, steps = 0;  ///< of the average, and of the run
};

Stationary stationary(Index distinct, double a, const Stream& random) {
  Stationary run{.conflict = conflicting_task(width, distinct, gap, random)};
  run.solution = solution_of(run.conflict);
  const auto samples = static_cast<double>(distinct + 1);
  run.step = a / (samples * run.conflict.task.fit.kernel(run.solution)(0, 0));
  run.first = static_cast<int>(std::ceil(burn_in * samples / a));
  run.steps = run.first + static_cast<int>(std::ceil(average_over * samples / a));
  return run;
}

/// Mean loss from step `first` on, less the least loss, over the least loss.
double excess(const Stationary& run, const std::vector<double>& losses) {
  const double sum = std::accumulate(losses.begin() + run.first, losses.end(), 0.0);
  const auto count = static_cast<double>(losses.size() - static_cast<std::size_t>(run.first));
  return sum / count / run.conflict.least_loss() - 1;
}

Trial relative_floor(Index distinct) {
  return [=](const Point& at, Stream& random) {
    const Stationary run = stationary(distinct, 1 / at["1/a"], random);
    return excess(run, stochastic_descent(run.conflict.task.fit, run.solution, run.step, run.steps,
                                          1, random.substream("batches"))
                           .losses);
  };
}

/// Each epoch goes through all samples in a random order.
double with_reshuffled_epochs(const Point& at, Stream& random) {
  const Stationary run = stationary(1, 1 / at["1/a"], random);
  const LeastSquares& fit = run.conflict.task.fit;
  Stream order = random.substream("epochs");
  VectorXd weights = run.solution;
  std::vector<double> losses{fit.loss(weights)};
  for (int t = 0; t < run.steps; t += 2) {
    const auto first = static_cast<Index>(order.below(2));
    for (const Index i : {first, 1 - first}) {
      const VectorXd residual = fit.residual(weights);
      weights -= run.step * fit.pull_back(weights, 2 * residual[i] * VectorXd::Unit(2, i));
      losses.push_back(fit.loss(weights));
    }
  }
  return excess(run, losses);
}

/// From a start that is off by gap/2 at x₀, to first order; over the least loss with the conflict.
double with_agreeing_labels(const Point& at, Stream& random) {
  const Stationary run = stationary(2, 1 / at["1/a"], random);
  const TrainingTask& task = run.conflict.task;
  VectorXd labels = task.labels;
  labels[0] = labels[1] = task.labels[0] + gap / 2;
  const VectorXd gradient = task.fit.jacobian(run.solution).row(0);
  const VectorXd start = run.solution + gap / 2 / gradient.squaredNorm() * gradient;
  const auto losses = stochastic_descent(task.with_labels(labels).fit, start, run.step, run.steps,
                                         1, random.substream("batches"))
                          .losses;
  return excess(run, losses) + 1;
}

/// E u² of u ← (1 − a)·u ± a·gap/2 over gap²/4.
double stationary_law(const Point& at) { return 1 / (2 * at["1/a"] - 1); }

const Source source{"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
                    "Theorem 7, where its hypothesis fails: no model interpolates"};

const Registered pl_gives_convergence_floor{{
    .id = "polyak-lojasiewicz/pl-gives-convergence-floor",
    .title = "Under conflicting labels stochastic descent stays above the least loss by Θ(η)",
    .statement = R"(x_0 = x_1,\; y_0 \ne y_1 \implies
        \lim_{t \to \infty} \mathbb{E} L(w_t) - \tfrac14 (y_0 - y_1)^2 = \Theta(\eta))",
    .source = source,
    .assumes = {"two equal inputs have different labels", "each batch is drawn anew"},
    .sweep = {axis("1/a", "inverse step in units of 1/(n·K₀₀)").geometric(4, 64).standard(512)},
    .measure =
        {"mean excess loss over the least loss, batches of one, from a solution, 3 samples of "
         "which 2 share their input, width 128",
         Polarity::exact, relative_floor(2)},
    .predict = theta({{"a/(2−a)", 1, stationary_law}})
                   .towards(Towards::zero)
                   .within(0.25)
                   .rival(0, "no floor")
                   .rival(2, "a floor of second order")
                   .corrected_by(1, "an expansion in powers of the step")
                   .because("a quarter of the gap to either rival"),
    .budget = {.first = 24, .quick = 512, .cost = [](const Point& at) { return at["1/a"]; }},
    .controls = {{.name = "agreeing-labels",
                  .breaks = "two equal inputs have different labels",
                  .expect = near(0, 0.5),
                  .trial = with_agreeing_labels,
                  .predict = theta({{"a/(2−a)", 1, stationary_law}})
                                 .towards(Towards::zero)
                                 .of(Summary::geometric_mean)
                                 .within(0.25)
                                 .rival(0, "no floor")
                                 .corrected_by(1, "an expansion in powers of the step")
                                 .because("a quarter of the gap to the rival"),
                  .remark = "what is left of another start after the time, as much at any step; "
                            "geometric mean: a product of random contractions, whose mean rests "
                            "on the few runs that hardly drew the sample"},
                 {.name = "reshuffled-epochs",
                  .breaks = "each batch is drawn anew",
                  .expect = near(2, 0.5),
                  .trial = with_reshuffled_epochs,
                  .remark = "within an epoch the draws cancel"}},
    .remark = "The regressor is the exact law of one coordinate: drawn towards two labels in turn, "
              "u ← (1 − a)u ± a(y₀ − y₁)/2 has the mean square a/(2 − a) of its range.",
}};

const Registered pl_gives_convergence_floor_law{{
    .id = "polyak-lojasiewicz/pl-gives-convergence-floor-law",
    .title = "The floor of stochastic descent under a conflict is the least loss times a/(2 − a)",
    .statement = R"(\frac{\lim_t \mathbb{E} L(w_t)}{\frac14 (y_0 - y_1)^2} - 1 = \frac{a}{2 - a},
        \quad a = n \eta K(x_0, x_0))",
    .source = source,
    .assumes = {"each batch is drawn anew"},
    .sweep = {axis("1/a", "inverse step in units of 1/(n·K₀₀)").listed({2, 4, 8, 16})},
    .measure = {"mean excess loss over the least loss, batches of one, from a solution, 2 samples "
                "that share their input, width 128",
                Polarity::exact, relative_floor(1)},
    .predict = equals(stationary_law)
                   .within(0.1)
                   .rival(-0.25, "a/2, the law to first order, at a = 1/2")
                   .because("two bands end before the nearest rival; the kernel moves by 1/m"),
    .budget = {.first = 48, .quick = 1024, .cost = [](const Point& at) { return at["1/a"]; }},
    .controls = {{.name = "reshuffled-epochs",
                  .breaks = "each batch is drawn anew",
                  .expect =
                      near_within(-0.9375, -1, -0.8)
                          .because("of second order: about a times the law, least at a = 1/16"),
                  .trial = with_reshuffled_epochs}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_floor_claim
