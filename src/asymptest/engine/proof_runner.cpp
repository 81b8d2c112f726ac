#include "asymptest/engine/proof_runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>

#include "asymptest/claim/code_fingerprint.hpp"
#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/records/build_info.hpp"
#include "asymptest/random/stream.hpp"
#include "asymptest/record/record_json.hpp"

namespace asymptest {
namespace {

using Clock = std::chrono::steady_clock;

/// Raise it when `run_proof` changes what counts as proved: no fingerprint covers it.
constexpr int rules_of_checking = 1;

/// The file of "proof/label-noise": proofs_check/label_noise.cpp.
std::string file_of(const std::string& id) {
  std::string name = id.substr(id.find('/') + 1);
  std::replace(name.begin(), name.end(), '-', '_');
  return fmt::format("proofs_check/{}.cpp", name);
}

std::string digest(const ProofRecord& record) {
  std::string text = record.id + record.statement;
  text += code_fingerprint(file_of(record.id) + ":1");
  for (const std::string& used : record.uses) text += "<<" + used;
  for (const std::string& claim : record.supports) text += ">>" + claim;
  for (const StepRecord& step : record.steps) {
    text += fmt::format("|{}|{}", step.name, step.statement);
    for (const std::string& used : step.uses) text += "<" + used;
    for (const PlantedRecord& planted : step.planted) text += "!" + planted.name;
  }
  return fmt::format("{:016x}", stream_hash(text));
}

StepRecord declared_record(const ProofStep& step) {
  StepRecord record{.name = step.name, .statement = step.statement, .uses = step.uses};
  for (const PlantedError& planted : step.planted) {
    record.planted.push_back({.name = planted.name, .error = planted.error});
  }
  return record;
}

void fill(StepRecord& record, const StepReport& report) {
  record.holds = report.result.holds;
  record.general = report.result.general;
  record.message = report.result.message;
  for (std::size_t i = 0; i < record.planted.size(); ++i) {
    record.planted[i].caught = report.planted[i].caught;
    record.planted[i].message = report.planted[i].message;
  }
}

ProofRecord checked_record(const Proof& proof, std::uint64_t seed) {
  ProofRecord record = declared_record(proof);
  const auto start = Clock::now();
  const ProofReport report = run_proof(proof, seed);
  record.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  record.status = report.holds() ? Status::expected : Status::unexpected;
  record.status_reason = report.summary();
  record.reproduce = fmt::format("asymptest run {} --seed {}", proof.id, seed);
  for (std::size_t i = 0; i < record.steps.size(); ++i) fill(record.steps[i], report.steps[i]);
  return record;
}

/// Lowers the record if what it uses has failed.
void rest_on(ProofRecord& record, const ProofRecord& used) {
  if (record.status != Status::expected || used.status != Status::unexpected) return;
  record.status = Status::unexpected;
  record.status_reason = fmt::format("rests on {}, which does not hold", used.id);
}

/// By what a proof was checked: its arithmetic rests on the compiler and its flags, too.
std::string checker() {
  return fmt::format("{}; {}; rules {}", build_info::compiler, build_info::flags,
                     rules_of_checking);
}

/// A stored outcome: its checker on a line, then the record.
struct ProofOutcome {
  std::string checker;
  ProofRecord record;
};

std::string outcome_text(const ProofRecord& record) { return checker() + "\n" + to_json(record); }

/// Nothing if it was written in another format. Before there were checkers the record stood alone.
std::optional<ProofOutcome> parsed(const std::string& text) {
  try {
    const auto brace = text.find('{');
    const auto line = text.find('\n');
    if (brace == 0 || line == text.npos) return ProofOutcome{"", proof_from_json(text)};
    return ProofOutcome{text.substr(0, line), proof_from_json(text.substr(line + 1))};
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

/// The stored outcome of a proof that holds, if it was checked by the same code.
std::optional<ProofRecord> kept_record(const Proof& proof, std::uint64_t seed, const Store& store) {
  if (code_fingerprint(file_of(proof.id) + ":1").empty()) return std::nullopt;
  const auto text = store.proof(proof.id, seed);
  std::optional<ProofOutcome> last = text ? parsed(*text) : std::nullopt;
  const bool holds = last && last->checker == checker() &&
                     last->record.digest == declared_record(proof).digest &&
                     last->record.status == Status::expected;
  return holds ? std::optional(std::move(last->record)) : std::nullopt;
}

}  // namespace

ProofRecord declared_record(const Proof& proof) {
  ProofRecord record{.id = proof.id,
                     .topic = proof.id.substr(0, proof.id.find('/')),
                     .title = proof.title,
                     .statement = proof.statement,
                     .citation = proof.source.citation,
                     .place = proof.source.place,
                     .remark = proof.remark,
                     .uses = proof.uses,
                     .supports = proof.supports};
  for (const ProofStep& step : proof.steps) record.steps.push_back(declared_record(step));
  record.digest = digest(record);
  return record;
}

std::vector<ProofRecord> check_proofs(std::span<const Proof* const> proofs, std::uint64_t seed,
                                      int jobs, Store& store, bool anew,
                                      const OnChecked& on_checked) {
  std::vector<ProofRecord> records(proofs.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < proofs.size(); ++i) {
    auto kept = anew ? std::nullopt : kept_record(*proofs[i], seed, store);
    if (kept) {
      records[i] = std::move(*kept);
      on_checked(records[i], true);
    } else {
      open.push_back(i);
    }
  }
  std::mutex telling;
  for_each_index(open.size(), jobs, [&](std::size_t i) {
    ProofRecord& record = records[open[i]];
    record = checked_record(*proofs[open[i]], seed);
    const std::lock_guard lock(telling);
    on_checked(record, false);
  });
  for (const std::size_t i : open) {
    store.write_proof(records[i].id, seed, outcome_text(records[i]));
  }
  return records;
}

void settle_uses(std::vector<ProofRecord>& records) {
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < records.size(); ++i) place[records[i].id] = i;
  // A fault travels at most as far as there are records.
  for (std::size_t pass = 0; pass < records.size(); ++pass) {
    for (ProofRecord& record : records) {
      for (const std::string& used : record.uses) {
        const auto at = place.find(used);
        if (at != place.end()) rest_on(record, records[at->second]);
      }
    }
  }
}

std::vector<ProofRecord> stored_proofs(std::span<const Proof* const> proofs, std::uint64_t seed,
                                       const Store& store) {
  std::vector<ProofRecord> records;
  for (const Proof* proof : proofs) {
    records.push_back(declared_record(*proof));
    const auto text = store.proof(proof->id, seed);
    if (!text) continue;
    std::optional<ProofOutcome> last = parsed(*text);
    if (last && last->record.digest == records.back().digest) {
      records.back() = std::move(last->record);
    } else {
      records.back().status_reason = "it was checked in other words or by other code; run it again";
    }
  }
  return records;
}

}  // namespace asymptest
