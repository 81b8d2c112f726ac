#include "asymptest/engine/course/group_sequential_course.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "asymptest/inference/sample/independence.hpp"

namespace asymptest {
namespace {

std::vector<double> costs(const Budget& budget, const std::vector<Point>& design) {
  std::vector<double> costs;
  if (!budget.cost) return costs;
  for (const Point& at : design) costs.push_back(budget.cost(at));
  return costs;
}

std::vector<PointTrials> aligned(std::vector<PointTrials>& trials,
                                 const std::vector<Point>& design) {
  std::vector<PointTrials> so_far;
  for (const Point& at : design) {
    const auto seen = std::find_if(trials.begin(), trials.end(),
                                   [&](const PointTrials& one) { return one.at == at; });
    so_far.push_back(seen == trials.end() ? PointTrials{at, {}} : *seen);
  }
  return so_far;
}

}  // namespace

GroupSequentialCourse::GroupSequentialCourse(const Subject& subject,
                                             const GroupSequentialLimits& limits, Decider decider)
    : subject_(subject),
      tier_(limits.tier),
      decider_(std::move(decider)),
      growth_steps_(subject.sweep().growth_steps(limits.tier)) {
  const Budget& budget = subject.claim->budget;
  const std::int64_t most = limits.most_trials.value_or(budget.most(limits.tier));
  schedule_ = look_schedule(std::min(budget.first, most), most, growth_steps_, limits.alpha);
  set_quotas();
}

void GroupSequentialCourse::fail(std::string reason) {
  judgement_ = {Status::failed, std::move(reason)};
  quotas_.clear();
}

void GroupSequentialCourse::look(const SubjectCells& cells) {
  static const PointCells nothing;
  trials_.clear();
  seconds_ = 0;
  std::int64_t failed = 0;
  for (const Quota& quota : quotas_) {
    const auto found = cells.find(quota.key);
    const PointCells& at = found == cells.end() ? nothing : found->second;
    const std::vector<Cell> point_failures = at.failures(quota.trials);
    for (const Cell& cell : point_failures) {
      failures_.push_back({quota.key, cell.trial, cell.failure});
    }
    failed += std::ssize(point_failures);
    seconds_ += at.seconds(quota.trials);
    if (failed == 0) trials_.push_back({quota.at, at.values(quota.trials)});
  }
  ++looks_;
  if (failed > 0) {
    trials_.clear();
    const TrialFailure& first = failures_.front();
    fail(fmt::format("{} of its trials failed, first at {}, trial {}: {}", failed, first.point,
                     first.trial, first.message));
    return;
  }
  const Prediction prediction = subject_.predict();
  const auto* const law = std::get_if<PowerLaw>(&prediction.kind());
  const bool paired = law != nullptr && law->paired;
  if (std::string problem = paired ? repetition(trials_) : dependence(trials_); !problem.empty()) {
    fail("its trials aren't independent: " + problem);
    return;
  }
  decide_now();
}

void GroupSequentialCourse::decide_now() {
  try {
    verdict_ =
        decider_(subject_.predict(), subject_.polarity(), trials_, schedule_[next_look_].alpha);
    judgement_ = judge(subject_, verdict_);
    if (judgement_.status == Status::undecided) {
      plan_next_look();
    } else {
      quotas_.clear();
    }
  } catch (const std::exception& problem) {
    fail(fmt::format("it can't be decided: {}", problem.what()));
  }
}

void GroupSequentialCourse::plan_next_look() {
  const std::size_t first_growth_look = schedule_.size() - static_cast<std::size_t>(growth_steps_);
  ++next_look_;
  // A sweep that can't grow goes on with more trials, the best that can be done there.
  if (verdict_.need == Need::larger_sizes && growth_steps_ > 0) {
    next_look_ = std::max(next_look_, first_growth_look);
  }
  set_quotas();
}

void GroupSequentialCourse::set_quotas() {
  quotas_.clear();
  if (next_look_ == schedule_.size()) return;
  const std::size_t unextended = schedule_.size() - static_cast<std::size_t>(growth_steps_);
  const int growth = next_look_ < unextended ? 0 : static_cast<int>(next_look_ - unextended) + 1;
  const std::vector<Point> design = subject_.sweep().design(tier_, growth);
  const std::int64_t trials = schedule_[next_look_].trials;
  std::vector<std::int64_t> counts(design.size(), trials);
  if (looks_ > 0) {
    counts = allocate(subject_.predict(), aligned(trials_, design),
                      costs(subject_.claim->budget, design), trials);
  }
  for (std::size_t i = 0; i < design.size(); ++i) {
    quotas_.push_back({design[i], design[i].key(), counts[i]});
  }
}

}  // namespace asymptest
