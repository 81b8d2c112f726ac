#include "asymptest/cli/options/option.hpp"

#include <CLI/CLI.hpp>

namespace asymptest::cli {

Option Option::type_name(const std::string& name) const { return *option_->type_name(name); }

Option Option::required() const { return *option_->required(); }

Option Option::check(const Check& fault) const {
  // A transformation that changes nothing, for those run in the reverse of the order in which they
  // are given: an option's own check before that of its type.
  return *option_->transform(
      CLI::Validator([fault](const std::string& typed) { return fault(typed); }, ""));
}

Option Option::within(int least, int most) const {
  return *option_->check(CLI::Range(least, most));
}

Option Option::within(double least, double most) const {
  return *option_->check(CLI::Range(least, most).description(""));
}

Option Option::above_zero() const { return *option_->check(CLI::PositiveNumber); }

Option Option::one_of(const std::vector<std::string>& words) const {
  return *option_->check(CLI::IsMember(words).description(""));
}

Option Option::needs(Option other) const { return *option_->needs(other.option_); }

Option Option::excludes(Option other) const { return *option_->excludes(other.option_); }

Option Option::expected(int least, int most) const { return *option_->expected(least, most); }

Option Option::delimiter(char between_values) const { return *option_->delimiter(between_values); }

Option Option::repeated() const {
  return *option_->expected(1)->take_all()->allow_extra_args(false);
}

Option Option::allow_extra_args(bool allowed) const { return *option_->allow_extra_args(allowed); }

std::size_t Option::count() const { return option_->count(); }

std::vector<std::string> Option::values() const { return option_->results(); }

bool Option::is_flag() const { return option_->get_items_expected_max() == 0; }

bool Option::is_positional() const { return option_->get_positional(); }

std::string Option::name() const { return option_->get_name(); }

std::string Option::positional_name() const { return option_->get_name(true); }

std::vector<std::string> Option::short_names() const { return option_->get_snames(); }

std::vector<std::string> Option::long_names() const { return option_->get_lnames(); }

std::string Option::value_name() const { return option_->get_type_name(); }

std::string Option::help() const { return option_->get_description(); }

}  // namespace asymptest::cli
