#include "asymptest/cli/output/verdict_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "asymptest/cli/output/terminal.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::cli {
namespace {

constexpr std::size_t table_width = 100;
constexpr std::size_t name_width = 29;

std::string mark(Status status, bool colours) {
  switch (status) {
    case Status::expected:
      return coloured("OK ", Colour::green, colours);
    case Status::unexpected:
      return coloured("NOT", Colour::red, colours);
    case Status::failed:
      return coloured("ERR", Colour::red, colours);
    case Status::undecided:
      return coloured(" ? ", Colour::yellow, colours);
    default:
      return coloured(" - ", Colour::dim, colours);
  }
}

/// Breaks a sentence into indented lines that fit the table.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string lines;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (column == 0 || column + 1 + word.size() > table_width) {
      lines += fmt::format("{}{:{}}{}", column == 0 ? "" : "\n", "", indent, word);
      column = indent + word.size();
    } else {
      lines += fmt::format(" {}", word);
      column += 1 + word.size();
    }
  }
  return lines + "\n";
}

struct Row {
  std::string mark, name, verdict, estimate, predicted, trials, seconds;
};

/// A name that is too long has a line of its own.
std::string line(const Row& row) {
  std::string text = row.mark;
  if (row.name.size() > name_width) {
    text += fmt::format(" {}\n   ", row.name);
  }
  return text + fmt::format(" {:<{}} {:<12} {:<26} {:>8} {:>8} {:>7}\n",
                            row.name.size() > name_width ? "" : row.name, name_width, row.verdict,
                            row.estimate, row.predicted, row.trials, row.seconds);
}

/// Under what is not as declared: why.
std::string reason_line(Status status, const std::string& reason) {
  constexpr std::size_t indent = 10;
  return status == Status::expected || reason.empty() ? "" : wrapped(reason, indent);
}

/// With several estimates, each has a line of its own with its factor's name.
std::string estimate_lines(Row row, const std::vector<Estimate>& estimates) {
  const auto fill = [](Row& into, const Estimate& e) {
    into.estimate = report::with_interval(e.estimate, e.lower, e.upper);
    into.predicted = report::number(e.predicted);
  };
  if (estimates.size() == 1) fill(row, estimates.front());
  std::string text = line(row);
  if (estimates.size() < 2) return text;
  for (const Estimate& e : estimates) {
    Row next{.mark = "   ", .name = "      in " + e.name};
    fill(next, e);
    text += line(next);
  }
  return text;
}

std::string rows_of(const SubjectRecord& subject, bool colours) {
  const std::string::size_type slash = subject.name.find('/');
  Row row{.mark = mark(subject.status, colours),
          .name = subject.control.empty() ? "  " + subject.name.substr(slash + 1)
                                          : "    :" + subject.control,
          .verdict = report::verdict_word(subject)};
  if (subject.trials > 0) {
    row.trials = fmt::format("{}", subject.trials);
    row.seconds = fmt::format("{:.1f}", subject.seconds);
  }
  return estimate_lines(row, subject.verdict.estimates) +
         reason_line(subject.status, report::reason_of(subject));
}

std::string rows_of(const ProofRecord& proof, bool colours) {
  Row row{.mark = mark(proof.status, colours), .name = "  " + proof.id};
  if (proof.status != Status::unmeasured) {
    row.verdict = proof.status == Status::expected ? "proved" : "not proved";
    row.seconds = fmt::format("{:.1f}", proof.seconds);
  }
  const bool holds = proof.status == Status::expected;
  return line(row) + (holds ? wrapped(proof.status_reason, name_width + 5)
                            : reason_line(proof.status, proof.status_reason));
}

}  // namespace

std::string verdict_table(const Record& record, bool colours) {
  std::string text =
      line({"   ", "claim", "verdict", "estimate", "predicted", "trials", "seconds"});
  std::string topic;
  for (const ClaimRecord& claim : record.claims) {
    if (claim.topic != topic) text += fmt::format("    {}/\n", topic = claim.topic);
    for (const SubjectRecord& subject : claim.subjects) text += rows_of(subject, colours);
  }
  if (!record.proofs.empty()) text += "    proofs\n";
  for (const ProofRecord& proof : record.proofs) text += rows_of(proof, colours);
  text += "\n";
  if (!record.claims.empty() || !record.proofs.empty()) {
    text += wrapped(report::suite_sentence(record), 0);
  }
  return text;
}

}  // namespace asymptest::cli
