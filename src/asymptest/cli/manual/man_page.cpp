#include "asymptest/cli/manual/man_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

namespace asymptest::cli {
namespace {

/// Text as roff reads it: a hyphen is an option's dash, and no line begins with a macro.
std::string roff(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    const bool line_begins = result.empty() || result.back() == '\n';
    if (line_begins && (letter == '.' || letter == '\'')) result += "\\&";
    if (letter == '\\') {
      result += "\\e";
    } else if (letter == '-') {
      result += "\\-";
    } else {
      result += letter;
    }
  }
  return result;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  return text;
}

std::string option_entry(const OptionText& option) {
  std::string names;
  for (const std::string& name : option.names) {
    names += (names.empty() ? "" : ", ") +
             (option.positional ? "\\fI" + roff(name) + "\\fR" : "\\fB" + roff(name) + "\\fR");
  }
  if (!option.value.empty()) names += " \\fI" + roff(option.value) + "\\fR";
  return fmt::format(".TP\n{}\n{}\n", names, roff(option.help));
}

std::string command_section(const CommandText& command) {
  std::string text = fmt::format(".SS {}\n{}.\n", roff(command.name), roff(command.help));
  for (const bool positional : {true, false}) {
    for (const OptionText& option : command.options) {
      if (option.positional == positional) text += option_entry(option);
    }
  }
  if (!command.footer.empty()) text += fmt::format(".PP\n.nf\n{}\n.fi\n", roff(command.footer));
  return text;
}

}  // namespace

std::string man_page(const CommandTree& tree, const std::string& version) {
  std::string text = fmt::format(
      ".TH {} 1 \"\" \"{} {}\"\n.SH NAME\n{} \\- executable tests of asymptotic claims\n"
      ".SH SYNOPSIS\n.B {}\n\\fICOMMAND\\fR [\\fIOPTION\\fR ...]\n.SH DESCRIPTION\n"
      "Measures the quantities of which claims state a rate, over a sweep of sizes, and decides "
      "with known error rates whether the rate holds: supported, refuted or inconclusive.\n"
      ".SH COMMANDS\n",
      upper(tree.name), roff(tree.name), roff(version), roff(tree.name), roff(tree.name));
  for (const CommandText& command : tree.commands) text += command_section(command);
  return text;
}

}  // namespace asymptest::cli
