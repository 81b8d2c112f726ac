#include "drawn_points.hpp"

#include <map>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "asymptest/claim/data_folder.hpp"
#include "asymptest/require/require.hpp"
#include "learning/neighbours/distinct_points.hpp"

namespace asymptest::real_data {
namespace {

learning::LabelledPoints read_points() {
  const auto files = data_files();
  if (!files) {
    throw std::runtime_error(
        message("there is no data set in {}: run scripts/fetch-data", data_folder().string()));
  }
  learning::LabelledPoints all =
      learning::labelled_points(learning::load_data(files->points, files->labels.string()));
  learning::DistinctPoints distinct = learning::distinct_points(std::move(all.points));
  return {std::move(distinct.points), all.classes(distinct.indices), all.class_count};
}

/// The first `count` of a random order of 0 … N − 1.
std::vector<Eigen::Index> drawn_indices(Eigen::Index count, Eigen::Index among, Stream& random) {
  std::vector<Eigen::Index> order(static_cast<std::size_t>(among));
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    std::swap(order[i], order[i + random.below(order.size() - i)]);
  }
  order.resize(static_cast<std::size_t>(count));
  return order;
}

Drawn taken(const learning::LabelledPoints& all, std::vector<Eigen::Index>::const_iterator begin,
            std::vector<Eigen::Index>::const_iterator end) {
  const std::vector<Eigen::Index> indices(begin, end);
  const Eigen::ArrayXi classes = all.classes(indices).array();
  return {all.points(Eigen::all, indices),
          (2 * classes >= all.class_count).select(Eigen::ArrayXd::Ones(classes.size()), -1.0)};
}

}  // namespace

const learning::LabelledPoints& real_points() {
  static std::mutex one_at_a_time;
  static std::map<std::string, learning::LabelledPoints> of_folder;
  const std::lock_guard lock(one_at_a_time);
  const std::string folder = data_folder().string();
  const auto known = of_folder.find(folder);
  return known != of_folder.end() ? known->second
                                  : of_folder.emplace(folder, read_points()).first->second;
}

DrawnTwice draw_points(Eigen::Index n, Eigen::Index fresh, Stream& random) {
  const learning::LabelledPoints& all = real_points();
  require(n + fresh <= all.points.cols(),
          "{} samples and {} fresh points are drawn from {} distinct ones, expected no more", n,
          fresh, all.points.cols());
  const std::vector<Eigen::Index> drawn = drawn_indices(n + fresh, all.points.cols(), random);
  return {taken(all, drawn.begin(), drawn.begin() + n), taken(all, drawn.begin() + n, drawn.end())};
}

Eigen::ArrayXd with_noise(const Eigen::ArrayXd& labels, double q, Stream& random) {
  Eigen::ArrayXd noisy = labels;
  for (double& label : noisy) {
    if (random.uniform() < q) label = random.sign();
  }
  return noisy;
}

double share_missed(const Eigen::ArrayXd& outputs, const Eigen::ArrayXd& labels) {
  return (outputs * labels <= 0).cast<double>().mean();
}

double mean_distance(const Eigen::MatrixXd& points) {
  const Eigen::Index half = points.cols() / 2;
  require(half > 0, "mean distance of {} points, expected 2 or more", points.cols());
  return (points.leftCols(half) - points.rightCols(half)).colwise().norm().mean();
}

}  // namespace asymptest::real_data
