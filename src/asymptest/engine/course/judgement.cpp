#include "asymptest/engine/course/judgement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "asymptest/inference/verdict/polarity_rule.hpp"

namespace asymptest {
namespace {

std::string quantity(const Subject& subject) {
  return std::visit([&](const auto& law) { return quantity_of(law, subject.expect().factor); },
                    subject.predict().kind());
}

std::string describe(const Expectation& expect) {
  if (std::isinf(expect.lower)) return fmt::format("below {:.4g}", expect.upper);
  if (std::isinf(expect.upper)) return fmt::format("above {:.4g}", expect.lower);
  return fmt::format("in [{:.4g}, {:.4g}]", expect.lower, expect.upper);
}

const Estimate* estimate_of(const Verdict& verdict, const std::string& factor) {
  const auto& all = verdict.estimates;
  const auto found =
      factor.empty() ? all.begin() : std::find_if(all.begin(), all.end(), [&](const Estimate& e) {
        return e.name == factor;
      });
  return found == all.end() ? nullptr : &*found;
}

Judgement judge_declared_reason(const Subject& subject, const Verdict& verdict) {
  const Expectation& expect = subject.expect();
  if (expect.is_empty()) return {Status::expected, ""};
  const Estimate* estimate = estimate_of(verdict, expect.factor);
  const std::string declared = describe_expectation(subject);
  if (estimate == nullptr) {
    return {Status::failed,
            fmt::format("refuted, but the verdict has no estimate to hold against the declared {}",
                        declared)};
  }
  const std::string interval = fmt::format("[{:.4g}, {:.4g}]", estimate->lower, estimate->upper);
  if (estimate->lower >= expect.lower && estimate->upper <= expect.upper) {
    return {Status::expected, ""};
  }
  if (estimate->upper < expect.lower || estimate->lower > expect.upper) {
    return {Status::unexpected,
            fmt::format("refuted, but not for the declared reason, {}: it lies in {}", declared,
                        interval)};
  }
  return {Status::undecided,
          fmt::format("refuted, but the declared reason, {}, is not decided: it lies in {}",
                      declared, interval)};
}

Judgement undecided(const Verdict& verdict) {
  const std::string reason = whole_reason(verdict);
  return {Status::undecided, reason.empty() ? "inconclusive" : reason};
}

Judgement judge_withheld(const Verdict& verdict) {
  if (verdict.outcome != Outcome::inconclusive) {
    return {Status::unexpected,
            fmt::format("{}, but its polarity must stop the verdict", name_of(verdict.outcome))};
  }
  if (is_withheld(verdict)) return {Status::expected, ""};
  return undecided(verdict);
}

}  // namespace

std::string describe_expectation(const Subject& subject) {
  if (subject.must_be_withheld()) {
    return fmt::format("no verdict, since it is {} {} of the truth",
                       subject.polarity() == Polarity::lower_bound ? "a" : "an",
                       name_of(subject.polarity()));
  }
  const Expectation& expect = subject.expect();
  if (expect.is_empty()) return "";
  return fmt::format("{} {}", quantity(subject), describe(expect));
}

Judgement judge(const Subject& subject, const Verdict& verdict) {
  if (subject.must_be_withheld()) return judge_withheld(verdict);
  if (verdict.outcome == Outcome::inconclusive) {
    return undecided(verdict);
  }
  const bool supported = verdict.outcome == Outcome::supported;
  if (supported != subject.must_be_supported()) {
    return {Status::unexpected, fmt::format("{}, but it must be {}", name_of(verdict.outcome),
                                            supported ? "refuted" : "supported")};
  }
  return supported ? Judgement{Status::expected, ""} : judge_declared_reason(subject, verdict);
}

}  // namespace asymptest
