#include "asymptest/engine/store/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest {
namespace {

constexpr double not_finished = std::numeric_limits<double>::quiet_NaN();

}  // namespace

bool PointCells::is_finished(std::int64_t trial) const {
  return trial < std::ssize(values_) && !std::isnan(values_[trial]);
}

void PointCells::set(const Cell& cell) {
  if (cell.trial >= std::ssize(values_)) {
    values_.resize(cell.trial + 1, not_finished);
    seconds_.resize(cell.trial + 1, 0);
  }
  const bool was_known = is_finished(cell.trial) || failures_.count(cell.trial) != 0;
  known_ += was_known ? 0 : 1;
  total_seconds_ += cell.seconds - seconds_[cell.trial];
  seconds_[cell.trial] = cell.seconds;
  if (cell.failed()) {
    values_[cell.trial] = not_finished;
    failures_[cell.trial] = cell.failure;
  } else {
    values_[cell.trial] = cell.value;
    failures_.erase(cell.trial);
  }
}

std::vector<std::int64_t> PointCells::missing(std::int64_t count) const {
  std::vector<std::int64_t> trials;
  for (std::int64_t trial = 0; trial < count; ++trial) {
    if (!is_finished(trial) && failures_.count(trial) == 0) trials.push_back(trial);
  }
  return trials;
}

std::vector<Cell> PointCells::failures(std::int64_t count) const {
  std::vector<Cell> failed;
  for (const auto& [trial, message] : failures_) {
    if (trial < count) failed.push_back({trial, not_finished, seconds_[trial], message});
  }
  return failed;
}

std::vector<double> PointCells::values(std::int64_t count) const {
  for (std::int64_t trial = 0; trial < count; ++trial) {
    if (!is_finished(trial)) throw std::logic_error(fmt::format("trial {} is not finished", trial));
  }
  return {values_.begin(), values_.begin() + count};
}

std::optional<double> PointCells::value(std::int64_t trial) const {
  return is_finished(trial) ? std::optional(values_[trial]) : std::nullopt;
}

std::optional<Cell> PointCells::cell(std::int64_t trial) const {
  if (is_finished(trial)) return Cell{trial, values_[trial], seconds_[trial], ""};
  const auto failed = failures_.find(trial);
  if (failed == failures_.end()) return std::nullopt;
  return Cell{trial, not_finished, seconds_[trial], failed->second};
}

double PointCells::seconds(std::int64_t count) const {
  double sum = 0;
  for (std::int64_t t = 0; t < std::min<std::int64_t>(count, std::ssize(seconds_)); ++t) {
    sum += seconds_[t];
  }
  return sum;
}

double PointCells::mean_seconds() const {
  return known_ == 0 ? 0 : total_seconds_ / static_cast<double>(known_);
}

void PointCells::forget_failures() {
  for (const auto& [trial, message] : failures_) {
    total_seconds_ -= seconds_[trial];
    seconds_[trial] = 0;
    --known_;
  }
  failures_.clear();
}

}  // namespace asymptest
