#include "asymptest/report/drawing/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace asymptest::report::svg_test {
namespace {

const double not_a_number = std::nan("");
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Svg, CoordinatesAreShort) {
  EXPECT_EQ(coordinate(12), "12");
  EXPECT_EQ(coordinate(100), "100");
  EXPECT_EQ(coordinate(0.126), "0.13");
  EXPECT_EQ(coordinate(1.5), "1.5");
  EXPECT_EQ(coordinate(-0.001), "0");
}

TEST(Svg, LeavesOutWhatHasNoPlace) {
  Svg svg;
  svg.line({0, not_a_number}, {1, 1}, "x");
  svg.circle({infinity, 0}, 2, "x");
  svg.rectangle({0, 0, -1, 2}, "x");
  svg.text({not_a_number, 0}, "x", Anchor::start, "words");
  const std::vector<Pixel> corners{{0, 0}, {1, 1}, {not_a_number, 2}};
  svg.polygon(corners, "x");
  const std::vector<Pixel> bent{{0, 0}, {1, 1}, {not_a_number, 2}, {3, 3}};
  svg.curve(bent, "x");
  EXPECT_EQ(svg.elements(), "");
}

TEST(Svg, LinesOfAStyleAreOneElementBelowWhatComesLater) {
  Svg svg;
  svg.line({0, 1}, {2, 1}, "tick");
  svg.line({0, 0}, {0, 9}, "grid");
  svg.text({1, 2}, "label", Anchor::end, "a");
  svg.line({0, 3}, {2, 4}, "tick");
  svg.circle({1, 1}, 2, "point");
  svg.line({5, 5}, {6, 5}, "tick");
  EXPECT_EQ(svg.elements(),
            "<g class=\"label\" text-anchor=\"end\">\n<text x=\"1\" y=\"2\">a</text>\n</g>\n"
            "<path class=\"tick\" d=\"M0,1H2M0,3L2,4\"/>\n"
            "<path class=\"grid\" d=\"M0,0V9\"/>\n"
            "<g class=\"point\">\n<circle cx=\"1\" cy=\"1\" r=\"2\"/>\n</g>\n"
            "<path class=\"tick\" d=\"M5,5H6\"/>\n");
}

TEST(Svg, ACurveIsAChainOfBezierCurves) {
  Svg svg;
  const std::vector<Pixel> points{{0, 0}, {1, 0}, {2, 1}, {3, 1}};
  svg.curve(points, "use");
  svg.curve(std::span(points).first(3), "use");
  EXPECT_EQ(svg.elements(), "<path class=\"use\" d=\"M0,0C1,0 2,1 3,1\"/>\n");
}

TEST(Svg, APathGoesAroundAGap) {
  Svg svg;
  const std::vector<Pixel> points{{0, 0}, {1, 1}, {2, not_a_number}, {3, 3}, {4, 4}};
  svg.path(points, "fit");
  EXPECT_EQ(svg.elements(), "<path class=\"fit\" d=\"M0,0L1,1M3,3L4,4\"/>\n");
}

TEST(Svg, APathOfOnePointIsNone) {
  Svg svg;
  const std::vector<Pixel> points{{0, 0}};
  svg.path(points, "fit");
  EXPECT_EQ(svg.elements(), "");
}

TEST(Svg, EscapesItsWords) {
  Svg svg;
  svg.text({1, 2}, "label", Anchor::end, "a < b & c");
  EXPECT_EQ(svg.elements(),
            "<g class=\"label\" text-anchor=\"end\">\n"
            "<text x=\"1\" y=\"2\">a &lt; b &amp; c</text>\n</g>\n");
}

TEST(Svg, PointsAndTextsOfOneLookShareAGroup) {
  Svg svg;
  svg.circle({1, 1}, 2, "point");
  svg.circle({2, 1}, 2, "point");
  svg.circle({3, 1}, 2, "other");
  svg.text({1, 2}, "label", Anchor::start, "a");
  svg.text({1, 3}, "label", Anchor::start, "b");
  EXPECT_EQ(svg.elements(),
            "<g class=\"point\">\n<circle cx=\"1\" cy=\"1\" r=\"2\"/>\n"
            "<circle cx=\"2\" cy=\"1\" r=\"2\"/>\n</g>\n"
            "<g class=\"other\">\n<circle cx=\"3\" cy=\"1\" r=\"2\"/>\n</g>\n"
            "<g class=\"label\">\n<text x=\"1\" y=\"2\">a</text>\n"
            "<text x=\"1\" y=\"3\">b</text>\n</g>\n");
}

}  // namespace
}  // namespace asymptest::report::svg_test
