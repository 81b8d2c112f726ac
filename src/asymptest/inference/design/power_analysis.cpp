#include "asymptest/inference/design/power_analysis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/design/information.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/sample/effective_sample_size.hpp"
#include "asymptest/inference/sample/location.hpp"
#include "asymptest/inference/sample/paired_summaries.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest {
namespace {

// How far from the predicted value an estimate may lie and still decide, in standard errors: the
// region of the edge's level must clear the band's edge, one band away from the predicted value and
// from the rival two bands off alike, and that of the verdict's level the rival or the predicted
// value, two bands away.
double margin(double error, double band, double edge_tail, double level_tail) {
  return std::min(band / error - normal_quantile(edge_tail),
                  2 * band / error - normal_quantile(level_tail));
}

double two_sided_power(double z) { return z > 0 ? 2 * normal_chance_below(z) - 1 : 0; }

// Relative spread of a single trial at each point.
std::vector<double> relative_spreads(Summary summary, std::span<const PointTrials> pilot) {
  std::vector<double> spreads;
  for (const Location& location : locate(summary, pilot)) {
    const double spread = standard_error(location) *
                          std::sqrt(static_cast<double>(location.trials)) /
                          std::abs(location.estimate);
    if (!(spread > 0) || !std::isfinite(spread)) {
      throw std::invalid_argument(
          fmt::format("the pilot's {} trials at {} tell no spread, so nothing can be forecast",
                      location.trials, location.at.key()));
    }
    spreads.push_back(spread);
  }
  return spreads;
}

// The same of what a trial doesn't share with its partners.
std::vector<double> spreads_of_pairs(const Statistics& pilot) {
  if (!pilot.noise_is_known) {
    throw std::invalid_argument(fmt::format(
        "the pilot's {} pairs tell no spread, so nothing can be forecast", pilot.points[0].trials));
  }
  std::vector<double> spreads;
  for (const PointStatistic& point : pilot.points) {
    spreads.push_back(point.error * std::sqrt(static_cast<double>(point.trials)));
  }
  return spreads;
}

std::vector<double> errors_at(const std::vector<double>& spreads, std::int64_t trials) {
  std::vector<double> errors = spreads;
  for (double& e : errors) e /= std::sqrt(static_cast<double>(trials));
  return errors;
}

// The errors that the decision will reckon with: while a mean rests on a few of its trials, also
// what these may not have seen. The pilot's skewness and reach stand for those to come.
std::vector<double> errors_at(Statistics pilot, const std::vector<double>& spreads,
                              const Look& look) {
  std::vector<double> errors = errors_at(spreads, look.trials);
  for (std::size_t i = 0; i < errors.size(); ++i) {
    pilot.points[i].trials = static_cast<std::size_t>(look.trials);
    pilot.points[i].error = errors[i];
  }
  if (!rests_on_few(pilot, look.alpha)) return errors;
  const Statistics doubted = with_unseen(std::move(pilot), look.alpha);
  std::transform(doubted.points.begin(), doubted.points.end(), errors.begin(),
                 [](const PointStatistic& p) { return p.error; });
  return errors;
}

LookForecast forecast_look(const PowerLaw& law, double band, std::span<const Point> points,
                           const std::vector<double>& errors, const Look& look) {
  LookForecast result{.look = look, .support = 1, .refute = 0};
  const auto factors = static_cast<double>(law.factors.size());
  for (const Influence& influence : exponent_influences(law, points, errors)) {
    double variance = 0;
    for (std::size_t i = 0; i < errors.size(); ++i) {
      variance += influence[i] * influence[i] * errors[i] * errors[i];
    }
    const double error = std::sqrt(variance);
    const double z = margin(error, band, exponent_chance_at_edge / factors, look.alpha / factors);
    const bool two_sided = law.relation == Relation::theta;
    result.support *= two_sided ? two_sided_power(z) : normal_chance_below(z);
    result.refute = std::max(result.refute, normal_chance_below(z));
    result.standard_error = std::max(result.standard_error, error);
  }
  return result;
}

LookForecast forecast_look(double band, const std::vector<double>& spreads, const Look& look) {
  LookForecast result{.look = look, .support = 1, .refute = 0};
  const double sides = 2 * static_cast<double>(spreads.size());
  for (const double error : errors_at(spreads, look.trials)) {
    result.support *= two_sided_power(margin(error, band, chance_at_edge, look.alpha));
    // One point two bands off is enough, at its share of the level.
    result.refute = std::max(
        result.refute,
        normal_chance_below(std::min(band / error - normal_quantile(chance_at_edge / sides),
                                     2 * band / error - normal_quantile(look.alpha / 2 / sides))));
    result.standard_error = std::max(result.standard_error, error);
  }
  return result;
}

LookForecast forecast_look(const Inequality& law, double band, std::size_t points,
                           const Look& look) {
  LookForecast result{.look = look};
  const double trials = static_cast<double>(look.trials) * static_cast<double>(points);
  const double excluded = -std::expm1(std::log(look.alpha) / trials);
  result.standard_error = excluded;
  result.support = law.chance == 0 && excluded < band ? 1 : 0;
  result.refute = 1 - std::pow(1 - 2 * band, trials);
  return result;
}

double expected_trials(const std::vector<LookForecast>& looks) {
  double expected = 0, before = 0, undecided = 1;
  for (const LookForecast& one : looks) {
    const auto trials = static_cast<double>(one.look.trials);
    expected += undecided * (trials - before);
    before = trials;
    undecided = std::min(undecided, 1 - one.support);
  }
  return expected;
}

template <class ForecastLook>
Forecast over_looks(std::string quantity, std::span<const Look> looks, ForecastLook forecast_one) {
  Forecast result{.quantity = std::move(quantity)};
  for (const Look& look : looks) result.looks.push_back(forecast_one(look));
  result.expected_trials = expected_trials(result.looks);
  return result;
}

std::vector<Point> points_of(std::span<const PointTrials> pilot) {
  std::vector<Point> points;
  for (const PointTrials& point : pilot) points.push_back(point.at);
  return points;
}

}  // namespace

Forecast forecast(const Prediction& prediction, std::span<const PointTrials> pilot,
                  std::span<const Look> looks) {
  const double band = prediction.band();
  if (const auto* law = std::get_if<PowerLaw>(&prediction.kind())) {
    const std::vector<Point> points = points_of(pilot);
    const Statistics statistics = summarise(*law, pilot);
    const std::vector<double> spreads =
        law->paired ? spreads_of_pairs(statistics) : relative_spreads(law->summary, pilot);
    return over_looks("the exponent", looks, [&](const Look& look) {
      return forecast_look(*law, band, points, errors_at(statistics, spreads, look), look);
    });
  }
  if (const auto* law = std::get_if<ValueLaw>(&prediction.kind())) {
    const std::vector<double> spreads = relative_spreads(law->summary, pilot);
    return over_looks("the noisiest point's relative deviation", looks,
                      [&](const Look& look) { return forecast_look(band, spreads, look); });
  }
  if (const auto* law = std::get_if<Inequality>(&prediction.kind())) {
    return over_looks("the chance of a violation (upper bound)", looks, [&](const Look& look) {
      return forecast_look(*law, band, pilot.size(), look);
    });
  }
  throw std::invalid_argument("shapes and decays have no forecast: measure them at the quick tier");
}

}  // namespace asymptest
