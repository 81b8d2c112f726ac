#include "asymptest/testing/example_record.hpp"

#include <cmath>
#include <functional>
#include <limits>

namespace asymptest::report {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// A repeatable stand-in for noise, in [-1, 1].
double ripple(std::size_t i) { return std::sin(12.9898 * static_cast<double>(i + 1)); }

/// One design point: the truth there and how its trials spread around it.
void add_point(SubjectRecord& subject, const Point& at, double truth, double relative_error,
               std::vector<double> regressors, double fitted) {
  const double summary = truth * (1 + 0.5 * relative_error * ripple(subject.points.size()));
  constexpr double spread = 10;  // of the trials, in standard errors of their summary
  const double width = summary * std::min(spread * relative_error, 0.9);
  subject.points.push_back({.at = at,
                            .trials = 100,
                            .judged = true,
                            .summary = summary,
                            .lower = summary * (1 - relative_error),
                            .upper = summary * (1 + relative_error),
                            .fitted = fitted,
                            .regressors = std::move(regressors),
                            .smallest = summary - width,
                            .lower_decile = summary - width / 2,
                            .median = summary,
                            .upper_decile = summary + width / 2,
                            .largest = summary + width});
  subject.trials += 100;
}

Estimate around(std::string name, double estimate, double error, double predicted, double band) {
  return {.name = std::move(name),
          .estimate = estimate,
          .lower = estimate - error,
          .upper = estimate + error,
          .predicted = predicted,
          .band_lower = predicted - band,
          .band_upper = predicted + band};
}

SubjectRecord subject(const std::string& claim, std::string control, Status status, Outcome outcome,
                      std::string reason) {
  SubjectRecord record;
  record.name = control.empty() ? claim : claim + ":" + control;
  record.control = std::move(control);
  record.must_be_supported = record.control.empty();
  record.status = status;
  record.verdict.outcome = outcome;
  record.verdict.reason = std::move(reason);
  record.verdict.alpha = 0.0004;
  record.verdict.goodness_of_fit = 0.41;
  record.looks = 2;
  record.seconds = 1.75;
  record.digest = "0123456789abcdef";
  record.reproduce = "asymptest run '" + record.name + "' --tier quick --seed 20201121";
  return record;
}

/// Measurements on one geometric axis that follow C·x^a, with a prediction x^predicted.
SubjectRecord on_one_axis(SubjectRecord record, const std::string& axis, double exponent,
                          double predicted, double band, double relative_error) {
  record.law = {.kind = LawKind::power_law,
                .figure = FigureKind::rate,
                .relation = Relation::theta,
                .summary = Summary::mean,
                .factors = {{axis, predicted}}};
  record.prediction = "theta (" + axis + ")^" + std::to_string(predicted).substr(0, 5);
  record.verdict.model = "power law";
  for (double x = 128; x <= 8192; x *= 2) {
    const double truth = 0.8 * std::pow(x, exponent);
    add_point(record, Point{{axis, x}}, truth, relative_error, {x}, truth);
  }
  record.verdict.estimates = {around(axis, exponent, relative_error / 2, predicted, band)};
  return record;
}

ClaimRecord covering() {
  const std::string id = "covering/covering-mean-torus-3";
  ClaimRecord claim{
      .id = id,
      .topic = "covering",
      .title = "A fresh point lies N^(-1/d) from its nearest sample",
      .statement = R"(\mathbb{E}\,\delta_N = \Theta\bigl(N^{-1/d}\bigr), \qquad d = 3)",
      .citation = "Sharma, Kaplan 2020, arXiv:2004.10802",
      .place = "section 2",
      .assumes = {"points are iid", "the support has dimension d", "the density is bounded below"},
      .axes = {{"N", "samples"}},
      .measured = "mean distance of a fresh point to its nearest sample",
      .polarity = "exact",
      .prediction = "theta (N)^-0.333, band 0.03",
      .band = 0.03,
      .band_reason = "half the gap to the nearest rival exponent, 1/4, less the finite-N bias",
      .rivals = {{-0.25, "dimension 4"}},
      .tier = "quick"};
  claim.subjects.push_back(
      on_one_axis(subject(id, "", Status::expected, Outcome::supported,
                          "The exponent of N is -0.333, inside the band [-0.363, -0.303]."),
                  "N", -1.0 / 3, -1.0 / 3, 0.03, 0.02));
  SubjectRecord sheet = on_one_axis(subject(id, "sheet", Status::expected, Outcome::refuted,
                                            "The exponent of N is -0.5, below the band."),
                                    "N", -0.5, -1.0 / 3, 0.03, 0.02);
  sheet.breaks = "the support has dimension d";
  sheet.expectation = "exponent of N below -0.333";
  claim.subjects.push_back(sheet);
  SubjectRecord bounded = on_one_axis(
      subject(id, "half-density", Status::unexpected, Outcome::supported, "Inside the band."), "N",
      -0.34, -1.0 / 3, 0.03, 0.02);
  bounded.breaks = "the density is bounded below";
  bounded.status_reason = "It must be refuted, but the exponent of N lies in the band.";
  claim.subjects.push_back(bounded);
  SubjectRecord scaled =
      on_one_axis(subject(id, "scaled", Status::expected, Outcome::supported, "Inside the band."),
                  "N", -1.0 / 3, -1.0 / 3, 0.03, 0.02);
  scaled.must_be_supported = true;
  scaled.breaks = "points are iid";
  scaled.remark = "A larger torus changes the constant, not the exponent.";
  claim.subjects.push_back(scaled);
  return claim;
}

ClaimRecord robustness() {
  const std::string id = "robustness/robustness-exponents";
  ClaimRecord claim{.id = id,
                    .topic = "robustness",
                    .title = "Smooth interpolation needs many parameters",
                    .statement = R"(\mathrm{Lip}(f) \asymp \sqrt{\frac{nd}{p-n-1}})",
                    .citation = "Bubeck, Sellke 2021, arXiv:2105.12806",
                    .place = "Theorem 3",
                    .assumes = {"labels are noisy", "the law is isoperimetric"},
                    .axes = {{"n", "samples"}, {"d", "dimensions"}, {"p", "parameters"}},
                    .measured = "Lipschitz constant of the interpolant of least norm",
                    .polarity = "exact",
                    .prediction = "theta (n)^0.5 (d)^0.5 (p-n-1)^-0.5, band 0.05",
                    .band = 0.05,
                    .band_reason = "a quarter of the gap to the exponent 0 of noiseless labels"};
  SubjectRecord law = subject(id, "", Status::expected, Outcome::supported,
                              "All three exponents lie inside their bands.");
  law.law = {.kind = LawKind::power_law,
             .figure = FigureKind::rate,
             .relation = Relation::theta,
             .summary = Summary::mean,
             .factors = {{"n", 0.5}, {"d", 0.5}, {"p-n-1", -0.5}}};
  for (const double n : {32.0, 64.0, 128.0}) {
    for (const double d : {256.0, 512.0, 1024.0}) {
      for (const double p : {160.0, 200.0, 256.0}) {
        const double truth = std::sqrt(n * d / (p - n - 1));
        add_point(law, Point{{"n", n}, {"d", d}, {"p", p}}, truth, 0.03, {n, d, p - n - 1}, truth);
      }
    }
  }
  law.prediction = claim.prediction;
  law.verdict.estimates = {around("n", 0.501, 0.012, 0.5, 0.05),
                           around("d", 0.498, 0.01, 0.5, 0.05),
                           around("p-n-1", -0.507, 0.015, -0.5, 0.05)};
  claim.subjects.push_back(law);
  SubjectRecord noiseless = subject(id, "noiseless", Status::undecided, Outcome::inconclusive,
                                    "The interval of the exponent of n reaches into the band.");
  noiseless.breaks = "labels are noisy";
  noiseless.verdict.need = Need::more_trials;
  claim.subjects.push_back(noiseless);
  return claim;
}

ClaimRecord hessian() {
  const std::string id = "hessian/hessian-norm-decay";
  ClaimRecord claim{.id = id,
                    .topic = "optimisation",
                    .title = "The Hessian's norm decays with width",
                    .statement = R"(\sup_{\|w-w_0\|\le R}\|\nabla^2 f(w)\| = \tilde O(m^{-1/2}))",
                    .citation = "Liu, Zhu, Belkin 2020, arXiv:2010.01092",
                    .place = "Theorem 3.2",
                    .assumes = {"the output is linear"},
                    .axes = {{"m", "width"}},
                    .measured = "largest eigenvalue of the Hessian, in absolute value",
                    .polarity = "lower bound",
                    .prediction = "at_most (m)^-0.5 up to logs, band 0.1",
                    .band = 0.1,
                    .band_reason = "a fifth of the gap to the exponent 0 of a nonlinear output"};
  SubjectRecord law = on_one_axis(
      subject(id, "", Status::expected, Outcome::supported, "The exponent of m is below -0.4."),
      "m", -0.52, -0.5, 0.1, 0.0);
  law.law.relation = Relation::at_most;
  law.law.up_to_logs = true;
  law.verdict.estimates[0].band_lower = -infinity;
  claim.subjects.push_back(law);
  SubjectRecord output = on_one_axis(
      subject(id, "nonlinear-output", Status::expected, Outcome::refuted, "The exponent is 0."),
      "m", 0.0, -0.5, 0.1, 0.05);
  output.law.relation = Relation::at_most;
  output.verdict.estimates[0].band_lower = -infinity;
  output.breaks = "the output is linear";
  output.expectation = "exponent of m in [-0.05, 0.05]";
  claim.subjects.push_back(output);
  return claim;
}

ClaimRecord path_inequality() {
  const std::string id = "polyak-lojasiewicz/pl-inequality";
  ClaimRecord claim{.id = id,
                    .topic = "optimisation",
                    .title = "Gradients dominate the loss",
                    .statement = R"(\tfrac12\|\nabla L\|^2 \ge \lambda_{\min}(K)\,L)",
                    .citation = "Liu, Zhu, Belkin 2022, arXiv:2003.00307",
                    .place = "Lemma 1",
                    .assumes = {},
                    .axes = {{"m", "width"}},
                    .measured = "ratio of the two sides",
                    .polarity = "exact",
                    .prediction = "always >= 1, band 0.001",
                    .band = 0.001,
                    .band_reason = "the chance that a reader may neglect"};
  SubjectRecord law = subject(id, "", Status::expected, Outcome::supported, "No violation.");
  law.law = {.kind = LawKind::inequality, .figure = FigureKind::slack, .lower = 1};
  for (double m = 8; m <= 512; m *= 4) {
    add_point(law, Point{{"m", m}}, 3 + 4 / m, 0.05, {}, not_a_number);
  }
  law.verdict.estimates = {{.name = "chance of a violation",
                            .estimate = 0,
                            .lower = 0,
                            .upper = 0.0008,
                            .predicted = 0,
                            .band_lower = -infinity,
                            .band_upper = 0.001}};
  claim.subjects.push_back(law);
  SubjectRecord failed = subject(id, "dead-network", Status::failed, Outcome::inconclusive, "");
  failed.status_reason = "A trial measured NaN.";
  failed.failures = {{"m=8", 3, "measured NaN, expected a finite number"}};
  claim.subjects.push_back(failed);
  return claim;
}

ClaimRecord simplicial() {
  const std::string id = "interpolation/simplicial-regression";
  ClaimRecord claim{.id = id,
                    .topic = "interpolation",
                    .title = "Simplicial interpolation forgets noise in high dimension",
                    .statement = R"(\mathbb{E}\sum_i \lambda_i^2 = \frac{2}{d+2})",
                    .citation = "Belkin, Hsu, Mitra 2018, arXiv:1806.05161",
                    .place = "Theorem 4.1",
                    .assumes = {"noise is independent"},
                    .axes = {{"d", "dimensions"}},
                    .measured = "noise part of the excess mean squared error",
                    .polarity = "exact",
                    .prediction = "equals its predicted value, band 0.01",
                    .band = 0.01,
                    .band_reason = "the rival constant 2/(d+1) differs by more at d <= 64"};
  SubjectRecord law =
      subject(id, "", Status::expected, Outcome::supported, "Within 1 % of the curve.");
  law.law = {.kind = LawKind::value,
             .figure = FigureKind::ratio,
             .relation = Relation::theta,
             .summary = Summary::mean};
  for (double d = 2; d <= 4096; d *= 4) {
    add_point(law, Point{{"d", d}}, 2 / (d + 2), 0.004, {}, not_a_number);
    law.points.back().predicted = 2 / (d + 2);
  }
  law.verdict.estimates = {around("relative deviation", 0.0006, 0.003, 0, 0.01)};
  claim.subjects.push_back(law);
  return claim;
}

ClaimRecord convergence() {
  const std::string id = "optimisation/exponential-convergence";
  ClaimRecord claim{.id = id,
                    .topic = "optimisation",
                    .title = "Gradient descent converges exponentially",
                    .statement = R"(L_t \le (1-\eta\mu)^t L_0)",
                    .citation = "Liu, Zhu, Belkin 2022, arXiv:2003.00307",
                    .place = "Theorem 1",
                    .assumes = {"the loss is PL"},
                    .axes = {{"t", "steps"}},
                    .measured = "loss after t steps",
                    .polarity = "exact",
                    .prediction = "decays in t at rate 0.1, band 0.2",
                    .band = 0.2,
                    .band_reason = "the slowest rate that a user would still call exponential"};
  SubjectRecord law = subject(id, "", Status::expected, Outcome::supported, "The rate is 0.11.");
  law.law = {.kind = LawKind::exponential_decay,
             .figure = FigureKind::rate,
             .relation = Relation::at_most,
             .factors = {{"t", -0.1}}};
  for (double t = 0; t <= 200; t += 20) {
    const double truth = 2 * std::exp(-0.11 * t);
    add_point(law, Point{{"t", t}}, truth, 0.1, {}, truth);
  }
  law.verdict.estimates = {{.name = "t",
                            .estimate = 0.11,
                            .lower = 0.108,
                            .upper = 0.112,
                            .predicted = 0.1,
                            .band_lower = 0.08,
                            .band_upper = infinity}};
  claim.subjects.push_back(law);
  return claim;
}

ClaimRecord descent() {
  const std::string id = "double-descent/peak";
  ClaimRecord claim{.id = id,
                    .topic = "double-descent",
                    .title = "The test error peaks where p = n",
                    .statement = R"(\arg\max_p R(p) = n)",
                    .citation = "Hastie, Montanari, Rosset, Tibshirani 2019, arXiv:1903.08560",
                    .place = "Theorem 1",
                    .assumes = {"no ridge"},
                    .axes = {{"p", "parameters"}},
                    .measured = "median test error",
                    .polarity = "exact",
                    .prediction = "peak in p at 100, band 0.05",
                    .band = 0.05,
                    .band_reason = "two steps of the sweep"};
  SubjectRecord law = subject(id, "", Status::expected, Outcome::supported, "The peak is at 100.");
  law.law = {.kind = LawKind::shape,
             .figure = FigureKind::run,
             .form = "peak",
             .summary = Summary::median,
             .factors = {{"p", 0}},
             .location = 100};
  for (const double p : {25.0, 50.0, 75.0, 90.0, 97.0, 100.0, 104.0, 120.0, 200.0, 400.0}) {
    add_point(law, Point{{"p", p}}, 1 + 30 / (std::abs(p - 100) + 1), 0.08, {}, not_a_number);
  }
  law.verdict.estimates = {around("p", 100, 2, 100, 5)};
  claim.subjects.push_back(law);
  return claim;
}

/// An erratum and its twin, and all the text and numbers that could break a view.
std::vector<ClaimRecord> hostile() {
  const std::string id = "interpolation/hostile";
  ClaimRecord claim{.id = id,
                    .topic = "interpolation",
                    .title = hostile_text,
                    .statement = R"(a < b \text{ \& "c" </script><b>})",
                    .citation = hostile_text,
                    .place = hostile_text,
                    .assumes = {hostile_text},
                    .axes = {{"N", hostile_text}},
                    .measured = hostile_text,
                    .polarity = "exact",
                    .prediction = hostile_text,
                    .band = not_a_number,
                    .band_reason = hostile_text,
                    .rivals = {{-1, hostile_text}},
                    .corrected_by = "covering/covering-mean-torus-3",
                    .remark = hostile_text};
  SubjectRecord erratum =
      on_one_axis(subject(id, "", Status::expected, Outcome::refuted, hostile_text), "N", -0.5,
                  -0.25, 0.05, 0.02);
  erratum.must_be_supported = false;
  erratum.points[1].summary = not_a_number;
  erratum.points[2].upper = infinity;
  erratum.points[3].lower = -1;
  erratum.points[4].fitted = not_a_number;
  erratum.points[5].largest = infinity;
  erratum.points[5].regressors = {};
  claim.subjects.push_back(erratum);
  SubjectRecord control = subject(id, "quoted", Status::unmeasured, Outcome::inconclusive, "");
  control.breaks = hostile_text;
  control.remark = hostile_text;
  control.expectation = hostile_text;
  control.prediction = hostile_text;
  control.verdict.estimates = {{.name = hostile_text,
                                .estimate = not_a_number,
                                .lower = -infinity,
                                .upper = infinity,
                                .predicted = not_a_number,
                                .band_lower = -infinity,
                                .band_upper = infinity}};
  control.failures = {{hostile_text, 1, hostile_text}};
  claim.subjects.push_back(control);
  return {claim};
}

StepRecord step(std::string name, std::vector<std::string> uses) {
  return {.name = std::move(name),
          .statement = R"(\|\nabla L\|^2 \ge \mu L)",
          .uses = std::move(uses),
          .holds = true,
          .message = "20 random instances",
          .planted = {{"off-by-one", "a bound that is too small by one", true, "instance 3"}}};
}

std::vector<ProofRecord> proofs() {
  ProofRecord proof{
      .id = "proof/example",
      .topic = "proof",
      .title = "A chain of three steps",
      .statement = R"(A \Rightarrow C)",
      .citation = "Liu, Zhu, Belkin 2022, arXiv:2003.00307",
      .place = "Theorem 1",
      .remark = hostile_text,
      .digest = "0123456789abcdef",
      .steps = {step("first", {}), step("second", {"first"}),
                step("third", {"first", "second", "missing"})},
      .status = Status::expected,
      .status_reason = "3 steps hold, verified exactly on instances, 3 planted errors caught",
      .seconds = 0.2,
      .reproduce = "asymptest run proof/example --seed 1"};
  proof.supports = {"covering/covering-mean-torus-3"};
  ProofRecord open = proof;
  open.id = "proof/hostile";
  open.uses = {proof.id};
  open.title = hostile_text;
  open.steps[1].holds = false;
  open.steps[1].message = hostile_text;
  open.steps[2].planted[0].caught = false;
  open.steps[2].planted[0].error = hostile_text;
  open.status = Status::unexpected;
  open.status_reason = hostile_text;
  return {proof, open};
}

}  // namespace

Record example_record() {
  Record record;
  record.provenance = {.version = "0.1.0",
                       .commit = "0123abc",
                       .compiler = "GNU 12.2.0",
                       .flags = "-O2",
                       .processor = "A processor",
                       .seed = 20201121,
                       .tier = "quick",
                       .measured_at = "2026-11-21T08:00:00Z"};
  record.alpha = 0.01;
  record.claims = {covering(),        convergence(), descent(),   hessian(),
                   path_inequality(), robustness(),  simplicial()};
  for (ClaimRecord& claim : hostile()) record.claims.push_back(std::move(claim));
  record.proofs = proofs();
  return record;
}

}  // namespace asymptest::report
