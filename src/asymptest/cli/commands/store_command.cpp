#include "asymptest/cli/commands/store_command.hpp"

#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "asymptest/cli/input/store_option.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/engine/store/store_care.hpp"

namespace asymptest::cli {
namespace {

struct StoreArguments {
  std::string action;
  StoreOption store;
};

ExitCode check(const std::filesystem::path& file) {
  const std::vector<std::string> problems = check_store(file);
  for (const std::string& problem : problems) fmt::print("{}\n", problem);
  if (!problems.empty()) {
    fmt::print("`asymptest store repair --store '{}'` saves what can be read\n", file.string());
    return not_expected;
  }
  fmt::print("'{}' is sound\n", file.string());
  return as_expected;
}

ExitCode repair(const std::filesystem::path& file) {
  const Repaired repaired = repair_store(file);
  if (repaired.damaged.empty()) {
    fmt::print("'{}' is sound, {} trials; nothing was changed\n", file.string(), repaired.trials);
    return as_expected;
  }
  fmt::print("'{}' holds the {} trials that could be read; the damaged file is kept as '{}'\n",
             file.string(), repaired.trials, repaired.damaged.string());
  if (repaired.without_subject > 0) {
    fmt::print("{} more could be read, but not whose they are\n", repaired.without_subject);
  }
  fmt::print("`asymptest run` measures the others anew\n");
  return as_expected;
}

ExitCode vacuum(const std::filesystem::path& file) {
  const Vacuumed bytes = vacuum_store(file);
  fmt::print("'{}' took {} bytes and takes {}\n", file.string(), bytes.before, bytes.after);
  return as_expected;
}

ExitCode export_trials(const std::filesystem::path& file) {
  export_store(file, [](std::string_view line) { fmt::print("{}", line); });
  return as_expected;
}

ExitCode care(const StoreArguments& arguments) {
  const std::filesystem::path file = arguments.store.file();
  if (arguments.action == "check") return check(file);
  if (arguments.action == "repair") return repair(file);
  if (arguments.action == "vacuum") return vacuum(file);
  if (arguments.action == "export") return export_trials(file);
  throw std::invalid_argument(fmt::format(
      "the action is '{}', expected check, repair, vacuum or export", arguments.action));
}

}  // namespace

void add_store_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand(
      "store", "Care for the file of trials: check, repair, vacuum, export as CSV");
  const auto arguments = std::make_shared<StoreArguments>();
  command
      .add_option("ACTION", arguments->action,
                  "Check the file, repair what is damaged, vacuum what was forgotten, or export "
                  "all trials as CSV: check, repair, vacuum or export")
      .required()
      .type_name("");
  arguments->store.add_to(command);
  command.callback([arguments, &exit_code] { exit_code = care(*arguments); });
}

}  // namespace asymptest::cli
