#include "asymptest/cli/output/progress_display.hpp"

#include <fmt/format.h>

#include "asymptest/cli/output/terminal.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::cli {
namespace {

constexpr std::chrono::milliseconds between_redraws{100};
constexpr std::chrono::seconds between_lines{10};
constexpr int bar_width = 24;
constexpr std::size_t width_in_a_log = 100;

}  // namespace

ProgressDisplay::ProgressDisplay(std::FILE* stream, bool redraws, std::size_t subjects)
    : stream_(stream), redraws_(redraws), subjects_(subjects) {}

ProgressDisplay::~ProgressDisplay() { clear(); }

double ProgressDisplay::elapsed() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

std::string ProgressDisplay::bar(const Measuring& now) const {
  const int full = now.total == 0 ? 0 : static_cast<int>(now.done * bar_width / now.total);
  const std::string line =
      fmt::format("[{:#<{}}{:.<{}}] {:3}% of this look, {}/{} decided, {:.0f} s  {}", "", full, "",
                  bar_width - full, now.total == 0 ? 0 : now.done * 100 / now.total, decided_,
                  subjects_, elapsed(), now.subject);
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

void ProgressDisplay::decided(const SubjectRecord& record) {
  ++decided_;
  if (redraws_) return;
  fmt::print(stream_, "[{}/{}] {}: {}, {}, {} trials, {:.3g} s\n", decided_, subjects_, record.name,
             report::verdict_word(record), report::look_of(record.status).word, record.trials,
             record.seconds);
  std::fflush(stream_);
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
