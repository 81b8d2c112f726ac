#pragma once

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/store/store.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// Puts on record when the claim's definition was noted and when its first trial was measured, as
/// far as the store knows.
void add_registration(ClaimRecord& record, const Claim& claim, const Store& store);

}  // namespace asymptest
