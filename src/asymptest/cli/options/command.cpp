#include "asymptest/cli/options/command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <type_traits>

namespace asymptest::cli {
namespace {

template <class Value>
struct ElementOf {
  using Type = Value;
};
template <class Value>
struct ElementOf<std::optional<Value>> {
  using Type = Value;
};
template <class Value>
struct ElementOf<std::vector<Value>> {
  using Type = Value;
};

/// Of a number the parser says no more than that it could not be converted, and of a negative one
/// where none can be it takes the rest modulo 2^64.
template <class Number>
std::string fault_of_number(const std::string& typed) {
  Number number{};
  const bool wraps = std::is_unsigned_v<Number> && typed.starts_with('-');
  if (!wraps && CLI::detail::lexical_cast(typed, number)) return "";
  return fmt::format("is '{}', expected a {}number{}", typed,
                     std::is_integral_v<Number> ? "whole " : "",
                     std::is_unsigned_v<Number> ? " of at least 0" : "");
}

template <class Value>
Option checked(CLI::Option& option) {
  using Element = typename ElementOf<Value>::Type;
  if constexpr (std::is_arithmetic_v<Element>)
    return Option(option).check(fault_of_number<Element>);
  return option;
}

}  // namespace

Command Command::add_subcommand(const std::string& name, const std::string& help) const {
  return *app_->add_subcommand(name, help);
}

void Command::require_subcommand() const { app_->require_subcommand(1); }

void Command::footer(const std::string& text) const { app_->footer(text); }

void Command::callback(const std::function<void()>& run) const { app_->callback(run); }

void Command::set_version_flag(const std::string& name, const std::string& version,
                               const std::string& help) const {
  app_->set_version_flag(name, version, help);
}

template <class Value>
Option Command::add_option(const std::string& name, Value& value, const std::string& help) const {
  return checked<Value>(*app_->add_option(name, value, help));
}

template Option Command::add_option(const std::string&, std::string&, const std::string&) const;
template Option Command::add_option(const std::string&, std::filesystem::path&,
                                    const std::string&) const;
template Option Command::add_option(const std::string&, double&, const std::string&) const;
template Option Command::add_option(const std::string&, int&, const std::string&) const;
template Option Command::add_option(const std::string&, std::int64_t&, const std::string&) const;
template Option Command::add_option(const std::string&, std::uint64_t&, const std::string&) const;
template Option Command::add_option(const std::string&, std::optional<double>&,
                                    const std::string&) const;
template Option Command::add_option(const std::string&, std::optional<std::int64_t>&,
                                    const std::string&) const;
template Option Command::add_option(const std::string&, std::optional<std::uint64_t>&,
                                    const std::string&) const;
template Option Command::add_option(const std::string&, std::vector<int>&,
                                    const std::string&) const;
template Option Command::add_option(const std::string&, std::vector<std::int64_t>&,
                                    const std::string&) const;
template Option Command::add_option(const std::string&, std::vector<std::string>&,
                                    const std::string&) const;

template <class Value>
Option Command::add_option_function(const std::string& name,
                                    const std::function<void(const Value&)>& take,
                                    const std::string& help) const {
  return checked<Value>(*app_->add_option_function<Value>(name, take, help));
}

template Option Command::add_option_function(const std::string&,
                                             const std::function<void(const std::vector<double>&)>&,
                                             const std::string&) const;
template Option Command::add_option_function(const std::string&,
                                             const std::function<void(const std::string&)>&,
                                             const std::string&) const;
template Option Command::add_option_function(const std::string&,
                                             const std::function<void(const double&)>&,
                                             const std::string&) const;

Option Command::add_flag(const std::string& name, bool& given, const std::string& help) const {
  return *app_->add_flag(name, given, help);
}

void Command::require_given(std::initializer_list<const char*> names) const {
  for (const char* name : names) {
    if (count(name) == 0) throw CLI::RequiredError(name);
  }
}

std::size_t Command::count(const std::string& option) const { return app_->count(option); }

Option Command::option(const std::string& name) const { return *app_->get_option(name); }

std::vector<Option> Command::options() const {
  std::vector<Option> options;
  for (CLI::Option* option : app_->get_options()) options.emplace_back(*option);
  return options;
}

Command Command::command(const std::string& name) const { return *app_->get_subcommand(name); }

std::vector<Command> Command::commands() const {
  std::vector<Command> commands;
  for (CLI::App* command : app_->get_subcommands(nullptr)) commands.emplace_back(*command);
  return commands;
}

std::string Command::name() const { return app_->get_name(); }

std::string Command::help() const { return app_->get_description(); }

std::string Command::help_text() const { return app_->help(); }

std::string Command::footer() const { return app_->get_footer(); }

}  // namespace asymptest::cli
