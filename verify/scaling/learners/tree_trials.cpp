#include "tree_trials.hpp"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "asymptest/require/require.hpp"
#include "learning/geometry/torus.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;

/// Of dimension d: the first d numbers count.
struct Cell {
  Index dimension = 0;
  std::array<double, 3> lower{0, 0, 0}, upper{1, 1, 1};

  [[nodiscard]] double side(Index axis) const {
    const auto k = static_cast<std::size_t>(axis);
    return upper[k] - lower[k];
  }
  [[nodiscard]] double volume() const {
    double product = 1;
    for (Index k = 0; k < dimension; ++k) product *= side(k);
    return product;
  }
  [[nodiscard]] Index longest() const {
    Index best = 0;
    for (Index k = 1; k < dimension; ++k) best = side(k) > side(best) ? k : best;
    return best;
  }
};

/// The mean error over a cell of the label of a sample within it.
using MeanError = double (*)(const Cell& cell, const double* sample);

double mean_square_distance(const Cell& cell, const double* sample) {
  double sum = 0;
  for (std::size_t k = 0; k < static_cast<std::size_t>(cell.dimension); ++k) {
    const double above = cell.upper[k] - sample[k], below = sample[k] - cell.lower[k];
    sum += (above * above - above * below + below * below) / 3;
  }
  return sum;
}

/// Over the axes.
double mean_distance(const Cell& cell, const double* sample) {
  double sum = 0;
  for (std::size_t k = 0; k < static_cast<std::size_t>(cell.dimension); ++k) {
    const double above = cell.upper[k] - sample[k], below = sample[k] - cell.lower[k];
    sum += (above * above + below * below) / (2 * (above + below));
  }
  return sum / static_cast<double>(cell.dimension);
}

class GrownTree {
 public:
  GrownTree(Eigen::MatrixXd samples, SplitAxis axis, Stream axes)
      : samples_(std::move(samples)), axis_(axis), axes_(axes) {
    for (Index sample = 0; sample < samples_.cols(); ++sample) insert(sample);
  }

  /// The integral of the error over all leaves.
  [[nodiscard]] double error(MeanError mean_error) const {
    Cell cell{samples_.rows()};
    return within(0, cell, mean_error);
  }

 private:
  /// A sample, and the samples that split its two halves next; none if negative.
  struct Node {
    Index axis = 0;
    std::array<Index, 2> halves{-1, -1};
  };

  Index axis_of(const Cell& cell, Index depth) {
    const Index d = samples_.rows();
    if (axis_ == SplitAxis::in_turn) return depth % d;
    if (axis_ == SplitAxis::drawn) {
      return static_cast<Index>(axes_.below(static_cast<std::uint64_t>(d)));
    }
    return cell.longest();
  }

  void insert(Index sample) {
    Cell cell{samples_.rows()};
    Index depth = 0;
    for (Index at = nodes_.empty() ? -1 : 0; at >= 0; ++depth) {
      Node& node = nodes_[static_cast<std::size_t>(at)];
      const double split = samples_(node.axis, at);
      const bool high = samples_(node.axis, sample) >= split;
      (high ? cell.lower : cell.upper)[static_cast<std::size_t>(node.axis)] = split;
      Index& next = node.halves[high ? 1 : 0];
      at = next;
      if (next < 0) next = sample;
    }
    nodes_.push_back({axis_of(cell, depth)});
  }

  /// The cell is left as it was.
  double within(Index at, Cell& cell, MeanError mean_error) const {
    const Node& node = nodes_[static_cast<std::size_t>(at)];
    double sum = 0;
    for (const std::size_t half : {0U, 1U}) {
      double& bound = (half == 0 ? cell.upper : cell.lower)[static_cast<std::size_t>(node.axis)];
      const double before = std::exchange(bound, samples_(node.axis, at));
      sum += node.halves[half] >= 0 ? within(node.halves[half], cell, mean_error)
                                    : cell.volume() * mean_error(cell, samples_.col(at).data());
      bound = before;
    }
    return sum;
  }

  Eigen::MatrixXd samples_;
  SplitAxis axis_;
  Stream axes_;
  std::vector<Node> nodes_;
};

Trial grown_tree_error(int dimension, SplitAxis axis, MeanError mean_error) {
  require(dimension >= 1 && dimension <= 3, "a tree in dimension {}, expected 1 to 3", dimension);
  return [=](const Point& at, Stream& random) {
    Stream draws = random.substream("samples");
    // The coordinates of the torus are uniform on the cube.
    return GrownTree(learning::uniform_torus_points(dimension, at.count("N"), draws), axis,
                     random.substream("axes"))
        .error(mean_error);
  };
}

}  // namespace

Trial tree_error(int dimension, SplitAxis axis) {
  return grown_tree_error(dimension, axis, mean_square_distance);
}

Trial tree_error_of_a_step(int dimension, SplitAxis axis) {
  return grown_tree_error(dimension, axis, mean_distance);
}

}  // namespace asymptest::scaling
