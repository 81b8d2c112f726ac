#include "asymptest/cli/output/verdict_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "asymptest/cli/output/terminal.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::cli {
namespace {

constexpr std::size_t narrowest_table = 60;
constexpr std::size_t name_width = 23;

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
std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns) {
  std::string lines;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (column == 0 || column + 1 + word.size() > columns) {
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
  std::string mark, name, verdict, estimate, band, trials, seconds;
};

class Table {
 public:
  Table(bool colours, std::size_t columns, const std::set<std::string>& stored)
      : colours_(colours),
        columns_(std::clamp(columns, narrowest_table, widest_table)),
        stored_(stored) {}

  void heading() { line({"   ", "claim", "verdict", "estimate", "band", "trials", "sec."}); }
  void topic(const std::string& name) { text_ += fmt::format("    {}\n", name); }
  void paragraph(std::string_view text, std::size_t indent) {
    text_ += wrapped(text, indent, columns_);
  }
  void blank() { text_ += '\n'; }
  void subject(const SubjectRecord& subject);
  void proof(const ProofRecord& proof);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void line(const Row& row);
  /// Under what is not as declared: why.
  void reason(Status status, const std::string& reason) {
    constexpr std::size_t indent = 10;
    if (status != Status::expected && !reason.empty()) paragraph(reason, indent);
  }

  bool colours_;
  std::size_t columns_;
  const std::set<std::string>& stored_;  ///< of these nothing was measured
  std::string text_;
};

/// A name that is too long has a line of its own, and so have the numbers where the terminal is
/// narrow.
void Table::line(const Row& row) {
  const bool narrow = columns_ < widest_table;
  const bool long_name = row.name.size() > name_width;
  std::string text = row.mark + ' ' + row.name;
  text += long_name && !narrow
              ? fmt::format("\n{:{}}", "", name_width + 4)
              : fmt::format("{:{}}", "", name_width - std::min(name_width, row.name.size()));
  std::string numbers = fmt::format("{:<26} {:<18} {:>6}", row.estimate, row.band, row.trials);
  if (!narrow || row.seconds == "stored") numbers += fmt::format(" {:>6}", row.seconds);
  if (row.estimate.empty() && !narrow) {
    text += fmt::format(" {:<58} {:>6} {:>6}", row.verdict, row.trials, row.seconds);
  } else if (narrow) {
    text += fmt::format(" {}\n", row.verdict);
    if (numbers.find_first_not_of(' ') != numbers.npos) text += fmt::format("    {}", numbers);
  } else {
    text += fmt::format(" {:<12} {}", row.verdict, numbers);
  }
  text.erase(text.find_last_not_of(" \n") + 1);
  text_ += text + '\n';
}

/// With several estimates, each has a line of its own with its factor's name.
void Table::subject(const SubjectRecord& subject) {
  const std::string::size_type slash = subject.name.find('/');
  Row row{.mark = mark(subject.status, colours_),
          .name = subject.control.empty() ? "  " + subject.name.substr(slash + 1)
                                          : "    :" + subject.control,
          .verdict = report::verdict_word(subject)};
  if (subject.trials > 0) {
    row.trials = fmt::format("{}", subject.trials);
    row.seconds =
        stored_.contains(subject.name) ? "stored" : fmt::format("{:.1f}", subject.seconds);
  }
  const auto fill = [](Row& into, const Estimate& e) {
    const report::Interval decides = report::deciding_interval(e);
    into.estimate = report::with_interval(e.estimate, decides.lower, decides.upper);
    into.band = report::band(e.band_lower, e.band_upper);
  };
  const std::vector<Estimate>& estimates = subject.verdict.estimates;
  if (estimates.size() == 1) fill(row, estimates.front());
  line(row);
  for (const Estimate& e : estimates) {
    if (estimates.size() < 2) break;
    Row next{.mark = "   ", .name = "      in " + e.name};
    fill(next, e);
    line(next);
  }
  reason(subject.status, report::reason_of(subject));
}

void Table::proof(const ProofRecord& proof) {
  Row row{.mark = mark(proof.status, colours_), .name = "  " + proof.id};
  if (proof.status != Status::unmeasured) {
    row.verdict = report::proof_word(proof);
    row.seconds = stored_.contains(proof.id) ? "stored" : fmt::format("{:.1f}", proof.seconds);
  }
  line(row);
  constexpr std::size_t indent = 10;
  if (!proof.status_reason.empty()) paragraph(proof.status_reason, indent);
}

}  // namespace

std::string verdict_table(const Record& record, bool colours, std::size_t columns,
                          const std::set<std::string>& stored) {
  Table table(colours, columns, stored);
  table.heading();
  std::string topic;
  for (const ClaimRecord& claim : record.claims) {
    if (claim.topic != topic) table.topic((topic = claim.topic) + '/');
    for (const SubjectRecord& subject : claim.subjects) table.subject(subject);
  }
  if (!record.proofs.empty()) table.topic("proofs");
  for (const ProofRecord& proof : record.proofs) table.proof(proof);
  table.blank();
  if (!record.claims.empty() || !record.proofs.empty()) {
    table.paragraph(report::suite_sentence(record), 0);
  }
  return table.text();
}

}  // namespace asymptest::cli
