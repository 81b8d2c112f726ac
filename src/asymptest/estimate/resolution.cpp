#include "asymptest/estimate/resolution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "asymptest/data/input_error.hpp"
#include "asymptest/estimate/power_evidence.hpp"
#include "asymptest/estimate/smallest_band.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::cli {
namespace {

constexpr int drawn_designs = 100;
constexpr double part_that_decides = 0.8;

[[noreturn]] void refuse_sizes(const std::string& text) {
  throw InputError(fmt::format(
      "--resolution: {} is no list of sizes, expected four at least, as 16:2048 (doubling), "
      "16:2048:4 or 16,32,64,128",
      shown(text)));
}

std::vector<double> numbers_between(const std::string& text, char separator) {
  std::vector<double> numbers;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    double value = 0;
    const char* last = text.data() + end;
    const auto [read, problem] = std::from_chars(text.data() + start, last, value);
    if (problem != std::errc{} || read != last || !(value > 0) || !std::isfinite(value)) {
      refuse_sizes(text);
    }
    numbers.push_back(value);
    start = end + 1;
  }
  return numbers;
}

std::vector<double> geometric_sizes(const std::string& text) {
  const std::vector<double> ends = numbers_between(text, ':');
  const double ratio = ends.size() == 3 ? ends[2] : 2;
  if (ends.size() < 2 || ends.size() > 3 || !(ends[1] > ends[0]) || !(ratio > 1)) {
    refuse_sizes(text);
  }
  constexpr double rounding = 1e-9;
  const double count = std::log(ends[1] / ends[0]) / std::log(ratio) + 1 + rounding;
  constexpr double most_sizes = 1000;
  if (count > most_sizes) refuse_sizes(text);
  std::vector<double> sizes;
  for (int i = 0; i < static_cast<int>(count); ++i) sizes.push_back(ends[0] * std::pow(ratio, i));
  return sizes;
}

std::vector<PointTrials> drawn_trials(const PlannedDesign& design, int replicate) {
  std::vector<PointTrials> trials;
  for (const double size : design.sizes) {
    PointTrials point{Point({{"x", size}}), {}};
    for (int t = 0; t < design.trials; ++t) {
      Stream random({static_cast<std::uint64_t>(replicate), "resolution", point.at.key(),
                     static_cast<std::uint64_t>(t)});
      point.values.push_back(std::exp(design.noise * random.normal()));
    }
    trials.push_back(std::move(point));
  }
  return trials;
}

}  // namespace

std::vector<double> planned_sizes(const std::string& text) {
  std::vector<double> sizes =
      text.find(':') == std::string::npos ? numbers_between(text, ',') : geometric_sizes(text);
  std::sort(sizes.begin(), sizes.end());
  sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
  if (sizes.size() < 4) refuse_sizes(text);
  return sizes;
}

double resolution_of(const PlannedDesign& design) {
  if (design.trials < 2) {
    throw InputError(fmt::format("--trials: {} a size, expected 2 at least", design.trials));
  }
  if (!(design.noise > 0) || !std::isfinite(design.noise)) {
    throw InputError(
        fmt::format("--noise: {} is no relative noise, expected a positive number", design.noise));
  }
  const PowerLaw law{
      .factors = {{.name = "x", .exponent = 0, .of = {}, .towards = Towards::infinity}}};
  std::vector<double> bands;
  for (int r = 0; r < drawn_designs; ++r) {
    const Statistics statistics = summarise(Summary::mean, drawn_trials(design, r));
    bands.push_back(smallest_band(fit_exponent(law, statistics, design.alpha).exponents.front()));
  }
  std::sort(bands.begin(), bands.end());
  return bands[static_cast<std::size_t>(part_that_decides * drawn_designs) - 1];
}

std::string resolution_text(const PlannedDesign& design, double band) {
  return fmt::format(
      "a pure power law on {} sizes from {:.6g} to {:.6g}, {} trials of {:.3g} % noise each, is "
      "decided to within +-{:.2g}\n  in four of five data sets at {:.6g} %; with finite-size "
      "corrections it takes more (docs/deciding-your-own-data.md)\n",
      design.sizes.size(), design.sizes.front(), design.sizes.back(), design.trials,
      100 * design.noise, band, 100 * design.alpha);
}

std::string resolution_json(const PlannedDesign& design, double band) {
  const nlohmann::ordered_json json = {{"sizes", design.sizes},
                                       {"trials", design.trials},
                                       {"noise", design.noise},
                                       {"alpha", design.alpha},
                                       {"smallest_band", band}};
  return json.dump(2) + "\n";
}

}  // namespace asymptest::cli
