#include "asymptest/claim/registry.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/operator_norm.hpp"
#include "learning/tasks/training_task.hpp"
#include "learning/training/gradient_descent.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::update_rank_claim {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Eigen::Index widths_a_sample = 4;  ///< m/n
constexpr double step = 0.25;                ///< times n: λ_max(K) is below 4n
constexpr int steps = 40;

/// |A|_F²/|A|₂².
double stable_rank(const MatrixXd& matrix, Stream random) {
  const VectorXd start = normal_vector(matrix.cols(), std::move(random));
  const auto squared = [&](const double* in, double* out) {
    const auto image = (matrix * VectorXd::Map(in, matrix.cols())).eval();
    VectorXd::Map(out, matrix.cols()) = matrix.transpose() * image;
  };
  return matrix.squaredNorm() / symmetric_operator_norm(squared, start);
}

/// The middle layer before and after training.
struct Layer {
  MatrixXd before, after;
};

Trial rank_of(const std::function<MatrixXd(const Layer&, Stream)>& part) {
  return [=](const Point& at, Stream& random) {
    const auto architecture = uniform_architecture(input_dimension, at.count("m"), 2);
    const Eigen::Index samples = at.count("m") / widths_a_sample;
    const TrainingTask task = training_task(architecture, samples, random);
    Network network = initialise(architecture, random.substream("weights"));
    Layer layer{network.weights[1], {}};
    const Descent run =
        gradient_descent(task.fit, task.start, step / static_cast<double>(samples), steps);
    unflatten(run.weights, network.weights);
    layer.after = network.weights[1];
    return stable_rank(part(layer, random.substream("part")), random.substream("lanczos"));
  };
}

MatrixXd change(const Layer& layer, const Stream&) { return layer.after - layer.before; }

MatrixXd whole(const Layer& layer, const Stream&) { return layer.after; }

MatrixXd random_change(const Layer& layer, Stream random) {
  const VectorXd noise = normal_vector(layer.after.size(), std::move(random)).normalized();
  return (layer.after - layer.before).norm() *
         noise.reshaped(layer.after.rows(), layer.after.cols());
}

const Registered update_rank{{
    .id = "tangent-kernel/update-rank",
    .title = "What training adds to a wide layer has a stable rank that does not grow with it",
    .statement = R"(\frac{\lVert W - W_0 \rVert_F^2}{\lVert W - W_0 \rVert_2^2} = \Theta(1)
        \text{ in } m, \quad n = m/4)",
    .source = {"Lecture slides on scaling", "enormous models are simple, made precise"},
    .assumes = {"the change is that of gradient descent"},
    .sweep = {axis("m", "width of both hidden layers").geometric(16, 128).standard(1024)},
    .measure = {"stable rank of the change of the middle layer, two hidden layers, m/4 samples",
                Polarity::exact, rank_of(change)},
    .predict = theta({{"m", 0}})
                   .within(0.25)
                   .rival(1, "the rank of a random matrix")
                   .corrected_by(1, "Dyer, Gur-Ari 2019, arXiv:1909.11304: means in powers of 1/m")
                   .because("a quarter of the gap to the rival"),
    .budget = {.first = 16,
               .quick = 128,
               .standard = 256,
               .cost = [](const Point& at) { return 1000 + at["m"] * at["m"]; }},
    .controls = {{.name = "random-direction",
                  .breaks = "the change is that of gradient descent",
                  .expect = near(1, 0.25).because("a random matrix has the stable rank m/4"),
                  .trial = rank_of(random_change),
                  .correction =
                      Correction{2.0 / 3,
                                 "Tracy, Widom: the largest singular value, to m^(-2/3)"}}},
    .remark =
        "With n samples the change is a sum of n·40 matrices of rank one, which could have a "
        "rank that grows with m. But the factors on either side hardly differ between samples.",
}};

const Registered low_rank_weights_as_stated{{
    .id = "tangent-kernel/update-rank-as-stated",
    .title = "Erratum: the weights of a trained wide network are not of low rank",
    .statement = R"(\frac{\lVert W \rVert_F^2}{\lVert W \rVert_2^2} = O(1) \text{ in } m)",
    .source = {"Forum notes on scaling", "trained models have low-rank weight matrices"},
    .assumes = {"the network is trained"},
    .sweep = {axis("m", "width of both hidden layers").geometric(16, 128)},
    .measure = {"stable rank of the middle layer's weights after training, two hidden layers, m/4 "
                "samples",
                Polarity::exact, rank_of(whole)},
    .predict = at_most({{"m", 0}})
                   .within(0.25)
                   .rival(1, "the rank of a random matrix")
                   .corrected_by(1, "Dyer, Gur-Ari 2019, arXiv:1909.11304: means in powers of 1/m")
                   .because("the band of the corrected claim"),
    .budget = {.first = 16,
               .quick = 128,
               .cost = [](const Point& at) { return 1000 + at["m"] * at["m"]; }},
    .corrected_by = "tangent-kernel/update-rank",
    .expect = near(1, 0.25).because("they stay close to a random matrix, of stable rank m/4"),
    .remark = "What is of low rank is what training adds.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::update_rank_claim
