#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "asymptest/estimate/estimate.hpp"

namespace asymptest::cli {
namespace {

using EstimateJson = nlohmann::ordered_json;

EstimateJson finite_or_null(double value) {
  return std::isfinite(value) ? EstimateJson(value) : EstimateJson();
}

bool has_exponent(const FormOfLaw& form) { return form.name.starts_with("power"); }

void add_exponent(EstimateJson& json, const ExponentRegion& exponent) {
  json["estimate"] = finite_or_null(exponent.estimate);
  json["lower"] = finite_or_null(exponent.outer.lower);
  json["upper"] = finite_or_null(exponent.outer.upper);
}

std::string form_line(const FormOfLaw& form, const ExponentAnswer& answer) {
  const std::string chance = std::isfinite(form.goodness_of_fit)
                                 ? fmt::format("p = {:.2g}", form.goodness_of_fit)
                             : answer.of_intervals ? "by the intervals of all sizes"
                                                   : "untested, for nothing tells the noise";
  std::string line = fmt::format("    {:<3} {}: {} ({})", form.fits ? "yes" : "no", form.name,
                                 form.formula, chance);
  if (form.fits && form.name != "power" && has_exponent(form)) {
    line += fmt::format("; exponent {:.6g} % in [{:.4g}, {:.4g}]", 100 * (1 - answer.alpha),
                        form.exponent.outer.lower, form.exponent.outer.upper);
  }
  return line + "\n";
}

bool may_have_constant(const ExponentAnswer& answer) {
  return answer.forms.size() > 1 && answer.forms[1].fits;
}

std::string band_line(const ExponentAnswer& answer) {
  if (!answer.forms.front().fits) return "  no power law fits: these data decide no exponent\n";
  if (!std::isfinite(answer.smallest_band)) return "  these data decide no band\n";
  return fmt::format("  the smallest band that these data decide: +-{:.2g}\n",
                     answer.smallest_band);
}

}  // namespace

std::string estimate_text(const ExponentAnswer& answer) {
  const ExponentRegion& exponent = answer.exponent();
  std::string text =
      fmt::format("exponent of {}: {:.4f}, {:.6g} % interval [{:.4f}, {:.4f}], as {} -> {}{}\n",
                  answer.axis, exponent.estimate, 100 * (1 - answer.alpha), exponent.outer.lower,
                  exponent.outer.upper, answer.axis, asymptest::name_of(answer.limit),
                  may_have_constant(answer) ? ", unless a constant stands beside it (below)" : "");
  text += fmt::format("  from {} trials at {} design points\n", answer.trials, answer.points);
  if (!answer.format.empty()) text += fmt::format("  read with {}\n", answer.format);
  if (!answer.remark.empty()) text += fmt::format("  {}\n", answer.remark);
  text += band_line(answer);
  text += fmt::format("  laws that these data allow, by a test of fit at {:.6g} %:\n",
                      100 * answer.alpha);
  for (const FormOfLaw& form : answer.forms) text += form_line(form, answer);
  return text;
}

std::string estimate_json(const ExponentAnswer& answer) {
  EstimateJson json = {{"axis", answer.axis},
                       {"towards", asymptest::name_of(answer.limit)},
                       {"alpha", answer.alpha}};
  add_exponent(json, answer.exponent());
  json["smallest_band"] = finite_or_null(answer.smallest_band);
  json["forms"] = EstimateJson::array();
  for (const FormOfLaw& form : answer.forms) {
    EstimateJson one = {{"name", form.name},
                        {"formula", form.formula},
                        {"fits", form.fits},
                        {"goodness_of_fit", finite_or_null(form.goodness_of_fit)}};
    if (has_exponent(form)) add_exponent(one, form.exponent);
    json["forms"].push_back(one);
  }
  json["design_points"] = answer.points;
  json["trials"] = answer.trials;
  json["format"] = answer.format;
  constexpr int indent = 2;
  return json.dump(indent, ' ', false, EstimateJson::error_handler_t::replace) + "\n";
}

}  // namespace asymptest::cli
