#include "asymptest/cli/measuring/single_trial.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <optional>
#include <stdexcept>

#include "asymptest/cli/input/claim_files.hpp"
#include "asymptest/engine/execution/executor.hpp"

namespace asymptest::cli {
namespace {

Subject the_one(const SingleTrial& what, const Catalogue& all,
                const std::vector<std::string>& filters) {
  const Selection selection(all, filters, Only::everything);
  const std::vector<Subject> chosen = selection.part_of(all).suite;
  // A claim's name selects its controls as well: the claim itself is meant.
  const bool one_claim = std::all_of(chosen.begin(), chosen.end(), [&](const Subject& s) {
    return s.claim == chosen.front().claim;
  });
  const bool is_meant =
      chosen.size() == 1 || (one_claim && !chosen.empty() && chosen.front().control == nullptr);
  if ((filters.empty() && !one_claim) || !is_meant) {
    throw std::invalid_argument(
        fmt::format("--trial needs the name of one claim or control, '{}' means {} of them",
                    fmt::join(what.filters, " "), chosen.size()));
  }
  return chosen.front();
}

/// The point with its coordinates in the order of the sweep's axes, which its key depends on.
Point point_of(const Subject& subject, const std::string& text) {
  const Point given = Point::parse(text);
  const Point example = subject.sweep().design(Tier::quick).front();
  std::vector<Coordinate> coordinates;
  for (const Coordinate& axis : example.coordinates()) {
    if (given.has(axis.axis)) coordinates.push_back({axis.axis, given[axis.axis]});
  }
  const std::size_t axes = example.coordinates().size();
  if (coordinates.size() != axes || given.coordinates().size() != axes) {
    throw std::invalid_argument(
        fmt::format("point '{}' doesn't have the axes of {}, which are those of {}", text,
                    subject.name(), example.key()));
  }
  return Point(std::move(coordinates));
}

std::optional<double> stored_value(const StoreOption& option, const Subject& subject,
                                   const SingleTrial& what, const Point& at) {
  const auto store = option.open_existing();
  if (!store || store->digest(subject.name()) != subject.digest()) return std::nullopt;
  const SubjectCells cells = store->load(subject.name(), what.seed);
  const auto point = cells.find(at.key());
  return point == cells.end() ? std::nullopt : point->second.value(what.trial);
}

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

void print_trial_as_json(const Subject& subject, const SingleTrial& what, const Point& at,
                         const Cell& cell, const std::optional<double>& stored) {
  fmt::print(
      R"({{"subject": "{}", "point": "{}", "trial": {}, "seed": {}, "value": {}, "hex": "{:a}", "stored": {}}})"
      "\n",
      subject.name(), at.key(), what.trial, what.seed, cell.value, cell.value,
      stored ? fmt::format("{}", *stored) : "null");
}

void print_lines(const Subject& subject, const SingleTrial& what, const Point& at, const Cell& cell,
                 const std::optional<double>& stored) {
  fmt::print("{} at {}, trial {}, seed {}\n", subject.name(), at.key(), what.trial, what.seed);
  fmt::print("measured {} = {:a} in {:.3g} s\n", cell.value, cell.value, cell.seconds);
  if (!stored) {
    fmt::print("the store has no such trial\n");
  } else if (same_bits(*stored, cell.value)) {
    fmt::print("stored   {} = {:a}, the same bit for bit\n", *stored, *stored);
  } else {
    fmt::print("stored   {} = {:a}: NOT the same\n", *stored, *stored);
  }
}

}  // namespace

ExitCode run_single_trial(const SingleTrial& what, const StoreOption& store) {
  std::vector<std::string> filters = what.filters;
  const Catalogue all = take_catalogue(filters);
  const Subject subject = the_one(what, all, filters);
  const Point at = point_of(subject, what.point);
  const auto stored = stored_value(store, subject, what, at);
  const Cell cell =
      measure_trial(subject.trial(), at, at.key(), subject.name(), what.seed, what.trial);
  if (cell.failed()) {
    fmt::print(stderr, "asymptest: {} at {}, trial {}, seed {}: {}\n", subject.name(), at.key(),
               what.trial, what.seed, cell.failure);
    return not_expected;
  }
  (what.json ? print_trial_as_json : print_lines)(subject, what, at, cell, stored);
  return !stored || same_bits(*stored, cell.value) ? as_expected : not_expected;
}

}  // namespace asymptest::cli
