#include "asymptest/cli/certify_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>

#include "asymptest/cli/exit_code.hpp"
#include "asymptest/random/stream.hpp"
#include "rigor/certificate.hpp"
#include "rigor/certificate_checker.hpp"
#include "rigor/random_problem.hpp"

namespace asymptest::cli {
namespace {

struct CertifyArguments {
  std::string file;
  bool make = false;
  rigor::ShallowSizes sizes{.samples = 20, .dimension = 64, .width = 1 << 17};
  double margin = 2;
  std::uint64_t seed = 1;
};

void write_new(const CertifyArguments& arguments) {
  Stream random({.suite_seed = arguments.seed, .claim = "certify"});
  const rigor::ShallowProblem problem =
      rigor::random_problem(arguments.sizes, [&random] { return random.normal(); });
  const rigor::ConvergenceBall ball = rigor::prove_ball(problem, arguments.margin);
  rigor::write_certificate(arguments.file, problem, ball);
  const double residual = ball.bounds.residual;
  fmt::print(
      "proved: lambda_min(K(w)) >= mu = {:.6g} on the ball of radius {:.6g} (up to {:.6g})\n",
      ball.mu, ball.radius, rigor::largest_radius(ball));
  fmt::print("  sqrt(2 L / mu) = {:.6g}, 2 sqrt(2 beta L) / mu = {:.6g}, beta = {:.6g}\n",
             residual / std::sqrt(ball.mu), 2 * std::sqrt(ball.smoothness) * residual / ball.mu,
             ball.smoothness);
}

ExitCode certify(const CertifyArguments& arguments) {
  if (arguments.make) write_new(arguments);
  const rigor::CertificateCheck check = rigor::check_certificate(arguments.file);
  for (const rigor::CertificateStep& step : check.steps) {
    fmt::print("{:>8}  {}\n", step.established ? "ok" : "REJECTED", step.condition);
  }
  fmt::print("{}: {}\n", arguments.file, check.holds() ? "established" : "rejected");
  return check.holds() ? as_expected : not_expected;
}

}  // namespace

void add_certify_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand(
      "certify", "Re-establish a certificate by rigorous arithmetic, or prove and write one");
  const auto arguments = std::make_shared<CertifyArguments>();
  command->add_option("FILE", arguments->file, "The certificate")->required();
  auto* make = command->add_flag("--new", arguments->make,
                                 "First prove a ball around a random tanh network and write FILE");
  command->add_option("--samples", arguments->sizes.samples, "Inputs [20]")->needs(make);
  command->add_option("--dimension", arguments->sizes.dimension, "Of the inputs [64]")->needs(make);
  command->add_option("--width", arguments->sizes.width, "Hidden neurons [131072]")->needs(make);
  command
      ->add_option("--margin", arguments->margin,
                   "1: gradient flow converges in the ball; 2: so does gradient descent [2]")
      ->needs(make);
  command->add_option("--seed", arguments->seed, "Of the random network [1]")->needs(make);
  command->callback([arguments, &exit_code] { exit_code = certify(*arguments); });
}

}  // namespace asymptest::cli
