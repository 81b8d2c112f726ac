/// The commands that need the instruments or rigorous arithmetic, which the framework does without.
#include "asymptest/cli/commands/registered_command.hpp"
#include "commands/certify_command.hpp"
#include "commands/measure_command.hpp"

namespace asymptest::cli {
namespace {

const RegisteredCommand measure{add_measure_command};
const RegisteredCommand certify{add_certify_command};

}  // namespace
}  // namespace asymptest::cli
