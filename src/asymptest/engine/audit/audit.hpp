#pragma once

#include <span>
#include <string>
#include <vector>

#include "asymptest/engine/run_options.hpp"
#include "asymptest/engine/store/store.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// What became of the claim under one change.
struct Finding {
  std::string change;  ///< of the prediction, or the hypothesis that a control breaks
  Outcome outcome = Outcome::inconclusive;
  bool noticed = false;  ///< it is no longer `supported`; for a control: it is refuted
};

/// What a claim would have noticed, had it been wrong.
struct AuditedClaim {
  std::string id;
  std::vector<Finding> predictions;  ///< each perturbed prediction, on the stored trials
  std::vector<Finding> hypotheses;   ///< each broken one: the control's verdict

  /// That nothing makes a difference to it: it could not have failed.
  [[nodiscard]] bool toothless() const;
};

/// Decides each selected claim again with perturbed predictions (perturbation.hpp), on the trials
/// that its verdict rests on and at the same level; measures nothing. Claims that are not
/// `supported` by what is stored have nothing to lose, and errata are to be refuted anyway: both
/// are left out.
std::vector<AuditedClaim> audit(std::span<const Subject> suite, const RunOptions& options,
                                const Store& store);

}  // namespace asymptest
