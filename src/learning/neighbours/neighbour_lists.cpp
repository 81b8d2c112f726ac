#include "learning/neighbours/neighbour_lists.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "asymptest/require/require.hpp"
#include "learning/neighbours/single_points.hpp"

namespace asymptest::learning {
namespace {

constexpr Eigen::Index query_block = 256, point_block = 512;

struct Candidate {
  float lower = 0, upper = 0;  ///< of the squared distance, up to a constant of the query
  int index = 0;
};

/// The points that can be among the k nearest of one query.
class CandidateList {
 public:
  explicit CandidateList(Eigen::Index k) : k_(static_cast<std::size_t>(k)) {}

  /// A point with a lower bound above this is not among the nearest.
  [[nodiscard]] float limit() const { return limit_; }
  [[nodiscard]] const std::vector<Candidate>& candidates() const { return candidates_; }

  void add(const Candidate& candidate) {
    candidates_.push_back(candidate);
    if (candidates_.size() >= next_pruning_) prune();
  }

  /// Leaves out what lies above the k-th least upper bound.
  void prune() {
    if (candidates_.size() <= k_) return;
    std::nth_element(candidates_.begin(), candidates_.begin() + static_cast<long>(k_ - 1),
                     candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.upper < b.upper; });
    limit_ = candidates_[k_ - 1].upper;
    std::erase_if(candidates_, [this](const Candidate& c) { return c.lower > limit_; });
    next_pruning_ = 2 * candidates_.size() + 64;
  }

 private:
  std::size_t k_;
  std::size_t next_pruning_ = 2 * k_ + 64;
  float limit_ = std::numeric_limits<float>::infinity();
  std::vector<Candidate> candidates_;
};

/// Calls use(row) for the rows whose bound is at most list.limit(), looked for 32 at a time.
template <class Use>
void for_each_within(const float* bounds, Eigen::Index rows, const CandidateList& list, Use use) {
  constexpr Eigen::Index part = 32;
  for (Eigen::Index begin = 0; begin < rows; begin += part) {
    const Eigen::Index end = std::min(begin + part, rows);
    const float limit = list.limit();
    int within = 0;
    for (Eigen::Index row = begin; row < end; ++row) within |= bounds[row] <= limit ? 1 : 0;
    if (within == 0) continue;
    for (Eigen::Index row = begin; row < end; ++row) {
      if (bounds[row] <= list.limit()) use(row);
    }
  }
}

/// The search of `nearest_others` and `nearest_points`.
class ListSearch {
 public:
  ListSearch(const Eigen::Ref<const Eigen::MatrixXd>& points,
             const Eigen::Ref<const Eigen::MatrixXd>& queries, Eigen::Index k, bool others)
      : points_(points), queries_(queries), k_(k), others_(others), single_(points) {
    if (!others) single_queries_.emplace_back(queries, single_);
    lists_.distances.resize(k, queries.cols());
    lists_.indices.resize(k, queries.cols());
  }

  NeighbourLists run(int threads) {
    const Eigen::Index blocks = (queries_.cols() + query_block - 1) / query_block;
    run_tasks(blocks, threads, [this](Eigen::Index block) { search_block(block * query_block); });
    return std::move(lists_);
  }

 private:
  [[nodiscard]] const SinglePoints& single_queries() const {
    return others_ ? single_ : single_queries_.front();
  }

  void search_block(Eigen::Index begin) {
    const Eigen::Index count = std::min(query_block, queries_.cols() - begin);
    std::vector<CandidateList> lists(static_cast<std::size_t>(count), CandidateList(k_));
    Eigen::MatrixXf bounds;
    for (Eigen::Index first = 0; first < points_.cols(); first += point_block) {
      bounds.resize(std::min(point_block, points_.cols() - first), count);
      single_.lower_bounds(single_queries(), begin, first, bounds);
      for (Eigen::Index i = 0; i < count; ++i) {
        collect(bounds.col(i), begin + i, first, lists[static_cast<std::size_t>(i)]);
      }
    }
    std::vector<std::pair<double, int>> ranked;
    for (Eigen::Index i = 0; i < count; ++i) {
      rank(begin + i, lists[static_cast<std::size_t>(i)], ranked);
    }
  }

  void collect(const Eigen::Ref<const Eigen::VectorXf>& bounds, Eigen::Index query,
               Eigen::Index first, CandidateList& list) const {
    const float slack = single_queries().slack(query);
    for_each_within(bounds.data(), bounds.size(), list, [&](Eigen::Index row) {
      const Eigen::Index point = first + row;
      if (others_ && point == query) return;
      list.add({bounds(row), bounds(row) + slack + single_.slack(point), static_cast<int>(point)});
    });
  }

  void rank(Eigen::Index query, CandidateList& list, std::vector<std::pair<double, int>>& ranked) {
    list.prune();
    ranked.clear();
    for (const Candidate& c : list.candidates()) {
      ranked.emplace_back((points_.col(c.index) - queries_.col(query)).squaredNorm(), c.index);
    }
    std::partial_sort(ranked.begin(), ranked.begin() + k_, ranked.end());
    for (Eigen::Index i = 0; i < k_; ++i) {
      lists_.distances(i, query) = std::sqrt(ranked[static_cast<std::size_t>(i)].first);
      lists_.indices(i, query) = ranked[static_cast<std::size_t>(i)].second;
    }
  }

  const Eigen::Ref<const Eigen::MatrixXd>& points_;
  const Eigen::Ref<const Eigen::MatrixXd>& queries_;
  Eigen::Index k_;
  bool others_;
  SinglePoints single_;
  std::vector<SinglePoints> single_queries_;  // none if the queries are the points
  NeighbourLists lists_;
};

void require_neighbours(Eigen::Index k, Eigen::Index most) {
  if (k >= 1 && k <= most) return;
  throw std::invalid_argument(message(
      "nearest neighbours: k is {}, expected 1 to {}, as many as there are other points", k, most));
}

}  // namespace

NeighbourLists nearest_others(const Eigen::Ref<const Eigen::MatrixXd>& points, Eigen::Index k,
                              int threads) {
  require_neighbours(k, points.cols() - 1);
  return ListSearch(points, points, k, true).run(threads);
}

NeighbourLists nearest_points(const Eigen::Ref<const Eigen::MatrixXd>& points,
                              const Eigen::Ref<const Eigen::MatrixXd>& queries, Eigen::Index k,
                              int threads) {
  require_neighbours(k, points.cols());
  return ListSearch(points, queries, k, false).run(threads);
}

}  // namespace asymptest::learning
