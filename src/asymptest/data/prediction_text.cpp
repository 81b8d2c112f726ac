#include "asymptest/data/prediction_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {
namespace {

/// Reads the law from left to right.
class Reader {
 public:
  Reader(std::string_view text, std::string_view what) : what_(what), all_(text), rest_(text) {
    skip_spaces();
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  std::string_view word() {
    const std::string_view word = rest_.substr(0, rest_.find_first_of(" \t^("));
    rest_.remove_prefix(word.size());
    return word;
  }

  Factor factor() {
    Factor factor{.name = std::string(name()), .exponent = 1};
    if (skip('^')) factor.exponent = exponent();
    if (!rest_.empty() && rest_.front() != ' ' && rest_.front() != '\t') {
      refuse(rest_, "a space before the next factor (fractions need parentheses: N^(-1/3))");
    }
    skip_spaces();
    return factor;
  }

  /// "E +", which is then read.
  bool constant_before() {
    constexpr std::string_view name = "E";
    std::string_view rest = rest_;
    if (!rest.starts_with(name)) return false;
    rest.remove_prefix(name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (!rest.starts_with('+')) return false;
    rest_ = rest.substr(1);
    skip_spaces();
    return true;
  }

  /// "+ constant" at the end, which is then read.
  bool constant_behind() {
    std::string_view rest = rest_;
    if (!rest.starts_with('+')) return false;
    rest.remove_prefix(std::min(rest.find_first_not_of("+ \t"), rest.size()));
    rest = rest.substr(0, rest.find_last_not_of(" \t") + 1);
    if (rest != "constant" && rest != "const" && rest != "E") return false;
    rest_ = {};
    return true;
  }

  /// "+" before the next term of a sum, which is then read.
  bool another_term() {
    const std::string_view start = rest_;
    if (!skip('+')) return false;
    skip_spaces();
    if (rest_.find_first_not_of("0123456789. \t") == rest_.npos) {
      refuse(start, "a second power, D^-0.28, or '+ constant' at the end");
    }
    return true;
  }

  void skip_spaces() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size()));
  }

  [[noreturn]] void refuse(std::string_view at, std::string_view expected) const {
    throw InputError(fmt::format("{} {}: {}, expected {}", what_, shown(all_),
                                 at.empty() ? "it ends" : "at " + shown(at), expected));
  }

 private:
  bool skip(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view name() {
    const std::string_view start = rest_;
    std::string_view name;
    if (skip('"')) {
      name = rest_.substr(0, rest_.find('"'));
      rest_.remove_prefix(name.size());
      if (!skip('"')) refuse(start, "a closing quote");
    } else if (skip('(')) {
      name = rest_.substr(0, to_closing_parenthesis());
      rest_.remove_prefix(name.size());
      if (!skip(')')) refuse(start, "a closing parenthesis");
    } else {
      name = word();
    }
    if (name.empty()) refuse(start, "the name of a column");
    return name;
  }

  /// What stands before the parenthesis that closes the one just read.
  [[nodiscard]] std::size_t to_closing_parenthesis() const {
    int open = 1;
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      if (rest_[i] == '(') ++open;
      if (rest_[i] == ')' && --open == 0) return i;
    }
    return rest_.size();
  }

  double exponent() {
    const std::string_view start = rest_;
    if (!skip('(')) return number(start);
    double value = number(start);
    if (skip('/')) value /= number(start);
    if (!skip(')')) refuse(start, "a number or a fraction such as (-1/3)");
    if (!std::isfinite(value)) refuse(start, "a finite exponent");
    return value;
  }

  double number(std::string_view start) {
    skip('+');
    double value = 0;
    const auto [end, problem] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (problem != std::errc{} || !std::isfinite(value)) refuse(start, "a number as the exponent");
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }

  std::string_view what_, all_, rest_;
};

std::optional<Relation> relation_of(std::string_view word) {
  if (word == "theta") return Relation::theta;
  if (word == "at_most") return Relation::at_most;
  if (word == "at_least") return Relation::at_least;
  return std::nullopt;
}

}  // namespace

Prediction parse_power_law(std::string_view text, std::string_view what) {
  Reader reader(text, what);
  PowerLaw law{.plus_constant = reader.constant_before()};
  if (!law.plus_constant) {
    const std::string_view word = reader.word();
    const auto relation = relation_of(word);
    if (!relation) reader.refuse(word, "theta, at_most or at_least");
    law.relation = *relation;
    reader.skip_spaces();
    law.plus_constant = reader.constant_before();
  }
  do {
    Factor factor = reader.factor();
    for (const Factor& other : law.factors) {
      if (other.name == factor.name) reader.refuse(factor.name, "each column once");
    }
    law.factors.push_back(std::move(factor));
    if (reader.constant_behind()) law.plus_constant = true;
    if (reader.another_term()) law.is_sum = true;
  } while (!reader.at_end());
  if (law.is_sum && (law.factors.size() != 2 || law.relation != Relation::theta)) {
    reader.refuse(text, "a sum of two powers, with theta or no relation before it");
  }
  if (law.plus_constant && law.factors.size() > 1 && !law.is_sum) {
    reader.refuse(text, "a constant beside one factor alone, or beside a sum of two");
  }
  return Prediction(std::move(law));
}

}  // namespace asymptest::cli
