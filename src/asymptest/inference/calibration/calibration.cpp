#include "asymptest/inference/calibration/calibration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "asymptest/inference/calibration/calibration_draws.hpp"
#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest {
namespace {

// Against x alone, the sizes of a second axis averaged out.
std::vector<Observation> observations(const Statistics& statistics) {
  std::map<double, std::vector<const PointStatistic*>> by_size;
  for (const PointStatistic& p : statistics.points) by_size[p.at["x"]].push_back(&p);
  std::vector<Observation> all;
  for (const auto& [size, points] : by_size) {
    const auto count = static_cast<double>(points.size());
    double sum = 0, variance = 0;
    for (const PointStatistic* p : points) {
      sum += p->log_value;
      variance += p->error * p->error;
    }
    all.push_back({std::log(size), sum / count, std::sqrt(variance) / count});
  }
  return all;
}

double power_bound_of(const CalibrationFamily& family, double bands, double alpha) {
  if (!family.corrected) return std::numeric_limits<double>::quiet_NaN();
  std::vector<Observation> design;
  for (const double x : family.sizes) {
    design.push_back(
        {std::log(x), 0, family.spread / std::sqrt(static_cast<double>(family.trials))});
  }
  return power_bound(exponent_error_bound(design, *family.corrected), calibration_band, bands,
                     exponent_chance_at_edge, alpha);
}

void decide_once(CalibrationCell& cell, const CalibrationFamily& family,
                 const Prediction& prediction, std::uint64_t replication,
                 const CalibrationOptions& options) {
  const std::string point = fmt::format("{:+g}", cell.bands);
  Stream random({options.seed, "calibrate/" + family.name, point, replication});
  const double exponent = family.claimed + cell.bands * calibration_band;
  Statistics data;
  Verdict verdict;
  const bool are_rows = family.may_hide_terms && family.scatter != Scatter::normal_means;
  if (are_rows || is_assumption_free(family.summary)) {
    const auto trials = draw_trials(family, exponent, random);
    data = summarise(Summary::mean, trials);
    verdict = decide_power_law(prediction, Polarity::exact, trials, options.alpha);
  } else {
    data = draw(family, exponent, random);
    verdict = decide_power_law(prediction, Polarity::exact, data, options.alpha);
  }
  cell.procedure.count(verdict.outcome);
  const auto plain = observations(data);
  cell.naive.count(naive_rule(plain, family.claimed, calibration_band));
  cell.weighted_line.count(
      weighted_line_rule(plain, family.claimed, calibration_band, options.alpha));
  if (!options.all_rules) return;
  cell.last_half.count(last_half_rule(plain, family.claimed, calibration_band, options.alpha));
  Stream bootstrap({options.seed, "bootstrap/" + family.name, point, replication});
  cell.offset_bootstrap.count(
      offset_bootstrap_rule(plain, family.claimed, calibration_band, options.alpha, bootstrap));
}

CalibrationCell empty_cell(const CalibrationFamily& family, double bands, double alpha) {
  CalibrationCell cell;
  cell.family = family.name;
  cell.bands = bands;
  cell.has_floor = family.has_floor;
  cell.trials = static_cast<double>(family.trials) * static_cast<double>(family.points());
  cell.power_bound = power_bound_of(family, bands, alpha);
  return cell;
}

CalibrationCell calibrate_cell(const CalibrationFamily& family, double bands,
                               const CalibrationOptions& options) {
  const Prediction prediction = prediction_for(family);
  const auto decide_range = [&](std::int64_t first, std::int64_t count) {
    CalibrationCell cell = empty_cell(family, bands, options.alpha);
    for (std::int64_t r = first; r < first + count; ++r) {
      decide_once(cell, family, prediction, static_cast<std::uint64_t>(r), options);
    }
    return cell;
  };
  CalibrationCell cell;
  std::int64_t drawn = 0;
  for (std::size_t stage = 0; stage < options.replications.size(); ++stage) {
    cell = decide_range(drawn, options.replications[stage]);
    cell.stage = static_cast<int>(stage) + 1;
    if (!cell.can_be_wrong() || shown_to_hold(cell, options)) break;
    drawn += options.replications[stage];
  }
  return cell;
}

void require_data_sets(const CalibrationOptions& options) {
  if (options.replications.empty()) throw std::invalid_argument("calibration without a stage");
  for (const std::int64_t count : options.replications) {
    if (count < 1) {
      throw std::invalid_argument(
          fmt::format("a stage of calibration has {} data sets, expected 1 at least", count));
    }
  }
}

}  // namespace

void Decisions::count(Outcome outcome) {
  ++(outcome == Outcome::supported ? supported
     : outcome == Outcome::refuted ? refuted
                                   : inconclusive);
}

std::int64_t CalibrationCell::wrong(const Decisions& d) const {
  if (has_floor || std::abs(bands) >= 2) return d.supported;
  return bands == 0 ? d.refuted : 0;
}

std::int64_t CalibrationCell::right(const Decisions& d) const {
  return bands == 0 && !has_floor ? d.supported : d.refuted;
}

ChanceInterval wrong_rate(const CalibrationCell& cell, const CalibrationOptions& options) {
  constexpr double each_bound = 0.01;
  const auto halvings = std::min(cell.stage, static_cast<int>(options.replications.size()) - 1);
  const double share = each_bound * std::exp2(-halvings);
  return clopper_pearson(cell.wrong(cell.procedure), cell.procedure.total(), 1 - 2 * share);
}

bool shown_to_hold(const CalibrationCell& cell, const CalibrationOptions& options) {
  return wrong_rate(cell, options).upper <= options.alpha;
}

Prediction prediction_for(const CalibrationFamily& family) {
  Prediction p = family.second_factor
                     ? theta({{"x", family.claimed}, {"y", calibration_second_exponent}})
                     : theta({{"x", family.claimed}});
  p.within(calibration_band);
  if (family.summary == Summary::bounded_mean) {
    p.bounded(0, 1);
  } else {
    p.of(family.summary);
  }
  if (family.up_to_logs) p.up_to_logs();
  if (family.may_be_cost) p.may_be_cost();
  if (family.may_begin_early) p.may_begin_early();
  if (family.may_hide_terms) p.may_hide_terms();
  if (family.declared_omega) p.corrected_by(*family.declared_omega, "declared");
  if (family.period) p.with_period(*family.period);
  if (family.plus_constant) p.plus_constant();
  return p;
}

std::vector<CalibrationCell> calibrate(const std::vector<CalibrationFamily>& families,
                                       const CalibrationOptions& options,
                                       const std::function<void(const std::string&)>& progress) {
  require_data_sets(options);
  const std::size_t deviations = std::size(calibration_deviations);
  std::vector<CalibrationCell> cells(families.size() * deviations);
  std::vector<std::atomic<std::size_t>> done(families.size());
  std::atomic<std::size_t> next = 0;
  std::mutex reporting;
  const auto work = [&] {
    for (std::size_t i = next++; i < cells.size(); i = next++) {
      const CalibrationFamily& family = families[i / deviations];
      cells[i] = calibrate_cell(family, calibration_deviations[i % deviations], options);
      if (++done[i / deviations] == deviations && progress) {
        const std::lock_guard lock(reporting);
        progress(family.name);
      }
    }
  };
  std::vector<std::jthread> helpers;
  for (int j = 1; j < options.jobs; ++j) helpers.emplace_back(work);
  work();
  helpers.clear();  // joins
  return cells;
}

}  // namespace asymptest
