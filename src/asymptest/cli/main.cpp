#include "asymptest/cli/program.hpp"
#include "asymptest/engine/execution/trial_in_progress.hpp"

int main(int argc, char** argv) {
  asymptest::tell_of_crashes();
  return asymptest::cli::run_program(argc, argv);
}
