#include "asymptest/cli/manual/completion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace asymptest::cli {
namespace {

/// Whether what it takes are names of claims, which only the program knows.
bool takes_claims(const CommandText& command) {
  return std::any_of(command.options.begin(), command.options.end(), [](const OptionText& option) {
    return option.positional &&
           (option.names.front() == "FILTER" || option.names.front() == "CLAIM");
  });
}

std::vector<std::string> option_names(const CommandText& command) {
  std::vector<std::string> names;
  for (const OptionText& option : command.options) {
    if (option.positional) continue;
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return names;
}

std::vector<std::string> command_names(const CommandTree& tree) {
  std::vector<std::string> names;
  for (const CommandText& command : tree.commands) names.push_back(command.name);
  return names;
}

/// For a word in single quotes within brackets and colons.
std::string zsh_quoted(std::string_view text) {
  std::string quoted;
  for (const char letter : text) {
    if (letter == '\'') {
      quoted += "'\\''";
    } else if (letter == '\n') {
      quoted += ' ';
    } else {
      if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') quoted += '\\';
      quoted += letter;
    }
  }
  return quoted;
}

std::string zsh_arguments(const CommandText& command) {
  std::string lines;
  for (const OptionText& option : command.options) {
    if (option.positional) continue;
    for (const std::string& name : option.names) {
      const std::string value =
          option.value.empty() ? "" : ":" + zsh_quoted(option.value) + ":_files";
      lines += fmt::format("          '{}[{}]{}' \\\n", name, zsh_quoted(option.help), value);
    }
  }
  return lines;
}

}  // namespace

std::string bash_completion(const CommandTree& tree) {
  std::string cases;
  for (const CommandText& command : tree.commands) {
    cases += fmt::format("    {}) options='{}' claims={} ;;\n", command.name,
                         fmt::join(option_names(command), " "), takes_claims(command) ? 1 : 0);
  }
  constexpr const char* script =
      R"sh(# Completion of asymptest for bash: source <(asymptest completion bash)
_asymptest() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} command=${{COMP_WORDS[1]}} options='' claims=0
  # A claim's control stands behind a colon, which ends no word of ours.
  declare -F _get_comp_words_by_ref >/dev/null && _get_comp_words_by_ref -n : -c word
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{} help' -- "$word"))
    return
  fi
  case $command in
{}  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [ "$claims" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$("${{COMP_WORDS[0]}}" list --labels 2>/dev/null | cut -d' ' -f1)" -- "$word"))
    declare -F __ltrim_colon_completions >/dev/null && __ltrim_colon_completions "$word"
  fi
}}
complete -o default -F _asymptest asymptest
)sh";
  return fmt::format(script, fmt::join(command_names(tree), " "), cases);
}

std::string zsh_completion(const CommandTree& tree) {
  std::string list, cases;
  for (const CommandText& command : tree.commands) {
    list += fmt::format("    '{}:{}'\n", command.name, zsh_quoted(command.help));
    const char* rest = takes_claims(command) ? "'*:claim:_asymptest_claims'" : "'*:file:_files'";
    cases += fmt::format("        {})\n          _arguments \\\n{}          {} ;;\n", command.name,
                         zsh_arguments(command), rest);
  }
  constexpr const char* script = R"sh(#compdef asymptest
# Completion of asymptest for zsh.
_asymptest_claims() {{
  local -a claims
  claims=(${{(f)"$(asymptest list --labels 2>/dev/null | cut -d' ' -f1)"}})
  compadd -a claims
  _files
}}
_asymptest() {{
  local -a commands
  commands=(
{}  )
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $words[1] in
{}      esac ;;
  esac
}}
_asymptest "$@"
)sh";
  return fmt::format(script, list, cases);
}

}  // namespace asymptest::cli
