#pragma once

#include <tuple>

#include "asymptest/record/record.hpp"

namespace asymptest {

/// A field of a record by name, for whatever reads or writes all of them.
template <typename R, typename T>
struct Field {
  const char* name;
  T R::*member;
};

/// Clang 14 can't deduce an aggregate's arguments by itself.
template <typename R, typename T>
Field(const char*, T R::*) -> Field<R, T>;

/// The fields of a record, in the order in which they are written.
template <typename R>
inline constexpr auto fields_of = nullptr;

template <>
inline constexpr auto fields_of<TrialFailure> =
    std::tuple{Field{"point", &TrialFailure::point}, Field{"trial", &TrialFailure::trial},
               Field{"message", &TrialFailure::message}};

template <>
inline constexpr auto fields_of<FactorRecord> =
    std::tuple{Field{"name", &FactorRecord::name}, Field{"exponent", &FactorRecord::exponent}};

template <>
inline constexpr auto fields_of<LawRecord> = std::tuple{Field{"kind", &LawRecord::kind},
                                                        Field{"figure", &LawRecord::figure},
                                                        Field{"relation", &LawRecord::relation},
                                                        Field{"form", &LawRecord::form},
                                                        Field{"summary", &LawRecord::summary},
                                                        Field{"factors", &LawRecord::factors},
                                                        Field{"up_to_logs", &LawRecord::up_to_logs},
                                                        Field{"correction", &LawRecord::correction},
                                                        Field{"lower", &LawRecord::lower},
                                                        Field{"upper", &LawRecord::upper},
                                                        Field{"location", &LawRecord::location}};

template <>
inline constexpr auto fields_of<PointRecord> =
    std::tuple{Field{"point", &PointRecord::at},
               Field{"trials", &PointRecord::trials},
               Field{"judged", &PointRecord::judged},
               Field{"summary", &PointRecord::summary},
               Field{"lower", &PointRecord::lower},
               Field{"upper", &PointRecord::upper},
               Field{"fitted", &PointRecord::fitted},
               Field{"regressors", &PointRecord::regressors},
               Field{"predicted", &PointRecord::predicted},
               Field{"smallest", &PointRecord::smallest},
               Field{"lower_decile", &PointRecord::lower_decile},
               Field{"median", &PointRecord::median},
               Field{"upper_decile", &PointRecord::upper_decile},
               Field{"largest", &PointRecord::largest}};

template <>
inline constexpr auto fields_of<Estimate> =
    std::tuple{Field{"name", &Estimate::name},
               Field{"estimate", &Estimate::estimate},
               Field{"lower", &Estimate::lower},
               Field{"upper", &Estimate::upper},
               Field{"predicted", &Estimate::predicted},
               Field{"band_lower", &Estimate::band_lower},
               Field{"band_upper", &Estimate::band_upper},
               Field{"region_lower", &Estimate::region_lower},
               Field{"region_upper", &Estimate::region_upper}};

template <>
inline constexpr auto fields_of<Verdict> =
    std::tuple{Field{"outcome", &Verdict::outcome},
               Field{"reason", &Verdict::reason},
               Field{"estimates", &Verdict::estimates},
               Field{"alpha", &Verdict::alpha},
               Field{"need", &Verdict::need},
               Field{"model", &Verdict::model},
               Field{"goodness_of_fit", &Verdict::goodness_of_fit}};

template <>
inline constexpr auto fields_of<SubjectRecord> =
    std::tuple{Field{"name", &SubjectRecord::name},
               Field{"control", &SubjectRecord::control},
               Field{"breaks", &SubjectRecord::breaks},
               Field{"must_be_supported", &SubjectRecord::must_be_supported},
               Field{"must_be_withheld", &SubjectRecord::must_be_withheld},
               Field{"expectation", &SubjectRecord::expectation},
               Field{"expectation_reason", &SubjectRecord::expectation_reason},
               Field{"prediction", &SubjectRecord::prediction},
               Field{"law", &SubjectRecord::law},
               Field{"points", &SubjectRecord::points},
               Field{"digest", &SubjectRecord::digest},
               Field{"remark", &SubjectRecord::remark},
               Field{"status", &SubjectRecord::status},
               Field{"status_reason", &SubjectRecord::status_reason},
               Field{"verdict", &SubjectRecord::verdict},
               Field{"trials", &SubjectRecord::trials},
               Field{"looks", &SubjectRecord::looks},
               Field{"seconds", &SubjectRecord::seconds},
               Field{"failures", &SubjectRecord::failures},
               Field{"reproduce", &SubjectRecord::reproduce}};

template <>
inline constexpr auto fields_of<RivalRecord> =
    std::tuple{Field{"value", &RivalRecord::value}, Field{"name", &RivalRecord::name}};

template <>
inline constexpr auto fields_of<AxisRecord> =
    std::tuple{Field{"name", &AxisRecord::name}, Field{"meaning", &AxisRecord::meaning}};

template <>
inline constexpr auto fields_of<ClaimRecord> =
    std::tuple{Field{"id", &ClaimRecord::id},
               Field{"topic", &ClaimRecord::topic},
               Field{"title", &ClaimRecord::title},
               Field{"statement", &ClaimRecord::statement},
               Field{"citation", &ClaimRecord::citation},
               Field{"place", &ClaimRecord::place},
               Field{"assumes", &ClaimRecord::assumes},
               Field{"axes", &ClaimRecord::axes},
               Field{"measured", &ClaimRecord::measured},
               Field{"polarity", &ClaimRecord::polarity},
               Field{"prediction", &ClaimRecord::prediction},
               Field{"band", &ClaimRecord::band},
               Field{"band_reason", &ClaimRecord::band_reason},
               Field{"rivals", &ClaimRecord::rivals},
               Field{"corrected_by", &ClaimRecord::corrected_by},
               Field{"tier", &ClaimRecord::tier},
               Field{"declared_at", &ClaimRecord::declared_at},
               Field{"registered_at", &ClaimRecord::registered_at},
               Field{"first_trial_at", &ClaimRecord::first_trial_at},
               Field{"earlier_definitions", &ClaimRecord::earlier_definitions},
               Field{"remark", &ClaimRecord::remark},
               Field{"subjects", &ClaimRecord::subjects}};

template <>
inline constexpr auto fields_of<PlantedRecord> =
    std::tuple{Field{"name", &PlantedRecord::name}, Field{"error", &PlantedRecord::error},
               Field{"caught", &PlantedRecord::caught}, Field{"message", &PlantedRecord::message}};

template <>
inline constexpr auto fields_of<StepRecord> =
    std::tuple{Field{"name", &StepRecord::name},       Field{"statement", &StepRecord::statement},
               Field{"uses", &StepRecord::uses},       Field{"holds", &StepRecord::holds},
               Field{"general", &StepRecord::general}, Field{"message", &StepRecord::message},
               Field{"planted", &StepRecord::planted}};

template <>
inline constexpr auto fields_of<ProofRecord> =
    std::tuple{Field{"id", &ProofRecord::id},
               Field{"topic", &ProofRecord::topic},
               Field{"title", &ProofRecord::title},
               Field{"statement", &ProofRecord::statement},
               Field{"citation", &ProofRecord::citation},
               Field{"place", &ProofRecord::place},
               Field{"remark", &ProofRecord::remark},
               Field{"digest", &ProofRecord::digest},
               Field{"uses", &ProofRecord::uses},
               Field{"supports", &ProofRecord::supports},
               Field{"steps", &ProofRecord::steps},
               Field{"status", &ProofRecord::status},
               Field{"status_reason", &ProofRecord::status_reason},
               Field{"seconds", &ProofRecord::seconds},
               Field{"reproduce", &ProofRecord::reproduce}};

template <>
inline constexpr auto fields_of<Provenance> = std::tuple{
    Field{"version", &Provenance::version},     Field{"commit", &Provenance::commit},
    Field{"compiler", &Provenance::compiler},   Field{"flags", &Provenance::flags},
    Field{"processor", &Provenance::processor}, Field{"seed", &Provenance::seed},
    Field{"tier", &Provenance::tier},           Field{"measured_at", &Provenance::measured_at}};

template <>
inline constexpr auto fields_of<Record> =
    std::tuple{Field{"provenance", &Record::provenance}, Field{"alpha", &Record::alpha},
               Field{"claims", &Record::claims}, Field{"proofs", &Record::proofs}};

}  // namespace asymptest
