#include "asymptest/cli/showing/audit_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "asymptest/cli/input/claim_files.hpp"
#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/filter.hpp"
#include "asymptest/cli/input/store_option.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/engine/audit/audit.hpp"

namespace asymptest::cli {
namespace {

struct AuditArguments {
  std::vector<std::string> words;
  std::string tier;
  std::optional<std::uint64_t> seed;
  StoreOption store;
  bool json = false;
};

auto noticed_of(const std::vector<Finding>& findings) {
  return std::count_if(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.noticed; });
}

void print_unnoticed(const std::vector<Finding>& findings, std::string_view kind) {
  for (const Finding& finding : findings) {
    if (finding.noticed) continue;
    fmt::print("      not noticed: {}{} ({})\n", kind, finding.change, name_of(finding.outcome));
  }
}

void print_audit(const std::vector<AuditedClaim>& claims) {
  for (const AuditedClaim& claim : claims) {
    fmt::print("{:<5} {}: {} of {} changed predictions, {} of {} broken hypotheses noticed\n",
               claim.toothless() ? "NOT" : "OK", claim.id, noticed_of(claim.predictions),
               claim.predictions.size(), noticed_of(claim.hypotheses), claim.hypotheses.size());
    print_unnoticed(claim.predictions, "");
    print_unnoticed(claim.hypotheses, "without ");
  }
  const auto toothless = std::count_if(claims.begin(), claims.end(),
                                       [](const AuditedClaim& one) { return one.toothless(); });
  fmt::print("\n{} claim{} audited; {}\n", claims.size(), claims.size() == 1 ? "" : "s",
             toothless == 0 ? "each notices something"
                            : fmt::format("{} could not have failed", toothless));
}

nlohmann::ordered_json findings_json(const std::vector<Finding>& findings) {
  auto list = nlohmann::ordered_json::array();
  for (const Finding& one : findings) {
    list.push_back(
        {{"change", one.change}, {"outcome", name_of(one.outcome)}, {"noticed", one.noticed}});
  }
  return list;
}

void print_json(const std::vector<AuditedClaim>& claims) {
  auto list = nlohmann::ordered_json::array();
  for (const AuditedClaim& claim : claims) {
    list.push_back({{"claim", claim.id},
                    {"toothless", claim.toothless()},
                    {"predictions", findings_json(claim.predictions)},
                    {"hypotheses", findings_json(claim.hypotheses)}});
  }
  fmt::print("{}\n", list.dump(1));
}

RunOptions options_of(const AuditArguments& arguments, const Selection& selection,
                      const Store& store) {
  RunOptions options;
  if (const auto newest = store.newest_run(arguments.seed)) {
    options.seed = newest->seed;
    options.suite_alpha = newest->alpha;
    options.tier = parse_tier(newest->tier);
  }
  if (!arguments.tier.empty()) options.tier = parse_tier(arguments.tier);
  options.jobs = all_cores();
  options.selected = [&selection](const Subject& subject) {
    return selection.contains(subject.name());
  };
  return options;
}

ExitCode audit_stored(const AuditArguments& arguments) {
  std::vector<std::string> filters = arguments.words;
  const Catalogue all = take_catalogue(filters);
  const Selection selection(all, filters, Only::claims);
  const std::optional<Store> store = arguments.store.open_existing();
  if (!store) throw NothingMatches("nothing is stored yet: `asymptest run` measures");
  const auto claims = audit(all.suite, options_of(arguments, selection, *store), *store);
  if (claims.empty()) {
    throw NothingMatches("none of the claims is supported by what is stored: run them first");
  }
  arguments.json ? print_json(claims) : print_audit(claims);
  const bool sound = std::none_of(claims.begin(), claims.end(),
                                  [](const AuditedClaim& one) { return one.toothless(); });
  return sound ? as_expected : not_expected;
}

}  // namespace

void add_audit_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand(
      "audit", "Decide stored trials by changed predictions; show what each claim would notice");
  const auto arguments = std::make_shared<AuditArguments>();
  command.add_option("FILTER", arguments->words, "As for `run`").type_name("");
  arguments->store.add_to(command);
  add_tier_option(command, arguments->tier, newest_run);
  add_seed_option(command, arguments->seed, "the suite", newest_run);
  command.add_flag("--json", arguments->json, "Print a JSON list");
  command.footer(
      "Exit codes: 0 every claim notices something, 1 a claim is toothless, 2 bad usage or input, "
      "4 nothing supported is stored.");
  command.callback([arguments, &exit_code] { exit_code = audit_stored(*arguments); });
}

}  // namespace asymptest::cli
