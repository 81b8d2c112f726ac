#include "asymptest/engine/audit/perturbation.hpp"

#include <fmt/format.h>

#include <cmath>

namespace asymptest {
namespace {

std::string bands_text(int bands) {
  return fmt::format("{} {} band{}", bands < 0 ? "-" : "+", std::abs(bands),
                     std::abs(bands) == 1 ? "" : "s");
}

/// The same law of the same band and reason, but for its kind.
Prediction with_kind(const Prediction& original, Prediction::Kind kind) {
  Prediction changed(std::move(kind));
  return changed.within(original.band()).because(original.reason());
}

/// The sign of a change of the exponent that asks for more; 0 where either does.
int tighter_side(Relation relation, const Factor& factor) {
  if (relation == Relation::theta) return 0;
  const int at_infinity = relation == Relation::at_most ? -1 : 1;
  return factor.towards == Towards::zero ? -at_infinity : at_infinity;
}

class Perturbing {
 public:
  explicit Perturbing(const Prediction& original) : original_(original) {}

  std::vector<Perturbation> of(const PowerLaw& law) {
    for (std::size_t i = 0; i < law.factors.size(); ++i) {
      for (const int bands : {-2, -1, 1, 2}) {
        if (bands * tighter_side(law.relation, law.factors[i]) < 0) continue;
        PowerLaw changed = law;
        changed.factors[i].exponent += bands * original_.band();
        add(quantity_of(law, law.factors[i].name) + " " + bands_text(bands), std::move(changed));
      }
    }
    return std::move(all_);
  }

  std::vector<Perturbation> of(const ExponentialDecay& law) {
    for (const int bands : {1, 2}) {
      ExponentialDecay changed = law;
      changed.rate *= 1 + bands * original_.band();
      add(quantity_of(law, law.axis) + " " + bands_text(bands), std::move(changed));
    }
    return std::move(all_);
  }

  std::vector<Perturbation> of(const ValueLaw& law) {
    for (const int bands : {-2, -1, 1, 2}) {
      add("value " + bands_text(bands), times(law, 1 + bands * original_.band()));
    }
    add("value x 1.1", times(law, 1.1));
    return std::move(all_);
  }

  std::vector<Perturbation> of(const Inequality& law) {
    for (const auto& [share, words] : {std::pair{0.1, "a tenth"}, std::pair{0.5, "half"}}) {
      Inequality changed = law;
      if (law.lower) *changed.lower += share * std::abs(*law.lower);
      if (law.upper) *changed.upper -= share * std::abs(*law.upper);
      if (changed.lower == law.lower && changed.upper == law.upper) continue;
      add(fmt::format("bound tightened by {}", words), changed);
    }
    return std::move(all_);
  }

  std::vector<Perturbation> of(const Shape& law) {
    const auto opposite = [](Shape::Kind kind) {
      switch (kind) {
        case Shape::Kind::increasing:
          return Shape::Kind::decreasing;
        case Shape::Kind::decreasing:
          return Shape::Kind::increasing;
        case Shape::Kind::peak:
          return Shape::Kind::valley;
        case Shape::Kind::valley:
          return Shape::Kind::peak;
        case Shape::Kind::descents:
          break;
      }
      return Shape::Kind::descents;
    };
    if (law.kind == Shape::Kind::descents) {
      add_shape(law, "one descent more", [](Shape& s) { ++s.count; });
      if (law.count > 1) add_shape(law, "one descent less", [](Shape& s) { --s.count; });
      return std::move(all_);
    }
    const auto turned = opposite(law.kind);
    add_shape(law, std::string(name_of(turned)), [&](Shape& s) { s.kind = turned; });
    if (law.location == 0) return std::move(all_);
    for (const int bands : {-2, 2}) {
      add_shape(law, "place " + bands_text(bands),
                [&](Shape& s) { s.location *= 1 + bands * original_.band(); });
    }
    return std::move(all_);
  }

 private:
  static ValueLaw times(const ValueLaw& law, double factor) {
    ValueLaw changed = law;
    changed.curve = [curve = law.curve, factor](const Point& at) { return factor * curve(at); };
    return changed;
  }

  template <typename Change>
  void add_shape(const Shape& law, std::string words, const Change& change) {
    Shape changed = law;
    change(changed);
    add(std::move(words), std::move(changed));
  }

  void add(std::string change, Prediction::Kind kind) {
    all_.push_back({std::move(change), with_kind(original_, std::move(kind))});
  }

  const Prediction& original_;
  std::vector<Perturbation> all_;
};

}  // namespace

std::vector<Perturbation> perturbations_of(const Prediction& prediction) {
  return std::visit([&](const auto& law) { return Perturbing(prediction).of(law); },
                    prediction.kind());
}

}  // namespace asymptest
