#include "asymptest/report/drawing/figure.hpp"

#include <fmt/format.h>

#include "asymptest/report/drawing/svg.hpp"
#include "asymptest/report/text/escape.hpp"

namespace asymptest::report {
namespace {

/// A page in HTML needs no namespace.
std::string opening(const Figure& figure, std::string_view name_space) {
  return fmt::format(
      "<svg{4} class=\"figure\" viewBox=\"0 0 {0} {1}\" "
      "width=\"{0}\" height=\"{1}\" role=\"{3}\" aria-label=\"{2}\">\n",
      coordinate(figure.width), coordinate(figure.height),
      markup(figure.title + ". " + figure.description), figure.has_links ? "group" : "img",
      name_space);
}

}  // namespace

std::string as_file(const Figure& figure) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}<title>{}</title>\n<desc>{}</desc>\n"
      "<style>{}</style>\n<rect class=\"f-paper\" x=\"0\" y=\"0\" width=\"100%\" "
      "height=\"100%\"/>\n"
      "{}</svg>\n",
      opening(figure, " xmlns=\"http://www.w3.org/2000/svg\""), markup(figure.title),
      markup(figure.description), figure_style_for_file(), figure.elements);
}

std::string as_element(const Figure& figure) {
  return opening(figure, "") + figure.elements + "</svg>\n";
}

}  // namespace asymptest::report
