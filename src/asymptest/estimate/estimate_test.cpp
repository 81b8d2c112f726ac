#include "asymptest/estimate/estimate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

#include "asymptest/data/input_error.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::cli::estimate_test {
namespace {

using testing::HasSubstr;

class Estimate : public testing::Test {
 protected:
  Estimate() : path_(testing::TempDir() + "asymptest_estimate_" + std::to_string(::getpid())) {}
  ~Estimate() override { std::filesystem::remove(path_); }

  /// Sixteen trials of 1 % noise about a curve, at eight doubling sizes.
  [[nodiscard]] ExponentAnswer answer_for(const std::function<double(double)>& curve) const {
    std::ofstream file(path_);
    file << "N,loss\n";
    for (double n = 16; n <= 2048; n *= 2) {
      for (std::uint64_t t = 0; t < 16; ++t) {
        Stream random({1, "estimate", std::to_string(n), t});
        file << n << ',' << curve(n) * std::exp(0.01 * random.normal()) << '\n';
      }
    }
    file.close();
    return estimate_exponent(request());
  }

  [[nodiscard]] CheckRequest request() const {
    CheckRequest request{.file = path_, .sizes = {"N"}, .value = "loss"};
    request.towards = {"infinity"};
    return request;
  }

  std::string path_;
};

bool allows(const ExponentAnswer& answer, std::string_view name) {
  for (const FormOfLaw& form : answer.forms) {
    if (form.name == name) return form.fits;
  }
  return false;
}

TEST_F(Estimate, HoldsTheTrueExponentAndTurnsOtherFormsAway) {
  const ExponentAnswer answer = answer_for([](double n) { return std::pow(n, -0.35); });
  EXPECT_LT(answer.exponent().outer.lower, -0.35);
  EXPECT_GT(answer.exponent().outer.upper, -0.35);
  EXPECT_TRUE(allows(answer, "power"));
  EXPECT_TRUE(allows(answer, "power beside a constant"));
  EXPECT_FALSE(allows(answer, "logarithm"));
  EXPECT_FALSE(allows(answer, "exponential"));
  EXPECT_GT(answer.smallest_band, 0);
  EXPECT_LT(answer.smallest_band, 0.1);
  EXPECT_EQ(answer.trials, 128U);
}

TEST_F(Estimate, FindsAnExponentialThatNoPowerFits) {
  const ExponentAnswer answer = answer_for([](double n) { return std::exp(-n / 100); });
  EXPECT_TRUE(allows(answer, "exponential"));
  EXPECT_FALSE(allows(answer, "power"));
  EXPECT_THAT(estimate_text(answer), HasSubstr("no power law fits"));
}

TEST_F(Estimate, SaysItInTextAndJson) {
  const ExponentAnswer answer = answer_for([](double n) { return std::pow(n, -0.35); });
  const std::string text = estimate_text(answer);
  EXPECT_THAT(text, testing::StartsWith("exponent of N: -0.3"));
  EXPECT_THAT(text, HasSubstr("the smallest band that these data decide: +-0.0"));
  EXPECT_THAT(text, HasSubstr("    no  logarithm: "));
  const auto json = nlohmann::json::parse(estimate_json(answer));
  EXPECT_EQ(json["forms"][0]["name"], "power");
  EXPECT_EQ(json["towards"], "infinity");
  EXPECT_EQ(json["lower"], answer.exponent().outer.lower);
}

TEST_F(Estimate, OfAProportionHoldsWhateverLawTheTrialsHave) {
  std::ofstream file(path_);
  file << "N,share,runs\n";
  constexpr int runs = 100'000;
  for (double n = 16; n <= 2048; n *= 2) {
    file << n << ',' << std::round(runs * std::pow(n, -0.5)) / runs << ',' << runs << '\n';
  }
  file.close();
  CheckRequest shares{
      .file = path_, .sizes = {"N"}, .value = "share", .summary = Summary::proportion};
  shares.towards = {"infinity"};
  shares.errors.trials = "runs";
  const ExponentAnswer answer = estimate_exponent(shares);
  EXPECT_LT(answer.exponent().outer.lower, -0.5);
  EXPECT_GT(answer.exponent().outer.upper, -0.5);
  EXPECT_GT(answer.exponent().outer.lower, -0.8);
  EXPECT_LT(answer.exponent().outer.upper, -0.2);
  EXPECT_EQ(answer.trials, std::size_t{8 * runs});
  EXPECT_EQ(answer.points, 8U);
  EXPECT_THAT(estimate_text(answer), HasSubstr("by the intervals of all sizes"));
}

TEST_F(Estimate, IsOfOneSize) {
  CheckRequest two = request();
  two.sizes = {"N", "loss"};
  EXPECT_THROW(estimate_exponent(two), InputError);
}

}  // namespace
}  // namespace asymptest::cli::estimate_test
