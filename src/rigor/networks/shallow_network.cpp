#include "rigor/networks/shallow_network.hpp"

#include <algorithm>

#include "asymptest/require/require.hpp"
#include "rigor/matrices/entrywise.hpp"
#include "rigor/matrices/tanh.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// Neurons worked on at once: a few megabytes at a few dozen samples.
constexpr Index block_size = 2048;

IntervalMatrix rows_of(const IntervalMatrix& a, Index first, Index count) {
  return {a.midpoint.middleRows(first, count), a.radius.middleRows(first, count)};
}

/// Row r times the r-th entry of a column.
IntervalMatrix rows_scaled(const IntervalMatrix& a, const IntervalMatrix& column) {
  IntervalMatrix result(a.rows(), a.cols());
  for (Index j = 0; j < a.cols(); ++j) {
    for (Index i = 0; i < a.rows(); ++i) result.set(i, j, column(i, 0) * a(i, j));
  }
  return result;
}

/// A block of neurons: their values and v-weighted slopes at each sample, and what follows.
struct Block {
  Index first;
  Index count;
  IntervalMatrix values;  ///< count × n
  IntervalMatrix slopes;  ///< count × n, v_r tanh'(a_ri)
  IntervalMatrix output;  ///< count × 1
};

template <class Visitor>
void for_each_block(const ShallowProblem& problem, const ShallowWeights& at, bool with_slopes,
                    Visitor visit) {
  const IntervalMatrix inputs(MatrixXd(problem.inputs.transpose()));
  for (Index first = 0; first < at.hidden.rows(); first += block_size) {
    const Index count = std::min(block_size, at.hidden.rows() - first);
    Block block{first,
                count,
                tanh_of(product(rows_of(at.hidden, first, count), inputs)),
                {},
                rows_of(at.output, first, count)};
    if (with_slopes) {
      block.slopes = rows_scaled(entrywise(block.values, slope_from_value), block.output);
    }
    visit(block);
  }
}

Interval width_of(const ShallowProblem& problem) { return static_cast<double>(problem.width()); }

IntervalMatrix minus_labels(const ShallowProblem& problem, const IntervalMatrix& sums) {
  return scaled(sums, Interval(1) / sqrt(width_of(problem))) -
         IntervalMatrix(MatrixXd(problem.labels));
}

}  // namespace

void validate(const ShallowProblem& problem) {
  require(problem.samples() != 0 && problem.dimension() != 0 && problem.width() != 0,
          "shallow network: expected at least one input, one dimension and one neuron");
  require(problem.labels.size() == problem.samples(), "shallow network: {} labels for {} inputs",
          problem.labels.size(), problem.samples());
  require(problem.hidden.cols() == problem.dimension(),
          "shallow network: hidden weights of dimension {} for inputs of dimension {}",
          problem.hidden.cols(), problem.dimension());
  require(problem.output.size() == problem.width(),
          "shallow network: {} output weights for {} neurons", problem.output.size(),
          problem.width());
  const bool finite = problem.inputs.allFinite() && problem.labels.allFinite() &&
                      problem.hidden.allFinite() && problem.output.allFinite();
  require(finite, "shallow network: an entry is infinite or not a number");
}

ShallowWeights weights_of(const ShallowProblem& problem) {
  return {IntervalMatrix(problem.hidden), IntervalMatrix(MatrixXd(problem.output))};
}

IntervalMatrix residuals(const ShallowProblem& problem, const ShallowWeights& at) {
  IntervalMatrix sums(problem.samples(), 1);
  for_each_block(problem, at, false, [&](const Block& block) {
    sums = sums + product(block.values.transpose(), block.output);
  });
  return minus_labels(problem, sums);
}

ShallowLinearisation linearise(const ShallowProblem& problem, const ShallowWeights& at) {
  const Index n = problem.samples();
  IntervalMatrix sums(n, 1);
  IntervalMatrix of_output(n, n);
  IntervalMatrix of_hidden(n, n);
  for_each_block(problem, at, true, [&](const Block& block) {
    sums = sums + product(block.values.transpose(), block.output);
    of_output = of_output + gram(block.values.transpose());
    of_hidden = of_hidden + gram(block.slopes.transpose());
  });
  const IntervalMatrix angles = gram(IntervalMatrix(problem.inputs));
  const IntervalMatrix kernel = of_output + entrywise_product(of_hidden, angles);
  return {minus_labels(problem, sums), scaled(kernel, Interval(1) / width_of(problem))};
}

ShallowWeights gradient(const ShallowProblem& problem, const ShallowWeights& at) {
  const Interval scale = Interval(1) / sqrt(width_of(problem));
  const IntervalMatrix weighted = scaled(residuals(problem, at), scale);
  const IntervalMatrix directions = rows_scaled(IntervalMatrix(MatrixXd(problem.inputs)), weighted);
  ShallowWeights result{IntervalMatrix(at.hidden.rows(), at.hidden.cols()),
                        IntervalMatrix(at.output.rows(), 1)};
  for_each_block(problem, at, true, [&](const Block& block) {
    const IntervalMatrix of_hidden = product(block.slopes, directions);
    const IntervalMatrix of_output = product(block.values, weighted);
    result.hidden.midpoint.middleRows(block.first, block.count) = of_hidden.midpoint;
    result.hidden.radius.middleRows(block.first, block.count) = of_hidden.radius;
    result.output.midpoint.middleRows(block.first, block.count) = of_output.midpoint;
    result.output.radius.middleRows(block.first, block.count) = of_output.radius;
  });
  return result;
}

ShallowWeights stepped(const ShallowWeights& from, const ShallowWeights& slope, double step) {
  return {from.hidden - scaled(slope.hidden, step), from.output - scaled(slope.output, step)};
}

Interval half_squared_norm(const IntervalMatrix& residuals) {
  Interval sum = 0;
  for (Index i = 0; i < residuals.rows(); ++i) sum += square(residuals(i, 0));
  return sum * Interval(0.5);
}

Interval distance(const ShallowWeights& a, const ShallowWeights& b) {
  Interval sum = 0;
  const auto add = [&sum](const IntervalMatrix& difference) {
    for (Index j = 0; j < difference.cols(); ++j) {
      for (Index i = 0; i < difference.rows(); ++i) sum += square(difference(i, j));
    }
  };
  add(a.hidden - b.hidden);
  add(a.output - b.output);
  return sqrt(sum);
}

}  // namespace asymptest::rigor
