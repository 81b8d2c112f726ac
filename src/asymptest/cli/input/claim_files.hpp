#pragma once

#include <string>
#include <vector>

#include "asymptest/cli/input/selection.hpp"

namespace asymptest::cli {

/// Takes the claim files and the folders with claim files away from the words of a command, and
/// returns their claims: a suite of its own. Where there are none, what is registered in this
/// program. Throws ClaimFileError (experiment/fields.hpp), also for an id that two claims
/// have, and for an erratum that is corrected by a claim that there isn't.
Catalogue take_catalogue(std::vector<std::string>& words);

/// The claims of a catalogue, in its order.
std::vector<const Claim*> claims_of(const Catalogue& catalogue);

}  // namespace asymptest::cli
