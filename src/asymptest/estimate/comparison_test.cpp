#include "asymptest/estimate/comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "asymptest/data/input_error.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::cli::comparison_test {
namespace {

using testing::HasSubstr;

/// A table of two methods, five seeds at eight sizes, that ends with the test.
class Comparison : public testing::Test {
 protected:
  Comparison() : path_(testing::TempDir() + "asymptest_comparison_" + std::to_string(::getpid())) {}
  ~Comparison() override { std::filesystem::remove(path_); }

  /// A seed's factor of 30 % is the same for both methods; the rest is 1 % of noise.
  void write(double first, double second, std::uint64_t replicate = 0) const {
    std::ofstream file(path_);
    file << "method,N,seed,loss\n";
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      Stream random({replicate, "comparison", "test", seed});
      const double factor = std::exp(0.3 * random.normal());
      for (double n = 16; n <= 2048; n *= 2) {
        for (const char* method : {"A", "B"}) {
          const double exponent = *method == 'A' ? first : second;
          const double noise = std::exp(0.01 * random.normal());
          file << method << ',' << n << ',' << seed << ',' << factor * std::pow(n, exponent) * noise
               << '\n';
        }
      }
    }
  }

  [[nodiscard]] CheckRequest request() const {
    CheckRequest request{.file = path_, .sizes = {"N"}, .value = "loss"};
    request.towards = {"infinity"};
    return request;
  }

  [[nodiscard]] CheckRequest paired() const {
    CheckRequest with_pairs = request();
    with_pairs.rows.pair = "seed";
    return with_pairs;
  }

  std::string path_;
};

TEST_F(Comparison, PairsShowADifferenceThatTheRestHides) {
  write(-0.5, -0.4);
  const ExponentComparison alone = compare_exponents(request(), "method");
  EXPECT_LT(alone.difference.outer.lower, -0.1);
  EXPECT_GT(alone.difference.outer.upper, 0);
  const ExponentComparison pairs = compare_exponents(paired(), "method");
  EXPECT_TRUE(pairs.paired);
  EXPECT_LT(pairs.difference.outer.upper, 0);
  EXPECT_LT(pairs.difference.outer.lower, -0.1);
  EXPECT_GT(pairs.difference.outer.upper, -0.1);
  EXPECT_THAT(comparison_text(pairs), testing::StartsWith("different: the exponents of N differ"));
}

TEST_F(Comparison, EqualExponentsAreSeldomCalledDifferent) {
  constexpr int repetitions = 40;
  int different = 0;
  for (std::uint64_t r = 0; r < repetitions; ++r) {
    write(-0.5, -0.5, r);
    const Bounds interval = compare_exponents(paired(), "method").difference.outer;
    if (interval.lower > 0 || interval.upper < 0) ++different;
  }
  EXPECT_LE(different, 4);  // of 40 events of 1 % more happen with a chance of 10⁻⁴
}

TEST_F(Comparison, NeedsTwoTexts) {
  write(-0.5, -0.4);
  try {
    compare_exponents(request(), "seed");
    FAIL();
  } catch (const InputError& problem) {
    EXPECT_THAT(problem.what(),
                HasSubstr("column 'seed' has 5 texts ('0', '1', '2', '3', '4'), expected two"));
  }
  EXPECT_EQ(compare_exponents(request(), "method=B,A").first, "B");
  EXPECT_THROW(compare_exponents(request(), "method=A"), InputError);
  CheckRequest piped = request();
  piped.file = "-";
  EXPECT_THROW(compare_exponents(piped, "method"), InputError);
}

TEST(Ratio, AddsTheErrorsOfIndependentSummaries) {
  const Point at({{"N", 8}});
  const Statistics first{{{.at = at, .trials = 4, .log_value = 2, .error = 0.3}}, true, 10};
  const Statistics second{{{.at = at, .trials = 3, .log_value = 0.5, .error = 0.4}}, true, 20};
  const Statistics ratio = ratio_of(first, second);
  EXPECT_DOUBLE_EQ(ratio.points[0].log_value, 1.5);
  EXPECT_DOUBLE_EQ(ratio.points[0].error, 0.5);
  EXPECT_EQ(ratio.degrees, 10);
}

TEST(Ratio, OfPairsIsThatOfTheMeansWithTheSpreadOfTheDifferences) {
  const std::vector<PointTrials> first{{Point({{"N", 8}}), {1, 3}}};
  const std::vector<PointTrials> second{{Point({{"N", 8}}), {2, 6}}};
  const auto ratio = ratio_of_pairs(first, second, Summary::mean);
  EXPECT_DOUBLE_EQ(ratio[0].values[0], 0.5) << "one and the same deviation drops out";
  EXPECT_DOUBLE_EQ(ratio[0].values[1], 0.5);
}

}  // namespace
}  // namespace asymptest::cli::comparison_test
