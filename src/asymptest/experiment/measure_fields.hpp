#pragma once

#include <optional>
#include <string>

#include "asymptest/claim/claim.hpp"
#include "asymptest/experiment/fields.hpp"
#include "asymptest/experiment/program_fields.hpp"
#include "asymptest/experiment/sweep_fields.hpp"

namespace asymptest {

/// What the trials of a claim and of its controls have in common.
struct MeasureReading {
  Claim& claim;
  Program program;
  ProgramsOfFile& programs;
  std::string law;  ///< what of it no description says

  [[nodiscard]] Sizes sizes() const {
    return program.runs.empty() ? Sizes::here : Sizes::elsewhere;
  }
};

/// "exact", "lower_bound" or "upper_bound" at a key; none if it isn't there. Throws ClaimFileError.
std::optional<Polarity> read_polarity(const Fields& fields, const std::string& key);

/// The claim's measure, with its trial and fingerprint; of finished runs the sweep and the budget
/// too. Throws ClaimFileError.
void read_measure(const Fields& fields, MeasureReading& reading);

/// The same of a control, from the keys of its own. Throws ClaimFileError.
void read_measuring_of(const Fields& fields, MeasureReading& reading, Control& control);

}  // namespace asymptest
