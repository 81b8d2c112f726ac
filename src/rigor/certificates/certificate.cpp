#include "rigor/certificates/certificate.hpp"

#include <bit>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "rigor/certificates/sha256.hpp"

namespace asymptest::rigor {
namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

void append(std::string& bytes, const RowMajor& matrix) {
  for (Eigen::Index k = 0; k < matrix.size(); ++k) {
    const auto bits = std::bit_cast<std::uint64_t>(matrix.data()[k]);
    for (unsigned shift = 0; shift < 64; shift += 8) {
      bytes.push_back(static_cast<char>(bits >> shift & 0xffU));
    }
  }
}

std::string data_of(const ShallowProblem& problem) {
  std::string bytes;
  const Eigen::Index numbers =
      problem.inputs.size() + problem.labels.size() + problem.hidden.size() + problem.output.size();
  bytes.reserve(8 * static_cast<std::size_t>(numbers));
  append(bytes, problem.inputs);
  append(bytes, problem.labels);
  append(bytes, problem.hidden);
  append(bytes, problem.output);
  return bytes;
}

std::string hexadecimal(double x) {
  char text[40];
  std::snprintf(text, sizeof text, "%a", x);
  return text;
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw std::runtime_error("can't write " + path.string());
}

/// What a certificate says, and of which network.
struct Content {
  const char* kind;
  const char* statement;
  nlohmann::json proved;
};

void write_content(const std::filesystem::path& path, const ShallowProblem& problem,
                   const Content& content) {
  const std::string data = data_of(problem);
  std::filesystem::path data_path = path;
  data_path += ".f64";
  nlohmann::json certificate{
      {"format", "asymptest certificate"},
      {"version", 1},
      {"kind", content.kind},
      {"statement", content.statement},
      {"network",
       {{"activation", "tanh"},
        {"samples", problem.samples()},
        {"dimension", problem.dimension()},
        {"width", problem.width()}}},
      {"data", {{"file", data_path.filename().string()}, {"sha256", sha256(data)}}},
      {"proved", content.proved}};
  certificate["sha256"] = sha256(certificate.dump());
  write_bytes(data_path, data);
  write_bytes(path, certificate.dump(2) + "\n");
}

/// The bounds that every kind rests on.
nlohmann::json numbers_of(const BallBounds& bounds, double jacobian_lipschitz) {
  return {{"input_norm", hexadecimal(bounds.input_norm)},
          {"input_size", hexadecimal(bounds.input_size)},
          {"output_weight", hexadecimal(bounds.output_weight)},
          {"smallest_singular", hexadecimal(bounds.smallest_singular)},
          {"jacobian_lipschitz", hexadecimal(jacobian_lipschitz)}};
}

}  // namespace

void write_certificate(const std::filesystem::path& path, const ShallowProblem& problem,
                       const ConvergenceBall& ball) {
  nlohmann::json numbers = numbers_of(ball.bounds, ball.jacobian_lipschitz);
  numbers["residual"] = hexadecimal(ball.bounds.residual);
  numbers["largest_singular"] = hexadecimal(ball.bounds.largest_singular);
  numbers["margin"] = hexadecimal(ball.margin);
  numbers["radius"] = hexadecimal(ball.radius);
  numbers["mu"] = hexadecimal(ball.mu);
  numbers["smoothness"] = hexadecimal(ball.smoothness);
  write_content(path, problem,
                {"polyak-lojasiewicz-ball",
                 "lambda_min of the tangent kernel is at least mu, and the gradient of the loss is "
                 "smoothness-Lipschitz, on the ball of this radius around the weights; "
                 "radius * sqrt(mu) >= margin * |f - y|, so that the ball holds a zero of the loss",
                 numbers});
}

void write_certificate(const std::filesystem::path& path, const ShallowProblem& problem,
                       const InterpolatingSolution& solution) {
  nlohmann::json numbers = numbers_of(solution.bounds, solution.jacobian_lipschitz);
  numbers["newton_step"] = hexadecimal(solution.newton_step);
  numbers["radius"] = hexadecimal(solution.radius);
  write_content(path, problem,
                {"interpolating-solution",
                 "the least-norm Newton step for f = y is at most newton_step long, and "
                 "newton_step + jacobian_lipschitz * radius^2 / (2 smallest_singular) <= radius, "
                 "so that the loss has a zero within this radius of the weights",
                 numbers});
}

}  // namespace asymptest::rigor
