#include "asymptest/inference/laws/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/laws/curve.hpp"
#include "asymptest/inference/verdict/polarity_rule.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest {
namespace {

/// A pair's rise against the expected direction, relative to its scale.
struct Reversal {
  std::size_t from = 0, to = 0;
  double estimate = 0;
  Bounds region;
};

Reversal reversal(const Curve& curve, std::size_t i, std::size_t j, double edge_tail,
                  double level_tail, double band) {
  const double scale = curve.scale(i, j);
  // Two values of exactly zero: no reversal, and nothing to compare one with.
  if (scale == 0) return {i, j, 0, {0, 0}};
  const Bounds edge = curve.rise(i, j, edge_tail), level = curve.rise(i, j, level_tail);
  return {i, j, (curve.value(j) - curve.value(i)) / scale,
          two_level({edge.lower / scale, edge.upper / scale},
                    {level.lower / scale, level.upper / scale}, band)};
}

// The pair whose region reaches highest by `key`, over all pairs in the order of the axis.
template <class Key>
Reversal worst_reversal(const Curve& curve, double edge_tail, double level_tail, double band,
                        Key key) {
  Reversal worst;
  double highest = -infinity;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    for (std::size_t j = i + 1; j < curve.size(); ++j) {
      const Reversal r = reversal(curve, i, j, edge_tail, level_tail, band);
      if (key(r) > highest) {
        highest = key(r);
        worst = r;
      }
    }
  }
  return worst;
}

void report_reversal(Verdict& verdict, const Curve& curve, const Shape& law, const Reversal& r,
                     double band) {
  const bool refuted = verdict.outcome == Outcome::refuted;
  verdict.estimates = {{law.axis, r.estimate, r.region.lower, r.region.upper, 0, -infinity, band}};
  verdict.reason = fmt::format(
      "from {0} = {1:.6g} to {2:.6g} the relative {3} is {4:.3g}, region [{5:.3g}, {6:.3g}], {7} "
      "{8:.3g}",
      law.axis, curve.position(r.from), curve.position(r.to),
      law.kind == Shape::Kind::decreasing ? "rise" : "fall", r.estimate, r.region.lower,
      r.region.upper,
      refuted                                 ? "above"
      : verdict.outcome == Outcome::supported ? "the highest of all, below"
                                              : "not decided against",
      band);
}

// Decreasing along `curve`; an increasing one comes mirrored.
void decide_decreasing(Verdict& verdict, const Curve& curve, const Shape& law, double band) {
  const auto pairs = static_cast<double>(curve.size() * (curve.size() - 1)) / 2;
  const Reversal risen = worst_reversal(curve, chance_at_edge / pairs, verdict.alpha / pairs, band,
                                        [](const Reversal& r) { return r.region.lower; });
  if (risen.region.lower > band) {
    verdict.outcome = Outcome::refuted;
    report_reversal(verdict, curve, law, risen, band);
    return;
  }
  const Reversal worst = worst_reversal(curve, chance_at_edge, verdict.alpha, band,
                                        [](const Reversal& r) { return r.region.upper; });
  if (worst.region.upper < band) {
    verdict.outcome = Outcome::supported;
  } else {
    verdict.need = Need::more_trials;
  }
  report_reversal(verdict, curve, law, worst, band);
}

/// The points by their distance from the stated location.
struct Neighbourhood {
  std::vector<std::size_t> inside;   ///< within one band
  std::vector<std::size_t> outside;  ///< beyond it
  std::vector<bool> far;             ///< of `outside`: beyond two bands
};

Neighbourhood neighbourhood(const Curve& curve, const Shape& law, double band) {
  if (!(law.location > 0)) {
    throw std::invalid_argument(fmt::format("the location in {} is {}, expected a positive number",
                                            law.axis, law.location));
  }
  Neighbourhood points;
  bool before = false, after = false;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const double deviation = curve.position(i) / law.location - 1;
    if (std::abs(deviation) <= band) {
      points.inside.push_back(i);
      continue;
    }
    points.outside.push_back(i);
    points.far.push_back(std::abs(deviation) > 2 * band);
    (deviation < 0 ? before : after) = true;
  }
  if (points.inside.empty() || !before || !after) {
    throw std::invalid_argument(fmt::format(
        "the design has no point {} {} = {} ± {} %, which its {} needs",
        points.inside.empty() ? "within"
        : before              ? "above"
                              : "below",
        law.axis, law.location, 100 * band, law.kind == Shape::Kind::peak ? "peak" : "valley"));
  }
  return points;
}

std::size_t highest_of(const Curve& curve, const std::vector<std::size_t>& among) {
  return *std::max_element(among.begin(), among.end(), [&](std::size_t a, std::size_t b) {
    return curve.value(a) < curve.value(b);
  });
}

bool is_above(const Curve& curve, std::size_t high, std::size_t low, double tail) {
  return curve.rise(low, high, tail).lower > 0;
}

// Each point outside is below some point inside. Where the highest of all is outside, no point
// inside is above it, and each is shown to be with a chance of its share at most.
bool peak_is_inside(const Curve& curve, const Neighbourhood& points, double alpha) {
  const auto choices = static_cast<double>(points.inside.size());
  for (std::size_t k = 0; k < points.outside.size(); ++k) {
    const double tail = points.far[k] ? alpha : std::max(alpha, chance_at_edge);
    const bool is_below = std::any_of(
        points.inside.begin(), points.inside.end(),
        [&](std::size_t in) { return is_above(curve, in, points.outside[k], tail / choices); });
    if (!is_below) return false;
  }
  return true;
}

bool peak_is_outside(const Curve& curve, const Neighbourhood& points, double alpha) {
  const double tail = alpha / static_cast<double>(points.outside.size());
  return std::any_of(points.outside.begin(), points.outside.end(), [&](std::size_t out) {
    return std::all_of(points.inside.begin(), points.inside.end(),
                       [&](std::size_t in) { return is_above(curve, out, in, tail); });
  });
}

// The range of the points that no other is shown to exceed.
Bounds candidates(const Curve& curve, double alpha) {
  const double tail = alpha / static_cast<double>(curve.size() - 1);
  Bounds range{infinity, -infinity};
  for (std::size_t i = 0; i < curve.size(); ++i) {
    bool beaten = false;
    for (std::size_t j = 0; j < curve.size() && !beaten; ++j) {
      beaten = j != i && is_above(curve, j, i, tail);
    }
    if (beaten) continue;
    range = {std::min(range.lower, curve.position(i)), std::max(range.upper, curve.position(i))};
  }
  return range;
}

// A peak of `curve`; a valley comes mirrored.
void decide_peak(Verdict& verdict, const Curve& curve, const Shape& law, double band) {
  const Neighbourhood points = neighbourhood(curve, law, band);
  std::vector<std::size_t> all = points.inside;
  all.insert(all.end(), points.outside.begin(), points.outside.end());
  const double top = curve.position(highest_of(curve, all));
  const Bounds range = candidates(curve, verdict.alpha);
  verdict.estimates = {{law.axis, top, range.lower, range.upper, law.location,
                        law.location * (1 - band), law.location * (1 + band)}};
  if (peak_is_inside(curve, points, verdict.alpha)) {
    verdict.outcome = Outcome::supported;
  } else if (peak_is_outside(curve, points, verdict.alpha)) {
    verdict.outcome = Outcome::refuted;
  } else {
    verdict.need = Need::more_trials;
  }
  verdict.reason = fmt::format(
      "the {} point is at {} = {:.6g}, may be anywhere in [{:.6g}, {:.6g}]; predicted {:.6g} ± "
      "{:.3g} %",
      law.kind == Shape::Kind::peak ? "highest" : "lowest", law.axis, top, range.lower, range.upper,
      law.location, 100 * band);
}

// The greatest number of descents in a zigzag through the points whose tops are at `tops[i]` and
// whose bottoms at `bottoms[i]`, where each swing exceeds `band` of the larger magnitude. Greedy by
// the axis is not enough, so: the longest alternating sequence, by dynamic programming.
int count_descents(const std::vector<double>& tops, const std::vector<double>& bottoms,
                   double band) {
  const std::size_t n = tops.size();
  std::vector<int> at_top(n, 0), at_bottom(n, 0);  // descents so far, ending at i as top or bottom
  int most = 0;
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const auto falls = [&](double high, double low) {
        if (std::isinf(high - low)) return high > low;
        return high - low > band * std::max(std::abs(high), std::abs(low));
      };
      if (falls(tops[i], bottoms[j])) at_bottom[j] = std::max(at_bottom[j], at_top[i] + 1);
      if (at_bottom[i] > 0 && falls(tops[j], bottoms[i])) {
        at_top[j] = std::max(at_top[j], at_bottom[i]);
      }
    }
    most = std::max(most, at_bottom[j]);
  }
  return most;
}

void decide_descents(Verdict& verdict, const Curve& curve, const Shape& law, double band) {
  const double tail = verdict.alpha / (2 * static_cast<double>(curve.size()));
  std::vector<double> lower, upper, middle;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const Bounds bounds = curve.at(i, tail);
    lower.push_back(bounds.lower);
    upper.push_back(bounds.upper);
    middle.push_back(curve.value(i));
  }
  // Surely: from the lower end of the top to the upper end of the bottom. Possibly: the reverse.
  const int least = count_descents(lower, upper, band), most = count_descents(upper, lower, band);
  const int seen = count_descents(middle, middle, band);
  const auto count = static_cast<double>(law.count);
  verdict.estimates = {{law.axis, static_cast<double>(seen), static_cast<double>(least),
                        static_cast<double>(most), count, count, count}};
  verdict.reason = fmt::format(
      "the curve in {} has {} descents of more than {:.3g} %, between {} and {} for sure; "
      "predicted {}",
      law.axis, seen, 100 * band, least, most, law.count);
  if (least == law.count && most == law.count) {
    verdict.outcome = Outcome::supported;
  } else if (least > law.count || most < law.count) {
    verdict.outcome = Outcome::refuted;
  } else {
    verdict.need = Need::more_trials;
  }
}

const Shape& checked_shape(const Prediction& prediction, double alpha) {
  const auto* law = std::get_if<Shape>(&prediction.kind());
  if (law == nullptr) throw std::invalid_argument("expected a shape");
  if (!(prediction.band() > 0 && prediction.band() < 1)) {
    throw std::invalid_argument(
        fmt::format("the band of a shape is {}, expected between 0 and 1", prediction.band()));
  }
  require_alpha(alpha);
  return *law;
}

}  // namespace

Verdict decide_shape(const Prediction& prediction, Polarity polarity,
                     std::span<const PointTrials> trials, double alpha) {
  const Shape& law = checked_shape(prediction, alpha);
  const double band = prediction.band();
  const Curve curve(law.axis, law.summary, trials);
  Verdict verdict{.alpha = alpha, .model = "simultaneous confidence bands"};
  verdict.goodness_of_fit = std::numeric_limits<double>::quiet_NaN();
  verdict.points = point_summaries(curve.locations());
  switch (law.kind) {
    case Shape::Kind::decreasing:
      decide_decreasing(verdict, curve, law, band);
      break;
    case Shape::Kind::increasing:
      decide_decreasing(verdict, curve.mirrored(), law, band);
      break;
    case Shape::Kind::peak:
      decide_peak(verdict, curve, law, band);
      break;
    case Shape::Kind::valley:
      decide_peak(verdict, curve.mirrored(), law, band);
      break;
    case Shape::Kind::descents:
      decide_descents(verdict, curve, law, band);
      break;
  }
  if (polarity != Polarity::exact) withhold(verdict, polarity);
  return verdict;
}

}  // namespace asymptest
