#include "threshold_trials.hpp"

#include <gtest/gtest.h>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::model_complexity::threshold_trials_test {
namespace {

double one_trial(const Trial& trial, const Point& at) {
  return trial_mean("threshold-trials-test", trial, at, 1);
}

TEST(ParametersToInterpolate, AreOneForEachFreeLabel) {
  const Point at{{"n", 12}, {"k", 3}};
  EXPECT_EQ(one_trial(parameters_to_interpolate, at), 36);
  EXPECT_EQ(one_trial(parameters_for_centred_outputs, at), 24);
  EXPECT_EQ(one_trial(parameters_for_embedded_outputs, at), 24);
  // Eight units have 64 parameters, of which 56 count; of other units seven would do.
  EXPECT_EQ(one_trial(centred_parameters_of_homogeneous_units, {{"n", 28}, {"k", 3}}), 64);
  // Nine units have 81 parameters, of which 72 count; of other units eight would do.
  EXPECT_EQ(one_trial(parameters_of_homogeneous_units, {{"n", 24}, {"k", 3}}), 81);
}

TEST(NoiseOfSharedUnits, IsFarHigherAtTheThresholdThanBeyond) {
  const Point there{{"n", 12}, {"k", 3}, {"N", 36}}, beyond{{"n", 12}, {"k", 3}, {"N", 144}};
  EXPECT_GT(one_trial(noise_of_shared_units, there), 10 * one_trial(noise_of_shared_units, beyond));
  const Point embedded{{"n", 12}, {"k", 3}, {"N", 24}};
  EXPECT_GT(one_trial(noise_of_embedded_units, embedded),
            10 * one_trial(noise_of_embedded_units, beyond));
}

}  // namespace
}  // namespace asymptest::model_complexity::threshold_trials_test
