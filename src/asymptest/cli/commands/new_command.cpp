#include "asymptest/cli/commands/new_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
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
  std::filesystem::path folder = "verify";
};

void write_claim(const NewOptions& options) {
  const std::string source = claim_skeleton(options.claim);
  const std::filesystem::path file = options.folder / claim_file(options.claim);
  if (registry().find(options.claim) != nullptr) {
    throw std::invalid_argument(fmt::format("claim '{}' exists already", options.claim));
  }
  if (!std::filesystem::is_directory(options.folder)) {
    throw std::invalid_argument(
        fmt::format("there is no folder '{}' here, expected the folder of the claims: run this in "
                    "the project's own folder or name it with --folder",
                    options.folder.string()));
  }
  if (std::filesystem::exists(file)) {
    throw std::invalid_argument(fmt::format("file '{}' exists already", file.string()));
  }
  report::write_file(file, source);
  fmt::print(
      "wrote {}\nFill in the statement, its source, the measurement and a control, then:\n"
      "  asymptest run {}\n",
      file.string(), options.claim);
}

}  // namespace

void add_new_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("new", "Write the file of a new claim");
  const auto options = std::make_shared<NewOptions>();
  command->add_option("CLAIM", options->claim, "Topic and name: covering/covering-mean-torus-3")
      ->required()
      ->type_name("");
  command
      ->add_option("--folder", options->folder,
                   fmt::format("Folder of the claims [{}]", options->folder.string()))
      ->type_name("DIR");
  command->callback([options, &exit_code] {
    write_claim(*options);
    exit_code = as_expected;
  });
}

}  // namespace asymptest::cli
