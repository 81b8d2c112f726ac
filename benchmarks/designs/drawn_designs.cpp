#include "drawn_designs.hpp"

#include <cmath>
#include <limits>
#include <string>

#include "asymptest/engine/course/group_sequential_course.hpp"
#include "asymptest/inference/decide.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest::designs {
namespace {

constexpr double exponent = -0.5, band = 0.05;
constexpr double first_size = 16, last_size = 2048;
constexpr double step = 1.4142135623730951;  // of the fixed designs' trials

Claim claim_for(const DrawnOptions& options, bool allocates) {
  Claim claim{.id = "drawn/power",
              .sweep = {axis("x", "size").geometric(first_size, last_size)},
              .predict = theta({{"x", exponent}}).within(band).because("it is drawn"),
              .budget = {.first = options.first, .quick = options.most}};
  if (allocates) claim.budget.cost = [](const Point& at) { return at["x"] / first_size; };
  return claim;
}

/// The trials of one data set, drawn as they are asked for.
class DataSet {
 public:
  DataSet(const DrawnLaw& law, std::uint64_t seed, int number)
      : law_(law), seed_(seed), name_("drawn/power-" + std::to_string(number)) {}

  void fill(PointCells& cells, const Point& at, const std::string& key, std::int64_t count) const {
    const double x = at["x"], value = std::pow(x, exponent + law_.bands * band);
    for (const std::int64_t trial : cells.missing(count)) {
      Stream random({.suite_seed = seed_,
                     .claim = name_,
                     .point = key,
                     .trial = static_cast<std::uint64_t>(trial)});
      cells.set({.trial = trial, .value = value * (1 + law_.spread * random.normal())});
    }
  }

 private:
  DrawnLaw law_;
  std::uint64_t seed_;
  std::string name_;
};

double cost_of(const std::vector<PointTrials>& trials) {
  double spent = 0, once = 0;
  for (const PointTrials& point : trials) {
    spent += static_cast<double>(point.values.size()) * point.at["x"];
    once += point.at["x"];
  }
  return spent / once;
}

struct Taken {
  bool right = false;
  double cost = 0;
};

bool is_right(const DrawnLaw& law, Outcome outcome) {
  return outcome == (law.bands == 0 ? Outcome::supported : Outcome::refuted);
}

Taken run(const Claim& claim, const DataSet& data, const DrawnLaw& law, const DrawnOptions& options,
          SubjectCells& cells) {
  const Subject subject{.claim = &claim};
  GroupSequentialCourse course(
      subject, {.tier = Tier::quick, .alpha = options.alpha, .most_trials = {}},
      [](const Prediction& prediction, Polarity polarity, std::span<const PointTrials> trials,
         double level) { return decide(prediction, polarity, trials, level); });
  while (!course.finished()) {
    for (const Quota& quota : course.quotas()) {
      data.fill(cells[quota.key], quota.at, quota.key, quota.trials);
    }
    course.look(cells);
  }
  return {is_right(law, course.verdict().outcome), cost_of(course.trials())};
}

bool is_right_at_once(const Claim& claim, const DataSet& data, const DrawnLaw& law, double alpha,
                      std::int64_t count, SubjectCells& cells) {
  std::vector<PointTrials> trials;
  for (const Point& at : claim.sweep.design(Tier::quick)) {
    PointCells& here = cells[at.key()];
    data.fill(here, at, at.key(), count);
    trials.push_back({at, here.values(count)});
  }
  return is_right(law, decide(claim.predict, trials, alpha).outcome);
}

}  // namespace

double count_of_power(const std::vector<double>& counts, const std::vector<double>& shares,
                      double right) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (shares[i] < right) continue;
    if (i == 0 || shares[i] == shares[i - 1]) return counts[i];
    const double part = (right - shares[i - 1]) / (shares[i] - shares[i - 1]);
    return counts[i - 1] * std::pow(counts[i] / counts[i - 1], part);
  }
  return std::numeric_limits<double>::quiet_NaN();
}

DesignCosts costs_of(const DrawnLaw& law, const DrawnOptions& options) {
  require(options.data_sets > 0, "data_sets is {}, expected 1 or more", options.data_sets);
  const Claim allocating = claim_for(options, true), even = claim_for(options, false);
  std::vector<double> counts;
  for (double n = 4; n < 1.01 * static_cast<double>(options.most); n *= step) counts.push_back(n);
  std::vector<double> shares(counts.size(), 0);
  DesignCosts costs;
  const double each = 1.0 / options.data_sets;
  for (int k = 0; k < options.data_sets; ++k) {
    const DataSet data(law, options.seed, k);
    SubjectCells cells;
    const Taken sequential = run(allocating, data, law, options, cells);
    const Taken equal = run(even, data, law, options, cells);
    costs.right += sequential.right ? each : 0;
    costs.sequential += sequential.cost * each;
    costs.right_without += equal.right ? each : 0;
    costs.without_allocation += equal.cost * each;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const auto count = static_cast<std::int64_t>(std::lround(counts[i]));
      shares[i] += is_right_at_once(even, data, law, options.alpha, count, cells) ? each : 0;
    }
  }
  costs.fixed = count_of_power(counts, shares, costs.right);
  return costs;
}

}  // namespace asymptest::designs
