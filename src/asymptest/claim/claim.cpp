#include "asymptest/claim/claim.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <stdexcept>
#include <variant>

#include "asymptest/claim/code_fingerprint.hpp"
#include "asymptest/claim/data_folder.hpp"
#include "asymptest/require/enum_names.hpp"

namespace asymptest {
namespace {

constexpr EnumNames<Polarity, 3> polarity_names{"polarity",
                                                {"exact", "lower bound", "upper bound"}};

[[noreturn]] void refuse(const Claim& claim, std::string_view problem) {
  throw std::invalid_argument(fmt::format("claim '{}': {}", claim.id, problem));
}

/// Why a sweep can't be measured; empty if it can.
std::string fault_of(const Sweep& sweep) {
  try {
    for (const Tier tier : {Tier::quick, Tier::standard, Tier::full}) {
      if (sweep.design(tier).empty()) return "is empty";
    }
  } catch (const std::invalid_argument& problem) {
    return problem.what();
  }
  return "";
}

/// A control's own law may leave out rivals that its claim names for the same exponent.
bool share_rivals(const Prediction& one, const Prediction& other) {
  const auto* a = std::get_if<PowerLaw>(&one.kind());
  const auto* b = std::get_if<PowerLaw>(&other.kind());
  return a != nullptr && b != nullptr && a->factors.size() == b->factors.size() &&
         a->factors.front().exponent == b->factors.front().exponent;
}

void validate_expectation(const Subject& subject) {
  const Claim& claim = *subject.claim;
  if (subject.must_be_supported()) return;
  if (subject.expect().is_empty() && !subject.must_be_withheld()) return;
  const std::string whose =
      subject.control == nullptr ? "" : fmt::format("control '{}' ", subject.control->name);
  if (subject.reason_of_expectation().empty()) {
    refuse(claim, whose + "has no reason for what it must show (because, or a remark)");
  }
  if (subject.must_be_withheld()) return;
  std::string fault = fault_of(subject.expect(), subject.predict());
  if (fault.empty() && share_rivals(subject.predict(), claim.predict)) {
    fault = fault_of(subject.expect(), claim.predict);
  }
  if (!fault.empty()) refuse(claim, whose + fault);
}

void validate_control(const Claim& claim, const Control& control) {
  if (!is_plain_name(control.name)) {
    refuse(claim,
           fmt::format("control name '{}' is not lower case, digits and dashes", control.name));
  }
  if (!control.trial) refuse(claim, fmt::format("control '{}' has no trial", control.name));
  if (control.stopped_by && (control.harmless || !control.expect.is_empty())) {
    refuse(claim, fmt::format("control '{}' is stopped by its polarity, and can't be harmless or "
                              "expect a value",
                              control.name));
  }
  if (control.stopped_by == Polarity::exact) {
    refuse(claim, fmt::format("control '{}' is stopped by an exact measurement, expected a lower "
                              "or an upper bound",
                              control.name));
  }
  if (control.predict && control.correction) {
    refuse(claim, fmt::format("control '{}' has a prediction of its own and a correction beside "
                              "it, expected the correction within the prediction",
                              control.name));
  }
  if (control.correction && control.correction->source.empty()) {
    refuse(claim, fmt::format("the correction of control '{}' has no source", control.name));
  }
  if (control.sweep) {
    const std::string fault = fault_of(*control.sweep);
    if (!fault.empty()) {
      refuse(claim, fmt::format("the sweep of control '{}': {}", control.name, fault));
    }
  }
  const auto& assumes = claim.assumes;
  const bool breaks_none = control.harmless || (control.stopped_by && control.breaks.empty());
  if (!breaks_none && std::find(assumes.begin(), assumes.end(), control.breaks) == assumes.end()) {
    refuse(claim, fmt::format("control '{}' breaks '{}', which is not among its hypotheses",
                              control.name, control.breaks));
  }
}

/// Whether a shell takes it as it stands.
bool is_one_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("/._-+:@%").find(c) != std::string_view::npos;
  });
}

}  // namespace

std::string_view name_of(Polarity polarity) { return polarity_names.of(polarity); }

Polarity parse_polarity(std::string_view name) { return polarity_names.parse(name); }

std::int64_t Budget::most(Tier tier) const {
  return tier == Tier::quick ? quick : tier == Tier::standard ? standard : full;
}

std::string Subject::name() const {
  return control == nullptr ? std::string(claim->id) : claim->id + ":" + control->name;
}

std::string Subject::words() const {
  if (claim->file.empty()) return name();
  return (is_one_word(claim->file) ? claim->file : "'" + claim->file + "'") + " " + name();
}

const Sweep& Subject::sweep() const {
  return control != nullptr && control->sweep ? *control->sweep : claim->sweep;
}

Prediction Subject::predict() const {
  if (control == nullptr) return claim->predict;
  if (control->predict) return *control->predict;
  if (control->correction) {
    const auto& [exponent, source] = *control->correction;
    return Prediction(claim->predict).corrected_by(exponent, source);
  }
  const bool breaks_one = !control->harmless && !control->breaks.empty();
  return breaks_one ? claim->predict.without_correction() : claim->predict;
}

const Trial& Subject::trial() const {
  return control != nullptr ? control->trial : claim->measure.trial;
}

const Expectation& Subject::expect() const {
  return control != nullptr ? control->expect : claim->expect;
}

std::string Subject::reason_of_expectation() const {
  if (expect().is_empty() && !must_be_withheld()) return "";
  if (!expect().reason.empty()) return expect().reason;
  return control != nullptr ? control->remark : claim->remark;
}

Polarity Subject::polarity() const {
  return control != nullptr ? control->stopped_by.value_or(claim->measure.polarity)
                            : claim->measure.polarity;
}

bool Subject::must_be_withheld() const {
  return control != nullptr && control->stopped_by.has_value();
}

bool Subject::must_be_supported() const {
  return control != nullptr ? control->harmless : !claim->is_erratum();
}

std::string Subject::lacking() const {
  if (!claim->on_data || data_files()) return "";
  return fmt::format("not measured: run scripts/fetch-data, which fills {}",
                     data_folder().string());
}

std::string Subject::digest() const {
  std::string text = fmt::format("{}|{}|{}|{}", name(), predict().describe(), name_of(polarity()),
                                 claim->revision);
  for (const Tier tier : {Tier::quick, Tier::standard, Tier::full}) {
    for (const Point& at : sweep().design(tier)) text += "|" + at.key();
  }
  const std::string& own = control != nullptr ? control->fingerprint : claim->fingerprint;
  text += own.empty() ? code_fingerprint(claim->declared_at) : std::string_view(own);
  if (claim->on_data) text += "|" + data_fingerprint();
  return fmt::format("{:016x}", stream_hash(text));
}

std::vector<Subject> subjects_of(const Claim& claim) {
  std::vector<Subject> subjects{{&claim, nullptr}};
  for (const Control& control : claim.controls) subjects.push_back({&claim, &control});
  return subjects;
}

bool is_plain_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_claim_id(std::string_view text) {
  const auto slash = text.find('/');
  return slash != std::string_view::npos && is_plain_name(text.substr(0, slash)) &&
         is_plain_name(text.substr(slash + 1));
}

void validate(const Claim& claim) {
  if (!is_claim_id(claim.id)) {
    refuse(claim, "its id is not of the form topic/name in lower case, digits and dashes");
  }
  if (claim.title.empty()) refuse(claim, "it has no title");
  if (claim.statement.empty()) refuse(claim, "it has no statement");
  if (claim.source.citation.empty()) refuse(claim, "it has no source");
  if (!claim.measure.trial) refuse(claim, "it has no trial");
  if (const std::string fault = fault_of(claim.sweep); !fault.empty()) {
    refuse(claim, "its sweep: " + fault);
  }
  if (!(claim.predict.band() > 0)) refuse(claim, "its prediction has no band (within)");
  if (claim.predict.reason().empty()) refuse(claim, "its band has no reason (because)");
  std::set<std::string> names;
  for (const Control& control : claim.controls) {
    validate_control(claim, control);
    if (!names.insert(control.name).second) {
      refuse(claim, fmt::format("control '{}' is declared twice", control.name));
    }
  }
  for (const Subject& subject : subjects_of(claim)) validate_expectation(subject);
}

}  // namespace asymptest
