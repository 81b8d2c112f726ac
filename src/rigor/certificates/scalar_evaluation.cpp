#include "rigor/certificates/scalar_evaluation.hpp"

#include <algorithm>
#include <cmath>

#include "rigor/arithmetic/elementary.hpp"

namespace asymptest::rigor {
namespace {

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

ScalarSymmetric angles_of(const Data& data) {
  ScalarSymmetric angles(data.samples);
  for (std::size_t i = 0; i < data.samples; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      angles(i, j) =
          dot(&data.inputs[i * data.dimension], &data.inputs[j * data.dimension], data.dimension);
    }
  }
  return angles;
}

/// Sums over the neurons.
struct Sums {
  std::vector<Interval> outputs;  ///< Σ v_r tanh(a_ri)
  ScalarSymmetric of_output;      ///< Σ tanh(a_ri) tanh(a_rj)
  ScalarSymmetric of_hidden;      ///< Σ v_r² tanh'(a_ri) tanh'(a_rj)
};

Sums sums_over_neurons(const Data& data) {
  const std::size_t n = data.samples;
  Sums sums{std::vector<Interval>(n), ScalarSymmetric(n), ScalarSymmetric(n)};
  std::vector<Interval> values(n);
  std::vector<Interval> slopes(n);
  for (std::size_t r = 0; r < data.width; ++r) {
    const Interval weight = data.output[r];
    for (std::size_t i = 0; i < n; ++i) {
      values[i] = tanh(
          dot(&data.hidden[r * data.dimension], &data.inputs[i * data.dimension], data.dimension));
      slopes[i] = weight * (Interval(1) - square(values[i]));
      sums.outputs[i] += weight * values[i];
      for (std::size_t j = 0; j <= i; ++j) {
        sums.of_output(i, j) += values[i] * values[j];
        sums.of_hidden(i, j) += slopes[i] * slopes[j];
      }
    }
  }
  return sums;
}

}  // namespace

bool certainly_positive(const ScalarSymmetric& a, double sign, const Interval& shift) {
  const std::size_t n = a.order();
  ScalarSymmetric left(n);
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

bool inverse_form_is_below(const ScalarSymmetric& a, std::span<const Interval> r,
                           const Interval& bound) {
  const std::size_t n = a.order();
  ScalarSymmetric bordered(n + 1);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) bordered(i, j) = a(i, j);
    bordered(n, i) = r[i];
  }
  bordered(n, n) = bound;
  return certainly_positive(bordered, 1, Interval(0));
}

ScalarEvaluation evaluate(const CertificateFile& file) {
  const Data data(file);
  const Sums sums = sums_over_neurons(data);
  const std::size_t n = data.samples;
  ScalarEvaluation result{angles_of(data), ScalarSymmetric(n), {}};
  for (const double weight : data.output) {
    result.output_weight = std::max(result.output_weight, std::abs(weight));
  }
  const Interval width = static_cast<double>(data.width);
  for (std::size_t i = 0; i < n; ++i) {
    result.residuals.push_back(sums.outputs[i] / sqrt(width) - Interval(data.labels[i]));
    for (std::size_t j = 0; j <= i; ++j) {
      result.kernel(i, j) =
          (sums.of_output(i, j) + sums.of_hidden(i, j) * result.angles(i, j)) / width;
    }
  }
  return result;
}

}  // namespace asymptest::rigor
