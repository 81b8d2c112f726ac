#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::learning::optimisation {

/// How a network of two hidden layers of tanh, width m, is scaled for training: the output f is
/// c·(that of the network), and all layers learn at one rate.
///
/// | name           | parametrisation | c     | rate  |
/// | -------------- | --------------- | ----- | ----- |
/// | maximal_update | ntk             | 1/√m  | η·m   | (Yang, Hu 2021, arXiv:2011.14522, table 1)
/// | first_unscaled | ntk             | 1/√m  | η·m but for the first layer's η |
/// | ntk            | ntk             | 1     | η     |
/// | standard       | standard        | 1     | η     |
enum class WidthScaling { maximal_update, first_unscaled, ntk, standard };

/// What of the network is looked at: the preactivations of a hidden layer, or the output.
enum class Coordinates { first_layer, second_layer, output };

/// The trial "root mean square change of the coordinates over four orthogonal inputs, in `steps`
/// steps of gradient descent on labels ±1", η = 0.1, from a fresh network.
Trial coordinate_change(WidthScaling scaling, Coordinates coordinates, int steps);

}  // namespace asymptest::learning::optimisation
