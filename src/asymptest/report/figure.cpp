#include "asymptest/report/figure.hpp"

#include <fmt/format.h>

#include "asymptest/report/escape.hpp"
#include "asymptest/report/number.hpp"
#include "asymptest/report/rate_figure.hpp"
#include "asymptest/report/ratio_figure.hpp"
#include "asymptest/report/shape_figure.hpp"
#include "asymptest/report/slack_figure.hpp"
#include "asymptest/report/svg.hpp"
#include "asymptest/report/wording.hpp"

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
  const std::string& kind = subject.law.kind;
  const bool has_rate = kind == "power law" || kind == "exponential decay";
  if (kind == "always" && !subject.points.empty()) return slack_figure(claim, subject, detail);
  if (subject.verdict.points.empty()) return empty_figure(subject);
  if (has_rate && !subject.law.factors.empty()) return rate_figure(claim, subject, detail);
  if (kind == "value") return ratio_figure(claim, subject, detail);
  return shape_figure(claim, subject, detail);
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

std::string opening(const Figure& figure) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" viewBox=\"0 0 {0} {1}\" "
      "width=\"{0}\" height=\"{1}\" role=\"img\" aria-label=\"{2}\">\n",
      coordinate(figure.width), coordinate(figure.height),
      markup(figure.title + ". " + figure.description));
}

}  // namespace

Figure figure_of(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail) {
  Figure figure = drawn(claim, subject, detail);
  figure.title = claim.title + (subject.control.empty() ? "" : ", control " + subject.control);
  figure.description = description_of(subject);
  return figure;
}

std::string as_file(const Figure& figure) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}<title>{}</title>\n<desc>{}</desc>\n"
      "<style>{}</style>\n<rect class=\"f-paper\" x=\"0\" y=\"0\" width=\"100%\" "
      "height=\"100%\"/>\n"
      "{}</svg>\n",
      opening(figure), markup(figure.title), markup(figure.description), figure_style_for_file(),
      figure.elements);
}

std::string as_element(const Figure& figure) {
  return opening(figure) + figure.elements + "</svg>\n";
}

}  // namespace asymptest::report
