#include <boost/math/quadrature/gauss.hpp>
#include <cmath>
#include <numbers>

#include "asymptest/require/require.hpp"
#include "learning/curvature/shallow_hessian.hpp"

namespace asymptest::learning {
namespace {

/// The trapezoidal rule over a standard normal z: its error falls faster than any power of the step
/// for smooth integrands, and the weight beyond `reach` is below 1e-32.
constexpr double step = 1.0 / 128;
constexpr int reach = 12 * 128;  // in steps

/// The range of y: |v| would have to exceed 15 for a larger block norm, whose chance is 1e-50.
constexpr double panel = 0.25;
constexpr int panels = 64;

}  // namespace

ShallowHessianLaw::ShallowHessianLaw(Activation activation, TrainedLayers trained)
    : ShallowHessianLaw(
          [=](double z) {
            require(activation != Activation::identity && activation != Activation::relu,
                    "ShallowHessianLaw: activation is {}, expected one with a second derivative",
                    name_of(activation));
            return jet(activation, z);
          },
          trained) {}

ShallowHessianLaw::ShallowHessianLaw(const std::function<ActivationJet(double z)>& jet_at,
                                     TrainedLayers trained)
    : trained_(trained) {
  const double density = step / std::sqrt(2 * std::numbers::pi);
  for (int k = -reach; k <= reach; ++k) {
    const double z = k * step;
    const ActivationJet at = jet_at(z);
    inner_.push_back({density * std::exp(-z * z / 2), at.first, std::abs(at.second)});
  }
  using Rule = boost::math::quadrature::gauss<double, 15>;
  for (int interval = 0; interval < panels; ++interval) {
    const double middle = (interval + 0.5) * panel;
    for (std::size_t k = 0; k < Rule::abscissa().size(); ++k) {
      const double offset = Rule::abscissa()[k] * panel / 2;
      const double weight = Rule::weights()[k] * panel / 2;
      outer_.push_back({weight, tail(middle + offset)});
      if (offset > 0) outer_.push_back({weight, tail(middle - offset)});
    }
  }
}

double ShallowHessianLaw::tail(double y) const {
  if (!(y > 0)) return 1;
  double sum = 0;
  for (const Node& node : inner_) {
    const double b = trained_ == TrainedLayers::all ? node.slope : 0;
    if (y <= b) {
      sum += node.weight;
    } else if (node.curvature > 0) {
      sum += node.weight * std::erfc((y * y - b * b) / (y * node.curvature) / std::numbers::sqrt2);
    }
  }
  return std::min(sum, 1.0);
}

double ShallowHessianLaw::expected_maximum(double neurons) const {
  require(neurons >= 1, "expected_maximum: the number of neurons is {}, expected at least 1",
          neurons);
  double sum = 0;
  for (const Tail& node : outer_) {
    sum += node.weight * -std::expm1(neurons * std::log1p(-node.tail));
  }
  return sum;
}

}  // namespace asymptest::learning
