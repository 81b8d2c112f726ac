#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/require/enum_names.hpp"

namespace asymptest {

/// Every kind of law there is: the name of one more stands here, its struct in `Prediction::Kind`
/// (prediction.hpp), its decision in inference/decide.cpp, and all else in files of its own.
enum class LawKind { power_law, exponential_decay, value, inequality, shape };
inline constexpr EnumNames<LawKind, 5> law_kind_names{
    "kind of law", {"power law", "exponential decay", "value", "always", "shape"}};

/// Its name. Throws std::invalid_argument for a number that is no kind.
std::string_view name_of(LawKind kind);

/// What of the trials at a design point the law speaks of. A proportion is the mean of trials that
/// are 0 or 1, a bounded mean that of trials within a known range: they are decided without any
/// assumption on the trials' law but that they are independent.
enum class Summary { mean, median, geometric_mean, proportion, bounded_mean };
inline constexpr EnumNames<Summary, 5> summary_names{
    "summary", {"mean", "median", "geometric mean", "proportion", "bounded mean"}};

/// Whether it is decided without an assumption on the trials' law.
inline bool is_assumption_free(Summary summary) {
  return summary == Summary::proportion || summary == Summary::bounded_mean;
}

/// "mean", "median", "geometric mean", "proportion", "bounded mean".
std::string_view name_of(Summary summary);

enum class Relation { theta, at_most, at_least };
inline constexpr EnumNames<Relation, 3> relation_names{"relation",
                                                       {"theta", "at_most", "at_least"}};

/// "theta", "at_most", "at_least".
std::string_view name_of(Relation relation);

/// How a law is drawn: measurements against each factor with slopes; over the predicted curve; the
/// trials' slack to a bound; the run along an axis.
enum class FigureKind { rate, ratio, slack, run };
inline constexpr EnumNames<FigureKind, 4> figure_kind_names{"figure",
                                                            {"rate", "ratio", "slack", "run"}};

/// "rate", "ratio", "slack", "run".
std::string_view name_of(FigureKind figure);

/// One factor x^a of a power law, or the axis and −rate of an exponential decay.
struct FactorRecord {
  std::string name;
  double exponent = 0;
};

/// A law as data, so that a report can say and draw what it predicts. Each kind has a function
/// `record_of` that makes it.
struct LawRecord {
  LawKind kind = LawKind::power_law;
  FigureKind figure = FigureKind::run;
  std::optional<Relation> relation;
  std::string form;                ///< of a shape: "peak", "valley", …; "constant": beside one
  std::optional<Summary> summary;  ///< none where the law speaks of every trial
  std::vector<FactorRecord> factors;
  bool up_to_logs = false;
  /// "N^-1: Stirling's series": the finite-size correction that theory gives, and who says so.
  std::optional<std::string> correction;
  double lower = -std::numeric_limits<double>::infinity();  ///< the bounds of an inequality
  double upper = std::numeric_limits<double>::infinity();
  double location = std::numeric_limits<double>::quiet_NaN();  ///< of a peak or a valley
};

}  // namespace asymptest
