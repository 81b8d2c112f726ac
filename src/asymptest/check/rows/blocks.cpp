#include "asymptest/check/rows/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"
#include "asymptest/inference/sample/paired_summaries.hpp"

namespace asymptest::cli {
namespace {

/// The mean of the rows that a block has at a size.
class BlockMean {
 public:
  void add(double value, bool geometric) {
    geometric_ = geometric;
    sum_ += geometric ? std::log(value) : value;
    ++count_;
  }
  [[nodiscard]] double value() const {
    const double mean = sum_ / static_cast<double>(count_);
    return geometric_ ? std::exp(mean) : mean;
  }

 private:
  double sum_ = 0;
  std::size_t count_ = 0;
  bool geometric_ = false;
};

/// By the block's name; in the order of the sizes.
using MeansOfSize = std::map<std::string, BlockMean>;
using MeansBySize = std::map<std::vector<double>, MeansOfSize>;

MeansBySize means_by_size(const CheckRequest& request, const NumericTable& table) {
  const std::size_t axes = request.sizes.size();
  MeansBySize means;
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    std::vector<double> size;
    for (std::size_t i = 0; i < axes; ++i) size.push_back(table.columns[i][row]);
    means[size][table.texts.front()[row]].add(table.columns[axes][row],
                                              request.summary == Summary::geometric_mean);
  }
  return means;
}

/// At how many sizes each block is.
std::map<std::string, std::size_t> sizes_of_blocks(const MeansBySize& means) {
  std::map<std::string, std::size_t> sizes;
  for (const auto& [size, blocks] : means) {
    for (const auto& [name, mean] : blocks) ++sizes[name];
  }
  return sizes;
}

Point point_of(const CheckRequest& request, const std::vector<double>& size) {
  std::vector<Coordinate> coordinates;
  for (std::size_t i = 0; i < size.size(); ++i) coordinates.push_back({request.sizes[i], size[i]});
  return Point(std::move(coordinates));
}

std::vector<PointTrials> trials_from(const CheckRequest& request, const MeansBySize& means) {
  std::vector<PointTrials> trials;
  for (const auto& [size, blocks] : means) {
    trials.push_back({point_of(request, size), {}});
    for (const auto& [name, mean] : blocks) trials.back().values.push_back(mean.value());
  }
  return trials;
}

[[noreturn]] void refuse_gap(const CheckRequest& request, const MeansBySize& means,
                             const std::string& block) {
  const auto gap = std::find_if(means.begin(), means.end(),
                                [&](const auto& size) { return !size.second.contains(block); });
  const bool pairs = request.rows.pair.has_value();
  throw InputError(
      fmt::format("{}: {} {} is not at {}, expected it at every size{}",
                  name_of_input(request.file), pairs ? *request.rows.pair : *request.rows.group,
                  shown(block), point_of(request, gap->first).key(),
                  pairs ? " (--skip-missing leaves out those that are not)" : " or at one alone"));
}

/// Leaves out the blocks that some size lacks; says how many.
std::size_t leave_out_gaps(MeansBySize& means) {
  std::size_t left_out = 0;
  for (const auto& [block, sizes] : sizes_of_blocks(means)) {
    if (sizes == means.size()) continue;
    ++left_out;
    for (auto& [size, blocks] : means) blocks.erase(block);
  }
  return left_out;
}

Evidence paired(const CheckRequest& request, const Prediction& prediction, MeansBySize means) {
  const std::string& column = request.rows.pair ? *request.rows.pair : *request.rows.group;
  if (!std::holds_alternative<PowerLaw>(prediction.kind())) {
    throw InputError(
        fmt::format("--{}: {} is at every size, which a power law alone takes into account",
                    request.rows.pair ? "pair" : "group", shown(column)));
  }
  Evidence evidence;
  if (request.rows.pair && request.rows.skip_missing) {
    if (const std::size_t count = leave_out_gaps(means)) {
      evidence.remark = fmt::format("{} of {} {} left out for a size that is missing", count,
                                    column, count == 1 ? "is" : "are");
    }
  }
  for (const auto& [block, sizes] : sizes_of_blocks(means)) {
    if (sizes != means.size()) refuse_gap(request, means, block);
  }
  evidence.trials = trials_from(request, means);
  for (const auto& [block, mean] : means.begin()->second) evidence.pairs.push_back(block);
  evidence.summaries = summarise_pairs(request.summary, evidence.trials);
  return evidence;
}

}  // namespace

Evidence evidence_of_blocks(const CheckRequest& request, const Prediction& prediction,
                            const NumericTable& table) {
  MeansBySize means = means_by_size(request, table);
  const auto sizes = sizes_of_blocks(means);
  const bool nested =
      std::all_of(sizes.begin(), sizes.end(), [](const auto& block) { return block.second == 1; });
  if (request.rows.pair || !nested) return paired(request, prediction, std::move(means));
  return {.trials = trials_from(request, means), .summaries = {}, .remark = {}};
}

}  // namespace asymptest::cli
