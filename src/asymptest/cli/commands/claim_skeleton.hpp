#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace asymptest::cli {

/// The source of a new claim: it compiles, and its trials throw until they are written. Throws
/// std::invalid_argument unless the id is one (`is_claim_id`).
std::string claim_skeleton(std::string_view id);

/// Where the claim belongs below the folder of the claims: "covering/mean_torus.cpp".
std::filesystem::path claim_file(std::string_view id);

/// skeleton/claim.cpp, which the tests compile and register.
std::string_view skeleton_source();

}  // namespace asymptest::cli
