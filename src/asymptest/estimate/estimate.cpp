#include "asymptest/estimate/estimate.hpp"

#include <fmt/format.h>

#include <cmath>
#include <exception>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"
#include "asymptest/estimate/power_evidence.hpp"
#include "asymptest/estimate/smallest_band.hpp"
#include "asymptest/inference/fit/plain_forms.hpp"

namespace asymptest::cli {
namespace {

std::string name_in_formula(const std::string& axis) {
  return axis.find_first_of(" \t+-*/^(") == std::string::npos ? axis : "(" + axis + ")";
}

FormOfLaw power_form(const PowerEvidence& data, double alpha) {
  const PowerLawFit fit = is_assumption_free(data.law.summary)
                              ? fit_proportion(data, alpha)
                              : fit_exponent(data.law, data.statistics, alpha);
  const ExponentRegion& exponent = fit.exponents.front();
  return {.name = "power",
          .formula = fmt::format("{}^{:.4g}, {}", name_in_formula(data.law.factors.front().name),
                                 exponent.estimate, fit.model),
          .fits = fit.adequate,
          .goodness_of_fit = fit.goodness_of_fit,
          .exponent = exponent};
}

FormOfLaw constant_form(const PowerEvidence& data, double alpha) {
  PowerLaw law = data.law;
  law.plus_constant = true;
  const PowerLawFit fit = fit_exponent(law, data.statistics, alpha);
  const ExponentRegion& exponent = fit.exponents.front();
  return {.name = "power beside a constant",
          .formula =
              fmt::format("E + A*{}^{:.4g}, E = {:.4g}", name_in_formula(law.factors.front().name),
                          exponent.estimate, fit.constant.value_or(std::nan(""))),
          .fits = fit.adequate,
          .goodness_of_fit = fit.goodness_of_fit,
          .exponent = exponent};
}

FormOfLaw plain_form(std::string name, std::string formula, const PlainFit& fit) {
  return {.name = std::move(name),
          .formula = std::move(formula),
          .fits = fit.adequate,
          .goodness_of_fit = fit.goodness_of_fit};
}

void add_plain_forms(const PowerEvidence& data, double alpha, std::vector<FormOfLaw>& forms) {
  const std::string x = name_in_formula(data.law.factors.front().name);
  std::vector<double> sizes;
  for (const PointStatistic& point : data.statistics.points) {
    sizes.push_back(data.law.factors.front().at(point.at));
  }
  const PlainFit log = fit_logarithm(data.statistics, sizes, alpha);
  forms.push_back(plain_form(
      "logarithm", fmt::format("{:.4g} {:+.4g}*log({})", log.parameters[0], log.parameters[1], x),
      log));
  const PlainFit decay = fit_exponential(data.statistics, sizes, alpha);
  forms.push_back(plain_form(
      "exponential",
      fmt::format("{:.4g}*exp({:+.4g}*{})", decay.parameters[0], -decay.parameters[1], x), decay));
  const PlainFit limited = fit_exponential_beside_constant(data.statistics, sizes, alpha);
  forms.push_back(plain_form("exponential beside a constant",
                             fmt::format("{:.4g} {:+.4g}*exp({:+.4g}*{})", limited.parameters[2],
                                         limited.parameters[0], -limited.parameters[1], x),
                             limited));
}

void count_trials(const PowerEvidence& data, ExponentAnswer& answer) {
  if (is_assumption_free(data.law.summary)) {
    answer.points = data.evidence.trials.size();
    for (const PointTrials& point : data.evidence.trials) answer.trials += point.values.size();
    return;
  }
  answer.points = data.statistics.points.size();
  for (const PointStatistic& point : data.statistics.points) answer.trials += point.trials;
}

}  // namespace

ExponentAnswer estimate_exponent(const CheckRequest& request) {
  const PowerEvidence data = read_power_evidence(request);
  ExponentAnswer answer{.axis = data.law.factors.front().name,
                        .limit = data.law.factors.front().towards.value_or(Towards::infinity),
                        .alpha = request.alpha,
                        .forms = {},
                        .of_intervals = is_assumption_free(data.law.summary),
                        .format = data.format,
                        .remark = data.evidence.remark};
  count_trials(data, answer);
  try {
    answer.forms = {power_form(data, request.alpha)};
    // What the other forms would be of a proportion is not known: their tests take a law of trials.
    if (!is_assumption_free(data.law.summary)) {
      answer.forms.push_back(constant_form(data, request.alpha));
      add_plain_forms(data, request.alpha, answer.forms);
    }
  } catch (const std::exception& problem) {
    throw InputError(fmt::format("{}: {}", name_of_input(request.file), problem.what()));
  }
  answer.smallest_band = smallest_band(answer.exponent());
  return answer;
}

}  // namespace asymptest::cli
