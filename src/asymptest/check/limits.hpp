#pragma once

#include <functional>
#include <string>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/check/rows/evidence.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest::cli {

/// Decides a prediction, from the evidence at hand.
using Decide = std::function<Outcome(const Prediction&)>;

/// Asks where the limit of a power law is not said and always matters: a one-sided law means
/// opposite exponents in the two limits, whatever the unit of its sizes; and a size below 1 is most
/// often a small parameter. Throws InputError with the question.
void require_limits(const CheckRequest& request, const Prediction& prediction,
                    const Evidence& evidence);

/// Asks where the limit is not said and the other one would turn the outcome round. Throws
/// InputError with the question.
void require_same_verdict(const CheckRequest& request, const Prediction& prediction,
                          const Evidence& evidence, Outcome outcome, const Decide& decide);

/// What to say of limits that were taken for granted, a line each.
std::string limits_text(const Prediction& prediction);

}  // namespace asymptest::cli
