#include "asymptest/experiment/formula/law_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "asymptest/data/prediction_text.hpp"
#include "asymptest/experiment/formula/expression.hpp"

namespace asymptest {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view known_laws =
    "theta, at_most, at_least, E +, decays, equals, always_at_least, always_at_most, "
    "increasing, decreasing, peak, valley or descents";

/// A law that is words with blanks between: its name, then an axis or a number or both.
struct LawWords {
  std::string_view what, text;
  std::span<const std::string> axes;
  std::vector<std::string_view> words;

  [[noreturn]] void refuse(std::string_view expected) const {
    throw std::invalid_argument(fmt::format("{} '{}', expected {}", what, text, expected));
  }
  void require_form(std::size_t count, std::string_view form) const {
    if (words.size() != count) refuse(fmt::format("the form `{}`", form));
  }
  [[nodiscard]] std::string axis() const {
    if (std::find(axes.begin(), axes.end(), words[1]) == axes.end()) {
      refuse(fmt::format("an axis in place of '{}': {}", words[1], fmt::join(axes, ", ")));
    }
    return std::string(words[1]);
  }
  [[nodiscard]] double number() const {
    const std::string_view word = words.back();
    double value = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (problem != std::errc{} || end != word.data() + word.size() || !std::isfinite(value)) {
      refuse(fmt::format("a finite number in place of '{}'", word));
    }
    return value;
  }
};

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (auto start = text.find_first_not_of(blanks); start != std::string_view::npos;
       start = text.find_first_not_of(blanks, start)) {
    const bool quoted = text[start] == '"';
    if (quoted) ++start;
    const auto end =
        std::min(quoted ? text.find('"', start) : text.find_first_of(blanks, start), text.size());
    words.push_back(text.substr(start, end - start));
    start = std::min(end + (quoted ? 1 : 0), text.size());
  }
  return words;
}

Prediction parse_product(const LawWords& law) {
  auto product = std::get<PowerLaw>(cli::parse_power_law(law.text, law.what).kind());
  for (Factor& factor : product.factors) {
    if (std::find(law.axes.begin(), law.axes.end(), factor.name) != law.axes.end()) continue;
    factor.of = parse_expression(factor.name, law.axes);
  }
  return Prediction(std::move(product));
}

std::optional<Shape::Kind> shape_called(std::string_view word) {
  for (const auto kind : {Shape::Kind::increasing, Shape::Kind::decreasing, Shape::Kind::peak,
                          Shape::Kind::valley, Shape::Kind::descents}) {
    if (name_of(kind) == word) return kind;
  }
  return std::nullopt;
}

Prediction parse_shape(const LawWords& law, Shape::Kind kind) {
  if (kind == Shape::Kind::increasing || kind == Shape::Kind::decreasing) {
    law.require_form(2, fmt::format("{} AXIS", name_of(kind)));
    return has_shape({.kind = kind, .axis = law.axis()});
  }
  law.require_form(3, fmt::format("{} AXIS NUMBER", name_of(kind)));
  if (kind != Shape::Kind::descents) {
    return has_shape({.kind = kind, .axis = law.axis(), .location = law.number()});
  }
  const double count = law.number();
  if (!(count >= 1 && count <= 1000) || count != std::floor(count))
    law.refuse("a whole number of descents");
  return has_shape({.kind = kind, .axis = law.axis(), .count = static_cast<int>(count)});
}

}  // namespace

Prediction parse_law(std::string_view text, std::span<const std::string> axes,
                     std::string_view what) {
  LawWords law{what, text, axes, words_in(text)};
  const std::string_view kind = law.words.empty() ? std::string_view{} : law.words.front();
  if (kind == "theta" || kind == "at_most" || kind == "at_least" || kind == "E" ||
      kind.starts_with("E+")) {
    return parse_product(law);
  }
  if (kind == "equals") {
    const auto formula = kind.data() + kind.size();
    return equals(parse_expression({formula, text.data() + text.size()}, axes));
  }
  if (kind == "decays") {
    law.require_form(3, "decays AXIS RATE");
    return decays(law.axis(), law.number());
  }
  if (kind == "always_at_least" || kind == "always_at_most") {
    law.require_form(2, fmt::format("{} NUMBER", kind));
    return kind == "always_at_least" ? always_at_least(law.number()) : always_at_most(law.number());
  }
  if (const auto shape = shape_called(kind)) return parse_shape(law, *shape);
  law.refuse(known_laws);
}

}  // namespace asymptest
