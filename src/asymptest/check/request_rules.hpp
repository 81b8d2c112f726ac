#pragma once

#include "asymptest/check/rows/check_request.hpp"

namespace asymptest::cli {

/// Refuses a request whose options are no use whatever the law says. Throws InputError naming the
/// first of: a number beyond its range, columns of errors or of blocks that don't go together,
/// columns that are named twice.
void require_sound(const CheckRequest& request);

}  // namespace asymptest::cli
