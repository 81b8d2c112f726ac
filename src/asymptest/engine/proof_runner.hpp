#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "asymptest/engine/store/store.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// A proof's declaration as text; not checked.
ProofRecord declared_record(const Proof& proof);

/// Checks the proofs, on `jobs` threads, and keeps the outcomes in the store. A proof that was
/// found to hold before is not checked again, unless `anew`: if its words, the code of all that its
/// file proofs_check/NAME.cpp is compiled from (code_fingerprint.hpp), the compiler and its flags
/// are the same. One without a fingerprint is always checked.
/// `on_checked` is told of each, one at a time, and whether its outcome was kept from before.
using OnChecked = std::function<void(const ProofRecord& record, bool kept)>;
std::vector<ProofRecord> check_proofs(
    std::span<const Proof* const> proofs, std::uint64_t seed, int jobs, Store& store,
    bool anew = false, const OnChecked& on_checked = [](const ProofRecord&, bool) {});

/// A theorem is no better than what it rests on: a proof that uses an `unexpected` one is so too,
/// and says why. One that was not checked, or is not among the records, lowers nothing: each proof
/// can be run alone.
void settle_uses(std::vector<ProofRecord>& records);

/// What is stored of the proofs at a seed. One that was stored in other words is `unmeasured`.
std::vector<ProofRecord> stored_proofs(std::span<const Proof* const> proofs, std::uint64_t seed,
                                       const Store& store);

}  // namespace asymptest
