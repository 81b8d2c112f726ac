#include "asymptest/inference/fit/basis/exponent_region.hpp"

namespace asymptest {
namespace {

Bounds negated(const Bounds& i) { return {-i.upper, -i.lower}; }

}  // namespace

ExponentRegion ExponentRegion::negated() const {
  return {-estimate, asymptest::negated(inner), asymptest::negated(outer)};
}

}  // namespace asymptest
