#include "asymptest/cli/output/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace asymptest::cli {

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

std::size_t columns_of(std::FILE* stream, std::size_t otherwise) {
  winsize size{};
  const bool told = ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return told ? size.ws_col : otherwise;
}

bool wants_colour(std::FILE* stream) {
  // NOLINTBEGIN(concurrency-mt-unsafe): nothing here changes the environment
  const char* no_colour = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  // NOLINTEND(concurrency-mt-unsafe)
  const bool dumb = kind != nullptr && std::string_view(kind) == "dumb";
  return is_terminal(stream) && !dumb && (no_colour == nullptr || *no_colour == '\0');
}

std::string coloured(std::string_view text, Colour colour, bool enabled) {
  if (!enabled) return std::string(text);
  constexpr std::string_view codes[] = {"32", "31", "33", "2"};
  return fmt::format("\033[{}m{}\033[0m", codes[static_cast<int>(colour)], text);
}

}  // namespace asymptest::cli
