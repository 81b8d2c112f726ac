#include "learning/training/gradient_flow.hpp"

#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <boost/numeric/odeint/stepper/generation/generation_runge_kutta_fehlberg78.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_fehlberg78.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using State = std::vector<double>;
using Eigen::VectorXd;

VectorXd vector_of(const State& state) {
  return VectorXd::Map(state.data(), static_cast<Eigen::Index>(state.size()));
}

[[noreturn]] void refuse_component(std::size_t index, double value) {
  throw std::domain_error(message(
      "field of the flow has the component {} at {}, expected finite numbers", value, index));
}

}  // namespace

VectorXd flow(const VectorField& field, const VectorXd& start, double time) {
  require(time >= 0 && std::isfinite(time),
          "time of the flow is {}, expected a number that is not negative", time);
  State state(start.data(), start.data() + start.size());
  if (time == 0) return start;
  const auto velocity = [&](const State& at, State& rate, double) {
    const VectorXd down = field(vector_of(at));
    for (std::size_t i = 0; i < at.size(); ++i) {
      rate[i] = -down[static_cast<Eigen::Index>(i)];
      if (!std::isfinite(rate[i])) refuse_component(i, -rate[i]);
    }
  };
  namespace odeint = boost::numeric::odeint;
  constexpr double first_share = 1.0 / 64;  // a start for the step control, which adapts it
  odeint::integrate_adaptive(odeint::make_controlled<odeint::runge_kutta_fehlberg78<State>>(
                                 flow_tolerance, flow_tolerance),
                             velocity, state, 0.0, time, time * first_share);
  return vector_of(state);
}

}  // namespace asymptest::learning
