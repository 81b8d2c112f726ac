#include "asymptest/report/figures/figure_of.hpp"

#include <fmt/format.h>

#include "asymptest/report/drawing/svg.hpp"
#include "asymptest/report/figures/rate_figure.hpp"
#include "asymptest/report/figures/ratio_figure.hpp"
#include "asymptest/report/figures/shape_figure.hpp"
#include "asymptest/report/figures/slack_figure.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

Figure empty_figure(const SubjectRecord& subject) {
  Figure figure{.width = 300, .height = 60};
  Svg svg;
  const std::string_view why = subject.status == Status::failed
                                   ? "No figure: the measurement failed."
                                   : "No figure: nothing was measured.";
  svg.text({10, 34}, "f-label", Anchor::start, why);
  figure.elements = svg.elements();
  return figure;
}

Figure drawn(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail) {
  const bool is_slack = subject.law.figure == FigureKind::slack;
  if ((is_slack ? measured_points(subject) : judged_points(subject)).empty()) {
    return empty_figure(subject);
  }
  switch (subject.law.figure) {
    case FigureKind::slack:
      return slack_figure(claim, subject, detail);
    case FigureKind::rate:
      return rate_figure(claim, subject, detail);
    case FigureKind::ratio:
      return ratio_figure(claim, subject, detail);
    case FigureKind::run:
      return shape_figure(claim, subject, detail);
  }
  return empty_figure(subject);
}

std::string description_of(const SubjectRecord& subject) {
  std::string text =
      fmt::format("Predicted: {}. Verdict: {}.", subject.prediction, verdict_word(subject));
  for (const Estimate& e : subject.verdict.estimates) {
    text += fmt::format(" {}: {}, band {}.", e.name, with_interval(e.estimate, e.lower, e.upper),
                        band(e.band_lower, e.band_upper));
  }
  return text;
}

}  // namespace

Figure figure_of(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail) {
  Figure figure = drawn(claim, subject, detail);
  figure.title = claim.title + (subject.control.empty() ? "" : ", control " + subject.control);
  figure.description = description_of(subject);
  return figure;
}

}  // namespace asymptest::report
