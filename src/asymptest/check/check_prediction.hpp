#pragma once

#include "asymptest/check/rows/check_request.hpp"

namespace asymptest::cli {

/// The prediction that the request states: a law of any kind, in the words of claim files
/// (`parse_law`), of the columns `request.sizes`.
/// Throws InputError naming the first option that is no use: band, alpha, correction, period,
/// limit, columns that are named twice, a law that can't be read, whose axes and sizes don't
/// agree, or that has no such option.
Prediction prediction_of(const CheckRequest& request);

}  // namespace asymptest::cli
