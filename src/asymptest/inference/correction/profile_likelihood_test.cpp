#include "asymptest/inference/correction/profile_likelihood.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include "asymptest/inference/calibration/plain_rules.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::profile_likelihood_test {
namespace {

constexpr double error = 0.00625;
constexpr std::size_t correction = 0;  // the first family

std::vector<Observation> data(const std::function<double(double)>& law, double noise,
                              std::uint64_t seed = 1) {
  Stream random({seed, "law-profile-test", "", 0});
  std::vector<Observation> all;
  for (const double x : {16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0, 2048.0}) {
    all.push_back({std::log(x), std::log(law(x)) + noise * random.normal(), error});
  }
  return all;
}

double square_root_corrected(double x) { return 3 * std::pow(x, -0.5) * (1 + 1 / std::sqrt(x)); }

ProfileLikelihood profile(const std::vector<Observation>& observations, double resolution = error) {
  return {observations, finite_size_families({}, false, Growth::none, 7), resolution};
}

TEST(ProfileLikelihood, FindsTheExponentOfExactData) {
  // The misfit is flat to rounding over half the digits of the exponent.
  constexpr double half_the_digits = 1e-6;
  // Along the valley of the misfit ω changes some 30 times as much as the exponent.
  constexpr double digits_of_omega = 1e-4;
  // The square of half the digits, in units of the errors, with room for their sum over the sizes.
  constexpr double misfit_of_rounding = 1e-9;
  const LawFit fit = profile(data(square_root_corrected, 0), std::numeric_limits<double>::epsilon())
                         .best(correction);
  EXPECT_NEAR(fit.exponent, -0.5, half_the_digits);
  EXPECT_NEAR(fit.theta, 0.5, digits_of_omega);
  EXPECT_LT(fit.misfit, misfit_of_rounding);
}

// Least misfit on a grid over (b, ω), with C in closed form.
double brute_force(const std::vector<Observation>& observations, double exponent) {
  double least = std::numeric_limits<double>::infinity();
  for (int k = 0; k <= 220; ++k) {
    const double omega = 0.297 + 0.01 * k;
    const double first = std::exp(-omega * std::log(16.0)),
                 last = std::exp(-omega * std::log(2048.0));
    const double low = -0.95 / first, high = std::max(1.744 / first, 0.1 / last);
    for (int i = 0; i <= 4000; ++i) {
      const double b = low + (high - low) * std::pow(i / 4000.0, 2);
      double products = 0, squares = 0, ones = 0;
      for (const Observation& o : observations) {
        const double x = std::exp(o.log_size);
        const double ratio =
            std::pow(x, exponent) * (1 + b * std::pow(x, -omega)) / std::exp(o.log_value);
        products += ratio / (error * error), squares += ratio * ratio / (error * error);
        ones += 1 / (error * error);
      }
      least = std::min(least, ones - products * products / squares);
    }
  }
  return least;
}

TEST(ProfileLikelihood, AgreesWithBruteForceOverAmplitudeAndOmega) {
  // The grid's spacing leaves the misfit a few hundredths above the minimum.
  constexpr double grid = 0.05;
  const auto noisy = data(square_root_corrected, error);
  const ProfileLikelihood p = profile(noisy);
  for (const double exponent : {-0.56, -0.5, -0.45}) {
    const double least = brute_force(noisy, exponent);
    const double misfit = p.at(exponent, correction).misfit;
    EXPECT_LE(misfit, least + 1e-6) << exponent;
    EXPECT_GE(misfit, least - grid - 0.02 * least) << exponent;
  }
}

TEST(ProfileLikelihood, FindsTheBestExponentOfEveryFamilyThatHoldsTheTruth) {
  // A grid over the exponent can't do better than the search, for any family.
  const auto noisy = data([](double x) { return std::pow(x + 16, -0.5); }, error, 3);
  const ProfileLikelihood p = profile(noisy);
  for (std::size_t family = 0; family < p.families().size(); ++family) {
    const double found = p.best(family).misfit;
    for (int i = 0; i < 100; ++i) {
      const double exponent = -1 + 0.01 * i;
      EXPECT_GE(p.at(exponent, family).misfit, found - 0.01)
          << p.families()[family].describe(0.5, "x") << " at " << exponent;
    }
  }
}

TEST(ProfileLikelihood, FindsACorrectionThatIsAllButGoneAtTheLastSize) {
  // A tenth of the law at the last of 16 … 2048, so that the plain slope is far from the exponent.
  constexpr double half_the_digits = 1e-4;
  for (const double omega : {0.5, 1.0, 1.5, 1.75, 2.0, 2.25, 2.5}) {
    for (const double exponent : {-2.0, -0.5, 1.0}) {
      const auto exact = data(
          [&](double x) { return std::pow(x, exponent) * (1 + 0.1 * std::pow(2048 / x, omega)); },
          0);
      const ProfileLikelihood p = profile(exact, std::numeric_limits<double>::epsilon());
      EXPECT_NEAR(p.best(correction).exponent, exponent, half_the_digits) << omega;
    }
  }
}

TEST(ProfileLikelihood, EndsARegionWhereTheMisfitReachesTheLimit) {
  constexpr double tolerance = 0.05;  // of the limit: edges are found to a hundredth of themselves
  const ProfileLikelihood p = profile(data(square_root_corrected, error));
  const LawFit best = p.best(correction);
  for (const double excess : {1.64, 6.63, 20.0}) {
    for (const double direction : {-1.0, 1.0}) {
      const double edge = p.edge(best, direction, best.misfit + excess);
      EXPECT_GT(direction * (edge - best.exponent), 0);
      EXPECT_NEAR(p.at(edge, correction).misfit - best.misfit, excess, tolerance * excess);
    }
  }
}

TEST(ProfileLikelihood, HasTheErrorOfTheInformationBoundWhereTheLawIsNearlyLinear) {
  // ω known: the region is the normal one, up to the curvature in b.
  constexpr double curvature = 0.1;
  const ProfileLikelihood p(data(square_root_corrected, 0),
                            finite_size_families(0.5, false, Growth::none, 7), error);
  const LawFit best = p.best(correction);
  const double bound = exponent_error_bound(data(square_root_corrected, 0), {1, 0.5, true});
  EXPECT_NEAR((p.edge(best, 1, best.misfit + 1) - best.exponent) / bound, 1, curvature);
  EXPECT_NEAR((best.exponent - p.edge(best, -1, best.misfit + 1)) / bound, 1, curvature);
}

TEST(ProfileLikelihood, GivesTheFittedLawAtEachObservation) {
  const auto exact = data(square_root_corrected, 0);
  const ProfileLikelihood p = profile(exact);
  const auto fitted = p.log_fitted(p.best(correction));
  for (std::size_t i = 0; i < exact.size(); ++i) {
    EXPECT_NEAR(fitted[i], exact[i].log_value, error / 10);
  }
}

TEST(ProfileLikelihood, FitsASaturationByItsInverse) {
  std::vector<Observation> observations;
  const auto law = [](double x) { return -std::log1p(std::pow(x / 60, -0.5)) - 0.5 * std::log(x); };
  for (int i = 0; i < 10; ++i) {
    const double x = 16 * std::exp2(i);
    observations.push_back({std::log(x), law(x), error});
  }
  const FiniteSize saturation{
      .kind = FiniteSize::Kind::saturation, .lower = 0.3, .upper = 2.5, .steps = 8};
  const ProfileLikelihood p(observations, {saturation}, error);
  const LawFit best = p.best(0);
  constexpr double near = 1e-3;
  EXPECT_NEAR(best.exponent, -0.5, near);
  EXPECT_NEAR(best.theta, 0.5, near);
  const auto fitted = p.log_fitted(best);
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    EXPECT_NEAR(fitted[i], observations[i].log_value, near);
  }
  EXPECT_NEAR(p.log_fitted_at(best, std::log(1e6)), law(1e6), 10 * near);
}

// With little noise the misfit's valley is narrower than the grid's nodes are apart.
TEST(ProfileLikelihood, FindsALogarithmBetweenTheNodesOfItsScale) {
  constexpr double small_error = 0.005;
  Stream random({1, "narrow-valley", "", 0});
  std::vector<Observation> observations;
  for (int i = 0; i < 10; ++i) {
    const double x = 64 * std::exp2(i);
    const double value = -2 * std::log(std::log(10 * x)) + small_error * random.normal();
    observations.push_back({std::log(x), value, small_error});
  }
  auto families =
      finite_size_families({}, false, Growth::none, 7, {.begins_early = true, .hides_terms = true});
  std::erase_if(families, [](const FiniteSize& f) {
    return f.kind != FiniteSize::Kind::scaled_logarithm || f.power != -2;
  });
  const ProfileLikelihood wide(observations, families, small_error);
  const LawFit best = wide.best(0);
  for (const double exponent : {-0.02, -0.01, 0.0, 0.01, 0.02}) {
    EXPECT_LE(best.misfit, wide.at(exponent, 0).misfit * (1 + 1e-9)) << exponent;
  }
}

}  // namespace
}  // namespace asymptest::profile_likelihood_test
