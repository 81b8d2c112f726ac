#include "asymptest/cli/program.hpp"

int main(int argc, char** argv) { return asymptest::cli::run_program(argc, argv); }
