#include "asymptest/check/check.hpp"

#include <fmt/format.h>

#include <exception>

#include "asymptest/check/check_prediction.hpp"
#include "asymptest/check/limits.hpp"
#include "asymptest/check/rows/check_table.hpp"
#include "asymptest/check/rows/evidence_of.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"
#include "asymptest/inference/decide.hpp"
#include "asymptest/inference/design/advice.hpp"
#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/inference/laws/power/written_power_law.hpp"

namespace asymptest::cli {
namespace {

Verdict decide_from(const Prediction& prediction, const Evidence& evidence, double alpha) {
  if (evidence.summaries) {
    return decide_power_law(prediction, Polarity::exact, *evidence.summaries, alpha);
  }
  return decide(prediction, Polarity::exact, evidence.trials, alpha);
}

Statistics statistics_of(const CheckAnswer& answer, const CheckRequest& request) {
  if (answer.evidence.summaries) return *answer.evidence.summaries;
  return summarise(request.summary, answer.evidence.trials);
}

/// Of a power law that is not supported.
SizeWindow window_of(const CheckAnswer& answer, const CheckRequest& request) {
  const auto* law = std::get_if<PowerLaw>(&answer.prediction.kind());
  if (is_assumption_free(request.summary)) return {};
  return law == nullptr ? SizeWindow{} : steady_window(*law, statistics_of(answer, request));
}

/// What an inconclusive power law lacks, tried out on drawn data, in place of what a glance tells.
void add_advice(CheckAnswer& answer, const CheckRequest& request) {
  Verdict& verdict = answer.verdict;
  if (verdict.outcome != Outcome::inconclusive || verdict.asked_for.empty()) return;
  if (!std::holds_alternative<PowerLaw>(answer.prediction.kind())) return;
  if (is_assumption_free(request.summary)) return;
  const Statistics statistics = statistics_of(answer, request);
  // Digits and missing rows are lacking where the rows themselves say so.
  if (asks_for_rows(verdict)) return;
  if (const auto advice = advise(answer.prediction, statistics, request.alpha)) {
    verdict.asked_for = describe(*advice, answer.prediction, statistics);
  } else if (const auto lacking =
                 advice_of_slopes(std::get<PowerLaw>(answer.prediction.kind()), statistics);
             !lacking.empty()) {
    verdict.asked_for = lacking;
  }
}

/// Calls what may throw of the inference, whose messages don't name the file.
template <class Call>
void named_by_file(const CheckRequest& request, Call call) {
  try {
    call();
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& problem) {
    throw InputError(fmt::format("{}: {}", name_of_input(request.file), problem.what()));
  }
}

}  // namespace

CheckAnswer read_evidence(const CheckRequest& request) {
  CheckAnswer answer{.prediction = prediction_of(request)};
  const NumericTable table = read_table(request);
  answer.format = table.format;
  named_by_file(request, [&] {
    answer.evidence = evidence_of(request, answer.prediction, table);
    require_limits(request, answer.prediction, answer.evidence);
  });
  if (table.skipped > 0) {
    answer.evidence.remark += fmt::format("{}{} {} left out for a missing cell",
                                          answer.evidence.remark.empty() ? "" : "; ", table.skipped,
                                          table.skipped == 1 ? "row is" : "rows are");
  }
  return answer;
}

CheckAnswer check(const CheckRequest& request) {
  CheckAnswer answer = read_evidence(request);
  named_by_file(request, [&] {
    answer.verdict = decide_from(answer.prediction, answer.evidence, request.alpha);
    require_same_verdict(request, answer.prediction, answer.evidence, answer.verdict.outcome,
                         [&](const Prediction& other) {
                           return decide_from(other, answer.evidence, request.alpha).outcome;
                         });
  });
  if (answer.verdict.outcome != Outcome::supported) answer.window = window_of(answer, request);
  add_advice(answer, request);
  if (!answer.evidence.remark.empty()) answer.verdict.reason += "; " + answer.evidence.remark;
  return answer;
}

}  // namespace asymptest::cli
