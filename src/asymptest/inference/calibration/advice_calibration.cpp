#include "asymptest/inference/calibration/advice_calibration.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "asymptest/inference/calibration/calibration_draws.hpp"
#include "asymptest/inference/design/advice.hpp"
#include "asymptest/inference/laws/power/power_law.hpp"

namespace asymptest {
namespace {

class Follower {
 public:
  Follower(const CalibrationFamily& family, const CalibrationOptions& options)
      : family_(family), options_(options), prediction_(prediction_for(family)) {}

  void follow(AdviceCell& cell, std::uint64_t replication) const {
    Stream random({options_.seed, "advice/" + family_.name, "", replication});
    const Statistics data = draw(family_, family_.claimed, random);
    if (decided(data).outcome != Outcome::inconclusive) return;
    ++cell.open;
    const auto advice = advise(prediction_, data, options_.alpha);
    if (!advice || !advice->has_remedy()) {
      ++cell.none;
      return;
    }
    if (advice->unless_logarithm) {
      for (const auto& remedy : {advice->trials, advice->sizes, advice->both}) {
        count(cell.conditional, remedy, "conditional", replication);
      }
      return;
    }
    count(cell.trials, advice->trials, "trials", replication);
    count(cell.sizes, advice->sizes, "sizes", replication);
    count(cell.both, advice->both, "both", replication);
  }

 private:
  [[nodiscard]] Verdict decided(const Statistics& data) const {
    return decide_power_law(prediction_, Polarity::exact, data, options_.alpha);
  }
  void count(FollowedAdvice& followed, const std::optional<Remedy>& remedy, const char* kind,
             std::uint64_t replication) const {
    if (!remedy) return;
    Stream random({options_.seed, "advice/" + family_.name, kind, replication});
    const Outcome outcome =
        decided(draw(after(family_, remedy->times, remedy->reach, remedy->finer), family_.claimed,
                     random))
            .outcome;
    ++followed.given;
    followed.decided += outcome != Outcome::inconclusive;
    followed.wrong += outcome == Outcome::refuted;
  }

  const CalibrationFamily& family_;
  const CalibrationOptions& options_;
  Prediction prediction_;
};

}  // namespace

CalibrationFamily after(CalibrationFamily family, double times, double reach, bool finer) {
  family.trials = static_cast<std::int64_t>(std::round(static_cast<double>(family.trials) * times));
  // Where single trials are repeated, the trials themselves tell their noise.
  if (family.scatter == Scatter::single && times > 1) family.scatter = Scatter::log_normal;
  std::vector<double>& sizes = family.sizes;
  const double last = sizes.back(), step = last / sizes[sizes.size() - 2];
  if (finer) {
    for (std::size_t i = sizes.size() - 1; i > 0; --i) {
      sizes.push_back(std::sqrt(sizes[i] * sizes[i - 1]));
    }
    std::sort(sizes.begin(), sizes.end());
  }
  while (sizes.back() < last * reach * (1 - 1e-9)) sizes.push_back(sizes.back() * step);
  return family;
}

std::vector<AdviceCell> calibrate_advice(const std::vector<CalibrationFamily>& families,
                                         const CalibrationOptions& options,
                                         const std::function<void(const std::string&)>& progress) {
  if (options.replications.empty() || options.replications.front() < 1) {
    throw std::invalid_argument("calibration of advice without data sets");
  }
  std::vector<const CalibrationFamily*> one_axis;
  for (const CalibrationFamily& family : families) {
    const bool advised = !family.second_factor && !family.period && !family.has_floor &&
                         !is_assumption_free(family.summary);
    if (advised) one_axis.push_back(&family);
  }
  std::vector<AdviceCell> cells(one_axis.size());
  std::atomic<std::size_t> next = 0;
  std::mutex reporting;
  const auto work = [&] {
    for (std::size_t i = next++; i < cells.size(); i = next++) {
      const Follower follower(*one_axis[i], options);
      cells[i].family = one_axis[i]->name;
      for (std::int64_t r = 0; r < options.replications.front(); ++r) {
        follower.follow(cells[i], static_cast<std::uint64_t>(r));
      }
      if (!progress) continue;
      const std::lock_guard lock(reporting);
      progress(cells[i].family);
    }
  };
  std::vector<std::jthread> helpers;
  for (int j = 1; j < options.jobs; ++j) helpers.emplace_back(work);
  work();
  helpers.clear();  // joins
  return cells;
}

}  // namespace asymptest
