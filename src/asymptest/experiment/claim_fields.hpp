#pragma once

#include "asymptest/claim/claim.hpp"
#include "asymptest/experiment/fields.hpp"
#include "asymptest/experiment/program_fields.hpp"

namespace asymptest {

/// A claim, read from its table. Throws ClaimFileError.
Claim read_claim(const Fields& fields, WorkersOfFile& workers);

}  // namespace asymptest
