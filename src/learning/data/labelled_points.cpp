#include "learning/data/labelled_points.hpp"

#include <map>
#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

LabelledPoints labelled_points(DataSet data) {
  const auto count = static_cast<Eigen::Index>(data.labels.size());
  require(count == data.points.cols(), "there are {} labels for {} points, expected one a point",
          count, data.points.cols());
  std::map<std::pair<std::size_t, std::string>, int> numbers;
  for (const std::string& label : data.labels) numbers[{label.size(), label}] = 0;
  int next = 0;
  for (auto& [label, number] : numbers) number = next++;
  require(next > 1, "all {} points have the same label, expected two classes at least", count);
  LabelledPoints labelled{std::move(data.points), Eigen::VectorXi(count), next};
  for (Eigen::Index i = 0; i < count; ++i) {
    const std::string& label = data.labels[static_cast<std::size_t>(i)];
    labelled.classes[i] = numbers.at({label.size(), label});
  }
  return labelled;
}

}  // namespace asymptest::learning
