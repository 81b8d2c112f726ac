#include "asymptest/cli/program.hpp"
#include "asymptest/engine/execution/trial_in_progress.hpp"
#include "asymptest/process/kept_memory.hpp"
#include "asymptest/process/launcher_environment.hpp"

int main(int argc, char** argv) {
  asymptest::drop_launcher_environment();
  asymptest::keep_freed_memory();
  asymptest::tell_of_crashes();
  return asymptest::cli::run_program(argc, argv);
}
