#include "asymptest/check/request_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {
namespace {

void require_columns_once(const CheckRequest& request) {
  if (request.sizes.empty()) throw InputError("--x: names no column, expected one or several");
  for (auto name = request.sizes.begin(); name != request.sizes.end(); ++name) {
    if (*name == request.value) {
      throw InputError(fmt::format("--x and --y both name column {}", shown(*name)));
    }
    if (std::find(request.sizes.begin(), name, *name) != name) {
      throw InputError(fmt::format("--x: column {} is named twice", shown(*name)));
    }
  }
}

void require_numbers(const CheckRequest& request) {
  if (!(request.band > 0) || !std::isfinite(request.band)) {
    throw InputError(
        fmt::format("--within: {} is no band, expected a positive number", request.band));
  }
  if (!(request.alpha > 0 && request.alpha < 0.5)) {
    throw InputError(fmt::format(
        "--alpha: {} is no chance of a wrong verdict, expected a number between 0 and 0.5",
        request.alpha));
  }
  if (request.correction && !(*request.correction > 0 && std::isfinite(*request.correction))) {
    throw InputError(fmt::format("--correction: {} is no exponent, expected a positive number",
                                 *request.correction));
  }
  if (request.period && !(*request.period > 1 && std::isfinite(*request.period))) {
    throw InputError(fmt::format("--period: {} is no ratio of sizes, expected a number above 1",
                                 *request.period));
  }
}

void require_error_columns(const CheckRequest& request) {
  const ErrorColumns& errors = request.errors;
  if (errors.lower.has_value() != errors.upper.has_value()) {
    throw InputError("--lower and --upper: expected both, the ends of a confidence interval");
  }
  if (errors.lower && errors.standard_error) {
    throw InputError("--se: expected either the standard errors or --lower and --upper");
  }
  if (!(errors.confidence > 0 && errors.confidence < 1)) {
    throw InputError(fmt::format("--confidence: {} is no confidence, expected a number in (0, 1)",
                                 errors.confidence));
  }
  if (errors.trials && !errors.are_given() && request.summary != Summary::proportion) {
    throw InputError(
        "--n: expected --se, or --lower and --upper, or --summary proportion beside it");
  }
  if (errors.are_given() && request.summary != Summary::mean) {
    throw InputError("--se, --lower, --upper: of means, expected --summary mean");
  }
}

void require_one_summary(const CheckRequest& request) {
  if (request.range && request.summary != Summary::bounded_mean) {
    throw InputError("--bounded: of a mean, expected no other --summary");
  }
}

void require_blocks(const CheckRequest& request) {
  const RowRequest& rows = request.rows;
  if (!rows.pair && !rows.group) return;
  const std::string_view option = rows.pair ? "--pair" : "--group";
  if (rows.pair && rows.group) throw InputError("--pair and --group: expected one of them");
  if (request.summary == Summary::median) {
    throw InputError(
        fmt::format("{}: of means, expected --summary mean or geometric-mean", option));
  }
  if (is_assumption_free(request.summary)) {
    throw InputError(
        fmt::format("{}: of means, expected neither --bounded nor --summary proportion, whose "
                    "intervals hold however sizes depend on each other",
                    option));
  }
  if (request.errors.are_given()) {
    throw InputError(fmt::format("{}: of trials, expected no --se, --lower or --upper", option));
  }
}

}  // namespace

void require_sound(const CheckRequest& request) {
  require_numbers(request);
  require_error_columns(request);
  require_one_summary(request);
  require_blocks(request);
  require_columns_once(request);
}

}  // namespace asymptest::cli
