#include "asymptest/experiment/program/program.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>
#include <utility>

#include "asymptest/claim/failed_trial.hpp"
#include "asymptest/claim/trial_of.hpp"
#include "asymptest/experiment/program/answer.hpp"
#include "asymptest/experiment/program/python_module.hpp"
#include "asymptest/process/guardian.hpp"
#include "asymptest/process/tail.hpp"

namespace asymptest {
namespace {

namespace fs = std::filesystem;

constexpr int try_again = 75;  // EX_TEMPFAIL
constexpr int most_tries = 5;
constexpr int shown_lines = 3;

std::string content_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Request request_of(const Program& program, const std::string& claim, const std::string& control,
                   const Point& at, const Stream& random) {
  Stream seeds = program.paired_seeds ? random.at_every_point("seed") : random.substream("seed");
  // Every seed of 64 bits is one too many for the bound.
  const std::uint64_t seed = seeds.below(program.seed_max + 1);
  return {claim, control, at, random.trial(), seed, program.parameters};
}

std::string with_last_words(const std::string& reason, const std::string& errors) {
  const std::string last = last_lines(errors, shown_lines);
  return last.empty() ? reason : reason + "; its last words: " + last;
}

/// A file of one trial's, gone with it.
class ResultFile {
 public:
  ResultFile() {
    static std::atomic<std::uint64_t> count = 0;
    path_ = Guardian::instance().folder() / fmt::format("result-{}", ++count);
  }
  ~ResultFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  ResultFile(const ResultFile&) = delete;
  ResultFile& operator=(const ResultFile&) = delete;
  [[nodiscard]] std::string variable() const { return "ASYMPTEST_RESULT=" + path_.string(); }
  [[nodiscard]] std::string content() const { return content_of(path_); }

 private:
  fs::path path_;
};

Outcome run_or_fail(const Command& command, double timeout) {
  try {
    return run_to_end(command, timeout);
  } catch (const StartError& problem) {
    throw FailedTrial(problem.what());
  }
}

/// Nothing if the program asks to be tried again.
std::optional<Answer> run_once(const Program& program, const Request& request) {
  const ResultFile result;
  Command command{.folder = program.folder, .environment = environment_of(request)};
  command.environment.push_back(result.variable());
  command.environment.push_back(python_path_variable());
  for (const std::string& word : program.words) command.words.push_back(filled_in(word, request));
  const Outcome outcome = run_or_fail(command, program.timeout);
  if (outcome.timed_out) {
    throw FailedTrial(with_last_words(
        fmt::format("its program did not end within {} s, the timeout", program.timeout),
        outcome.errors));
  }
  if (outcome.ending.signal == 0 && outcome.ending.exit_code == try_again) return std::nullopt;
  if (!outcome.ending.well()) {
    throw FailedTrial(
        with_last_words("its program ended with " + describe(outcome.ending), outcome.errors));
  }
  const std::string written = result.content();
  return Answer{std::string(last_line(written.empty() ? outcome.output : written)),
                last_lines(outcome.errors, shown_lines)};
}

Answer run_until_it_answers(const Program& program, const Request& request) {
  auto pause = std::chrono::seconds(1);
  for (int tries = 1; tries <= most_tries; ++tries) {
    if (auto answer = run_once(program, request)) return *std::move(answer);
    if (tries < most_tries) std::this_thread::sleep_for(pause);
    pause *= 2;
  }
  throw FailedTrial(
      fmt::format("its program asked to be tried again (exit code {}) {} times; run again later",
                  try_again, most_tries));
}

Answer ask_worker(const Program& program, const Request& request) {
  try {
    return {program.workers->ask(json_line(request), program.timeout), ""};
  } catch (const WorkerEnded& problem) {
    throw FailedTrial(problem.what());
  } catch (const StartError& problem) {
    throw FailedTrial(problem.what());
  }
}

Answer answer_by(const Program& program, const Request& request) {
  const auto run = [&] {
    return program.workers ? ask_worker(program, request) : run_until_it_answers(program, request);
  };
  if (!program.at_hand) return run();
  return program.at_hand->answer_to(
      fmt::format("{}\n{}", fmt::join(program.words, "\n"), json_line(request)), run);
}

double value_by(const Program& program, const Request& request) {
  const Answer answer = answer_by(program, request);
  try {
    return value_of_answer(answer.text, program.value);
  } catch (const FailedTrial& problem) {
    throw FailedTrial(with_last_words(problem.what(), answer.errors));
  }
}

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

}  // namespace

Trial trial_by(const Program& program, const std::string& claim, const std::string& control) {
  const std::string asked = program.runs_of.empty() ? claim : program.runs_of;
  Trial trial = [=](const Point& at, Stream& random) {
    return value_by(program, request_of(program, asked, control, at, random));
  };
  if (program.runs_of.empty()) return trial;
  return TrialOf{control.empty() ? asked : asked + ":" + control, std::move(trial)};
}

std::string fingerprint_of(const Program& program) {
  std::string text =
      fmt::format("{}|{}|{}", program.workers != nullptr, program.value, program.seed_max);
  if (program.paired_seeds) text += "|paired";
  for (const auto& [name, value] : program.parameters)
    text += fmt::format("|{}={}", name, value.json);
  const auto add_file = [&](const fs::path& file) {
    text += fmt::format("|{:016x}", stream_hash(content_of(program.folder / file)));
  };
  for (const std::string& word : program.words) {
    text += fmt::format("|{}:{}", word.size(), word);
    if (is_file(program.folder / word)) add_file(word);
  }
  if (!program.runs.empty()) {
    text += "|runs " + program.runs;
    add_file(program.runs);
  }
  if (!program.runs_of.empty()) text += "|runs of " + program.runs_of;
  for (const fs::path& file : program.files) add_file(file);
  return fmt::format("{:016x}", stream_hash(text));
}

}  // namespace asymptest
