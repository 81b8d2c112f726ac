#include <string>

#include "asymptest/claim/registry.hpp"
#include "learners/taught_trials.hpp"

namespace asymptest::scaling::learner_exponents_student_claim {
namespace {

constexpr const char* within_reach = "the student could be the teacher";
constexpr const char* trained = "all weights are trained";
const Source limit_of_least_squares{
    "van der Vaart 1998, \"Asymptotic statistics\"; Feder 1975 for broken lines",
    "Theorem 5.23: asymptotic normality of least squares, Lipschitz in the parameters"};

double cost_of_samples(const Point& at) { return 500 + at["N"]; }

Prediction parametric_law_in(double d) {
  const double of_two_derivatives = -4 / (d + 4);
  return theta({{"N", -1}})
      .within((1 + of_two_derivatives) * 0.45)
      .rival(of_two_derivatives, "any target of two derivatives")
      .corrected_by(0.5, "what kinks that are N^(-1/2) off pass over")
      .because("two bands stay clear of the least exponent for two derivatives");
}

Claim taught_in(int dimension) {
  const std::string d = std::to_string(dimension);
  return {
      .id = "scaling/learner-exponents-student-" + d,
      .title = "A ReLU student that could be its teacher errs by N^-1, in dimension " + d,
      .statement = R"(\mathbb{E}\,(f_N - f)^2 = \Theta(N^{-1}), \qquad y = f(x) + \varepsilon,\
        f = \sum_{k\le 2} a_k \max(\langle w_k, x\rangle + b_k, 0))",
      .source = limit_of_least_squares,
      .assumes = {within_reach, trained},
      .sweep = {axis("N", "samples").geometric(128, 2048)},
      .measure = {"mean squared error at fresh points of a student of two units that fits noisy "
                  "labels as well as its teacher does",
                  Polarity::exact, taught_error(dimension)},
      .predict = parametric_law_in(dimension),
      .budget = {.first = 64, .quick = 1024, .standard = 4096, .cost = cost_of_samples},
      .controls =
          {{.name = "larger-teacher",
            .breaks = within_reach,
            .expect = near(0, 0.25).because(
                "two units miss a teacher of four at any N; a quarter of the way to the claim's"),
            .trial = taught_error_of_larger_teacher(dimension),
            .correction = Correction{1, "the variance, P/N"}},
           {.name = "drawn-units",
            .breaks = trained,
            .expect = near(0, 0.25).because(
                "two other units miss the teacher's at any N; a quarter of the way to the claim's"),
            .trial = taught_error_of_drawn_units(dimension),
            .correction = Correction{1, "the variance, P/N"}}},
  };
}

const Registered in_4{taught_in(4)};

constexpr int plane = 2;

const Registered constant{{
    .id = "scaling/learner-exponents-student-constant",
    .title = "The error of a taught ReLU student is the noise's variance times P/N",
    .statement = R"(N\,\mathbb{E}\,(f_N - f)^2 \to \sigma^2 P, \qquad P = 1 + d + 2(d + 1))",
    .source = limit_of_least_squares,
    .assumes = {trained},
    .sweep = {axis("N", "samples").listed({1024})},
    .measure = {"mean squared error at fresh points of a student of two units that fits noisy "
                "labels as well as its teacher does, d = 2",
                Polarity::exact, taught_error(plane)},
    .predict = equals([](const Point& at) { return taught_error_law(plane, at); })
                   .within(0.11)
                   .rival(2.0 / 9, "the units' scales counted, P = 11")
                   .because("half of what two parameters more make of nine"),
    .budget = {.first = 256, .quick = 4096, .standard = 16384},
    .controls = {{.name = "given-units",
                  .breaks = trained,
                  .expect = near(-4.0 / 9, 0.05).because("5 weights of the 9 are left to fit"),
                  .trial = taught_error_of_given_units(plane)}},
}};

}  // namespace
}  // namespace asymptest::scaling::learner_exponents_student_claim
