#pragma once

#include <string>
#include <vector>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"

namespace asymptest::cli {

/// A form that a law of one size may have, fitted to a person's data.
struct FormOfLaw {
  std::string name;              ///< "power", "power beside a constant", …
  std::string formula;           ///< with the parameters that fit best
  bool fits = false;             ///< its test of fit passes at the level of the estimate
  double goodness_of_fit = 0;    ///< p-value; NaN where nothing tells
  ExponentRegion exponent = {};  ///< of a power
};

/// What a table says of an exponent without a prediction.
struct ExponentAnswer {
  std::string axis;
  Towards limit = Towards::infinity;
  double alpha = 0;
  std::vector<FormOfLaw> forms;  ///< power first
  double smallest_band = 0;      ///< of a prediction that these data would decide
  std::size_t trials = 0, points = 0;
  bool of_intervals = false;  ///< fits are told by the intervals of all sizes, not by a test
  std::string format, remark;

  [[nodiscard]] const ExponentRegion& exponent() const { return forms.front().exponent; }
};

/// Reads the file as `check` does, with one column of sizes, and fits a power with its finite-size
/// corrections (power_law_fit.hpp), a power beside a constant, A + B·log x, A·e^(−r·x) and
/// A·e^(−r·x) + E; a proportion has the power alone, whose interval holds whatever law the trials
/// have (bounded_fit.hpp). The interval of the exponent is that of a verdict at `alpha`.
/// The request's law and band are not looked at. Throws InputError as `check` does.
ExponentAnswer estimate_exponent(const CheckRequest& request);

/// The exponent, the forms that the data allow, and the smallest band.
std::string estimate_text(const ExponentAnswer& answer);

/// One object: axis, towards, alpha, estimate, lower, upper, smallest_band, forms (name, formula,
/// fits, goodness_of_fit, and of powers estimate, lower, upper), design_points, trials, format.
std::string estimate_json(const ExponentAnswer& answer);

}  // namespace asymptest::cli
