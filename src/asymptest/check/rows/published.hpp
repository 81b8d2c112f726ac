#pragma once

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/data/table.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest::cli {

/// The summaries that a table of means and standard errors, or intervals, states. An interval that
/// lies about its mean as a product does is taken on the logarithm: the error is what the
/// interval's width is in terms of the normal quantile. Throws InputError with the line of a mean
/// or error that is not positive, an interval that doesn't hold its mean, trials that are fewer
/// than two, or sizes that an earlier row has.
Statistics published(const CheckRequest& request, const NumericTable& table);

}  // namespace asymptest::cli
