#pragma once

#include <optional>
#include <span>

#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"
#include "asymptest/inference/correction/observation.hpp"

namespace asymptest {

/// A limit that a falling power may be taken for not to have: E + A·x^−c, c > 0, whose E is this
/// share of A·x^−c at the last size.
struct HiddenLimit {
  double share = 0;
};

/// The law beside a limit that keeps a power from being believed, though x^a alone fits: it fits to
/// within a limit of its own. The smallest share, of 1/10, 1/5, 1/2 and 1, is looked for that the
/// design tells from a pure power: so that the limit costs 1 % of the verdicts on such a one, and
/// takes the law beside E for it with the chance `chance` at most (Neyman and Pearson 1933), as the
/// misfits differ by λ ± 2√λ, λ the least misfit of the one to the other. Where it tells none of
/// them, that of 1 as far as costs 6 %. Nothing where the power grows, or nothing is open.
/// `data`: ordered towards the limit of the sizes. Needs four different sizes.
std::optional<HiddenLimit> limit_behind_a_power(std::span<const Observation> data,
                                                const LikelihoodRatioLimit& noise, double chance);

}  // namespace asymptest
