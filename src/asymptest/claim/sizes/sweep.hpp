#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// How much is measured: seconds a claim, minutes, hours.
enum class Tier { quick, standard, full };

std::string_view name_of(Tier tier);
/// The inverse. Throws std::invalid_argument with the name and the known ones.
Tier parse_tier(std::string_view name);

/// One named axis of a sweep and its sizes at each tier.
class Axis {
 public:
  Axis(std::string name, std::string meaning);
  // Copied and destroyed in every claim's file: compiled once, in the source.
  Axis(const Axis& other);
  Axis(Axis&& other) noexcept;
  Axis& operator=(const Axis& other);
  Axis& operator=(Axis&& other) noexcept;
  ~Axis();

  /// Sizes first, first·ratio, … up to and including last (rounded to whole numbers where first and
  /// ratio are whole). Throws std::invalid_argument unless 0 < first <= last and ratio > 1, all
  /// finite, and where rounding would repeat the first size.
  Axis& geometric(double first, double last, double ratio = 2);
  /// Exactly these sizes, finite and strictly increasing, else std::invalid_argument.
  Axis& listed(std::vector<double> sizes);

  /// The last size at the standard and the full tier, where they go beyond the quick one
  /// (geometric axes only).
  Axis& standard(double last);
  Axis& full(double last);
  /// The largest size that the engine may add by itself, at any tier, when only larger sizes can
  /// decide (geometric axes only).
  Axis& grows_to(double last);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& meaning() const { return meaning_; }
  /// The sizes at a tier, with `growth` further sizes as far as `grows_to` allows. Throws
  /// std::invalid_argument for an axis that was given none.
  [[nodiscard]] std::vector<double> sizes(Tier tier, int growth = 0) const;

 private:
  void require_geometric(std::string_view method, double last) const;

  std::string name_, meaning_;
  double first_ = 0, ratio_ = 0, last_[3] = {0, 0, 0}, growth_last_ = 0;
  std::vector<double> listed_;
};

/// `axis("N", "samples").geometric(128, 8192)`
Axis axis(std::string name, std::string meaning);

/// The design points: the product of the axes, less the points that `where` excludes; or, if
/// `points` is not empty, exactly these points (a star or any other design).
struct Sweep {
  std::vector<Axis> axes;
  std::function<bool(const Point&)> where;
  std::vector<Point> points;

  Sweep();
  Sweep(std::initializer_list<Axis> product);  // NOLINT: reads as a list
  Sweep(std::vector<Axis> product, std::function<bool(const Point&)> condition);
  Sweep(std::vector<Axis> meanings, std::vector<Point> design);
  // Copied and destroyed in every claim's file: compiled once, in the source.
  Sweep(const Sweep& other);
  Sweep(Sweep&& other) noexcept;
  Sweep& operator=(const Sweep& other);
  Sweep& operator=(Sweep&& other) noexcept;
  ~Sweep();

  /// The design points at a tier, first axis slowest.
  [[nodiscard]] std::vector<Point> design(Tier tier, int growth = 0) const;
  /// How often the sweep can grow beyond the tier by a further size, at most `most_growth_steps`.
  /// As many looks are reserved for it, by a run and by its forecast.
  [[nodiscard]] int growth_steps(Tier tier) const;
};

/// More sizes than a sweep can use: doubling sizes pass any memory before that.
inline constexpr int most_growth_steps = 16;

}  // namespace asymptest
