#include "asymptest/inference/design/advice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/fit/power_law_fit.hpp"
#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/inference/sample/effective_sample_size.hpp"
#include "asymptest/inference/verdict/region.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest {
namespace {

constexpr double steps[] = {4, 16, 64, 256};
constexpr int draws = 16, undecided_allowed = 1;
// What a remedy has to spare: the noise is known from few data, and 16 draws tell little of 90 %.
constexpr double more_noise = 1.25;
// Residuals below a thousandth of the law are rounding: such data repeat themselves.
constexpr double exact = 1e-3;

// Fewer leave nothing to tell the noise from.
constexpr std::size_t fewest_single_sizes = 6;

/// A size of the design with what its trials are like.
struct DesignSize {
  double size = 0;
  PointStatistic like;
};

// From the one farthest from the limit to the one nearest to it.
std::vector<DesignSize> sizes_towards_limit(const Factor& factor, const Statistics& statistics) {
  std::vector<DesignSize> sizes;
  for (const std::size_t place : regressor(factor, statistics).order()) {
    const PointStatistic& p = statistics.points[place];
    sizes.push_back({factor.at(p.at), p});
  }
  return sizes;
}

// By what power of the size the spread of a trial grows; 0 where it falls.
double spread_growth(const std::vector<DesignSize>& sizes) {
  const double count = static_cast<double>(sizes.size());
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0;
  const auto x = [](const DesignSize& s) { return std::log(s.size); };
  const auto y = [](const DesignSize& s) {
    return std::log(s.like.error) + std::log(static_cast<double>(s.like.trials)) / 2;
  };
  for (const DesignSize& s : sizes) mean_x += x(s) / count, mean_y += y(s) / count;
  for (const DesignSize& s : sizes) {
    xx += std::pow(x(s) - mean_x, 2), xy += (x(s) - mean_x) * (y(s) - mean_y);
  }
  const double towards_limit = std::log(sizes.back().size / sizes.front().size) > 0 ? 1 : -1;
  return towards_limit * std::max(0.0, towards_limit * xy / xx);
}

// The sweep goes on by its last step, and the spread as it does along the sweep.
void extend(std::vector<DesignSize>& sizes, double reach) {
  const DesignSize last = sizes.back();
  const double step = last.size / sizes[sizes.size() - 2].size, growth = spread_growth(sizes);
  const double goal = std::log(reach) * (1 - 1e-9);
  for (double size = last.size * step; std::abs(std::log(sizes.back().size / last.size)) < goal;
       size *= step) {
    sizes.push_back({size, last.like});
    sizes.back().like.error *= std::pow(size / last.size, growth);
  }
}

void refine(std::vector<DesignSize>& sizes) {
  const std::vector<DesignSize> coarse = sizes;
  for (std::size_t i = 1; i < coarse.size(); ++i) {
    sizes.push_back({std::sqrt(coarse[i - 1].size * coarse[i].size), coarse[i].like});
  }
}

// Of a single trial, as the residuals tell.
double residual_spread_of(const Statistics& statistics, const PowerLawFit& fit) {
  constexpr double parameters = 4;
  double squares = 0;
  for (std::size_t i = 0; i < fit.fitted.size(); ++i) {
    const PointStatistic& p = statistics.points[i];
    squares += std::pow((p.log_value - fit.fitted[i]) / p.error, 2);
  }
  return std::sqrt(squares / std::max(1.0, static_cast<double>(fit.fitted.size()) - parameters));
}

PointStatistic drawn(const DesignSize& at, double law, double spread, double times, bool known,
                     Stream& random) {
  constexpr double shared_degrees = 8;  // what other sizes tell of this one's spread
  PointStatistic p = at.like;
  const double trials = std::round(static_cast<double>(p.trials) * times);
  p.at = Point({{"x", at.size}});
  p.trials = static_cast<std::size_t>(trials);
  const double error = more_noise * spread / std::sqrt(trials);
  p.log_value = law + error * random.normal();
  p.error = 1 / std::sqrt(trials);
  if (known) p.error = error * std::exp(random.normal() / std::sqrt(2 * (trials + shared_degrees)));
  return p;
}

// The same prediction of the only axis that drawn designs have.
Prediction on_drawn_axis(const Prediction& prediction, const Statistics& statistics) {
  PowerLaw law = std::get<PowerLaw>(prediction.kind());
  Factor& factor = law.factors.front();
  factor.towards = limit_of(factor, statistics);
  factor.of = [](const Point& at) { return at["x"]; };
  Prediction same{law};
  same.within(prediction.band());
  return same;
}

// Whether nearly all data sets of the larger design are decided.
class Rehearsal {
 public:
  Rehearsal(const Prediction& prediction, const Statistics& statistics, double alpha)
      : factor_(std::get<PowerLaw>(prediction.kind()).factors.front()),
        statistics_(statistics),
        alpha_(alpha),
        drawn_(on_drawn_axis(prediction, statistics)),
        fit_(fit_power_law(
            std::get<PowerLaw>(prediction.kind()), statistics,
            {.edge = exponent_chance_at_edge, .alpha = alpha, .band = prediction.band()})),
        spread_(residual_spread_of(statistics, fit_)) {
    if (!fit_.law_at || !fit_.adequate) return;
    law_ = fit_.law_at(factor_.exponent);
    if (!law_) law_ = fit_.law_at(fit_.exponents.front().estimate);
  }

  /// Whether a law fits that larger designs can be drawn from.
  [[nodiscard]] bool is_possible() const { return static_cast<bool>(law_); }
  [[nodiscard]] bool logarithm_is_open() const { return fit_.logarithm_is_open; }
  [[nodiscard]] bool has_no_end() const {
    const Bounds& region = fit_.exponents.front().outer;
    return !std::isfinite(region.lower) || !std::isfinite(region.upper);
  }
  [[nodiscard]] bool is_exact() const { return !statistics_.noise_is_known && spread_ < exact; }
  [[nodiscard]] bool decides(const Remedy& remedy) const {
    int undecided = 0;
    for (int r = 0; r < draws && undecided <= undecided_allowed; ++r) {
      const Statistics data =
          drawn_after(remedy, factor_, statistics_, law_, spread_, static_cast<std::uint64_t>(r));
      const Verdict verdict = decide_power_law(drawn_, Polarity::exact, data, alpha_);
      undecided += verdict.outcome == Outcome::inconclusive;
    }
    return undecided <= undecided_allowed;
  }

 private:
  Factor factor_;
  const Statistics& statistics_;
  double alpha_;
  Prediction drawn_;
  PowerLawFit fit_;
  double spread_;  ///< of a trial, as the residuals tell
  LogLaw law_;
};

template <class MakeRemedy>
std::optional<Remedy> least(const Rehearsal& rehearsal, MakeRemedy make) {
  for (const double step : steps) {
    const Remedy remedy = make(step);
    if (rehearsal.decides(remedy)) return remedy;
  }
  return std::nullopt;
}

// Nobody knows whether a single value would be another if it were measured again.
std::string trials_text(const Remedy& remedy, const Statistics& statistics) {
  return statistics.noise_is_known
             ? fmt::format("{:g} times as many trials at each size", remedy.times)
             : fmt::format("{:g} trials at each size, if they differ", remedy.times);
}

std::string sizes_text(const Remedy& remedy, const Factor& factor, const Statistics& statistics) {
  if (remedy.finer) return "a size more between each two";
  auto sizes = sizes_towards_limit(factor, statistics);
  extend(sizes, remedy.reach);
  return fmt::format("sizes to {:.10g}", sizes.back().size);
}

std::string no_way_text(const Advice& advice) {
  const std::string_view trials =
      advice.of_exact_numbers ? "" : "neither {0:g} times the trials nor ";
  const std::string_view way =
      advice.without_end ? "to leave out sizes that have not settled may" : "a wider band would";
  return fmt::format(fmt::runtime(fmt::format("{}sizes {{0:g}} times as far would {}decide: {}, or "
                                              "what theory says of corrections and logarithms",
                                              trials, advice.of_exact_numbers ? "not " : "", way)),
                     *std::rbegin(steps));
}

}  // namespace

Statistics drawn_after(const Remedy& remedy, const Factor& factor, const Statistics& statistics,
                       const LogLaw& law, double residual_spread, std::uint64_t replication) {
  auto sizes = sizes_towards_limit(factor, statistics);
  if (remedy.finer) refine(sizes);
  if (remedy.reach > 1) extend(sizes, remedy.reach);
  const bool known = statistics.noise_is_known || remedy.times > 1;
  Statistics result{{}, known, statistics.degrees * remedy.times};
  if (!statistics.noise_is_known) {
    result.degrees = static_cast<double>(sizes.size()) * (remedy.times - 1);
  }
  Stream random({replication, "advice", "", 0});
  for (const DesignSize& at : sizes) {
    const double own = at.like.error * std::sqrt(static_cast<double>(at.like.trials));
    const double spread = statistics.noise_is_known ? own : residual_spread;
    result.points.push_back(drawn(at, law(at.size), spread, remedy.times, known, random));
  }
  return result;
}

std::optional<Advice> advise(const Prediction& prediction, const Statistics& statistics,
                             double alpha) {
  const auto* law = std::get_if<PowerLaw>(&prediction.kind());
  if (law == nullptr || law->factors.size() != 1 || law->period) return std::nullopt;
  const bool tells_noise =
      statistics.noise_is_known || statistics.points.size() >= fewest_single_sizes;
  if (!tells_noise) return std::nullopt;
  if (rests_on_few(statistics, alpha)) return Advice{.rests_on_few = true};
  const Rehearsal rehearsal(prediction, statistics, alpha);
  if (!rehearsal.is_possible()) return std::nullopt;
  Advice advice{.unless_logarithm = rehearsal.logarithm_is_open(),
                .without_end = rehearsal.has_no_end(),
                .of_exact_numbers = rehearsal.is_exact()};
  if (!rehearsal.is_exact()) {
    advice.trials = least(rehearsal, [](double step) { return Remedy{.times = step}; });
  }
  if (!statistics.noise_is_known && rehearsal.decides({.finer = true})) {
    advice.sizes = Remedy{.finer = true};
  } else {
    advice.sizes = least(rehearsal, [](double step) { return Remedy{.reach = step}; });
  }
  if (!advice.trials && !advice.sizes && !rehearsal.is_exact()) {
    advice.both =
        least(rehearsal, [](double step) { return Remedy{.times = step, .reach = step}; });
  }
  return advice;
}

std::string describe(const Advice& advice, const Prediction& prediction,
                     const Statistics& statistics) {
  if (advice.rests_on_few) {
    return "more trials, nobody can tell how many while the means rest on so few of them, or the "
           "median, where the law may speak of that, would decide";
  }
  const Factor& factor = std::get<PowerLaw>(prediction.kind()).factors.front();
  std::vector<std::string> ways;
  if (advice.trials) ways.push_back(trials_text(*advice.trials, statistics));
  if (advice.sizes) ways.push_back(sizes_text(*advice.sizes, factor, statistics));
  if (advice.both) {
    ways.push_back(fmt::format("{} and {}", trials_text(*advice.both, statistics),
                               sizes_text(*advice.both, factor, statistics)));
  }
  if (ways.empty()) return no_way_text(advice);
  return fmt::format("{} would decide{}", fmt::join(ways, ", or "),
                     advice.unless_logarithm
                         ? ", unless a logarithm is in it: say so if the law holds up to those, or "
                           "that theory excludes them"
                         : "");
}

}  // namespace asymptest
