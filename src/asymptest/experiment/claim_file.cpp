#include "asymptest/experiment/claim_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "asymptest/experiment/expression.hpp"
#include "asymptest/experiment/prediction_fields.hpp"
#include "asymptest/experiment/program_fields.hpp"
#include "asymptest/experiment/sweep_fields.hpp"

namespace asymptest {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".toml";

Source read_source(const Fields& fields) {
  if (fields.is_text("source")) return {*fields.text("source"), ""};
  const Fields table = fields.required_table("source");
  table.only({"citation", "place"});
  return {table.required_text("citation"), table.text("place").value_or("")};
}

Expectation read_expectation(const Fields& fields) {
  auto table = fields.table("expect");
  if (!table) return {};
  table->only({"near", "tolerance", "below", "above", "factor"});
  Expectation expect{.factor = table->text("factor").value_or("")};
  if (const auto centre = table->number("near")) {
    const double tolerance = table->required_number("tolerance");
    expect = near(*centre, tolerance, expect.factor);
  }
  if (const auto upper = table->number("below")) expect.upper = *upper;
  if (const auto lower = table->number("above")) expect.lower = *lower;
  if (!(expect.lower < expect.upper)) {
    fields.refuse("expect",
                  fmt::format("is the empty range from {} to {}, expected the larger last",
                              expect.lower, expect.upper));
  }
  return expect;
}

Budget read_budget(const Fields& fields, const Sweep& sweep) {
  Budget budget;
  auto table = fields.table("budget");
  if (!table) return budget;
  table->only({"first", "quick", "standard", "full", "cost"});
  budget.first = table->whole_number("first", 1).value_or(budget.first);
  budget.quick = table->whole_number("quick", 1).value_or(budget.quick);
  budget.standard =
      table->whole_number("standard", 1).value_or(std::max(budget.standard, budget.quick));
  budget.full = table->whole_number("full", 1).value_or(std::max(budget.full, budget.standard));
  if (const auto cost = table->text("cost")) {
    std::vector<std::string> axes;
    for (const Axis& one : sweep.axes) axes.push_back(one.name());
    table->within("cost", [&] { budget.cost = parse_expression(*cost, axes); });
  }
  return budget;
}

/// What the claim and its controls have in common.
struct Reading {
  Claim& claim;
  Program program;
  WorkersOfFile& workers;
  std::string law;  ///< what of it no description says
};

void read_measure(const Fields& fields, Reading& reading) {
  fields.only({"what", "polarity", "revision"}, program_keys);
  Claim& claim = reading.claim;
  claim.measure.what = fields.required_text("what");
  if (auto polarity = fields.text("polarity")) {
    std::replace(polarity->begin(), polarity->end(), '_', ' ');
    fields.within("polarity", [&] { claim.measure.polarity = parse_polarity(*polarity); });
  }
  claim.revision = static_cast<int>(fields.whole_number("revision", 1).value_or(1));
  reading.program = read_program(fields, std::nullopt, reading.workers);
  require_known_places(fields, reading.program, claim.sweep);
  claim.measure.trial = trial_by(reading.program, claim.id, "");
  claim.fingerprint = fingerprint_of(reading.program) + reading.law;
}

Control read_control(const Fields& fields, Reading& reading) {
  fields.only({"name", "breaks", "expect", "harmless", "remark", "sweep", "predict"}, program_keys);
  Control control{.name = fields.required_text("name")};
  if (!is_plain_name(control.name)) {
    fields.refuse_value("name", "lower case, digits and dashes");
  }
  control.harmless = fields.flag("harmless");
  control.breaks = fields.text("breaks").value_or("");
  const auto& assumes = reading.claim.assumes;
  if (!control.harmless &&
      std::find(assumes.begin(), assumes.end(), control.breaks) == assumes.end()) {
    fields.refuse_value("breaks", "one of the claim's assumes, word for word");
  }
  control.expect = read_expectation(fields);
  control.remark = fields.text("remark").value_or("");
  if (auto sweep = fields.table("sweep")) control.sweep = read_sweep(*sweep);
  const Sweep& sweep = control.sweep ? *control.sweep : reading.claim.sweep;
  std::string law = reading.law;
  if (auto predict = fields.table("predict")) {
    control.predict = read_prediction(*predict, sweep);
    law = undescribed_in(*predict);
  }
  const Program program = read_program(fields, reading.program, reading.workers);
  require_known_places(fields, program, sweep);
  control.trial = trial_by(program, reading.claim.id, control.name);
  control.fingerprint = fingerprint_of(program) + law;
  return control;
}

Claim read_claim(const Fields& fields, WorkersOfFile& workers) {
  fields.only({"id", "title", "statement", "source", "assumes", "sweep", "measure", "predict",
               "budget", "controls", "corrected_by", "expect", "remark"});
  Claim claim{.predict = theta({{"", 1}})};
  claim.id = fields.required_text("id");
  if (!is_claim_id(claim.id)) {
    fields.refuse_value("id", "topic/name in lower case, digits and dashes: 'mine/width'");
  }
  claim.title = fields.required_text("title");
  claim.statement = fields.required_text("statement");
  claim.source = read_source(fields);
  claim.assumes = fields.texts("assumes");
  claim.sweep = read_sweep(fields.required_table("sweep"));
  claim.predict = read_prediction(fields.required_table("predict"), claim.sweep);
  claim.budget = read_budget(fields, claim.sweep);
  claim.corrected_by = fields.text("corrected_by").value_or("");
  claim.expect = read_expectation(fields);
  claim.remark = fields.text("remark").value_or("");
  claim.file = fields.file();
  claim.declared_at = fmt::format("{}:{}", fields.file(), fields.line());
  Reading reading{claim, {}, workers, undescribed_in(*fields.table("predict"))};
  read_measure(fields.required_table("measure"), reading);
  for (const Fields& control : fields.tables("controls"))
    claim.controls.push_back(read_control(control, reading));
  fields.within("id", [&] { validate(claim); });
  return claim;
}

std::string text_of_file(const std::string& file) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) throw ClaimFileError(fmt::format("{}: no such file", file));
  std::ifstream stream(file, std::ios::binary);
  if (!fs::is_regular_file(file, ignored) || !stream) {
    throw ClaimFileError(fmt::format("{}: can't be read, expected a TOML file", file));
  }
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Other TOML files, as pyproject.toml, may lie in the same folder.
bool declares_claims(const std::string& file) {
  const Fields fields = Fields::of_text(text_of_file(file), file);
  return fields.has("claims") || (fields.has("id") && fields.has("measure"));
}

}  // namespace

std::vector<Claim> claims_in(std::string_view text, const std::string& file) {
  const Fields fields = Fields::of_text(text, file);
  WorkersOfFile workers;
  std::vector<Claim> claims;
  if (!fields.has("claims")) {
    claims.push_back(read_claim(fields, workers));
    return claims;
  }
  fields.only({"claims"});
  for (const Fields& one : fields.tables("claims")) claims.push_back(read_claim(one, workers));
  return claims;
}

std::vector<Claim> read_claim_file(const std::string& file) {
  return claims_in(text_of_file(file), file);
}

std::vector<std::string> claim_files_of(const std::string& word) {
  std::error_code ignored;
  if (!fs::is_directory(word, ignored)) return {word};
  std::vector<std::string> files;
  constexpr auto skip = fs::directory_options::skip_permission_denied;
  for (auto at = fs::recursive_directory_iterator(word, skip);
       at != fs::recursive_directory_iterator(); ++at) {
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
    } else if (at->path().extension() == extension && at->is_regular_file()) {
      files.push_back(at->path().lexically_normal().string());
    }
  }
  std::erase_if(files, [](const std::string& file) { return !declares_claims(file); });
  std::sort(files.begin(), files.end());
  return files;
}

bool names_claim_files(const std::string& word) {
  std::error_code ignored;
  if (word.ends_with(extension)) return true;
  return fs::is_directory(word, ignored) && !claim_files_of(word).empty();
}

}  // namespace asymptest
