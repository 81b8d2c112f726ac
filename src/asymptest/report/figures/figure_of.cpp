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

std::string title_of(const ClaimRecord& claim, const SubjectRecord& subject) {
  return claim.title + (subject.control.empty() ? "" : ", control " + subject.control);
}

}  // namespace

Figure figure_of(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail) {
  Figure figure = drawn(claim, subject, detail);
  figure.title = title_of(claim, subject);
  figure.description = description_of(subject);
  return figure;
}

std::vector<Figure> figure_parts(const ClaimRecord& claim, const SubjectRecord& subject) {
  const bool by_factors = subject.law.figure == FigureKind::rate && !judged_points(subject).empty();
  std::vector<Figure> parts = by_factors ? rate_parts(claim, subject)
                                         : std::vector<Figure>{drawn(claim, subject, Detail::part)};
  for (std::size_t j = 0; j < parts.size(); ++j) {
    parts[j].title = title_of(claim, subject);
    if (parts.size() > 1) parts[j].title += ", along " + subject.law.factors[j].name;
    if (j == 0) parts[j].description = description_of(subject);
  }
  return parts;
}

}  // namespace asymptest::report
