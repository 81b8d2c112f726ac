#include "rigor/certificates/certificate_checker.hpp"

#include <algorithm>
#include <stdexcept>

#include "rigor/certificates/certificate_file.hpp"
#include "rigor/certificates/scalar_evaluation.hpp"

namespace asymptest::rigor {
namespace {

/// The conditions of one certificate, as they are looked at.
class Conditions {
 public:
  Conditions(const CertificateFile& file, CertificateCheck& check) : file_(file), check_(check) {}

  void add(const char* condition, bool established) { check_.add(condition, established); }
  [[nodiscard]] Interval number(const char* name) const { return file_.number(name); }

  /// An upper bound of κ or, with `output_weight` raised by the radius, of κ'.
  [[nodiscard]] Interval lipschitz(const Interval& output_weight) const {
    const Interval largest_curvature = Interval(4) / sqrt(Interval(27));
    const Interval a = largest_curvature * output_weight * number("input_size");
    const Interval trace = Interval(2) + square(a);
    // The larger eigenvalue of [[1 + a², a], [a, 1]], whose determinant is 1.
    const Interval largest = (trace + sqrt(square(trace) - Interval(4))) * Interval(0.5);
    return number("input_norm") * sqrt(largest / Interval(static_cast<double>(file_.width)));
  }

 private:
  const CertificateFile& file_;
  CertificateCheck& check_;
};

/// The conditions that every kind puts on the data.
void check_data(Conditions& conditions, const ScalarEvaluation& at) {
  const Interval input_size = conditions.number("input_size");
  bool inputs_fit = input_size.lower() >= 0;
  for (std::size_t i = 0; i < at.angles.order(); ++i) {
    inputs_fit = inputs_fit && certainly_at_most(at.angles(i, i), square(input_size));
  }
  const Interval input_norm = conditions.number("input_norm");
  const Interval smallest = conditions.number("smallest_singular");
  const Interval weight = conditions.number("output_weight");
  conditions.add("every |x_i| <= input_size", inputs_fit);
  conditions.add("|X| <= input_norm",
                 input_norm.lower() >= 0 && certainly_positive(at.angles, -1, square(input_norm)));
  conditions.add("every |v_r| <= output_weight", at.output_weight <= weight.lower());
  conditions.add("sigma_min(J) >= smallest_singular",
                 smallest.lower() > 0 && certainly_positive(at.kernel, 1, -square(smallest)));
  conditions.add(
      "|J(w) - J(w0)| <= jacobian_lipschitz |w - w0|",
      certainly_at_most(conditions.lipschitz(weight), conditions.number("jacobian_lipschitz")));
}

Interval squared_norm(const std::vector<Interval>& vector) {
  Interval sum = 0;
  for (const Interval& entry : vector) sum += square(entry);
  return sum;
}

void check_ball(Conditions& conditions, const ScalarEvaluation& at) {
  const Interval kappa = conditions.number("jacobian_lipschitz");
  const Interval radius = conditions.number("radius");
  const Interval mu = conditions.number("mu");
  const Interval margin = conditions.number("margin");
  const Interval residual = conditions.number("residual");
  const Interval largest = conditions.number("largest_singular");
  const Interval left = conditions.number("smallest_singular") - kappa * radius;
  conditions.add(
      "|f - y| <= residual",
      residual.lower() >= 0 && certainly_at_most(squared_norm(at.residuals), square(residual)));
  conditions.add("sigma_max(J) <= largest_singular",
                 largest.lower() > 0 && certainly_positive(at.kernel, -1, square(largest)));
  conditions.add("margin >= 1", margin.lower() >= 1);
  conditions.add("0 < mu <= (smallest_singular - jacobian_lipschitz * radius)^2",
                 radius.lower() > 0 && mu.lower() > 0 && left.lower() > 0 &&
                     certainly_at_most(mu, square(left)));
  conditions.add("radius * sqrt(mu) >= margin * residual",
                 mu.lower() > 0 && certainly_at_most(margin * residual, radius * sqrt(mu)));
  const Interval slope = largest + kappa * radius;
  const Interval weight = conditions.number("output_weight") + abs(radius);
  const Interval smoothness =
      square(slope) + conditions.lipschitz(weight) * (residual + slope * radius);
  conditions.add("the gradient is smoothness-Lipschitz on the ball",
                 certainly_at_most(smoothness, conditions.number("smoothness")));
}

void check_solution(Conditions& conditions, const ScalarEvaluation& at) {
  const Interval step = conditions.number("newton_step");
  const Interval radius = conditions.number("radius");
  const Interval kappa = conditions.number("jacobian_lipschitz");
  const Interval smallest = conditions.number("smallest_singular");
  conditions.add("(f - y)^T K^-1 (f - y) <= newton_step^2",
                 step.lower() > 0 && inverse_form_is_below(at.kernel, at.residuals, square(step)));
  conditions.add(
      "newton_step + jacobian_lipschitz * radius^2 / (2 smallest_singular) <= radius",
      smallest.lower() > 0 && radius.lower() > 0 &&
          certainly_at_most(step + kappa * square(radius) / (Interval(2) * smallest), radius));
}

void check_kind(CertificateCheck& check, const CertificateFile& file) {
  const bool ball = file.kind == "polyak-lojasiewicz-ball";
  const bool solution = file.kind == "interpolating-solution";
  Conditions conditions(file, check);
  conditions.add("kind and network are ones that this checker knows",
                 (ball || solution) && file.activation == "tanh");
  if (!ball && !solution) return;
  const ScalarEvaluation at = evaluate(file);
  check_data(conditions, at);
  ball ? check_ball(conditions, at) : check_solution(conditions, at);
}

}  // namespace

void CertificateCheck::add(std::string_view condition, bool established) {
  steps.push_back({std::string(condition), established});
}

bool CertificateCheck::holds() const {
  return !steps.empty() && std::all_of(steps.begin(), steps.end(), [](const CertificateStep& step) {
    return step.established;
  });
}

CertificateCheck check_certificate(const std::filesystem::path& path) {
  require_rounding_to_nearest();
  const CertificateFile file = read_certificate(path);
  CertificateCheck check;
  check.add("the digest is that of the certificate", file.digest_agrees);
  check.add("the data are those that the certificate names", file.data_digest_agrees);
  try {
    check_kind(check, file);
  } catch (const std::logic_error&) {  // of the arithmetic: a root or a quotient that has no value
    check.add("every number stays within the range of the arithmetic", false);
  }
  return check;
}

}  // namespace asymptest::rigor
