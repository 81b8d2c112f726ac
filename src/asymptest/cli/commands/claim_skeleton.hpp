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

/// A claim file, and the program that it names.
struct ExperimentSkeleton {
  std::filesystem::path claim_file, program_file;
  std::string claim, program;
};

/// An experiment that runs at once: "width.toml" and "width.py" for "mine/width". Throws as
/// `claim_skeleton` does.
ExperimentSkeleton experiment_skeleton(std::string_view id);

/// skeleton/experiment.toml and .py.
std::string_view skeleton_toml();
std::string_view skeleton_py();

/// skeleton/claim.cpp, which the tests compile and register.
std::string_view skeleton_source();

}  // namespace asymptest::cli
