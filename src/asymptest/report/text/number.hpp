#pragma once

#include <string>

namespace asymptest::report {

/// A number for a person: `significant` digits, trailing zeros dropped, a true minus sign, powers
/// of ten outside 10^-4 … 10^6 as "1.2×10⁻⁷". NaN is "–", infinities are "∞" and "−∞".
std::string number(double value, int significant = 3);

/// An exponent in raised digits: "⁻¹²".
std::string superscript(int exponent);

/// A number with a fixed count of decimals, a true minus sign and no "−0".
std::string fixed(double value, int decimals);

/// The decimals at which an interval of this width shows two of its own digits, at most 12.
int decimals_for(double width);

/// An exponent as theory writes it: "−1/3" where it is a fraction with a denominator of at most 12,
/// else as `number`.
std::string exponent(double value);

/// "−0.497 [−0.512, −0.483]", to the digits that the interval's width carries; the interval is left
/// out where it has no width.
std::string with_interval(double estimate, double lower, double upper);

/// "[−0.512, −0.483]", alike.
std::string interval_text(double lower, double upper);

/// "[−0.55, −0.45]", or "≤ −0.45", "≥ −0.55" where one side is open.
std::string band(double lower, double upper);

/// A share as a percentage: "1 %", "0.012 %".
std::string percent(double share);

/// A count with thin spaces between groups of three digits: "1 048 576".
std::string count(long long value);

/// "0.4 s", "12 s", "3 min 20 s", "2 h 5 min".
std::string duration(double seconds);

/// The shortest decimal that reads back to the same double, in ASCII, for machines; "nan", "inf",
/// "-inf".
std::string exact(double value);

}  // namespace asymptest::report
