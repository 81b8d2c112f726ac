#pragma once

#include <string>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/check/rows/evidence.hpp"
#include "asymptest/check/window.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest::cli {

/// What a request came to.
struct CheckAnswer {
  Prediction prediction;
  Evidence evidence = {};
  Verdict verdict = {};
  SizeWindow window = {};   ///< of a power law that is not supported: where its exponent is steady
  std::string format = {};  ///< how the file was read, where that is not a matter of course
};

/// Reads, and decides nothing: the answer's verdict is empty. Throws as `check` does, but for a
/// verdict that the other limit would turn round.
CheckAnswer read_evidence(const CheckRequest& request);

/// Reads, and decides with the procedure of every claim. Throws InputError, also where the request
/// doesn't say which limit the law speaks of and it matters: a one-sided law, a size below 1, or a
/// verdict that the other limit would turn round.
CheckAnswer check(const CheckRequest& request);

/// "supported: …", the estimates with their intervals, the limit where it was taken for granted,
/// and what an inconclusive verdict asks for.
std::string check_text(const CheckAnswer& answer);

/// One object: verdict, reason, asked_for (its last part), need, alpha, prediction, exponents (of a
/// power law: name, towards, estimate, lower, upper, predicted, band_lower, band_upper) or
/// estimates (of another law, likewise with the quantity), model, goodness_of_fit, design_points,
/// trials, local_exponents, steady_from and steady_up_to (of a power law not supported), format.
/// Ends of intervals that are open, and a goodness of fit that means nothing, are null.
std::string check_json(const CheckAnswer& answer);

}  // namespace asymptest::cli
