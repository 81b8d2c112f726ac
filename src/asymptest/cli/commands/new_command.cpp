#include "asymptest/cli/commands/new_command.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "asymptest/claim/registry.hpp"
#include "asymptest/cli/commands/claim_skeleton.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/report/write_file.hpp"

namespace asymptest::cli {
namespace {

struct NewOptions {
  std::string claim;
  std::filesystem::path folder;
  bool toml = false;
};

constexpr std::string_view folder_of_claims = "verify";

void require_new(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return;
  throw std::invalid_argument(fmt::format("file '{}' exists already", file.string()));
}

void require_folder(const std::filesystem::path& folder, std::string_view expected) {
  if (std::filesystem::is_directory(folder)) return;
  throw std::invalid_argument(
      fmt::format("there is no folder '{}' here, expected {}", folder.string(), expected));
}

void write_claim(const NewOptions& options) {
  const std::string source = claim_skeleton(options.claim);
  const std::filesystem::path folder =
      options.folder.empty() ? std::filesystem::path(folder_of_claims) : options.folder;
  const std::filesystem::path file = folder / claim_file(options.claim);
  if (registry().find(options.claim) != nullptr) {
    throw std::invalid_argument(fmt::format("claim '{}' exists already", options.claim));
  }
  require_folder(folder,
                 "the folder of the claims: run this in the project's own folder or name it with "
                 "--folder, or have a claim file written with --toml");
  require_new(file);
  report::write_file(file, source);
  fmt::print(
      "wrote {}\nFill in the statement, its source, the measurement and a control, then:\n"
      "  asymptest run {}\n",
      file.string(), options.claim);
}

void write_experiment(const NewOptions& options) {
  const ExperimentSkeleton skeleton = experiment_skeleton(options.claim);
  require_folder(options.folder.empty() ? "." : options.folder, "one to write the claim file to");
  const std::filesystem::path claim = options.folder / skeleton.claim_file;
  const std::filesystem::path program = options.folder / skeleton.program_file;
  require_new(claim);
  require_new(program);
  report::write_file(claim, skeleton.claim);
  report::write_file(program, skeleton.program);
  fmt::print(
      "wrote {} and {}\nThey are an experiment that can be decided as it is; put yours in its "
      "place.\n  asymptest run {}\n",
      claim.string(), program.string(), claim.string());
}

}  // namespace

void add_new_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand("new", "Write the file of a new claim");
  const auto options = std::make_shared<NewOptions>();
  command.add_option("CLAIM", options->claim, "Topic and name: covering/covering-mean-torus-3")
      .required()
      .type_name("");
  command
      .add_option("--folder", options->folder,
                  fmt::format("Folder of the claims [{}; with --toml, this one]", folder_of_claims))
      .type_name("DIR");
  command.add_flag("--toml", options->toml,
                   "Write a claim file and a program in Python that measures it");
  command.callback([options, &exit_code] {
    (options->toml ? write_experiment : write_claim)(*options);
    exit_code = as_expected;
  });
}

}  // namespace asymptest::cli
