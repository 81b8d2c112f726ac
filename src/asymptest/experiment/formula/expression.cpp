#include "asymptest/experiment/formula/expression.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "asymptest/experiment/formula/identifier.hpp"

namespace asymptest {
namespace {

struct NamedFunction {
  std::string_view name;
  double (*of)(double);
};

constexpr std::array<NamedFunction, 4> functions{{{"sqrt", [](double x) { return std::sqrt(x); }},
                                                  {"log", [](double x) { return std::log(x); }},
                                                  {"exp", [](double x) { return std::exp(x); }},
                                                  {"abs", [](double x) { return std::abs(x); }}}};

/// Recursive descent, a member for each level of precedence.
class ExpressionReader {
 public:
  ExpressionReader(std::string_view text, std::span<const std::string> axes)
      : all_(text), rest_(text), axes_(axes) {}
  /// Takes every name for an axis and notes it.
  ExpressionReader(std::string_view text, std::vector<std::string>& noted)
      : all_(text), rest_(text), noted_(&noted) {}

  Expression whole() {
    Expression value = sum();
    if (skip_spaces(), !rest_.empty()) refuse("an operator or the end");
    return value;
  }

 private:
  Expression sum() {
    Expression left = product();
    for (;;) {
      if (skip('+')) {
        left = [left, right = product()](const Point& at) { return left(at) + right(at); };
      } else if (skip('-')) {
        left = [left, right = product()](const Point& at) { return left(at) - right(at); };
      } else {
        return left;
      }
    }
  }

  Expression product() {
    Expression left = signed_power();
    for (;;) {
      if (skip('*')) {
        left = [left, right = signed_power()](const Point& at) { return left(at) * right(at); };
      } else if (skip('/')) {
        left = [left, right = signed_power()](const Point& at) { return left(at) / right(at); };
      } else {
        return left;
      }
    }
  }

  Expression signed_power() {
    if (skip('+')) return signed_power();
    if (!skip('-')) return power();
    return [value = signed_power()](const Point& at) { return -value(at); };
  }

  Expression power() {
    Expression base = primary();
    if (!skip('^')) return base;
    return [base, exponent = signed_power()](const Point& at) {
      return std::pow(base(at), exponent(at));
    };
  }

  Expression primary() {
    if (skip('(')) return closed(sum());
    skip_spaces();
    double number = 0;
    const auto [end, problem] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (problem == std::errc{} && std::isfinite(number) && !is_letter()) {
      rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
      return [number](const Point&) { return number; };
    }
    return named();
  }

  Expression named() {
    const std::string_view before = rest_;
    const bool quoted = rest_.starts_with('"');
    const std::string name = quoted ? quoted_name() : plain_name();
    if (is_axis(name, quoted)) {
      return [name](const Point& at) { return at[name]; };
    }
    if (name == "pi") return [](const Point&) { return std::numbers::pi; };
    const auto* function = std::find_if(functions.begin(), functions.end(),
                                        [&](const NamedFunction& one) { return one.name == name; });
    if (function == functions.end()) {
      rest_ = before;
      refuse(fmt::format("a number, {}, pi, sqrt, log, exp, abs or a parenthesis", shown_axes()));
    }
    if (!skip('(')) refuse("a parenthesis after " + name);
    return [of = function->of, value = closed(sum())](const Point& at) { return of(value(at)); };
  }

  /// As they are to be written: `an axis (n, "train size")`.
  [[nodiscard]] std::string shown_axes() const {
    if (axes_.empty()) return "a column";
    std::vector<std::string> shown;
    for (const std::string& axis : axes_) {
      shown.push_back(is_identifier(axis) ? axis : fmt::format("\"{}\"", axis));
    }
    return fmt::format("an axis ({})", fmt::join(shown, ", "));
  }

  std::string plain_name() {
    std::size_t size = 0;
    while (size < rest_.size() && is_identifier(rest_.substr(0, size + 1))) ++size;
    std::string name(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return name;
  }

  std::string quoted_name() {
    const std::size_t end = rest_.find('"', 1);
    if (end == std::string_view::npos) refuse("a closing quote");
    std::string name(rest_.substr(1, end - 1));
    rest_.remove_prefix(end + 1);
    return name;
  }

  bool is_axis(const std::string& name, bool quoted) {
    if (noted_ == nullptr) return std::find(axes_.begin(), axes_.end(), name) != axes_.end();
    const bool known =
        name == "pi" || std::any_of(functions.begin(), functions.end(),
                                    [&](const NamedFunction& one) { return one.name == name; });
    if (name.empty() || (known && !quoted)) return false;
    if (std::find(noted_->begin(), noted_->end(), name) == noted_->end()) noted_->push_back(name);
    return true;
  }

  Expression closed(Expression inner) {
    if (!skip(')')) refuse("a closing parenthesis");
    return inner;
  }

  // from_chars reads "inf" and "nan" as numbers.
  [[nodiscard]] bool is_letter() const { return is_identifier(rest_.substr(0, 1)); }

  void skip_spaces() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size()));
  }

  bool skip(char c) {
    skip_spaces();
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  [[noreturn]] void refuse(std::string_view expected) const {
    throw std::invalid_argument(
        fmt::format("formula '{}': {}, expected {}", all_,
                    rest_.empty() ? "it ends" : fmt::format("at '{}'", rest_), expected));
  }

  std::string_view all_, rest_;
  std::span<const std::string> axes_;
  std::vector<std::string>* noted_ = nullptr;
};

}  // namespace

Expression parse_expression(std::string_view text, std::span<const std::string> axes) {
  return ExpressionReader(text, axes).whole();
}

std::vector<std::string> axes_in(std::string_view text) {
  std::vector<std::string> noted;
  ExpressionReader(text, noted).whole();
  return noted;
}

}  // namespace asymptest
