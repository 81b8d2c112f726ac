#include <cmath>
#include <functional>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/kernel_path.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::gd_path_kernel_claim {
namespace {

constexpr Eigen::Index samples = 4, narrow = 4;
constexpr int steps = 8;

/// Exponents of the squared change are whole numbers here: half the gap between two of them.
constexpr double half_gap = 0.5;

constexpr auto expansion = "Dyer, Gur-Ari 2019, arXiv:1909.11304: means in powers of 1/m";

/// The first residual, √n in a uniform direction: at every width the kernel is driven as hard.
TrainingTask task_at_fixed_distance(const Architecture& architecture, Eigen::Index count,
                                    double distance, const Stream& random) {
  const TrainingTask drawn = training_task(architecture, count, random);
  const Eigen::VectorXd outputs = drawn.fit.residual(drawn.start) + drawn.labels;
  const Eigen::VectorXd away = normal_vector(count, random.substream("residual")).normalized();
  return drawn.with_labels(outputs - distance * std::sqrt(static_cast<double>(count)) * away);
}

using Change = std::function<void(Architecture&)>;

/// Largest squared change of the kernel along descent from a residual of `distance` a sample, root
/// mean square; a network of `depth` layers of tanh, changed as the control says.
Trial squared_change(int depth, const Change& change, Eigen::Index count = samples,
                     double distance = 1) {
  return [=](const Point& at, Stream& random) {
    Architecture architecture = uniform_architecture(input_dimension, at.count("m"), depth);
    change(architecture);
    const TrainingTask task = task_at_fixed_distance(architecture, count, distance, random);
    return std::pow(kernel_path(task, cautious_step(task), steps).largest_change, 2);
  };
}

/// Where the part that stays outweighs the part that vanishes.
const Sweep wide_sweep{axis("m", "width of the wide layer").geometric(64, 1024)};

void leave(Architecture&) {}

void with_softplus_output(Architecture& architecture) {
  architecture.output = Activation::softplus;
}

void with_relu(Architecture& architecture) { architecture.activation = Activation::relu; }

const Registered gd_path_kernel_rate{{
    .id = "tangent-kernel/gd-path-kernel-rate",
    .title = "Along gradient descent the tangent kernel of a smooth network moves by 1/m",
    .statement = R"(\Bigl(\mathbb{E} \max_{t \le T}
        \lVert K(w_t) - K(w_0) \rVert_2^2\Bigr)^{1/2} = \Theta(m^{-1})
        \text{ for smooth } \sigma)",
    .source = {"Dyer, Gur-Ari 2019, arXiv:1909.11304", "section 3"},
    .assumes = {"the output layer is linear", "the activation is smooth",
                "every hidden layer is wide"},
    .sweep = {axis("m", "width").geometric(16, 512).standard(16384)},
    .measure = {"largest squared change of the kernel, spectral norm, over 8 steps of descent on "
                "4 samples, one hidden layer of tanh",
                Polarity::exact, squared_change(1, leave)},
    .predict = theta({{"m", -2}})
                   .within(0.25)
                   .rival(-1, "the supremum over a ball, and descent across kinks")
                   .corrected_by(1, expansion)
                   .because("a quarter of the gap to the rival"),
    .budget = {.first = 64, .quick = 4096, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls =
        {{.name = "nonlinear-output",
          .breaks = "the output layer is linear",
          .expect =
              near(0, half_gap).because("softplus''(f)·|∇f|² moves it by as much at any width"),
          .trial = squared_change(1, with_softplus_output),
          .sweep = wide_sweep},
         {.name = "bottleneck",
          .breaks = "every hidden layer is wide",
          .expect = near(0, half_gap)
                        .because("the kernel of a layer of four neurons moves by as much at "
                                 "any width"),
          .trial = squared_change(2,
                                  [](Architecture& a) {
                                    a.widths = {input_dimension, a.widths[1], narrow};
                                  }),
          .sweep = wide_sweep,
          .predict = theta({{"m", -2}})
                         .of(Summary::geometric_mean)
                         .within(0.25)
                         .rival(-1, "the supremum over a ball, and descent across kinks")
                         .corrected_by(1, expansion)
                         .because("a quarter of the gap to the rival"),
          .remark = "geometric mean: one descent in some thousand diverges here, and a "
                    "mean of squares rests on it alone"},
         {.name = "two-hidden-layers",
          .trial = squared_change(2, leave),
          .sweep = Sweep{axis("m", "width of both hidden layers").geometric(8, 64)},
          .predict = at_most({{"m", -1}})
                         .within(0.25)
                         .rival(0, "the kernel moves as far at every width")
                         .corrected_by(1, expansion)
                         .because("what the supremum over a ball allows; a quarter of the "
                                  "gap to the rival"),
          .harmless = true},
         {.name = "relu",
          .breaks = "the activation is smooth",
          .expect = near(-1, half_gap),
          .trial = squared_change(1, with_relu, 1, 2),
          .sweep = Sweep{axis("m", "width").geometric(512, 8192)},
          .remark = "one sample: √m of m units die, each with 1/m of the kernel, and none "
                    "comes back"}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::gd_path_kernel_claim
