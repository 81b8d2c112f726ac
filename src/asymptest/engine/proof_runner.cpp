#include "asymptest/engine/proof_runner.hpp"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <optional>
#include <stdexcept>

#include "asymptest/engine/executor.hpp"
#include "asymptest/random/stream.hpp"
#include "asymptest/record/record_json.hpp"

namespace asymptest {
namespace {

using Clock = std::chrono::steady_clock;

std::string digest(const ProofRecord& record) {
  std::string text = record.id + record.statement;
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

/// The stored text as a record; nothing if it was written in another format.
std::optional<ProofRecord> parsed(const std::string& text) {
  try {
    return proof_from_json(text);
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
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
                                      int jobs, Store& store) {
  std::vector<ProofRecord> records(proofs.size());
  for_each_index(proofs.size(), jobs,
                 [&](std::size_t i) { records[i] = checked_record(*proofs[i], seed); });
  for (const ProofRecord& record : records) store.write_proof(record.id, seed, to_json(record));
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
    std::optional<ProofRecord> last = parsed(*text);
    if (last && last->digest == records.back().digest) {
      records.back() = std::move(*last);
    } else {
      records.back().status_reason = "it was checked in other words; run it again";
    }
  }
  return records;
}

}  // namespace asymptest
