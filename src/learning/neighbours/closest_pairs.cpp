#include "learning/neighbours/closest_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <tuple>

#include "asymptest/require/require.hpp"
#include "learning/neighbours/single_points.hpp"

namespace asymptest::learning {
namespace {

constexpr Eigen::Index pair_block = 512;

struct CandidatePair {
  float lower = 0, upper = 0;  ///< of the squared distance
  int first = 0, second = 0;
};

/// The pairs that can be among the `count` closest of all.
class PairList {
 public:
  explicit PairList(Eigen::Index count)
      : count_(static_cast<std::size_t>(count)), next_pruning_(2 * count_ + 64) {}

  [[nodiscard]] float limit() const { return limit_; }
  [[nodiscard]] const std::vector<CandidatePair>& pairs() const { return pairs_; }

  void add(const CandidatePair& pair) {
    pairs_.push_back(pair);
    if (pairs_.size() >= next_pruning_) prune();
  }

  void join(const PairList& other) {
    for (const CandidatePair& pair : other.pairs_) {
      if (pair.lower <= limit_) add(pair);
    }
  }

  void prune() {
    if (pairs_.size() <= count_) return;
    std::nth_element(pairs_.begin(), pairs_.begin() + static_cast<long>(count_ - 1), pairs_.end(),
                     [](const auto& a, const auto& b) { return a.upper < b.upper; });
    limit_ = pairs_[count_ - 1].upper;
    std::erase_if(pairs_, [this](const CandidatePair& p) { return p.lower > limit_; });
    next_pruning_ = 2 * pairs_.size() + 64;
  }

 private:
  std::size_t count_, next_pruning_;
  float limit_ = std::numeric_limits<float>::infinity();
  std::vector<CandidatePair> pairs_;
};

/// The pairs of the points from `begin` on, a block of them, with all points before each.
void collect_pairs(const SinglePoints& points, Eigen::Index begin, PairList& list) {
  const Eigen::Index count = std::min(pair_block, points.count() - begin);
  Eigen::MatrixXf bounds;
  for (Eigen::Index first = 0; first < begin + count; first += pair_block) {
    bounds.resize(std::min(pair_block, points.count() - first), count);
    points.lower_bounds(points, begin, first, bounds);
    for (Eigen::Index i = 0; i < count; ++i) {
      const Eigen::Index second = begin + i;
      const float own = points.square(second) - points.slack(second) / 2;
      for (Eigen::Index row = 0; row < bounds.rows() && first + row < second; ++row) {
        const float lower = bounds(row, i) + own;
        if (!(lower <= list.limit())) continue;
        list.add({lower, lower + points.slack(second) + points.slack(first + row),
                  static_cast<int>(first + row), static_cast<int>(second)});
      }
    }
  }
}

std::vector<PointPair> ranked_pairs(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                    const PairList& list, Eigen::Index count) {
  std::vector<PointPair> ranked;
  for (const CandidatePair& p : list.pairs()) {
    ranked.push_back(
        {(points.col(p.first) - points.col(p.second)).squaredNorm(), p.first, p.second});
  }
  std::partial_sort(ranked.begin(), ranked.begin() + count, ranked.end(),
                    [](const PointPair& a, const PointPair& b) {
                      return std::tie(a.distance, a.first, a.second) <
                             std::tie(b.distance, b.first, b.second);
                    });
  ranked.resize(static_cast<std::size_t>(count));
  for (PointPair& pair : ranked) pair.distance = std::sqrt(pair.distance);
  return ranked;
}

}  // namespace

std::vector<PointPair> closest_pairs(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                     Eigen::Index count, int threads) {
  const Eigen::Index pairs = points.cols() * (points.cols() - 1) / 2;
  if (count < 1 || count > pairs) {
    throw std::invalid_argument(
        message("closest pairs: {} of them are asked for, expected 1 to {}", count, pairs));
  }
  const SinglePoints single(points);
  const Eigen::Index blocks = (points.cols() + pair_block - 1) / pair_block;
  // Tasks that stride through the blocks, so that each has near and far ones and a list of its own.
  const Eigen::Index tasks = std::min<Eigen::Index>(std::max(threads, 1), blocks);
  std::vector<PairList> lists(static_cast<std::size_t>(tasks), PairList(count));
  run_tasks(tasks, threads, [&](Eigen::Index task) {
    for (Eigen::Index block = task; block < blocks; block += tasks) {
      collect_pairs(single, block * pair_block, lists[static_cast<std::size_t>(task)]);
    }
  });
  for (std::size_t task = 1; task < lists.size(); ++task) lists.front().join(lists[task]);
  lists.front().prune();
  return ranked_pairs(points, lists.front(), count);
}

}  // namespace asymptest::learning
