#include "asymptest/estimate/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <iterator>
#include <nlohmann/json.hpp>

#include "asymptest/check/rows/check_table.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"
#include "asymptest/estimate/power_evidence.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/sample/moments.hpp"
#include "asymptest/inference/sample/paired_summaries.hpp"

namespace asymptest::cli {
namespace {

PowerEvidence evidence_with(CheckRequest request, const std::string& column,
                            const std::string& text) {
  if (is_assumption_free(request.summary)) {
    throw InputError("--summary proportion: of one method, expected no --compare beside it");
  }
  request.rows.where.push_back(column + "=" + text);
  return read_power_evidence(std::move(request));
}

/// A column, and the texts in it that are held against each other.
struct Compared {
  std::string column;
  std::vector<std::string> texts;
};

std::vector<std::string> two_texts(const CheckRequest& request, const std::string& column) {
  if (request.file == "-") throw InputError("--compare: reads the file twice, expected its name");
  std::vector<std::string> texts = texts_of(request, column);
  if (texts.size() == 2) return texts;
  std::string listed;
  for (const std::string& text : texts) listed += (listed.empty() ? "" : ", ") + shown(text);
  throw InputError(fmt::format("{}: column {} has {} texts ({}), expected two to compare",
                               name_of_input(request.file), shown(column), texts.size(), listed));
}

Compared read_compared(const CheckRequest& request, const std::string& text) {
  const std::size_t sign = text.find('='), comma = text.rfind(',');
  if (sign == std::string::npos) return {text, two_texts(request, text)};
  if (comma == std::string::npos || comma < sign) {
    throw InputError(fmt::format("--compare: {} names no two texts, expected COLUMN or COLUMN=A,B",
                                 shown(text)));
  }
  return {text.substr(0, sign), {text.substr(sign + 1, comma - sign - 1), text.substr(comma + 1)}};
}

template <class Points>
void keep_common(Points& points, const Points& others) {
  std::erase_if(points, [&](const auto& point) {
    return std::none_of(others.begin(), others.end(),
                        [&](const auto& other) { return other.at == point.at; });
  });
}

/// The ratio's summaries, with nothing left but the common sizes.
Statistics ratio_statistics(const CheckRequest& request, PowerEvidence& first,
                            PowerEvidence& second) {
  if (!request.rows.pair) {
    const auto points = first.statistics.points;
    keep_common(first.statistics.points, second.statistics.points);
    auto others = second.statistics;
    keep_common(others.points, points);
    return ratio_of(first.statistics, others);
  }
  if (first.evidence.pairs != second.evidence.pairs) {
    throw InputError(fmt::format("{}: {} differs between the two, expected the same of both",
                                 name_of_input(request.file), shown(*request.rows.pair)));
  }
  auto trials = first.evidence.trials, others = second.evidence.trials;
  keep_common(trials, second.evidence.trials);
  keep_common(others, first.evidence.trials);
  return summarise_pairs(Summary::geometric_mean, ratio_of_pairs(trials, others, request.summary));
}

void fit_all(const CheckRequest& request, PowerEvidence& first, PowerEvidence& second,
             ExponentComparison& comparison) {
  comparison.of_first = fit_exponent(first.law, first.statistics, request.alpha).exponents.front();
  comparison.of_second =
      fit_exponent(second.law, second.statistics, request.alpha).exponents.front();
  const Statistics ratio = ratio_statistics(request, first, second);
  comparison.common_sizes = ratio.points.size();
  if (ratio.points.size() < fewest_sizes) {
    throw InputError(fmt::format("{}: {} sizes of both, expected at least {}",
                                 name_of_input(request.file), ratio.points.size(), fewest_sizes));
  }
  const PowerLawFit fit = fit_exponent(first.law, ratio, request.alpha);
  comparison.difference = fit.exponents.front();
  comparison.fits = fit.adequate;
}

std::string region_text(const ExponentRegion& region) {
  return fmt::format("{:.4f} [{:.4f}, {:.4f}]", region.estimate, region.outer.lower,
                     region.outer.upper);
}

/// Trials relative to their mean, less 1; or logarithms less their mean.
std::vector<double> relative_deviations(const std::vector<double>& values, Summary summary,
                                        double& log_mean) {
  std::vector<double> deviations = values;
  if (summary == Summary::geometric_mean) {
    for (double& value : deviations) value = std::log(value);
  }
  const double mean = moments_of(deviations, 1).mean;
  log_mean = summary == Summary::geometric_mean ? mean : std::log(mean);
  for (double& value : deviations) {
    value = summary == Summary::geometric_mean ? value - mean : value / mean - 1;
  }
  return deviations;
}

}  // namespace

Statistics ratio_of(const Statistics& first, const Statistics& second) {
  Statistics ratio{.points = {},
                   .noise_is_known = first.noise_is_known && second.noise_is_known,
                   .degrees = std::min(first.degrees, second.degrees)};
  for (std::size_t i = 0; i < first.points.size(); ++i) {
    const PointStatistic &a = first.points[i], &b = second.points[i];
    PointStatistic point = std::abs(a.skewness) > std::abs(b.skewness) ? a : b;
    point.at = a.at;
    point.trials = std::min(a.trials, b.trials);
    point.log_value = a.log_value - b.log_value;
    point.error = std::hypot(a.error, b.error);
    ratio.points.push_back(std::move(point));
  }
  return ratio;
}

std::vector<PointTrials> ratio_of_pairs(std::span<const PointTrials> first,
                                        std::span<const PointTrials> second, Summary summary) {
  std::vector<PointTrials> ratios;
  for (std::size_t i = 0; i < first.size(); ++i) {
    double of_first = 0, of_second = 0;
    const auto a = relative_deviations(first[i].values, summary, of_first);
    const auto b = relative_deviations(second[i].values, summary, of_second);
    ratios.push_back({first[i].at, {}});
    for (std::size_t s = 0; s < a.size(); ++s) {
      ratios.back().values.push_back(std::exp(of_first - of_second + a[s] - b[s]));
    }
  }
  return ratios;
}

ExponentComparison compare_exponents(const CheckRequest& request, const std::string& compared) {
  const auto [column, texts] = read_compared(request, compared);
  ExponentComparison comparison{.column = column,
                                .first = texts[0],
                                .second = texts[1],
                                .axis = request.sizes.front(),
                                .alpha = request.alpha,
                                .paired = request.rows.pair.has_value()};
  PowerEvidence first = evidence_with(request, column, texts[0]);
  PowerEvidence second = evidence_with(request, column, texts[1]);
  try {
    fit_all(request, first, second, comparison);
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& problem) {
    throw InputError(fmt::format("{}: {}", name_of_input(request.file), problem.what()));
  }
  return comparison;
}

std::string comparison_text(const ExponentComparison& c) {
  const Bounds& difference = c.difference.outer;
  const bool differ = c.fits && (difference.lower > 0 || difference.upper < 0);
  std::string text = fmt::format(
      "{}: the exponents of {} {}, by {} (first less second, {:.6g} % interval)\n",
      differ ? "different" : "no difference shown", c.axis, differ ? "differ" : "may be the same",
      region_text(c.difference), 100 * (1 - c.alpha));
  text += fmt::format("  {}={}: {}\n", c.column, c.first, region_text(c.of_first));
  text += fmt::format("  {}={}: {}\n", c.column, c.second, region_text(c.of_second));
  text += fmt::format("  from the ratio at {} common sizes{}\n", c.common_sizes,
                      c.paired ? ", of pairs" : "");
  if (!c.fits) text += "  the ratio is no power of the size to within the noise\n";
  return text;
}

std::string comparison_json(const ExponentComparison& c) {
  const auto region = [](const ExponentRegion& r) {
    const auto finite = [](double value) {
      return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
    };
    return nlohmann::ordered_json{{"estimate", finite(r.estimate)},
                                  {"lower", finite(r.outer.lower)},
                                  {"upper", finite(r.outer.upper)}};
  };
  const nlohmann::ordered_json json = {{"axis", c.axis},
                                       {"column", c.column},
                                       {"first", c.first},
                                       {"second", c.second},
                                       {"of_first", region(c.of_first)},
                                       {"of_second", region(c.of_second)},
                                       {"difference", region(c.difference)},
                                       {"alpha", c.alpha},
                                       {"fits", c.fits},
                                       {"common_sizes", c.common_sizes},
                                       {"paired", c.paired}};
  constexpr int indent = 2;
  return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace asymptest::cli
