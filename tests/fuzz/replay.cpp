// Reads every file of a folder as the fuzzer would, with an ordinary build.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "fuzz_target.hpp"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  if (argc != 2 || !fs::is_directory(argv[1])) {
    std::cerr << "usage: replay FOLDER\n";
    return 2;
  }
  int inputs = 0, faults = 0;
  for (const auto& entry : fs::directory_iterator(argv[1])) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    ++inputs;
    try {
      asymptest::fuzz::read(bytes);
    } catch (const std::exception& problem) {
      std::cerr << entry.path().string() << ": " << problem.what() << '\n';
      ++faults;
    }
  }
  std::cout << inputs << " inputs, " << faults << " faults\n";
  return inputs > 0 && faults == 0 ? 0 : 1;
}
