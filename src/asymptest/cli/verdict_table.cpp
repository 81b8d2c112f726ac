#include "asymptest/cli/verdict_table.hpp"

#include <fmt/format.h>

#include "asymptest/cli/terminal.hpp"
#include "asymptest/report/number.hpp"
#include "asymptest/report/wording.hpp"

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

std::string interval(const Estimate& estimate, bool with_name) {
  const std::string text = report::with_interval(estimate.estimate, estimate.lower, estimate.upper);
  return with_name ? fmt::format("{} {}", estimate.name, text) : text;
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

std::string rows_of(const SubjectRecord& subject, bool colours) {
  const std::string::size_type slash = subject.name.find('/');
  Row row{.mark = mark(subject.status, colours),
          .name = subject.control.empty() ? "  " + subject.name.substr(slash + 1)
                                          : "    :" + subject.control,
          .verdict = report::verdict_word(subject)};
  if (subject.trials > 0) row.trials = fmt::format("{}", subject.trials);
  if (subject.trials > 0) row.seconds = fmt::format("{:.1f}", subject.seconds);
  const auto& estimates = subject.verdict.estimates;
  std::string text;
  for (std::size_t i = 0; i < std::max<std::size_t>(1, estimates.size()); ++i) {
    if (i < estimates.size()) {
      row.estimate = interval(estimates[i], estimates.size() > 1);
      row.predicted = report::number(estimates[i].predicted);
    }
    text += line(row);
    row = {.mark = "   "};
  }
  constexpr std::size_t reason_indent = 10;
  if (subject.status != Status::expected) {
    text += wrapped(report::reason_of(subject), reason_indent);
  }
  return text;
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
  return text + "\n" + wrapped(report::suite_sentence(record), 0);
}

}  // namespace asymptest::cli
