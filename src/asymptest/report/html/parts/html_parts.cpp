#include "asymptest/report/html/parts/html_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "asymptest/report/drawing/scale.hpp"
#include "asymptest/report/drawing/svg.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

constexpr double strip_width = 168;
constexpr double strip_height = 12;

std::string chip_content(Status status, std::string_view words) {
  return fmt::format(R"(<span class="mark" aria-hidden="true">{}</span>{})", look_of(status).mark,
                     markup(words));
}

/// The range that a strip shows: three band widths about the middle of the band, so that bands of
/// all claims look alike.
Range strip_range(const Estimate& e) {
  const bool open_below = !std::isfinite(e.band_lower);
  const bool open_above = !std::isfinite(e.band_upper);
  const double edge = open_below ? e.band_upper : e.band_lower;
  const double middle = open_below || open_above ? edge : (e.band_lower + e.band_upper) / 2;
  double half = open_below || open_above ? std::abs(edge - e.predicted) : middle - e.band_lower;
  if (!(half > 0)) half = (e.upper - e.lower) / 2;
  if (!(half > 0) || !std::isfinite(half)) half = 1;
  return {middle - 3 * half, middle + 3 * half};
}

bool is_arxiv_number(std::string_view text) {
  return text.size() >= 9 && text[4] == '.' && std::all_of(text.begin(), text.end(), [](char c) {
           return c == '.' || (c >= '0' && c <= '9');
         });
}

}  // namespace

std::string status_chip(Status status, std::string_view words) {
  return fmt::format("<span class=\"status {}\">{}</span>", look_of(status).name,
                     chip_content(status, words));
}

std::string status_link(const SubjectRecord& subject, std::string_view words) {
  return fmt::format(R"(<a class="status {}" href="#{}" title="{}: {}">{}</a>)",
                     look_of(subject.status).name, anchor(subject.name), markup(subject.name),
                     verdict_and_status(subject), chip_content(subject.status, words));
}

std::string_view is_open(Status status) {
  const bool asks_for_attention =
      status == Status::unexpected || status == Status::undecided || status == Status::failed;
  return asks_for_attention ? " open" : "";
}

std::string_view is_open(const std::vector<Status>& statuses) {
  const bool any = std::any_of(statuses.begin(), statuses.end(),
                               [](Status status) { return !is_open(status).empty(); });
  return any ? " open" : "";
}

std::string tally_chips(const std::vector<Status>& statuses) {
  std::string text;
  for (const Status status : all_statuses) {
    const auto n = std::count(statuses.begin(), statuses.end(), status);
    if (n > 0) text += status_chip(status, fmt::format("{} {}", n, look_of(status).word)) + ' ';
  }
  return text;
}

std::string interval_strip(const Estimate& e) {
  const Range range = strip_range(e);
  if (!std::isfinite(range.low) || !std::isfinite(range.high)) return "";
  const Scale scale(Spacing::linear, range, {0, strip_width});
  const auto inside = [&](double value) {
    return std::clamp(scale.clamped(value), 0.0, strip_width);
  };
  Svg svg;
  const double y = strip_height / 2;
  svg.line({0, y}, {strip_width, y}, "s-axis");
  const double band_left = inside(e.band_lower);
  svg.rectangle({band_left, 0, inside(e.band_upper) - band_left, strip_height}, "s-band");
  const Interval decides = deciding_interval(e);
  svg.line({inside(e.lower), y}, {inside(e.upper), y}, "s-outer");
  svg.line({inside(decides.lower), y}, {inside(decides.upper), y}, "s-interval");
  svg.circle({inside(e.estimate), y}, 3, "s-point");
  return fmt::format(
      "<svg class=\"strip\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
      "aria-label=\"{2}: {3}, band {4}\">{5}</svg>",
      strip_width, strip_height, markup(e.name),
      with_interval(e.estimate, decides.lower, decides.upper), band(e.band_lower, e.band_upper),
      svg.elements());
}

std::string estimate_table(const SubjectRecord& subject) {
  if (subject.verdict.estimates.empty()) return "";
  std::string rows;
  for (const Estimate& e : subject.verdict.estimates) {
    const Interval decides = deciding_interval(e);
    const std::string outer =
        std::isnan(e.region_lower)
            ? ""
            : fmt::format("<br><small>at {} error {}</small>", percent(subject.verdict.alpha),
                          interval_text(e.lower, e.upper));
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}{}</td><td>{}</td><td>{}</td></tr>",
                        markup(estimate_name(subject, e)),
                        with_interval(e.estimate, decides.lower, decides.upper), outer,
                        band(e.band_lower, e.band_upper), number(e.predicted));
  }
  return fmt::format(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Estimates of {}\"><table "
      "class=\"numbers\"><thead><tr><th scope=\"col\">quantity</th><th scope=\"col\">estimate and "
      "the interval that decides</th><th scope=\"col\">band</th><th scope=\"col\">predicted</th>"
      "</tr></thead><tbody>{}</tbody></table></div>",
      markup(subject.name), rows);
}

std::string prose(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t start = text.find('`');
    const std::size_t end = start == text.npos ? start : text.find('`', start + 1);
    if (end == text.npos) return out + markup(text);
    out += markup(text.substr(0, start));
    out += "<code>" + markup(text.substr(start + 1, end - start - 1)) + "</code>";
    text.remove_prefix(end + 1);
  }
}

std::string with_links(std::string_view text) {
  constexpr std::string_view prefix = "arXiv:";
  std::string out;
  while (true) {
    const std::size_t start = text.find(prefix);
    if (start == std::string_view::npos) return out + markup(text);
    std::size_t end = text.find_first_not_of("0123456789.", start + prefix.size());
    if (end == std::string_view::npos) end = text.size();
    if (text[end - 1] == '.') --end;
    const std::string_view number = text.substr(start + prefix.size(), end - start - prefix.size());
    out += markup(text.substr(0, start));
    const std::string words = markup(text.substr(start, end - start));
    out += is_arxiv_number(number)
               ? fmt::format("<a href=\"https://arxiv.org/abs/{}\">{}</a>", number, words)
               : words;
    text.remove_prefix(end);
  }
}

std::string prediction_html(const SubjectRecord& subject) {
  const LawRecord& law = subject.law;
  if (law.kind != LawKind::power_law || law.factors.empty()) {
    return markup(with_signs(subject.prediction));
  }
  std::string text = law.relation == Relation::at_most    ? "≲"
                     : law.relation == Relation::at_least ? "≳"
                                                          : "≍";
  for (const FactorRecord& factor : law.factors) {
    const bool compound = factor.name.find_first_of(" +-*/") != std::string::npos;
    const std::string name = compound ? '(' + markup(factor.name) + ')' : markup(factor.name);
    text += fmt::format(" <i>{}</i><sup>{}</sup>", name, exponent(factor.exponent));
  }
  if (law.form == "constant") text += " + constant";
  if (law.up_to_logs) text += ", up to logarithms";
  if (law.summary && *law.summary != Summary::mean) {
    text += fmt::format(", in the {}", name_of(*law.summary));
  }
  return text;
}

std::string fact(std::string_view term, std::string_view definition) {
  if (definition.empty()) return "";
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", term, definition);
}

}  // namespace asymptest::report
