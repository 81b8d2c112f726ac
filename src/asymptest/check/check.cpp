#include "asymptest/check/check.hpp"

#include <fmt/format.h>

#include <exception>

#include "asymptest/check/check_prediction.hpp"
#include "asymptest/check/check_table.hpp"
#include "asymptest/check/limits.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"
#include "asymptest/inference/decide.hpp"
#include "asymptest/inference/laws/power_law.hpp"

namespace asymptest::cli {
namespace {

Verdict decide_from(const Prediction& prediction, const Evidence& evidence, double alpha) {
  if (evidence.summaries) {
    return decide_power_law(prediction, Polarity::exact, *evidence.summaries, alpha);
  }
  return decide(prediction, Polarity::exact, evidence.trials, alpha);
}

void decide_answer(CheckAnswer& answer, const CheckRequest& request) {
  require_limits(request, answer.prediction, answer.evidence);
  answer.verdict = decide_from(answer.prediction, answer.evidence, request.alpha);
  require_same_verdict(request, answer.prediction, answer.evidence, answer.verdict.outcome,
                       [&](const Prediction& other) {
                         return decide_from(other, answer.evidence, request.alpha).outcome;
                       });
}

}  // namespace

CheckAnswer check(const CheckRequest& request) {
  CheckAnswer answer{
      .prediction = prediction_of(request), .evidence = {}, .verdict = {}, .format = {}};
  const NumericTable table = read_table(request);
  answer.format = table.format;
  try {
    answer.evidence = evidence_of(request, answer.prediction, table);
    decide_answer(answer, request);
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& problem) {
    throw InputError(fmt::format("{}: {}", name_of_input(request.file), problem.what()));
  }
  if (table.skipped > 0) {
    answer.verdict.reason += fmt::format("; {} {} left out for a missing cell", table.skipped,
                                         table.skipped == 1 ? "row is" : "rows are");
  }
  return answer;
}

}  // namespace asymptest::cli
