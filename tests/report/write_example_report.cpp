#include <exception>
#include <iostream>

#include "asymptest/report/write_report.hpp"
#include "asymptest/testing/example_record.hpp"

/// Writes the report of the hand-made record into the folder named by the argument.
int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_example_report FOLDER\n";
    return 2;
  }
  try {
    asymptest::write_report(asymptest::report::example_record(), argv[1]);
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
  }
}
