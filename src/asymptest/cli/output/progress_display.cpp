#include "asymptest/cli/output/progress_display.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "asymptest/cli/output/terminal.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::cli {
namespace {

constexpr std::chrono::milliseconds between_redraws{100};
constexpr std::chrono::seconds between_lines{10};
constexpr int bar_width = 24;
constexpr std::size_t width_in_a_log = 100;
/// Before that much is done a guess at the time that is left would be idle.
constexpr double least_share = 0.02, least_seconds = 5;

}  // namespace

ProgressDisplay::ProgressDisplay(std::FILE* stream, bool redraws, std::size_t subjects)
    : stream_(stream), redraws_(redraws), subjects_(subjects) {}

ProgressDisplay::~ProgressDisplay() { clear(); }

double ProgressDisplay::elapsed() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

double ProgressDisplay::share(const Measuring& now) {
  if (subjects_ == 0) return 1;
  const double of_look =
      now.total == 0 ? 0 : static_cast<double>(now.done) / static_cast<double>(now.total);
  const auto decided = static_cast<double>(decided_), all = static_cast<double>(subjects_);
  share_ = std::clamp((decided + (all - decided) * of_look / 2) / all, share_, 1.0);
  return share_;
}

std::string ProgressDisplay::bar(const Measuring& now) {
  const double done = share(now);
  std::string left;
  if (done > least_share && elapsed() > least_seconds) {
    left = fmt::format(", about {} left", report::duration(std::ceil(elapsed() * (1 / done - 1))));
  }
  const int full = static_cast<int>(done * bar_width);
  const std::string line =
      fmt::format("[{:#<{}}{:.<{}}] {:3.0f}%, {}/{} decided, {:.0f} s{}  {}", "", full, "",
                  bar_width - full, 100 * done, decided_, subjects_, elapsed(), left, now.subject);
  // One column less than there are: a full line would wrap, and \r no longer reach its start.
  return line.substr(0, columns_of(stream_, width_in_a_log) - 1);
}

void ProgressDisplay::measuring(const Measuring& now) {
  const auto time = Clock::now();
  if (redraws_) {
    if (drawn_ && time - last_ < between_redraws) return;
    fmt::print(stream_, "\r\033[K{}", bar(now));
    std::fflush(stream_);
    drawn_ = true;
  } else {
    if (time - last_ < between_lines) return;
    fmt::print(stream_, "{}\n", bar(now));
  }
  last_ = time;
}

void ProgressDisplay::verdict(const std::string& text) {
  ++decided_;
  if (redraws_) return;
  fmt::print(stream_, "[{}/{}] {}\n", decided_, subjects_, text);
  std::fflush(stream_);
}

void ProgressDisplay::decided(const SubjectRecord& record, std::int64_t measured) {
  verdict(fmt::format(
      "{}: {}, {}, {} trials, {}", record.name, report::verdict_word(record),
      report::look_of(record.status).word, record.trials,
      measured == 0 && record.trials > 0 ? "stored" : fmt::format("{:.3g} s", record.seconds)));
}

void ProgressDisplay::checked(const ProofRecord& proof, bool kept) {
  verdict(fmt::format("{}: {}, {}", proof.id, report::proof_word(proof),
                      kept ? "stored" : fmt::format("{:.3g} s", proof.seconds)));
  if (redraws_) measuring({.done = 1, .total = 1, .subject = proof.id});
}

void ProgressDisplay::slow(const Task& task, const SlowTrial& trial) {
  clear();
  const std::string point = task.at.key();
  fmt::print(stream_,
             "{} at {}, trial {} has run for {:.0f} s; `asymptest run {} --point {} --trial {} "
             "--seed {}` repeats it alone\n",
             task.subject, point, trial.trial, trial.seconds, task.subject, point, trial.trial,
             task.seed);
  std::fflush(stream_);
}

void ProgressDisplay::clear() {
  if (drawn_) fmt::print(stream_, "\r\033[K");
  drawn_ = false;
}

}  // namespace asymptest::cli
