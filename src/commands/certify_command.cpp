#include "commands/certify_command.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>

#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/random/stream.hpp"
#include "rigor/certificates/certificate.hpp"
#include "rigor/certificates/certificate_checker.hpp"
#include "rigor/networks/descent.hpp"
#include "rigor/networks/interpolating_solution.hpp"
#include "rigor/networks/random_problem.hpp"

namespace asymptest::cli {
namespace {

constexpr Eigen::Index usual_ball_width = 1 << 17, usual_solution_width = 64;

struct CertifyArguments {
  std::string file;
  bool make = false;
  bool solution = false;
  rigor::ShallowSizes sizes{.samples = 20, .dimension = 64, .width = 0};
  double margin = 2;
  std::uint64_t seed = 0;
};

rigor::ShallowProblem random_start(const CertifyArguments& arguments) {
  Stream random({.suite_seed = arguments.seed, .claim = "certify"});
  return rigor::random_problem(arguments.sizes, [&random] { return random.normal(); });
}

void write_new_ball(CertifyArguments arguments) {
  if (arguments.sizes.width == 0) arguments.sizes.width = usual_ball_width;
  const rigor::ShallowProblem problem = random_start(arguments);
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

/// A zero next to where gradient descent ends.
void write_new_solution(CertifyArguments arguments) {
  constexpr double goal = 1e-10;
  if (arguments.sizes.width == 0) arguments.sizes.width = usual_solution_width;
  const rigor::ShallowProblem start = random_start(arguments);
  const double largest = rigor::bound_at(start).largest_singular;
  const rigor::ShallowProblem end =
      rigor::descended(start, {.step_size = 1 / (largest * largest), .goal = goal});
  const rigor::InterpolatingSolution solution = rigor::prove_solution(end);
  rigor::write_certificate(arguments.file, end, solution);
  fmt::print("proved: a zero of the loss within {:.6g} of the weights where descent ended\n",
             solution.radius);
  fmt::print("  sigma_min = {:.6g}, distance travelled = {:.6g}\n",
             solution.bounds.smallest_singular,
             rigor::distance(weights_of(start), weights_of(end)).upper());
}

ExitCode certify(const CertifyArguments& arguments) {
  if (arguments.make) {
    arguments.solution ? write_new_solution(arguments) : write_new_ball(arguments);
  }
  const rigor::CertificateCheck check = rigor::check_certificate(arguments.file);
  for (const rigor::CertificateStep& step : check.steps) {
    fmt::print("{:>8}  {}\n", step.established ? "ok" : "REJECTED", step.condition);
  }
  fmt::print("{}: {}\n", arguments.file, check.holds() ? "established" : "rejected");
  return check.holds() ? as_expected : not_expected;
}

}  // namespace

void add_certify_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand(
      "certify", "Re-establish a certificate by rigorous arithmetic, or prove and write one");
  const auto arguments = std::make_shared<CertifyArguments>();
  command.add_option("FILE", arguments->file, "The certificate").required().type_name("");
  const Option make = command.add_flag(
      "--new", arguments->make, "First prove a ball around a random tanh network and write FILE");
  command
      .add_flag("--solution", arguments->solution,
                "Prove a zero of the loss next to the end of gradient descent instead of a ball")
      .needs(make);
  command
      .add_option("--samples", arguments->sizes.samples,
                  fmt::format("Inputs [{}]", arguments->sizes.samples))
      .type_name("N")
      .needs(make);
  command
      .add_option("--dimension", arguments->sizes.dimension,
                  fmt::format("Dimension of the inputs [{}]", arguments->sizes.dimension))
      .type_name("N")
      .needs(make);
  command
      .add_option("--width", arguments->sizes.width,
                  fmt::format("Hidden neurons [{}, {} for a solution]", usual_ball_width,
                              usual_solution_width))
      .type_name("N")
      .needs(make);
  command
      .add_option(
          "--margin", arguments->margin,
          fmt::format(
              "Of the ball; 1: gradient flow converges in it, 2: so does gradient descent [{}]",
              arguments->margin))
      .type_name("X")
      .needs(make);
  add_seed_option(command, arguments->seed, "the random network").needs(make);
  command.callback([arguments, &exit_code] { exit_code = certify(*arguments); });
}

}  // namespace asymptest::cli
