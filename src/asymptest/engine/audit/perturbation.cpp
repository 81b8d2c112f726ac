#include "asymptest/engine/audit/perturbation.hpp"

#include <utility>
#include <variant>

namespace asymptest {
namespace {

/// The same law of the same band and reason, but for its kind.
Prediction with_kind(const Prediction& original, Prediction::Kind kind) {
  Prediction changed(std::move(kind));
  return changed.within(original.band()).because(original.reason());
}

}  // namespace

std::vector<Perturbation> perturbations_of(const Prediction& prediction) {
  std::vector<Perturbation> all;
  std::visit(
      [&](const auto& law) {
        for (auto& [change, neighbour] : neighbours_of(law, prediction.band())) {
          all.push_back({std::move(change), with_kind(prediction, std::move(neighbour))});
        }
      },
      prediction.kind());
  return all;
}

}  // namespace asymptest
