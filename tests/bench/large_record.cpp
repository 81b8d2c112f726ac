// large_record CLAIMS TRIALS FOLDER: fills FOLDER/store.sqlite with CLAIMS claims of TRIALS trials
// each unless it is there, reports on it into FOLDER/report, and prints what that took.

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "asymptest/engine/runner.hpp"
#include "asymptest/random/stream.hpp"
#include "asymptest/report/write_report.hpp"

namespace asymptest {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t seed = 1;
constexpr double noise = 1;

/// A law whose band is so narrow for its noise that it takes nearly all trials to decide: each look
/// is taken.
Claim claim_of(int number, std::int64_t trials_a_size) {
  return {.id = fmt::format("large/claim-{}", number),
          .title = fmt::format("Claim {} of a large record", number),
          .statement = R"(\mathbb{E}\,Q_n = \Theta(n^{-1/2}))",
          .source = {"Nobody", "nowhere"},
          .assumes = {},
          .sweep = {axis("n", "size").geometric(16, 2048)},
          .measure = {"n^{-1/2} times a log-normal factor", Polarity::exact,
                      [](const Point&, Stream&) -> double { throw std::logic_error("is stored"); }},
          .predict = theta({{"n", -0.5}})
                         .of(Summary::geometric_mean)
                         .within(1.4 / std::sqrt(static_cast<double>(trials_a_size)))
                         .because("it takes nearly all trials"),
          .budget = {.first = trials_a_size / 32, .quick = trials_a_size}};
}

void fill(Store& store, const Subject& subject, std::int64_t trials_a_size) {
  const std::int64_t number = store.admit(subject.name(), subject.digest());
  for (const Point& at : subject.sweep().design(Tier::quick)) {
    const std::string key = at.key();
    Stream random({seed, subject.name(), key, 0});
    std::vector<Cell> cells;
    for (std::int64_t trial = 0; trial < trials_a_size; ++trial) {
      cells.push_back({trial, std::exp(noise * random.normal()) / std::sqrt(at["n"]), 1e-6, ""});
    }
    const CellBatch batch{number, key, cells};
    store.write(seed, {&batch, 1});
  }
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

int run(int claims, std::int64_t trials, const fs::path& folder) {
  const std::int64_t trials_a_size = trials / 8;
  std::vector<Claim> all;
  for (int i = 0; i < claims; ++i) all.push_back(claim_of(i, trials_a_size));
  std::vector<Subject> suite;
  for (const Claim& claim : all) {
    for (const Subject& subject : subjects_of(claim)) suite.push_back(subject);
  }
  fs::create_directories(folder);
  if (!fs::exists(folder / "store.sqlite")) {
    Store store = Store::open(folder / "store.sqlite");
    store.begin_run({.version = "large", .seed = seed, .tier = "quick"}, defaults::alpha);
    for (const Subject& subject : suite) fill(store, subject, trials_a_size);
  }
  const auto start = std::chrono::steady_clock::now();
  const double spent = processor_seconds();
  RunOptions options{.seed = seed};
  options.jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const Record record =
      record_of_store(suite, options, Store::open_existing(folder / "store.sqlite"));
  const double recorded = processor_seconds() - spent;
  write_report(record, folder / "report");
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  std::int64_t looked_at = 0, decided = 0;
  for (const ClaimRecord& claim : record.claims) {
    looked_at += claim.subjects.front().trials;
    decided += claim.subjects.front().status == Status::expected ? 1 : 0;
  }
  fmt::print(
      "{} claims, {} decided, {} trials: {:.2f} s of a processor ({:.2f} s up to the record), "
      "{:.2f} s\n",
      claims, decided, looked_at, processor_seconds() - spent, recorded, wall.count());
  return std::ssize(record.claims) == claims && 2 * looked_at > claims * trials ? 0 : 1;
}

}  // namespace
}  // namespace asymptest

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: large_record CLAIMS TRIALS FOLDER\n";
    return 2;
  }
  try {
    return asymptest::run(std::stoi(argv[1]), std::stoll(argv[2]), argv[3]);
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
  }
}
