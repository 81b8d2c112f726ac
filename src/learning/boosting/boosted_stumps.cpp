#include "learning/boosting/boosted_stumps.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

/// The samples in the order of a coordinate.
std::vector<Index> order_along(const Eigen::Ref<const Eigen::MatrixXd>& points, Index coordinate) {
  std::vector<Index> order(static_cast<std::size_t>(points.cols()));
  std::iota(order.begin(), order.end(), Index{0});
  std::sort(order.begin(), order.end(),
            [&](Index a, Index b) { return points(coordinate, a) < points(coordinate, b); });
  return order;
}

struct Candidate {
  Stump stump;
  double error = std::numeric_limits<double>::infinity();
};

/// The best stump along a coordinate. `signed_weights` are D(i) y_i, of absolute sum 1.
void improve_along(const Eigen::Ref<const Eigen::MatrixXd>& points, Index coordinate,
                   const std::vector<Index>& order, const Eigen::VectorXd& signed_weights,
                   Candidate& best) {
  const auto offer = [&](double threshold, double above, double error) {
    if (error < best.error) best = {{coordinate, threshold, above}, error};
  };
  // "Above everywhere" errs on the negative samples; each sample that moves below costs D y more.
  double error = (1 - signed_weights.sum()) / 2;
  offer(-std::numeric_limits<double>::infinity(), 1, error);
  offer(-std::numeric_limits<double>::infinity(), -1, 1 - error);
  for (std::size_t k = 0; k + 1 < order.size(); ++k) {
    error += signed_weights(order[k]);
    const double here = points(coordinate, order[k]), next = points(coordinate, order[k + 1]);
    if (here == next) continue;
    offer(std::midpoint(here, next), 1, error);
    offer(std::midpoint(here, next), -1, 1 - error);
  }
}

}  // namespace

double Stump::operator()(const Eigen::Ref<const Eigen::VectorXd>& x) const {
  return x(coordinate) > threshold ? above : -above;
}

BoostedStumps::BoostedStumps(const Eigen::Ref<const Eigen::MatrixXd>& points,
                             const Eigen::Ref<const Eigen::VectorXd>& labels, int rounds) {
  require(points.cols() == labels.size() && labels.size() > 0,
          "boosting: {} labels for {} points, expected one for each and at least one",
          labels.size(), points.cols());
  for (const double label : labels) {
    require(std::abs(label) == 1, "boosting: a label is {}, expected -1 or 1", label);
  }
  require(rounds >= 1, "boosting: {} rounds, expected at least one", rounds);
  std::vector<std::vector<Index>> orders;
  for (Index k = 0; k < points.rows(); ++k) orders.push_back(order_along(points, k));
  Eigen::VectorXd signed_weights = labels / static_cast<double>(labels.size());
  for (int round = 0; round < rounds; ++round) {
    Candidate best;
    for (Index k = 0; k < points.rows(); ++k) {
      improve_along(points, k, orders[static_cast<std::size_t>(k)], signed_weights, best);
    }
    // Below rounding of n weights an error is none.
    const double none = 1e-12;
    if (!(best.error < 0.5 - none)) return;
    const double error = std::max(best.error, none);
    const double vote = 0.5 * std::log((1 - error) / error);
    stumps_.push_back(best.stump);
    votes_.push_back(vote);
    errors_.push_back(error);
    if (best.error <= none) return;
    for (Index i = 0; i < labels.size(); ++i) {
      signed_weights(i) *= std::exp(-vote * labels(i) * best.stump(points.col(i)));
    }
    signed_weights /= signed_weights.cwiseAbs().sum();
  }
}

Eigen::VectorXd BoostedStumps::vote(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                    std::size_t rounds) const {
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(points.cols());
  double total = 0;
  for (std::size_t t = 0; t < std::min(rounds, stumps_.size()); ++t) {
    for (Index i = 0; i < points.cols(); ++i) sum(i) += votes_[t] * stumps_[t](points.col(i));
    total += votes_[t];
  }
  return total > 0 ? Eigen::VectorXd(sum / total) : sum;
}

double margin_bound(const std::vector<double>& errors, std::size_t rounds, double theta) {
  double logarithm = 0;
  for (std::size_t t = 0; t < std::min(rounds, errors.size()); ++t) {
    logarithm += std::log(2) +
                 ((1 - theta) * std::log(errors[t]) + (1 + theta) * std::log1p(-errors[t])) / 2;
  }
  return std::exp(logarithm);
}

}  // namespace asymptest::learning
