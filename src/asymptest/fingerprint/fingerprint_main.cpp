/// `asymptest_fingerprint ROOT OUTPUT PROCESSOR FILE…`: writes a source that registers the
/// fingerprints of the files of claims. A step of the build.
#include <fmt/format.h>

#include <exception>
#include <fstream>
#include <span>

#include "asymptest/fingerprint/source_closure.hpp"

int main(int argc, char** argv) {
  const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
  if (arguments.size() < 4) return 2;
  try {
    asymptest::SourceClosure closure(arguments[1], arguments[3]);
    std::string table;
    for (const char* file : arguments.subspan(4)) {
      table += fmt::format("    {{\"{}\", \"{}\"}},\n", file, closure.fingerprint(file));
    }
    std::ofstream(arguments[2]) << fmt::format(
        "#include \"asymptest/claim/code_fingerprint.hpp\"\n\nnamespace asymptest {{\n"
        "namespace {{\n\nconstexpr FileFingerprint fingerprints[] = {{\n{}}};\n"
        "const RegisteredFingerprints registered{{fingerprints}};\n\n}}  // namespace\n"
        "}}  // namespace asymptest\n",
        table);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "asymptest_fingerprint: {}\n", problem.what());
    return 1;
  }
  return 0;
}
