#include "asymptest/report/html/sections/html_cost.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

constexpr std::size_t most_rows = 10;

struct Cost {
  std::string name, link;
  std::int64_t trials = 0;
  double seconds = 0;
};

std::vector<Cost> costs_of(const Record& record) {
  std::vector<Cost> costs;
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      if (subject.trials == 0) continue;
      costs.push_back({subject.name, anchor(claim.id), subject.trials, subject.seconds});
    }
  }
  for (const ProofRecord& proof : record.proofs) {
    if (proof.seconds > 0) costs.push_back({proof.id, anchor(proof.id), 0, proof.seconds});
  }
  return costs;
}

}  // namespace

std::string costliest_subjects(const Record& record) {
  std::vector<Cost> costs = costs_of(record);
  if (costs.empty()) return "";
  double all = 0;
  for (const Cost& cost : costs) all += cost.seconds;
  std::stable_sort(costs.begin(), costs.end(),
                   [](const Cost& a, const Cost& b) { return a.seconds > b.seconds; });
  costs.resize(std::min(costs.size(), most_rows));
  std::string rows;
  for (const Cost& cost : costs) {
    rows += fmt::format(
        "<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        cost.link, markup(cost.name), cost.trials > 0 ? count(cost.trials) : "",
        duration(cost.seconds), percent(all > 0 ? cost.seconds / all : 0));
  }
  return fmt::format(
      "<details><summary>Where the computing went</summary><div class=\"scroll\" tabindex=\"0\" "
      "role=\"region\" aria-label=\"Where the computing went\"><table class=\"numbers\"><thead><tr>"
      "<th>the costliest</th><th>trials</th><th>computing</th><th>of all</th></tr></thead><tbody>\n"
      "{}</tbody></table></div></details>\n",
      rows);
}

}  // namespace asymptest::report
