#include "asymptest/cli/showing/show_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "asymptest/claim/proof.hpp"
#include "asymptest/cli/input/claim_files.hpp"
#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/filter.hpp"
#include "asymptest/cli/input/stored_record.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/cli/output/terminal.hpp"
#include "asymptest/cli/output/verdict_table.hpp"
#include "asymptest/engine/proof_runner.hpp"
#include "asymptest/engine/records/claim_record.hpp"
#include "asymptest/engine/records/registration.hpp"
#include "asymptest/record/record_json.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::cli {
namespace {

struct ShowArguments {
  std::vector<std::string> words;
  WhichRun which;
  bool json = false;
  StoreOption store;
};

/// The claim of that id, or the one whose control it is.
const Claim& named_claim(const std::string& name, const Catalogue& all) {
  std::vector<std::string> ids;
  for (const Claim* one : claims_of(all)) {
    if (one->id == name.substr(0, name.find(':'))) return *one;
    ids.push_back(one->id);
  }
  for (const Proof* one : all.proofs) ids.push_back(one->id);
  const auto near = near_names(name, ids);
  throw NothingMatches(
      fmt::format("there is no claim '{}'{}", name,
                  near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(near, ", "))));
}

ClaimRecord declared(const Claim& claim) {
  ClaimRecord record = claim_record(claim);
  for (const Subject& subject : subjects_of(claim)) {
    record.subjects.push_back(declared_record(subject, Tier::quick));
  }
  return record;
}

void print_field(std::string_view name, const std::string& text) {
  if (!text.empty()) fmt::print("{:<12} {}\n", name, text);
}

void print_control(const SubjectRecord& control) {
  if (control.must_be_supported) {
    print_field("  :" + control.control, "harmless: must be supported");
    return;
  }
  print_field("  :" + control.control,
              control.breaks.empty() ? "breaks no hypothesis" : "breaks '" + control.breaks + "'");
  if (!control.expectation.empty()) print_field("", "must show " + control.expectation);
  print_field("", control.expectation_reason);
  if (control.law.correction) print_field("", "correction " + *control.law.correction);
}

std::string sweep_of(const SubjectRecord& subject) {
  std::string text;
  for (const PointRecord& point : subject.points) {
    text += (text.empty() ? "" : "  ") + point.at.key();
  }
  return text;
}

void print_declaration(const ClaimRecord& claim) {
  fmt::print("{}\n{}\n\n", claim.id, claim.title);
  print_field("statement", claim.statement);
  print_field("source", claim.place.empty() ? claim.citation : claim.citation + ", " + claim.place);
  print_field("declared", claim.declared_at);
  for (const std::string& hypothesis : claim.assumes) print_field("assumes", hypothesis);
  for (const std::string& open : report::unguarded_hypotheses(claim)) {
    print_field("", "no control breaks '" + open + "'");
  }
  for (const AxisRecord& one : claim.axes) print_field("axis", one.name + ", " + one.meaning);
  print_field("sweep", sweep_of(claim.subjects.front()));
  print_field("measures", fmt::format("{} ({})", claim.measured, claim.polarity));
  print_field("predicts", claim.prediction);
  print_field("because", claim.band_reason);
  print_field("correction", claim.subjects.front().law.correction.value_or(""));
  print_field("rivals", report::rivals_text(claim));
  if (!claim.corrected_by.empty()) {
    print_field("erratum", "must be refuted; true instead is " + claim.corrected_by);
    print_field("", claim.subjects.front().expectation);
    print_field("", claim.subjects.front().expectation_reason);
  }
  print_field("remark", claim.remark);
  if (claim.subjects.size() > 1) fmt::print("controls\n");
  for (std::size_t i = 1; i < claim.subjects.size(); ++i) print_control(claim.subjects[i]);
}

/// When the claim was noted and when its first trial was measured, as the store has it.
void print_registration(const Claim& claim, const StoreOption& option) {
  const auto store = option.open_existing();
  if (!store) return;
  ClaimRecord record;
  add_registration(record, claim, *store);
  const std::string text = report::registration_text(record);
  if (!text.empty()) print_field("registered", text + ", as " + Subject{&claim}.digest());
}

bool is_measured(const ClaimRecord& claim) {
  return std::any_of(claim.subjects.begin(), claim.subjects.end(),
                     [](const SubjectRecord& s) { return s.status != Status::unmeasured; });
}

void print_proof(const ProofRecord& proof) {
  fmt::print("{}\n{}\n\n", proof.id, proof.title);
  print_field("statement", proof.statement);
  print_field("source", proof.place.empty() ? proof.citation : proof.citation + ", " + proof.place);
  for (const StepRecord& step : proof.steps) {
    print_field("step", fmt::format("{}: {}", step.name, step.statement));
    if (!step.uses.empty()) print_field("", fmt::format("uses {}", fmt::join(step.uses, ", ")));
    print_field("", step.message);
    for (const PlantedRecord& planted : step.planted) {
      print_field("", fmt::format("planted error {}: {}", planted.name, planted.error));
    }
  }
  print_field("remark", proof.remark);
  if (proof.status == Status::unmeasured) {
    fmt::print("\nNot checked yet: `asymptest run {}` does.\n", proof.id);
  } else {
    fmt::print("\n{}: {}\n", proof.status == Status::expected ? "Holds" : "DOES NOT HOLD",
               proof.status_reason);
  }
}

ExitCode show_proof(const Proof& proof, const ShowArguments& arguments, const Catalogue& all) {
  ProofRecord record = declared_record(proof);
  if (const auto stored = stored_record(arguments.store, arguments.which, all)) {
    for (const ProofRecord& one : stored->proofs) {
      if (one.id == proof.id) record = one;
    }
  }
  if (arguments.json) {
    fmt::print("{}\n", to_json(record));
  } else {
    print_proof(record);
  }
  return as_expected;
}

ExitCode show_claim(const Claim& claim, const ShowArguments& arguments, const Catalogue& all) {
  Record last{};
  if (const auto stored = stored_record(arguments.store, arguments.which, all)) {
    last = *stored;
    last.proofs.clear();
    std::erase_if(last.claims, [&](const ClaimRecord& one) { return one.id != claim.id; });
  }
  const bool measured = !last.claims.empty() && is_measured(last.claims.front());
  if (arguments.json) {
    fmt::print("{}\n", to_json(measured ? last.claims.front() : declared(claim)));
    return as_expected;
  }
  print_declaration(declared(claim));
  print_registration(claim, arguments.store);
  if (measured) {
    fmt::print("\nLast verdict, tier {}, seed {}, {}\n{}", last.provenance.tier,
               last.provenance.seed, last.provenance.measured_at,
               verdict_table(last, wants_colour(stdout), columns_of(stdout, widest_table)));
  } else {
    fmt::print("\nNot measured yet: `asymptest run {}` does.\n", Subject{&claim}.words());
  }
  return as_expected;
}

/// The name among the words; that of the claim where there is one claim only.
std::string shown_name(const std::vector<std::string>& words, const Catalogue& all) {
  const auto claims = claims_of(all);
  if (words.empty() && claims.size() == 1) return claims.front()->id;
  if (words.size() == 1) return words.front();
  throw std::invalid_argument(
      fmt::format("{} names are given, expected that of one claim or proof", words.size()));
}

ExitCode show(const ShowArguments& arguments) {
  std::vector<std::string> words = arguments.words;
  const Catalogue all = take_catalogue(words);
  const std::string name = shown_name(words, all);
  for (const Proof* proof : all.proofs) {
    if (proof->id == name) return show_proof(*proof, arguments, all);
  }
  return show_claim(named_claim(name, all), arguments, all);
}

}  // namespace

void add_show_command(Command app, int& exit_code) {
  const Command command =
      app.add_subcommand("show", "Show what a claim states, and its last verdict");
  const auto arguments = std::make_shared<ShowArguments>();
  command
      .add_option("CLAIM", arguments->words,
                  "The id of a claim or a proof, after the claim file that it is in")
      .required()
      .type_name("");
  arguments->store.add_to(command);
  add_seed_option(command, arguments->which.seed, "the suite", newest_run);
  command.add_flag("--json", arguments->json, "Print the claim's record as JSON");
  command.callback([arguments, &exit_code] { exit_code = show(*arguments); });
}

}  // namespace asymptest::cli
