#include "asymptest/cli/commands/calibrate_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/inference/calibration/advice_calibration.hpp"
#include "asymptest/inference/calibration/calibration.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest::cli {
namespace {

struct CalibrateArguments {
  std::vector<std::string> families;
  CalibrationOptions options;
  bool json = false;
  bool list = false;
  bool unpromised = false;
  bool advice = false;
};

std::vector<CalibrationFamily> selected(const CalibrateArguments& arguments) {
  const std::vector<std::string>& wanted = arguments.families;
  std::vector<CalibrationFamily> all =
      arguments.unpromised ? unpromised_families() : calibration_families();
  std::vector<CalibrationFamily> chosen;
  if (wanted.empty()) return all;
  const auto is_meant = [&](const CalibrationFamily& family, const std::string& name) {
    const auto is_name = [&](const CalibrationFamily& f) { return f.name == name; };
    return std::any_of(all.begin(), all.end(), is_name) ? is_name(family)
                                                        : family.name.starts_with(name);
  };
  for (const CalibrationFamily& family : all) {
    if (std::any_of(wanted.begin(), wanted.end(),
                    [&](const std::string& name) { return is_meant(family, name); })) {
      chosen.push_back(family);
    }
  }
  return chosen;
}

std::string percent(std::int64_t count, std::int64_t total) {
  return fmt::format("{:.1f}", 100 * static_cast<double>(count) / static_cast<double>(total));
}

std::string bound(double power) {
  return std::isnan(power) ? "-" : fmt::format("{:.0f}", 100 * power);
}

void print_header(const CalibrationOptions& o) {
  fmt::print("Exponent {} +- {}, alpha {}, {} replications, seed {}. Rates in %.\n",
             calibration_exponent, calibration_band, o.alpha, o.replications.front(), o.seed);
  for (std::size_t stage = 1; stage < o.replications.size(); ++stage) {
    fmt::print("{}: beside a rate: of a stage of {} fresh data sets.\n", stage + 1,
               o.replications[stage]);
  }
  if (o.replications.size() > 1) {
    fmt::print(
        "A row whose stage doesn't show that the rate is alpha at most enters the next; the\n"
        "bounds hold over all stages.\n");
  }
  fmt::print("bands: how far the true exponent is off; [..]: Clopper-Pearson bounds, 99 % each;\n");
  fmt::print("bound: the power that the information in the data allows.\n\n");
  fmt::print("{:<42} {:>5} {:>8} {:>6} {:>13} {:>6} {:>6} | {:>6} {:>6} | {:>6} {:>6}\n", "family",
             "bands", "trials", "wrong", "[99 %]", "right", "bound", "naive", "right", "line",
             "right");
}

void print_row(const CalibrationCell& c, const CalibrationOptions& options) {
  const std::int64_t n = c.procedure.total();
  const ChanceInterval i = wrong_rate(c, options);
  fmt::print("{:<42} {:>+5g} {:>8} {:>6} {:>13} {:>6} {:>6} | {:>6} {:>6} | {:>6} {:>6}\n",
             c.family, c.bands, c.trials,
             (c.stage > 1 ? fmt::format("{}: ", c.stage) : "") + percent(c.wrong(c.procedure), n),
             fmt::format("[{:.1f}, {:.1f}]", 100 * i.lower, 100 * i.upper),
             percent(c.right(c.procedure), n), bound(c.power_bound), percent(c.wrong(c.naive), n),
             percent(c.right(c.naive), n), percent(c.wrong(c.weighted_line), n),
             percent(c.right(c.weighted_line), n));
}

nlohmann::json json_of(const Decisions& d) {
  return {{"supported", d.supported}, {"refuted", d.refuted}, {"inconclusive", d.inconclusive}};
}

nlohmann::json json_of(const CalibrationCell& c, const CalibrationOptions& options) {
  const std::int64_t n = c.procedure.total();
  const ChanceInterval i = wrong_rate(c, options);
  return {
      {"family", c.family},
      {"bands", c.bands},
      {"trials", c.trials},
      {"stage", c.stage},
      {"replications", n},
      {"wrong", c.wrong(c.procedure)},
      {"wrong_rate_lower", i.lower},
      {"wrong_rate_upper", i.upper},
      {"right", c.right(c.procedure)},
      {"power_bound", std::isnan(c.power_bound) ? nlohmann::json() : nlohmann::json(c.power_bound)},
      {"procedure", json_of(c.procedure)},
      {"naive", json_of(c.naive)},
      {"weighted_line", json_of(c.weighted_line)}};
}

// Whether the data show a rate of wrong verdicts above alpha.
bool too_often_wrong(const CalibrationCell& c, const CalibrationOptions& options) {
  return wrong_rate(c, options).lower > options.alpha;
}

void print_summary(const std::vector<CalibrationCell>& cells, const CalibrationOptions& options) {
  std::int64_t can_be_wrong = 0, shown = 0;
  for (const CalibrationCell& c : cells) {
    if (!c.can_be_wrong()) continue;
    ++can_be_wrong;
    shown += shown_to_hold(c, options);
  }
  fmt::print(
      "\nWrong verdicts are at most {:g} % with 99 % confidence in {} of the {} rows where one can "
      "be wrong.\n",
      100 * options.alpha, shown, can_be_wrong);
}

std::string followed(const FollowedAdvice& f) {
  return f.given == 0 ? "-" : fmt::format("{}/{}", f.decided, f.given);
}

// The advice is true if nine in ten of those who follow it get a verdict.
int follow_and_print(const std::vector<CalibrationFamily>& families,
                     const CalibrationOptions& options) {
  const auto cells = calibrate_advice(families, options);
  fmt::print(
      "Data sets of true claims that are left open, of {} each, seed {}; of those for which\n"
      "more trials, more sizes, or both were advised, how many such data decide.\n\n"
      "{:<62} {:>5} {:>9} {:>9} {:>9} {:>10} {:>5} {:>6}\n",
      options.replications.front(), options.seed, "family", "open", "trials", "sizes", "both",
      "unless log", "none", "wrong");
  std::int64_t given = 0, decided = 0;
  for (const AdviceCell& c : cells) {
    fmt::print("{:<62} {:>5} {:>9} {:>9} {:>9} {:>10} {:>5} {:>6}\n", c.family, c.open,
               followed(c.trials), followed(c.sizes), followed(c.both), followed(c.conditional),
               c.none, c.trials.wrong + c.sizes.wrong + c.both.wrong + c.conditional.wrong);
    for (const FollowedAdvice& f : {c.trials, c.sizes, c.both}) {
      given += f.given, decided += f.decided;
    }
  }
  fmt::print("\nAdvised {}, decided {}.\n", given, decided);
  constexpr double asked_for = 0.9;
  const bool true_advice = static_cast<double>(decided) >= asked_for * static_cast<double>(given);
  return true_advice ? as_expected : not_expected;
}

// Of what could be decided: the highest rate of wrong verdicts among the deviations, and how often
// the true claim was supported and rivals two bands off refuted.
struct RuleRates {
  double wrong = 0, supported = 0, refuted = 0;
};

RuleRates rates_of(std::span<const CalibrationCell> cells, Decisions CalibrationCell::*rule) {
  RuleRates rates;
  double rivals = 0;
  for (const CalibrationCell& c : cells) {
    const Decisions& d = c.*rule;
    const auto n = static_cast<double>(d.total());
    if (c.can_be_wrong()) rates.wrong = std::max(rates.wrong, static_cast<double>(c.wrong(d)) / n);
    if (c.bands == 0) rates.supported = static_cast<double>(d.supported) / n;
    if (std::abs(c.bands) == 2) rates.refuted += static_cast<double>(d.refuted) / n, ++rivals;
  }
  rates.refuted /= rivals;
  return rates;
}

void print_rules(const std::vector<CalibrationCell>& cells, const CalibrationOptions& options) {
  constexpr std::size_t deviations = std::size(calibration_deviations);
  fmt::print(
      "{} data sets a deviation, seed {}. Each rule: wrong at most / true supported / rivals "
      "two bands off refuted, %.\n\n{:<62} {:>12} {:>12} {:>12} {:>12} {:>12}\n",
      options.replications.front(), options.seed, "family", "asymptest", "slope +- band", "line",
      "last half", "offset boot.");
  for (std::size_t i = 0; i < cells.size(); i += deviations) {
    const auto family = std::span(cells).subspan(i, deviations);
    fmt::print("{:<62}", cells[i].family);
    for (const auto rule :
         {&CalibrationCell::procedure, &CalibrationCell::naive, &CalibrationCell::weighted_line,
          &CalibrationCell::last_half, &CalibrationCell::offset_bootstrap}) {
      const RuleRates r = rates_of(family, rule);
      fmt::print(" {:>12}", fmt::format("{:.0f}/{:.0f}/{:.0f}", 100 * r.wrong, 100 * r.supported,
                                        100 * r.refuted));
    }
    fmt::print("\n");
  }
}

int calibrate_and_print(const CalibrateArguments& arguments) {
  const auto families = selected(arguments);
  if (families.empty()) throw std::invalid_argument("no family of that name: see --list");
  if (arguments.list) {
    for (const CalibrationFamily& f : families) fmt::print("{}\n", f.name);
    return as_expected;
  }
  if (arguments.advice) return follow_and_print(families, arguments.options);
  const auto cells = calibrate(families, arguments.options, [](const std::string& family) {
    fmt::print(stderr, "calibrated {}\n", family);
  });
  if (arguments.options.all_rules) {
    print_rules(cells, arguments.options);
  } else if (arguments.json) {
    nlohmann::json rows = nlohmann::json::array();
    for (const CalibrationCell& c : cells) rows.push_back(json_of(c, arguments.options));
    fmt::print("{}\n", nlohmann::json{{"alpha", arguments.options.alpha},
                                      {"exponent", calibration_exponent},
                                      {"band", calibration_band},
                                      {"seed", arguments.options.seed},
                                      {"replications", arguments.options.replications},
                                      {"cells", rows}}
                           .dump(2));
  } else {
    print_header(arguments.options);
    for (const CalibrationCell& c : cells) print_row(c, arguments.options);
    print_summary(cells, arguments.options);
  }
  const bool wrong = std::any_of(cells.begin(), cells.end(), [&](const CalibrationCell& c) {
    return too_often_wrong(c, arguments.options);
  });
  return wrong ? not_expected : as_expected;
}

}  // namespace

void add_calibrate_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand(
      "calibrate",
      "Draw data with known exponents; print how often the verdict is wrong, or right");
  auto arguments = std::make_shared<CalibrateArguments>();
  command
      .add_option("--families", arguments->families,
                  "Names; one that is no family's stands for all that begin so")
      .delimiter(',')
      .type_name("NAME");
  command
      .add_option("--replications", arguments->options.replications,
                  fmt::format("Data sets a row; after a comma: fresh ones for each row that the "
                              "first don't show to hold, and so on [{}]",
                              arguments->options.replications.front()))
      .delimiter(',')
      .check(whole_number(1))
      .type_name("N");
  add_alpha_option(command, arguments->options.alpha, "a verdict").within(1e-12, 0.5);
  add_jobs_option(command, arguments->options.jobs);
  add_seed_option(command, arguments->options.seed, "the draws");
  command.add_flag("--json", arguments->json, "Print one JSON object");
  command.add_flag("--unpromised", arguments->unpromised,
                   "Take the families that break an assumption, for which no rate is promised");
  command.add_flag("--advice", arguments->advice,
                   "Instead: follow what is advised where a verdict is left open, and print how "
                   "often that decides");
  command.add_flag("--rules", arguments->options.all_rules,
                   "Instead: beside the rules that people use, the worst rate of wrong verdicts "
                   "and the power of each");
  command.add_flag("--list", arguments->list, "Print the families' names only");
  command.callback([arguments, &exit_code] { exit_code = calibrate_and_print(*arguments); });
}

}  // namespace asymptest::cli
