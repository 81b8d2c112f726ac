#include "asymptest/cli/check/check_record.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "asymptest/data/input_text.hpp"
#include "asymptest/engine/records/law_record.hpp"
#include "asymptest/engine/records/provenance.hpp"

namespace asymptest::cli {
namespace {

constexpr std::string_view topic = "check";

/// A name for addresses: the file's, in letters, digits and -.
std::string id_of(const CheckRequest& request) {
  std::string stem =
      request.file == "-" ? "standard-input" : std::filesystem::path(request.file).stem().string();
  for (char& c : stem) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!plain) c = '-';
  }
  return fmt::format("{}/{}", topic, stem.empty() ? "data" : stem);
}

/// Plain text as a formula, which a statement is.
std::string text_as_formula(std::string_view text) {
  std::string formula = "\\text{";
  for (const char c : text) {
    constexpr std::string_view escaped = "{}$&#_%";
    if (c == '^') {
      formula += "\\textasciicircum{}";
    } else if (c == '~') {
      formula += "\\textasciitilde{}";
    } else if (c == '\\') {
      formula += "\\textbackslash{}";
    } else {
      formula += (escaped.find(c) == std::string_view::npos ? "" : "\\") + std::string(1, c);
    }
  }
  return formula + "}";
}

Status status_of(Outcome outcome) {
  constexpr Status statuses[] = {Status::expected, Status::unexpected, Status::undecided};
  return statuses[static_cast<int>(outcome)];
}

/// The design points with their trials; without values where only summaries are known.
std::vector<PointRecord> points_of(const CheckAnswer& answer) {
  std::vector<PointTrials> trials = answer.evidence.trials;
  const std::vector<PointSummary>& summaries = answer.verdict.points;
  if (trials.empty()) {
    for (const PointSummary& point : summaries) trials.push_back({point.at, {}});
  }
  std::vector<PointRecord> points = point_records(answer.prediction, trials, answer.verdict);
  for (PointRecord& point : points) {
    for (const PointSummary& summary : summaries) {
      if (summary.at == point.at) point.trials = static_cast<std::int64_t>(summary.trials);
    }
  }
  return points;
}

SubjectRecord subject_of(const CheckRequest& request, const CheckAnswer& answer,
                         const std::string& command) {
  SubjectRecord subject{.name = id_of(request),
                        .prediction = answer.prediction.describe(),
                        .law = law_record(answer.prediction),
                        .points = points_of(answer),
                        .status = status_of(answer.verdict.outcome),
                        .verdict = answer.verdict,
                        .looks = 1,
                        .reproduce = command};
  subject.verdict.reason = whole_reason(answer.verdict);
  if (subject.status != Status::expected) subject.status_reason = subject.verdict.reason;
  for (const PointRecord& point : subject.points) subject.trials += point.trials;
  subject.verdict.points.clear();
  return subject;
}

}  // namespace

Record record_of_check(const CheckRequest& request, const CheckAnswer& answer,
                       const std::string& command) {
  const std::string file = name_of_input(request.file);
  ClaimRecord claim{.id = id_of(request),
                    .topic = std::string(topic),
                    .title = fmt::format("{} in {}", request.value, file),
                    .statement = text_as_formula(request.value + ": " + request.law),
                    .citation = "own data",
                    .place = file,
                    .measured = request.value,
                    .polarity = std::string(name_of(Polarity::exact)),
                    .prediction = answer.prediction.describe(),
                    .band = request.band,
                    .band_reason = "as asked for",
                    .tier = "quick",
                    .remark = answer.format.empty() ? "" : "Read with " + answer.format + "."};
  for (const std::string& size : request.sizes) claim.axes.push_back({size, size});
  for (const Rival& rival : answer.prediction.rivals()) {
    claim.rivals.push_back({rival.value, rival.name});
  }
  claim.subjects = {subject_of(request, answer, command)};
  return {.provenance = provenance_of_this_program(0, Tier::quick),
          .alpha = request.alpha,
          .claims = {std::move(claim)},
          .proofs = {}};
}

}  // namespace asymptest::cli
