#include "asymptest/estimate/power_evidence.hpp"

#include <fmt/format.h>

#include <exception>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"
#include "asymptest/inference/fit/bounded_fit.hpp"
#include "asymptest/inference/fit/power_law_fit.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest::cli {

PowerEvidence read_power_evidence(CheckRequest request) {
  if (request.sizes.size() != 1) {
    throw InputError(fmt::format("--x: {} columns, expected one of which the exponent is",
                                 request.sizes.size()));
  }
  request.law = fmt::format("theta \"{}\"^0", request.sizes.front());
  request.band = 1;  // of no use here, but a prediction has one
  CheckAnswer read = read_evidence(request);
  PowerEvidence evidence{.law = std::get<PowerLaw>(read.prediction.kind()),
                         .evidence = std::move(read.evidence),
                         .statistics = {},
                         .format = read.format};
  if (is_assumption_free(request.summary)) return evidence;
  try {
    evidence.statistics = evidence.evidence.summaries
                              ? *evidence.evidence.summaries
                              : summarise(request.summary, evidence.evidence.trials);
  } catch (const std::exception& problem) {
    throw InputError(fmt::format("{}: {}", name_of_input(request.file), problem.what()));
  }
  return evidence;
}

PowerLawFit fit_exponent(const PowerLaw& law, const Statistics& statistics, double alpha) {
  return fit_power_law(law, statistics, {.edge = exponent_chance_at_edge, .alpha = alpha});
}

PowerLawFit fit_proportion(const PowerEvidence& data, double alpha) {
  return BoundedFit(data.law, data.evidence.trials,
                    {.edge = exponent_chance_at_edge, .alpha = alpha})
      .fit();
}

}  // namespace asymptest::cli
