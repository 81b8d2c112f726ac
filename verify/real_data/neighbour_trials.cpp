#include "neighbour_trials.hpp"

#include <cmath>
#include <span>
#include <vector>

#include "drawn_points.hpp"
#include "learning/neighbours/neighbour_lists.hpp"
#include "learning/neighbours/singular_weights.hpp"

namespace asymptest::real_data {
namespace {

constexpr Eigen::Index fresh_queries = 255, weighted_neighbours = 16, segments = 32;
constexpr double weight_exponent = 2;
constexpr int draws_of_neighbours = 4;

double weighted_vote(const learning::NeighbourLists& lists, Eigen::Index query,
                     const Eigen::ArrayXd& labels) {
  const std::span<const double> distances(lists.distances.col(query).data(),
                                          static_cast<std::size_t>(lists.distances.rows()));
  const std::vector<double> weights = learning::singular_weights(distances, weight_exponent);
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    sum += weights[i] * labels[lists.indices(static_cast<Eigen::Index>(i), query)];
  }
  return sum;
}

double advantage_of_weights(const Point& at, double q, Stream& random) {
  const DrawnTwice drawn = draw_points(at.count("n"), fresh_queries, random);
  const Eigen::ArrayXd labels = with_noise(drawn.samples.labels, q, random);
  const auto lists =
      learning::nearest_points(drawn.samples.points, drawn.fresh.points, weighted_neighbours, 1);
  Eigen::ArrayXd votes(fresh_queries);
  for (Eigen::Index i = 0; i < fresh_queries; ++i) votes[i] = weighted_vote(lists, i, labels);
  return share_missed(labels(lists.indices.row(0).reshaped()), drawn.fresh.labels) -
         share_missed(votes, drawn.fresh.labels);
}

/// 1/d̂ is the mean over points and j < k of log(T_k/T_j).
double likelihood_dimension(const Eigen::MatrixXd& points, Eigen::Index k) {
  const Eigen::MatrixXd distances = learning::nearest_others(points, k, 1).distances;
  const Eigen::ArrayXXd logarithms = distances.array().log();
  const Eigen::ArrayXXd ratios =
      logarithms.row(k - 1).replicate(k - 1, 1) - logarithms.topRows(k - 1);
  return 1 / ratios.mean();
}

constexpr Eigen::Index waves = 16;

/// Mean over the phase and over the waves of (cos t − cos t₀)², t a wave's argument at the nearest
/// sample and t₀ that at the fresh point: 1 − cos(t − t₀). A direction a column.
double wave_error(const Eigen::MatrixXd& samples, const Eigen::MatrixXd& fresh,
                  const Eigen::MatrixXd& directions) {
  const auto nearest = learning::nearest_points(samples, fresh, 1, 1).indices;
  const Eigen::MatrixXd steps =
      (samples(Eigen::all, nearest.row(0).reshaped()) - fresh).transpose() * directions;
  return (1 - steps.array().cos()).mean();
}

double exponent_times_dimension(const Eigen::MatrixXd& samples, const Eigen::MatrixXd& fresh,
                                Stream& random) {
  constexpr Eigen::Index fewer = 8, k = 10;
  Eigen::MatrixXd directions(samples.rows(), waves);
  random.fill_normal({directions.data(), static_cast<std::size_t>(directions.size())});
  const Eigen::MatrixXd arguments = samples.transpose() * directions;
  const Eigen::RowVectorXd means = arguments.colwise().mean();
  directions.array().rowwise() /=
      ((arguments.rowwise() - means).array().square().colwise().mean()).sqrt();
  const double of_few = wave_error(samples.leftCols(samples.cols() / fewer), fresh, directions);
  const double exponent = std::log(of_few / wave_error(samples, fresh, directions)) /
                          std::log(static_cast<double>(fewer));
  return exponent * likelihood_dimension(samples, k) / 2;
}

}  // namespace

double exponent_times_dimension_of_data(const Point& at, Stream& random) {
  const DrawnTwice drawn = draw_points(at.count("n"), fresh_queries, random);
  return exponent_times_dimension(drawn.samples.points, drawn.fresh.points, random);
}

double exponent_times_dimension_of_segment(const Point& at, Stream& random) {
  const Eigen::VectorXd image = draw_points(1, 0, random).samples.points.col(0);
  const auto lights = [&](Eigen::Index count) {
    Eigen::MatrixXd points(image.size(), count);
    for (auto point : points.colwise()) point = random.uniform(0.5, 1.5) * image;
    return points;
  };
  const Eigen::MatrixXd samples = lights(at.count("n"));
  return exponent_times_dimension(samples, lights(fresh_queries), random);
}

double advantage_of_singular_weights(const Point& at, Stream& random) {
  double sum = 0;
  for (int one = 0; one < draws_of_neighbours; ++one) {
    sum += advantage_of_weights(at, at["q"], random);
  }
  return sum / draws_of_neighbours;
}

double advantage_on_coins(const Point& at, Stream& random) {
  return advantage_of_weights(at, 1, random);
}

double dimension_of_data(const Point& at, Stream& random) {
  return likelihood_dimension(draw_points(at.count("n"), 0, random).samples.points, at.count("k"));
}

double dimension_of_segments(const Point& at, Stream& random) {
  const Eigen::MatrixXd images = draw_points(segments, 0, random).samples.points;
  Eigen::MatrixXd points(images.rows(), at.count("n"));
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    points.col(i) =
        random.uniform(0.5, 1.5) *
        images.col(static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(segments))));
  }
  return likelihood_dimension(points, at.count("k"));
}

}  // namespace asymptest::real_data
