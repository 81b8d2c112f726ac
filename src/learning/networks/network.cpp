#include "learning/networks/network.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "asymptest/require/enum_names.hpp"
#include "asymptest/require/require.hpp"
#include "learning/spectra/require_finite.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

Index outputs_of(const Architecture& architecture, std::size_t layer) {
  return layer + 1 == architecture.layers() ? 1 : architecture.widths[layer + 1];
}

void require_widths(const Architecture& architecture) {
  require(!architecture.widths.empty(),
          "widths of the network are empty, expected the number of inputs");
  for (std::size_t layer = 0; layer < architecture.layers(); ++layer) {
    require(architecture.widths[layer] >= 1, "width of layer {} is {}, expected at least 1", layer,
            architecture.widths[layer]);
  }
}

void draw(Eigen::MatrixXd& weights, OutputWeights law, Stream random) {
  if (law == OutputWeights::signs) {
    for (Index i = 0; i < weights.size(); ++i) weights(i) = random.sign();
  } else {
    random.fill_normal({weights.data(), static_cast<std::size_t>(weights.size())});
  }
}

}  // namespace

std::string_view name_of(Parametrisation parametrisation) {
  static constexpr EnumNames<Parametrisation, 4> names{
      "parametrisation", {"ntk", "standard", "mean field", "outer only"}};
  return names.of(parametrisation);
}

double Architecture::scale(std::size_t layer) const {
  const auto fan_in = static_cast<double>(widths.at(layer));
  const bool first = layer == 0, last = layer + 1 == layers();
  switch (parametrisation) {
    case Parametrisation::ntk:
      return 1 / std::sqrt(fan_in);
    case Parametrisation::standard:
      return 1;
    case Parametrisation::mean_field:
      return first ? 1 / std::sqrt(fan_in) : 1 / fan_in;
    case Parametrisation::outer_only:
      return last ? 1 / std::sqrt(fan_in) : 1;
  }
  throw std::invalid_argument("parametrisation is not one of the enumerated ones");
}

Architecture uniform_architecture(Index inputs, Index width, int depth) {
  require(depth >= 0, "depth of the network is {}, expected at least 0 hidden layers", depth);
  Architecture architecture{.widths = {inputs}};
  architecture.widths.insert(architecture.widths.end(), static_cast<std::size_t>(depth), width);
  return architecture;
}

Index Network::parameters() const {
  Index count = 0;
  for (const auto& layer : weights) count += layer.size();
  return count;
}

Network initialise(const Architecture& architecture, const Stream& random) {
  require_widths(architecture);
  Network network{architecture, {}};
  for (std::size_t layer = 0; layer < architecture.layers(); ++layer) {
    Eigen::MatrixXd weights(outputs_of(architecture, layer), architecture.widths[layer]);
    const bool last = layer + 1 == architecture.layers();
    draw(weights, last ? architecture.output_weights : OutputWeights::normal,
         random.substream("layer " + std::to_string(layer)));
    if (architecture.parametrisation == Parametrisation::standard) {
      weights /= std::sqrt(static_cast<double>(architecture.widths[layer]));
    }
    network.weights.push_back(std::move(weights));
  }
  return network;
}

void require_inputs(const Architecture& architecture, const Eigen::MatrixXd& inputs) {
  require_widths(architecture);
  require(inputs.rows() == architecture.widths[0], "inputs are {} x {}, expected {} rows",
          inputs.rows(), inputs.cols(), architecture.widths[0]);
  require_finite(inputs, "matrix of inputs");
}

void require_direction(const Network& network, const std::vector<Eigen::MatrixXd>& direction,
                       std::string_view what) {
  require(direction.size() == network.weights.size(), "{} has {} layers, expected {}", what,
          direction.size(), network.weights.size());
  for (std::size_t layer = 0; layer < direction.size(); ++layer) {
    const auto &found = direction[layer], &expected = network.weights[layer];
    require(found.rows() == expected.rows() && found.cols() == expected.cols(),
            "{} is {} x {} in layer {}, expected {} x {}", what, found.rows(), found.cols(), layer,
            expected.rows(), expected.cols());
  }
}

void require_consistent(const Network& network, const Eigen::MatrixXd& inputs) {
  const Architecture& architecture = network.architecture;
  require_widths(architecture);
  require(network.weights.size() == architecture.layers(),
          "network has {} weight matrices, expected {}", network.weights.size(),
          architecture.layers());
  for (std::size_t layer = 0; layer < architecture.layers(); ++layer) {
    const auto& weights = network.weights[layer];
    const Index rows = outputs_of(architecture, layer), columns = architecture.widths[layer];
    require(weights.rows() == rows && weights.cols() == columns,
            "weights of layer {} are {} x {}, expected {} x {}", layer, weights.rows(),
            weights.cols(), rows, columns);
  }
  require_inputs(architecture, inputs);
}

}  // namespace asymptest::learning
