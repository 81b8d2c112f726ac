#include "asymptest/inference/decide.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/inference/laws/exponential_decay.hpp"
#include "asymptest/inference/laws/inequality.hpp"
#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/inference/laws/shape.hpp"
#include "asymptest/inference/laws/value_law.hpp"

namespace asymptest {
namespace {

void require_finite(std::span<const PointTrials> trials) {
  for (const PointTrials& point : trials) {
    for (std::size_t i = 0; i < point.values.size(); ++i) {
      if (!std::isfinite(point.values[i])) {
        throw std::domain_error(fmt::format("trial {} at {} is {}, expected a finite number", i,
                                            point.at.key(), point.values[i]));
      }
    }
  }
}

using Decision = Verdict (*)(const Prediction&, Polarity, std::span<const PointTrials>, double);

Decision decision_of(const PowerLaw&) { return decide_power_law; }
Decision decision_of(const ExponentialDecay&) { return decide_exponential_decay; }
Decision decision_of(const ValueLaw&) { return decide_value_law; }
Decision decision_of(const Inequality&) { return decide_inequality; }
Decision decision_of(const Shape&) { return decide_shape; }

}  // namespace

Verdict decide(const Prediction& prediction, Polarity polarity, std::span<const PointTrials> trials,
               double alpha) {
  require_finite(trials);
  const Decision decision =
      std::visit([](const auto& law) { return decision_of(law); }, prediction.kind());
  return decision(prediction, polarity, trials, alpha);
}

Verdict decide(const Prediction& prediction, std::span<const PointTrials> trials, double alpha) {
  return decide(prediction, Polarity::exact, trials, alpha);
}

}  // namespace asymptest
