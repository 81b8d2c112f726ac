#include "rigor/certificates/certificate.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>

#include "rigor/certificates/certificate_checker.hpp"
#include "rigor/certificates/sha256.hpp"
#include "rigor/networks/descent.hpp"
#include "rigor/networks/random_problem.hpp"

namespace asymptest::rigor::certificate_test {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

nlohmann::json with_renewed_digest(nlohmann::json certificate) {
  certificate.erase("sha256");
  certificate["sha256"] = sha256(certificate.dump());
  return certificate;
}

std::string scaled(const nlohmann::json& number, double factor) {
  char text[40];
  std::snprintf(text, sizeof text, "%a",
                factor * std::strtod(number.get<std::string>().c_str(), nullptr));
  return text;
}

ShallowProblem certified_problem(Eigen::Index width) {
  std::mt19937_64 bits(1);
  std::normal_distribution<double> normal;
  return random_problem({.samples = 3, .dimension = 12, .width = width},
                        [&] { return normal(bits); });
}

/// What makes a claimed number a stronger statement: −1 to lower it, 1 to raise it.
using Stronger = std::map<std::string, double>;

/// Certificates of small real networks in a folder of their own.
class Certificate : public testing::Test {
 protected:
  Certificate() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        fs::path(testing::TempDir()) / fmt::format("certificate-{}-{}", ::getpid(), test->name());
    fs::create_directories(folder_);
    path_ = folder_ / "certificate.json";
    write_ball();
  }
  ~Certificate() override { fs::remove_all(folder_); }

  void write_ball() {
    const ShallowProblem problem = certified_problem(4096);
    write_certificate(path_, problem, prove_ball(problem, 1));
  }
  /// Far too narrow for a ball, near a zero.
  void write_solution() {
    const ShallowProblem end =
        descended(certified_problem(16), {.step_size = 0.5, .goal = 1e-3, .most_steps = 10000});
    write_certificate(path_, end, prove_solution(end));
  }

  [[nodiscard]] nlohmann::json certificate() const { return nlohmann::json::parse(read(path_)); }

  /// Whether it holds with this text in place of the certificate's.
  bool holds_as(const nlohmann::json& altered) const {
    write(path_, altered.dump());
    return check_certificate(path_).holds();
  }

  void expect_established() const {
    const CertificateCheck check = check_certificate(path_);
    for (const CertificateStep& step : check.steps) EXPECT_TRUE(step.established) << step.condition;
    EXPECT_TRUE(check.holds());
  }

  void expect_any_alteration_rejected() const {
    const nlohmann::json original = certificate();
    for (const auto& [name, value] : original.at("proved").items()) {
      for (const double factor : {1 - 0x1p-52, 1 + 0x1p-52, 0.99, 1.01, -1.0}) {
        nlohmann::json altered = original;
        altered["proved"][name] = scaled(value, factor);
        EXPECT_FALSE(holds_as(altered)) << name << " times " << factor;
      }
    }
  }

  /// Every `stride`-th number in turn, and the last, by one unit in the last place.
  void expect_altered_data_rejected(std::size_t stride) const {
    const fs::path data_path = path_.string() + ".f64";
    const std::string data = read(data_path);
    const std::size_t numbers = data.size() / 8;
    for (std::size_t k = 0; k < numbers + stride - 1; k += stride) {
      const std::size_t number = std::min(k, numbers - 1);
      std::string altered = data;
      altered[8 * number] = static_cast<char>(altered[8 * number] ^ 1);
      write(data_path, altered);
      EXPECT_FALSE(check_certificate(path_).holds()) << "number " << number;
    }
    write(data_path, data);
    EXPECT_TRUE(check_certificate(path_).holds());
  }

  void expect_altered_sizes_rejected() const {
    const nlohmann::json original = certificate();
    for (const char* size : {"samples", "dimension", "width"}) {
      for (const int change : {-1, 1}) {
        nlohmann::json altered = original;
        altered["network"][size] = original["network"][size].get<int>() + change;
        EXPECT_THROW(holds_as(with_renewed_digest(altered)), std::runtime_error) << size;
      }
    }
    nlohmann::json altered = original;
    altered["version"] = 2;
    EXPECT_THROW(holds_as(with_renewed_digest(altered)), std::runtime_error);
  }

  /// An honest digest over a false number, a thousandth off: the arithmetic itself must reject it.
  void expect_too_much_rejected(const Stronger& stronger) const {
    const nlohmann::json original = certificate();
    EXPECT_TRUE(holds_as(with_renewed_digest(original)));
    EXPECT_EQ(stronger.size(), original.at("proved").size());
    for (const auto& [name, direction] : stronger) {
      nlohmann::json altered = original;
      altered["proved"][name] = scaled(original.at("proved").at(name), 1 + direction * 1e-3);
      EXPECT_FALSE(holds_as(with_renewed_digest(altered))) << name;
    }
  }

  fs::path folder_, path_;
};

TEST_F(Certificate, OfABallIsReestablished) { expect_established(); }

TEST_F(Certificate, OfASolutionIsReestablished) {
  write_solution();
  expect_established();
}

TEST_F(Certificate, WithAnyNumberAlteredIsRejected) {
  expect_any_alteration_rejected();
  write_solution();
  expect_any_alteration_rejected();
}

TEST_F(Certificate, OfABallThatClaimsTooMuchIsRejectedByTheArithmeticAlone) {
  const nlohmann::json original = certificate();
  expect_too_much_rejected({{"input_norm", -1},
                            {"input_size", -1},
                            {"output_weight", -1},
                            {"residual", -1},
                            {"smallest_singular", 1},
                            {"largest_singular", -1},
                            {"margin", 1},
                            {"mu", 1},
                            {"jacobian_lipschitz", -1},
                            {"radius", -1},
                            {"smoothness", -1}});
  nlohmann::json larger = original;
  larger["proved"]["radius"] = scaled(original.at("proved").at("radius"), 1.001);
  EXPECT_FALSE(holds_as(with_renewed_digest(larger)));
}

TEST_F(Certificate, OfASolutionThatClaimsTooMuchIsRejectedByTheArithmeticAlone) {
  write_solution();
  expect_too_much_rejected({{"input_norm", -1},
                            {"input_size", -1},
                            {"output_weight", -1},
                            {"smallest_singular", 1},
                            {"jacobian_lipschitz", -1},
                            {"newton_step", -1},
                            {"radius", -1}});
}

/// The labels are data: for others the Newton step is another.
TEST_F(Certificate, OfASolutionDoesNotHoldForOtherLabels) {
  const ShallowProblem end =
      descended(certified_problem(16), {.step_size = 0.5, .goal = 1e-3, .most_steps = 10000});
  const InterpolatingSolution solution = prove_solution(end);
  ShallowProblem other = end;
  other.labels(0) += 0.01;
  write_certificate(path_, other, solution);
  EXPECT_FALSE(check_certificate(path_).holds());
}

TEST_F(Certificate, OfOneKindIsNoneOfAnother) {
  nlohmann::json altered = certificate();
  altered["kind"] = "interpolating-solution";
  EXPECT_THROW(holds_as(with_renewed_digest(altered)), std::runtime_error);
  altered["kind"] = "something-else";
  EXPECT_FALSE(holds_as(with_renewed_digest(altered)));
}

TEST_F(Certificate, WithASizeOrANameAlteredIsRejected) {
  const nlohmann::json original = certificate();
  nlohmann::json altered = original;
  altered["network"]["activation"] = "relu";
  EXPECT_FALSE(holds_as(with_renewed_digest(altered)));
  write(path_, original.dump());
  expect_altered_sizes_rejected();
  write_solution();
  expect_altered_sizes_rejected();
}

TEST_F(Certificate, OfABallWithANumberOfItsDataAlteredIsRejected) {
  constexpr std::size_t stride = 1999;  // a prime: all four arrays, and some of every column
  expect_altered_data_rejected(stride);
}

TEST_F(Certificate, OfASolutionWithAnyNumberOfItsDataAlteredIsRejected) {
  write_solution();
  expect_altered_data_rejected(1);
}

TEST_F(Certificate, ThatCannotBeReadSaysWhatIsWrong) {
  EXPECT_THROW(check_certificate(folder_ / "none.json"), std::runtime_error);
  EXPECT_THROW(check_certificate(folder_), std::runtime_error);
  const nlohmann::json original = certificate();
  write(path_, "not json");
  EXPECT_THROW(check_certificate(path_), std::runtime_error);
  for (const char* entry : {"format", "kind", "network", "data", "proved", "sha256"}) {
    nlohmann::json altered = original;
    altered.erase(entry);
    EXPECT_THROW(holds_as(altered), std::runtime_error) << entry;
  }
  nlohmann::json decimal = original;
  decimal["proved"]["mu"] = "0.5";
  EXPECT_THROW(holds_as(decimal), std::runtime_error);
  nlohmann::json elsewhere = original;
  elsewhere["data"]["file"] = "../certificate.json.f64";
  EXPECT_THROW(holds_as(elsewhere), std::runtime_error);
}

}  // namespace
}  // namespace asymptest::rigor::certificate_test
