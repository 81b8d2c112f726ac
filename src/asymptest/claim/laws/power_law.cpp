#include "asymptest/claim/laws/power_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace asymptest {

std::string_view name_of(Towards limit) { return limit == Towards::zero ? "0" : "infinity"; }

double Factor::at(const Point& point) const {
  const double value = of ? of(point) : point[name];
  if (!(value > 0) || !std::isfinite(value)) {
    throw std::domain_error(fmt::format("factor '{}' is {} at {}, expected a positive number", name,
                                        value, point.key()));
  }
  return value;
}

std::string describe(const PowerLaw& law) {
  std::string text(name_of(law.relation));
  for (const Factor& f : law.factors) {
    if (law.is_sum && &f != &law.factors.front()) text += " +";
    text += fmt::format(" ({})^{:.6g}", f.name, f.exponent);
  }
  if (law.plus_constant) text += " + constant";
  if (law.up_to_logs) text += " up to logs";
  if (law.no_logarithms) text += " without logs";
  for (const Factor& f : law.factors) {
    if (f.towards) text += fmt::format(", {} -> {}", f.name, name_of(*f.towards));
  }
  if (law.correction) text += fmt::format(", correction x^-{:.6g}", law.correction->exponent);
  if (law.period) text += fmt::format(", period {:.17g}", *law.period);
  if (law.paired) text += ", from pairs";
  return text;
}

std::string quantity_of(const PowerLaw& law, std::string_view factor) {
  return fmt::format("exponent of {}", factor.empty() ? law.factors.front().name : factor);
}

namespace {

/// "N", "(1/t)"; "x" for each of several.
std::string base_of_correction(const PowerLaw& law) {
  if (law.factors.size() != 1) return "x";
  const std::string& name = law.factors.front().name;
  const bool is_word = std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
  });
  return is_word ? name : "(" + name + ")";
}

}  // namespace

LawRecord record_of(const PowerLaw& law) {
  LawRecord record{.kind = LawKind::power_law,
                   .figure = law.plus_constant || law.is_sum ? FigureKind::run : FigureKind::rate,
                   .relation = law.relation,
                   .form = law.is_sum          ? "sum"
                           : law.plus_constant ? "constant"
                                               : "",
                   .summary = law.summary,
                   .up_to_logs = law.up_to_logs};
  for (const Factor& factor : law.factors) record.factors.push_back({factor.name, factor.exponent});
  if (law.correction) {
    record.correction = fmt::format("{}^-{:.4g}: {}", base_of_correction(law),
                                    law.correction->exponent, law.correction->source);
  }
  return record;
}

std::vector<double> regressors_of(const PowerLaw& law, const Point& at) {
  std::vector<double> values;
  for (const Factor& factor : law.factors) values.push_back(factor.at(at));
  return values;
}

namespace {

/// The sign of a change of the exponent that asks for more; 0 where either does.
int tighter_side(Relation relation, const Factor& factor) {
  if (relation == Relation::theta) return 0;
  const int at_infinity = relation == Relation::at_most ? -1 : 1;
  return factor.towards == Towards::zero ? -at_infinity : at_infinity;
}

}  // namespace

std::vector<Neighbour<PowerLaw>> neighbours_of(const PowerLaw& law, double band) {
  std::vector<Neighbour<PowerLaw>> all;
  for (std::size_t i = 0; i < law.factors.size(); ++i) {
    for (const int bands : {-2, -1, 1, 2}) {
      if (bands * tighter_side(law.relation, law.factors[i]) < 0) continue;
      PowerLaw changed = law;
      changed.factors[i].exponent += bands * band;
      all.push_back(
          {quantity_of(law, law.factors[i].name) + " " + bands_text(bands), std::move(changed)});
    }
  }
  return all;
}

}  // namespace asymptest
