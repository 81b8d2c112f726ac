#include "asymptest/engine/proof_runner.hpp"

#include <fmt/format.h>

#include <chrono>

#include "asymptest/engine/executor.hpp"
#include "asymptest/engine/record_json.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest {
namespace {

using Clock = std::chrono::steady_clock;

std::string digest(const ProofRecord& record) {
  std::string text = record.id + record.statement;
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
  record.proved = report.result.proved;
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

}  // namespace

ProofRecord declared_record(const Proof& proof) {
  ProofRecord record{.id = proof.id,
                     .topic = proof.id.substr(0, proof.id.find('/')),
                     .title = proof.title,
                     .statement = proof.statement,
                     .citation = proof.source.citation,
                     .place = proof.source.place,
                     .remark = proof.remark};
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

std::vector<ProofRecord> stored_proofs(std::span<const Proof* const> proofs, std::uint64_t seed,
                                       const Store& store) {
  std::vector<ProofRecord> records;
  for (const Proof* proof : proofs) {
    records.push_back(declared_record(*proof));
    const auto text = store.proof(proof->id, seed);
    if (!text) continue;
    ProofRecord last = proof_from_json(*text);
    if (last.digest == records.back().digest) {
      records.back() = std::move(last);
    } else {
      records.back().status_reason = "it was checked in other words; run it again";
    }
  }
  return records;
}

}  // namespace asymptest
