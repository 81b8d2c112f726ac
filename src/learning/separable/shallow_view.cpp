#include "learning/separable/shallow_view.hpp"

#include <cmath>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

ShallowView shallow_view(const Network& network, const Eigen::VectorXd& x) {
  require_consistent(network, x);
  const Architecture& architecture = network.architecture;
  require(
      architecture.layers() == 2 && architecture.output == Activation::identity,
      "network has {} hidden layers and output {}, expected one hidden layer and output identity",
      architecture.layers() - 1, name_of(architecture.output));
  ShallowView view{.activation = architecture.activation,
                   .input_scale = architecture.scale(0) * x.norm(),
                   .output_scale = architecture.scale(1)};
  view.preactivations = architecture.scale(0) * (network.weights[0] * x);
  view.output_weights = network.weights[1].row(0);
  return view;
}

void require_radius(double radius) {
  require(radius > 0 && std::isfinite(radius), "radius is {}, expected a positive finite number",
          radius);
}

}  // namespace asymptest::learning
