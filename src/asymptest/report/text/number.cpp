#include "asymptest/report/text/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace asymptest::report {
namespace {

constexpr const char* minus_sign = "−";
constexpr const char* thin_space = "\u2009";

std::string with_true_minus(const std::string& text) {
  return text.starts_with('-') ? minus_sign + text.substr(1) : text;
}

std::string without_trailing_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string special(double value) {
  if (std::isnan(value)) return "–";
  return value > 0 ? "∞" : "−∞";
}

std::string scientific(double value, int significant) {
  const std::string text = fmt::format("{:.{}e}", value, significant - 1);
  const std::size_t e = text.find('e');
  const std::string mantissa = without_trailing_zeros(text.substr(0, e));
  std::string power = "10" + superscript(std::stoi(text.substr(e + 1)));
  if (mantissa == "1") return power;
  if (mantissa == "-1") return minus_sign + power;
  return with_true_minus(mantissa) + "×" + power;
}

}  // namespace

std::string superscript(int exponent) {
  constexpr const char* digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out = exponent < 0 ? "⁻" : "";
  for (const char digit : std::to_string(std::abs(exponent))) out += digits[digit - '0'];
  return out;
}

std::string number(double value, int significant) {
  if (!std::isfinite(value)) return special(value);
  if (value == 0) return "0";
  const double size = std::abs(value);
  if (size < 1e-4 || size >= 1e6) return scientific(value, significant);
  const int decimals =
      std::max(0, significant - 1 - static_cast<int>(std::floor(std::log10(size))));
  return with_true_minus(without_trailing_zeros(fmt::format("{:.{}f}", value, decimals)));
}

std::string fixed(double value, int decimals) {
  if (!std::isfinite(value)) return special(value);
  std::string text = fmt::format("{:.{}f}", value, decimals);
  const bool is_zero = text.find_first_of("123456789") == std::string::npos;
  if (is_zero && text.starts_with('-')) text.erase(0, 1);
  return with_true_minus(text);
}

int decimals_for(double width) {
  if (!std::isfinite(width) || !(width > 0)) return 3;
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(width))), 0, 12);
}

std::string exponent(double value) {
  constexpr double rounding = 1e-12;  // of a quotient written in the claim's source
  for (int denominator = 2; denominator <= 12; ++denominator) {
    const double numerator = value * denominator;
    if (value == std::round(value) || std::abs(numerator) > 100) break;
    if (std::abs(numerator - std::round(numerator)) < rounding) {
      return fmt::format("{}/{}", fixed(numerator, 0), denominator);
    }
  }
  return number(value, 4);
}

std::string with_interval(double estimate, double lower, double upper) {
  const double width = upper - lower;
  if (!(width > 0)) return number(estimate, 4);
  const double scale = std::max({std::abs(estimate), std::abs(lower), std::abs(upper)});
  const bool plain = std::isfinite(width) && scale >= 1e-4 && scale < 1e6;
  if (!plain) {
    return fmt::format("{} [{}, {}]", number(estimate), number(lower), number(upper));
  }
  const int decimals = std::min(decimals_for(width), 6);
  const auto shown = [&](double value) { return value == 0 ? "0" : fixed(value, decimals); };
  return fmt::format("{} [{}, {}]", shown(estimate), shown(lower), shown(upper));
}

std::string interval_text(double lower, double upper) {
  if (!std::isfinite(lower) || !std::isfinite(upper)) {
    return fmt::format("[{}, {}]", number(lower), number(upper));
  }
  const std::string text = with_interval((lower + upper) / 2, lower, upper);
  const std::size_t bracket = text.find('[');
  return bracket == text.npos ? fmt::format("[{}, {}]", text, text) : text.substr(bracket);
}

std::string band(double lower, double upper) {
  if (std::isinf(lower) && std::isinf(upper)) return "any";
  if (std::isinf(lower)) return "≤ " + number(upper, 4);
  if (std::isinf(upper)) return "≥ " + number(lower, 4);
  return fmt::format("[{}, {}]", number(lower, 4), number(upper, 4));
}

std::string percent(double share) { return number(100 * share, 2) + thin_space + "%"; }

std::string count(long long value) {
  const std::string digits = std::to_string(value);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t left = digits.size() - i;
    if (i > 0 && left % 3 == 0 && digits[i - 1] != '-' && digits.size() > 4) out += thin_space;
    out += digits[i];
  }
  return out;
}

std::string duration(double seconds) {
  if (!std::isfinite(seconds) || seconds < 0) return "–";
  if (seconds < 60) return number(seconds, 2) + " s";
  const auto whole = static_cast<long long>(std::round(seconds));
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

std::string exact(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  return fmt::format("{}", value);
}

}  // namespace asymptest::report
