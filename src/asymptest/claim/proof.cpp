#include "asymptest/claim/proof.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <map>
#include <set>
#include <stdexcept>

#include "asymptest/claim/registry.hpp"

namespace asymptest {
namespace {

[[noreturn]] void refuse(const Proof& proof, std::string_view problem) {
  throw std::invalid_argument(fmt::format("proof '{}': {}", proof.id, problem));
}

void validate_planted(const Proof& proof, const ProofStep& step) {
  std::set<std::string> names;
  for (const PlantedError& planted : step.planted) {
    if (!is_plain_name(planted.name)) {
      refuse(proof, fmt::format("planted error name '{}' is not lower case, digits and dashes",
                                planted.name));
    }
    if (!planted.check) refuse(proof, fmt::format("planted error '{}' has no check", planted.name));
    if (!names.insert(planted.name).second) {
      refuse(proof, fmt::format("planted error '{}' is declared twice", planted.name));
    }
  }
}

void validate_step(const Proof& proof, const ProofStep& step, const std::set<std::string>& before) {
  if (!is_plain_name(step.name)) {
    refuse(proof, fmt::format("step name '{}' is not lower case, digits and dashes", step.name));
  }
  if (step.statement.empty()) refuse(proof, fmt::format("step '{}' has no statement", step.name));
  if (!step.check) refuse(proof, fmt::format("step '{}' has no check", step.name));
  if (before.count(step.name) != 0) {
    refuse(proof, fmt::format("step '{}' is declared twice", step.name));
  }
  for (const std::string& used : step.uses) {
    if (before.count(used) == 0) {
      refuse(proof, fmt::format("step '{}' uses '{}', which is no earlier step", step.name, used));
    }
  }
  validate_planted(proof, step);
}

Stream stream_of(const Proof& proof, const ProofStep& step, std::uint64_t suite_seed) {
  return Stream({.suite_seed = suite_seed, .claim = proof.id, .point = step.name, .trial = 0});
}

ProofResult check_step(const Proof& proof, const ProofStep& step, std::uint64_t suite_seed,
                       const std::map<std::string, bool>& held_before) {
  for (const std::string& used : step.uses) {
    if (!held_before.at(used)) {
      return failed(fmt::format("rests on '{}', which does not hold", used));
    }
  }
  try {
    Stream random = stream_of(proof, step, suite_seed);
    return step.check(random);
  } catch (const std::exception& problem) {
    return failed(fmt::format("the check stopped: {}", problem.what()));
  }
}

PlantedReport check_planted(const Proof& proof, const ProofStep& step, const PlantedError& planted,
                            std::uint64_t suite_seed) {
  PlantedReport report{.name = planted.name, .error = planted.error};
  try {
    Stream random = stream_of(proof, step, suite_seed);
    const ProofResult result = planted.check(random);
    report.caught = !result.holds;
    report.message = result.holds ? "not caught: " + result.message : result.message;
  } catch (const std::exception& problem) {
    report.message = fmt::format("not caught, the check stopped: {}", problem.what());
  }
  return report;
}

}  // namespace

ProofResult proved(std::string how) { return {true, std::move(how), true}; }

ProofResult verified(std::string on_what) { return {true, std::move(on_what), false}; }

ProofResult failed(std::string why) { return {false, std::move(why), false}; }

void validate(const Proof& proof) {
  if (!is_claim_id(proof.id)) {
    refuse(proof, "its id is not of the form topic/name in lower case, digits and dashes");
  }
  if (proof.title.empty()) refuse(proof, "it has no title");
  if (proof.statement.empty()) refuse(proof, "it has no statement");
  if (proof.source.citation.empty()) refuse(proof, "it has no source");
  if (proof.steps.empty()) refuse(proof, "it has no steps");
  for (const auto* links : {&proof.uses, &proof.supports}) {
    for (const std::string& id : *links) {
      if (is_claim_id(id) && id != proof.id) continue;
      refuse(proof, fmt::format("it uses or supports '{}', which is not another topic/name", id));
    }
  }
  std::set<std::string> before;
  bool any_planted = false;
  for (const ProofStep& step : proof.steps) {
    validate_step(proof, step, before);
    before.insert(step.name);
    any_planted = any_planted || !step.planted.empty();
  }
  if (!any_planted) refuse(proof, "no step has a planted error that its check must catch");
}

namespace {

/// What of the steps is shown in general.
std::string extent(std::size_t general, std::size_t all) {
  if (general == all) return "in general";
  if (general == 0) return "verified exactly on instances";
  return fmt::format("{} in general and the others verified exactly on instances", general);
}

}  // namespace

bool StepReport::holds() const {
  return result.holds && std::all_of(planted.begin(), planted.end(),
                                     [](const PlantedReport& one) { return one.caught; });
}

bool ProofReport::holds() const {
  return !steps.empty() &&
         std::all_of(steps.begin(), steps.end(), [](const StepReport& s) { return s.holds(); });
}

std::string ProofReport::summary() const {
  std::size_t errors_caught = 0;
  for (const StepReport& step : steps) {
    if (!step.result.holds) {
      return fmt::format("step '{}' does not hold: {}", step.name, step.result.message);
    }
    for (const PlantedReport& planted : step.planted) {
      if (!planted.caught) {
        return fmt::format("step '{}', planted error '{}' is {}", step.name, planted.name,
                           planted.message);
      }
      ++errors_caught;
    }
  }
  if (steps.empty()) return "no step was checked";
  const auto general = std::count_if(steps.begin(), steps.end(),
                                     [](const StepReport& s) { return s.result.general; });
  return fmt::format("{} step{} hold{}, {}, {} planted error{} caught", steps.size(),
                     steps.size() == 1 ? "" : "s", steps.size() == 1 ? "s" : "",
                     extent(static_cast<std::size_t>(general), steps.size()), errors_caught,
                     errors_caught == 1 ? "" : "s");
}

ProofReport run_proof(const Proof& proof, std::uint64_t suite_seed) {
  ProofReport report{.id = proof.id};
  std::map<std::string, bool> held_before;
  for (const ProofStep& step : proof.steps) {
    StepReport entry{.name = step.name, .result = check_step(proof, step, suite_seed, held_before)};
    for (const PlantedError& planted : step.planted) {
      entry.planted.push_back(check_planted(proof, step, planted, suite_seed));
    }
    held_before[step.name] = entry.result.holds;
    report.steps.push_back(std::move(entry));
  }
  return report;
}

void ProofRegistry::add(Proof proof) {
  validate(proof);
  if (find(proof.id) != nullptr) refuse(proof, "its id is taken");
  proofs_.push_back(std::move(proof));
}

std::vector<const Proof*> ProofRegistry::proofs() const {
  std::vector<const Proof*> proofs;
  for (const Proof& proof : proofs_) proofs.push_back(&proof);
  std::sort(proofs.begin(), proofs.end(),
            [](const Proof* a, const Proof* b) { return a->id < b->id; });
  return proofs;
}

const Proof* ProofRegistry::find(std::string_view id) const {
  const auto at =
      std::find_if(proofs_.begin(), proofs_.end(), [&](const Proof& p) { return p.id == id; });
  return at == proofs_.end() ? nullptr : &*at;
}

ProofRegistry& proof_registry() {
  static ProofRegistry instance;
  return instance;
}

std::vector<std::string> unknown_links(const ProofRegistry& proofs, const Registry& claims) {
  std::vector<std::string> problems;
  for (const Proof* proof : proofs.proofs()) {
    for (const std::string& id : proof->uses) {
      if (proofs.find(id) != nullptr) continue;
      problems.push_back(fmt::format("proof '{}' uses '{}', which is no proof", proof->id, id));
    }
    for (const std::string& id : proof->supports) {
      if (claims.find(id) != nullptr) continue;
      problems.push_back(fmt::format("proof '{}' supports '{}', which is no claim", proof->id, id));
    }
  }
  return problems;
}

RegisteredProof::RegisteredProof(Proof proof) noexcept {
  try {
    proof_registry().add(std::move(proof));
  } catch (const std::exception& problem) {
    keep_registration_error(problem.what());
  }
}

}  // namespace asymptest
