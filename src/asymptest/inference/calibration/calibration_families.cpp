#include "asymptest/inference/calibration/calibration_families.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace asymptest {
namespace {

std::vector<double> doublings(double first, int count) {
  std::vector<double> sizes;
  for (int i = 0; i < count; ++i) sizes.push_back(first * std::exp2(i));
  return sizes;
}

using TrueMean = std::function<double(double)>;

CalibrationFamily shaped(std::string name, TrueMean shape) {
  CalibrationFamily family;
  family.name = std::move(name);
  family.law = [shape = std::move(shape)](double x, double a) { return std::pow(x, a) * shape(x); };
  family.sizes = doublings(16, 8);
  return family;
}

CalibrationFamily corrected(double b, double omega) {
  const std::string name = b == 0 ? "pure" : fmt::format("1{:+g}x^-{:g}", b, omega);
  CalibrationFamily family =
      shaped(name, [b, omega](double x) { return 1 + b * std::pow(x, -omega); });
  family.corrected = CorrectedLaw{b, omega, false};
  return family;
}

CalibrationFamily opposite(double b, double omega, double b2, double omega2) {
  return shaped(fmt::format("1{:+g}x^-{:g}{:+g}x^-{:g}", b, omega, b2, omega2),
                [=](double x) { return 1 + b * std::pow(x, -omega) + b2 * std::pow(x, -omega2); });
}

CalibrationFamily shifted(double shift) {
  CalibrationFamily family = shaped(fmt::format("(x{:+g})^a", shift), {});
  family.law = [shift](double x, double a) { return std::pow(x + shift, a); };
  return family;
}

CalibrationFamily logged(double power, bool declared) {
  CalibrationFamily family =
      shaped(fmt::format("(log x)^{:g}{}", power, declared ? " (declared)" : ""),
             [power](double x) { return std::pow(std::log(x), power); });
  family.up_to_logs = declared;
  return family;
}

// Four bands below its exponent before size `at`.
CalibrationFamily crossover(double at) {
  return shaped(fmt::format("crossover at {:g}", at),
                [at](double x) { return std::pow(at / x + 1, 0.2); });
}

constexpr double wiggle_period = 3;

CalibrationFamily log_periodic(double amplitude) {
  return shaped(fmt::format("log-periodic {:g}", amplitude), [amplitude](double x) {
    return 1 + amplitude * std::cos(2 * std::acos(-1.0) * std::log(x) / std::log(wiggle_period));
  });
}

CalibrationFamily with_floor(double level) {
  CalibrationFamily family = shaped(fmt::format("x^a + {:g}", level), {});
  family.law = [level](double x, double a) { return std::pow(x, a) + level; };
  family.has_floor = true;
  return family;
}

CalibrationFamily renamed(CalibrationFamily family, const std::string& suffix) {
  family.name += " (" + suffix + ")";
  return family;
}

CalibrationFamily with_trials(CalibrationFamily family, std::int64_t trials) {
  family.trials = trials;
  return renamed(std::move(family), fmt::format("{} trials", trials));
}

CalibrationFamily declared(CalibrationFamily family) {
  family.declared_omega = family.corrected->omega;
  family.corrected->omega_is_known = true;
  return renamed(std::move(family), "declared");
}

// Two phases of five sizes each, over nearly the range of the doublings.
CalibrationFamily at_half_periods(CalibrationFamily family) {
  constexpr int periods = 5;
  family.sizes.clear();
  for (int i = 0; i < periods; ++i) {
    const double x = 16 * std::pow(wiggle_period, i);
    family.sizes.push_back(x);
    family.sizes.push_back(x * std::sqrt(wiggle_period));
  }
  return family;
}

CalibrationFamily with_declared_period(CalibrationFamily family) {
  family.period = wiggle_period;
  return renamed(std::move(family), "declared");
}

CalibrationFamily to_16384(CalibrationFamily family) {
  family.sizes = doublings(16, 11);
  return renamed(std::move(family), "to 2^14");
}

CalibrationFamily scattered(std::string name, Scatter scatter, double spread, std::int64_t trials,
                            Summary summary = Summary::mean) {
  CalibrationFamily family = shaped(std::move(name), [](double) { return 1.0; });
  family.scatter = scatter;
  family.spread = spread;
  family.trials = trials;
  family.summary = summary;
  return family;
}

void add_corrections(std::vector<CalibrationFamily>& all) {
  constexpr double half = 0.5;
  all.push_back(corrected(0, 0.3));
  all.push_back(corrected(1, 1));
  all.push_back(corrected(1, half));
  all.push_back(corrected(-0.5, half));
  all.push_back(declared(corrected(1, half)));
  all.push_back(declared(corrected(-0.5, half)));
  all.push_back(to_16384(corrected(1, half)));
  all.push_back(to_16384(corrected(-0.5, half)));
  for (const double omega : {0.3, half, 1.0, 2.0}) {
    for (const double b : {-0.7, 2.0, 4.0}) all.push_back(corrected(b, omega));
  }
  all.push_back(corrected(1, 0.3));
  all.push_back(corrected(3, half));
  for (const std::int64_t trials : {256, 65536}) {
    all.push_back(with_trials(corrected(0, 0.3), trials));
    all.push_back(with_trials(corrected(1, half), trials));
    all.push_back(with_trials(corrected(4, 0.3), trials));
    all.push_back(with_trials(corrected(-0.7, 0.3), trials));
  }
}

void add_other_shapes(std::vector<CalibrationFamily>& all) {
  for (const std::int64_t trials : {256, 4096, 65536}) {
    const auto n = [trials](CalibrationFamily f) {
      return trials == 4096 ? f : with_trials(std::move(f), trials);
    };
    all.push_back(n(opposite(1, 0.5, -1, 1)));
    all.push_back(n(opposite(2, 0.5, -3, 1)));
    all.push_back(n(opposite(2, 0.3, -2, 0.6)));
    all.push_back(n(opposite(-1, 0.5, 2, 1)));
    all.push_back(n(opposite(3, 0.5, -6, 1)));
  }
  for (const double shift : {-8.0, 4.0, 16.0, 64.0}) all.push_back(shifted(shift));
  for (const std::int64_t trials : {256, 4096, 65536}) {
    for (const double power : {-1.0, -0.5, 0.5, 1.0}) {
      CalibrationFamily f = logged(power, false);
      all.push_back(trials == 4096 ? f : with_trials(f, trials));
    }
  }
  for (const double power : {-0.5, 0.5, 1.0}) all.push_back(logged(power, true));
  for (const double level : {0.02, 0.05}) all.push_back(with_floor(level));
  for (const double amplitude : {0.02, 0.1}) all.push_back(log_periodic(amplitude));
  for (const double amplitude : {0.1, 0.3}) {
    const CalibrationFamily half = at_half_periods(log_periodic(amplitude));
    all.push_back(renamed(half, "half periods"));
    all.push_back(with_declared_period(half));
  }
}

// As many trials over all sizes of the second axis as a single axis has at each of its own.
CalibrationFamily on_grid(CalibrationFamily family, std::function<double(double, double)> second) {
  family.second_factor = std::move(second);
  family.second_sizes = family.sizes;
  family.trials /= static_cast<std::int64_t>(family.second_sizes.size());
  family.corrected.reset();
  const std::string suffix = fmt::format("{0} x {0}", family.sizes.size());
  return renamed(std::move(family), suffix);
}

void add_grids(std::vector<CalibrationFamily>& all) {
  const auto add = [&all](CalibrationFamily along_x, TrueMean along_y,
                          const std::string& name = "") {
    all.push_back(on_grid(std::move(along_x),
                          [shape = std::move(along_y)](double, double y) { return shape(y) / y; }));
    if (!name.empty()) all.back().name = name + " (8 x 8)";
  };
  const auto one = [](double) { return 1.0; };
  const auto plus = [](double b, double omega) {
    return [b, omega](double y) { return 1 + b * std::pow(y, -omega); };
  };
  add(corrected(0, 1), one);
  add(corrected(1, 0.5), plus(1, 0.5), "(1+1x^-0.5)(1+1y^-0.5)");
  add(corrected(-0.5, 0.5), plus(2, 1), "(1-0.5x^-0.5)(1+2y^-1)");
  add(corrected(2, 0.3), plus(2, 0.3), "(1+2x^-0.3)(1+2y^-0.3)");
  add(corrected(4, 0.3), one);
  add(corrected(-0.7, 0.3), one);
  all.push_back(on_grid(shaped("1+1x^-0.5+1y^-1", one),
                        [](double x, double y) { return (1 + 1 / std::sqrt(x) + 1 / y) / y; }));
  add(logged(0.5, false), one);
  add(logged(0.5, true), one);
  add(
      logged(1, true), [](double y) { return std::log(y); }, "(log x)(log y) (declared)");
}

// The spread goes from `first` to `last`, by equal ratios.
CalibrationFamily log_normal_to(double first, double last, std::int64_t trials) {
  CalibrationFamily family = scattered(fmt::format("log-normal {:g} to {:g}", first, last),
                                       Scatter::log_normal, 0, trials);
  const double steps = static_cast<double>(family.sizes.size()) - 1;
  family.spread_at = [=](double x) {
    return first * std::pow(last / first, std::log2(x / 16) / steps);
  };
  return renamed(std::move(family), fmt::format("{} trials", trials));
}

void add_changing_skewness(std::vector<CalibrationFamily>& all) {
  for (const std::int64_t trials : {64, 1024}) {
    all.push_back(log_normal_to(0.2, 1, trials));
    all.push_back(log_normal_to(2, 0.5, trials));
  }
  for (const std::int64_t trials : {64, 256, 1024, 4096}) {
    all.push_back(scattered(fmt::format("rare events ({} trials)", trials), Scatter::rare_event,
                            0.4, trials));
  }
}

void add_scatters(std::vector<CalibrationFamily>& all) {
  CalibrationFamily uneven = shaped("heteroscedastic", [](double) { return 1.0; });
  uneven.spread_at = [](double x) { return 0.1 * std::pow(x / 16, 0.5); };
  all.push_back(uneven);
  for (const std::int64_t trials : {64, 1024}) {
    const std::string suffix = fmt::format(" ({} trials)", trials);
    all.push_back(scattered("Student 3" + suffix, Scatter::student, 0.25, trials));
    all.push_back(scattered("log-normal 1.5" + suffix, Scatter::log_normal, 1.5, trials));
    all.push_back(scattered("log-normal 1.5 median" + suffix, Scatter::log_normal, 1.5, trials,
                            Summary::median));
    all.push_back(scattered("Student 3 on the log" + suffix, Scatter::log_student, 0.25, trials,
                            Summary::geometric_mean));
    all.push_back(scattered("outlier" + suffix, Scatter::outlier, 0.4, trials));
  }
  for (const std::int64_t trials : {8, 64}) {
    const std::string suffix = fmt::format(" ({} trials)", trials);
    all.push_back(scattered("log-normal 2" + suffix, Scatter::log_normal, 2, trials));
    all.push_back(scattered("Pareto 2.5" + suffix, Scatter::pareto, 0, trials));
  }
  add_changing_skewness(all);
  all.push_back(with_trials(corrected(0, 0.3), 8));
  for (const double spread : {0.001, 0.01, 0.05}) {
    all.push_back(
        scattered(fmt::format("single trials noise {:g}", spread), Scatter::single, spread, 1));
    CalibrationFamily f = corrected(1, 0.5);
    f.scatter = Scatter::single, f.spread = spread, f.trials = 1;
    f.corrected.reset();
    all.push_back(renamed(f, fmt::format("single trials noise {:g}", spread)));
  }
}

// x^a·(log x + c), c = log of a unit, over `count` doubling sizes: 16 trials of 2 %.
CalibrationFamily logarithm(double c, double first, int count) {
  CalibrationFamily family =
      shaped(fmt::format("log x {:+g}", c), [c](double x) { return std::log(x) + c; });
  family.sizes = doublings(first, count);
  family.trials = 16, family.spread = 0.02;
  const std::string reach = fmt::format("{:g} to {:g}", first, family.sizes.back());
  return renamed(std::move(family), reach);
}

// n·log n with an overhead in terms of the first value.
CalibrationFamily with_overhead(double overhead, double first, int count) {
  CalibrationFamily family = logarithm(0, first, count);
  family.name = fmt::format("n log n + {:g} first values ({:g} to {:g})", overhead, first,
                            family.sizes.back());
  family.claimed = 1;
  family.may_be_cost = true;
  family.law = [=](double x, double a) {
    return std::pow(x, a) * std::log(x) + overhead * std::pow(first, a) * std::log(first);
  };
  return family;
}

// n^a·log n, said to hold up to logarithms, with an overhead in terms of the last value.
CalibrationFamily with_late_overhead(double share, double claimed) {
  constexpr int eleven_doublings = 12;
  CalibrationFamily family = logarithm(0, 7, eleven_doublings);
  family.name = fmt::format("n^{:g} log n + {:g} last values (declared)", claimed, share);
  family.claimed = claimed;
  family.trials = 20, family.spread = 0.005;
  family.up_to_logs = true;
  family.law = [=, last = family.sizes.back()](double x, double a) {
    return std::pow(x, a) * std::log(x) + share * std::pow(last, a) * std::log(last);
  };
  return family;
}

// n·log n measured as a time: the price of a step rises by 5 % from a size to twice as large ones.
CalibrationFamily with_caches(CalibrationFamily family, double at) {
  constexpr double dearer = 0.05;
  family.law = [law = std::move(family.law), at](double x, double a) {
    return law(x, a) * (1 + dearer * std::clamp(std::log2(x / at), 0.0, 1.0));
  };
  return renamed(std::move(family), fmt::format("5 % dearer beyond {:g}", at));
}

CalibrationFamily with_few_trials(CalibrationFamily family, std::int64_t trials, double spread) {
  family.trials = trials, family.spread = spread;
  family.scatter = Scatter::log_normal;
  return renamed(std::move(family), fmt::format("{} trials of {:g} %", trials, 100 * spread));
}

constexpr int seven_doublings = 8, ten_doublings = 11;

void add_logarithms_of_other_scales(std::vector<CalibrationFamily>& all) {
  for (const double unit : {2.0, 8.0}) {
    all.push_back(
        shaped(fmt::format("log(x/{:g})", unit), [unit](double x) { return std::log(x / unit); }));
  }
  for (const double factor : {10.0, 1000.0}) {
    const CalibrationFamily f = shaped(fmt::format("log({:g}x)", factor),
                                       [factor](double x) { return std::log(factor * x); });
    all.push_back(f);
    all.push_back(with_few_trials(f, 3, 0.02));
  }
  all.push_back(shaped("1/log(10x)", [](double x) { return 1 / std::log(10 * x); }));
  for (const double c : {-1.42, 2.3, 5.0, 6.9}) all.push_back(logarithm(c, 16, ten_doublings));
  all.push_back(with_few_trials(logarithm(6.9, 16, ten_doublings), 3, 0.02));
  all.push_back(with_few_trials(logarithm(6.9, 16, ten_doublings), 16, 0.1));
  all.push_back(logarithm(0, 1000, ten_doublings));
  all.push_back(logarithm(0, 1000, seven_doublings));
  for (const double power : {-1.0, 2.0}) {
    CalibrationFamily f = logarithm(0, 16, ten_doublings);
    f.name = fmt::format("(log x + 2)^{:g} (16 to 16384)", power);
    f.law = [power](double x, double a) {
      return std::pow(x, a) * std::pow(std::log(x) + 2, power);
    };
    all.push_back(std::move(f));
  }
}

void add_scaled_logarithms(std::vector<CalibrationFamily>& all) {
  add_logarithms_of_other_scales(all);
  for (const double overhead : {0.0, 0.5, 1.0, 3.0}) {
    for (const double first : {16.0, 1000.0}) {
      all.push_back(with_overhead(overhead, first, seven_doublings));
    }
    CalibrationFamily f = with_overhead(overhead, 16, ten_doublings);
    all.push_back(f);
    f.up_to_logs = true;
    all.push_back(renamed(std::move(f), "declared"));
  }
  for (const double claimed : {0.5, 1.0, 2.0}) {
    for (const double share : {0.02, 0.09}) all.push_back(with_late_overhead(share, claimed));
  }
  all.push_back(with_few_trials(with_overhead(1, 1000, seven_doublings), 3, 0.02));
  for (const double at : {128.0, 1024.0}) {
    all.push_back(with_caches(with_overhead(0.5, 16, ten_doublings), at));
  }
  CalibrationFamily corrected_log =
      shaped("log x (1 + 24/x) (declared)", [](double x) { return std::log(x) * (1 + 24 / x); });
  corrected_log.up_to_logs = true;
  all.push_back(std::move(corrected_log));
}

// What has not settled at the first sizes, and no correction describes: 64 trials of 5 %.
void add_late_starts(std::vector<CalibrationFamily>& all) {
  constexpr int eleven_doublings = 12;
  const auto add = [&](CalibrationFamily f) {
    f.sizes = doublings(16, eleven_doublings);
    f.trials = 64, f.spread = 0.05;
    all.push_back(renamed(std::move(f), "to 2^15"));
  };
  add(shaped("1+exp(-x/64)", [](double x) { return 1 + std::exp(-x / 64); }));
  add(shaped("1-0.9exp(-x/64)", [](double x) { return 1 - 0.9 * std::exp(-x / 64); }));
  add(shaped("x/(x-15)", [](double x) { return x / (x - 15); }));
  add(shaped("x^2/(x^2+10^4)", [](double x) { return x * x / (x * x + 1e4); }));
  add(shaped("1+cos(x/16)/2 to x = 64",
             [](double x) { return x > 64 ? 1 : 1 + std::cos(x / 16) / 2; }));
}

// A law beside a constant that is declared: trials of 2 % of what decays, or of the whole.
CalibrationFamily beside_constant(double constant, double amplitude, double exponent, int count,
                                  std::int64_t trials, bool of_whole) {
  CalibrationFamily family;
  family.name = fmt::format("{:g}{:+g}x^{:g} ({} trials of 2 %{})", constant, amplitude, exponent,
                            trials, of_whole ? " of the whole" : "");
  family.claimed = exponent;
  family.law = [=](double x, double a) { return constant + amplitude * std::pow(x, a); };
  family.sizes = doublings(16, count);
  family.trials = trials, family.spread = 0.02;
  if (!of_whole) {
    family.spread_at = [=, law = family.law](double x) {
      return 0.02 * std::abs(amplitude) * std::pow(x, exponent) / law(x, exponent);
    };
  }
  family.plus_constant = true;
  return renamed(std::move(family), "declared");
}

void add_constants(std::vector<CalibrationFamily>& all) {
  constexpr int eight_doublings = 9;
  for (const std::int64_t trials : {3, 8}) {
    all.push_back(beside_constant(1.7, 4, -0.35, eight_doublings, trials, false));
  }
  all.push_back(beside_constant(1, -1, -0.5, eight_doublings, 8, false));
  all.push_back(beside_constant(0.02, 1, -0.5, seven_doublings, 16, true));
  all.push_back(beside_constant(0, 1, -0.5, seven_doublings, 8, true));
}

// Over ten doublings, where no logarithm is taken for the power.
void add_long_sweeps(std::vector<CalibrationFamily>& all) {
  for (const std::int64_t trials : {3, 5}) {
    for (const double b : {0.0, -0.5}) {
      all.push_back(with_few_trials(to_16384(corrected(b, 0.5)), trials, 0.02));
      all.back().corrected.reset();
    }
  }
  CalibrationFamily growing = with_few_trials(to_16384(corrected(0, 0.5)), 10, 0.02);
  growing.claimed = 1;
  growing.may_be_cost = true;
  growing.corrected.reset();
  growing.name = "n^a (10 trials of 2 %) (to 2^14)";
  all.push_back(std::move(growing));
}

// Corrections that lead, up to twentyfold, at the first size of a sweep that may begin early.
void add_early_sweeps(std::vector<CalibrationFamily>& all) {
  constexpr double first = 16;
  for (const double lead : {4.0, 10.0, 20.0}) {
    for (const double omega : {0.5, 1.0, 2.0}) {
      CalibrationFamily family =
          shaped(fmt::format("1+{:g}u^-{:g} (begins early)", lead, omega),
                 [=](double x) { return 1 + lead * std::pow(x / first, -omega); });
      family.may_begin_early = true;
      all.push_back(std::move(family));
    }
  }
}

// People's own data: nobody knows what they hide.
CalibrationFamily own_data(CalibrationFamily family) {
  family.may_be_cost = family.may_begin_early = family.may_hide_terms = true;
  return renamed(std::move(family), "own data");
}

// Laws of everyday data that bend for as long as they are watched, and some that don't.
void add_own_data(std::vector<CalibrationFamily>& all) {
  const auto add = [&](const CalibrationFamily& f) { all.push_back(own_data(f)); };
  const auto few = [](CalibrationFamily f, std::int64_t trials, double spread) {
    f.corrected.reset();
    return with_few_trials(std::move(f), trials, spread);
  };
  const auto with_power = [](std::string name, double power, double factor) {
    return shaped(std::move(name), [=](double x) { return std::pow(std::log(factor * x), power); });
  };
  add(corrected(0, 1));
  add(few(corrected(0, 1), 5, 0.02));
  add(corrected(1, 1));
  add(to_16384(corrected(1, 1)));
  add(to_16384(corrected(1, 0.5)));
  add(with_power("1/log(10x)", -1, 10));
  add(with_power("log(1000x)", 1, 1000));
  add(with_power("log^2(100x)", 2, 100));
  add(with_power("1/log^2(10x)", -2, 10));
  add(few(logarithm(6.9, 16, ten_doublings), 3, 0.02));
  add(few(logarithm(6.9, 16, ten_doublings), 16, 0.1));
  const auto ended = [&](std::string name, const TrueMean& shape) {
    add(few(shaped(std::move(name), shape), 3, 0.03));
  };
  ended("1+50/n+50000/n^3", [](double n) { return 1 + 50 / n + 50000 / (n * n * n); });
  ended("1+30n^-0.5+100/n", [](double n) { return 1 + 30 / std::sqrt(n) + 100 / n; });
  ended("1+1000/n", [](double n) { return 1 + 1000 / n; });
  ended("0.05+x^-0.5", [](double x) { return 0.05 + 1 / std::sqrt(x); });
  ended("0.2+x^-0.35", [](double x) { return 0.2 + std::pow(x, -0.35); });
}

// What is lost between a measurement and its rows: digits, time-outs, and one machine for another.
void add_own_rows(std::vector<CalibrationFamily>& all) {
  const auto add = [&](CalibrationFamily f, std::int64_t trials, double spread) {
    f.corrected.reset();
    all.push_back(own_data(with_few_trials(std::move(f), trials, spread)));
  };
  const auto bending = [&](std::string name, const TrueMean& shape, std::int64_t trials,
                           double spread) { add(shaped(std::move(name), shape), trials, spread); };
  for (const double quanta : {7.0, 12.0, 31.0}) {
    CalibrationFamily f = shaped(fmt::format("pure in {:g} quanta", quanta), {});
    f.claimed = -0.2;  // so that four bands below it is one quantum still
    f.law = [](double x, double a) { return std::pow(x / 16, a); };
    f.quantum = 1 / quanta;
    add(f, 3, 0.02);
    add(f, 10, 0.03);
  }
  for (const double share : {0.7, 1.0}) {
    CalibrationFamily f = corrected(0, 1);
    f.name = fmt::format("n without those beyond {:g}", 2048 * share);
    f.claimed = 1;
    f.time_out = 2048 * share;
    add(std::move(f), 20, 0.3);
  }
  constexpr double a_fifth = 1.2;
  bending(
      "a fifth more from 1024 on", [=](double x) { return x < 1024 ? 1 : a_fifth; }, 10, 0.03);
  bending(
      "1+100x^-0.5", [](double x) { return 1 + 100 / std::sqrt(x); }, 3, 0.02);
  bending(
      "exp(sqrt(log x))", [](double x) { return std::exp(std::sqrt(std::log(x))); }, 3, 0.02);
}

// Two to five trials of 2 %, where the spread is hardly known.
void add_few_trials(std::vector<CalibrationFamily>& all) {
  constexpr double spread = 0.02, first = 128, omega = 0.3;
  for (const std::int64_t trials : {2, 3, 5}) {
    for (const double b : {0.0, -0.7, 1.7}) {
      const std::string name = b == 0 ? "pure" : fmt::format("1{:+g}u^-{:g}", b, omega);
      CalibrationFamily f = shaped(fmt::format("{} ({} trials of 2 %)", name, trials),
                                   [=](double x) { return 1 + b * std::pow(x / first, -omega); });
      f.sizes = doublings(first, 8);
      f.scatter = Scatter::log_normal;
      f.spread = spread, f.trials = trials;
      all.push_back(std::move(f));
    }
  }
}

// Chances and shares of which nothing is assumed but their range.
void add_bounded(std::vector<CalibrationFamily>& all) {
  constexpr std::int64_t many = 262144, enough = 16384;
  const auto add = [&](CalibrationFamily law, Scatter scatter, Summary summary, std::int64_t trials,
                       const std::string& what) {
    law.scatter = scatter, law.summary = summary, law.trials = trials;
    law.corrected.reset();
    all.push_back(renamed(std::move(law), fmt::format("{} {}", trials, what)));
  };
  for (const double b : {0.0, 1.0, -0.5}) {
    add(corrected(b, 0.5), Scatter::coin, Summary::proportion, many, "coins");
  }
  add(corrected(0, 0.5), Scatter::coin, Summary::proportion, 1024, "coins");
  add(corrected(0, 0.5), Scatter::share, Summary::bounded_mean, enough, "shares");
  const auto add_own = [&](CalibrationFamily law) {
    law.scatter = Scatter::coin, law.summary = Summary::proportion, law.trials = many;
    law.corrected.reset();
    all.push_back(own_data(renamed(std::move(law), fmt::format("{} coins", many))));
  };
  add_own(corrected(0, 0.5));
  add_own(shaped("1/(1+100/x)", [](double x) { return 1 / (1 + 100 / x); }));
  add_own(shaped("a fifth more from 1024 on", [](double x) { return x < 1024 ? 1 : 1.2; }));
}

}  // namespace

std::vector<CalibrationFamily> calibration_families() {
  std::vector<CalibrationFamily> all;
  add_corrections(all);
  add_other_shapes(all);
  add_scatters(all);
  add_grids(all);
  add_scaled_logarithms(all);
  add_constants(all);
  add_late_starts(all);
  add_long_sweeps(all);
  add_early_sweeps(all);
  add_own_data(all);
  add_own_rows(all);
  add_few_trials(all);
  add_bounded(all);
  return all;
}

std::vector<CalibrationFamily> unpromised_families() {
  std::vector<CalibrationFamily> all;
  for (const std::int64_t trials : {8, 16, 32}) {
    all.push_back(log_normal_to(0.2, 1, trials));
    all.push_back(log_normal_to(2, 0.5, trials));
  }
  all.push_back(crossover(512));
  all.push_back(with_floor(0.002));
  for (const double at : {64.0, 512.0, 2048.0}) all.push_back(to_16384(crossover(at)));
  for (const double level : {0.002, 0.02}) all.push_back(to_16384(with_floor(level)));
  for (const double amplitude : {0.02, 0.1}) all.push_back(to_16384(log_periodic(amplitude)));
  all.push_back(to_16384(corrected(64, 0.5)));
  // What a power fits: docs/statistics.md, "What no rule can have".
  const auto add_slow = [&](const std::string& name, const TrueMean& shape) {
    all.push_back(own_data(with_few_trials(shaped(name, shape), 10, 0.03)));
  };
  add_slow("0.2+x^-0.2", [](double x) { return 0.2 + std::pow(x, -0.2); });
  add_slow("1+3x^-0.15", [](double x) { return 1 + 3 * std::pow(x, -0.15); });
  return all;
}

}  // namespace asymptest
