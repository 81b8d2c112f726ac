#include "asymptest/engine/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "asymptest/claim/trial_of.hpp"

namespace asymptest::cli {
namespace {

PointTrials pilot_at(const Subject& subject, const Point& at, std::uint64_t seed,
                     std::int64_t trials) {
  PointTrials pilot{at, {}};
  const std::string name = subject.name(), point = at.key();
  for (std::int64_t t = 0; t < trials; ++t) {
    Stream random(
        {seed, stream_owner(subject.trial(), name), point, static_cast<std::uint64_t>(t)});
    pilot.values.push_back(subject.trial()(at, random));
  }
  return pilot;
}

}  // namespace

Plan make_plan(const Subject& subject, Tier tier, std::uint64_t seed, double alpha) {
  using Clock = std::chrono::steady_clock;
  const Budget& budget = subject.claim->budget;
  const std::int64_t most = budget.most(tier);
  Plan plan{.subject = subject.name(), .prediction = subject.predict().describe(), .tier = tier};
  plan.alpha = alpha;
  plan.pilot_trials = std::min(budget.first, most);
  const auto looks =
      look_schedule(plan.pilot_trials, most, subject.sweep().growth_steps(tier), alpha);
  std::vector<PointTrials> pilot;
  const auto start = Clock::now();
  for (const Point& at : subject.sweep().design(tier)) {
    pilot.push_back(pilot_at(subject, at, seed, plan.pilot_trials));
  }
  const std::chrono::duration<double> elapsed = Clock::now() - start;
  plan.seconds_per_round = elapsed.count() / static_cast<double>(plan.pilot_trials);
  plan.design_points = pilot.size();
  plan.forecast = forecast(subject.predict(), pilot, looks);
  return plan;
}

std::string plan_text(const Plan& plan) {
  std::string text = fmt::format(
      "{}: {}\ntier {}, {} design points, a pilot of {} trials each; chance of a wrong verdict "
      "{:.2g}\n\n"
      "{:>10}  {:>10}  {:>10}  {:>8}  {:>8}  {:>10}\n",
      plan.subject, plan.prediction, name_of(plan.tier), plan.design_points, plan.pilot_trials,
      plan.alpha, "trials", "level", "error", "support", "refute", "seconds");
  for (const LookForecast& one : plan.forecast.looks) {
    text += fmt::format("{:>10}  {:>10.2g}  {:>10.3g}  {:>6.1f} %  {:>6.1f} %  {:>10.3g}\n",
                        one.look.trials, one.look.alpha, one.standard_error, 100 * one.support,
                        100 * one.refute,
                        static_cast<double>(one.look.trials) * plan.seconds_per_round);
  }
  text += fmt::format(
      "\nerror: standard error of {}. support: if it is as predicted. refute: if it is two bands "
      "off.\nExpect {:.4g} trials a point and {:.3g} s on one thread until the claim is "
      "supported.\n",
      plan.forecast.quantity, plan.forecast.expected_trials, plan.expected_seconds());
  return text;
}

std::string plan_json(const Plan& plan) {
  auto looks = nlohmann::ordered_json::array();
  for (const LookForecast& one : plan.forecast.looks) {
    looks.push_back({{"trials", one.look.trials},
                     {"alpha", one.look.alpha},
                     {"standard_error", one.standard_error},
                     {"support", one.support},
                     {"refute", one.refute},
                     {"seconds", static_cast<double>(one.look.trials) * plan.seconds_per_round}});
  }
  const nlohmann::ordered_json json = {{"subject", plan.subject},
                                       {"prediction", plan.prediction},
                                       {"tier", name_of(plan.tier)},
                                       {"alpha", plan.alpha},
                                       {"design_points", plan.design_points},
                                       {"pilot_trials", plan.pilot_trials},
                                       {"quantity", plan.forecast.quantity},
                                       {"looks", looks},
                                       {"expected_trials", plan.forecast.expected_trials},
                                       {"expected_seconds", plan.expected_seconds()}};
  constexpr int indent = 2;
  return json.dump(indent) + "\n";
}

}  // namespace asymptest::cli
