#include "rigor/certificate_checker.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <stdexcept>

#include "rigor/certificate_file.hpp"
#include "rigor/elementary.hpp"
#include "rigor/interval.hpp"

namespace asymptest::rigor {
namespace {

/// A square matrix of intervals, of which the lower triangle is used.
class Symmetric {
 public:
  explicit Symmetric(std::size_t order) : order_(order), entries_(order * order) {}
  Interval& operator()(std::size_t i, std::size_t j) { return entries_[i * order_ + j]; }
  const Interval& operator()(std::size_t i, std::size_t j) const {
    return entries_[i * order_ + j];
  }
  [[nodiscard]] std::size_t order() const { return order_; }

 private:
  std::size_t order_;
  std::vector<Interval> entries_;
};

/// Whether sign·A + shift·I is positive definite for every matrix in A: the pivots of the interval
/// factorisation L D Lᵀ hold those of each of them.
bool certainly_positive(const Symmetric& a, double sign, const Interval& shift) {
  const std::size_t n = a.order();
  Symmetric left(n);
  std::vector<Interval> pivots(n);
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = j; i < n; ++i) {
      Interval sum = Interval(sign) * a(i, j);
      if (i == j) sum += shift;
      for (std::size_t k = 0; k < j; ++k) {
        sum -= i == j ? square(left(i, k)) * pivots[k] : left(i, k) * left(j, k) * pivots[k];
      }
      if (i == j) {
        if (!(sum.lower() > 0)) return false;
        pivots[j] = sum;
      } else {
        left(i, j) = sum / pivots[j];
      }
    }
  }
  return true;
}

/// What the network computes at the data, all of it enclosed.
struct Evaluation {
  Symmetric angles;  ///< x_i · x_j
  Symmetric kernel;
  Interval squared_residual = 0;
  double output_weight = 0;
};

struct Data {
  std::span<const double> inputs, labels, hidden, output;
  std::size_t samples, dimension, width;

  explicit Data(const CertificateFile& file)
      : samples(file.samples), dimension(file.dimension), width(file.width) {
    const std::span<const double> all(file.data);
    inputs = all.subspan(0, samples * dimension);
    labels = all.subspan(inputs.size(), samples);
    hidden = all.subspan(inputs.size() + samples, width * dimension);
    output = all.last(width);
  }
};

/// a·b in plain arithmetic, which errs by at most (size + 2) 2^-53 Σ|a_k b_k| whatever the order;
/// the factor 2 covers the rounding of that bound itself, 2^-1022 what underflows.
Interval dot(const double* a, const double* b, std::size_t size) {
  double sum = 0;
  double sizes = 0;
  for (std::size_t k = 0; k < size; ++k) {
    sum += a[k] * b[k];
    sizes += std::abs(a[k] * b[k]);
  }
  const double error = (static_cast<double>(size) + 2) * 0x1p-52 * sizes + 0x1p-1022;
  return Interval(sum) + Interval(-error, error);
}

Symmetric angles_of(const Data& data) {
  Symmetric angles(data.samples);
  for (std::size_t i = 0; i < data.samples; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      angles(i, j) =
          dot(&data.inputs[i * data.dimension], &data.inputs[j * data.dimension], data.dimension);
    }
  }
  return angles;
}

Evaluation evaluate(const Data& data) {
  const std::size_t n = data.samples;
  Evaluation result{angles_of(data), Symmetric(n)};
  std::vector<Interval> outputs(n);
  std::vector<Interval> values(n);
  std::vector<Interval> slopes(n);
  Symmetric of_hidden(n);
  for (std::size_t r = 0; r < data.width; ++r) {
    const Interval weight = data.output[r];
    result.output_weight = std::max(result.output_weight, std::abs(data.output[r]));
    for (std::size_t i = 0; i < n; ++i) {
      values[i] = tanh(
          dot(&data.hidden[r * data.dimension], &data.inputs[i * data.dimension], data.dimension));
      slopes[i] = weight * (Interval(1) - square(values[i]));
      outputs[i] += weight * values[i];
      for (std::size_t j = 0; j <= i; ++j) {
        result.kernel(i, j) += values[i] * values[j];
        of_hidden(i, j) += slopes[i] * slopes[j];
      }
    }
  }
  const Interval width = static_cast<double>(data.width);
  for (std::size_t i = 0; i < n; ++i) {
    result.squared_residual += square(outputs[i] / sqrt(width) - Interval(data.labels[i]));
    for (std::size_t j = 0; j <= i; ++j) {
      result.kernel(i, j) = (result.kernel(i, j) + of_hidden(i, j) * result.angles(i, j)) / width;
    }
  }
  return result;
}

/// An upper bound of κ or, with `output_weight` raised by the radius, of κ'.
Interval lipschitz(const CertificateFile& file, const Interval& output_weight) {
  const Interval largest_curvature = Interval(4) / sqrt(Interval(27));
  const Interval a = largest_curvature * output_weight * Interval(file.number("input_size"));
  const Interval trace = Interval(2) + square(a);
  // The larger eigenvalue of [[1 + a², a], [a, 1]], whose determinant is 1.
  const Interval largest = (trace + sqrt(square(trace) - Interval(4))) * Interval(0.5);
  return Interval(file.number("input_norm")) *
         sqrt(largest / Interval(static_cast<double>(file.width)));
}

/// The conditions on the data.
void check_data(CertificateCheck& check, const CertificateFile& file) {
  const Data data(file);
  const Evaluation at = evaluate(data);
  const auto add = [&check](const char* condition, bool established) {
    check.steps.push_back({condition, established});
  };
  const Interval input_size = file.number("input_size");
  bool inputs_fit = input_size.lower() >= 0;
  for (std::size_t i = 0; i < data.samples; ++i) {
    inputs_fit = inputs_fit && certainly_at_most(at.angles(i, i), square(input_size));
  }
  const Interval input_norm = file.number("input_norm");
  const Interval residual = file.number("residual");
  const Interval smallest = file.number("smallest_singular");
  const Interval largest = file.number("largest_singular");
  add("every |x_i| <= input_size", inputs_fit);
  add("|X| <= input_norm",
      input_norm.lower() >= 0 && certainly_positive(at.angles, -1, square(input_norm)));
  add("every |v_r| <= output_weight", at.output_weight <= file.number("output_weight"));
  add("|f - y| <= residual",
      residual.lower() >= 0 && certainly_at_most(at.squared_residual, square(residual)));
  add("sigma_min(J) >= smallest_singular",
      smallest.lower() > 0 && certainly_positive(at.kernel, 1, -square(smallest)));
  add("sigma_max(J) <= largest_singular",
      largest.lower() > 0 && certainly_positive(at.kernel, -1, square(largest)));
}

/// The conditions between the certificate's numbers.
void check_ball(CertificateCheck& check, const CertificateFile& file) {
  const auto add = [&check](const char* condition, bool established) {
    check.steps.push_back({condition, established});
  };
  const Interval kappa = file.number("jacobian_lipschitz");
  const Interval radius = file.number("radius");
  const Interval mu = file.number("mu");
  const Interval margin = file.number("margin");
  const Interval residual = file.number("residual");
  const Interval weight = file.number("output_weight");
  const Interval left = Interval(file.number("smallest_singular")) - kappa * radius;
  add("margin >= 1", margin.lower() >= 1);
  add("|J(w) - J(w0)| <= jacobian_lipschitz |w - w0|",
      certainly_at_most(lipschitz(file, weight), kappa));
  add("0 < mu <= (smallest_singular - jacobian_lipschitz * radius)^2",
      radius.lower() > 0 && mu.lower() > 0 && left.lower() > 0 &&
          certainly_at_most(mu, square(left)));
  add("radius * sqrt(mu) >= margin * residual",
      mu.lower() > 0 && certainly_at_most(margin * residual, radius * sqrt(mu)));
  const Interval slope = Interval(file.number("largest_singular")) + kappa * radius;
  const Interval smoothness =
      square(slope) + lipschitz(file, weight + abs(radius)) * (residual + slope * radius);
  add("the gradient is smoothness-Lipschitz on the ball",
      certainly_at_most(smoothness, file.number("smoothness")));
}

}  // namespace

bool CertificateCheck::holds() const {
  return !steps.empty() && std::all_of(steps.begin(), steps.end(), [](const CertificateStep& step) {
    return step.established;
  });
}

CertificateCheck check_certificate(const std::filesystem::path& path) {
  require_rounding_to_nearest();
  const CertificateFile file = read_certificate(path);
  CertificateCheck check;
  check.steps.push_back({"the digest is that of the certificate", file.digest_agrees});
  check.steps.push_back({"the data are those that the certificate names", file.data_digest_agrees});
  check.steps.push_back({"the network is one that this checker knows",
                         file.kind == "polyak-lojasiewicz-ball" && file.activation == "tanh"});
  try {
    check_data(check, file);
    check_ball(check, file);
  } catch (const std::logic_error&) {  // of the arithmetic: a root or a quotient that has no value
    check.steps.push_back({"every number stays within the range of the arithmetic", false});
  }
  return check;
}

}  // namespace asymptest::rigor
