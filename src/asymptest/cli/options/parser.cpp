#include "asymptest/cli/options/parser.hpp"

#include <CLI/CLI.hpp>

namespace asymptest::cli {
namespace {

template <class Parse>
void parse_with(const CLI::App& app, Parse parse) {
  try {
    parse();
  } catch (const CLI::Success& asked) {  // --help, --version
    app.exit(asked);
  } catch (const CLI::ConversionError& problem) {  // of a flag: numbers are checked before
    throw RefusedArguments(std::string(problem.what()) + ", expected a flag without a value",
                           false);
  } catch (const CLI::ParseError& problem) {
    throw RefusedArguments(problem.what(),
                           dynamic_cast<const CLI::ExtrasError*>(&problem) != nullptr);
  }
}

}  // namespace

Parser::Parser(const std::string& help) : app_(std::make_unique<CLI::App>(help)) {}

Parser::~Parser() = default;

void Parser::parse(int argc, const char* const* argv) {
  parse_with(*app_, [&] { app_->parse(argc, argv); });
}

void Parser::parse(const std::vector<std::string>& arguments) {
  std::vector<std::string> last_first(arguments.rbegin(), arguments.rend());
  parse_with(*app_, [&] { app_->parse(last_first); });
}

}  // namespace asymptest::cli
