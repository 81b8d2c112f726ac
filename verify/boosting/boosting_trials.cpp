#include "boosting_trials.hpp"

#include <cmath>

#include "learning/boosting/boosted_stumps.hpp"

namespace asymptest::boosting {
namespace {

using learning::BoostedStumps;

constexpr Eigen::Index coordinates = 10, samples = 100, fresh_points = 512;
constexpr double chance_of_noise = 0.4;

struct Task {
  Eigen::MatrixXd points;
  Eigen::VectorXd labels;
};

Task drawn(Eigen::Index count, double chance_of_coin, Stream& random) {
  Task task{.points = Eigen::MatrixXd(coordinates, count)};
  random.fill_normal({task.points.data(), static_cast<std::size_t>(task.points.size())});
  task.labels = task.points.colwise().sum().transpose().array().sign();
  for (double& label : task.labels) {
    if (random.uniform() < chance_of_coin) label = random.sign();
  }
  return task;
}

double share_missed(const BoostedStumps& vote, const Task& task, std::size_t rounds) {
  const Eigen::ArrayXd margins = task.labels.array() * vote.vote(task.points, rounds).array();
  return (margins <= 0).cast<double>().mean();
}

/// The first power of √2 of rounds that fits all samples, out of `most`.
std::size_t rounds_to_fit(const BoostedStumps& vote, const Task& task, int most) {
  for (double rounds = 1; rounds < most; rounds *= std::sqrt(2)) {
    const auto whole = static_cast<std::size_t>(rounds);
    if (share_missed(vote, task, whole) == 0) return whole;
  }
  return static_cast<std::size_t>(most);
}

double error_at_multiple(const Point& at, double chance_of_coin, Stream& random) {
  constexpr int most_to_fit = 1024;
  const Task task = drawn(samples, chance_of_coin, random);
  const auto multiple = static_cast<std::size_t>(at.count("k"));
  // The first rounds don't depend on how many follow.
  std::size_t to_fit = most_to_fit;
  for (int most = 32; most <= most_to_fit; most *= 2) {
    const BoostedStumps vote(task.points, task.labels, most);
    to_fit = rounds_to_fit(vote, task, most);
    if (to_fit < static_cast<std::size_t>(most)) break;
  }
  const std::size_t rounds = multiple * to_fit;
  const BoostedStumps vote(task.points, task.labels, static_cast<int>(rounds));
  return share_missed(vote, drawn(fresh_points, 0, random), rounds);
}

double share_over_bound(const Point& at, double theta_in_bound, Stream& random) {
  const Task task = drawn(samples, chance_of_noise, random);
  const auto rounds = static_cast<std::size_t>(at.count("T"));
  const BoostedStumps vote(task.points, task.labels, static_cast<int>(rounds));
  const Eigen::ArrayXd margins = task.labels.array() * vote.vote(task.points, rounds).array();
  const double share = (margins <= at["theta"]).cast<double>().mean();
  return share / learning::margin_bound(vote.errors(), rounds, theta_in_bound);
}

}  // namespace

double share_of_small_margins(const Point& at, Stream& random) {
  return share_over_bound(at, at["theta"], random);
}

double share_over_swapped_bound(const Point& at, Stream& random) {
  return share_over_bound(at, -at["theta"], random);
}

double error_after_fit(const Point& at, Stream& random) { return error_at_multiple(at, 0, random); }

double error_after_noisy_fit(const Point& at, Stream& random) {
  return error_at_multiple(at, chance_of_noise, random);
}

}  // namespace asymptest::boosting
