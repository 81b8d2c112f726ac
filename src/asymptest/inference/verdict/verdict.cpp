#include "asymptest/inference/verdict/verdict.hpp"

#include "asymptest/require/enum_names.hpp"

namespace asymptest {
namespace {

constexpr EnumNames<Outcome, 3> outcome_names{"outcome", {"supported", "refuted", "inconclusive"}};
constexpr EnumNames<Need, 3> need_names{"need", {"nothing", "more trials", "larger sizes"}};

}  // namespace

std::string_view name_of(Outcome outcome) { return outcome_names.of(outcome); }
Outcome parse_outcome(std::string_view name) { return outcome_names.parse(name); }

std::string_view name_of(Need need) { return need_names.of(need); }
Need parse_need(std::string_view name) { return need_names.parse(name); }

std::string whole_reason(const Verdict& verdict) {
  if (verdict.asked_for.empty()) return verdict.reason;
  if (verdict.reason.empty()) return verdict.asked_for;
  return verdict.reason + "; " + verdict.asked_for;
}

}  // namespace asymptest
