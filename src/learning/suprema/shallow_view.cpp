#include "learning/suprema/shallow_view.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace asymptest::learning {

ShallowView shallow_view(const Network& network, const Eigen::VectorXd& x) {
  require_consistent(network, x);
  const Architecture& architecture = network.architecture;
  if (architecture.layers() != 2 || architecture.output != Activation::identity) {
    throw std::invalid_argument("network has " + std::to_string(architecture.layers() - 1) +
                                " hidden layers and output " +
                                std::string(name_of(architecture.output)) +
                                ", expected one hidden layer and output identity");
  }
  ShallowView view{.activation = architecture.activation,
                   .input_scale = architecture.scale(0) * x.norm(),
                   .output_scale = architecture.scale(1)};
  view.preactivations = architecture.scale(0) * (network.weights[0] * x);
  view.output_weights = network.weights[1].row(0);
  return view;
}

void require_radius(double radius) {
  if (radius > 0 && std::isfinite(radius)) return;
  throw std::invalid_argument("radius is " + std::to_string(radius) +
                              ", expected a positive finite number");
}

}  // namespace asymptest::learning
