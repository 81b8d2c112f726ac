#include "asymptest/inference/fit/power_law_fit.hpp"

#include "asymptest/inference/fit/one_factor_fit.hpp"
#include "asymptest/inference/fit/separable/constant_fit.hpp"
#include "asymptest/inference/fit/separable/sum_fit.hpp"
#include "asymptest/inference/fit/several_factors_fit.hpp"

namespace asymptest {

PowerLawFit fit_power_law(const PowerLaw& law, const Statistics& statistics,
                          const RegionChances& chances) {
  if (law.is_sum) return fit_sum(law, statistics, chances);
  if (law.plus_constant) return fit_beside_constant(law, statistics, chances);
  return law.factors.size() == 1 ? fit_one_factor(law, statistics, chances)
                                 : fit_several_factors(law, statistics, chances);
}

}  // namespace asymptest
